#include "record/reader.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace martech_audit::record {
namespace {

constexpr int billionth_places = 9;

std::string quoted(Node node) {
  constexpr std::size_t widest = 40;
  return node.is_scalar() ? fmt::format("'{}'", escape_controls(shorten(node.text(), widest)))
                          : std::string(name(node.kind()));
}

// A number, true or false is no text.
bool is_literal(Node node) { return node.is_scalar() && node.plain(); }

template <class Number>
void read_number(const ValueReader& reader, Node node, Number& value, std::string_view expected) {
  if (!is_literal(node)) return reader.wrong(node, expected);
  Number read{};
  const std::string_view text = node.text();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
  if (error != std::errc() || end != text.data() + text.size()) return reader.wrong(node, expected);
  value = read;
}

}  // namespace

std::optional<std::int64_t> parse_billionths(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::size_t places = point == std::string_view::npos ? 0 : text.size() - point - 1;
  const bool has_digits = text.find_first_of("0123456789") != std::string_view::npos;
  if (!has_digits || places > billionth_places) return std::nullopt;
  std::string digits(text);
  if (point != std::string_view::npos) digits.erase(point, 1);
  digits.append(billionth_places - places, '0');
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

void ValueReader::wrong(Node node, std::string_view expected) const {
  diagnostics_.error(node.where(), fmt::format("{} stands where a {} has {}", quoted(node), noun_, expected));
}

void ValueReader::lacks(Node object, std::string_view key) const {
  diagnostics_.error(object.where(), fmt::format("the {} lacks '{}' here", noun_, key));
}

std::string_view ValueReader::text(Node node) const {
  if (node.is_scalar()) return node.text();
  wrong(node, "text");
  return {};
}

void ValueReader::boolean(Node node, bool& value) const {
  if (is_literal(node) && (node.text() == "true" || node.text() == "false")) {
    value = node.text() == "true";
  } else {
    wrong(node, "true or false");
  }
}

void ValueReader::number(Node node, int& value, std::string_view expected) const {
  read_number(*this, node, value, expected);
}
void ValueReader::number(Node node, std::int64_t& value, std::string_view expected) const {
  read_number(*this, node, value, expected);
}
void ValueReader::number(Node node, std::uint32_t& value, std::string_view expected) const {
  read_number(*this, node, value, expected);
}
void ValueReader::number(Node node, std::uint64_t& value, std::string_view expected) const {
  read_number(*this, node, value, expected);
}
void ValueReader::number(Node node, double& value, std::string_view expected) const {
  read_number(*this, node, value, expected);
}

void ValueReader::billionths(Node node, std::int64_t& value) const {
  const auto read = is_literal(node) ? parse_billionths(node.text()) : std::nullopt;
  if (!read) return wrong(node, "a number of at most nine decimals");
  value = *read;
}

void ValueReader::date(Node node, Date& value) const {
  const auto read = node.is_scalar() ? parse_date(node.text()) : std::nullopt;
  if (!read) return wrong(node, "a date");
  value = *read;
}

}  // namespace martech_audit::record

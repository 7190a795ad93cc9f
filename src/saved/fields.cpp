#include "saved/fields.h"

#include <fmt/format.h>

#include <charconv>

#include "base/dates.h"
#include "base/text.h"
#include "martech_audit/finding.h"

namespace martech_audit::saved {
namespace {

constexpr int billionth_places = 9;

std::string quoted(Node node) {
  constexpr std::size_t widest = 40;
  return node.is_scalar() ? fmt::format("'{}'", escape_controls(shorten(node.text(), widest)))
                          : std::string(name(node.kind()));
}

}  // namespace

std::optional<std::int64_t> parse_billionths(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::size_t places = point == std::string_view::npos ? 0 : text.size() - point - 1;
  if (places > billionth_places) return std::nullopt;
  std::string digits(text);
  if (point != std::string_view::npos) digits.erase(point, 1);
  digits.append(billionth_places - places, '0');
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

Fields::Fields(Node node, Diagnostics& diagnostics) : node_(node), diagnostics_(diagnostics) {
  if (node && !node.is_mapping()) {
    wrong(node, "an object");
    node_ = {};
  }
}

void Fields::wrong(Node node, std::string_view expected) const {
  if (!node) return;  // what is missing was reported when it was asked for
  diagnostics_.error(node.where(), fmt::format("{} stands where a report has {}", quoted(node), expected));
}

Node Fields::member(std::string_view key) const {
  if (!node_) return {};
  const Node found = node_.find(key);
  if (!found) diagnostics_.error(node_.where(), fmt::format("the report lacks '{}' here", key));
  return found;
}

Node Fields::scalar(std::string_view key, std::string_view expected) const {
  const Node found = member(key);
  if (!found || found.is_scalar()) return found;
  wrong(found, expected);
  return {};
}

bool Fields::is_null(std::string_view key) const {
  const Node found = member(key);
  return !found || found.is_null();
}

std::string_view Fields::text(std::string_view key) const {
  const Node found = scalar(key, "text");
  return found ? found.text() : std::string_view();
}

std::string_view Fields::text_or_empty(std::string_view key) const {
  return is_null(key) ? std::string_view() : text(key);
}

bool Fields::boolean(std::string_view key) const {
  const Node found = scalar(key, "true or false");
  if (!found) return false;
  if (found.text() != "true" && found.text() != "false") wrong(found, "true or false");
  return found.text() == "true";
}

template <class Number>
Number Fields::number(std::string_view key, std::string_view expected) const {
  const Node found = scalar(key, expected);
  if (!found) return {};
  Number value{};
  const std::string_view text = found.text();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  wrong(found, expected);
  return {};
}

std::int64_t Fields::integer(std::string_view key) const {
  return number<std::int64_t>(key, "a whole number");
}
std::uint32_t Fields::count(std::string_view key) const { return number<std::uint32_t>(key, "a count"); }
double Fields::real(std::string_view key) const { return number<double>(key, "a number"); }

std::optional<double> Fields::real_or_none(std::string_view key) const {
  return is_null(key) ? std::nullopt : std::optional(real(key));
}

std::int64_t Fields::billionths(std::string_view key) const {
  constexpr std::string_view expected = "a number of at most nine decimals";
  const Node found = scalar(key, expected);
  if (!found) return 0;
  const auto value = parse_billionths(found.text());
  if (!value) wrong(found, expected);
  return value.value_or(0);
}

std::int64_t Fields::points(std::string_view key) const {
  const std::int64_t value = billionths(key);
  if (value >= 0 && value <= 100 * points_per_point) return value;
  wrong(node_.find(key), "points from 0 to 100");
  return 0;
}

Date Fields::date(std::string_view key) const {
  const Node found = scalar(key, "a date");
  const auto parsed = found ? parse_date(found.text()) : std::nullopt;
  if (found && !parsed) wrong(found, "a date");
  return parsed.value_or(from_days(0));
}

std::optional<Date> Fields::date_or_none(std::string_view key) const {
  return is_null(key) ? std::nullopt : std::optional(date(key));
}

Money Fields::money(std::string_view key) const {
  const Fields amount = object(key);
  return {amount.integer("minor"), amount.word("currency", Currency::parse)};
}

std::optional<Money> Fields::money_or_none(std::string_view key) const {
  return is_null(key) ? std::nullopt : std::optional(money(key));
}

std::vector<std::string_view> Fields::texts(std::string_view key) const {
  std::vector<std::string_view> list;
  each(key, [&](Node item) {
    if (!item.is_scalar()) return wrong(item, "text");
    list.push_back(item.text());
  });
  return list;
}

Fields Fields::object(std::string_view key) const { return {member(key), diagnostics_}; }

}  // namespace martech_audit::saved

#include "record/read_value.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "document/scalar.h"

namespace martech_audit::record {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
// "'title'", or "an item of a list".
std::string subject(Node node) {
  return node.has_key() ? fmt::format("'{}'", node.key()) : std::string("an item of the list");
}

bool is_version(std::string_view text) {
  int numbers = 0;
  for (std::size_t at = 0; at <= text.size(); ++at, ++numbers) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == begin || (at < text.size() && text[at] != '.')) return false;
  }
  return numbers == 3;
}

bool is_variable_name(std::string_view text) {
  const auto fits = [](char c) { return is_lower(c) || is_digit(c) || c == '_'; };
  return !text.empty() && !is_digit(text.front()) && std::ranges::all_of(text, fits);
}

std::string variable_name(std::string_view text) {
  std::string name = slug(text);
  std::ranges::replace(name, '-', '_');
  return is_digit(name.front()) ? "_" + name : name;
}

// Whether all that follows the key on its line is a comment, as a colour without quotes is.
bool comment_behind(const Location& key) {
  const std::string_view rest = key.source->text().substr(key.end);
  const std::size_t at = rest.find_first_not_of(": \t\"'");
  return at < rest.size() && rest[at] == '#';
}

bool is_identifier(std::string_view text) {
  const auto fits = [](char c) { return is_lower(c) || is_digit(c) || c == '-'; };
  return !text.empty() && text.front() != '-' && std::ranges::all_of(text, fits);
}

}  // namespace

std::optional<std::string_view> read_text(Node node, Diagnostics& diagnostics) {
  if (!node.is_scalar()) {
    diagnostics.error(node.where(), fmt::format("{} must be text, not {}", subject(node), found(node)),
                      node.is_mapping() ? "put it in quotes if it contains ': ' or starts with '{'"
                                        : "write one text, in quotes if it starts with '['");
    return std::nullopt;
  }
  const std::string_view text = trim(node.text());
  if (text.empty()) {
    diagnostics.error(node.where(), fmt::format("{} is empty", subject(node)),
                      "give it a value, or leave the line out");
    return std::nullopt;
  }
  return text;
}

std::optional<std::string_view> read_identifier(Node node, Diagnostics& diagnostics) {
  const auto text = read_text(node, diagnostics);
  if (!text || is_identifier(*text)) return text;
  diagnostics.error(node.where(),
                    fmt::format("'{}' is not an id: only a-z, 0-9 and '-', with no '-' in front", *text),
                    fmt::format("write '{}'", slug(*text)));
  return std::nullopt;
}

std::optional<std::string_view> read_version(Node node, Diagnostics& diagnostics) {
  const auto text = read_text(node, diagnostics);
  if (!text || is_version(*text)) return text;
  diagnostics.error(node.where(), fmt::format("'{}' is not a version", *text), "write three numbers: 1.0.0");
  return std::nullopt;
}

std::optional<std::size_t> read_word(Node node, std::string_view what,
                                     std::span<const std::string_view> words, Diagnostics& diagnostics) {
  const auto text = read_text(node, diagnostics);
  if (!text) return std::nullopt;
  const auto at = std::ranges::find(words, *text);
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  diagnostics.error(node.where(), fmt::format("unknown {} '{}'", what, *text),
                    [&] { return word_hint(*text, words); });
  return std::nullopt;
}

std::optional<std::size_t> read_key(Node member, std::string_view what,
                                    std::span<const std::string_view> words, Diagnostics& diagnostics) {
  const auto at = std::ranges::find(words, member.key());
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  diagnostics.error(member.key_where(), fmt::format("unknown {} '{}'", what, member.key()),
                    [&] { return word_hint(member.key(), words); });
  return std::nullopt;
}

std::optional<bool> read_flag(Node node, Diagnostics& diagnostics) {
  if (const auto flag = boolean(node.text(), node.is_scalar() && node.plain())) return flag;
  diagnostics.error(node.where(), fmt::format("{} must be true or false", subject(node)),
                    "write true or false, without quotes");
  return std::nullopt;
}

std::optional<Currency> read_currency(Node node, Diagnostics& diagnostics) {
  const auto currency = Currency::parse(node.text());
  if (!currency) {
    diagnostics.error(node.where(), fmt::format("'{}' is not a currency code of ISO 4217", node.text()),
                      "write three letters such as EUR or USD");
  }
  return currency;
}

std::optional<int> read_whole(Node node, int least, int most, Diagnostics& diagnostics) {
  const auto number = whole_number(node.text(), node.is_scalar() && node.plain());
  if (number && *number >= least && *number <= most) return static_cast<int>(*number);
  diagnostics.error(node.where(),
                    fmt::format("{} must be a whole number from {} to {}", subject(node), least, most),
                    fmt::format("write a number such as {}, without quotes", std::min(30, most)));
  return std::nullopt;
}

std::vector<Node> read_list(Node node, Diagnostics& diagnostics) {
  if (node.is_scalar()) return {node};
  if (!expect_list(node, "write [first, second]", diagnostics)) return {};
  return {node.begin(), node.end()};
}

void check_variable_name(Node member, std::string_view what, Diagnostics& diagnostics) {
  check_variable_name(member.key_where(), member.key(), what, diagnostics);
}

void check_variable_name(const Location& where, std::string_view name, std::string_view what,
                         Diagnostics& diagnostics) {
  if (is_variable_name(name)) return;
  diagnostics.error(
      where,
      fmt::format("'{}' is not a name for {}: only a-z, 0-9 and '_', with no digit in front", name, what),
      fmt::format("write '{}'", variable_name(name)));
}

std::string found(Node node) {
  if (node.is_scalar()) return "text";
  return node.is_null() ? "nothing" : fmt::format("a {}", name(node.kind()));
}

bool expect_mapping(Node node, std::string_view what, std::string_view hint, Diagnostics& diagnostics) {
  if (node.is_mapping()) return true;
  diagnostics.error(node.where(), fmt::format("{} must be a mapping, not {}", what, found(node)),
                    std::string(hint));
  return false;
}

bool expect_list(Node node, std::string_view hint, Diagnostics& diagnostics) {
  if (node.is_sequence()) return true;
  diagnostics.error(node.where(), fmt::format("{} must be a list, not {}", subject(node), found(node)),
                    std::string(hint));
  return false;
}

void report_unknown_field(Node value, std::string_view what, std::span<const std::string_view> names,
                          Diagnostics& diagnostics) {
  if (value.is_merge()) return;
  diagnostics.error(value.key_where(), fmt::format("unknown field '{}' of {}", value.key(), what),
                    [&] { return word_hint(value.key(), names); });
}

void report_empty_field(Node value, Diagnostics& diagnostics) {
  const bool is_comment = comment_behind(value.key_where());
  diagnostics.error(value.key_where(), fmt::format("'{}' is empty", value.key()),
                    is_comment
                        ? "put quotes around a value that starts with '#'; without them it is a comment"
                        : "give it a value, or leave the line out");
}

}  // namespace martech_audit::record

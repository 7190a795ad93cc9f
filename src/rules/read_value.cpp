#include "rules/read_value.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "document/scalar.h"
#include "rules/field_row.h"

namespace martech_audit::rules {
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

}  // namespace

bool is_identifier(std::string_view text) {
  const auto fits = [](char c) { return is_lower(c) || is_digit(c) || c == '-'; };
  return !text.empty() && text.front() != '-' && std::ranges::all_of(text, fits);
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

std::optional<bool> read_flag(Node node, Diagnostics& diagnostics) {
  if (const auto flag = boolean(node.text(), node.is_scalar() && node.plain())) return flag;
  diagnostics.error(node.where(), fmt::format("{} must be true or false", subject(node)),
                    "write true or false, without quotes");
  return std::nullopt;
}

std::optional<int> read_weight(Node node, Diagnostics& diagnostics) {
  const auto weight = whole_number(node.text(), node.is_scalar() && node.plain());
  if (weight && *weight >= 0 && *weight <= largest_weight) return static_cast<int>(*weight);
  diagnostics.error(node.where(),
                    fmt::format("{} must be a whole number from 0 to {}", subject(node), largest_weight),
                    "write a number such as 30, without quotes");
  return std::nullopt;
}

std::vector<Node> read_list(Node node, Diagnostics& diagnostics) {
  if (node.is_scalar()) return {node};
  if (node.is_sequence()) return {node.begin(), node.end()};
  diagnostics.error(node.where(), fmt::format("{} must be a list, not {}", subject(node), found(node)),
                    "write [first, second]");
  return {};
}

}  // namespace martech_audit::rules

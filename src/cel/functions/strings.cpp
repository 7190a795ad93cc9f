// Strings. Positions and lengths count code points.
#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/values.h"

namespace martech_audit::cel::functions {

namespace {

// The byte where code point `index` begins; text.size() for the one after the last.
std::optional<std::size_t> byte_offset(std::string_view text, std::int64_t index) {
  std::size_t at = 0;
  if (index < 0) return std::nullopt;
  for (; index > 0; --index) {
    if (at == text.size()) return std::nullopt;
    next_code_point(text, at);
  }
  return at;
}

std::int64_t code_points(std::string_view text) { return static_cast<std::int64_t>(count_code_points(text)); }

Value out_of_range(const CallContext& context, std::int64_t index) {
  return context.error("index out of range: " + std::to_string(index));
}

Value char_at_(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  const std::optional<std::size_t> begin = byte_offset(text, arguments[1].as_integer());
  if (!begin) return out_of_range(context, arguments[1].as_integer());
  std::size_t end = *begin;
  if (end < text.size()) next_code_point(text, end);
  return Value::string(text.substr(*begin, end - *begin));
}

Value contains_(const CallContext& context, Arguments arguments) {
  context.charge(weight(arguments[0]));
  return Value::boolean(arguments[0].as_text().find(arguments[1].as_text()) != std::string_view::npos);
}

Value starts_with_(const CallContext&, Arguments arguments) {
  return Value::boolean(arguments[0].as_text().starts_with(arguments[1].as_text()));
}

Value ends_with_(const CallContext&, Arguments arguments) {
  return Value::boolean(arguments[0].as_text().ends_with(arguments[1].as_text()));
}

Value position(std::string_view text, std::size_t found) {
  return Value::integer(found == std::string_view::npos ? -1 : code_points(text.substr(0, found)));
}

Value index_of_(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  context.charge(weight(arguments[0]));
  const std::int64_t start = arguments.size() > 2 ? arguments[2].as_integer() : 0;
  const std::optional<std::size_t> begin = byte_offset(text, start);
  return begin ? position(text, text.find(arguments[1].as_text(), *begin)) : out_of_range(context, start);
}

Value last_index_of_(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  context.charge(weight(arguments[0]));
  if (arguments.size() == 2) return position(text, text.rfind(arguments[1].as_text()));
  const std::optional<std::size_t> last = byte_offset(text, arguments[2].as_integer());
  return last ? position(text, text.rfind(arguments[1].as_text(), *last))
              : out_of_range(context, arguments[2].as_integer());
}

Value substring_(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  const std::optional<std::size_t> begin = byte_offset(text, arguments[1].as_integer());
  if (!begin) return out_of_range(context, arguments[1].as_integer());
  if (arguments.size() == 2) return Value::string(text.substr(*begin));
  const std::optional<std::size_t> end = byte_offset(text, arguments[2].as_integer());
  if (!end) return out_of_range(context, arguments[2].as_integer());
  if (*end < *begin) return context.error("the end of the substring is before its start");
  return Value::string(text.substr(*begin, *end - *begin));
}

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

Value trim_(const CallContext&, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_space(next_code_point(text, at))) continue;
    begin = std::min(begin, start);
    end = at;
  }
  return Value::string(begin < end ? text.substr(begin, end - begin) : std::string_view());
}

Value mapped(const CallContext& context, std::string_view text, char from, char to, int distance) {
  std::string out(text);
  for (char& c : out) {
    if (c >= from && c <= to) c = static_cast<char>(c + distance);
  }
  return string_result(context, out);
}

Value lower_(const CallContext& context, Arguments arguments) {
  return mapped(context, arguments[0].as_text(), 'A', 'Z', 'a' - 'A');
}

Value upper_(const CallContext& context, Arguments arguments) {
  return mapped(context, arguments[0].as_text(), 'a', 'z', 'A' - 'a');
}

// Where `wanted` is next found from `at` on; an empty one is found before each code point and at the end.
std::size_t next_place(std::string_view text, std::string_view wanted, std::size_t at) {
  return at > text.size() ? std::string_view::npos : text.find(wanted, at);
}

Value replace_(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  const std::string_view from = arguments[1].as_text();
  std::int64_t left = arguments.size() > 3 ? arguments[3].as_integer() : -1;
  std::string out;
  std::size_t copied = 0;
  std::size_t at = next_place(text, from, 0);
  for (; at != std::string_view::npos && left != 0; --left) {
    out.append(text.substr(copied, at - copied)).append(arguments[2].as_text());
    copied = at + from.size();
    if (!afford(context, 1 + arguments[2].as_text().size() / 16) || is_too_long(out)) break;
    std::size_t next = copied;
    if (from.empty() && next < text.size()) next_code_point(text, next);
    if (from.empty() && copied == text.size()) break;
    at = next_place(text, from, next);
  }
  out.append(text.substr(copied));
  return string_result(context, out);
}

Value split_(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  const std::string_view separator = arguments[1].as_text();
  const std::int64_t most = arguments.size() > 2 ? arguments[2].as_integer() : -1;
  std::vector<Value> parts;
  std::size_t begin = 0;
  if (most == 0) return Value::list({});
  while (static_cast<std::int64_t>(parts.size()) + 1 != most) {
    std::size_t end = begin;
    if (separator.empty() && begin < text.size()) next_code_point(text, end);
    if (!separator.empty()) end = text.find(separator, begin);
    if (end == std::string_view::npos || (separator.empty() && end == text.size())) break;
    parts.push_back(Value::string(text.substr(begin, end - begin)));
    begin = end + separator.size();
  }
  if (!separator.empty() || !text.empty()) parts.push_back(Value::string(text.substr(begin)));
  return list_result(context, parts);
}

Value join_(const CallContext& context, Arguments arguments) {
  std::string out;
  bool first = true;
  for (const Value& item : arguments[0].as_list()) {
    if (!item.is(ValueKind::string)) return context.error("'join' needs a list of strings");
    if (!afford(context, 1 + item.as_text().size() / 16) || is_too_long(out)) break;
    if (!first && arguments.size() > 1) out += arguments[1].as_text();
    out += item.as_text();
    first = false;
  }
  return string_result(context, out);
}

Value quote_(const CallContext& context, Arguments arguments) {
  return string_result(context, quoted(arguments[0].as_text()));
}

constexpr Overload char_at_overloads[] = {{"string.charAt(int) -> string", &char_at_}};
constexpr Overload contains_overloads[] = {{"string.contains(string) -> bool", &contains_}};
constexpr Overload ends_with_overloads[] = {{"string.endsWith(string) -> bool", &ends_with_}};
constexpr Overload starts_with_overloads[] = {{"string.startsWith(string) -> bool", &starts_with_}};
constexpr Overload index_of_overloads[] = {{"string.indexOf(string) -> int", &index_of_},
                                           {"string.indexOf(string, int) -> int", &index_of_}};
constexpr Overload last_index_of_overloads[] = {{"string.lastIndexOf(string) -> int", &last_index_of_},
                                                {"string.lastIndexOf(string, int) -> int", &last_index_of_}};
constexpr Overload join_overloads[] = {{"list(string).join() -> string", &join_},
                                       {"list(string).join(string) -> string", &join_}};
constexpr Overload lower_overloads[] = {{"string.lowerAscii() -> string", &lower_}};
constexpr Overload upper_overloads[] = {{"string.upperAscii() -> string", &upper_}};
constexpr Overload quote_overloads[] = {{"strings.quote(string) -> string", &quote_}};
constexpr Overload replace_overloads[] = {{"string.replace(string, string) -> string", &replace_},
                                          {"string.replace(string, string, int) -> string", &replace_}};
constexpr Overload split_overloads[] = {{"string.split(string) -> list(string)", &split_},
                                        {"string.split(string, int) -> list(string)", &split_}};
constexpr Overload substring_overloads[] = {{"string.substring(int) -> string", &substring_},
                                            {"string.substring(int, int) -> string", &substring_}};
constexpr Overload trim_overloads[] = {{"string.trim() -> string", &trim_}};

}  // namespace

const Function char_at{"charAt", char_at_overloads, "The character at a position; \"\" right after the last.",
                       "'café'.charAt(3)", "\"é\""};
const Function contains{"contains", contains_overloads, "Whether the text contains another.",
                        "'sunflower'.contains('flow')", "true"};
const Function ends_with{"endsWith", ends_with_overloads, "Whether the text ends with another.",
                         "'a.csv'.endsWith('.csv')", "true"};
const Function index_of{"indexOf", index_of_overloads,
                        "Position of the first occurrence, optionally from a position; -1 if none.",
                        "'hello'.indexOf('l')", "2"};
const Function join{"join", join_overloads, "Joins the strings of a list with a separator.",
                    "['a', 'b'].join(', ')", "\"a, b\""};
const Function last_index_of{"lastIndexOf", last_index_of_overloads,
                             "Position of the last occurrence, optionally before a position; -1 if none.",
                             "'hello'.lastIndexOf('l')", "3"};
const Function lower_ascii{"lowerAscii", lower_overloads, "Converts A to Z to lower case.",
                           "'ABC'.lowerAscii()", "\"abc\""};
const Function quote{"strings.quote", quote_overloads, "The text as a literal, with quotes and escapes.",
                     "strings.quote('say \"hi\"')", "\"\\\"say \\\\\\\"hi\\\\\\\"\\\"\""};
const Function replace{"replace", replace_overloads,
                       "Replaces a text, everywhere or the given number of times.",
                       "'a-b-c'.replace('-', '+', 1)", "\"a+b-c\""};
const Function split{"split", split_overloads,
                     "Splits at a separator, into at most the given number of parts.", "'a,b'.split(',')",
                     "[\"a\", \"b\"]"};
const Function starts_with{"startsWith", starts_with_overloads, "Whether the text starts with another.",
                           "'v1.2'.startsWith('v')", "true"};
const Function substring{"substring", substring_overloads,
                         "The text from one position up to, but not including, another.",
                         "'hello'.substring(1, 3)", "\"el\""};
const Function trim{"trim", trim_overloads, "Removes white space at both ends.", "'  a '.trim()", "\"a\""};
const Function upper_ascii{"upperAscii", upper_overloads, "Converts a to z to upper case.",
                           "'abc'.upperAscii()", "\"ABC\""};

}  // namespace martech_audit::cel::functions

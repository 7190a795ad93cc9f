#include "document/yaml_quoting.h"

#include <algorithm>
#include <array>

#include "base/command_guard.h"
#include "base/text.h"

namespace martech_audit {
namespace {

using namespace std::string_view_literals;

// What YAML 1.1 or 1.2 reads as null, a boolean or a number, in lower case.
constexpr std::array special_words{"null"sv, "true"sv, "false"sv, "yes"sv,  "no"sv,    "on"sv,
                                   "off"sv,  "y"sv,    "n"sv,     ".inf"sv, "+.inf"sv, ".nan"sv};

constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@` =<~";

// Numbers in any base, dates, times.
constexpr std::string_view number_characters = "0123456789abcdefABCDEFxXoOtTzZ_.:+- ";

bool is_special_word(std::string_view text) {
  const std::string lower = lower_ascii(text);
  return std::find(special_words.begin(), special_words.end(), lower) != special_words.end();
}

bool looks_like_number(std::string_view text) {
  return std::string_view("0123456789+.").find(text.front()) != text.npos &&
         text.find_first_not_of(number_characters) == text.npos;
}

// Characters that only an escape can bring through every reader and editor unharmed.
bool needs_escape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE ||
         c == 0xFFFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069);
}

bool starts_command(std::string_view text) {
  std::string safe;
  CommandGuard().append(safe, text);
  return safe != text;
}

}  // namespace

bool needs_escapes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(text, at);
    if (needs_escape(c) || (c == 0xFFFD && at - before == 1)) return true;
  }
  return starts_command(text);
}

bool is_plain(std::string_view text) {
  return !text.empty() && !text.starts_with("...") && indicators.find(text.front()) == text.npos &&
         text.back() != ' ' && text.back() != ':' && text.find(": ") == text.npos &&
         text.find(" #") == text.npos && !looks_like_number(text) && !is_special_word(text);
}

}  // namespace martech_audit

#include "options/option.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/rgb.h"
#include "base/text.h"
#include "base/word_hint.h"
#include "martech_audit/vocabulary.h"

namespace martech_audit::options {
namespace {

constexpr std::array<std::string_view, 7> words_for_on{"true", "yes", "on", "1", "t", "y", "enable"};
constexpr std::array<std::string_view, 7> words_for_off{"false", "no", "off", "0", "f", "n", "disable"};

std::optional<double> finite_number(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string fault_of_number(const Option& option, const std::string& text) {
  const bool is_whole = option.kind == Kind::count;
  const std::optional<double> value = finite_number(text);
  const bool fits = value && *value >= option.least && *value <= option.most;
  if (fits && (!is_whole || *value == std::floor(*value))) return {};
  if (option.most == std::numeric_limits<double>::max())
    return fmt::format("cannot be '{}'; write a number of 0 or more, without thousands separators", text);
  return fmt::format("cannot be '{}'; write a {} from {} to {}", text, fits ? "whole number" : "number",
                     option.least, option.most);
}

std::string fault_of_flag(const std::string& text) {
  const std::string word = lower_ascii(text);
  const bool is_known = std::ranges::find(words_for_on, word) != words_for_on.end() ||
                        std::ranges::find(words_for_off, word) != words_for_off.end();
  return is_known ? std::string() : fmt::format("cannot be '{}'; write true or false", text);
}

std::string fault_of_colour(const std::string& text) {
  const std::optional<Rgb> colour = parse_rgb(text);
  if (!colour) return fmt::format("cannot be '{}'; write a colour as #rrggbb, for example #1f4e79", text);
  const double contrast = contrast_on_white(*colour);
  if (contrast >= readable_contrast) return {};
  return fmt::format(
      "cannot be '{}': its contrast on white is {:.1f}, and text needs {}; write, for example, {}", text,
      std::floor(contrast * 10) / 10, readable_contrast, to_string(readable_on_white(*colour)));
}

// What cannot be read is as lax as can be: whoever takes the value reports it.
double limit(std::string_view text) {
  return finite_number(text).value_or(std::numeric_limits<double>::infinity());
}

double least(std::string_view text) { return finite_number(text).value_or(0); }

int rank(std::string_view word) {
  const auto of_findings = severity(word);
  return of_findings ? static_cast<int>(*of_findings) : std::numeric_limits<int>::max();
}

}  // namespace

std::string summary_of(const Option& option) {
  if (!option.lists_words) return std::string(option.summary);
  return fmt::format("{}: {}", option.summary, fmt::join(option.words(), ", "));
}

std::string name_of(const Key& key) {
  return key.group.empty() ? std::string(key.name) : fmt::format("{}.{}", key.group, key.name);
}

std::string fault_of(const Option& option, const std::string& text) {
  if (option.is_flag()) return fault_of_flag(text);
  if (text.empty() && option.is_named())
    return "cannot be empty";  // as a variable of a script is that nobody set
  if (option.kind == Kind::number || option.kind == Kind::count) return fault_of_number(option, text);
  if (option.kind == Kind::colour) return fault_of_colour(text);
  if (option.kind != Kind::word) return {};
  const std::vector<std::string_view> words = option.words();
  if (std::ranges::find(words, text) != words.end()) return {};
  return fmt::format("cannot be '{}'; {}", text, word_hint(text, words));
}

bool is_on(std::string_view text) {
  return std::ranges::find(words_for_on, lower_ascii(text)) != words_for_on.end();
}

bool is_as_strict(const Option& option, std::string_view value, std::string_view other) {
  switch (option.key.stricter) {
    case Stricter::never:
      return value == other;
    case Stricter::lower:
      return limit(value) <= limit(other);
    case Stricter::higher:
      return least(value) >= least(other);
    case Stricter::lower_severity:
      return rank(value) <= rank(other);
    case Stricter::on:
      return is_on(value) || !is_on(other);
    case Stricter::added:
    case Stricter::irrelevant:
      break;
  }
  return true;
}

}  // namespace martech_audit::options

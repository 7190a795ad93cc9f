#include "cli/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

#include "base/word_hint.h"

namespace martech_audit::cli {
namespace {

// A check's name is no part of any message: it carries the words for completion.
const std::string words_mark = "words: ";

std::optional<double> number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

CLI::Validator check(std::function<std::string(std::string&)> complaint) {
  return {std::move(complaint), ""};
}

}  // namespace

CLI::Validator one_of(std::vector<std::string_view> words) {
  const std::string name = words_mark + fmt::format("{}", fmt::join(words, " "));
  return check([words = std::move(words)](const std::string& text) -> std::string {
           if (std::find(words.begin(), words.end(), text) != words.end()) return {};
           return fmt::format("cannot be '{}'; {}", text, word_hint(text, words));
         })
      .name(name);
}

CLI::Validator usually_one_of(std::vector<std::string_view> words) {
  return check([](const std::string&) -> std::string { return {}; })
      .name(words_mark + fmt::format("{}", fmt::join(words, " ")));
}

std::vector<std::string> words_of(CLI::Option& option) {
  std::vector<std::string> words;
  try {
    std::string_view name = option.get_validator(0)->get_name();
    if (!name.starts_with(words_mark)) return words;
    name.remove_prefix(words_mark.size());
    for (std::size_t end = 0; !name.empty(); name.remove_prefix(std::min(end + 1, name.size()))) {
      end = std::min(name.find(' '), name.size());
      words.emplace_back(name.substr(0, end));
    }
  } catch (const CLI::OptionNotFound&) {  // it has no check at all
  }
  return words;
}

CLI::Validator number_from(double least, double most) {
  return check([=](const std::string& text) -> std::string {
    const std::optional<double> value = number(text);
    if (value && *value >= least && *value <= most) return {};
    return fmt::format("cannot be '{}'; write a number from {} to {}", text, least, most);
  });
}

CLI::Validator not_negative() {
  return check([](const std::string& text) -> std::string {
    const std::optional<double> value = number(text);
    if (value && *value >= 0) return {};
    return fmt::format("cannot be '{}'; write a number of 0 or more, without thousands separators", text);
  });
}

}  // namespace martech_audit::cli

#include "base/markdown_text.h"

#include <algorithm>

#include "base/text.h"

namespace martech_audit {
namespace {

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

// GitHub: @name, #12, addresses. GitLab: !12, $12, %12, %"name", ~label, &12 as well.
bool has_marked_name(std::string_view word) {
  constexpr std::string_view marks = "@#!$%~&";
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (marks.find(word[i]) != marks.npos && (is_word(word[i + 1]) || word[i + 1] == '"')) return true;
  }
  return false;
}

// GH-12, and GL-12.
bool has_reference(std::string_view lower, std::string_view prefix) {
  const std::size_t at = lower.find(prefix);
  const std::size_t end = at + prefix.size();
  return at != lower.npos && end < lower.size() && is_word(lower[end]);
}

// 7 to 40 hexadecimal digits in a row, some of them letters, some not: a commit to GitHub.
bool has_commit(std::string_view lower) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t at = 0; (at = lower.find_first_of(digits, at)) != lower.npos;) {
    const std::size_t end = std::min(lower.find_first_not_of(digits, at), lower.size());
    const std::string_view run = lower.substr(at, end - at);
    const bool alone = (at == 0 || !is_word(lower[at - 1])) && (end == lower.size() || !is_word(lower[end]));
    const auto numerals = static_cast<std::size_t>(std::ranges::count_if(run, is_digit));
    if (alone && run.size() >= 7 && run.size() <= 40 && numerals > 0 && numerals < run.size()) return true;
    at = end;
  }
  return false;
}

bool may_become_a_link(std::string_view word) {
  const std::string lower = lower_ascii(word);
  const auto has = [&](std::string_view part) { return lower.find(part) != std::string::npos; };
  return has_marked_name(word) || has_reference(lower, "gh-") || has_reference(lower, "gl-") ||
         has_commit(lower) || has("://") || has("www.") || has("mailto:") || has("javascript:");
}

// Bytes of the first word of a paragraph that would make it a list, a rule, a heading, or a command to a bot
// ("/close"); a backslash goes before the last of them.
std::size_t block_mark(std::string_view word) {
  if (word.empty()) return 0;
  if (std::string_view("-+=/").find(word[0]) != std::string_view::npos) return 1;
  const auto numerals = static_cast<std::size_t>(std::ranges::find_if_not(word, is_digit) - word.begin());
  const bool numbers =
      numerals > 0 && numerals + 1 == word.size() && (word.back() == '.' || word.back() == ')');
  return numbers ? numerals + 1 : 0;
}

std::string escaped(std::string_view word) {
  constexpr std::string_view marks = "\\`*_[]|~#$";
  std::string out;
  for (const char c : word) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (marks.find(c) != marks.npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string as_code(std::string_view shown) {
  std::string out = "`";
  for (const char c : shown) {
    // Tables are cut into cells before anything else is read, and two backslashes are none before a '|'.
    if (c == '|') out += out.ends_with('\\') ? " \\" : "\\";
    out += c == '`' ? '\'' : c;
  }
  return out + '`';
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string shown = escape_controls(text);
  std::string out;
  for (std::size_t begin = 0; begin < shown.size();) {
    const std::size_t end = std::min(shown.find(' ', begin), shown.size());
    const std::string_view word = std::string_view(shown).substr(begin, end - begin);
    if (may_become_a_link(word)) {
      out += as_code(word);
    } else {
      const bool begins = out.find_first_not_of(' ') == std::string::npos;
      const std::size_t mark = begins ? block_mark(word) : 0;
      if (mark > 0) out.append(word.substr(0, mark - 1)).append("\\");
      out += escaped(word.substr(mark > 0 ? mark - 1 : 0));
    }
    if (end < shown.size()) out += ' ';
    begin = end + 1;
  }
  return out;
}

std::string markdown_code(std::string_view text) { return as_code(escape_controls(text)); }

}  // namespace martech_audit

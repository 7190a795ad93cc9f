#include "report/markdown_text.h"

#include <algorithm>

#include "base/text.h"

namespace martech_audit::report {
namespace {

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

// GitHub: @name, #12, GH-12, addresses. GitLab: !12, $12, %12, ~label, &12 as well.
bool may_become_a_link(std::string_view word) {
  constexpr std::string_view marks = "@#!$%~&";
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (marks.find(word[i]) != marks.npos && is_word(word[i + 1])) return true;
  }
  const std::string lower = lower_ascii(word);
  const auto has = [&](std::string_view part) { return lower.find(part) != std::string::npos; };
  const std::size_t reference = lower.find("gh-");
  const bool refers =
      reference != std::string::npos && reference + 3 < lower.size() && is_word(lower[reference + 3]);
  return refers || has("://") || has("www.") || has("mailto:") || has("javascript:");
}

std::string escaped(std::string_view word) {
  constexpr std::string_view marks = "\\`*_[]|~#";
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
    if (c == '|') out += '\\';  // tables are cut into cells before anything else is read
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
      // At the beginning of a line these would make a list, a rule or a heading.
      const bool starts_block =
          out.empty() && !word.empty() && std::string_view("-+=").find(word[0]) != word.npos;
      out += (starts_block ? "\\" : "") + escaped(word);
    }
    if (end < shown.size()) out += ' ';
    begin = end + 1;
  }
  return out;
}

std::string markdown_code(std::string_view text) { return as_code(escape_controls(text)); }

}  // namespace martech_audit::report

#include "rules/template.h"

#include "base/text.h"

namespace martech_audit::rules {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

// One past the string literal whose quote stands at `at`; nowhere where it is not closed.
std::size_t skip_string(std::string_view text, std::size_t at) {
  const char before = at > 0 ? text[at - 1] : ' ';
  const bool raw = before == 'r' || before == 'R';
  const std::string_view quote(text.data() + at, 1);
  const std::size_t width = text.substr(at, 3) == std::string(3, quote.front()) ? 3 : 1;
  const std::string_view end = text.substr(at, width);
  for (at += width; at < text.size(); ++at) {
    if (text[at] == '\\' && !raw) {
      ++at;
    } else if (text.substr(at, width) == end) {
      return at + width;
    }
  }
  return nowhere;
}

// The brace that ends the expression starting at `at`; nowhere where there is none.
std::size_t expression_end(std::string_view text, std::size_t at) {
  for (int depth = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = skip_string(text, at);
      continue;
    }
    if (c == '}' && depth == 0) return at;
    if (c == '{') ++depth;
    if (c == '}') --depth;
    ++at;
  }
  return nowhere;
}

SplitTemplate fault(std::string_view what, std::string_view hint, std::size_t at) {
  return {{}, what, hint, at};
}

}  // namespace

SplitTemplate split_template(std::string_view text) {
  SplitTemplate split;
  const auto add = [&](std::size_t begin, std::size_t end, bool expression) {
    if (end > begin) split.pieces.push_back({text.substr(begin, end - begin), expression, begin});
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c != '{' && c != '}') {
      ++at;
    } else if (at + 1 < text.size() && text[at + 1] == c) {  // {{ or }}: one of them is printed
      add(begin, at + 1, false);
      begin = at += 2;
    } else if (c == '}') {
      return fault("'}' without a matching '{'", "write '}}' for a brace itself", at);
    } else {
      add(begin, at, false);
      const std::size_t end = expression_end(text, at + 1);
      if (end == nowhere)
        return fault("'{' is not closed", "write '}' after the expression, or '{{' for a brace itself", at);
      if (trim(text.substr(at + 1, end - at - 1)).empty()) {
        return fault("no expression between the braces",
                     "write one, such as {tool.name}, or '{{}}' for literal braces", at);
      }
      add(at + 1, end, true);
      begin = at = end + 1;
    }
  }
  add(begin, text.size(), false);
  return split;
}

}  // namespace martech_audit::rules

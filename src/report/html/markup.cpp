#include "report/html/markup.h"

#include <cmath>

#include "base/text.h"

namespace martech_audit::report {

namespace {

std::string escaped(std::string_view text, bool with_quotes) {
  std::string out;
  for (const char c : escape_controls(text)) {
    if (!with_quotes && (c == '"' || c == '\'')) {
      out += c;
      continue;
    }
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string html_text(std::string_view text) { return escaped(text, true); }

void Markup::put_between(std::string_view text) { sink_(escaped(text, false)); }

std::string length(double units) {
  const auto tenths = std::llround(units * 10);
  return fmt::format("{:g}", static_cast<double>(tenths) / 10);
}

}  // namespace martech_audit::report

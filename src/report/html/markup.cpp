#include "report/html/markup.h"

#include <cmath>

#include "base/text.h"

namespace martech_audit::report {

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : escape_controls(text)) {
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

std::string length(double units) {
  const auto tenths = std::llround(units * 10);
  return fmt::format("{:g}", static_cast<double>(tenths) / 10);
}

}  // namespace martech_audit::report

#include "base/ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.h"

namespace martech_audit {
namespace {

struct Folding {
  char32_t from;
  std::string_view to;
};
// What reports, messages and rule texts use beyond ASCII, and how it is written without.
constexpr std::array foldings{
    Folding{0xA0, " "},    Folding{0xB7, "."},     Folding{0xD7, "x"},     Folding{0x2013, "-"},
    Folding{0x2014, "-"},  Folding{0x2018, "'"},   Folding{0x2019, "'"},   Folding{0x201C, "\""},
    Folding{0x201D, "\""}, Folding{0x2026, "..."}, Folding{0x20AC, "EUR"}, Folding{0x2192, "->"},
    Folding{0x2265, ">="}, Folding{0x2500, "-"},   Folding{0x2502, "|"},   Folding{0x2514, "`"},
    Folding{0x251C, "|"},  Folding{0x2581, "_"},   Folding{0x2582, "."},   Folding{0x2583, "-"},
    Folding{0x2584, "="},  Folding{0x2585, "+"},   Folding{0x2586, "*"},   Folding{0x2587, "%"},
    Folding{0x2588, "#"},  Folding{0x2591, "="},   Folding{0x2592, ":"},   Folding{0x2593, "%"},
};

void append_ascii(std::string& out, char32_t code_point) {
  const auto found = std::find_if(foldings.begin(), foldings.end(),
                                  [&](const Folding& folding) { return folding.from == code_point; });
  if (found != foldings.end()) {
    out += found->to;
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{{{:x}}}", static_cast<unsigned>(code_point));
  }
}

}  // namespace

std::string to_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (code_point < 0x80) {
      out += static_cast<char>(code_point);
    } else {
      append_ascii(out, code_point);
    }
  }
  return out;
}

}  // namespace martech_audit

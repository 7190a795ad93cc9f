// Text in colours, before anything is known of the terminal.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace martech_audit::report {

enum class Ink : std::uint8_t { plain, strong, faint, good, critical, high, medium, low, info };

struct Span {
  std::string text;
  Ink ink = Ink::plain;
};
using Text = std::vector<Span>;

}  // namespace martech_audit::report

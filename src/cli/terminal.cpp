#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "base/text.h"

namespace martech_audit::cli {
namespace {

constexpr std::size_t default_width = 80;
constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 120;  // longer lines are hard to read, however wide the window

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool wants_colour(Colour colour, int descriptor) {
  if (colour != Colour::automatic) return colour == Colour::always;
  if (!environment("NO_COLOR").empty()) return false;
  if (!environment("FORCE_COLOR").empty()) return true;
  return ::isatty(descriptor) == 1 && environment("TERM") != "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) != 1) return default_width;
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return default_width;
}

}  // namespace

ReportStyle output_style(std::string_view path, Colour colour, std::size_t width) {
  const bool is_file = path != "-";
  ReportStyle style;
  style.colour = !is_file && wants_colour(colour, STDOUT_FILENO);
  style.unicode = locale_is_utf8();
  style.width = width != 0 ? width
                : is_file  ? default_width
                           : std::clamp(terminal_width(), narrowest, widest);
  return style;
}

bool standard_error_has_colour(Colour colour) { return wants_colour(colour, STDERR_FILENO); }

bool standard_error_redraws() { return ::isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"; }

// The first of these that is set decides, as POSIX has it.
bool locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string value = lower_ascii(environment(name));
    if (value.empty()) continue;
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

}  // namespace martech_audit::cli

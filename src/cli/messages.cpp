#include "cli/messages.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "base/ascii.h"
#include "base/text.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace martech_audit::cli {
namespace {

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace

void say(std::string_view text) {
  const std::string shown = locale_is_utf8() ? std::string(text) : to_ascii(text);
  std::fwrite(shown.data(), 1, shown.size(), stderr);
}

int fail(std::string_view message) {
  say(fmt::format("martech-audit: {}\n", escape_controls(message)));
  return exit_no_verdict;
}

void print(const Diagnostics& diagnostics) {
  if (!diagnostics.empty()) say(render(diagnostics));
}

int fail(Diagnostics& diagnostics) {
  diagnostics.sort();
  print(diagnostics);
  const std::size_t others = diagnostics.all().size() - diagnostics.errors();
  std::string summary = counted(diagnostics.errors(), "error");
  if (others > 0) summary += ", " + fmt::format("{} of lesser weight", others);
  return fail(summary + "; no verdict");
}

}  // namespace martech_audit::cli

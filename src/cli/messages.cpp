#include "cli/messages.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "base/ascii.h"
#include "base/command_guard.h"
#include "base/text.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace martech_audit::cli {
void say(std::string_view text) {
  std::string shown;
  CommandGuard().append(shown, locale_is_utf8() ? std::string(text) : to_ascii(text));
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
  const std::size_t warnings = diagnostics.count(DiagnosticLevel::warning);
  std::string summary = counted(diagnostics.errors(), "error");
  if (warnings > 0) summary += ", " + counted(warnings, "warning");
  return fail(summary + "; no verdict");
}

}  // namespace martech_audit::cli

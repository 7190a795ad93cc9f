#include "cli/application.h"

#include <fmt/format.h>

#include <exception>
#include <span>
#include <string>
#include <vector>

#include "cli/boundary.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/log.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "martech_audit/audit.h"
#include "options/command_line.h"
#include "options/completion.h"

namespace martech_audit::cli {
namespace {

int print_out(std::string_view text) {
  const Result<Written> written = write_text("-", text);
  return written ? exit_ok : fail(written.error());
}

// What shells ask for, in place of a command: `__complete -- WORDS…`.
int complete(const Command& root, std::span<const char* const> words) {
  if (!words.empty() && std::string_view(words.front()) == "--") words = words.subspan(1);
  return print_out(options::candidates(root, std::vector<std::string>(words.begin(), words.end())));
}

int understand_and_run(std::span<const char* const> arguments) {
  Globals globals;
  Command root = whole_program(globals);
  if (arguments.size() > 1 && arguments[1] == options::completing_command)
    return complete(root, arguments.subspan(2));
  const options::Line line = options::understand(root, fmt::format("martech-audit {}", version()), arguments);
  if (!line.fault.empty()) {
    fail(line.fault);
    return fail("see `martech-audit --help`, or `martech-audit COMMAND --help`");
  }
  if (line.command == nullptr) return print_out(line.text);
  set_log_level(globals.log_level);
  allow_paths(globals.allowed);
  return line.command->run({root, line.command->values});
}

}  // namespace

int run(int argc, const char* const* argv) {
  occupy_standard_descriptors();
  install_signal_handlers();
  try {
    return understand_and_run({argv, static_cast<std::size_t>(argc)});
  } catch (const std::bad_alloc&) {
    return fail("out of memory");
  } catch (const std::exception& error) {
    return fail(fmt::format("internal error: {}; please report it", error.what()));
  }
}

}  // namespace martech_audit::cli

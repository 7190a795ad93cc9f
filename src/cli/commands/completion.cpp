// completion and man: what shells and readers need to know of the command line, from its own option table.
#include "options/completion.h"

#include <array>
#include <string>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "martech_audit/audit.h"
#include "options/manual.h"

namespace martech_audit::cli {
namespace {

struct CompletionOptions {
  std::string shell;
};

std::vector<std::string_view> shells() { return {"bash", "fish", "zsh"}; }

constexpr std::array completion_rows{
    Row{Option::word("shell", "SHELL", "bash, zsh or fish", shells).as_required_argument(),
        &CompletionOptions::shell},
};

struct ManOptions {};

int print_whole(std::string_view text) {
  const Result<Written> written = write_text("-", text);
  return written ? exit_ok : fail(written.error());
}

int completion(CompletionOptions& options, const Run&) {
  return print_whole(options::completion_script(options.shell));
}

int man(ManOptions&, const Run& run) {
  return print_whole(options::manual_page(run.root, version(), release_date()));
}

}  // namespace

Command completion_command(const Globals& globals) {
  return command<CompletionOptions>(globals, "completion", "Print a shell completion script", completion_rows,
                                    completion);
}

Command man_command(const Globals& globals) {
  return command<ManOptions>(globals, "man", "Print the manual page", {}, man);
}

}  // namespace martech_audit::cli

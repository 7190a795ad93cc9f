// The commands; registered in all_commands.cpp.
#pragma once

#include "cli/command.h"

namespace martech_audit::cli {

Command completion_command(const Globals& globals);
Command config_command(const Globals& globals);
Command convert_command(const Globals& globals);
Command diff_command(const Globals& globals);
Command eval_command(const Globals& globals);
Command explain_command(const Globals& globals);
Command graph_command(const Globals& globals);
Command import_command(const Globals& globals);
Command init_command(const Globals& globals);
Command man_command(const Globals& globals);
Command rules_command(const Globals& globals);
Command scan_command(const Globals& globals);
Command schema_command(const Globals& globals);
Command trace_command(const Globals& globals);
Command validate_command(const Globals& globals);
Command verify_command(const Globals& globals);
Command waivers_command(const Globals& globals);

}  // namespace martech_audit::cli

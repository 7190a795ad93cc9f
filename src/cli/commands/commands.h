// What each command declares; registered in all_commands.cpp.
#pragma once

#include "cli/command.h"

namespace martech_audit::cli {

Action declare_completion(CLI::App& app, const Globals& globals);
Action declare_config(CLI::App& app, const Globals& globals);
Action declare_convert(CLI::App& app, const Globals& globals);
Action declare_diff(CLI::App& app, const Globals& globals);
Action declare_eval(CLI::App& app, const Globals& globals);
Action declare_explain(CLI::App& app, const Globals& globals);
Action declare_graph(CLI::App& app, const Globals& globals);
Action declare_import(CLI::App& app, const Globals& globals);
Action declare_init(CLI::App& app, const Globals& globals);
Action declare_man(CLI::App& app, const Globals& globals);
Action declare_rules(CLI::App& app, const Globals& globals);
Action declare_scan(CLI::App& app, const Globals& globals);
Action declare_schema(CLI::App& app, const Globals& globals);
Action declare_trace(CLI::App& app, const Globals& globals);
Action declare_validate(CLI::App& app, const Globals& globals);
Action declare_verify(CLI::App& app, const Globals& globals);
Action declare_waivers(CLI::App& app, const Globals& globals);

}  // namespace martech_audit::cli

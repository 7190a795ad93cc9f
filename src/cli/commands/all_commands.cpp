#include <array>

#include "cli/commands/commands.h"

namespace martech_audit::cli {
namespace {

// In the order in which somebody new needs them.
constexpr std::array commands = {
    Command{"init", "Write a commented starter inventory and its schema", declare_init},
    Command{"import", "Turn a spreadsheet or export into an inventory", declare_import},
    Command{"validate", "Check the inventory's structure, references, dates and money", declare_validate},
    Command{"scan", "Judge the inventory: findings, gap score, gate", declare_scan},
    Command{"diff", "Show what changed between two inventories or reports, and gate it", declare_diff},
    Command{"trace", "Show what carries each objective, what each tool serves, and what proves it",
            declare_trace},
    Command{"graph", "Draw the stack: tools, what connects them, the objectives they serve", declare_graph},
    Command{"explain", "Explain a rule, or a finding by its fingerprint", declare_explain},
    Command{"eval", "Evaluate an expression over the inventory and its facts", declare_eval},
    Command{"rules", "List, check and test rule packs", declare_rules},
    Command{"waivers", "List what is waived, until when, and what that hides", declare_waivers},
    Command{"config", "Show the configuration in force", declare_config},
    Command{"convert", "Write a saved report in another format", declare_convert},
    Command{"verify", "Recompute every figure of a saved report", declare_verify},
    Command{"schema", "Print a JSON Schema", declare_schema},
    Command{"completion", "Print a script that completes commands and options in a shell",
            declare_completion},
    Command{"man", "Print the manual page", declare_man},
};

}  // namespace

std::span<const Command> all_commands() { return commands; }

}  // namespace martech_audit::cli

#include <array>

#include "cli/commands/commands.h"

namespace martech_audit::cli {
namespace {

// In the order in which somebody new needs them.
constexpr std::array commands = {
    Command{"init", "Write a commented starter inventory and its schema", declare_init},
    Command{"import", "Import a spreadsheet or export as an inventory", declare_import},
    Command{"validate", "Check the inventory's structure, references, dates and money", declare_validate},
    Command{"scan", "Audit the inventory: findings, gap score, gate", declare_scan},
    Command{"diff", "Show and gate what changed between two inventories or reports", declare_diff},
    Command{"trace", "Trace objectives to tools, spend and KPIs", declare_trace},
    Command{"graph", "Draw the stack: tools, integrations and objectives", declare_graph},
    Command{"explain", "Explain a rule or a finding", declare_explain},
    Command{"eval", "Evaluate an expression on the inventory and its facts", declare_eval},
    Command{"rules", "List, check and test rule packs", declare_rules},
    Command{"waivers", "List waivers, their expiry and what they hide", declare_waivers},
    Command{"config", "Show the effective configuration", declare_config},
    Command{"convert", "Convert a saved report to another format", declare_convert},
    Command{"verify", "Verify every figure in a saved report", declare_verify},
    Command{"schema", "Print a JSON Schema", declare_schema},
    Command{"completion", "Print a shell completion script", declare_completion},
    Command{"man", "Print the manual page", declare_man},
};

}  // namespace

std::span<const Command> all_commands() { return commands; }

}  // namespace martech_audit::cli

// Every command and option as data: what completions and the manual page are made of.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace martech_audit::cli {

struct OptionEntry {
  std::string name;                // "fail-on"; of a positional its name
  std::string letter;              // "f", or empty
  std::string value;               // "SEVERITY"; empty: a flag
  std::string summary;             // one clause
  std::string standard;            // what it is where not given; may be empty
  std::vector<std::string> words;  // all values it takes, or those it begins with; empty: not listed
  bool takes_file = false;
  bool repeatable = false;
  bool required = false;  // of positionals
};

struct CommandEntry {
  std::string path;  // "rules list"; empty: martech-audit itself
  std::string summary;
  std::vector<OptionEntry> options;      // those of martech-audit itself are taken by every command, too
  std::vector<OptionEntry> positionals;  // in their order
  std::vector<std::string> subcommands;  // names
};

// martech-audit itself first, then command by command, each followed by its parts.
std::vector<CommandEntry> option_table(CLI::App& app);

}  // namespace martech_audit::cli

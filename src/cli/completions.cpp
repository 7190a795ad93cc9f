#include "cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace martech_audit::cli {
namespace {

using Table = std::span<const CommandEntry>;

// "--fail-on", and "-f" where there is one.
std::vector<std::string> spellings(const OptionEntry& option) {
  std::vector<std::string> names{"--" + option.name};
  if (!option.letter.empty()) names.push_back("-" + option.letter);
  return names;
}

std::string joined(const std::vector<std::string>& words, std::string_view between = " ") {
  return fmt::format("{}", fmt::join(words, between));
}

// In single quotes of a shell.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// --- bash

// What follows an option that takes a value, by "command:option".
std::string bash_values(const CommandEntry& command) {
  std::string text;
  for (const OptionEntry& option : command.options) {
    if (option.value.empty()) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : spellings(option))
      patterns.push_back(command.path.empty() ? "*:" + name
                                              : fmt::format("{}:{}", in_quotes(command.path), name));
    const std::string reply =
        !option.words.empty()
            ? fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$current\"))", joined(option.words))
        : option.takes_file ? "COMPREPLY=($(compgen -f -- \"$current\"))"
                            : "COMPREPLY=()";
    text += fmt::format("    {}) {}; return ;;\n", joined(patterns, "|"), reply);
  }
  return text;
}

std::string bash_words(const CommandEntry& command, const CommandEntry& root) {
  std::vector<std::string> options;
  for (const CommandEntry* of : {&command, &root}) {
    for (const OptionEntry& option : of->options) {
      const std::string name = "--" + option.name;
      if (std::ranges::find(options, name) == options.end()) options.push_back(name);
    }
    if (&command == &root) break;
  }
  std::vector<std::string> words = command.subcommands;
  bool files = false;
  for (const OptionEntry& positional : command.positionals) {
    words.insert(words.end(), positional.words.begin(), positional.words.end());
    files = files || positional.takes_file || positional.words.empty();
  }
  return fmt::format("    {}) options='{}'; words='{}'; files={} ;;\n", in_quotes(command.path),
                     joined(options), joined(words), files ? 1 : 0);
}

// --- zsh

// In the descriptions of _arguments, brackets and colons mean something.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const OptionEntry& option) {
  if (!option.words.empty()) return fmt::format("({})", joined(option.words));
  return option.takes_file ? "_files" : " ";
}

std::string zsh_option(const OptionEntry& option) {
  std::string text;
  for (const std::string& name : spellings(option)) {
    std::string spec = option.repeatable ? "*" : "";
    spec += name;
    if (!option.value.empty() && name.starts_with("--")) spec += '=';
    spec += fmt::format("[{}]", zsh_text(option.summary));
    if (!option.value.empty()) spec += fmt::format(":{}:{}", zsh_text(option.value), zsh_action(option));
    text += fmt::format("    {} \\\n", in_quotes(spec));
  }
  return text;
}

std::string function_name(std::string_view path) {
  std::string name = "_martech_audit";
  if (!path.empty()) name += fmt::format("_{}", path);
  std::ranges::replace(name, ' ', '_');
  std::ranges::replace(name, '-', '_');
  return name;
}

const CommandEntry& part_of(Table table, const CommandEntry& command, const std::string& name) {
  const std::string path = command.path.empty() ? name : command.path + " " + name;
  return *std::ranges::find(table, path, &CommandEntry::path);
}

std::string zsh_function(const CommandEntry& command, Table table) {
  std::string text = fmt::format("{}() {{\n", function_name(command.path));
  if (!command.subcommands.empty()) text += "  local state line\n  typeset -A opt_args\n";
  text += "  _arguments -s -S \\\n";
  for (const OptionEntry& option : command.options) text += zsh_option(option);
  if (!command.path.empty()) {
    for (const OptionEntry& option : table.front().options) {
      if (std::ranges::find(command.options, option.name, &OptionEntry::name) == command.options.end())
        text += zsh_option(option);
    }
  }
  for (const OptionEntry& positional : command.positionals) {
    text += fmt::format("    '{}:{}:{}' \\\n", positional.repeatable ? "*" : "", zsh_text(positional.value),
                        positional.words.empty() ? "_files" : zsh_action(positional));
  }
  if (command.subcommands.empty()) return text + "    && return 0\n}\n\n";
  text +=
      "    '1:command:->command' '*::argument:->arguments' && return 0\n  case $state in\n    command)\n"
      "      local -a commands\n      commands=(\n";
  for (const std::string& name : command.subcommands) {
    text +=
        fmt::format("        {}\n",
                    in_quotes(fmt::format("{}:{}", name, zsh_text(part_of(table, command, name).summary))));
  }
  text += "      )\n      _describe command commands ;;\n    arguments)\n      case $line[1] in\n";
  for (const std::string& name : command.subcommands)
    text += fmt::format("        {}) {} ;;\n", name, function_name(part_of(table, command, name).path));
  return text + "      esac ;;\n  esac\n}\n\n";
}

// --- fish

std::string fish_line(const CommandEntry& command, std::string_view rest) {
  return fmt::format("complete -c martech-audit -n '__martech_audit_at {}' {}\n",
                     command.path.empty() ? "\"\"" : fmt::format("\"{}\"", command.path), rest);
}

std::string fish_value(const OptionEntry& option) {
  if (option.value.empty()) return "";
  if (!option.words.empty()) return fmt::format(" -x -a {}", in_quotes(joined(option.words)));
  return option.takes_file ? " -r -F" : " -x";
}

std::string fish_option(const OptionEntry& option) {
  std::string text = "-l " + option.name;
  if (!option.letter.empty()) text += " -s " + option.letter;
  return text + fish_value(option) + " -d " + in_quotes(option.summary);
}

}  // namespace

std::string bash_completion(Table table) {
  std::string steps, values, words;
  for (const CommandEntry& command : table) {
    for (const std::string& name : command.subcommands) {
      const std::string path = part_of(table, command, name).path;
      steps +=
          fmt::format("      {}) command={} ;;\n", in_quotes(command.path + ":" + name), in_quotes(path));
    }
    words += bash_words(command, table.front());
  }
  // Those of a command go before those of all.
  for (auto command = table.rbegin(); command != table.rend(); ++command) values += bash_values(*command);
  return "# bash completion of martech-audit\n"
         "_martech_audit() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
         "  local command='' options='' words='' files=0 i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \"$command:${COMP_WORDS[i]}\" in\n" +
         steps +
         "    esac\n"
         "  done\n"
         "  case \"$command:$previous\" in\n" +
         values +
         "  esac\n"
         "  case \"$command\" in\n" +
         words +
         "  esac\n"
         "  if [[ \"$current\" == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "    if [[ $files == 1 ]]; then COMPREPLY+=($(compgen -f -- \"$current\")); fi\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _martech_audit martech-audit\n";
}

std::string zsh_completion(Table table) {
  std::string text = "#compdef martech-audit\n\n";
  for (const CommandEntry& command : table) text += zsh_function(command, table);
  return text +
         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n  _martech_audit \"$@\"\nelse\n"
         "  compdef _martech_audit martech-audit\nfi\n";
}

std::string fish_completion(Table table) {
  std::string known;
  for (const CommandEntry& command : table) {
    for (const std::string& name : command.subcommands) {
      known +=
          fmt::format("            case {}\n                set command {}\n",
                      in_quotes(command.path + ":" + name), in_quotes(part_of(table, command, name).path));
    }
  }
  std::string text =
      "# fish completion of martech-audit\n"
      "function __martech_audit_at\n"
      "    set -l command ''\n"
      "    for word in (commandline -opc)[2..-1]\n"
      "        switch \"$command:$word\"\n" +
      known +
      "        end\n"
      "    end\n"
      "    test \"$command\" = \"$argv[1]\"\n"
      "end\n";
  for (const OptionEntry& option : table.front().options)
    text += fmt::format("complete -c martech-audit {}\n", fish_option(option));
  for (const CommandEntry& command : table) {
    if (!command.path.empty()) {
      for (const OptionEntry& option : command.options) text += fish_line(command, fish_option(option));
    }
    for (const std::string& name : command.subcommands) {
      text += fish_line(
          command, fmt::format("-f -a {} -d {}", name, in_quotes(part_of(table, command, name).summary)));
    }
    for (const OptionEntry& positional : command.positionals) {
      if (!positional.words.empty())
        text += fish_line(command, fmt::format("-f -a {}", in_quotes(joined(positional.words))));
    }
  }
  return text;
}

}  // namespace martech_audit::cli

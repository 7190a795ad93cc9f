// Completions and the manual page against what `--help` says: none may lack an option.
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"

namespace martech_audit::tests::completion {
namespace {

struct Help {
  std::set<std::string> options;  // "--fail-on"
  std::set<std::string> commands;
};

Help help_of(std::vector<std::string> command) {
  command.emplace_back("--help");
  const Run run = martech_audit(command);
  CHECK(run.exit_code == 0);
  Help help;
  std::istringstream lines(run.out);
  bool in_commands = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "Subcommands:") in_commands = true;
    if (!line.starts_with("  ") || line[2] == ' ') continue;
    const std::string word = line.substr(2, line.find(' ', 2) - 2);
    if (in_commands) {
      help.commands.insert(word);
    } else if (const std::size_t at = word.find("--"); at != std::string::npos) {
      help.options.insert(word.substr(at));
    }
  }
  return help;
}

// By command: "rules list". The empty one is martech-audit itself.
std::map<std::string, Help> all_help() {
  std::map<std::string, Help> all{{"", help_of({})}};
  for (const std::string& command : all[""].commands) {
    const Help help = help_of({command});
    all[command] = help;
    for (const std::string& part : help.commands) all[command + " " + part] = help_of({command, part});
  }
  return all;
}

// The part of the text from one mark to the next.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return "";
  return text.substr(at, text.find(end, at + begin.size()) - at);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string printed(std::vector<std::string> arguments) {
  const Run run = martech_audit(std::move(arguments));
  CHECK(run.exit_code == 0);
  CHECK(run.err == "");
  return run.out;
}

TEST_CASE("no completion and no manual page lacks a command or an option") {
  const std::string bash = printed({"completion", "bash"});
  const std::string zsh = printed({"completion", "zsh"});
  const std::string fish = printed({"completion", "fish"});
  const std::string man = replaced(printed({"man"}), "\\-", "-");
  const auto all = all_help();
  CHECK(all.size() > 15);
  for (const auto& [command, help] : all) {
    const std::string of_bash = between(bash, "\n    '" + command + "') options=", "\n");
    const std::string name = replaced(replaced(command.empty() ? "" : "_" + command, " ", "_"), "-", "_");
    const std::string of_zsh = between(zsh, "\n_martech_audit" + name + "() {", "\n}\n");
    const std::string of_man = command.empty() ? between(man, ".SH OPTIONS", ".SH COMMANDS")
                                               : between(man, ".SS " + command + "\n", "\n.SS ");
    CAPTURE(command);
    REQUIRE(of_bash != "");
    REQUIRE(of_zsh != "");
    REQUIRE(of_man != "");
    for (const std::string& option : help.options) {
      CAPTURE(option);
      CHECK((of_bash + " ").find(option) != std::string::npos);
      CHECK((of_zsh.find("'" + option + "[") != std::string::npos ||
             of_zsh.find(option + "=[") != std::string::npos));
      const std::string at = command.empty() ? "" : "-n '__martech_audit_at \"" + command + "\"' ";
      CHECK(fish.find("complete -c martech-audit " + at + "-l " + option.substr(2) + " ") !=
            std::string::npos);
      if (option != "--help" || command.empty()) CHECK(of_man.find(option) != std::string::npos);
    }
    for (const std::string& part : help.commands) CHECK(of_bash.find(part) != std::string::npos);
  }
}

// What bash would offer for the last word.
std::string completed(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += " '" + word + "'";
  const std::string script = printed({"completion", "bash"}) + "COMP_WORDS=(martech-audit" + line +
                             "); COMP_CWORD=" + std::to_string(words.size()) +
                             "; _martech_audit; echo \"${COMPREPLY[*]}\"\n";
  const Run run = run_program("/bin/bash", Setting{.arguments = {"-c", script}});
  CHECK(run.err == "");
  return run.out;
}

TEST_CASE("bash completes commands, options and their values") {
  CHECK(completed({"sc"}) == "scan schema\n");
  CHECK(completed({"rules", "t"}) == "test\n");
  CHECK(completed({"scan", "--fail-on", "c"}) == "critical\n");
  CHECK(completed({"scan", "--max-w"}) == "--max-waiver-days --max-waste\n");
  CHECK(completed({"--color", "a", "scan", "--format", "s"}) == "sarif\n");
  CHECK(completed({"scan", "--color", "n"}) == "never\n");
  CHECK(completed({"completion", "b"}) == "bash\n");
  CHECK(completed({"scan", "--as-of", "2"}) == "\n");
}

// Whether a program takes what is printed for it without a word.
void check_read(const std::string& program, const std::vector<std::string>& arguments,
                const std::vector<std::string>& of) {
  if (!std::filesystem::exists(program)) return skip(program);
  const Run run = run_program(program, Setting{.arguments = arguments, .input = printed(of)});
  CHECK(run.exit_code == 0);
  CHECK(run.out + run.err == "");
}

TEST_CASE("zsh reads its completions") {
  check_read("/usr/bin/zsh", {"-n", "/dev/stdin"}, {"completion", "zsh"});
}

TEST_CASE("fish reads its completions") {
  check_read("/usr/bin/fish", {"--no-execute"}, {"completion", "fish"});
}

TEST_CASE("mandoc reads the manual") { check_read("/usr/bin/mandoc", {"-T", "lint"}, {"man"}); }

}  // namespace
}  // namespace martech_audit::tests::completion

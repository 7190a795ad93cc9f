// Completions, run as shells run them, and the manual page; neither may lack an option that `--help` has.
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

// "rules list --" for {"rules", "list"}, as words for the hidden command.
std::set<std::string> candidates(std::vector<std::string> words) {
  words.insert(words.begin(), {"__complete", "--"});
  std::istringstream lines(printed(words));
  std::set<std::string> found;
  for (std::string line; std::getline(lines, line);) found.insert(line.substr(0, line.find('\t')));
  return found;
}

std::vector<std::string> words_of(const std::string& command, const std::string& last) {
  std::istringstream in(command);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  words.push_back(last);
  return words;
}

TEST_CASE("no completion and no manual page lacks a command or an option") {
  const std::string man = replaced(printed({"man"}), "\\-", "-");
  CHECK(man.find("__complete") == std::string::npos);
  const auto all = all_help();
  CHECK(all.size() > 15);
  for (const auto& [command, help] : all) {
    const std::string of_man = command.empty() ? between(man, ".SH OPTIONS", ".SH COMMANDS")
                                               : between(man, ".SS " + command + "\n", "\n.SS ");
    CAPTURE(command);
    REQUIRE(of_man != "");
    const std::set<std::string> options = candidates(words_of(command, "-"));
    for (const std::string& option : help.options) {
      CAPTURE(option);
      CHECK(options.contains(option));
      if (option != "--help" || command.empty()) CHECK(of_man.find(option) != std::string::npos);
    }
    if (!help.commands.empty()) CHECK(candidates(words_of(command, "")) == help.commands);
  }
}

// Where the shell finds this program as `martech-audit`.
const std::string folder_of_program = std::filesystem::path(MARTECH_AUDIT_BINARY).parent_path().string();
const std::string at_hand = "PATH=\"" + folder_of_program + ":$PATH\"\n";

// Runs what bash does where somebody asks for completions of the last word; spaces between what it would
// offer.
std::string completed(const std::vector<std::string>& words, const std::filesystem::path& folder = {}) {
  std::string line;
  for (const std::string& word : words) line += " '" + word + "'";
  const std::string script = at_hand + printed({"completion", "bash"}) + "COMP_WORDS=(martech-audit" + line +
                             "); COMP_CWORD=" + std::to_string(words.size()) +
                             "; _martech_audit; echo \"${COMPREPLY[*]}\"\n";
  const Run run = run_program("/bin/bash", Setting{.arguments = {"-c", script}, .folder = folder});
  CHECK(run.err == "");
  return run.out;
}

TEST_CASE("bash completes commands, options and their values") {
  CHECK(completed({"sc"}) == "scan schema\n");
  CHECK(completed({"rules", "t"}) == "test\n");
  CHECK(completed({"scan", "--fail-on", "c"}) == "critical\n");
  CHECK(completed({"scan", "--fail-on", "=", "c"}) == "critical\n");
  CHECK(completed({"scan", "--max-w"}) == "--max-waiver-days --max-waste\n");
  CHECK(completed({"--color", "a", "scan", "--format", "s"}) == "sarif\n");
  CHECK(completed({"scan", "--color", "n"}) == "never\n");
  CHECK(completed({"scan", "--rule", "unused"}) == "unused-licences\n");
  CHECK(completed({"scan", "--dimension", "str"}) == "strategy\n");
  CHECK(completed({"explain", "silo"}) == "silo-ownership\n");
  CHECK(completed({"eval", "--pack", "con"}) == "contracts\n");
  CHECK(completed({"completion", "b"}) == "bash\n");
  CHECK(completed({"scan", "--as-of", "2"}) == "\n");
}

TEST_CASE("bash completes files where one is taken") {
  const TemporaryFolder folder;
  folder.write("stack one.yaml", "");
  folder.write("stack.yaml", "");
  CHECK(completed({"scan", "stack"}, folder.path()) == "stack one.yaml stack.yaml\n");
  CHECK(completed({"scan", "--waivers", "stack."}, folder.path()) == "stack.yaml\n");
  CHECK(completed({"scan", "--waivers", "=", "stack."}, folder.path()) == "stack.yaml\n");
  CHECK(completed({"scan", "--fail-on", "stack"}, folder.path()) == "\n");
}

TEST_CASE("hostile words are completed as any others") {
  const TemporaryFolder folder;
  folder.write(".martech-audit.yaml", "packs: [nowhere]\n");
  for (const char* word :
       {"$(touch made)", "`touch made`", "; touch made", "--output=made", "-o made", "*"}) {
    CAPTURE(word);
    CHECK(completed({word, ""}, folder.path()).find("made") == std::string::npos);
    CHECK(completed({"scan", word}, folder.path()) == "\n");
    const Run run = martech_audit(Setting{{"__complete", "--", "scan", word, "--sev"}, {}, folder.path()});
    CHECK(run.out == "--severity\tShow only findings of this severity or higher\n");
    CHECK(run.err == "");
    CHECK(run.exit_code == 0);
  }
  CHECK_FALSE(std::filesystem::exists(folder.file("made")));
}

// What a shell prints for a script; nothing is wrong with it.
std::string said_by(const std::string& shell, const std::string& flag, const std::string& script) {
  const TemporaryFolder folder;
  folder.write("waivers.yaml", "");
  const Run run = run_program(shell, Setting{.arguments = {flag, "-c", script}, .folder = folder.path()});
  CHECK(run.err == "");
  return run.out;
}

TEST_CASE("zsh completes") {
  const std::string zsh = "/usr/bin/zsh";
  if (!std::filesystem::exists(zsh)) return skip(zsh);
  // Its completion system needs a terminal: here the functions of that print what they are given.
  const std::string system =
      "compdef() { : }\n_describe() { shift 2; print -l -- \"${(@P)1}\" }\n_files() { print files }\n";
  const auto completes = [&](const std::string& line) {
    return said_by(zsh, "-f",
                   at_hand + system + printed({"completion", "zsh"}) + "words=(" + line +
                       ")\nCURRENT=$#words\n_martech_audit\n");
  };
  CHECK(completes("martech-audit rules t") == "test:Run the test cases of packs (PACK.test.yaml)\n");
  CHECK(completes("martech-audit scan --fail-on c") == "critical\n");
  CHECK(completes("martech-audit scan --waivers w") == "files\n");
}

TEST_CASE("fish completes") {
  const std::string fish = "/usr/bin/fish";
  if (!std::filesystem::exists(fish)) return skip(fish);
  const auto completes = [&](const std::string& line) {
    return said_by(fish, "--no-config",
                   "set PATH " + folder_of_program + " $PATH\n" + printed({"completion", "fish"}) +
                       "complete -C '" + line + "'\n");
  };
  CHECK(completes("martech-audit rules t") == "test\tRun the test cases of packs (PACK.test.yaml)\n");
  CHECK(completes("martech-audit scan --fail-on c") == "critical\n");
  CHECK(completes("martech-audit scan --waivers w") == "waivers.yaml\n");
}

TEST_CASE("mandoc reads the manual") {
  const std::string mandoc = "/usr/bin/mandoc";
  if (!std::filesystem::exists(mandoc)) return skip(mandoc);
  const Run run = run_program(mandoc, Setting{.arguments = {"-T", "lint"}, .input = printed({"man"})});
  CHECK(run.exit_code == 0);
  CHECK(run.out + run.err == "");
}

}  // namespace
}  // namespace martech_audit::tests::completion

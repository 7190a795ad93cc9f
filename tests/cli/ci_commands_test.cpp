// In front of a pull request, what is printed lands in a CI service's log, and some lines there are commands.
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "base/text.h"
#include "support/catch.h"
#include "support/ci_services.h"
#include "support/program.h"

namespace martech_audit::tests::ci_command {
namespace {

const std::string source = MARTECH_AUDIT_SOURCE_DIR;
const std::vector<std::string> formats{
    "brief-html", "brief-markdown", "csv",    "github",      "gitlab",     "html",  "ics", "json",
    "junit",      "markdown",       "ndjson", "openmetrics", "prometheus", "sarif", "text"};

// As YAML and JSON write them in double quotes.
constexpr std::array attacks{
    "::add-mask::e",
    "x ##[set-output name=verdict;]passed",
    "##vso[task.setvariable variable=verdict]passed",
    "##teamcity[buildStop comment='x' readdToQueue='false']",
    "a name that goes on ::stop-commands::x and on ::error::y and on ::set-env name=A::b until it has to be "
    "wrapped",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa::error::bbbbbbbbbbbbbbbbbbbbbbbbbbb::warning::"
    "cccccccccccc",
    "#\uFE0F#\uFE0F[error]overlooked ##\u00AD[error]",
    "\u00A0\u3000::error title=a::blank",
    "[error]begins ends##",
    "###[group]x ##a##[endgroup] ::",
    "\\r\\n::error::line\\r##vso[task.complete result=Succeeded]",
    "section_start:1:a\\r\\u001b[0K \\u001b[1m::error::colour",
};

std::string attack(std::size_t number) {
  return "\"" + std::string(attacks[number % attacks.size()]) + " " + std::to_string(number) + "\"";
}

// The text with every value of these keys replaced.
std::string attacked(const std::string& text, const std::string& keys) {
  const std::regex whole("( *(?:- )?(?:" + keys + "): ).*");
  const std::regex within("([{,] *(?:" + keys + "): )(?:\"[^\"]*\"|[^,}]+)");
  std::string out;
  std::size_t number = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line); out += line + "\n") {
    std::smatch found;
    if (std::regex_match(line, found, whole)) {
      line = found[1].str() + attack(number++);
      continue;
    }
    std::string rest;
    for (std::swap(line, rest); std::regex_search(rest, found, within); rest = found.suffix().str())
      line += found.prefix().str() + found[1].str() + attack(number++);
    line += rest;
  }
  return out;
}

void check_silent(const std::string& printed) {
  for (const CiCommand& command : ci_commands(printed)) {
    FAIL_CHECK(command.service << " obeys '" << command.name << "': " << escape_controls(command.line));
  }
}

// What the run prints, in a locale with and without UTF-8, with and without colours, and beside any service.
Run check_silent(const Setting& setting) {
  Run first;
  for (const std::string locale : {"C.UTF-8", "C"}) {
    Setting again = setting;
    again.environment.push_back("LC_ALL=" + locale);
    const Run run = martech_audit(again);
    if (locale != "C") first = run;
    INFO(locale << ": " << [&] {
      std::string line;
      for (const std::string& argument : setting.arguments) line += escape_controls(argument) + " ";
      return line;
    }());
    check_silent(run.out);
    check_silent(run.err);
    CHECK(run.out + run.err != "");
    for (const char* service :
         {"GITHUB_ACTIONS=true", "GITLAB_CI=true", "TF_BUILD=True", "TEAMCITY_VERSION=1"})
      again.environment.push_back(service);
    if (locale == "C") CHECK(martech_audit(again).err == run.err);
  }
  return first;
}

struct Stack {
  TemporaryFolder folder;
  std::string retailer = read_text(source + "/examples/retailer/inventory.yaml");

  Stack() {
    folder.write("::error::x.yaml", attacked(retailer, "name|title|vendor|customer_problem|problem"));
    folder.write("pack.yaml", attacked(read_text(source + "/examples/custom-pack/agency.yaml"),
                                       "title|about|why|fix|source"));
  }
  Run run(std::vector<std::string> arguments, std::string input = {}) const {
    return check_silent(
        {.arguments = std::move(arguments), .input = std::move(input), .folder = folder.path()});
  }
};

const std::vector<std::string> scan{"scan",       "::error::x.yaml", "--as-of",
                                    "2026-11-23", "--rules",         "pack.yaml"};

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

TEST_CASE("the attacks are commands to the services where nothing stops them") {
  std::size_t obeyed = 0;
  for (const std::string line :
       {"::add-mask::e", "  ::error::x", "\u3000::error::x", "a ##[group]b", "x##vso[a.b]c", " ##teamcity[x",
        "#\uFE0F#[error]a", "\x1b[1m::error::a\x1b[0m", "section_start:1:a\r\x1b[0K"}) {
    obeyed += ci_commands(line).size();
  }
  CHECK(obeyed == 9);
  CHECK(ci_commands("a ::error::x\n:\\x3aerror::x\n##\\x5berror]x\n# #[x]\n").empty());
}

TEST_CASE("no report starts a command of a CI service, whatever the width") {
  const Stack stack;
  for (const std::string& format : formats) {
    if (format != "github") CHECK(stack.run(with(scan, {"-f", format})).exit_code == 1);
  }
  for (std::size_t width = 40; width <= 120; width += 5)
    CHECK(stack.run(with(scan, {"--verbose", "--color", "always", "--width", std::to_string(width)}))
              .exit_code == 1);
}

TEST_CASE("a report without attacks is as its writer wrote it") {
  const std::string retailer = source + "/examples/retailer/inventory.yaml";
  for (const std::string& format : formats) {
    INFO(format);
    const std::string text = martech_audit({"scan", retailer, "--as-of", "2026-11-23", "-f", format}).out;
    CHECK(text.size() > 1000);
    for (const char* escape : {"x5b", "x3a", "u005b"})
      CHECK(text.find(std::string("\\") + escape) == text.npos);
  }
}

TEST_CASE("of the github format the annotations are all there is to obey") {
  const Stack stack;
  const Run run = martech_audit({.arguments = with(scan, {"-f", "github"}), .folder = stack.folder.path()});
  const auto report = nlohmann::json::parse(
      martech_audit({.arguments = with(scan, {"-f", "json"}), .folder = stack.folder.path()}).out);
  std::set<std::string> messages;
  for (const auto& finding : report["findings"])
    messages.insert(escape_controls(finding["message"].get<std::string>()));
  const std::vector<CiCommand> commands = ci_commands(run.out);
  CHECK(commands.size() == static_cast<std::size_t>(std::ranges::count(run.out, '\n')));
  for (const CiCommand& command : commands) {
    INFO(command.line);
    CHECK(command.service == "github");
    CHECK((command.name == "error" || command.name == "warning" || command.name == "notice"));
    const std::string message = command.data.substr(0, command.data.find('\n'));
    CHECK((messages.contains(message) || message.ends_with("see the report for all findings")));
    CHECK(ci_commands("x" + command.line).empty());
  }
  check_silent(run.err);
}

TEST_CASE("no other command prints one either") {
  const Stack stack;
  const std::string& inventory = scan[1];
  stack.folder.write("old.yaml", stack.retailer);
  stack.folder.write(
      "report.json",
      martech_audit({.arguments = with(scan, {"-f", "json"}), .folder = stack.folder.path()}).out);
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"validate", inventory},
           {"trace", inventory},
           {"trace", inventory, "-f", "json"},
           {"graph", inventory},
           {"graph", inventory, "-f", "mermaid"},
           {"explain", "agency-cost-code", "--rules", "pack.yaml"},
           {"explain", "agency-long-term", "--rules", "pack.yaml", inventory, "--as-of", "2026-11-23"},
           {"eval", "org.name", inventory},
           {"eval", "org.tools.map(t, {t.name: t.vendor})", inventory},
           {"eval", "tool.name", "--for", "tool", "--trace", inventory},
           {"eval", "##vso[a.b]c + '::error::x'", inventory},
           {"rules", "list", "--rules", "pack.yaml"},
           {"rules", "list", "--params", "--rules", "pack.yaml"},
           {"rules", "docs", "--rules", "pack.yaml"},
           {"rules", "check", "pack.yaml"},
           {"diff", "old.yaml", inventory, "--as-of", "2026-11-23"},
           {"diff", inventory, "old.yaml", "--as-of", "2026-11-23", "-f", "markdown"},
           {"diff", "old.yaml", inventory, "--as-of", "2026-11-23", "-f", "json"},
           {"verify", "report.json"},
           {"convert", "report.json", "-f", "markdown"},
           {"scan", inventory, "--log-level", "debug"},
           {"scan", "##[error]none.yaml"},
           {"scan", inventory, "-f", "##vso[task.complete]x"},
           {"scan", inventory, "--##[error]x"},
           {"scan", inventory, "\n::error::x"},
           {"\n::error::x"},
           {"explain", "##[error]x", inventory},
           {"trace", inventory, "\r::error::x ##[error]"},
           {"graph", inventory, "--focus", "##teamcity[x"}}) {
    stack.run(arguments);
  }
}

TEST_CASE("neither do messages about what is wrong, nor what an import says and writes") {
  const Stack stack;
  stack.folder.write(
      "bad.yaml",
      "martech: 1\norganisation: {name: a, currency: \"##[error]x\"}\n\"::error::k ##vso[a.b]\": 1\n"
      "##[error]no comment]\ntools:\n  - id: \"::error::i\"\n    owner: \"##teamcity[x\"\n"
      "    ##[group]y: 1\n    ::error::z: 1\n");
  stack.run({"scan", "bad.yaml"});
  stack.folder.write("torn.yaml", "martech: 1\n  ::error::x: [##[error]\n");
  stack.run({"scan", "torn.yaml"});
  stack.run({"scan", "-", "--stdin-filename", "::error::x.yaml"}, "##[error]x: ::error::y\n");
  stack.folder.write(".martech-audit.yaml",
                     "\"::error::x\": 1\nformat: \"##[error]x\"\nrules: {\"##vso[a.b]\": off}\n");
  stack.run({"config", "show"});
  stack.run({"scan", "old.yaml"});
  std::filesystem::remove(stack.folder.file(".martech-audit.yaml"));

  std::string sheet = "Tool,Vendor,Annual cost,##[error]heading,::error::other\n";
  for (std::size_t i = 0; i < attacks.size(); ++i) {
    const std::string text = nlohmann::json::parse(attack(i)).get<std::string>();
    sheet += "\"" + text + "\",\"" + text + "\",many ##[error],\"" + text + "\",::error::1\n";
  }
  stack.folder.write("::warning::sheet.csv", sheet);
  const Run run =
      stack.run({"import", "::warning::sheet.csv", "--currency", "EUR", "--organisation", "##[error]o"});
  INFO(run.err);
  CHECK(run.exit_code == 0);
  stack.folder.write("again.yaml", run.out);
  const Run names = martech_audit(
      {.arguments = {"eval", "org.tools.map(t, t.name)", "again.yaml"}, .folder = stack.folder.path()});
  INFO(names.err << run.out);
  const auto read = nlohmann::json::parse(names.out);
  CHECK(read[3] == nlohmann::json::parse(attack(3)));
  CHECK(martech_audit({.arguments = {"eval", "org.name", "again.yaml"}, .folder = stack.folder.path()}).out ==
        "\"##\\u005berror]o\"\n");
}

TEST_CASE("a saved report keeps every text, and converts to the same bytes") {
  const Stack stack;
  const std::string saved =
      martech_audit({.arguments = with(scan, {"-f", "json"}), .folder = stack.folder.path()}).out;
  const auto report = nlohmann::json::parse(saved);
  std::set<std::string> texts;
  for (std::size_t number = 0; number < 400; ++number)
    texts.insert(nlohmann::json::parse(attack(number)).get<std::string>());
  CHECK(report["tools"].size() == 31);
  for (const auto& tool : report["tools"]) {
    INFO(tool["name"]);
    CHECK(texts.contains(tool["name"].get<std::string>()));
  }
  stack.folder.write("report.json", saved);
  const Run again = stack.run({"convert", "report.json", "-f", "json"});
  CHECK(again.out == saved);
  CHECK(stack.run({"verify", "report.json"}).exit_code == 0);
}

}  // namespace
}  // namespace martech_audit::tests::ci_command

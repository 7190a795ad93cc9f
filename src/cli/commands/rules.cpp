// rules: the catalogue, its parameters and facts; new packs, their checks and tests.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "audit/load.h"
#include "audit/packs.h"
#include "base/text.h"
#include "cel/cel.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/input_files.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/purpose.h"
#include "facts/facts.h"
#include "model/reader.h"
#include "rules/host_functions.h"
#include "rules/mutation_run.h"
#include "rules/pack_template.h"
#include "rules/param.h"
#include "rules/rule_page.h"
#include "rules/rule_tests.h"
#include "rules/words.h"

namespace martech_audit::cli {
namespace {

int print_out(const std::string& text) {
  const Result<Written> written = write_text("-", text);
  return written ? exit_ok : fail(written.error());
}

Result<AuditOptions> with_packs(const std::vector<std::string>& paths, const std::string& benchmarks = {}) {
  AuditOptions options;
  if (!benchmarks.empty()) {
    Result<SourcePtr> source = read_for(Purpose::benchmarks, benchmarks);
    if (!source) return source.error();
    options.benchmarks = *std::move(source);
  }
  Result<std::vector<SourcePtr>> packs = read_packs(paths);
  if (!packs) return packs.error();
  options.packs = *std::move(packs);
  return options;
}

// --- list
// ---------------------------------------------------------------------------------------------------------

struct ListOptions {
  std::vector<std::string> packs;
  std::string benchmarks;
  bool params = false;
  bool facts = false;
  bool functions = false;
};

std::string list_of_rules(const RuleSet& rules) {
  std::string text;
  for (const RulePack& pack : rules.packs()) {
    text += fmt::format("{}{} {}: {}\n", text.empty() ? "" : "\n", pack.id, pack.version, pack.title);
    for (const Rule& rule : pack.rules) {
      text += fmt::format("  {:<30} {:<8} {:<12} {:<13} {}\n", rule.id, name(rule.severity), name(rule.scope),
                          rule.dimension, rule.title);
    }
  }
  return text;
}

std::string list_of_params(const RuleSet& rules) {
  std::string text;
  for (const RulePack& pack : rules.packs()) {
    for (const Param& param : pack.params) {
      text += fmt::format("{}.{} = {}\n", pack.id, param.name, rules::param_text(param.value));
      for (const auto& [size, own] : param.by_size)
        text += fmt::format("    {} in {} organisations\n", rules::param_text(own), size);
      text += fmt::format("    {}\n    {}\n", param.about, param.source);
      if (!param.benchmark.empty()) text += fmt::format("    benchmark {}\n", param.benchmark);
    }
  }
  return text;
}

// Those of packs after the built-in ones, each with the pack that defines it.
std::string list_of_facts(const RuleSet& rules) {
  std::string text;
  const auto add = [&](const auto& fact) {
    text +=
        fmt::format("{}.{}: {}\n    {}\n", rules::variable_of(fact.of), fact.name, fact.type, fact.summary);
  };
  for (const Fact& fact : all_facts()) add(fact);
  for (const RulePack& pack : rules.packs()) {
    for (const DefinedFact& fact : pack.facts) {
      add(fact);
      text += fmt::format("    pack {}\n", pack.id);
    }
  }
  return text;
}

std::string list_of_functions() {
  std::vector<const cel::Function*> all(cel::all_functions().begin(), cel::all_functions().end());
  for (const cel::Function& function : rules::host_functions()) all.push_back(&function);
  std::ranges::stable_sort(all, {}, [](const cel::Function* function) { return function->name; });
  std::string text;
  for (const cel::Function* function : all) {
    for (const cel::Overload& overload : function->overloads) text += fmt::format("{}\n", overload.signature);
    text += fmt::format("    {}\n    {} == {}\n", function->summary, function->example, function->result);
  }
  return text;
}

int list_rules(ListOptions& options, const Run&) {
  if (options.functions) return print_out(list_of_functions());
  const Result<AuditOptions> packs = with_packs(options.packs, options.benchmarks);
  if (!packs) return fail(packs.error());
  Diagnostics diagnostics;
  const std::optional<RuleSet> rules = load_rules(*packs, diagnostics);
  if (!rules) return fail(diagnostics);
  print(diagnostics);
  return print_out(options.facts    ? list_of_facts(*rules)
                   : options.params ? list_of_params(*rules)
                                    : list_of_rules(*rules));
}

struct PackPaths {
  std::vector<std::string> packs;
};

// --- check
// --------------------------------------------------------------------------------------------------------

int check_packs(PackPaths& options, const Run&) {
  const Result<AuditOptions> packs = with_packs(options.packs);
  if (!packs) return fail(packs.error());
  Diagnostics diagnostics;
  const std::optional<RuleSet> rules = load_rules(*packs, diagnostics);
  if (!rules) return fail(diagnostics);
  print(diagnostics);
  say(fmt::format("martech-audit: {} packs, {} rules, no errors\n", rules->packs().size(),
                  rules->rules().size()));
  return exit_ok;
}

// --- docs
// ---------------------------------------------------------------------------------------------------------

int docs(PackPaths& options, const Run&) {
  const Result<AuditOptions> packs = with_packs(options.packs);
  if (!packs) return fail(packs.error());
  Diagnostics diagnostics;
  const std::optional<RuleSet> rules = load_rules(*packs, diagnostics);
  return rules ? print_out(rules_index(rules->packs())) : fail(diagnostics);
}

// --- test
// ---------------------------------------------------------------------------------------------------------

constexpr std::string_view cases_ending = ".test.yaml";

// "rules/spend.test.yaml" holds the cases of "rules/spend.yaml"; a directory stands for all of its own.
Result<std::vector<std::string>> case_files(const std::vector<std::string>& arguments) {
  std::vector<std::string> files;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    std::vector<std::string> found{argument};
    if (std::filesystem::is_directory(argument, ignored)) {
      Result<std::vector<std::string>> listed = list_folder(argument);
      if (!listed) return listed.error();
      found = *std::move(listed);
      std::erase_if(found, [](const std::string& path) { return !path.ends_with(cases_ending); });
      if (found.empty()) return Error{fmt::format("{} contains no test cases (*{})", argument, cases_ending)};
    } else if (!argument.ends_with(cases_ending)) {
      return Error{
          fmt::format("{} does not end in {}; name the file with the test cases", argument, cases_ending)};
    }
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

std::string pack_of(const std::string& case_file) {
  return case_file.substr(0, case_file.size() - cases_ending.size()) + ".yaml";
}

std::optional<TestWorld> make_world(const Document& document, Date as_of, Diagnostics& diagnostics) {
  std::optional<Inventory> read = read_inventory({document}, diagnostics);
  if (!read) return std::nullopt;
  const auto inventory = std::make_shared<const Inventory>(*std::move(read));
  return TestWorld{inventory, derive_facts(*inventory, as_of, diagnostics)};
}

const RulePack* pack_from(const RuleSet& rules, const std::string& path) {
  const auto here = [&](const RulePack& pack) { return pack.source->name() == path; };
  const auto found = std::find_if(rules.packs().begin(), rules.packs().end(), here);
  return found == rules.packs().end() ? nullptr : &*found;
}

struct TestOptions {
  std::vector<std::string> cases;
  bool mutate = false;
};

struct Tally {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t made = 0;  // changes of packs
  std::size_t excused = 0;
  std::size_t unnoticed = 0;
};

// A file of cases, and the packs to run it against.
struct TestBench {
  AuditOptions options;
  RuleSet rules;

  // The rules with one of the packs changed.
  std::optional<RuleSet> with(const SourcePtr& changed) const {
    AuditOptions options_changed = options;
    for (SourcePtr& pack : options_changed.packs) {
      if (pack->name() == changed->name()) pack = changed;
    }
    Diagnostics faults;
    return load_rules(options_changed, faults, Namesake::stands_in);
  }
};

void report_run(const TestRun& run, Tally& tally) {
  for (const TestResult& result : run.cases) {
    ++(result.passed() ? tally.passed : tally.failed);
    if (result.passed()) continue;
    const Diagnostic failure{
        DiagnosticLevel::error, result.where, fmt::format("{}: {}", result.rule, result.name), {}};
    say(render(failure) + result.difference + "\n");
  }
  for (const Diagnostic& gap : run.uncovered) {
    ++tally.failed;
    say(render(gap));
  }
}

void report_run(const MutationRun& run, Tally& tally) {
  tally.made += run.made;
  tally.excused += run.excused;
  tally.unnoticed += run.unnoticed.size();
  for (const Diagnostic& change : run.unnoticed) say(render(change));
}

// True where the file could be run at all. Packs whose cases fail are not changed.
bool run_file(const SourcePtr& cases, const TestBench& bench, bool mutate, Tally& tally,
              Diagnostics& diagnostics) {
  const std::optional<Document> document = read_document(cases, diagnostics);
  if (!document || diagnostics.has_errors()) return false;
  const RulePack& pack = *pack_from(bench.rules, pack_of(cases->name()));
  const std::optional<TestRun> run = run_rule_tests(*document, pack, bench.rules, make_world, diagnostics);
  if (!run) return false;
  report_run(*run, tally);
  if (mutate && run->passed()) {
    const LoadChanged load = [&](const SourcePtr& changed) { return bench.with(changed); };
    report_run(mutate_rules(*document, pack, bench.rules, make_world, load), tally);
  }
  return true;
}

std::string summary(const Tally& tally, bool mutate) {
  std::string cases = fmt::format("{} passed, {} failed\n", tally.passed, tally.failed);
  if (mutate) {
    cases += fmt::format("{} mutations: {} undetected, {} listed with a reason\n", tally.made,
                         tally.unnoticed, tally.excused);
  }
  return cases;
}

int test_packs(TestOptions& options, const Run&) {
  const Result<std::vector<std::string>> files = case_files(options.cases);
  if (!files) return fail(files.error());
  std::vector<std::string> pack_paths;
  std::vector<SourcePtr> cases;
  for (const std::string& file : *files) {
    const Result<SourcePtr> source = read_input(file);
    if (!source) return fail(source.error());
    cases.push_back(*source);
    pack_paths.push_back(pack_of(file));
  }
  const Result<AuditOptions> packs = with_packs(pack_paths);
  if (!packs) return fail(packs.error());
  Diagnostics diagnostics;
  const std::optional<RuleSet> rules = load_rules(*packs, diagnostics, Namesake::stands_in);
  if (!rules) return fail(diagnostics);
  const TestBench bench{*packs, *rules};
  Tally tally;
  for (const SourcePtr& file : cases) {
    if (!run_file(file, bench, options.mutate, tally, diagnostics)) return fail(diagnostics);
  }
  const int written = print_out(summary(tally, options.mutate));
  if (written != exit_ok) return written;
  return tally.failed + tally.unnoticed == 0 ? exit_ok : exit_gate_failed;
}

// ------------------------------------------------------------------------------------------------------------------

struct NewOptions {
  std::string pack;
};

int new_pack(NewOptions& options, const Run&) {
  const std::string& path = options.pack;
  namespace fs = std::filesystem;
  constexpr std::string_view ending = ".yaml";
  if (!path.ends_with(ending) || path.ends_with(cases_ending)) {
    return fail(fmt::format("{} is not a valid pack file name; use one that ends in {}, such as house.yaml",
                            path, ending));
  }
  const std::string cases = path.substr(0, path.size() - ending.size()) + std::string(cases_ending);
  for (const std::string& each : {path, cases}) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(each, ignored))) {
      return fail(fmt::format("{} already exists; nothing was written", each));
    }
  }
  const std::string pack = slug(fs::path(path).stem().string());
  const Result<Written> written =
      write_texts({{{path}, pack_template(pack)}, {{cases}, pack_cases_template(pack)}});
  if (!written) return fail(written.error());
  say(
      fmt::format("wrote {} and {}\nnext: edit the rule and its test cases, then `martech-audit rules test "
                  "--mutate {}`\n",
                  path, cases, cases));
  return exit_ok;
}

constexpr Option packs_option = Option::path("rules", "PATH", "Rule pack or directory of packs; repeatable");

constexpr std::array list_rows{
    Row{packs_option, &ListOptions::packs},
    Row{Option::flag("params", "List active thresholds with their sources"), &ListOptions::params},
    Row{Option::path("benchmarks", "FILE", "Use the benchmarks in this file"), &ListOptions::benchmarks},
    Row{Option::flag("facts", "List facts that rules can read"), &ListOptions::facts},
    Row{Option::flag("functions", "List expression functions with examples"), &ListOptions::functions},
};

constexpr std::array check_rows{
    Row{Option::path("packs", "PACK", "Packs or directories of packs").as_required_argument(),
        &PackPaths::packs},
};

constexpr std::array test_rows{
    Row{Option::path("cases", "CASES", "Test case files or directories").as_required_argument(),
        &TestOptions::cases},
    Row{Option::flag("mutate", "Also mutate each comparison, number and condition: a test case must fail"),
        &TestOptions::mutate},
};

constexpr std::array new_rows{
    Row{Option::path("pack", "PACK.yaml",
                     "Pack file to create; test cases are written next to it. Never overwrites")
            .as_required_argument(),
        &NewOptions::pack},
};

constexpr std::array docs_rows{Row{packs_option, &PackPaths::packs}};

}  // namespace

Command rules_command(const Globals& globals) {
  Command rules{"rules", "List, check and test rule packs"};
  rules.parts = {
      command<ListOptions>(globals, "list",
                           "List active rules; --params lists thresholds, --facts lists facts", list_rows,
                           list_rules),
      command<PackPaths>(globals, "check", "Check rule packs together with the built-in ones", check_rows,
                         check_packs),
      command<TestOptions>(globals, "test", "Run the test cases of packs (PACK.test.yaml)", test_rows,
                           test_packs),
      command<NewOptions>(globals, "new", "Create a starter pack with one rule and its test cases", new_rows,
                          new_pack),
      command<PackPaths>(globals, "docs", "Print the rule index as Markdown", docs_rows, docs),
  };
  return rules;
}

}  // namespace martech_audit::cli

#include "rules/rule_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "rules/engine.h"
#include "rules/expectations.h"
#include "rules/pack_checks.h"
#include "rules/test_file.h"
#include "rules/test_inventory.h"

namespace martech_audit {
namespace rules {
namespace {

constexpr std::size_t outcome_count = 4;

class Runner {
 public:
  Runner(const Document& document, const TestFile& file, const RulePack& pack, const RuleSet& rules,
         const MakeWorld& make_world)
      : document_(document), file_(file), pack_(pack), rules_(rules), make_world_(make_world) {}

  TestRun run() {
    for (const TestCase& test : file_.cases) run_case(test);
    for (const Rule& rule : pack_.rules) {
      if (rule.enabled) demand_cases(rule);
    }
    return std::move(run_);
  }

 private:
  struct Coverage {
    std::array<bool, outcome_count> shown{};
    std::string can_be_unknown;  // the field whose absence made it so; empty where none did
  };

  std::uint32_t number_of(std::string_view id) const {
    const auto all = rules_.rules();
    return static_cast<std::uint32_t>(std::ranges::find(all, id, &Rule::id) - all.begin());
  }

  void run_case(const TestCase& test) {
    TestResult& result = run_.cases.emplace_back();
    result.rule = test.rule;
    result.name = test.name;
    result.where = test.node.where();
    result.difference = differences_of(test);
    if (result.passed()) cover(test);
  }

  std::string differences_of(const TestCase& test) {
    Diagnostics diagnostics;
    const std::uint32_t number = number_of(test.rule);
    const auto world = make_world_(make_inventory(document_, test.inventory), *file_.as_of, diagnostics);
    if (!world) return render(diagnostics);
    const auto outcomes =
        judge_rule(rules_, number, *world->inventory, world->facts, *file_.as_of, diagnostics);
    if (!outcomes) return render(diagnostics);
    return differences(test, *outcomes, *world->inventory, rules_.rules()[number]);
  }

  void cover(const TestCase& test) {
    Coverage& coverage = coverage_[test.rule];
    bool decided = false;
    for (const Expectation& expectation : test.expect) {
      coverage.shown[static_cast<std::size_t>(expectation.outcome)] = true;
      decided =
          decided || expectation.outcome == TestOutcome::gap || expectation.outcome == TestOutcome::pass;
    }
    const bool open = !coverage.shown[static_cast<std::size_t>(TestOutcome::unknown)];
    if (decided && open && coverage.can_be_unknown.empty()) probe(test, test.inventory, "", coverage);
  }

  // Leaves out one field after the other until the rule cannot be decided.
  void probe(const TestCase& test, Node within, const std::string& path, Coverage& coverage) {
    for (const Node value : within) {
      if (!coverage.can_be_unknown.empty()) return;
      const std::string here =
          value.has_key() ? path + (path.empty() ? "" : ".") + std::string(value.key()) : path;
      if (value.has_key() && undecided_without(test, value)) coverage.can_be_unknown = here;
      if (value.is_mapping() || value.is_sequence()) probe(test, value, here, coverage);
    }
  }

  bool undecided_without(const TestCase& test, Node value) {
    Diagnostics ignored;
    const auto world =
        make_world_(make_inventory(document_, test.inventory, value.id()), *file_.as_of, ignored);
    if (!world) return false;
    const auto outcomes =
        judge_rule(rules_, number_of(test.rule), *world->inventory, world->facts, *file_.as_of, ignored);
    return outcomes && !outcomes->undecided.empty() && !outcomes->rules.front().at_organisation;
  }

  void demand_cases(const Rule& rule) {
    const Coverage& coverage = coverage_[rule.id];
    demand(rule, coverage, TestOutcome::gap, "");
    demand(rule, coverage, TestOutcome::pass, "");
    if (!rule.when.empty() || rule.optional) demand(rule, coverage, TestOutcome::not_applicable, "");
    if (!coverage.can_be_unknown.empty()) {
      demand(rule, coverage, TestOutcome::unknown, fmt::format("leave out {}, say", coverage.can_be_unknown));
    }
  }

  void demand(const Rule& rule, const Coverage& coverage, TestOutcome outcome, std::string hint) {
    if (coverage.shown[static_cast<std::size_t>(outcome)]) return;
    run_.uncovered.push_back(
        {DiagnosticLevel::error, rule.where,
         fmt::format("rule '{}' has no passing test case with outcome {}", rule.id, name(outcome)),
         std::move(hint)});
  }

  const Document& document_;
  const TestFile& file_;
  const RulePack& pack_;
  const RuleSet& rules_;
  const MakeWorld& make_world_;
  std::unordered_map<std::string, Coverage> coverage_;
  TestRun run_;
};

void check_rules(const TestFile& file, const RuleSet& rule_set, Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rule_set.rules()) ids.push_back(rule.id);
  for (const TestCase& test : file.cases) {
    if (test.rule.empty() || std::ranges::find(ids, test.rule) != ids.end()) continue;
    diagnostics.error(test.rule_node.where(), fmt::format("rule '{}' is not active", test.rule),
                      rule_hint(test.rule, ids));
  }
}

}  // namespace
}  // namespace rules

bool TestRun::passed() const { return uncovered.empty() && std::ranges::all_of(cases, &TestResult::passed); }

std::optional<TestRun> run_rule_tests(const Document& file, const RulePack& pack, const RuleSet& rule_set,
                                      const MakeWorld& make_world, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  const rules::TestFile tests = rules::read_test_file(file.root(), diagnostics);
  rules::check_rules(tests, rule_set, diagnostics);
  if (diagnostics.errors() > errors_before) return std::nullopt;
  return rules::Runner(file, tests, pack, rule_set, make_world).run();
}

}  // namespace martech_audit

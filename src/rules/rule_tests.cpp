#include "rules/rule_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "rules/compiled.h"
#include "rules/engine.h"
#include "rules/pack_checks.h"
#include "rules/test_file.h"
#include "rules/test_inventory.h"

namespace martech_audit {
namespace rules {
namespace {

// What came of one entity.
struct Actual {
  std::string entity;  // id; "organisation"
  TestOutcome outcome = TestOutcome::not_applicable;
  const Gap* gap = nullptr;
  const Undecided* undecided = nullptr;
};

std::string id_of(const Record& entity) {
  const Value id = read(entity, "id");
  return std::string(id.is(ValueKind::string) ? id.as_text() : name(EntityKind::organisation));
}

std::vector<Actual> actuals(const Outcomes& outcomes, const Inventory& inventory, const Rule& rule) {
  std::vector<Actual> all;
  std::unordered_map<const Record*, std::size_t> of;
  const auto add = [&](const Record& entity) {
    of.emplace(&entity, all.size());
    all.push_back({id_of(entity), TestOutcome::not_applicable, nullptr, nullptr});
  };
  for (const Record& entity : inventory.entities(rule.scope)) add(entity);
  if (all.empty()) add(inventory.organisation());
  for (const Judgement& judgement : outcomes.rules.front().judged) {
    all[judgement.entity].outcome = TestOutcome::pass;  // the others are told apart below
  }
  for (const Gap& gap : outcomes.gaps) {
    all[of.at(gap.entity)].outcome = TestOutcome::gap;
    all[of.at(gap.entity)].gap = &gap;
  }
  for (const Undecided& undecided : outcomes.undecided) {
    all[of.at(undecided.entity)].outcome = TestOutcome::unknown;
    all[of.at(undecided.entity)].undecided = &undecided;
  }
  return all;
}

std::string amounts_text(const std::vector<std::string>& amounts) {
  return amounts.empty() ? "no money" : fmt::format("{}", fmt::join(amounts, " and "));
}

std::string money_text(std::span<const Claim> claims) {
  std::vector<std::string> amounts;
  for (const MoneyClass money_class :
       {MoneyClass::recoverable, MoneyClass::at_risk, MoneyClass::exposed, MoneyClass::opportunity}) {
    for (const Claim& claim : claims) {
      if (claim.money_class != money_class) continue;
      amounts.push_back(fmt::format("{} {}", name(money_class), claim.claimed.to_string()));
    }
  }
  return amounts_text(amounts);
}

// An amount with more decimals than the currency has is nothing that a claim could be, and shows as it is
// written.
std::string expected_money(const std::vector<std::pair<MoneyClass, Decimal>>& money, Currency currency) {
  std::vector<std::string> amounts;
  for (const auto& [money_class, amount] : money) {
    const auto exact = Money::from(amount, currency);
    amounts.push_back(
        fmt::format("{} {}", name(money_class), exact ? exact->to_string() : amount.to_string()));
  }
  return amounts_text(amounts);
}

// To as many decimals as the expected text has.
std::string degree_text(Degree degree, std::string_view like) {
  const std::size_t point = like.find('.');
  const std::size_t decimals = point == std::string_view::npos ? 0 : like.size() - point - 1;
  const double unit = std::pow(10.0, static_cast<double>(decimals));
  const double rounded = std::round(static_cast<double>(degree) / full_degree * unit) / unit;  // halves up
  return fmt::format("{:.{}f}", rounded, decimals);
}

// The two lines to compare: what is expected, and the same of what came.
struct Lines {
  std::string expected, got;

  void add(std::string_view expected_part, std::string_view got_part) {
    expected.append(", ").append(expected_part);
    got.append(", ").append(got_part);
  }
};

void add_gap(Lines& lines, const Expectation& expected, const Gap& gap, const Rule& rule, Currency currency) {
  if (expected.severity) lines.add(*expected.severity, name(gap.severity));
  if (expected.degree) {
    lines.add("degree " + *expected.degree, "degree " + degree_text(gap.degree, *expected.degree));
  }
  if (expected.at) lines.add("at " + *expected.at, rule.at.empty() ? "at nothing" : "at " + rule.at);
  if (expected.money) lines.add(expected_money(*expected.money, currency), money_text(gap.claims));
  if (expected.message) lines.add(*expected.message, gap.message);
}

std::string short_text(const Actual& actual) {
  std::string text(name(actual.outcome));
  if (actual.gap != nullptr) text += fmt::format(", {}", actual.gap->message);
  if (actual.undecided != nullptr) {
    std::vector<std::string> fields;
    for (const Missing& missing : actual.undecided->missing) {
      fields.push_back(fmt::format("{} of {}", missing.path, id_of(*missing.entity)));
    }
    text += fmt::format(", for want of {}", fmt::join(fields, ", "));
  }
  return text;
}

std::string difference(std::string_view entity, std::string_view expected, std::string_view got) {
  return fmt::format("{}: expected {}\n{:{}}  got      {}\n", entity, expected, "", entity.size(), got);
}

// Empty where the expectation is met.
std::string compare(const Expectation& expected, const Actual& actual, const Rule& rule, Currency currency) {
  if (expected.outcome != actual.outcome) {
    return difference(actual.entity, name(expected.outcome), short_text(actual));
  }
  Lines lines{std::string(name(expected.outcome)), std::string(name(actual.outcome))};
  if (actual.gap != nullptr) add_gap(lines, expected, *actual.gap, rule, currency);
  return lines.expected == lines.got ? "" : difference(actual.entity, lines.expected, lines.got);
}

const Actual* find_actual(const Expectation& expected, std::span<const Actual> actuals) {
  if (!expected.entity) return actuals.size() == 1 ? &actuals.front() : nullptr;
  const auto at = std::ranges::find(actuals, *expected.entity, &Actual::entity);
  return at == actuals.end() ? nullptr : &*at;
}

std::string no_entity(const Expectation& expected, std::span<const Actual> actuals) {
  if (!expected.entity)
    return fmt::format("'entity' must say which of {} entities is meant\n", actuals.size());
  return fmt::format("there is no entity '{}' to judge\n", *expected.entity);
}

std::string compare_all(const TestCase& test, const Outcomes& outcomes, const Inventory& inventory,
                        const Rule& rule) {
  const std::vector<Actual> all = actuals(outcomes, inventory, rule);
  std::vector<const Actual*> expected;
  std::string differences;
  for (const Expectation& expectation : test.expect) {
    const Actual* actual = find_actual(expectation, all);
    expected.push_back(actual);
    differences += actual == nullptr ? no_entity(expectation, all)
                                     : compare(expectation, *actual, rule, inventory.currency());
  }
  for (const Actual& actual : all) {
    const bool surprise = actual.gap != nullptr && std::ranges::find(expected, &actual) == expected.end();
    if (surprise) differences += difference(actual.entity, "nothing", short_text(actual));
  }
  return differences;
}

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
    return compare_all(test, *outcomes, *world->inventory, rules_.rules()[number]);
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
         fmt::format("no case that passes shows rule '{}' with outcome {}", rule.id, name(outcome)),
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
    diagnostics.error(test.rule_node.where(), fmt::format("no rule '{}' is in force", test.rule),
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

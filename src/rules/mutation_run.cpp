#include "rules/mutation_run.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/engine.h"
#include "rules/expectations.h"
#include "rules/mutations.h"
#include "rules/test_file.h"
#include "rules/test_inventory.h"

namespace martech_audit {
namespace rules {
namespace {

class Mutating {
 public:
  Mutating(const Document& document, const RulePack& pack, const RuleSet& rule_set,
           const MakeWorld& make_world, const LoadChanged& load)
      : file_(read_test_file(document.root(), ignored_)),
        pack_(pack),
        load_(load),
        changes_(mutations(rule_set, pack)) {
    for (const TestCase& test : file_.cases) {
      worlds_.push_back(make_world(make_inventory(document, test.inventory), *file_.as_of, ignored_));
    }
  }

  MutationRun run() {
    for (const Mutation& change : changes_) try_change(change);
    for (const Unnoticed& excuse : file_.unnoticed) check_excuse(excuse);
    return std::move(run_);
  }

 private:
  void try_change(const Mutation& change) {
    std::string text(pack_.source->text());
    text.replace(change.where.begin, change.where.end - change.where.begin, change.replacement);
    const auto changed = load_(std::make_shared<const Source>(pack_.source->name(), std::move(text)));
    if (!changed) return;
    ++run_.made;
    const Unnoticed* excuse = find_excuse(change);
    const bool noticed = is_noticed(change, *changed);
    if (excuse == nullptr && !noticed) add(change);
    if (excuse == nullptr) return;
    ++run_.excused;
    if (noticed) stale(*excuse, "a test case detects this change");
  }

  bool is_noticed(const Mutation& change, const RuleSet& changed) {
    for (std::size_t i = 0; i < file_.cases.size(); ++i) {
      const TestCase& test = file_.cases[i];
      if (change.rule.empty() || test.rule == change.rule) {
        if (!passes(test, *worlds_[i], changed)) return true;
      }
    }
    return false;
  }

  bool passes(const TestCase& test, const TestWorld& world, const RuleSet& changed) {
    const auto all = changed.rules();
    const auto rule = std::ranges::find(all, test.rule, &Rule::id);
    const auto number = static_cast<std::uint32_t>(rule - all.begin());
    const auto outcomes = judge_rule(changed, number, *world.inventory, world.facts, *file_.as_of, ignored_);
    return outcomes && differences(test, *outcomes, *world.inventory, *rule).empty();
  }

  const Unnoticed* find_excuse(const Mutation& change) const {
    const auto same = [&](const Unnoticed& excuse) {
      return excuse.rule == change.rule && excuse.change == change.change;
    };
    const auto found = std::ranges::find_if(file_.unnoticed, same);
    return found == file_.unnoticed.end() ? nullptr : &*found;
  }

  void check_excuse(const Unnoticed& excuse) {
    const auto same = [&](const Mutation& change) {
      return excuse.rule == change.rule && excuse.change == change.change;
    };
    if (std::ranges::none_of(changes_, same)) stale(excuse, "this change is not possible in the pack");
  }

  void add(const Mutation& change) {
    const std::string whose = change.rule.empty() ? "" : change.rule + ", ";
    run_.unnoticed.push_back(
        {DiagnosticLevel::error, change.where, fmt::format("no test case detects {}{}", whose, change.change),
         "write a test case that fails with it, or list it under 'unnoticed' with the reason"});
  }

  void stale(const Unnoticed& excuse, std::string_view why) {
    run_.unnoticed.push_back({DiagnosticLevel::error, excuse.node.where(),
                              fmt::format("{}: {}", why, excuse.change), "remove it from the list"});
  }

  Diagnostics ignored_;  // of changed packs: that they fail is what counts
  TestFile file_;
  const RulePack& pack_;
  const LoadChanged& load_;
  std::vector<Mutation> changes_;
  std::vector<std::optional<TestWorld>> worlds_;  // of the case at the same index
  MutationRun run_;
};

}  // namespace
}  // namespace rules

MutationRun mutate_rules(const Document& file, const RulePack& pack, const RuleSet& rule_set,
                         const MakeWorld& make_world, const LoadChanged& load) {
  return rules::Mutating(file, pack, rule_set, make_world, load).run();
}

}  // namespace martech_audit

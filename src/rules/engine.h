// judge(): every rule in force put to every entity of its scope.
//
// For one rule and entity: `when` false → not applicable; `when` or `assert` unknown → unknown, or not
// applicable where the rule is optional or one of the missing fields is marked not_applicable; `assert` true
// → pass; else a gap, of the degree, severity and money that the rule gives it. A degree nobody can tell is
// 1, a severity condition nobody can tell does not hold, an amount nobody can tell is no claim.
//
// A rule whose kind has no entities is undecided at the organisation (RuleJudgements::at_organisation) where
// the list is not declared; for objectives, KPIs, teams and budgets, which every organisation has, also where
// it is empty.
#pragma once

#include <functional>
#include <optional>

#include "base/fact_values.h"
#include "martech_audit/date.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"
#include "martech_audit/outcome.h"
#include "rules/rule_set.h"

namespace martech_audit {

namespace rules {
struct StepLimits;
}

// `facts` are those of the inventory on that day, of the kinds that the rules were compiled for. What comes
// back refers to the inventory, which must outlive it, and keeps alive what it needs of the rules. Where an
// expression fails there is an error at its place, the first one of each rule, and nothing comes back.
// `watch` is told now and then which share of the entities is judged. `limits` are those that the inventory
// allows (rules/evaluator.h) where none are given.
std::optional<Outcomes> judge(const RuleSet& rules, const Inventory& inventory, const Facts& facts,
                              Date as_of, Diagnostics& diagnostics,
                              const std::function<void(double)>& watch = {},
                              const rules::StepLimits* limits = nullptr);

// The same of one rule in force alone: `rules` of the outcomes has one item.
std::optional<Outcomes> judge_rule(const RuleSet& rules, std::uint32_t rule, const Inventory& inventory,
                                   const Facts& facts, Date as_of, Diagnostics& diagnostics);

}  // namespace martech_audit

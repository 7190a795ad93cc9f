// What may be written in a pack, and where: reader, hints and schema follow these lists, which are in the
// order in which packs are best written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/hand_forms.h"
#include "rules/draft.h"
#include "rules/words.h"

namespace martech_audit::rules {

// Forms that packs alone have.
struct ScopeField {
  EntityKind& kind;
  Node& node;
};
struct SeverityConditions {
  RuleDraft& draft;
};
struct Variables {
  RuleDraft& draft;
};
struct MoneyField {
  RuleDraft& draft;
};
struct SpendField {
  RuleDraft& draft;
};
struct ValuesBySize {
  Node& node;
};
struct References {
  std::vector<Node>& nodes;
};
struct RuleList {
  std::vector<RuleHead>& heads;
};
struct BenchmarkName {
  std::string id;
};

}  // namespace martech_audit::rules

namespace martech_audit::record {

template <>
struct Fields<rules::PackDraft> {
  static constexpr std::string_view noun = "a pack";

  template <class V>
  static void of(V& visit, rules::PackDraft& draft) {
    RulePack& pack = draft.pack;
    visit("pack", identifier(pack.id, draft.id), "id of the pack, used in settings");
    visit("version", version(pack.version), "version of the pack; change it when the meaning changes");
    visit("title", pack.title, "short title of the pack");
    visit.optional("about", pack.about, "what the pack checks, in one sentence");
    visit.optional("dimensions", Identifiers{pack.dimensions}, "additional dimensions used by its rules");
    visit.optional("params",
                   ByName<rules::ParamDraft>{
                       draft.params, "write each as 'name: {type: int, default: 1, about: …, source: …}'"},
                   "configurable thresholds, by name; rules read params.<name>");
    visit.optional("facts", draft.facts, "derived values that its rules, and those of later packs, can read");
    visit("rules", rules::RuleList{draft.rules}, "the rules, in evaluation order");
  }
};

template <>
struct Fields<rules::FactDraft> {
  static constexpr std::string_view noun = "a fact";

  template <class V>
  static void of(V& visit, rules::FactDraft& draft) {
    DefinedFact& fact = draft.fact;
    visit("name", VariableName{fact.name, draft.name, "a fact"}, "name of the fact; rules read tool.<name>");
    visit("for", rules::ScopeField{fact.of, draft.scope},
          "kind of entity the fact belongs to: tool, team, organisation, …");
    visit.optional("type", kept(fact.type, draft.type),
                   "type of the value: double, string, list(tool), …; default: the type of the expression");
    visit("expression", formula(fact.expression, draft.expression),
          "the value; can read the facts defined before it");
    visit("summary", fact.summary, "what the fact is, in one clause, with its unit");
  }
};

template <>
struct Fields<rules::ParamDraft> {
  static constexpr std::string_view noun = "a parameter";
  static constexpr auto place = &rules::ParamDraft::node;

  template <class V>
  static void of(V& visit, rules::ParamDraft& draft) {
    Param& param = draft.param;
    visit("type", Choice<std::string>{"type", rules::param_types, param.type, &draft.type},
          "bool, double, int or string");
    visit.optional("default", AnyScalar{draft.standard}, "the default value");
    visit.optional(
        "benchmark", identifier(draft.benchmark),
        "id of the benchmark that provides the value and source, instead of 'default' and 'source'");
    visit.optional("min", AnyNumber{draft.min}, "the lowest value allowed");
    visit.optional("max", AnyNumber{draft.max}, "the highest value allowed");
    visit.optional("by_size", rules::ValuesBySize{draft.by_size},
                   "values for organisations of a size, such as {small: 12}; laxer than the default, which "
                   "holds where no size is given");
    visit("about", param.about, "what the threshold means, with its unit");
    visit.optional("source", param.source, "publisher, edition and year of the number; or 'house default'");
  }
  static void also(auto& schema) { schema.one_of({{"default", "source"}, {"benchmark"}}); }
};

template <>
struct Fields<rules::RuleDraft> {
  static constexpr std::string_view noun = "a rule";
  static constexpr auto place = &rules::RuleDraft::node;

  template <class V>
  static void of(V& visit, rules::RuleDraft& draft) {
    Rule& rule = draft.rule;
    visit("id", identifier(rule.id, draft.id), "id of the bad pattern; its meaning never changes");
    visit("title", rule.title, "title: a noun phrase that names the bad pattern");
    visit("dimension", identifier(rule.dimension, draft.dimension), "score dimension of the rule");
    visit("for", rules::ScopeField{rule.scope, draft.scope},
          "kind of entity the rule checks: tool, objective, organisation, …");
    visit("severity", Choice<Severity>{"severity", severity_words, rule.severity},
          "info, low, medium, high or critical; the weight follows from it");
    visit.optional("severity_when", rules::SeverityConditions{draft},
                   "conditions that change the severity; the most severe match applies");
    visit.optional("effort", Choice<Effort>{"effort", effort_words, rule.effort},
                   "effort of a fix: low, medium or high");
    visit.optional("act", Choice<std::optional<Act>>{"act", act_words, draft.act},
                   "what settles a finding; default: by class of money, else by dimension");
    visit.optional(
        "lane", Choice<std::optional<Lane>>{"lane", rule_lane_words, draft.lane},
        "list of decisions that the finding is in: money, risk or foundations; 'due' follows from the "
        "day of notice; default: by class of money, else by dimension");
    visit.optional("weight", Whole<std::optional<int>>{draft.weight, 0, rules::largest_weight},
                   "weight in the score; default: by severity");
    expressions(visit, draft);
    texts(visit, draft);
  }

 private:
  template <class V>
  static void expressions(V& visit, rules::RuleDraft& draft) {
    Rule& rule = draft.rule;
    visit.optional("when", formula(rule.when, draft.when),
                   "condition for the rule to apply; default: always");
    visit.optional("variables", rules::Variables{draft},
                   "named subexpressions; each can use the ones before it");
    visit("assert", formula(rule.condition, draft.condition), "what should be true; false gives a finding");
    visit.optional("degree", formula(rule.degree, draft.degree),
                   "size of the gap, above 0 and up to 1.0; default: 1.0");
    visit.optional("money", rules::MoneyField{draft}, "amounts by class, in the organisation's currency");
    visit.optional("spend", rules::SpendField{draft},
                   "the part of a year's spend the finding claims, and the share of it, 0 to 1.0");
    visit.optional("explained_by", Identifiers{rule.explained_by, &draft.explained_by},
                   "rules whose finding on the same entity explains this one; this one is shown under it");
    visit.optional("into", formula(rule.into, draft.into),
                   "entity the act leads to, such as the tool to merge into: tool.duplicates[0]");
    visit.optional("at", kept(rule.at, draft.at), "field the finding points to: tool.seats");
  }

  template <class V>
  static void texts(V& visit, rules::RuleDraft& draft) {
    Rule& rule = draft.rule;
    visit("message", kept(rule.message, draft.message),
          "the finding in one clause; {expression} is replaced by its value");
    visit("why", rule.why, "why the pattern matters");
    visit("fix", rule.fix, "what to do about it");
    visit.optional("origin", rule.origin, "the idea behind the rule");
    visit.optional("references", rules::References{draft.references},
                   "sources of the idea and its numbers: text, or {benchmark: id}");
    visit.optional("since", version(rule.since), "pack version that introduced the rule");
    visit.optional("former_ids", Identifiers{rule.former_ids}, "former ids of the rule");
    visit.optional("optional", rule.optional,
                   "true: missing data makes the rule not applicable instead of unknown");
    visit.optional("replaces", draft.replaces, "true: replaces the rule with the same id in an earlier pack");
  }
};

template <>
struct Fields<rules::AmountDraft> {
  static constexpr std::string_view noun = "an amount";

  template <class V>
  static void of(V& visit, rules::AmountDraft& draft) {
    visit("amount", formula(draft.amount), "the amount, a number in the organisation's currency");
    visit.optional("at_most", formula(draft.at_most),
                   "the most it can be if unknown data speaks against the entity; default: the amount");
    visit.optional("actionable_from", formula(draft.actionable_from), "date by which to act");
  }
};

template <>
struct Fields<rules::BenchmarkName> {
  template <class V>
  static void of(V& visit, rules::BenchmarkName& name) {
    visit("benchmark", identifier(name.id));
  }
};

template <>
struct Form<rules::ScopeField> {
  static void describe(auto& schema) { schema.words(rules::scopes()); }
  static void read(const HandReader& from, Node node, const rules::ScopeField& of);
};

template <>
struct Form<rules::RuleList> {
  static void describe(auto& schema) { schema.template list_of<rules::RuleDraft>(); }
  static void read(const HandReader& from, Node node, const rules::RuleList& of);
};

template <>
struct Form<rules::SeverityConditions> {
  static void describe(auto& schema) {
    schema.by_key([&] { schema.words(severity_words); }, [&] { schema.template form<Formula>(); });
  }
  static void read(const HandReader& from, Node node, const rules::SeverityConditions& of);
};

template <>
struct Form<rules::ValuesBySize> {
  static void describe(auto& schema) {
    schema.by_key([&] { schema.words(rules::organisation_sizes()); },
                  [&] { schema.template form<AnyScalar>(); });
  }
  static void read(const HandReader& from, Node node, const rules::ValuesBySize& of);
};

template <>
struct Form<rules::Variables> {
  static void describe(auto& schema) {
    schema.by_name([&] { schema.template form<Formula>(); });
  }
  static void read(const HandReader& from, Node node, const rules::Variables& of);
};

// `exposed: tool.annual_cost`, or `exposed: {amount: …, actionable_from: …}`.
template <>
struct Form<rules::AmountDraft> {
  static void describe(auto& schema) {
    schema.any_of([&] { schema.template form<Formula>(); },
                  [&] { schema.template object<rules::AmountDraft>(); });
  }
  static void read(const HandReader& from, Node node, rules::AmountDraft& draft);
};

template <>
struct Form<rules::MoneyField> {
  static void describe(auto& schema) {
    schema.members([&] {
      for (const std::string_view word : money_class_words) schema.template put<rules::AmountDraft>(word);
      schema.template put<Formula>("actionable_from");
    });
  }
  static void read(const HandReader& from, Node node, const rules::MoneyField& of);
};

// One of the parts that no class of money claims: `unproven: 0.5`.
template <>
struct Form<rules::SpendField> {
  static void describe(auto& schema) {
    schema.members([&] {
      for (const std::string_view word : rules::claimed_parts) schema.template put<Formula>(word);
    });
  }
  static void read(const HandReader& from, Node node, const rules::SpendField& of);
};

// Texts, or {benchmark: id}.
template <>
struct Form<rules::References> {
  struct One;
  static void describe(auto& schema) { schema.template list_of<One>(); }
  static void read(const HandReader& from, Node node, const rules::References& of);
};
template <>
struct Form<Form<rules::References>::One> {
  static void describe(auto& schema) {
    schema.any_of([&] { schema.template form<std::string>(); },
                  [&] { schema.template form<rules::BenchmarkName>(); });
  }
};

}  // namespace martech_audit::record

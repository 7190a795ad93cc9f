// Rules, as a JSON report has them.
#pragma once

#include <string>
#include <utility>

#include "report/fields/values.h"

namespace martech_audit::record {

template <>
struct Fields<std::pair<std::string, std::string>> {
  template <class V>
  static void of(V& visit, std::pair<std::string, std::string>& variable) {
    visit("name", variable.first);
    visit("expression", variable.second);
  }
};
template <>
struct Fields<std::pair<Severity, std::string>> {
  template <class V>
  static void of(V& visit, std::pair<Severity, std::string>& step) {
    visit("severity", step.first);
    visit("condition", step.second);
  }
};
template <>
struct Fields<Rule::Amount> {
  template <class V>
  static void of(V& visit, Rule::Amount& amount) {
    visit("class", amount.money_class);
    visit("amount", amount.amount);
    visit("at_most", or_null(amount.at_most), "if unknown data speaks against the entity");
    visit("actionable_from", or_null(amount.actionable_from));
  }
};

template <>
struct Fields<Rule::Spend> {
  template <class V>
  static void of(V& visit, Rule::Spend& spend) {
    visit("part", spend.part);
    visit("share", spend.share);
  }
};

template <>
inline constexpr std::string_view named<Rule> = "rule";
template <>
struct Fields<Rule> {
  template <class V>
  static void of(V& visit, Rule& rule) {
    visit("id", rule.id);
    visit("pack", rule.pack);
    visit("title", rule.title);
    visit("dimension", rule.dimension);
    visit("for", report::KindName{rule.scope}, "the kind of entity it checks");
    visit("severity", rule.severity, "base severity; a finding's own may differ");
    visit("effort", rule.effort, "effort of a fix; counts 1, 2, 4 in the order of decisions");
    visit("act", rule.act, "what settles a finding");
    visit("lane", rule.lane, "of the decision that a finding leads to, where none is due");
    visit("weight", rule.weight, "effective weight");
    visit("optional", rule.optional, "not applicable, instead of unknown, if data is missing");
    expressions(visit, rule);
    visit("message", rule.message, "template");
    visit("why", rule.why);
    visit("fix", rule.fix);
    visit("origin", or_null(rule.origin));
    visit("references", rule.references);
    visit("since", or_null(rule.since));
    visit("former_ids", rule.former_ids);
    visit("location", rule.where, "in the pack");
  }

 private:
  template <class V>
  static void expressions(V& visit, Rule& rule) {
    visit("when", or_null(rule.when), "expression: where it applies");
    visit("variables", rule.variables, "names for parts of the expressions below");
    visit("assert", rule.condition, "expression: what must hold");
    visit("degree", or_null(rule.degree), "expression: how far it fails, 1 where null");
    visit("severity_when", rule.severity_when);
    visit("money", rule.money);
    visit("spend", rule.spend, "the part of a year's spend it claims; null if none");
    visit("explained_by", rule.explained_by, "rules whose finding on the same entity explains this one");
    visit("into", or_null(rule.into),
          "expression: the entity that the act leads to, such as the tool to merge into");
    visit("at", or_null(rule.at), "path below the entity that the location shows");
  }
};

}  // namespace martech_audit::record

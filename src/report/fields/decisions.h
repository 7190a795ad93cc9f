// Decisions, as a JSON report has them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "report/fields/findings.h"

namespace martech_audit::report {

// By their fingerprints.
struct FindingNames {
  std::vector<std::uint32_t>& findings;
};
struct MoneyByClass {
  std::array<DecisionMoney, 4>& money;
};

}  // namespace martech_audit::report

namespace martech_audit::record {

template <>
struct Form<report::FindingNames> {
  static void write(auto& to, const report::FindingNames& of) {
    to.json().begin_array();
    for (const std::uint32_t finding : of.findings)
      to.json().string(to.context().findings[finding].fingerprint_text());
    to.json().end_array();
  }
  static void read(auto& from, const auto& node, const report::FindingNames& of) {
    if (!node.is_sequence()) return from.wrong(node, "a list");
    for (const auto item : node) of.findings.push_back(from.context().finding(item));
  }
  static void describe(auto& schema) { schema.template list_of<Hex<32, std::string>>(); }
};

template <>
inline constexpr std::string_view named<DecisionMoney> = "proven_and_possible";
template <>
struct Fields<DecisionMoney> {
  template <class V>
  static void of(V& visit, DecisionMoney& money) {
    visit("proven", money.proven);
    visit("possible", money.possible, "if what is not known is against the entity");
  }
};

template <>
struct Fields<report::MoneyByClass> {
  static report::MoneyByClass example() { return {nothing<std::array<DecisionMoney, 4>>()}; }

  template <class V>
  static void of(V& visit, report::MoneyByClass& of) {
    for (const MoneyClass money_class : words_of<MoneyClass>)
      visit(name(money_class), of.money[static_cast<std::size_t>(money_class)]);
  }
};

template <>
inline constexpr std::string_view named<Decision> = "decision";
template <>
struct Fields<Decision> {
  template <class V>
  static void of(V& visit, Decision& decision) {
    visit("id", report::Fingerprint{decision.id}, "stable: entity and family of the act");
    visit("act", decision.act, "can change as days pass");
    visit("lane", decision.lane);
    visit("rank", decision.rank, "in its lane, from 1");
    visit("entity", decision.entity);
    visit("into", report::EntityMember{decision.into},
          "entity that the act leads to, such as the tool to merge into");
    visit("last_day", decision.last_day,
          "day of notice, the renewal where that has passed, or the end of a contract that does not renew");
    visit("at_stake", decision.at_stake, "of the next term; null if it is not due or the cost is not known");
    visit("money", report::MoneyByClass{decision.money}, "by class; never added across classes");
    visit("points", report::in_points(decision.points), "sum of the points of its findings");
    visit("effort", decision.effort, "of the act; counts 1, 2, 4 in the order");
    visit("risk", decision.risk, "the worst severity of its findings");
    visit("findings", report::FindingNames{decision.findings}, "fingerprints, what leads to the act first");
    visit("if_it_stays", report::FindingNames{decision.if_it_stays},
          "those of them that count only if the tool stays");
  }
};

}  // namespace martech_audit::record

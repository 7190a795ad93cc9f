// Decisions: findings about one entity that one act would settle.
//
// Each finding that is not waived belongs to exactly one decision. What a decision is, its entity and the
// family of its act, stays the same from run to run; the act may change as days pass. Decisions are part of
// an AuditReport, which owns what their views point to.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "martech_audit/date.h"
#include "martech_audit/finding.h"
#include "martech_audit/money.h"
#include "martech_audit/vocabulary.h"

namespace martech_audit {

// What a decision is about: whether and how a tool is paid for, who looks after it, where its data goes, what
// is written down and measured of it.
enum class Family : std::uint8_t { contract, people, data, evidence };

// What an act is to whoever is told to do it.
struct ActMeaning {
  Act act;
  Family family;
  std::string_view phrase;  // as a report tells somebody to do it
  bool ends_tool = false;   // the tool's other findings matter only if it stays
  bool is_duty = false;     // by law, or because nobody checks what is done: first among risks
};

// In the order of the enumeration. An act takes those that stand below it in its family along: who gives
// notice need not reduce seats as well, so findings that ask for both make one decision, with the first of
// the two.
inline constexpr std::array<ActMeaning, act_count> act_meanings{{
    {.act = Act::give_notice, .family = Family::contract, .phrase = "give notice", .ends_tool = true},
    {.act = Act::merge, .family = Family::contract, .phrase = "merge", .ends_tool = true},
    {.act = Act::reduce_seats, .family = Family::contract, .phrase = "reduce seats"},
    {.act = Act::renew, .family = Family::contract, .phrase = "renew or replace"},
    {.act = Act::renegotiate, .family = Family::contract, .phrase = "renegotiate"},
    {.act = Act::negotiate, .family = Family::contract, .phrase = "negotiate"},  // notice was missed
    {.act = Act::decide, .family = Family::contract, .phrase = "decide whether it goes on"},
    {.act = Act::link, .family = Family::contract, .phrase = "link to an objective or drop"},
    {.act = Act::reconcile, .family = Family::contract, .phrase = "reconcile the records"},
    {.act = Act::secure,
     .family = Family::data,
     .phrase = "put privacy safeguards in place",
     .is_duty = true},
    {.act = Act::review, .family = Family::data, .phrase = "put AI under human review", .is_duty = true},
    {.act = Act::repair, .family = Family::data, .phrase = "repair"},
    {.act = Act::connect, .family = Family::data, .phrase = "connect"},
    {.act = Act::assign_owner, .family = Family::people, .phrase = "name an owner"},
    {.act = Act::train, .family = Family::people, .phrase = "train the users"},
    {.act = Act::convene, .family = Family::people, .phrase = "bring marketing and IT together"},
    {.act = Act::measure, .family = Family::evidence, .phrase = "measure"},
    {.act = Act::plan, .family = Family::evidence, .phrase = "settle the plan"},
    {.act = Act::budget, .family = Family::evidence, .phrase = "set the budget"},
    {.act = Act::describe, .family = Family::evidence, .phrase = "write down"},
}};

// The row of the act.
constexpr const ActMeaning& meaning(Act act) { return act_meanings[static_cast<std::size_t>(act)]; }

// In the organisation's currency.
struct DecisionMoney {
  Money proven;
  Money possible;  // with every open question answered against the entity; >= proven
  friend bool operator==(const DecisionMoney&, const DecisionMoney&) = default;
};

// One thing to decide. Equal inputs make equal decisions in the same order.
struct Decision {
  std::array<char, 32> id{};  // lower-case hex; of the entity and the family, see decision_id()
  Act act = Act::describe;
  Lane lane = Lane::foundations;
  std::uint32_t rank = 0;  // in its lane, from 1
  EntityRef entity;
  const EntityRef* into =
      nullptr;  // that the act leads to, such as the tool to merge into; the report owns it
  // By when: the day of notice of a contract that renews, the renewal where that has passed, else the end.
  std::optional<Date> last_day;
  std::optional<Money> at_stake;           // of the next term; of lane `due` alone, if the cost is known
  std::array<DecisionMoney, 4> money{};    // by class; within an entity no amount is in two decisions
  Points points = 0;                       // the sum of its findings'
  Effort effort = Effort::medium;          // of the act
  Severity risk = Severity::info;          // the worst of its findings'
  std::vector<std::uint32_t> findings;     // indices into AuditReport::findings, what leads to the act first
  std::vector<std::uint32_t> if_it_stays;  // those of them that the end of the tool settles

  // The money of a class; classes are views of the same spend and never added.
  const DecisionMoney& of(MoneyClass money_class) const {
    return money[static_cast<std::size_t>(money_class)];
  }
  DecisionMoney& of(MoneyClass money_class) { return money[static_cast<std::size_t>(money_class)]; }
  // The id as text, a view of this decision; reports show its first digits, which `explain` takes.
  std::string_view id_text() const { return {id.data(), id.size()}; }
};

// As they are listed: what has a deadline first, then by what is at stake.
inline constexpr std::array<Lane, lane_count> lanes{Lane::due, Lane::money, Lane::risk, Lane::foundations};

}  // namespace martech_audit

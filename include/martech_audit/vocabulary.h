// Words that packs, configurations and reports share.
//
// name() gives an enumerator's word, in lower case as packs and JSON reports have it, and the word lasts as
// long as the program; the function called as the enumeration takes such a word, and gives nothing for any
// other, be it in capitals or with blanks around it. The numbers of enumerators stand in no file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace martech_audit {

// How much a finding matters, mildest first: `<` compares.
enum class Severity : std::uint8_t { info, low, medium, high, critical };
enum class Effort : std::uint8_t { low, medium, high };  // what the fix costs: 1, 2, 4

// What an amount of money means; never mixed (score.h).
enum class MoneyClass : std::uint8_t { recoverable, at_risk, exposed, opportunity };

// Where a unit of yearly spend ends (waterfall.h), in the order in which claims are served; the last three
// are what no claim reaches for sure.
enum class SpendPart : std::uint8_t {
  waste,         // can stop being paid: unused, retired but still paid, idle seats
  off_strategy,  // reaches no active objective
  unproven,      // reaches one, and no current KPI shows that it works
  too_early,     // a pilot, a rollout, or within the grace before value is asked for
  working,       // nothing speaks against it
  not_known,     // depends on facts that the inventory does not give, or is an estimate
};
inline constexpr std::size_t spend_part_count = 6;

// By what a tool's yearly spend is known.
enum class SpendBasis : std::uint8_t {
  none,       // nothing is paid for it now, or its cost does not apply
  stated,     // the inventory gives a cost
  free,       // without a cost, by its pricing
  paid,       // by the payments of the last year
  estimated,  // the mean of the known costs
};

// What settles a finding, the act that takes lesser ones along first (decision.h says what each means).
enum class Act : std::uint8_t {
  give_notice,
  merge,
  reduce_seats,
  renew,
  renegotiate,
  negotiate,
  decide,
  link,
  reconcile,
  secure,
  review,
  repair,
  connect,
  assign_owner,
  train,
  convene,
  measure,
  plan,
  budget,
  describe,
};
inline constexpr std::size_t act_count = 20;

// Where a decision is listed. Rules name the first three: what is due follows from the day.
enum class Lane : std::uint8_t { money, risk, foundations, due };
inline constexpr std::size_t lane_count = 4;

// Acts and lanes.
std::string_view name(Act act);
std::string_view name(Lane lane);
std::optional<Act> act(std::string_view name);
std::optional<Lane> lane(std::string_view name);

// Severities, efforts, and what money is and does.
std::string_view name(Severity severity);
std::string_view name(Effort effort);
std::string_view name(MoneyClass money_class);
std::string_view name(SpendPart part);
std::string_view name(SpendBasis basis);
std::optional<Severity> severity(std::string_view name);
std::optional<Effort> effort(std::string_view name);
std::optional<MoneyClass> money_class(std::string_view name);
std::optional<SpendPart> spend_part(std::string_view name);
std::optional<SpendBasis> spend_basis(std::string_view name);

// Of a rule that gives none: critical 40, high 30, medium 20, low 10, info 0.
int default_weight(Severity severity);

// Of the total spend: what is below is not asked for its value, nor worth a line of its own. House default.
inline constexpr double petty_share = 0.001;

// How a finding stands to a baseline.
enum class Novelty : std::uint8_t {
  uncompared,  // there is none
  known,       // it is there
  fresh,       // it is not there
  worsened,    // it is there with a lower severity or less money
};
std::string_view name(Novelty novelty);  // none | known | new | worsened
std::optional<Novelty> novelty(std::string_view name);

}  // namespace martech_audit

// Outcomes: what every rule came to on every entity it applies to, before anything is made of it.
//
// Plain values that point into the inventory and into Outcomes::memory; both must outlive them. Of waivers,
// baselines and the gate nothing is known here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "martech_audit/date.h"
#include "martech_audit/money.h"
#include "martech_audit/value.h"
#include "martech_audit/vocabulary.h"

namespace martech_audit {

// Degrees are billionths: 1'000'000'000 is a gap in full.
using Degree = std::uint32_t;
inline constexpr Degree full_degree = 1'000'000'000;

// A rule that does not apply to an entity has no verdict on it.
enum class Verdict : std::uint8_t { pass, gap, unknown };

// One rule put to one entity it applies to.
class Judgement {
 public:
  // `degree` is 0 for pass, full_degree for unknown.
  Judgement(std::uint32_t entity_, Verdict verdict, Degree degree)
      : entity(entity_), word_(static_cast<std::uint32_t>(verdict) << degree_bits | degree) {}

  std::uint32_t entity;  // index of the record in its kind
  // What the rule came to, and how far the gap goes: a part of it where a rule grades.
  Verdict verdict() const { return static_cast<Verdict>(word_ >> degree_bits); }
  Degree degree() const { return word_ & ((1U << degree_bits) - 1U); }

 private:
  static constexpr unsigned degree_bits = 30;
  static_assert(full_degree < 1U << degree_bits);
  std::uint32_t word_;
};

static_assert(sizeof(Judgement) == 8);  // there is one for nearly every rule and entity

// Everything one rule came to. Entities to which it does not apply are only counted.
struct RuleJudgements {
  std::uint32_t rule = 0;         // index among the rules in force
  std::vector<Judgement> judged;  // by entity index, each entity once
  std::uint32_t not_applicable = 0;
  // The rule's kind has no entities, so that the one judgement, of entity 0, is about the organisation
  // instead.
  bool at_organisation = false;
};

// An amount of money attached to a gap.
struct Claim {
  MoneyClass money_class = MoneyClass::exposed;
  Money claimed;    // in the organisation's currency; positive, or 0 where only something more is possible
  Money allocated;  // what the waterfall grants; only of recoverable claims can it be less than claimed
  std::optional<Date> actionable_from;  // by when to act; none: at any time
  // At most this much, if what is not known is against the entity; where it is less than claimed, as claimed.
  Money possible = {};
};

// What a rule says of a year's spend on the entity that fails it, or may fail it.
struct SpendClaim {
  SpendPart part = SpendPart::waste;
  // For waste minor units of the organisation's currency, for other parts billionths of what earlier claims
  // leave. For sure, and with every open question answered against the entity; `possible` >= `proven`, which
  // is 0 where the rule is undecided.
  std::int64_t proven = 0;
  std::int64_t possible = 0;
  friend bool operator==(const SpendClaim&, const SpendClaim&) = default;
};
inline constexpr std::int64_t whole_share = 1'000'000'000;

// What a rule says of an entity that fails it, before it is ordered, waived and priced.
struct Gap {
  std::uint32_t rule = 0;          // index among the rules in force
  const Record* entity = nullptr;  // of the inventory
  Severity severity = Severity::medium;
  Degree degree = full_degree;
  std::string_view message;   // one clause; owned by Outcomes::memory
  std::vector<Claim> claims;  // allocated is zero: the waterfall decides
  std::optional<SpendClaim> spend = {};
  std::string_view at;           // path below the entity that the place should show; may be empty
  const Record* into = nullptr;  // the entity that the act leads to, such as the tool to merge into
};

// A rule that could not be decided for an entity, with every fact that was read and is not there. Facts of
// the entity itself have no `entity`; lists of the same facts are one list, since they tend to be missing all
// over.
struct Undecided {
  std::uint32_t rule = 0;
  const Record* entity = nullptr;
  std::span<const Missing> missing;  // never empty
  std::optional<SpendClaim> spend = {};
};

// What the rules stage hands on. Gaps and undecided are in the order of kinds, then entities, then rules.
struct Outcomes {
  std::vector<RuleJudgements> rules;  // every enabled rule, in order
  std::vector<Gap> gaps;
  std::vector<Undecided> undecided;
  std::shared_ptr<const void> memory;  // owns the views
};

}  // namespace martech_audit

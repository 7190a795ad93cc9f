// Outcomes of rules, and the findings made of them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/baseline.h"
#include "martech_audit/date.h"
#include "martech_audit/inventory.h"
#include "martech_audit/money.h"
#include "martech_audit/rule.h"
#include "martech_audit/waiver.h"

namespace martech_audit {

// Degrees are billionths: 1'000'000'000 is a gap in full.
using Degree = std::uint32_t;
inline constexpr Degree full_degree = 1'000'000'000;

// Points are billionths of a point of the gap score; the score runs from 0 to 100 points.
using Points = std::int64_t;
inline constexpr Points points_per_point = 1'000'000'000;

enum class Verdict : std::uint8_t { pass, gap, unknown };

// One rule put to one entity it applies to.
class Judgement {
 public:
  // `degree` is 0 for pass, full_degree for unknown.
  Judgement(std::uint32_t entity_, Verdict verdict, Degree degree)
      : entity(entity_), word_(static_cast<std::uint32_t>(verdict) << degree_bits | degree) {}

  std::uint32_t entity;  // index of the record in its kind
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
  Money claimed;
  Money allocated;  // what the ledger grants; only of recoverable claims can it be less than claimed
  std::optional<Date> actionable_from;
};

// What a rule says of an entity that fails it, before it is ordered, waived and priced.
struct Gap {
  std::uint32_t rule = 0;
  const Record* entity = nullptr;
  Severity severity = Severity::medium;
  Degree degree = full_degree;
  std::string_view message;
  std::vector<Claim> claims;  // allocated is zero: the ledger decides
  std::string_view at;        // path below the entity that the place should show; may be empty
};

// A rule that could not be decided for an entity, with every fact that was read and is not there. Facts of
// the entity itself have no `entity`; lists of the same facts are one list, since they tend to be missing all
// over.
struct Undecided {
  std::uint32_t rule = 0;
  const Record* entity = nullptr;
  std::span<const Missing> missing;  // never empty
};

// What the rules stage hands on. Gaps and undecided are in the order of kinds, then
// entities, then rules.
struct Outcomes {
  std::vector<RuleJudgements> rules;  // every enabled rule, in order
  std::vector<Gap> gaps;
  std::vector<Undecided> undecided;
  std::shared_ptr<const void> memory;  // owns the views
};

// A thing of the inventory as reports name it. `id` is empty for the organisation.
struct EntityRef {
  EntityKind kind = EntityKind::organisation;
  std::string_view id;
  std::string_view name;
};

// A place as reports print it, 1-based; `path` is empty where there is none. `snippet` is the source line.
struct Place {
  std::string_view path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_column = 0;  // one past the last column marked, on the same line
  std::uint32_t byte = 0;        // of `column` in the snippet
  std::string_view pointer;      // RFC 6901
  std::string_view snippet;
};

// A gap, ready to be reported. Text views belong to the report that holds the finding.
struct Finding {
  std::uint32_t rule = 0;  // index among the rules in force
  Severity severity = Severity::medium;
  Degree degree = full_degree;
  Points points = 0;  // what fixing it alone takes off the gap
  EntityRef entity;
  std::uint32_t entity_index = 0;
  std::string_view message;
  std::vector<Claim> claims;
  Place place;
  std::array<char, 32> fingerprint{};  // lower-case hex
  // Fingerprint of the greater finding on the same entity, under which this one is shown; may be empty. A
  // waived finding explains only waived ones, and no finding explains itself by way of others.
  std::string_view explained_by;
  const Waiver* waiver = nullptr;
  Novelty novelty = Novelty::uncompared;

  std::string_view fingerprint_text() const { return {fingerprint.data(), fingerprint.size()}; }

  // Of any class, in minor units.
  std::int64_t largest_claim() const {
    std::int64_t largest = 0;
    for (const Claim& claim : claims) {
      if (claim.claimed.minor > largest) largest = claim.claimed.minor;
    }
    return largest;
  }

  // What this finding may call waste, in minor units: the recoverable money that the ledger grants it.
  std::int64_t waste() const {
    std::int64_t sum = 0;
    for (const Claim& claim : claims) {
      if (claim.money_class != MoneyClass::recoverable) continue;
      if (__builtin_add_overflow(sum, claim.allocated.minor, &sum)) return INT64_MAX;
    }
    return sum;
  }
};

// A rule that could not be decided for an entity, and what the inventory would have to say.
struct EvidenceGap {
  std::uint32_t rule = 0;
  EntityRef entity;
  std::uint32_t entity_index = 0;
  Points points = 0;
  struct Field {
    const EntityRef* other = nullptr;   // whose it is; null: the entity's own
    std::string_view path;              // "seats.purchased"
    std::optional<Date> outdated = {};  // the day of a measurement that is there and too old to count
  };
  std::span<const Field> fields;  // never empty

  const EntityRef& entity_of(const Field& field) const {
    return field.other == nullptr ? entity : *field.other;
  }
};

}  // namespace martech_audit

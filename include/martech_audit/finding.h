// Findings: what rules came to, as people are told of it.
//
// Plain records of an AuditReport, which owns what their views point to; they may be copied as long as it
// lives. Their texts are as the inventory has them: whoever prints one escapes it for its medium.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "martech_audit/date.h"
#include "martech_audit/inventory.h"
#include "martech_audit/outcome.h"
#include "martech_audit/vocabulary.h"
#include "martech_audit/waiver.h"

namespace martech_audit {

// Points are billionths of a point of the gap score; the score runs from 0 to 100 points.
using Points = std::int64_t;
inline constexpr Points points_per_point = 1'000'000'000;

// A thing of the inventory as reports name it. `id` is empty for the organisation.
struct EntityRef {
  EntityKind kind = EntityKind::organisation;
  std::string_view id;
  std::string_view name;
};

// A place as reports print it, 1-based; `path` is empty where there is none. `snippet` is the source line.
struct Place {
  std::string_view path;         // as the user gave it
  std::uint32_t line = 0;        // 0: nowhere in particular
  std::uint32_t column = 0;      // in code points
  std::uint32_t end_column = 0;  // one past the last column marked, on the same line
  std::uint32_t byte = 0;        // of `column` in the snippet
  std::string_view pointer;      // JSON pointer (RFC 6901) within the document
  std::string_view snippet;      // the source line without its line break; may be long
};

// A gap, ready to be reported. Text views belong to the report that holds the finding.
struct Finding {
  std::uint32_t rule = 0;  // index among the rules in force
  Severity severity = Severity::medium;
  Degree degree = full_degree;  // in billionths, above 0
  Points points = 0;            // what it takes off the gap once it is fixed and its money works
  Points money_points = 0;      // of them, what comes from the waterfall
  EntityRef entity;
  std::uint32_t entity_index = 0;  // among those of its kind, in the order of the inventory
  std::string_view message;        // one clause for people; text of the inventory in it is not escaped
  std::vector<Claim> claims;       // at most one of each class of money
  std::optional<SpendClaim> spend = {};
  Place place;
  std::array<char, 32> fingerprint{};  // lower-case hex
  // Fingerprint of the greater finding on the same entity, under which this one is shown; may be empty. A
  // waived finding explains only waived ones, and no finding explains itself by way of others.
  std::string_view explained_by;
  const Waiver* waiver = nullptr;  // that hides it from the gate; the report owns it
  Novelty novelty = Novelty::uncompared;
  const EntityRef* into =
      nullptr;  // that the act leads to, such as the tool to merge into; the report owns it

  // The fingerprint as text, a view of this finding: the same for the same rule and entity in every run, so
  // that baselines and waivers know it again.
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
      if (claim.money_class == MoneyClass::recoverable) sum = saturating_add(sum, claim.allocated.minor);
    }
    return sum;
  }
};

// A rule that could not be decided for an entity, and what the inventory would have to say.
struct EvidenceGap {
  std::uint32_t rule = 0;  // index among the rules in force
  EntityRef entity;
  std::uint32_t entity_index = 0;
  Points points = 0;  // that hang on it: the gap is smaller by as much if the rule passes
  // A field to be filled in.
  struct Field {
    const EntityRef* other = nullptr;   // whose it is; null: the entity's own
    std::string_view path;              // "seats.purchased"
    std::optional<Date> outdated = {};  // the day of a measurement that is there and too old to count
  };
  std::span<const Field> fields;  // never empty
  Points money_points = 0;        // of the points, what comes from the waterfall
  std::optional<SpendClaim> spend = {};

  const EntityRef& entity_of(const Field& field) const {
    return field.other == nullptr ? entity : *field.other;
  }
};

}  // namespace martech_audit

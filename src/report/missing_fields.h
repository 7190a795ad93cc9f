// Missing evidence by field: what an inventory would have to say next, and how many points that settles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/report.h"

namespace martech_audit::report {

// A field of all entities of a kind that lack it.
struct MissingField {
  EntityKind kind = EntityKind::tool;
  std::string_view path;
  std::uint64_t entities = 0;         // that lack it
  std::optional<Date> outdated = {};  // the oldest of the measurements that are there and too old to count
  Points points = 0;                  // that cannot be decided without it; other fields may be needed as well
};

// An owner who is named and listed nowhere; empty where owners are ids.
struct OwnerByName {
  std::string_view name;
  bool has_others = false;  // there are owners of other names
};

// Fields to give together.
struct Addition {
  std::vector<const MissingField*> fields;
  Points points = 0;              // settled by it, the additions before it given; new questions may come up
  Points alone = 0;               // of them, what it settles without the additions before it
  std::vector<std::size_t> with;  // numbers of those that the rest needs, from 1
};

class MissingFields {
 public:
  explicit MissingFields(const AuditReport& report);

  const std::vector<MissingField>& fields() const { return fields_; }  // most points first

  // What to add next: each step settles most points for each field to give, those before it given. What a
  // cost is comes before what was paid. Giving all fields of all steps settles every unproven point.
  std::vector<Addition> additions(std::size_t most) const;

  // What else has to be written with a list, where names stand that become ids with it; else empty.
  std::string beside(const Addition& addition) const;

 private:
  // Undecided rules that wait for the same fields.
  struct Pattern {
    std::vector<std::uint32_t> fields;  // sorted
    Points points = 0;
  };

  bool waits(const Pattern& pattern, const std::vector<std::uint32_t>& given) const;

  std::vector<MissingField> fields_;
  std::vector<Pattern> patterns_;
  OwnerByName owner_;
};

// "up to 6.6 points": what it settles alone, or with the others where that is nothing.
std::string decides_text(const Addition& addition);
// " (3 with 2)", or " (with 2)" where it settles nothing alone; empty where it needs no other.
std::string together_text(const Addition& addition);

// "usage.active and seats.purchased of 12 tools"; of the organisation's fields the path alone. What is there
// and too old says so: "usage.measured_on of 1 tool (too old: 2026-01-05)".
std::string fields_text(const std::vector<const MissingField*>& fields);

}  // namespace martech_audit::report

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

// Fields to give together.
struct Addition {
  std::vector<const MissingField*> fields;
  Points points = 0;  // settled by it, the additions before it given
};

class MissingFields {
 public:
  explicit MissingFields(const AuditReport& report);

  const std::vector<MissingField>& fields() const { return fields_; }  // most points first

  // What to add next: each step settles most points for each field to give, those before it given. Giving all
  // fields of all steps settles every unproven point.
  std::vector<Addition> additions(std::size_t most) const;

 private:
  // Undecided rules that wait for the same fields.
  struct Pattern {
    std::vector<std::uint32_t> fields;  // sorted
    Points points = 0;
  };

  std::vector<MissingField> fields_;
  std::vector<Pattern> patterns_;
};

// "usage.active and seats.purchased of 12 tools"; of the organisation's fields the path alone. What is there
// and too old says so: "usage.measured_on of 1 tool (too old: 2026-01-05)".
std::string fields_text(const std::vector<const MissingField*>& fields);

}  // namespace martech_audit::report

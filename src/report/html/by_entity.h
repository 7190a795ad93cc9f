// Findings as a page lists them: by what they are about, so that all that is wrong with a tool stands
// together.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/report.h"

namespace martech_audit::report {

struct FindingGroup;

struct EntityFindings {
  std::vector<const Finding*> findings;  // worst first; never empty

  const EntityRef& entity() const { return findings.front()->entity; }
  Severity severity() const { return findings.front()->severity; }  // the worst
  Points points() const;
};

// Of all groups, lesser findings included; the worst first, then those of most points.
std::vector<EntityFindings> by_entity(const std::vector<FindingGroup>& groups);

// The rules behind them, in the order of their first findings.
std::vector<std::uint32_t> rules_of(const std::vector<EntityFindings>& entities);

}  // namespace martech_audit::report

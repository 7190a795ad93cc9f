// The strategy as technology carries it: each objective with what it needs, the tools that serve it, the
// money that reaches it and the KPIs that prove it. Rows of AuditReport.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "martech_audit/date.h"
#include "martech_audit/finding.h"
#include "martech_audit/money.h"

namespace martech_audit {

// How a required capability is provided by active tools. A tool is in trouble while it has a finding at or
// above high that is not waived.
enum class Coverage : std::uint8_t {
  none,
  troubled,  // by tools in trouble alone
  once,      // by one tool that is not
  twice,     // by two or more
};
std::string_view name(Coverage coverage);

// A KPI, whether an objective or tool names it or not.
struct KpiRow {
  EntityRef kpi;
  bool measured = false;  // has a baseline, a target and a day of measurement
  std::optional<Date> measured_on;
  std::string_view source;  // id of the tool that measures it; may be empty
};

// A capability that an objective requires.
struct CapabilityRow {
  EntityRef capability;
  Coverage coverage = Coverage::none;
  std::vector<std::uint32_t> providers;  // indices into AuditReport::tools, ascending
};

// A tool in use that names an objective.
struct ServingTool {
  std::uint32_t tool = 0;     // index into AuditReport::tools
  std::optional<Money> part;  // of its yearly cost that goes to this objective; none to one not active
};

// An objective, whatever its status.
struct ObjectiveRow {
  EntityRef objective;
  std::string_view status, owner;  // empty where not given; the owner by id
  std::string_view owner_role;     // as a ToolRow has it
  std::optional<std::int64_t> priority;
  std::optional<Money> spend;       // a year; with what enabling tools pass on; none where it is not known
  std::vector<std::uint32_t> kpis;  // indices into AuditReport::kpis, as the objective lists them
  std::vector<CapabilityRow> required;
  std::vector<ServingTool> tools;  // tools in use that name the objective, by index
};

// How far a component of Marketing 5.0 has come: 0 not at all, 1 a tool is owned, 2 one that has an active
// objective and an owner around whom the skills are, 3 one that measured KPIs prove, too.
struct ComponentRow {
  std::string_view component;        // data-driven, …
  int level = 0;                     // shown by the inventory
  int possible_level = 0;            // what it may be, as far as evidence is missing
  std::vector<std::uint32_t> tools;  // active ones that contribute, by index
};

}  // namespace martech_audit

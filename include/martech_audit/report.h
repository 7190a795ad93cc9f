// AuditReport: everything an audit found, and all that a reporter may print.
//
// Self-contained: text views point into what `memory` keeps alive. No clock, no absolute path, no order that
// depends on anything but the inputs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/baseline.h"
#include "martech_audit/decision.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/finding.h"
#include "martech_audit/gate.h"
#include "martech_audit/rule.h"
#include "martech_audit/rule_pack.h"
#include "martech_audit/score.h"
#include "martech_audit/strategy.h"
#include "martech_audit/waterfall.h"

namespace martech_audit {

// A file that was read.
struct InputFile {
  std::string path;    // as the user gave it
  std::string sha256;  // of its bytes, 64 hex digits
};

// A set of benchmarks: the built-in one, then the one given.
struct BenchmarkUse {
  std::string edition;
  std::string sha256;
};

// The entities of a kind that rules judge, by id; of the organisation the one id is empty.
struct Roster {
  EntityKind kind = EntityKind::organisation;
  std::vector<std::string_view> ids;
};

// One row a tool, so that a dashboard needs no second source.
struct ToolRow {
  EntityRef tool;
  std::string_view category, vendor, status, owner, department;  // empty where not given
  bool owner_left = false;      // the owner has left, or everybody of the team has
  std::string_view residency;   // where its data lies; empty where not given
  std::string_view owner_role;  // job title or team of who owns it now, never a person's name; may be empty
  bool in_use = true;           // neither being evaluated nor retired
  std::vector<std::string_view> objectives, kpis;  // ids
  std::optional<Money> annual_cost;
  std::optional<double> utilisation;  // 0 to 1, or more where seats are over-used
  std::optional<Date> contract_ends;  // last day of the current term
  std::optional<Date> renews_on;      // first day of the next
  std::optional<Date> notice_by;      // the end itself where no notice period is given
  bool notice_known = false;
  std::optional<bool> auto_renews;          // the contract, unless notice is given
  std::optional<std::int64_t> term_months;  // of the next term
  std::optional<bool> notice_missed;        // the notice day has passed, and the contract renews by itself
  bool is_past_its_end = false;  // its contract has an end that is over, and what came after it is not known
  std::optional<Money> renewal_commitment;  // what the next term commits to by itself; 0 where it does not
  std::optional<Money>
      possible_commitment;  // the same if what is not known is against it; none: no cost or end
  bool in_trouble = false;  // has a finding at or above high that is not waived
  Points points = 0;        // of its findings and undecided rules
  Money waste;              // allocated recoverable

  // A year of spend, in minor units: how much, and the part it ends in (waterfall.h).
  SpendBasis spend_basis = SpendBasis::none;
  std::int64_t yearly_spend = 0;  // 0 where the basis is none, free or estimated
  std::int64_t unexplained_spend = 0;
  bool too_early = false, petty = false, examined = false;
  std::vector<std::uint32_t> passes_on_to;  // tools that it supports; indices into AuditReport::tools
  SpendParts spend;

  // Of what says nothing of its use, or whose cost is an estimate, no waste is no 0.
  bool is_waste_known() const {
    return waste.minor > 0 || (examined && spend_basis != SpendBasis::estimated);
  }
};

// A connection between two tools; kind, direction and status as the inventory has them, empty where not
// given.
struct IntegrationRow {
  std::string_view id;
  std::uint32_t from = 0, to = 0;  // indices into AuditReport::tools
  std::string_view kind, direction, status;
};

// Which tools a team answers for, by itself or by one of its people, and which it uses.
struct TeamRow {
  EntityRef team;
  std::vector<std::uint32_t> owns, uses;  // indices into AuditReport::tools, ascending
};

// What the tools of a category, or of their owners' department, cost a year.
struct SpendRow {
  std::string_view name;       // empty: of those that name none
  Money annual_cost;           // known costs alone
  std::uint32_t tools = 0;     // whose cost is known
  std::optional<Money> waste;  // allocated recoverable; none where it is known of no tool
};

// What reaches an objective in a year, with what enabling tools pass on.
struct ObjectiveSpend {
  std::string_view objective;  // its id; empty for what reaches none
  Money annual_cost;
};

// Share of annual cost that reaches no active objective.
struct SpendOffStrategy {
  Money off;
  Money total;
  double share() const {  // 0 to 1
    return total.minor == 0 ? 0 : static_cast<double>(off.minor) / static_cast<double>(total.minor);
  }
};

// Of the warnings and notes a report has the first hundred of each (diagnostic.h); how many more there were.
struct DiagnosticsLeftOut {
  std::size_t warnings = 0;
  std::size_t notes = 0;
};

// Moved, not copied: it is large, and views into `memory` stay good. Reading it changes nothing, so that
// several reporters may run at once.
struct AuditReport {
  std::string tool_version;
  Date as_of;
  std::string_view organisation;
  Currency currency;
  std::vector<InputFile> inputs;
  std::vector<PackUse> packs;
  std::vector<BenchmarkUse> benchmarks;
  std::optional<InputFile> policy;         // what the settings are held against; none: the defaults
  std::vector<ParamUse> params;            // in force, by pack and name
  std::vector<RuleSetting> rule_settings;  // what the user laid over the packs
  std::vector<ParamSetting> param_settings;
  std::vector<Rule> rules;  // in force, in the order of packs and files

  std::vector<Roster> rosters;  // in the order of kinds
  Score score;
  MoneySummary money;
  std::optional<Waterfall> waterfall;            // none: no rule in force claims money
  std::optional<SpendOffStrategy> off_strategy;  // none: no objectives are declared, so it is not known
  Gate gate;
  std::optional<BaselineUse> baseline;

  std::vector<Finding> findings;  // severity, money, rule, entity, fingerprint; waived ones are in `waived`
  std::vector<Finding> waived;
  std::vector<Decision> decisions;            // by lane and rank; each finding is in one
  std::vector<EvidenceGap> evidence_missing;  // most points first
  std::span<const Waiver> waivers;            // in force or not; saved reports have those in `waived` alone
  std::vector<std::string> loosened;          // how settings in force differ from the policy or the defaults;
                                              // then waivers, not_applicable marks
  std::size_t loosened_settings = 0;          // how many of them are settings; not in saved reports
  std::vector<Diagnostic> diagnostics;        // warnings and notes
  DiagnosticsLeftOut diagnostics_left_out;

  std::vector<ToolRow> tools;  // by id
  // The row of the tool; null where there is none.
  const ToolRow* tool(std::string_view id) const {
    const auto row =
        std::ranges::lower_bound(tools, id, {}, [](const ToolRow& each) { return each.tool.id; });
    return row == tools.end() || row->tool.id != id ? nullptr : &*row;
  }
  std::vector<SpendRow> spend_by_category, spend_by_department;   // largest first
  std::optional<std::vector<ObjectiveSpend>> spend_by_objective;  // largest first; none as off_strategy
  std::vector<IntegrationRow> integrations;                       // by id
  std::vector<TeamRow> teams;                                     // by id
  std::vector<KpiRow> kpis;                                       // by id
  std::vector<ObjectiveRow> strategy;                             // active ones first, by priority, then id
  std::vector<ComponentRow> marketing5;                           // the five of them in their usual order

  std::shared_ptr<const Inventory> inventory;  // that was judged; null in a saved report
  std::vector<std::shared_ptr<const void>> memory;
};

}  // namespace martech_audit

// audit(): the whole tool as a pure function.
//
// The same bytes and options give the same report: no file is opened, no clock read, no environment asked.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/baseline.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/report.h"
#include "martech_audit/source.h"

namespace martech_audit {

std::string_view version();
std::string_view release_date();  // of this version, YYYY-MM-DD

// Told what an audit does now, and the share of the work that lies behind: 0 to 1, never less than before.
// For people who wait; a report does not depend on it.
using Progress = std::function<void(std::string_view doing, double done)>;

struct AuditOptions {
  Date as_of;               // the day everything is judged at
  bool day_is_set = false;  // by a configuration, not by whoever runs the audit
  bool built_in_packs = true;
  std::vector<SourcePtr> packs;  // further packs
  SourcePtr benchmarks;          // numbers to use in place of the built-in ones of the same id; may be null
  std::vector<RuleSetting> rules;
  std::vector<ParamSetting> params;
  std::vector<WaiverFile> waivers;  // beside those of the inventory
  std::optional<int>
      longest_waiver;  // days from its creation, or from as_of, that a waiver should last at most
  WaiverPolicy waiver_policy;
  std::optional<Baseline> baseline;
  Points money_share = full_score / 2;  // of the 100 points that the money half of the gap has
  GateOptions gate;
  std::shared_ptr<const AuditOptions> policy;  // whose settings these are held against; null: the defaults
  std::optional<InputFile> policy_file;        // where it was read from
  std::vector<std::string> loosened;  // what else loosens the gate, as whoever made these options knows
  Progress progress;                  // may be empty
};

// Judges the inventory that the sources make together. Faults of the inventory or a pack go to `diagnostics`,
// warnings too; with any error there is no trustworthy verdict and nothing is returned.
std::optional<AuditReport> audit(const std::vector<SourcePtr>& inventory, const AuditOptions& options,
                                 Diagnostics& diagnostics);

}  // namespace martech_audit

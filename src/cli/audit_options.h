// Options that commands which judge an inventory share, and what they turn into.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/configuration.h"
#include "martech_audit/audit.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

// What is judged, by which rules, on which day.
struct JudgingOptions {
  std::vector<std::string> inventory;
  std::string stdin_name;
  std::string as_of;
  std::vector<std::string> rules;  // paths of packs or of directories of packs
  std::string benchmarks;          // path of a set, or empty
  bool only_given_rules = false;
  std::vector<std::string> params;  // pack.name=value
  std::vector<std::string> disabled;
  std::vector<std::string> waivers;  // files
  std::optional<int> max_waiver_days;
  std::optional<double> money_share;
  std::string baseline;
  ConfigurationFiles files;
  Configuration configuration;

  static Group<JudgingOptions> group();     // inventory files and settings
  static Group<JudgingOptions> settings();  // all but the inventory's files
  static Group<JudgingOptions> inventory_files();
  static Group<JudgingOptions> day();
  static Group<JudgingOptions> pack_files();
  static Group<JudgingOptions> pack_params();
  static Group<JudgingOptions> waiver_files();
  static Group<JudgingOptions> baseline_file();
  static Group<JudgingOptions> configuration_files();

  // Options among `values` that neither the line nor the environment gives take what the configuration says,
  // whose keys are those of the options of `root`: to be called first. The exit code where that has faults,
  // which then are said.
  std::optional<int> configure(Values& values, const Command& root);
  std::optional<int> configure(const Run& run) { return configure(run.values, run.root); }

  // Faults of waivers and of the baseline go to `diagnostics`, with their places. Once: the settings of the
  // configuration move there.
  Result<AuditOptions> audit_options(Diagnostics& diagnostics);

 private:
  Result<std::shared_ptr<const AuditOptions>> policy_options() const;
};

struct GateFlags {
  std::string fail_on = "high";
  bool fail_on_new = false;
  bool fail_on_loosened = false;
  bool fail_on_lost_evidence = false;
  bool fail_on_claims = false;
  std::optional<double> max_gap, max_proven_gap, max_gap_points, max_waste;
  std::optional<double> max_practice_gap, max_money_gap, max_proven_waste, min_evidence;
  bool exit_zero = false;

  static Group<GateFlags> group();
  static Group<GateFlags> of_changes();  // what only two states of an inventory can show
  GateOptions options() const;
};

// Options as something else than the command line fills them: of a policy, or of the other side of a
// comparison. Nothing is given at first.
class OptionSet {
 public:
  OptionSet();
  OptionSet(const OptionSet&) = delete;
  OptionSet& operator=(const OptionSet&) = delete;

  // What the line and the environment give to options that are in the set, too, but for --policy, which
  // decides for the line alone; before any configuration is loaded on either side.
  void take(const Values& line);

  JudgingOptions judging;
  GateFlags gate;
  Values values;
};

// The packs that --rules names; in a directory every *.yaml but *.test.yaml and sets of benchmarks.
Result<std::vector<SourcePtr>> read_packs(const std::vector<std::string>& paths);

}  // namespace martech_audit::cli

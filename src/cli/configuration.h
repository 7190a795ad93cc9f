// The configuration of a run, and the policy that it is held against.
//
// The configuration is the nearest .martech-audit.yaml, looked for upward from the inventory to the root of
// its repository; where there is no repository, beside the inventory alone. Whoever changes the inventory can
// change it, too. So where a policy is named, that one decides, and of the configuration only what makes the
// gate stricter is followed; what it says otherwise is warned of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "martech_audit/report.h"
#include "martech_audit/result.h"
#include "options/command.h"

namespace martech_audit::cli {

// A configuration that was read.
struct ConfigFile {
  std::string path;
  std::string sha256;
  Config config;
};

// What the line says of configurations.
struct ConfigurationFiles {
  std::string config;  // paths, or empty
  bool no_config = false;
  std::string policy;
  std::string policy_of;

  static options::Group<ConfigurationFiles> group();
};

class Configuration {
 public:
  // The nearest configuration of `inventory`, which need not be there, is the policy, or where there is none,
  // the defaults are. In place of --policy; before load().
  void take_policy_of(const std::string& inventory);

  // Finds and reads the files, and gives the options among `values` that nothing else has given what they
  // say. An error where a file that the line names cannot be read; faults in them go to `diagnostics`.
  std::optional<Error> load(const ConfigurationFiles& files, const std::vector<std::string>& inventory,
                            options::Values& values, const options::Keys& keys, Diagnostics& diagnostics);

  // What else is in force: rules and parameters of the policy, or else of the configuration; waivers of both.
  const Config& config() const { return config_; }
  // Of which there may be many: config() has none of them afterwards.
  std::vector<RuleSetting> take_rules() { return std::exchange(config_.rules, {}); }
  std::vector<ParamSetting> take_params() { return std::exchange(config_.params, {}); }

  bool has_policy() const { return has_policy_; }
  const std::optional<ConfigFile>& policy() const { return policy_; }  // none: the defaults
  // Where no policy stands above them: configurations farther up that the nearest one hides, in sentences.
  const std::vector<std::string>& hidden() const { return hidden_; }

  bool sets(std::string_view option) const;  // by its name without dashes

  // Gives the options what the file says.
  void adopt(options::Values& values, ConfigFile file, Diagnostics& diagnostics);

 private:
  std::optional<Error> read_policy(std::string path, options::Values& values, const options::Keys& keys,
                                   Diagnostics& diagnostics);
  void hold_against_policy(const ConfigFile& own, options::Values& values, Diagnostics& diagnostics);

  const options::Values* values_ = nullptr;  // that it was loaded for
  std::string base_policy_;
  bool has_policy_ = false;
  std::optional<ConfigFile> policy_;
  std::vector<std::string> hidden_;
  Config config_;
};

// No output takes the place of a configuration around the inventory, whether this run has read it or ignores
// it.
void spare_configurations(const std::vector<std::string>& inventory);

// Where a value comes from: "--fail-on", "MARTECH_AUDIT_FAIL_ON", "martech/.martech-audit.yaml:3", or "built
// in".
std::string origin_of(const options::Value& value);

// "martech/.martech-audit.yaml:3"
std::string place_text(const Location& where);

}  // namespace martech_audit::cli

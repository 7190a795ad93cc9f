// The configuration of a run, and the policy that it is held against.
//
// The configuration is the nearest .martech-audit.yaml, looked for upward from the inventory to the root of
// its repository; where there is no repository, beside the inventory alone. Whoever changes the inventory can
// change it, too. So where a policy is named, that one decides, and of the configuration only what makes the
// gate stricter is followed; what it says otherwise is warned of.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "config/keys.h"
#include "martech_audit/report.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

// A configuration that was read.
struct ConfigFile {
  std::string path;
  std::string sha256;
  Config config;
};

class Configuration {
 public:
  void declare(CLI::App& app);  // --config, --no-config, --policy

  // The nearest configuration of `inventory` is the policy, or where there is none, the defaults are. In
  // place of
  // --policy; before load().
  void take_policy_of(const std::string& inventory);

  // Finds and reads the files, and gives the options of `app` that nothing else has given what they say. An
  // error where a file that the line names cannot be read; faults in them go to `diagnostics`.
  std::optional<Error> load(const std::vector<std::string>& inventory, Diagnostics& diagnostics);

  // What else is in force: rules and parameters of the policy, or else of the configuration; waivers of both.
  const Config& config() const { return config_; }

  bool has_policy() const { return has_policy_; }
  const std::optional<ConfigFile>& policy() const { return policy_; }  // none: the defaults
  // Where no policy stands above them: configurations farther up that the nearest one hides, in sentences.
  const std::vector<std::string>& hidden() const { return hidden_; }

  // Gives the options of `app` what the file says.
  void adopt(CLI::App& app, const ConfigFile& file, Diagnostics& diagnostics);

  // Where the option's value comes from: "--fail-on", "MARTECH_AUDIT_FAIL_ON",
  // "martech/.martech-audit.yaml:3", or "built in".
  std::string origin(const CLI::Option& option) const;
  std::string origin(const std::string& option) const { return origin(*app_->get_option("--" + option)); }
  bool is_configured(const CLI::Option& option) const { return origins_.contains(&option); }
  bool sets(const std::string& option) const;  // by its name without dashes

 private:
  std::optional<Error> read_policy(Diagnostics& diagnostics);
  void hold_against_policy(const ConfigFile& own, Diagnostics& diagnostics);
  void follow_if_stricter(const Config::OptionValue& value, Diagnostics& diagnostics);
  void apply(const Config::OptionValue& value, Diagnostics& diagnostics);
  void add(CLI::Option& option, const Config::OptionValue& value, Diagnostics& diagnostics);

  CLI::App* app_ = nullptr;
  std::string path_;
  std::string policy_path_;
  bool none_ = false;
  bool has_policy_ = false;
  std::optional<ConfigFile> policy_;
  std::vector<std::string> hidden_;
  Config config_;
  std::map<const CLI::Option*, Location> origins_;
};

// "martech/.martech-audit.yaml:3"
std::string place_text(const Location& where);

}  // namespace martech_audit::cli

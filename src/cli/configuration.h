// The configuration of a run: the nearest .martech-audit.yaml, looked for upward from the inventory to the
// root of its repository. Where there is no repository, beside the inventory alone.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

class Configuration {
 public:
  void declare(CLI::App& app);  // --config, --no-config

  // Finds and reads the file, and gives the options of `app` that nothing else has given what it says. An
  // error where the file that --config names cannot be read; faults in it go to `diagnostics`.
  std::optional<Error> load(const std::vector<std::string>& inventory, Diagnostics& diagnostics);

  const Config& config() const { return config_; }

  // Where the option's value comes from: "--fail-on", "MARTECH_AUDIT_FAIL_ON",
  // "martech/.martech-audit.yaml:3", or "built in".
  std::string origin(const CLI::Option& option) const;

 private:
  void apply(const Config::OptionValue& value, Diagnostics& diagnostics);

  CLI::App* app_ = nullptr;
  std::string path_;
  bool none_ = false;
  Config config_;
  std::map<const CLI::Option*, Location> origins_;
};

// "martech/.martech-audit.yaml:3"
std::string place_text(const Location& where);

}  // namespace martech_audit::cli

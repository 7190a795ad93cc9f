// Configuration: what a team wants of every run, in a file beside its inventory.
//
// Most keys stand for an option of the command line (options/keys.h); what no option can say — settings of
// rules, parameters, waivers — is here in the types that an audit takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "martech_audit/diagnostic.h"
#include "martech_audit/rule.h"
#include "martech_audit/source.h"
#include "martech_audit/waiver.h"
#include "options/keys.h"

namespace martech_audit {

inline constexpr const char* config_file_name = ".martech-audit.yaml";

struct Config {
  // What an option of the command line would be given.
  struct OptionValue {
    struct Item {
      std::string text;     // for the option: of a path, from where the program runs
      std::string written;  // in the file
      Location where;
    };
    const options::Option* option;
    std::vector<Item> items;
    Location where;
  };
  std::vector<OptionValue> options;
  std::vector<RuleSetting> rules;
  std::vector<ParamSetting> params;
  std::vector<WaiverFile> waivers;  // the configuration itself, where it has some
  WaiverPolicy waiver_policy;
  Location waiver_policy_at;  // nowhere: it says nothing of it
};

// Paths are taken from the folder of the file, `folder`. Every fault goes to `diagnostics` with its place;
// what is right comes back all the same, unless the file is no YAML.
std::optional<Config> read_config(const SourcePtr& source, const std::string& folder,
                                  const options::Keys& keys, Diagnostics& diagnostics);

// JSON Schema 2020-12, indented, ends with a newline.
std::string config_schema(const options::Keys& keys);

}  // namespace martech_audit

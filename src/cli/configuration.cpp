#include "cli/configuration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>

#include "base/sha256.h"
#include "base/text.h"
#include "cli/boundary.h"
#include "cli/input_files.h"

namespace martech_audit::cli {
namespace {

namespace fs = std::filesystem;

using options::Kind;
using options::Option;
using options::Origin;
using options::Row;
using options::Stricter;
using options::Values;

constexpr std::array file_rows{
    Row{Option::path(
            "config", "FILE",
            "Configuration file (default: the nearest .martech-audit.yaml in this or a parent folder)"),
        &ConfigurationFiles::config},
    Row{Option::flag("no-config", "Ignore configuration files"), &ConfigurationFiles::no_config},
    Row{Option::path("policy", "PATH",
                     "Policy: a configuration file, or a folder to search from; settings of the inventory's "
                     "own configuration that conflict with it are ignored"),
        &ConfigurationFiles::policy},
    Row{Option::path(
            "policy-of", "PATH",
            "Policy: the configuration that an inventory at PATH has or would have, otherwise the defaults"),
        &ConfigurationFiles::policy_of},
};

constexpr std::size_t widest_path = 80;

// The folder that the first file of the inventory is in, as the user names it.
fs::path start_of(const std::vector<std::string>& inventory) {
  std::error_code ignored;
  if (inventory.empty() || inventory.front() == "-") return ".";
  fs::path path = inventory.front();
  while (!path.empty() && !fs::is_directory(path, ignored)) path = path.parent_path();
  return path.empty() ? "." : path;
}

// Folders from `start` upward to the root of its repository; `start` alone where it is in none.
std::vector<fs::path> folders_from(const fs::path& start) {
  std::error_code failed;
  std::vector<fs::path> folders;
  fs::path shown = start;
  for (fs::path at = fs::weakly_canonical(start, failed); !failed; at = at.parent_path(), shown /= "..") {
    folders.push_back(shown);
    if (fs::exists(at / ".git", failed)) return folders;
    if (at == at.parent_path()) break;
  }
  return {start};
}

// Those that there are, the nearest first.
std::vector<std::string> configurations_above(const fs::path& start) {
  std::vector<std::string> paths;
  for (const fs::path& folder : folders_from(start)) {
    std::error_code ignored;
    const fs::path path = (folder / config_file_name).lexically_normal();
    if (fs::exists(fs::symlink_status(path, ignored))) paths.push_back(path.string());
  }
  return paths;
}

// Nobody named it: it must be a file of its folder or repository.
std::optional<Error> objection_to_found(const std::string& path) {
  const auto objection = Boundary(fs::path(path).parent_path()).objection(path);
  return objection ? std::optional(refused(path, *objection)) : std::nullopt;
}

std::optional<std::string> objection_to(const Config::OptionValue::Item& item, const Boundary& around) {
  if (fs::path(item.written).is_absolute() && !is_allowed(item.text))
    return "write paths relative to the configuration's folder; allow other paths with --allow-path";
  return around.objection(item.text);
}

void report_path(const Config::OptionValue& value, const Config::OptionValue::Item& item,
                 std::string_view fault, std::string hint, Diagnostics& diagnostics) {
  diagnostics.error(item.where,
                    fmt::format("'{}' refers to '{}', which {}", name_of(value.option->key),
                                shorten(item.written, widest_path), fault),
                    std::move(hint));
}

// What a configuration names belongs to the inventory, though this run may have no use for it, as for a logo:
// no output takes its place.
void check_paths(const Config& config, const fs::path& folder, Diagnostics& diagnostics) {
  const Boundary around(folder);
  std::vector<std::string> named;
  for (const Config::OptionValue& value : config.options) {
    if (value.option->kind != Kind::path) continue;
    for (const Config::OptionValue::Item& item : value.items) {
      std::error_code ignored;
      if (const auto objection = objection_to(item, around)) {
        report_path(value, item, "is not read", *objection, diagnostics);
      } else if (!fs::exists(item.text, ignored)) {
        report_path(value, item, "does not exist", "paths are relative to the folder of the configuration",
                    diagnostics);
      }
      named.push_back(item.text);
    }
  }
  spare(named);
}

// Nothing where it has faults that leave nothing to go by.
Result<std::optional<ConfigFile>> read_config_file(const std::string& path, const options::Keys& keys,
                                                   Diagnostics& diagnostics) {
  const Result<SourcePtr> source = read_input(path);
  if (!source) return source.error();
  const fs::path folder = fs::path(path).parent_path();
  std::optional<Config> read = read_config(*source, folder.string(), keys, diagnostics);
  if (!read) return std::optional<ConfigFile>();
  check_paths(*read, folder, diagnostics);
  return std::optional(ConfigFile{path, sha256_hex((*source)->text()), *std::move(read)});
}

}  // namespace

std::string place_text(const Location& where) {
  return fmt::format("{}:{}", escape_controls(where.source->name()),
                     where.source->position(where.begin).line);
}

options::Group<ConfigurationFiles> ConfigurationFiles::group() { return file_rows; }

void Configuration::take_policy_of(const std::string& inventory) {
  has_policy_ = true;
  const std::vector<std::string> paths = configurations_above(start_of({inventory}));
  if (!paths.empty()) base_policy_ = paths.front();
}

std::optional<Error> Configuration::load(const ConfigurationFiles& files,
                                         const std::vector<std::string>& inventory, Values& values,
                                         const options::Keys& keys, Diagnostics& diagnostics) {
  values_ = &values;
  if (files.no_config && !files.config.empty()) return Error{"--config and --no-config cannot be combined"};
  if (!files.policy_of.empty() && (has_policy_ || !files.policy.empty()))
    return Error{"--policy-of cannot be combined with another policy"};
  if (!files.policy_of.empty()) take_policy_of(files.policy_of);
  const std::string& policy = base_policy_.empty() ? files.policy : base_policy_;
  if (auto error = read_policy(policy, values, keys, diagnostics)) return error;
  if (files.no_config) return std::nullopt;
  const bool is_named = !files.config.empty();
  const std::vector<std::string> found =
      is_named ? std::vector{files.config} : configurations_above(start_of(inventory));
  if (found.empty()) return std::nullopt;
  if (auto error = is_named ? std::nullopt : objection_to_found(found.front())) return error;
  Result<std::optional<ConfigFile>> own = read_config_file(found.front(), keys, diagnostics);
  if (!own) return own.error();
  if (!*own) return std::nullopt;
  if (has_policy_) {
    hold_against_policy(**own, values, diagnostics);
  } else {
    for (std::size_t i = 1; i < found.size(); ++i)
      hidden_.push_back(fmt::format("{} replaces {}", found.front(), found[i]));
    adopt(values, **std::move(own), diagnostics);
  }
  return std::nullopt;
}

void spare_configurations(const std::vector<std::string>& inventory) {
  spare(configurations_above(start_of(inventory)));
}

std::optional<Error> Configuration::read_policy(std::string path, Values& values, const options::Keys& keys,
                                                Diagnostics& diagnostics) {
  if (path.empty()) return std::nullopt;
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    const std::vector<std::string> paths = configurations_above(path);
    if (paths.empty()) {
      return Error{fmt::format("--policy {}: no {} there or in a parent folder of its repository", path,
                               config_file_name)};
    }
    path = paths.front();
    if (auto error = objection_to_found(path)) return error;
  }
  has_policy_ = true;
  Result<std::optional<ConfigFile>> read = read_config_file(path, keys, diagnostics);
  if (!read) return read.error();
  policy_ = *std::move(read);
  if (policy_) adopt(values, *policy_, diagnostics);
  return std::nullopt;
}

namespace {

constexpr std::string_view as_base = "to change this, change the policy";

void warn_not_followed(const Location& where, std::string_view what, Diagnostics& diagnostics) {
  diagnostics.warning(where, fmt::format("{} is ignored: the policy decides", what), std::string(as_base));
}

std::vector<std::string> written(const Config::OptionValue& value) {
  std::vector<std::string> texts;
  for (const Config::OptionValue::Item& item : value.items) texts.push_back(item.written);
  return texts;
}

const Config::OptionValue* find_option(const Config& config, const Option* option) {
  const auto found = std::ranges::find(config.options, option, &Config::OptionValue::option);
  return found == config.options.end() ? nullptr : &*found;
}

auto content(const RuleSetting& setting) {
  return std::tuple(setting.rule, setting.enabled, setting.severity, setting.weight);
}
auto content(const ParamSetting& setting) {
  return std::tuple(setting.pack, setting.name, setting.value, setting.category);
}

template <class Setting>
bool is_among(const Setting& setting, const std::vector<Setting>& settings) {
  return std::ranges::any_of(settings,
                             [&](const Setting& other) { return content(other) == content(setting); });
}

void warn_of_rules(const Config& own, const Config& policy, Diagnostics& diagnostics) {
  for (const RuleSetting& setting : own.rules) {
    if (!is_among(setting, policy.rules))
      warn_not_followed(setting.where, fmt::format("the setting of rule '{}'", setting.rule), diagnostics);
  }
  for (const ParamSetting& setting : own.params) {
    if (!is_among(setting, policy.params)) {
      warn_not_followed(setting.where,
                        fmt::format("the value of parameter '{}.{}'", setting.pack, setting.name),
                        diagnostics);
    }
  }
  const bool same = own.waiver_policy.approved_by == policy.waiver_policy.approved_by &&
                    own.waiver_policy.max_days == policy.waiver_policy.max_days;
  if (own.waiver_policy_at && !same) warn_not_followed(own.waiver_policy_at, "'waiver_policy'", diagnostics);
}

// Whether --output says what goes there; then the format that is usual has no say.
bool names_standard_output(const Values& values) {
  const options::Value* const output = values.find("output");
  return output != nullptr && std::ranges::any_of(output->texts(), [](const std::string& target) {
           return target.find('=') == target.npos || target.ends_with("=-");
         });
}

void give(options::Value& value, const Config::OptionValue& configured, Diagnostics& diagnostics) {
  std::vector<std::string> texts;
  for (const Config::OptionValue::Item& item : configured.items) {
    texts.push_back(item.text);
    const std::string fault = fault_of(value.option(), item.text);
    if (fault.empty()) continue;
    return diagnostics.error(configured.where,
                             fmt::format("'{}' {}", name_of(configured.option->key), fault));
  }
  value.give(texts, Origin::configuration, configured.where);
}

// What a command does not take, and what the line says already, is left.
void apply(Values& values, const Config::OptionValue& configured, Diagnostics& diagnostics) {
  options::Value* const value = values.find(configured.option->name);
  if (value == nullptr || value->is_given() || !value->option().is_configurable) return;
  if (configured.option->name == "format" && names_standard_output(values)) return;
  give(*value, configured, diagnostics);
}

// Of an option of which the policy, the line or nothing has decided.
void follow_if_stricter(Values& values, const Config::OptionValue& configured, Diagnostics& diagnostics) {
  const Option& option = *configured.option;
  if (option.key.stricter == Stricter::irrelevant) return apply(values, configured, diagnostics);
  options::Value* const value = values.find(option.name);
  if (value == nullptr) return;
  if (value->is_given() && value->origin() != Origin::configuration)
    return;  // whoever runs the audit decided
  const std::string& text = configured.items.front().text;
  if (!value->is_given() && option.is_flag() && !options::is_on(text)) return;  // as it is
  const std::string in_force = value->is_given() ? value->texts().front() : value->standard();
  if (option.key.stricter == Stricter::added || is_as_strict(option, text, in_force))
    return give(*value, configured, diagnostics);
  warn_not_followed(configured.where, fmt::format("'{}'", name_of(option.key)), diagnostics);
}

}  // namespace

void Configuration::adopt(Values& values, ConfigFile file, Diagnostics& diagnostics) {
  values_ = &values;
  config_ = std::move(file.config);
  for (const Config::OptionValue& configured : config_.options) apply(values, configured, diagnostics);
}

void Configuration::hold_against_policy(const ConfigFile& own, Values& values, Diagnostics& diagnostics) {
  static const Config defaults{};
  const Config& policy = policy_ ? policy_->config : defaults;
  if (policy_ && policy_->sha256 == own.sha256 && policy_->path == own.path) return;
  for (const Config::OptionValue& configured : own.config.options) {
    const Config::OptionValue* const decided = find_option(policy, configured.option);
    const bool adds = configured.option->key.stricter == Stricter::added;
    if (adds || decided == nullptr || written(*decided) != written(configured))
      follow_if_stricter(values, configured, diagnostics);
  }
  warn_of_rules(own.config, policy, diagnostics);
  config_.waivers.insert(config_.waivers.end(), own.config.waivers.begin(), own.config.waivers.end());
}

bool Configuration::sets(std::string_view option) const {
  const options::Value* const value = values_ == nullptr ? nullptr : values_->find(option);
  return value != nullptr && value->origin() == Origin::configuration;
}

std::string origin_of(const options::Value& value) {
  switch (value.origin()) {
    case Origin::line:
      return fmt::format("--{}", value.option().name);
    case Origin::environment:
      return options::variable_of(value.option().name);
    case Origin::configuration:
      return place_text(value.where());
    case Origin::built_in:
      break;
  }
  return "built in";
}

}  // namespace martech_audit::cli

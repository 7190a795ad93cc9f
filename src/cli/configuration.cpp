#include "cli/configuration.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/sha256.h"
#include "base/text.h"
#include "cli/boundary.h"
#include "cli/environment.h"
#include "cli/input_files.h"

namespace martech_audit::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t widest_path = 80;

// The folder that the first file of the inventory is in, as the user names it.
fs::path start_of(const std::vector<std::string>& inventory) {
  std::error_code ignored;
  if (inventory.empty() || inventory.front() == "-") return ".";
  fs::path path = inventory.front();
  if (fs::is_directory(path, ignored)) return path;
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
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

void check_paths(const Config& config, const fs::path& folder, Diagnostics& diagnostics) {
  const Boundary around(folder);
  for (const Config::OptionValue& value : config.options) {
    if (!value.is_path) continue;
    for (const Config::OptionValue::Item& item : value.items) {
      if (const auto objection = objection_to(item, around)) {
        diagnostics.error(item.where,
                          fmt::format("'{}' refers to '{}', which is not read", value.key,
                                      shorten(item.written, widest_path)),
                          *objection);
      }
    }
  }
}

// Nothing where it has faults that leave nothing to go by.
Result<std::optional<ConfigFile>> read_config_file(const std::string& path, Diagnostics& diagnostics) {
  const Result<SourcePtr> source = read_input(path);
  if (!source) return source.error();
  const fs::path folder = fs::path(path).parent_path();
  std::optional<Config> read = read_config(*source, folder.string(), diagnostics);
  if (!read) return std::optional<ConfigFile>();
  check_paths(*read, folder, diagnostics);
  return std::optional(ConfigFile{path, sha256_hex((*source)->text()), *std::move(read)});
}

}  // namespace

std::string place_text(const Location& where) {
  return fmt::format("{}:{}", escape_controls(where.source->name()),
                     where.source->position(where.begin).line);
}

void Configuration::declare(CLI::App& app) {
  app_ = &app;
  app.add_option("--config", path_,
                 "Configuration file (default: the nearest .martech-audit.yaml in this or a parent folder)")
      ->type_name("FILE");
  app.add_flag("--no-config", none_, "Ignore configuration files");
  app.add_option("--policy", policy_path_,
                 "Policy: a configuration file, or a folder to search from; settings of the inventory's own "
                 "configuration that "
                 "conflict with it are ignored")
      ->type_name("PATH");
}

void Configuration::take_policy_of(const std::string& inventory) {
  has_policy_ = true;
  const std::vector<std::string> paths = configurations_above(start_of({inventory}));
  if (!paths.empty()) policy_path_ = paths.front();
}

std::optional<Error> Configuration::load(const std::vector<std::string>& inventory,
                                         Diagnostics& diagnostics) {
  if (app_ == nullptr) return std::nullopt;
  if (none_ && !path_.empty()) return Error{"--config and --no-config cannot be combined"};
  if (auto error = read_policy(diagnostics)) return error;
  if (none_) return std::nullopt;
  const std::vector<std::string> found =
      path_.empty() ? configurations_above(start_of(inventory)) : std::vector{path_};
  if (found.empty()) return std::nullopt;
  if (auto error = path_.empty() ? objection_to_found(found.front()) : std::nullopt) return error;
  Result<std::optional<ConfigFile>> own = read_config_file(found.front(), diagnostics);
  if (!own) return own.error();
  if (!*own) return std::nullopt;
  if (has_policy_) {
    hold_against_policy(**own, diagnostics);
  } else {
    for (std::size_t i = 1; i < found.size(); ++i)
      hidden_.push_back(fmt::format("{} replaces {}", found.front(), found[i]));
    adopt(*app_, **own, diagnostics);
  }
  return std::nullopt;
}

std::optional<Error> Configuration::read_policy(Diagnostics& diagnostics) {
  if (policy_path_.empty()) return std::nullopt;
  std::error_code ignored;
  std::string path = policy_path_;
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
  Result<std::optional<ConfigFile>> read = read_config_file(path, diagnostics);
  if (!read) return read.error();
  policy_ = *std::move(read);
  if (policy_) adopt(*app_, *policy_, diagnostics);
  return std::nullopt;
}

void Configuration::adopt(CLI::App& app, const ConfigFile& file, Diagnostics& diagnostics) {
  app_ = &app;
  config_ = file.config;
  for (const Config::OptionValue& value : file.config.options) apply(value, diagnostics);
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

const Config::OptionValue* find_option(const Config& config, std::string_view key) {
  const auto found = std::ranges::find(config.options, key, &Config::OptionValue::key);
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

bool is_flag(const CLI::Option& option) { return option.get_items_expected_max() == 0; }

// Whether --output says what goes there; then the format that is usual has no say.
bool names_standard_output(const CLI::App& app) {
  const CLI::Option* const output = app.get_option_no_throw("--output");
  return output != nullptr && std::ranges::any_of(output->results(), [](const std::string& target) {
           return target.find('=') == target.npos || target.ends_with("=-");
         });
}

}  // namespace

void Configuration::hold_against_policy(const ConfigFile& own, Diagnostics& diagnostics) {
  static const Config defaults{};
  const Config& policy = policy_ ? policy_->config : defaults;
  if (policy_ && policy_->sha256 == own.sha256 && policy_->path == own.path) return;
  for (const Config::OptionValue& value : own.config.options) {
    const Config::OptionValue* const decided = find_option(policy, value.key);
    const bool adds = config::key_named(value.key)->stricter == config::Stricter::added;
    if (adds || decided == nullptr || written(*decided) != written(value))
      follow_if_stricter(value, diagnostics);
  }
  warn_of_rules(own.config, policy, diagnostics);
  config_.waivers.insert(config_.waivers.end(), own.config.waivers.begin(), own.config.waivers.end());
}

void Configuration::follow_if_stricter(const Config::OptionValue& value, Diagnostics& diagnostics) {
  const config::Key& key = *config::key_named(value.key);
  if (key.stricter == config::Stricter::irrelevant) return apply(value, diagnostics);
  CLI::Option* const option = app_->get_option_no_throw("--" + value.option);
  if (option == nullptr) return;
  if (option->count() > 0 && !is_configured(*option)) return;  // whoever runs the audit decided
  if (option->count() == 0 && is_flag(*option) && value.items.front().text == "false") return;  // as it is
  if (key.stricter == config::Stricter::added) return add(*option, value, diagnostics);
  const std::string in_force = option->count() > 0 ? option->results().front() : option->get_default_str();
  if (!config::is_as_strict(key, value.items.front().text, in_force))
    return warn_not_followed(value.where, fmt::format("'{}'", value.key), diagnostics);
  option->clear();
  apply(value, diagnostics);
}

void Configuration::apply(const Config::OptionValue& value, Diagnostics& diagnostics) {
  CLI::Option* const option = app_->get_option_no_throw("--" + value.option);
  if (option == nullptr || option->count() > 0 || !option->get_configurable()) return;
  if (is_flag(*option) && value.items.front().text == "false") return;
  if (value.option == "format" && names_standard_output(*app_)) return;
  add(*option, value, diagnostics);
}

void Configuration::add(CLI::Option& option, const Config::OptionValue& value, Diagnostics& diagnostics) {
  try {
    for (const Config::OptionValue::Item& item : value.items) option.add_result(item.text);
    option.run_callback();
    origins_[&option] = value.where;
  } catch (const CLI::ParseError& error) {
    std::string_view message = error.what();
    const std::string prefix = "--" + value.option + ": ";
    if (message.starts_with(prefix)) message.remove_prefix(prefix.size());
    diagnostics.error(value.where, fmt::format("'{}' {}", value.key, message));
  }
}

bool Configuration::sets(const std::string& option) const {
  const CLI::Option* const found = app_ == nullptr ? nullptr : app_->get_option_no_throw("--" + option);
  return found != nullptr && is_configured(*found);
}

std::string Configuration::origin(const CLI::Option& option) const {
  const auto found = origins_.find(&option);
  if (found != origins_.end()) return place_text(found->second);
  if (is_from_environment(option)) return variable_of(option.get_lnames().front());
  return option.count() > 0 ? "--" + option.get_lnames().front() : "built in";
}

}  // namespace martech_audit::cli

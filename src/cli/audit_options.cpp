#include "cli/audit_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "base/vocabulary.h"
#include "cli/as_of.h"
#include "cli/checks.h"
#include "cli/input_files.h"
#include "cli/messages.h"
#include "cli/purpose.h"
#include "findings/baseline.h"

namespace martech_audit::cli {
namespace {

Result<std::vector<std::string>> pack_paths(const std::vector<std::string>& arguments) {
  std::vector<std::string> paths;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(argument, ignored)) {
      paths.push_back(argument);
      continue;
    }
    Result<std::vector<std::string>> listed = list_folder(argument);
    if (!listed) return listed.error();
    const auto is_no_pack = [](const std::string& path) {
      return path.find(".test.y") != std::string::npos || path.ends_with("benchmarks.yaml");
    };
    std::erase_if(*listed, is_no_pack);
    if (listed->empty()) return Error{fmt::format("{} contains no rule packs (*.yaml)", argument)};
    paths.insert(paths.end(), listed->begin(), listed->end());
  }
  return paths;
}

// "strategy.grace_days=10"
Result<ParamSetting> param_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::size_t dot = text.find('.');
  if (equals == std::string::npos || dot == std::string::npos || dot > equals) {
    return Error{
        fmt::format("--param is '{}'; write PACK.NAME=VALUE, for instance contracts.lead_days=90", text)};
  }
  return ParamSetting{text.substr(0, dot), text.substr(dot + 1, equals - dot - 1), text.substr(equals + 1)};
}

}  // namespace

Result<std::vector<SourcePtr>> read_packs(const std::vector<std::string>& paths) {
  const Result<std::vector<std::string>> files = pack_paths(paths);
  if (!files) return files.error();
  std::vector<SourcePtr> sources;
  for (const std::string& path : *files) {
    Result<SourcePtr> source = read_for(Purpose::pack, path);
    if (!source) return source.error();
    sources.push_back(*source);
  }
  return sources;
}

void JudgingOptions::declare(CLI::App& app) {
  declare_inventory_files(app);
  declare_settings(app);
}

void JudgingOptions::declare_settings(CLI::App& app) {
  declare_day(app);
  declare_packs(app);
  app.add_option("--disable", disabled, "Disable a rule; reports list it; repeatable")->type_name("RULE");
  declare_waivers(app);
  configuration.declare(app);
}

void JudgingOptions::declare_waivers(CLI::App& app) {
  app.add_option("--waivers", waivers, "Waiver file, in addition to waivers in the inventory; repeatable")
      ->type_name("FILE");
  app.add_option("--max-waiver-days", max_waiver_days, "Warn about waivers longer than this many days")
      ->check(number_from(1, 36500))
      ->type_name("N");
}

void JudgingOptions::declare_baseline(CLI::App& app) {
  app.add_option("--baseline", baseline, "Gate only on findings that are not in this baseline")
      ->type_name("FILE");
}

void JudgingOptions::declare_inventory(CLI::App& app) {
  declare_inventory_files(app);
  declare_day(app);
}

void JudgingOptions::declare_day(CLI::App& app) {
  app.add_option("--as-of", as_of, "Date of the audit (default: SOURCE_DATE_EPOCH, or today in UTC)")
      ->type_name("YYYY-MM-DD");
}

void JudgingOptions::declare_inventory_files(CLI::App& app) {
  app.add_option("inventory", inventory, "Inventory files or directories; - for standard input")
      ->type_name("INVENTORY");
  app.add_option("--stdin-filename", stdin_name, "Name of standard input in messages")->type_name("NAME");
}

void JudgingOptions::declare_packs(CLI::App& app) {
  declare_pack_files(app);
  app.add_option("--param", params,
                 "Set a rule pack parameter, for example contracts.lead_days=90; repeatable")
      ->type_name("PACK.NAME=VALUE");
}

void JudgingOptions::declare_pack_files(CLI::App& app) {
  app.add_option("--rules", rules,
                 "Rule pack or directory of packs, in addition to the built-in ones; repeatable")
      ->type_name("PATH");
  app.add_option("--benchmarks", benchmarks, "Use the benchmarks in this file instead of the built-in ones")
      ->type_name("FILE");
  app.add_flag("--no-built-in-rules", only_given_rules, "Use only the packs given with --rules");
}

std::optional<int> JudgingOptions::configure() {
  Diagnostics diagnostics;
  const std::optional<Error> error = configuration.load(inventory, diagnostics);
  if (error) return fail(*error);
  if (diagnostics.has_errors()) return fail(diagnostics);
  print(diagnostics);
  return std::nullopt;
}

namespace {

// What the configuration says, but where the line says otherwise.
std::vector<RuleSetting> rule_settings(const Config& config, const std::vector<std::string>& disabled) {
  std::vector<RuleSetting> settings = config.rules;
  std::erase_if(settings, [&](const RuleSetting& setting) {
    return std::ranges::find(disabled, setting.rule) != disabled.end();
  });
  for (const std::string& rule : disabled) settings.push_back({rule, false, {}, {}, {}});
  return settings;
}

Result<std::vector<ParamSetting>> param_settings(const Config& config,
                                                 const std::vector<std::string>& params) {
  std::vector<ParamSetting> settings = config.params;
  for (const std::string& text : params) {
    Result<ParamSetting> given = param_setting(text);
    if (!given) return given.error();
    std::erase_if(settings, [&](const ParamSetting& other) {
      return other.where && other.pack == given->pack && other.name == given->name && other.category.empty();
    });
    settings.push_back(*std::move(given));
  }
  return settings;
}

std::vector<std::string_view> words_of_fail_on() {
  std::vector<std::string_view> words(severity_words_worst_first.begin(), severity_words_worst_first.end());
  words.emplace_back("none");
  return words;
}

}  // namespace

Result<AuditOptions> JudgingOptions::audit_options(Diagnostics& diagnostics) const {
  AuditOptions options;
  const Config& config = configuration.config();
  const Result<Date> day = as_of_date(as_of);
  if (!day) return day.error();
  options.as_of = *day;
  options.day_is_set = configuration.sets("as-of");
  if (only_given_rules && rules.empty()) return Error{"--no-built-in-rules requires --rules PACK"};
  options.built_in_packs = !only_given_rules;
  Result<std::vector<SourcePtr>> packs = read_packs(rules);
  if (!packs) return packs.error();
  options.packs = *std::move(packs);
  if (!benchmarks.empty()) {
    Result<SourcePtr> source = read_for(Purpose::benchmarks, benchmarks);
    if (!source) return source.error();
    options.benchmarks = *std::move(source);
  }
  options.rules = rule_settings(config, disabled);
  Result<std::vector<ParamSetting>> settings = param_settings(config, params);
  if (!settings) return settings.error();
  options.params = *std::move(settings);
  options.waivers = config.waivers;
  options.longest_waiver = max_waiver_days;
  options.waiver_policy = config.waiver_policy;
  for (const std::string& path : waivers) {
    const Result<SourcePtr> source = read_for(Purpose::waivers, path);
    if (!source) return source.error();
    options.waivers.push_back({*source});
  }
  options.loosened = configuration.hidden();
  if (!baseline.empty()) {
    const Result<SourcePtr> source = read_input(baseline);
    if (!source) return source.error();
    options.baseline = read_baseline(*source, diagnostics);
  }
  if (!configuration.has_policy()) return options;
  Result<std::shared_ptr<const AuditOptions>> policy = policy_options();
  if (!policy) return policy.error();
  options.policy = *std::move(policy);
  if (const auto& file = configuration.policy()) options.policy_file = InputFile{file->path, file->sha256};
  return options;
}

// Faults of what the policy names are reported when it comes into force.
Result<std::shared_ptr<const AuditOptions>> JudgingOptions::policy_options() const {
  Diagnostics reported;
  OptionSet set;
  if (const auto& file = configuration.policy()) set.judging.configuration.adopt(set.app(), *file, reported);
  Result<AuditOptions> options = set.judging.audit_options(reported);
  if (!options) return options.error();
  options->gate = set.gate.options();
  return std::make_shared<const AuditOptions>(*std::move(options));
}

void GateFlags::declare(CLI::App& app) {
  app.add_option("--fail-on", fail_on, "Fail on findings of this severity or higher")
      ->check(one_of(words_of_fail_on()))
      ->type_name("SEVERITY")
      ->capture_default_str();
  app.add_flag("--fail-on-new", fail_on_new, "Fail on any finding that is not in the baseline");
  app.add_option("--max-gap", max_gap, "Fail above this gap, including missing data")
      ->check(number_from(0, 100))
      ->type_name("0-100");
  app.add_option("--max-proven-gap", max_proven_gap, "Fail above this proven gap")
      ->check(number_from(0, 100))
      ->type_name("0-100");
  app.add_option("--max-gap-points", max_gap_points, "Fail above this many gap points")
      ->check(not_negative())
      ->type_name("N");
  app.add_option("--max-waste", max_waste, "Fail above this annual waste, in the organisation's currency")
      ->check(not_negative())
      ->type_name("AMOUNT");
  app.add_flag("--fail-on-loosened", fail_on_loosened,
               "Fail on any gate exception to the policy or the defaults");
  app.add_flag("--exit-zero", exit_zero, "Exit 0 if the gate fails; never hides exit code 2");
}

void GateFlags::declare_of_changes(CLI::App& app) {
  app.add_flag(
      "--fail-on-lost-evidence", fail_on_lost_evidence,
      "Fail if evidence was removed, a deadline moved without a new contract, or an obligation was ended");
}

GateOptions GateFlags::options() const {
  GateOptions gate;
  gate.fail_on = severity(fail_on);
  gate.fail_on_new = fail_on_new;
  gate.max_gap = max_gap;
  gate.max_proven_gap = max_proven_gap;
  gate.max_gap_points = max_gap_points;
  gate.max_waste = max_waste;
  gate.fail_on_loosened = fail_on_loosened;
  gate.fail_on_lost_evidence = fail_on_lost_evidence;
  gate.exit_zero = exit_zero;
  return gate;
}

OptionSet::OptionSet() {
  judging.declare(app_);
  judging.declare_baseline(app_);
  gate.declare(app_);
  gate.declare_of_changes(app_);
}

void OptionSet::take(const CLI::App& line) {
  for (const CLI::Option* given : line.get_options()) {
    if (given->count() == 0 || given->get_lnames().empty()) continue;
    const std::string& name = given->get_lnames().front();
    CLI::Option* const option = app_.get_option_no_throw("--" + name);
    if (option == nullptr || name == "help" || name == "policy") continue;
    for (const std::string& result : given->results()) option->add_result(result);
    option->run_callback();
  }
}

}  // namespace martech_audit::cli

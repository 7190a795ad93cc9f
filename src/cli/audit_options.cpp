#include "cli/audit_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <tuple>

#include "cli/as_of.h"
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

std::optional<int> JudgingOptions::configure(Values& values, const Command& root) {
  Diagnostics diagnostics;
  const std::optional<Error> error =
      configuration.load(files, inventory, values, options::Keys(root), diagnostics);
  if (error) return fail(*error);
  spare_configurations(inventory);
  if (diagnostics.has_errors()) return fail(diagnostics);
  print(diagnostics);
  return std::nullopt;
}

namespace {

// What the configuration says, but where the line says otherwise.
std::vector<RuleSetting> rule_settings(std::vector<RuleSetting> settings,
                                       const std::vector<std::string>& disabled) {
  std::erase_if(settings, [&](const RuleSetting& setting) {
    return std::ranges::find(disabled, setting.rule) != disabled.end();
  });
  for (const std::string& rule : disabled) settings.push_back({rule, false, {}, {}, {}});
  return settings;
}

Result<std::vector<ParamSetting>> param_settings(std::vector<ParamSetting> settings,
                                                 const std::vector<std::string>& params) {
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

}  // namespace

Result<AuditOptions> JudgingOptions::audit_options(Diagnostics& diagnostics) {
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
  options.rules = rule_settings(configuration.take_rules(), disabled);
  Result<std::vector<ParamSetting>> settings = param_settings(configuration.take_params(), params);
  if (!settings) return settings.error();
  options.params = *std::move(settings);
  options.waivers = config.waivers;
  options.longest_waiver = max_waiver_days;
  if (money_share)
    options.money_share = std::llround(*money_share * static_cast<double>(points_per_point)) * 100;
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
  if (const auto& file = configuration.policy()) set.judging.configuration.adopt(set.values, *file, reported);
  Result<AuditOptions> options = set.judging.audit_options(reported);
  if (!options) return options.error();
  options->gate = set.gate.options();
  return std::make_shared<const AuditOptions>(*std::move(options));
}

GateOptions GateFlags::options() const {
  GateOptions gate;
  gate.fail_on = severity(fail_on);
  gate.fail_on_new = fail_on_new;
  gate.max_gap = max_gap;
  gate.max_proven_gap = max_proven_gap;
  gate.max_gap_points = max_gap_points;
  gate.max_practice_gap = max_practice_gap;
  gate.max_money_gap = max_money_gap;
  gate.max_waste = max_waste;
  gate.max_proven_waste = max_proven_waste;
  gate.min_evidence = min_evidence;
  gate.fail_on_loosened = fail_on_loosened;
  gate.fail_on_lost_evidence = fail_on_lost_evidence;
  gate.fail_on_claims = fail_on_claims;
  gate.exit_zero = exit_zero;
  return gate;
}

OptionSet::OptionSet() {
  JudgingOptions::group().bind(judging, values);
  JudgingOptions::baseline_file().bind(judging, values);
  GateFlags::group().bind(gate, values);
  GateFlags::of_changes().bind(gate, values);
}

void OptionSet::take(const Values& line) {
  for (const options::Value& given : line) {
    options::Value* const taken = values.find(given.option().name);
    if (given.is_given() && given.option().is_named() && taken != nullptr &&
        !given.option().name.starts_with("policy"))
      taken->give(given.texts(), given.origin());
  }
}

}  // namespace martech_audit::cli

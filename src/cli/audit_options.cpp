#include "cli/audit_options.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/as_of.h"
#include "cli/checks.h"
#include "document/file.h"

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
    Result<std::vector<std::string>> listed = list_inventory_files(argument);
    if (!listed) return listed.error();
    const auto is_no_pack = [](const std::string& path) {
      return path.find(".test.y") != std::string::npos || path.ends_with("benchmarks.yaml");
    };
    std::erase_if(*listed, is_no_pack);
    if (listed->empty()) return Error{fmt::format("{} holds no rule pack (*.yaml)", argument)};
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
    Result<SourcePtr> source = read_file(path);
    if (!source) return source.error();
    sources.push_back(*source);
  }
  return sources;
}

void JudgingOptions::declare(CLI::App& app) {
  declare_inventory(app);
  declare_packs(app);
  app.add_option("--disable", disabled, "Leave out a rule; reports list it; repeatable")->type_name("RULE");
}

void JudgingOptions::declare_inventory(CLI::App& app) {
  declare_inventory_files(app);
  app.add_option("--as-of", as_of, "Judge as of this day (SOURCE_DATE_EPOCH, else today in UTC)")
      ->type_name("YYYY-MM-DD");
}

void JudgingOptions::declare_inventory_files(CLI::App& app) {
  app.add_option("inventory", inventory, "Files or directories of the inventory, - for standard input")
      ->type_name("INVENTORY");
  app.add_option("--stdin-filename", stdin_name, "What to call standard input in messages")
      ->type_name("NAME");
}

void JudgingOptions::declare_packs(CLI::App& app) {
  declare_pack_files(app);
  app.add_option("--param", params, "Set a pack's parameter, for instance contracts.lead_days=90; repeatable")
      ->type_name("PACK.NAME=VALUE");
}

void JudgingOptions::declare_pack_files(CLI::App& app) {
  app.add_option("--rules", rules,
                 "A rule pack, or a directory of packs, beside the built-in ones; repeatable")
      ->type_name("PATH");
  app.add_option("--benchmarks", benchmarks,
                 "Use the numbers of this file in place of the published ones built in")
      ->type_name("FILE");
  app.add_flag("--no-built-in-rules", only_given_rules, "Judge by the packs of --rules alone");
}

Result<AuditOptions> JudgingOptions::audit_options() const {
  AuditOptions options;
  const Result<Date> day = as_of_date(as_of);
  if (!day) return day.error();
  options.as_of = *day;
  if (only_given_rules && rules.empty()) return Error{"--no-built-in-rules needs a pack by --rules"};
  options.built_in_packs = !only_given_rules;
  Result<std::vector<SourcePtr>> packs = read_packs(rules);
  if (!packs) return packs.error();
  options.packs = *std::move(packs);
  if (!benchmarks.empty()) {
    Result<SourcePtr> source = read_file(benchmarks);
    if (!source) return source.error();
    options.benchmarks = *std::move(source);
  }
  for (const std::string& text : params) {
    Result<ParamSetting> setting = param_setting(text);
    if (!setting) return setting.error();
    options.params.push_back(*std::move(setting));
  }
  for (const std::string& rule : disabled) options.rules.push_back({rule, false, std::nullopt, std::nullopt});
  return options;
}

void GateFlags::declare(CLI::App& app) {
  app.add_option("--fail-on", fail_on, "Fail on findings of this severity or worse")
      ->check(one_of({"critical", "high", "medium", "low", "info", "none"}))
      ->type_name("SEVERITY")
      ->capture_default_str();
  app.add_option("--max-gap", max_gap, "Fail above this gap, missing evidence included")
      ->check(number_from(0, 100))
      ->type_name("0-100");
  app.add_option("--max-proven-gap", max_proven_gap, "Fail above this proven gap")
      ->check(number_from(0, 100))
      ->type_name("0-100");
  app.add_option("--max-gap-points", max_gap_points, "Fail above this many gap points")
      ->check(not_negative())
      ->type_name("N");
  app.add_option("--max-waste", max_waste, "Fail above this waste a year, in the organisation's currency")
      ->check(not_negative())
      ->type_name("AMOUNT");
  app.add_flag("--exit-zero", exit_zero, "Exit 0 where the gate fails; never hides exit 2");
}

GateOptions GateFlags::options() const {
  GateOptions gate;
  gate.fail_on = severity(fail_on);
  gate.max_gap = max_gap;
  gate.max_proven_gap = max_proven_gap;
  gate.max_gap_points = max_gap_points;
  gate.max_waste = max_waste;
  gate.exit_zero = exit_zero;
  return gate;
}

}  // namespace martech_audit::cli

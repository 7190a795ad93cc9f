// config: what is in force for a run, and where each value comes from.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/text.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/report_flags.h"
#include "config/keys.h"

namespace martech_audit::cli {
namespace {

struct ConfigOptions {
  JudgingOptions judging;
  GateFlags gate;
  ReportFlags reports;
  CLI::App* app = nullptr;
};

struct Row {
  std::string key, value, origin;
};

// Columns as wide as what stands in them.
std::string table(const std::vector<Row>& rows) {
  std::size_t keys = 0, values = 0;
  for (const Row& row : rows) {
    keys = std::max(keys, row.key.size());
    values = std::max(values, row.value.size());
  }
  std::string text;
  for (const Row& row : rows)
    text += fmt::format("{:<{}}  {:<{}}  {}\n", row.key, keys, row.value, values, row.origin);
  return text;
}

Row row(std::string_view key, std::string_view value, std::string_view origin) {
  constexpr std::size_t widest = 60;
  return {escape_controls(key), escape_controls(shorten(value, widest)), std::string(origin)};
}

std::string value_of(const CLI::Option& option) {
  const bool is_flag = option.get_items_expected_max() == 0;
  if (option.count() > 0) return is_flag ? "true" : fmt::format("{}", fmt::join(option.results(), ", "));
  if (is_flag) return "false";
  const std::string standard = option.get_default_str();
  return standard.empty() ? "-" : standard;
}

void add_keys(const ConfigOptions& options, std::vector<Row>& rows) {
  for (const config::Key& key : config::keys()) {
    const CLI::Option* option = options.app->get_option("--" + std::string(key.option));
    const std::string name =
        key.group.empty() ? std::string(key.name) : fmt::format("{}.{}", key.group, key.name);
    rows.push_back(row(name, value_of(*option), options.judging.configuration.origin(*option)));
  }
}

std::string setting_text(const RuleSetting& setting) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (setting.enabled) add(*setting.enabled ? "on" : "off");
  if (setting.severity) add(std::string(name(*setting.severity)));
  if (setting.weight) add(fmt::format("weight {}", *setting.weight));
  return text;
}

std::string origin_of(const Location& where, std::string_view flag) {
  return where ? place_text(where) : std::string(flag);
}

void add_settings(const AuditOptions& options, const std::string& whose, std::vector<Row>& rows) {
  for (const RuleSetting& setting : options.rules)
    rows.push_back(
        row("rules." + setting.rule, setting_text(setting), origin_of(setting.where, "--disable")));
  for (const ParamSetting& setting : options.params) {
    const std::string of = setting.category.empty() ? "params" : "thresholds." + setting.category;
    rows.push_back(row(fmt::format("{}.{}.{}", of, setting.pack, setting.name), setting.value,
                       origin_of(setting.where, "--param")));
  }
  const WaiverPolicy& policy = options.waiver_policy;
  if (!policy.approved_by.empty())
    rows.push_back(
        row("waiver_policy.approved_by", fmt::format("{}", fmt::join(policy.approved_by, ", ")), whose));
  if (policy.max_days) rows.push_back(row("waiver_policy.max_days", std::to_string(*policy.max_days), whose));
  for (const WaiverFile& file : options.waivers) {
    if (file.is_configuration) rows.push_back(row("waivers", "a list", file.source->name()));
  }
}

int show(ConfigOptions& options) {
  if (const auto failed = options.judging.configure()) return *failed;
  Diagnostics diagnostics;
  const Result<AuditOptions> in_force = options.judging.audit_options(diagnostics);
  if (!in_force) return fail(in_force.error());
  if (diagnostics.has_errors()) return fail(diagnostics);
  std::vector<Row> rows{{"key", "value", "from"}};
  add_keys(options, rows);
  const Location& of_waivers = options.judging.configuration.config().waiver_policy_at;
  add_settings(*in_force, of_waivers ? place_text(of_waivers) : "built in", rows);
  const Result<Written> written = write_text("-", table(rows));
  return written ? exit_ok : fail(written.error());
}

}  // namespace

Action declare_config(CLI::App& app, const Globals&) {
  auto options = std::make_shared<ConfigOptions>();
  app.require_subcommand(1);
  CLI::App* shown = app.add_subcommand("show", "Show each effective value and its origin");
  options->app = shown;
  options->judging.declare(*shown);
  options->judging.declare_baseline(*shown);
  options->gate.declare(*shown);
  options->gate.declare_of_changes(*shown);
  options->reports.declare(*shown);
  return [options] { return show(*options); };
}

}  // namespace martech_audit::cli

// config: what is in force for a run, and where each value comes from.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/report_flags.h"

namespace martech_audit::cli {
namespace {

struct ConfigOptions {
  JudgingOptions judging;
  GateFlags gate;
  ReportFlags reports;
};

struct ShownKey {
  std::string key, value, origin;
};

// Columns as wide as what stands in them.
std::string table(const std::vector<ShownKey>& rows) {
  std::size_t keys = 0, values = 0;
  for (const ShownKey& row : rows) {
    keys = std::max(keys, row.key.size());
    values = std::max(values, row.value.size());
  }
  std::string text;
  for (const ShownKey& row : rows)
    text += fmt::format("{:<{}}  {:<{}}  {}\n", row.key, keys, row.value, values, row.origin);
  return text;
}

ShownKey shown(std::string_view key, std::string_view value, std::string_view origin) {
  constexpr std::size_t widest = 60;
  return {escape_controls(key), escape_controls(shorten(value, widest)), std::string(origin)};
}

std::string text_of(const options::Value& value) {
  if (value.option().is_flag())
    return value.is_given() && options::is_on(value.texts().front()) ? "true" : "false";
  if (value.is_given()) return fmt::format("{}", fmt::join(value.texts(), ", "));
  return value.standard().empty() ? "-" : value.standard();
}

void add_keys(const Values& values, std::vector<ShownKey>& rows) {
  for (const options::Value& value : values) {
    const options::Key& key = value.option().key;
    if (!key.name.empty()) rows.push_back(shown(name_of(key), text_of(value), origin_of(value)));
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

std::string origin_or(const Location& where, std::string_view flag) {
  return where ? place_text(where) : std::string(flag);
}

void add_settings(const AuditOptions& options, const std::string& whose, std::vector<ShownKey>& rows) {
  for (const RuleSetting& setting : options.rules)
    rows.push_back(
        shown("rules." + setting.rule, setting_text(setting), origin_or(setting.where, "--disable")));
  for (const ParamSetting& setting : options.params) {
    const std::string of = setting.category.empty() ? "params" : "thresholds." + setting.category;
    rows.push_back(shown(fmt::format("{}.{}.{}", of, setting.pack, setting.name), setting.value,
                         origin_or(setting.where, "--param")));
  }
  const WaiverPolicy& policy = options.waiver_policy;
  if (!policy.approved_by.empty())
    rows.push_back(
        shown("waiver_policy.approved_by", fmt::format("{}", fmt::join(policy.approved_by, ", ")), whose));
  if (policy.max_days)
    rows.push_back(shown("waiver_policy.max_days", std::to_string(*policy.max_days), whose));
  for (const WaiverFile& file : options.waivers) {
    if (file.is_configuration) rows.push_back(shown("waivers", "a list", file.source->name()));
  }
}

int show(ConfigOptions& options, const Run& run) {
  if (const auto failed = options.judging.configure(run)) return *failed;
  Diagnostics diagnostics;
  const Result<AuditOptions> in_force = options.judging.audit_options(diagnostics);
  if (!in_force) return fail(in_force.error());
  if (diagnostics.has_errors()) return fail(diagnostics);
  std::vector<ShownKey> rows{{"key", "value", "from"}};
  add_keys(run.values, rows);
  const Location& of_waivers = options.judging.configuration.config().waiver_policy_at;
  add_settings(*in_force, of_waivers ? place_text(of_waivers) : "built in", rows);
  const Result<Written> written = write_text("-", table(rows));
  return written ? exit_ok : fail(written.error());
}

}  // namespace

Command config_command(const Globals& globals) {
  Command config{"config", "Show the effective configuration"};
  config.parts = {command<ConfigOptions>(globals, "show", "Show each effective value and its origin",
                                         {{&ConfigOptions::judging, JudgingOptions::group()},
                                          {&ConfigOptions::judging, JudgingOptions::baseline_file()},
                                          {&ConfigOptions::gate, GateFlags::group()},
                                          {&ConfigOptions::gate, GateFlags::of_changes()},
                                          {&ConfigOptions::reports, ReportFlags::group()}},
                                         show)};
  return config;
}

}  // namespace martech_audit::cli

#include "audit/assemble.h"

#include <algorithm>
#include <utility>

#include "audit/loosened.h"
#include "audit/packs.h"
#include "base/sha256.h"
#include "rules/param.h"
#include "score/comparable_key.h"
#include "tables/marketing5.h"
#include "tables/strategy.h"
#include "tables/tables.h"
#include "tables/tool_money.h"

namespace martech_audit {
namespace {

std::vector<InputFile> inputs(const Inventory& inventory) {
  std::vector<InputFile> files;
  for (const SourcePtr& source : inventory.sources())
    files.push_back({source->name(), sha256_hex(source->text())});
  return files;
}

std::vector<PackUse> pack_uses(const RuleSet& rules) {
  std::vector<PackUse> uses;
  for (const RulePack& pack : rules.packs()) {
    uses.push_back({pack.id, pack.version, sha256_hex(pack.source->text())});
  }
  return uses;
}

std::vector<BenchmarkUse> benchmark_uses(const AuditOptions& options) {
  Diagnostics reported;  // when the rules were loaded
  std::vector<BenchmarkUse> uses;
  for (const Document& set : benchmark_sets(options, reported)) {
    uses.push_back({std::string(set.root().find("benchmarks").text()), sha256_hex(set.source()->text())});
  }
  return uses;
}

std::vector<ParamUse> param_uses(const RuleSet& set, const AuditOptions& options,
                                 const Inventory& inventory) {
  const std::string_view word = text_at(inventory.organisation(), "size");
  std::vector<ParamUse> uses;
  for (const RulePack& pack : set.packs()) {
    for (const Param& param : pack.params)
      uses.push_back({pack.id, param.name, rules::param_text(rules::value_for(param, word))});
  }
  for (const ParamSetting& setting : options.params) {
    if (!setting.category.empty())
      uses.push_back({setting.pack, setting.name, setting.value, setting.category});
  }
  return uses;
}

// Of the kinds that rules in force are put to.
std::vector<Roster> rosters(const Inventory& inventory, std::span<const Rule> rules) {
  std::vector<Roster> made;
  for (std::size_t number = 0; number < entity_kind_count; ++number) {
    const auto kind = static_cast<EntityKind>(number);
    const auto is_judged = [&](const Rule& rule) { return rule.scope == kind; };
    if (std::ranges::none_of(rules, is_judged) || inventory.entities(kind).empty()) continue;
    Roster roster{kind, {}};
    for (const Record& entity : inventory.entities(kind)) roster.ids.push_back(text_at(entity, "id"));
    std::ranges::sort(roster.ids);
    made.push_back(std::move(roster));
  }
  return made;
}

std::string_view organisation_name(const Inventory& inventory) {
  return text_at(inventory.organisation(), "name");
}

}  // namespace

std::vector<std::string> switched_off(const RuleSet& rules) {
  std::vector<std::string> ids;
  for (const RulePack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) {
      const auto same = [&](const Rule& other) { return other.id == rule.id; };
      if (std::none_of(rules.rules().begin(), rules.rules().end(), same)) ids.push_back(rule.id);
    }
  }
  return ids;
}

AuditReport assemble(Parts parts) {
  const Inventory& inventory = *parts.inventory;
  AuditReport report;
  report.tool_version = version();
  report.as_of = parts.options.as_of;
  report.organisation = organisation_name(inventory);
  report.currency = inventory.currency();
  report.inputs = inputs(inventory);
  report.packs = pack_uses(parts.rules);
  report.benchmarks = benchmark_uses(parts.options);
  report.rules.assign(parts.rules.rules().begin(), parts.rules.rules().end());
  report.params = param_uses(parts.rules, parts.options, inventory);
  report.rule_settings = parts.options.rules;
  report.param_settings = parts.options.params;
  report.rosters = rosters(inventory, report.rules);
  report.score = std::move(parts.score);
  report.score.comparable_key =
      comparable_key(report.packs, report.rules, report.params, report.score.money_share);
  report.waterfall = std::move(parts.waterfall);
  report.findings = std::move(parts.findings.findings);
  report.waived = std::move(parts.findings.waived);
  report.evidence_missing = std::move(parts.findings.evidence);
  report.waivers = inventory.waivers();
  Loosened found = loosened({inventory, parts.rules, parts.options, report.waived, report.waivers});
  report.loosened = std::move(found.settings);
  report.loosened_settings = report.loosened.size();
  report.loosened.insert(report.loosened.end(), found.exceptions.begin(), found.exceptions.end());
  report.policy = parts.options.policy_file;
  fill_tables(inventory, parts.facts, parts.money, report);
  report.money.sunk = sunk_costs(inventory, parts.facts);
  sum_up_money(report);
  fill_strategy(inventory, parts.facts, report);
  fill_marketing5(inventory, parts.facts, report);
  report.inventory = parts.inventory;
  report.memory = {parts.findings.memory, parts.rules.compiled()};
  return report;
}

}  // namespace martech_audit

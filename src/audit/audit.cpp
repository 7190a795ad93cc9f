// The stages in their order. Everything an audit does can be read off this page.
#include "martech_audit/audit.h"

#include <array>
#include <memory>
#include <utility>

#include "audit/assemble.h"
#include "audit/load.h"
#include "audit/packs.h"
#include "base/arena.h"
#include "facts/facts.h"
#include "findings/baseline.h"
#include "findings/findings.h"
#include "findings/order.h"
#include "rules/engine.h"
#include "score/gate.h"
#include "score/score_all.h"
#include "tables/decide.h"
#include "tables/tool_money.h"

namespace martech_audit {
namespace {

// What lies behind after each stage, as the time of an inventory of 100,000 tools divides.
constexpr double share_read = 0.3;
constexpr double share_derived = 0.35;
constexpr double share_judged = 0.55;
constexpr double share_scored = 0.85;

// By kind and entity index, the place of its id among the sorted ids: ties do not depend on the inventory's
// order.
struct Ranks {
  std::array<std::vector<std::uint32_t>, entity_kind_count> of_kind;

  explicit Ranks(const Inventory& inventory) {
    for (std::size_t kind = 0; kind < entity_kind_count; ++kind) {
      std::vector<std::string_view> ids;
      for (const Record& record : inventory.entities(static_cast<EntityKind>(kind))) {
        const std::optional<std::string_view> id = id_of(record);
        if (id) ids.push_back(*id);
      }
      if (ids.size() == inventory.entities(static_cast<EntityKind>(kind)).size())
        of_kind[kind] = id_ranks(ids);
    }
  }

  static std::optional<std::string_view> id_of(const Record& record) {
    if (!shape_of(static_cast<EntityKind>(record.shape)).index_of("id")) return std::nullopt;
    const Value id = read(record, "id");
    return id.is(ValueKind::string) ? std::optional(id.as_text()) : std::nullopt;
  }

  std::array<std::span<const std::uint32_t>, entity_kind_count> views() const {
    std::array<std::span<const std::uint32_t>, entity_kind_count> result;
    for (std::size_t kind = 0; kind < entity_kind_count; ++kind) result[kind] = of_kind[kind];
    return result;
  }
};

// A list left empty, or an export that failed, must never look like a stack without faults.
void require_tools(const Inventory& inventory, const SourcePtr& first, Diagnostics& diagnostics) {
  if (!inventory.entities(EntityKind::tool).empty()) return;
  diagnostics.error({first, 0, 0}, "there are no tools to audit",
                    "add them under 'tools:', each with an id and a name");
}

// What is paid outside of any tool.
void read_other_spend(const Inventory& inventory, const Facts& facts, WaterfallInput& input) {
  Arena scratch;
  const auto fact = [&](std::string_view name) { return facts.of(inventory.organisation(), name, scratch); };
  const Value unlisted = fact("unlisted_spend"), budgeted = fact("martech_budget_use");
  // Where it is open what some payments are for, none of them is proven to be for nothing listed.
  (unlisted.is_unknown() ? input.unassigned : input.unlisted) =
      std::max<std::int64_t>(fact("unassigned_spend").as_integer(), 0);
  if (!budgeted.is_unknown()) input.budgeted = budgeted.as_integer();
}

}  // namespace

std::optional<AuditReport> audit(const std::vector<SourcePtr>& sources, const AuditOptions& options,
                                 Diagnostics& diagnostics) {
  const auto progress = [&](std::string_view doing, double done) {
    if (options.progress) options.progress(doing, done);
  };
  progress("reading", 0);
  std::optional<Inventory> loaded = load_inventory(sources, diagnostics, options.waivers);
  const std::optional<RuleSet> rules = load_rules(options, diagnostics);
  if (loaded) require_tools(*loaded, sources.front(), diagnostics);
  if (!loaded || !rules || diagnostics.has_errors()) return std::nullopt;
  const auto inventory = std::make_shared<const Inventory>(*std::move(loaded));

  progress("deriving facts", share_read);
  const Facts facts = derive_facts(*inventory, options.as_of, diagnostics);
  const auto watch = [&](double judged) {
    progress("judging", share_derived + judged * (share_judged - share_derived));
  };
  watch(0);
  std::optional<Outcomes> outcomes = judge(*rules, *inventory, facts, options.as_of, diagnostics, watch);
  if (!outcomes) return std::nullopt;
  const std::vector<ToolMoney> money = tool_money(*inventory, facts);
  progress("scoring", share_judged);
  std::vector<RuleJudgements> judgements = std::exchange(outcomes->rules, {});
  Findings findings = make_findings({.outcomes = *std::move(outcomes),
                                     .rules = rules->rules(),
                                     .switched_off = switched_off(*rules),
                                     .inventory = *inventory,
                                     .waivers = inventory->waivers(),
                                     .as_of = options.as_of,
                                     .longest_waiver = options.longest_waiver,
                                     .waiver_policy = options.waiver_policy},
                                    diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const Ranks ranks(*inventory);
  WaterfallInput spend{.rules = rules->rules(),
                       .judgements = judgements,
                       .tools = money,
                       .currency = inventory->currency(),
                       .ranks = ranks.views()[static_cast<std::size_t>(EntityKind::tool)]};
  read_other_spend(*inventory, facts, spend);
  Scored scored = score_all({.spend = spend, .money_share = options.money_share, .ranks = ranks.views()},
                            findings.findings, findings.waived, findings.evidence);
  std::vector<RuleJudgements>().swap(judgements);  // what passed is much, and only the score looks at it
  sort_findings(findings.findings, rules->rules());
  sort_findings(findings.waived, rules->rules());
  sort_evidence(findings.evidence, rules->rules());

  std::optional<BaselineUse> baseline;
  if (options.baseline) {
    baseline = compare_with_baseline(*options.baseline, inventory->currency(), findings.findings,
                                     findings.waived, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
  }

  progress("reporting", share_scored);
  AuditReport report = assemble({.inventory = inventory,
                                 .rules = *rules,
                                 .facts = facts,
                                 .findings = std::move(findings),
                                 .score = std::move(scored.score),
                                 .waterfall = std::move(scored.waterfall),
                                 .money = money,
                                 .options = options});
  report.decisions = decide(report);
  report.baseline = std::move(baseline);
  report.gate = evaluate(options.gate, {report.score, report.money, report.findings, report.loosened.size()});
  diagnostics.sort();
  report.diagnostics = diagnostics.all();
  report.diagnostics_left_out = {diagnostics.left_out(DiagnosticLevel::warning),
                                 diagnostics.left_out(DiagnosticLevel::note)};
  return report;
}

}  // namespace martech_audit

// What a JSON report says: the members of each of its structs, once, for json.cpp that writes it,
// json_schema.cpp that describes it and saved/ that reads it back. Every key is always there; what is not
// known is null; lists may be empty.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "report/fields/decisions.h"
#include "report/fields/findings.h"
#include "report/fields/rules.h"
#include "report/fields/score.h"
#include "report/fields/tables.h"

namespace martech_audit::report {

// The major number changes when a key changes its meaning or goes; the minor one when a key comes.
inline constexpr std::string_view report_schema_version = "2.0";
inline constexpr std::string_view report_schema_id = "urn:martech-audit:report:2";

// Parts of a report that are no structs of their own.
struct ToolVersion {
  std::string& version;
};
struct Outcome {
  std::string_view word;
  static constexpr std::array<std::string_view, 3> words{"passed", "failed", "no-verdict"};
};
Outcome outcome_of(const AuditReport& report);

struct Settings {
  AuditReport& report;
};
struct SeverityCounts {
  std::array<std::uint64_t, severities_worst_first.size()> counts{};
  std::uint64_t total = 0;
  Points points = 0;

  explicit SeverityCounts(std::span<const Finding> findings = {});
};
struct Summary {
  AuditReport& report;
};
struct Recoverable {
  MoneySummary& money;
};
// In whole per cent that add up to 100.
struct SpendShares {
  SpendParts parts;
};
// The whole, with its digest.
struct Signed {
  AuditReport& report;
};

}  // namespace martech_audit::report

namespace martech_audit::record {

template <>
inline constexpr std::string_view named<MoneyRange> = "money_range";
template <>
struct Fields<MoneyRange> {
  template <class V>
  static void of(V& visit, MoneyRange& range) {
    visit("proven", range.proven, "null: not known");
    visit("possible", range.possible, "if every open question is answered against the inventory");
  }
};

template <>
struct Fields<report::Recoverable> {
  static report::Recoverable example() { return {nothing<MoneySummary>()}; }

  template <class V>
  static void of(V& visit, report::Recoverable& of) {
    Fields<MoneyRange>::of(visit, of.money.recoverable);
    visit("unexamined", of.money.unexamined,
          "annual cost of tools that say nothing of their use, less what is waste all the same");
  }
};

template <>
struct Fields<AtRiskRung> {
  template <class V>
  static void of(V& visit, AtRiskRung& rung) {
    visit("within_days", rung.within_days);
    visit("proven", rung.proven);
    visit("possible", rung.possible);
  }
};

template <>
struct Fields<AtRisk> {
  template <class V>
  static void of(V& visit, AtRisk& risk) {
    Fields<MoneyRange>::of(visit, risk.year);
    visit("overdue", risk.overdue, "the notice deadline was missed, and the renewal is still ahead");
    visit("ladder", risk.ladder, "by the last day to give notice; each rung includes the shorter ones");
  }
};

template <>
struct Fields<report::SpendShares> {
  static report::SpendShares example() { return {}; }

  template <class V>
  static void of(V& visit, report::SpendShares& of) {
    const auto shares = report::percent_shares(of.parts);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      std::uint32_t share = shares[i];
      visit(name(words_of<SpendPart>[i]), share);
    }
  }
};

template <>
struct Fields<Waterfall> {
  template <class V>
  static void of(V& visit, Waterfall& waterfall) {
    visit("costs_known", waterfall.has_costs, "whether any cost is known, or nothing costs anything");
    std::int64_t total = waterfall.all.total();
    const bool is_known = waterfall.is_known();
    visit("total", report::KnownMinor{total, is_known},
          "what a year costs, by tool, and what is paid outside of any; null if no cost is known");
    visit("parts", report::Known<SpendParts>{waterfall.all, is_known}, "they add up to the total exactly");
    report::SpendShares shares{waterfall.all};
    visit("shares", report::Known<report::SpendShares>{shares, is_known}, "in per cent");
    visit("unlisted", report::Minor{waterfall.unlisted}, "paid to vendors on no list");
    visit("unassigned", report::Minor{waterfall.unassigned},
          "paid where it cannot be told for which tool, or for none that is listed");
    visit("unaccounted", report::Minor{waterfall.unaccounted},
          "of the running martech budgets, beyond everything that is listed");
    visit("budgeted", report::MinorOrNull{waterfall.budgeted},
          "what running martech budgets commit, otherwise spend, a year");
  }
};

template <>
struct Fields<MoneySummary> {
  template <class V>
  static void of(V& visit, MoneySummary& money) {
    visit("total_cost", money.total_cost, "annual cost of tools with known cost");
    visit("tools_without_cost", money.tools_without_cost);
    visit("recoverable", report::Recoverable{money}, "can stop being paid; this is called waste");
    visit("at_risk", money.at_risk, "renews automatically within 365 days");
    visit("exposed", money.exposed, "spend whose value is not shown: off strategy and unproven");
    visit("opportunity", money.opportunity, "an estimate, or depends on a decision");
    visit("sunk", money.sunk, "paid once, in no other figure");
    visit("waived", money.waived, "the waived part of proven waste");
  }
};

template <>
struct Fields<SpendOffStrategy> {
  template <class V>
  static void of(V& visit, SpendOffStrategy& spend) {
    visit("off", spend.off);
    visit("total", spend.total);
    visit.derived("share", [&] { return report::Share{spend.share()}; });
  }
};

template <>
struct Fields<report::SeverityCounts> {
  template <class V>
  static void of(V& visit, report::SeverityCounts& of) {
    visit("total", of.total);
    for (std::size_t i = 0; i < of.counts.size(); ++i)
      visit(name(report::severities_worst_first[i]), of.counts[i]);
    visit("points", report::in_points(of.points));
  }
};

template <>
struct Fields<report::Summary> {
  static report::Summary example() { return {nothing<AuditReport>()}; }

  template <class V>
  static void of(V& visit, report::Summary& of) {
    AuditReport& report = of.report;
    visit.derived("tools", [&] { return static_cast<std::uint32_t>(report.tools.size()); });
    visit.derived("findings", [&] { return report::SeverityCounts(report.findings); });
    visit.derived("waived", [&] { return report::SeverityCounts(report.waived); });
    visit("money", lines(report.money), "the four classes are never added");
    visit("spend_off_strategy", report.off_strategy,
          "annual cost that supports no active objective; null where no objectives are declared");
    visit("spend_by_category", lines(report.spend_by_category));
    visit("spend_by_department", lines(report.spend_by_department));
    visit("spend_by_objective", lines(report.spend_by_objective),
          "as spend_off_strategy and strategy[].spend; an empty name collects what supports no active "
          "objective");
  }
};

template <>
struct Fields<InputFile> {
  template <class V>
  static void of(V& visit, InputFile& file) {
    visit("path", file.path);
    visit("sha256", hex<64>(file.sha256));
  }
};
template <>
struct Fields<PackUse> {
  template <class V>
  static void of(V& visit, PackUse& pack) {
    visit("id", pack.id);
    visit("version", pack.version);
    visit("sha256", hex<64>(pack.sha256));
  }
};
template <>
struct Fields<BenchmarkUse> {
  template <class V>
  static void of(V& visit, BenchmarkUse& set) {
    visit("edition", set.edition);
    visit("sha256", hex<64>(set.sha256));
  }
};

// Of parameters in force, and of those that were set.
struct ParameterFields {
  template <class V>
  static void of(V& visit, auto& parameter) {
    visit("pack", parameter.pack);
    visit("name", parameter.name);
    visit("value", parameter.value, "as in YAML");
    visit("category", or_null(parameter.category), "only for tools of this category");
  }
};
template <>
struct Fields<ParamUse> : ParameterFields {};
template <>
struct Fields<ParamSetting> : ParameterFields {};

template <>
struct Fields<RuleSetting> {
  template <class V>
  static void of(V& visit, RuleSetting& setting) {
    visit("rule", setting.rule);
    visit("enabled", setting.enabled);
    visit("severity", setting.severity);
    visit("weight", setting.weight);
  }
};
template <>
struct Fields<report::Settings> {
  static report::Settings example() { return {nothing<AuditReport>()}; }

  template <class V>
  static void of(V& visit, report::Settings& of) {
    visit("rules", lines(of.report.rule_settings));
    visit("parameters", lines(of.report.param_settings));
  }
};

template <>
struct Fields<Roster> {
  template <class V>
  static void of(V& visit, Roster& roster) {
    visit("kind", report::KindName{roster.kind});
    visit("ids", roster.ids);
  }
};

template <>
struct Fields<report::ToolVersion> {
  static report::ToolVersion example() { return {nothing<std::string>()}; }

  template <class V>
  static void of(V& visit, report::ToolVersion& of) {
    visit.constant("name", "martech-audit");
    visit("version", of.version);
  }
};

template <>
struct Fields<AuditReport> {
  template <class V>
  static void of(V& visit, AuditReport& report) {
    origin(visit, report);
    score(visit, report);
    gate(visit, report);
    summary(visit, report);
    items(visit, report);
    tables(visit, report);
  }

  template <class V>
  static void origin(V& visit, AuditReport& report) {
    visit.constant("$schema", report::report_schema_id);
    visit.constant("schema_version", report::report_schema_version);
    visit("tool", report::ToolVersion{report.tool_version});
    visit("as_of", report.as_of, "date of the audit");
    visit("organisation", report.organisation);
    visit("currency", CurrencyCode{report.currency}, "ISO 4217; all money is in it");
    visit.derived(
        "outcome", [&] { return report::outcome_of(report); },
        "of the gate; no-verdict: no rule applied to any entity");
    visit("inputs", lines(report.inputs));
    visit("rule_packs", lines(report.packs));
    visit("benchmarks", lines(report.benchmarks), "benchmark sets: the built-in one, then the one given");
    visit("policy", report.policy, "the policy that settings are compared with; null: the defaults");
    visit("parameters", lines(report.params), "effective parameters");
    visit("settings", lines(report::Settings{report}),
          "user settings on top of the packs; null if unchanged");
  }

  template <class V>
  static void score(V& visit, AuditReport& report) {
    visit("entities", lines(report.rosters), "entities checked by rules, by id; the organisation's is empty");
    visit("score", lines(report.score), "points are exact: add them in billionths");
  }

  template <class V>
  static void gate(V& visit, AuditReport& report) {
    visit("gate", report.gate, "the gate result behind the exit code");
    visit("baseline", report.baseline, "comparison with the baseline");
  }

  template <class V>
  static void summary(V& visit, AuditReport& report) {
    visit("summary", lines(report::Summary{report}));
    visit("spend_waterfall", report.waterfall, "where a year's spend ends; null if no rule claims money");
  }

  template <class V>
  static void left_out(V& visit, AuditReport& report) {
    visit("diagnostics_left_out", report.diagnostics_left_out, "how many more there were");
  }

 private:
  template <class V>
  static void items(V& visit, AuditReport& report) {
    visit("rules", lines(report.rules), "active rules");
    visit("findings", lines(report.findings), "by severity, money, rule, entity, fingerprint");
    visit("waived", lines(report.waived), "waived findings: excluded from the gate, included in the score");
    visit("decisions", lines(report.decisions), "by lane and rank; each finding is in exactly one");
    visit("evidence_missing", lines(report.evidence_missing), "undecided checks, most points first");
    visit("loosened", lines(report.loosened),
          "gate exceptions: differences from the policy or the defaults, waivers and not-applicable marks");
    visit("diagnostics", lines(report.diagnostics), "the first hundred warnings and the first hundred notes");
    left_out(visit, report);
  }

  template <class V>
  static void tables(V& visit, AuditReport& report) {
    visit("kpis", lines(report.kpis), "by id");
    visit("strategy", lines(report.strategy), "active objectives first, by priority, then id");
    visit("marketing5", lines(report.marketing5), "components of Marketing 5.0");
    visit("integrations", lines(report.integrations), "by id");
    visit("teams", lines(report.teams), "by id");
    visit("tools", lines(report.tools), "by id");
  }
};

template <>
struct Fields<report::Signed> {
  static report::Signed example() { return {nothing<AuditReport>()}; }

  template <class V>
  static void of(V& visit, report::Signed& of) {
    Fields<AuditReport>::of(visit, of.report);
    visit.derived(
        "digest", [] { return hex<64>(nothing<std::string>()); },
        "SHA-256 of the report as `martech-audit convert --format json` writes it, up to the comma before "
        "this");
  }
};

}  // namespace martech_audit::record

// Score, gate and baseline, as a JSON report has them.
#pragma once

#include <string_view>
#include <vector>

#include "report/fields/values.h"

namespace martech_audit::report {

struct EvidencePresent {
  Score& score;
};
// Whether the evidence is enough for the gate to say something.
struct EvidenceWord {
  std::string_view word;
  static constexpr std::array<std::string_view, 2> words{"enough", "little"};
};
template <class V>
EvidenceWord evidence_of(const V& visit) {
  if constexpr (V::writes) {
    return {visit.context().score.has_little_evidence() ? "little" : "enough"};
  } else {
    return {};
  }
}

// The share of the money half among the 100 points, from 0 to 1.
struct MoneyShare {
  Points& points;
};

}  // namespace martech_audit::report

namespace martech_audit::record {

// First and last.
template <>
struct Form<RankSpan> {
  static void write(auto& to, const RankSpan& span) {
    to.json().begin_array();
    to.json().unsigned_integer(span.first);
    to.json().unsigned_integer(span.last);
    to.json().end_array();
  }
  static void read(auto& from, const auto& node, RankSpan& span) {
    std::vector<std::uint32_t> ends;
    if (node.is_sequence()) from.items(node, ends);
    if (ends.size() != 2) return from.wrong(node, "the first and the last place of those that passed");
    span = {ends[0], ends[1]};
  }
  static void describe(auto& schema) { schema.template list_of<std::uint32_t>(); }
};

template <>
struct Form<report::MoneyShare> : Form<report::Share> {
  static void write(auto& to, const report::MoneyShare& of) { to.json().billionths(of.points / 100); }
  static void read(auto& from, const auto& node, const report::MoneyShare& of) {
    std::int64_t share = 0;
    from.billionths(node, share);
    if (share < 0 || share > points_per_point) return from.wrong(node, "a share from 0 to 1");
    of.points = share * 100;
  }
};

template <>
inline constexpr std::string_view named<HalfScore> = "half_score";
template <>
struct Fields<HalfScore> {
  template <class V>
  static void of(V& visit, HalfScore& half) {
    visit.derived(
        "gap", [&] { return report::in_points(half.gap()); }, "of this half only, from 0 to 100");
    visit.derived(
        "proven", [&] { return report::in_points(half.proven_gap()); }, "of this half only");
    visit("exposure", report::in_points(half.exposure), "its share of the 100 points");
    visit("proven_points", report::in_points(half.proven), "of the whole gap");
    visit("unproven_points", report::in_points(half.unproven), "of the whole gap");
  }
};

template <>
struct Fields<DimensionScore> {
  template <class V>
  static void of(V& visit, DimensionScore& score) {
    visit("dimension", score.dimension);
    visit("rules", score.rules, "that apply to something");
    visit("exposure", report::in_points(score.exposure), "its share of the practice points");
    visit("proven", report::in_points(score.proven));
    visit("unproven", report::in_points(score.unproven));
    visit("money", report::in_points(score.money), "points of its rules from the money half");
    visit.derived(
        "points", [&] { return report::in_points(score.points()); },
        "proven + unproven + money; with score.unattributed they add up to the gap");
    visit.derived(
        "gap", [&] { return report::in_points(score.gap()); },
        "of this dimension only: 100 * (proven + unproven) / exposure");
    visit.derived(
        "proven_gap", [&] { return report::in_points(score.proven_gap()); }, "of this dimension only");
  }
};

template <>
struct Fields<RuleScore> {
  template <class V>
  static void of(V& visit, RuleScore& score) {
    const auto rule = [&]() -> const Rule& { return report::rule_of(visit, score.rule); };
    visit("rule", report::RuleName{score.rule});
    visit.derived("dimension", [&] { return std::string_view(rule().dimension); });
    visit.derived("weight", [&] { return rule().weight; });
    visit("entities", score.entities, "it applies to");
    visit("gaps", score.gaps);
    visit("unknowns", score.unknowns);
    visit("exposure", report::in_points(score.exposure),
          "the most practice points it can give: practice.exposure * weight / sum of weights");
    visit("proven", report::in_points(score.proven),
          "sum of the practice points of its findings, waived ones too");
    visit("unproven", report::in_points(score.unproven),
          "sum of the practice points of its rows in evidence_missing");
    visit("money", report::in_points(score.money), "sum of the money points of both");
    visit("passed", score.passed, "places, first to last, in the list of its kind in `entities`");
  }
};

template <>
struct Fields<report::EvidencePresent> {
  static report::EvidencePresent example() { return {nothing<Score>()}; }

  template <class V>
  static void of(V& visit, report::EvidencePresent& of) {
    visit("judged", of.score.judged, "number of checks: pairs of rule and entity");
    visit("decided", of.score.decided);
    visit.derived("share", [&] { return report::Share{of.score.evidence()}; });
  }
};

template <>
struct Fields<Score> {
  template <class V>
  static void of(V& visit, Score& score) {
    visit.constant("model", score_model);
    visit.derived(
        "gap", [&] { return report::in_points(score.gap()); },
        "from 0 (no gap) to 100; exactly proven + unproven");
    visit("proven", report::in_points(score.proven));
    visit("unproven", report::in_points(score.unproven), "undecided because data is missing");
    visit("money_share", report::MoneyShare{score.money_share},
          "of the 100 points, where there is a money half");
    visit("practice", score.practice, "how the tools are run: the rules");
    visit("money", score.money,
          "whether the spend works: the waterfall; null if no rule claims money or none can be judged yet");
    visit("unattributed", report::in_points(score.unattributed),
          "unproven money points that no finding or undecided check accounts for");
    visit("exposure", report::in_points(score.exposure),
          "100; 0 if no rule applied to any entity, so there is no verdict");
    visit("gap_points", report::GapPoints{score.gap_points},
          "sum of weight * degree over entities; not diluted by adding clean entities");
    visit("evidence", report::EvidencePresent{score});
    visit("comparable_key", score.comparable_key, "scores compare only where it is equal");
    visit("dimensions", lines(score.dimensions));
    visit("rules", lines(score.rules), "every rule that applies to something");
  }
};

template <>
struct Fields<Gate::Reason> {
  template <class V>
  static void of(V& visit, Gate::Reason& reason) {
    visit("code", reason.code, "the limit that was crossed");
    visit("threshold", reason.threshold);
    visit("actual", reason.actual);
  }
};
template <>
struct Fields<GateOptions> {
  template <class V>
  static void of(V& visit, GateOptions& limits) {
    visit("fail_on", limits.fail_on, "null: findings never fail the gate");
    visit("fail_on_new", limits.fail_on_new, "every finding that is not in the baseline");
    visit("max_gap", limits.max_gap);
    visit("max_proven_gap", limits.max_proven_gap);
    visit("max_practice_gap", limits.max_practice_gap);
    visit("max_money_gap", limits.max_money_gap);
    visit("max_gap_points", limits.max_gap_points);
    visit("max_waste", limits.max_waste, "of what is possible, in the currency's major unit");
    visit("max_proven_waste", limits.max_proven_waste);
    visit("min_evidence", limits.min_evidence, "per cent of the checks that must be decided");
    visit("fail_on_loosened", limits.fail_on_loosened, "everything that 'loosened' lists");
    visit("fail_on_lost_evidence", limits.fail_on_lost_evidence,
          "of a diff: everything that 'lost_evidence' lists");
    visit("fail_on_claims", limits.fail_on_claims, "of a diff: everything that 'unproven_claims' lists");
    visit("exit_zero", limits.exit_zero, "a gate that fails exits with 0");
  }
};
template <>
struct Fields<Gate> {
  template <class V>
  static void of(V& visit, Gate& gate) {
    visit("passed", gate.passed);
    visit("exit_code", gate.exit_code);
    visit.derived(
        "evidence", [&] { return report::evidence_of(visit); },
        "little: less than half of the checks could be decided, so that passing says little");
    visit("reasons", gate.reasons);
    visit("limits", gate.limits, "null where not checked");
  }
};

template <>
struct Fields<BaselineUse> {
  template <class V>
  static void of(V& visit, BaselineUse& use) {
    visit("path", use.path);
    visit("known", use.known);
    visit("new", use.fresh);
    visit("worsened", use.worsened, "known with less money or a lower severity");
    visit("stale", use.stale, "entries that match no finding");
  }
};

}  // namespace martech_audit::record

#include "score/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "score/wide.h"

namespace martech_audit {
namespace {

// The nearest billionth; limits beyond what points can be are never crossed.
std::int64_t billionths(double points) {
  const double scaled = points * static_cast<double>(points_per_point);
  if (scaled >= 0x1p63) return std::numeric_limits<std::int64_t>::max();
  return std::llround(scaled);
}

// Exact, without trailing zeros: "62.1".
std::string decimal(std::int64_t billionths) {
  std::string text = fmt::format("{}.{:09}", billionths / points_per_point, billionths % points_per_point);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

class Evaluation {
 public:
  explicit Evaluation(const GateOptions& limits) { gate_.limits = limits; }

  void check(std::string_view code, const std::optional<double>& limit, std::int64_t actual) {
    if (!limit || actual <= billionths(*limit)) return;
    gate_.reasons.push_back({code, decimal(billionths(*limit)), decimal(actual)});
  }

  void check_findings(std::optional<Severity> fail_on, std::span<const Finding> findings) {
    if (!fail_on) return;
    const auto count = std::ranges::count_if(findings, [&](const Finding& finding) {
      return finding.severity >= *fail_on && finding.novelty != Novelty::known;
    });
    if (count > 0) gate_.reasons.push_back({"fail_on", std::string(name(*fail_on)), std::to_string(count)});
  }

  void check_new(bool fail_on_new, std::span<const Finding> findings) {
    const auto count = std::ranges::count_if(findings, [](const Finding& finding) {
      return finding.novelty == Novelty::fresh || finding.novelty == Novelty::worsened;
    });
    if (fail_on_new && count > 0) gate_.reasons.push_back({"fail_on_new", "0", std::to_string(count)});
  }

  // What is not known may be more than any limit.
  void check_waste(std::string_view code, const std::optional<double>& limit,
                   const std::optional<Money>& waste, Currency currency) {
    if (!limit) return;
    const std::optional<Money> most = Money::nearest(*limit, currency);
    if (!most || (waste && waste->minor <= most->minor)) return;
    gate_.reasons.push_back({code, most->to_string(), waste ? waste->to_string() : "not known"});
  }

  // A half that is not there has no gap.
  void check_half(std::string_view code, const std::optional<double>& limit,
                  const std::optional<HalfScore>& half) {
    if (half) check(code, limit, half->gap());
  }

  // In whole numbers: 57 of 100 checks are 57 per cent. What is shown is rounded down, so that it never looks
  // like the limit that it misses.
  void check_evidence(const std::optional<double>& limit, const Score& score) {
    if (!limit || score.judged == 0) return;
    const auto least = static_cast<score::Wide>(std::max<std::int64_t>(billionths(*limit), 0));
    constexpr score::Wide percent = 100 * points_per_point;
    if (score.decided * percent >= least * score.judged) return;
    const std::uint64_t tenths = score.decided * 1000 / score.judged;
    gate_.reasons.push_back(
        {"min_evidence", fmt::format("{}", *limit), fmt::format("{}.{}", tenths / 10, tenths % 10)});
  }

  void check_lines(std::string_view code, bool is_asked, std::size_t lines) {
    if (is_asked && lines > 0) gate_.reasons.push_back({code, "0", std::to_string(lines)});
  }

  Gate verdict() && {
    gate_.passed = gate_.reasons.empty();
    gate_.exit_code = gate_.passed || gate_.limits.exit_zero ? 0 : 1;
    return std::move(gate_);
  }

 private:
  Gate gate_;
};

}  // namespace

Gate evaluate(const GateOptions& options, const GateInput& input) {
  const Score& score = input.score;
  if (!score.has_verdict())
    return {.passed = false, .exit_code = 2, .reasons = {{"nothing_judged", "1", "0"}}, .limits = options};
  Evaluation evaluation(options);
  evaluation.check_findings(options.fail_on, input.findings);
  evaluation.check_new(options.fail_on_new, input.findings);
  evaluation.check("max_gap", options.max_gap, score.gap());
  evaluation.check("max_proven_gap", options.max_proven_gap, score.proven);
  evaluation.check_half("max_practice_gap", options.max_practice_gap, score.practice);
  evaluation.check_half("max_money_gap", options.max_money_gap, score.money);
  evaluation.check("max_gap_points", options.max_gap_points, score.gap_points);
  const Currency currency = input.money.sunk.currency;
  evaluation.check_waste("max_waste", options.max_waste, input.money.recoverable.possible, currency);
  evaluation.check_waste("max_proven_waste", options.max_proven_waste, input.money.recoverable.proven,
                         currency);
  evaluation.check_evidence(options.min_evidence, score);
  evaluation.check_lines("fail_on_loosened", options.fail_on_loosened, input.loosened);
  evaluation.check_lines("fail_on_lost_evidence", options.fail_on_lost_evidence, input.lost_evidence);
  evaluation.check_lines("fail_on_claims", options.fail_on_claims, input.claims);
  return std::move(evaluation).verdict();
}

}  // namespace martech_audit

#include "score/gate.h"

#include <limits>

#include "support/catch.h"
#include "unit/score/money_cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

Score score_of(Points proven, Points unproven, std::int64_t gap_points = 0) {
  Score score;
  score.proven = proven;
  score.unproven = unproven;
  score.gap_points = gap_points;
  score.exposure = 100 * point;
  return score;
}

// "exit 1: max_gap 40 < 62.1; …" or "exit 0".
std::string run(const GateOptions& options, const Score& score, std::int64_t waste = 0,
                const std::vector<Severity>& severities = {}) {
  MoneySummary money;
  money.sunk = euros(0);
  money.recoverable = {euros(waste), euros(waste)};
  std::vector<Finding> findings(severities.size());
  for (std::size_t i = 0; i < severities.size(); ++i) findings[i].severity = severities[i];
  const Gate gate = evaluate(options, {score, money, findings});
  std::string text = (gate.passed ? "passed, exit " : "failed, exit ") + std::to_string(gate.exit_code);
  for (const Gate::Reason& reason : gate.reasons) {
    text += "; " + std::string(reason.code) + " " + reason.threshold + " | " + reason.actual;
  }
  return text;
}

GateOptions none() {
  GateOptions options;
  options.fail_on = std::nullopt;
  return options;
}

}  // namespace

TEST_CASE("findings at or above fail_on fail") {
  const Score score = score_of(0, 0);
  using enum Severity;
  CHECK(run({}, score, 0, {low, medium}) == "passed, exit 0");
  CHECK(run({}, score, 0, {low, high, critical}) == "failed, exit 1; fail_on high | 2");
  GateOptions options;
  options.fail_on = info;
  CHECK(run(options, score, 0, {info}) == "failed, exit 1; fail_on info | 1");
  CHECK(run(options, score) == "passed, exit 0");
  CHECK(run(none(), score, 0, {critical}) == "passed, exit 0");
}

TEST_CASE("gaps are compared unrounded, max_gap with the upper end") {
  GateOptions options = none();
  options.max_gap = 40.1;
  CHECK(run(options, score_of(40'100'000'000, 0)) == "passed, exit 0");
  CHECK(run(options, score_of(40'000'000'000, 100'000'001)) == "failed, exit 1; max_gap 40.1 | 40.100000001");
  options = none();
  options.max_proven_gap = 0;
  CHECK(run(options, score_of(0, 100 * point)) == "passed, exit 0");
  CHECK(run(options, score_of(1, 0)) == "failed, exit 1; max_proven_gap 0 | 0.000000001");
  options = none();
  options.max_gap_points = 120;
  CHECK(run(options, score_of(0, 0, 120 * point)) == "passed, exit 0");
  CHECK(run(options, score_of(0, 0, 135 * point)) == "failed, exit 1; max_gap_points 120 | 135");
  options.max_gap_points = 1e300;
  CHECK(run(options, score_of(0, 0, std::numeric_limits<std::int64_t>::max())) == "passed, exit 0");
}

TEST_CASE("waste is compared in minor units") {
  GateOptions options = none();
  options.max_waste = 1200.1;
  CHECK(run(options, score_of(0, 0), 120'010) == "passed, exit 0");
  CHECK(run(options, score_of(0, 0), 120'011) == "failed, exit 1; max_waste 1200.10 | 1200.11");
  options.max_waste = 1e300;
  CHECK(run(options, score_of(0, 0), 120'011) == "passed, exit 0");
}

TEST_CASE("all reasons are given; exit_zero turns 1 into 0 and hides none") {
  GateOptions options;
  options.max_gap = 10;
  options.max_waste = 5;
  options.exit_zero = true;
  CHECK(run(options, score_of(20 * point, 5 * point), 600, {Severity::high}) ==
        "failed, exit 0; fail_on high | 1; max_gap 10 | 25; max_waste 5.00 | 6.00");
}

TEST_CASE("what loosens the gate and evidence that is lost fail a gate that asks for it") {
  const auto reasons = [](bool loosened, bool lost, std::size_t lines) {
    GateOptions options = none();
    options.fail_on_loosened = loosened;
    options.fail_on_lost_evidence = lost;
    const Score score = score_of(0, 0);
    std::string text;
    for (const Gate::Reason& reason : evaluate(options, {score, {}, {}, lines, lines}).reasons)
      text += std::string(reason.code) + " " + reason.threshold + " | " + reason.actual + "; ";
    return text;
  };
  CHECK(reasons(false, false, 3) == "");
  CHECK(reasons(true, true, 0) == "");
  CHECK(reasons(true, false, 3) == "fail_on_loosened 0 | 3; ");
  CHECK(reasons(true, true, 1) == "fail_on_loosened 0 | 1; fail_on_lost_evidence 0 | 1; ");
}

TEST_CASE("a run that judged nothing has no verdict, whatever the options") {
  GateOptions options;
  options.exit_zero = true;
  CHECK(run(options, Score{}, 0, {Severity::critical}) == "failed, exit 2; nothing_judged 1 | 0");
  CHECK(run(none(), Score{}) == "failed, exit 2; nothing_judged 1 | 0");
}

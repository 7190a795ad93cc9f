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

TEST_CASE("what a baseline knows does not fail, and what is new or worse does") {
  const auto reasons = [](const GateOptions& options, const std::vector<std::pair<Severity, Novelty>>& what) {
    std::vector<Finding> findings(what.size());
    for (std::size_t i = 0; i < what.size(); ++i) {
      findings[i].severity = what[i].first;
      findings[i].novelty = what[i].second;
    }
    const Score score = score_of(0, 0);
    std::string text;
    for (const Gate::Reason& reason : evaluate(options, {score, {}, findings}).reasons)
      text += std::string(reason.code) + " " + reason.threshold + " | " + reason.actual + "; ";
    return text;
  };
  using enum Severity;
  using enum Novelty;
  GateOptions all_new = none();
  all_new.fail_on_new = true;
  CHECK(reasons({}, {{critical, known}, {high, known}}) == "");
  CHECK(reasons({}, {{critical, known}, {high, worsened}, {high, fresh}, {low, fresh}}) ==
        "fail_on high | 2; ");
  CHECK(reasons(all_new, {{critical, known}, {high, uncompared}}) == "");
  CHECK(reasons(all_new, {{info, fresh}, {critical, known}, {info, worsened}}) == "fail_on_new 0 | 2; ");
  CHECK(reasons(none(), {{critical, fresh}}) == "");
  all_new.fail_on = high;
  CHECK(reasons(all_new, {{info, fresh}, {high, fresh}}) == "fail_on high | 1; fail_on_new 0 | 2; ");
}

TEST_CASE("a half is held against its own hundred, and one that is not there has no gap") {
  GateOptions options = none();
  options.max_practice_gap = 30;
  options.max_money_gap = 20;
  Score score = score_of(0, 0);
  score.practice = {80 * point, 20 * point, 4 * point};
  CHECK(run(options, score) == "passed, exit 0");
  score.practice = {80 * point, 20 * point, 4 * point + 1};
  CHECK(run(options, score) == "failed, exit 1; max_practice_gap 30 | 30.000000001");
  options.max_practice_gap = {};
  score.money = HalfScore{20 * point, 4 * point, 0};
  CHECK(run(options, score) == "passed, exit 0");
  score.money->unproven = point;
  CHECK(run(options, score) == "failed, exit 1; max_money_gap 20 | 25");
}

TEST_CASE("waste that is not known may be more than any limit; what is proven is held against its own") {
  const auto reasons = [](const GateOptions& options, const MoneyRange& waste, Currency currency) {
    MoneySummary money;
    money.sunk = {0, currency};
    money.recoverable = waste;
    const Score score = score_of(0, 0);
    std::string text;
    for (const Gate::Reason& reason : evaluate(options, {score, money, {}}).reasons)
      text += std::string(reason.code) + " " + reason.threshold + " | " + reason.actual + "; ";
    return text;
  };
  const Currency yen = *Currency::parse("JPY");
  GateOptions both = none();
  both.max_waste = 100;
  both.max_proven_waste = 50;
  CHECK(reasons(both, {}, eur()) == "max_waste 100.00 | not known; max_proven_waste 50.00 | not known; ");
  CHECK(reasons(both, {euros(5000), euros(10000)}, eur()) == "");
  CHECK(reasons(both, {euros(5000), euros(10001)}, eur()) == "max_waste 100.00 | 100.01; ");
  CHECK(reasons(both, {euros(5001), euros(10000)}, eur()) == "max_proven_waste 50.00 | 50.01; ");
  CHECK(reasons(both, {Money{51, yen}, Money{100, yen}}, yen) == "max_proven_waste 50 | 51; ");
  CHECK(reasons(none(), {}, eur()) == "");
}

TEST_CASE("evidence is counted in checks, and what is shown is never more than there is") {
  const auto reason = [](double least, std::uint64_t decided, std::uint64_t judged) {
    GateOptions options = none();
    options.min_evidence = least;
    Score score = score_of(0, 0);
    score.decided = decided;
    score.judged = judged;
    return run(options, score);
  };
  CHECK(reason(100, 0, 0) == "passed, exit 0");
  CHECK(reason(100, 20, 20) == "passed, exit 0");
  CHECK(reason(100, 19, 20) == "failed, exit 1; min_evidence 100 | 95.0");
  CHECK(reason(99.97, 2499, 2500) == "failed, exit 1; min_evidence 99.97 | 99.9");
  CHECK(reason(100, 999'999, 1'000'000) == "failed, exit 1; min_evidence 100 | 99.9");
  CHECK(reason(0.5, 0, 3) == "failed, exit 1; min_evidence 0.5 | 0.0");
  CHECK(reason(0, 0, 3) == "passed, exit 0");
  // Whatever share is asked for, exactly that share is enough, and one check less is not.
  for (std::uint64_t percent = 1; percent <= 100; ++percent) {
    INFO(percent);
    CHECK(reason(static_cast<double>(percent), percent, 100) == "passed, exit 0");
    CHECK(reason(static_cast<double>(percent), percent - 1, 100).starts_with("failed"));
    CHECK(reason(static_cast<double>(percent) / 10, percent, 1000) == "passed, exit 0");
  }
}

TEST_CASE("reasons stand in the order of the limits, however many there are") {
  GateOptions options;
  options.fail_on_new = options.fail_on_loosened = options.fail_on_lost_evidence = true;
  options.max_gap = options.max_proven_gap = options.max_practice_gap = options.max_money_gap = 1;
  options.max_gap_points = options.max_waste = options.max_proven_waste = 1;
  options.min_evidence = 99;
  Score score = score_of(2 * point, 2 * point, 2 * point);
  score.practice = score.money.emplace(HalfScore{50 * point, 2 * point, 0});
  score.judged = 4;
  score.decided = 3;
  std::vector<Finding> findings(1);
  findings[0].severity = Severity::critical;
  findings[0].novelty = Novelty::fresh;
  MoneySummary money;
  money.sunk = euros(0);
  const Gate gate = evaluate(options, {score, money, findings, 2, 3});
  std::string text;
  for (const Gate::Reason& reason : gate.reasons)
    text += std::string(reason.code) + " " + reason.actual + "\n";
  CHECK(text ==
        "fail_on 1\nfail_on_new 1\nmax_gap 4\nmax_proven_gap 2\nmax_practice_gap 4\nmax_money_gap 4\n"
        "max_gap_points 2\nmax_waste not known\nmax_proven_waste not known\nmin_evidence 75.0\n"
        "fail_on_loosened 2\nfail_on_lost_evidence 3\n");
}

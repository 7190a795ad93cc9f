#include "score/score_all.h"

#include "score/money_half.h"

namespace martech_audit {

Scored score_all(const ScoreAllInput& input, std::span<Finding> findings, std::span<Finding> waived,
                 std::span<EvidenceGap> evidence) {
  const WaterfallInput& spend = input.spend;
  WaterfallResult waterfall = make_waterfall(spend, findings, waived, evidence);
  const Points money = money_points(input.money_share, spend.rules, waterfall);
  ScoreResult result =
      make_score({spend.rules, spend.judgements, spend.tools, full_score - money, input.ranks});
  set_points(result, findings);
  set_points(result, waived);
  set_points(result, evidence);
  Scored scored{std::move(result.score), std::nullopt};
  scored.score.money_share = input.money_share;
  if (scored.score.has_verdict())
    add_money(scored.score, money, spend.rules, waterfall, findings, waived, evidence);
  if (claims_spend(spend.rules)) scored.waterfall = std::move(waterfall.waterfall);
  return scored;
}

}  // namespace martech_audit

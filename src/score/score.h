// The gap score (martech_audit/score.h) as pure functions: judgements and costs in, points out.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/rule.h"
#include "martech_audit/score.h"
#include "score/tool_money.h"

namespace martech_audit {

// All spans are views and must outlive the call; the score keeps views of the rules' dimensions.
//
// Bounds: up to 2^26 entities a kind; any cost and any weight. Within them every product fits 128 bits and
// every sum is exact; only gap_points stops at the largest integer instead of growing beyond it.
struct ScoreInput {
  std::span<const Rule> rules;                 // in force
  std::span<const RuleJudgements> judgements;  // at most one for each rule
  std::span<const ToolMoney> tools;            // by tool index
  Points practice_points = full_score;         // what the rules share; the rest belongs to the money half
  // By kind, then by entity index: the place of the entity's id among the sorted ids of its kind (id_ranks),
  // which settles ties whatever the order of the inventory. Where empty, the index itself.
  std::array<std::span<const std::uint32_t>, entity_kind_count> ranks{};
};

struct PairPoints {
  std::uint32_t entity = 0;
  Points points = 0;
};

struct ScoreResult {
  Score score;  // without comparable_key (comparable_key.h)
  // By rule in force, the pairs that are not passed, by entity index: what each one takes off the gap when it
  // alone turns to pass. Proven and unproven points are sums of them.
  std::vector<std::vector<PairPoints>> points;
};

ScoreResult make_score(const ScoreInput& input);

// Sets the points of findings and of undecided rules.
void set_points(const ScoreResult& result, std::span<Finding> findings);
void set_points(const ScoreResult& result, std::span<EvidenceGap> evidence);

// For each id its place in the sorted list; equal ids keep their order.
std::vector<std::uint32_t> id_ranks(std::span<const std::string_view> ids);

}  // namespace martech_audit

#include "score/score.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "score/apportion.h"
#include "score/exposure.h"

namespace martech_audit {
namespace {

using score::Wide;

// cell * degree / full_degree, nearest, halves up; the split keeps every product below 2^63.
Points share_of(Points cell, Degree degree) {
  constexpr Points whole = full_degree;
  return cell / whole * degree + (cell % whole * degree + whole / 2) / whole;
}

Points scaled_to_full(Points part, Points exposure) {
  if (exposure == 0) return 0;
  const Wide wide = static_cast<Wide>(part) * static_cast<Wide>(full_score);
  const auto whole = static_cast<Wide>(exposure);
  return static_cast<Points>((wide + whole / 2) / whole);
}

bool counts(const Rule& rule, const RuleJudgements& judgements) {
  return rule.weight > 0 && !judgements.judged.empty();
}

// Collects the score rule by rule; its buffers serve all of them.
class Scorer {
 public:
  explicit Scorer(const ScoreInput& input)
      : input_(input), exposures_(input.judgements.size()), mean_cost_(score::mean_cost(input.tools)) {
    result_.points.resize(input.rules.size());
    share_out_rules();
  }

  ScoreResult run() && {
    for (std::size_t i = 0; i < input_.judgements.size(); ++i) {
      if (!input_.judgements[i].judged.empty()) add(input_.judgements[i], exposures_[i]);
    }
    result_.score.gap_points = score::saturate(gap_points_);
    std::ranges::sort(result_.score.rules, {}, &RuleScore::rule);
    for (const auto& [name, dimension] : dimensions_) result_.score.dimensions.push_back(dimension);
    result_.score.proven = result_.score.practice.proven;
    result_.score.unproven = result_.score.practice.unproven;
    return std::move(result_);
  }

 private:
  // What each rule may take of the 100 points.
  void share_out_rules() {
    std::vector<std::string_view> ids;
    std::vector<std::size_t> at;
    weights_.clear();
    for (std::size_t i = 0; i < input_.judgements.size(); ++i) {
      const Rule& rule = input_.rules[input_.judgements[i].rule];
      if (!counts(rule, input_.judgements[i])) continue;
      at.push_back(i);
      ids.push_back(rule.id);
      weights_.push_back(static_cast<Wide>(rule.weight));
    }
    if (at.empty()) return;
    result_.score.exposure = full_score;
    result_.score.practice.exposure = input_.practice_points;
    cells_.resize(at.size());
    score::apportion(input_.practice_points, weights_, id_ranks(ids), cells_);
    for (std::size_t i = 0; i < at.size(); ++i) exposures_[at[i]] = cells_[i];
  }

  // By position among the judged, the entity's place by id, into ranks_.
  void rank_entities(const Rule& rule, const RuleJudgements& judgements) {
    const std::span<const Judgement> judged = judgements.judged;
    const auto ranks = input_.ranks[static_cast<std::size_t>(rule.scope)];
    ranks_.resize(judged.size());
    std::ranges::transform(judged, ranks_.begin(), [&](const Judgement& judgement) {
      return ranks.empty() || judgements.at_organisation ? judgement.entity : ranks[judgement.entity];
    });
  }

  // What each entity may take of its rule's exposure, into cells_.
  void share_out_entities(const Rule& rule, const RuleJudgements& judgements, Points exposure) {
    const std::span<const Judgement> judged = judgements.judged;
    cells_.resize(judged.size());
    const bool has_costs = rule.scope == EntityKind::tool && !judgements.at_organisation;
    if (has_costs && score::weigh_by_cost(judged, input_.tools, mean_cost_, weights_)) {
      score::apportion(exposure, weights_, ranks_, cells_);
    } else {
      score::apportion_evenly(exposure, ranks_, cells_);
    }
  }

  // In order of ranks_, whatever that of the judged.
  std::vector<RankSpan> passed_spans(std::span<const Judgement> judged) {
    passed_.assign(ranks_.empty() ? 0 : *std::ranges::max_element(ranks_) + std::size_t{1}, false);
    for (std::size_t i = 0; i < judged.size(); ++i) passed_[ranks_[i]] = judged[i].verdict() == Verdict::pass;
    std::vector<RankSpan> spans;
    for (std::uint32_t rank = 0; rank < passed_.size(); ++rank) {
      if (!passed_[rank]) continue;
      if (spans.empty() || spans.back().last + 1 != rank) spans.push_back({rank, rank});
      spans.back().last = rank;
    }
    return spans;
  }

  void add(const RuleJudgements& judgements, Points exposure) {
    const Rule& rule = input_.rules[judgements.rule];
    const std::span<const Judgement> judged = judgements.judged;
    rank_entities(rule, judgements);
    if (exposure > 0) {
      share_out_entities(rule, judgements, exposure);
    } else {
      cells_.assign(judged.size(), 0);
    }
    RuleScore sum{
        .rule = judgements.rule, .entities = static_cast<std::uint32_t>(judged.size()), .exposure = exposure};
    sum.passed = passed_spans(judged);
    const auto failing = [](const Judgement& judgement) { return judgement.verdict() != Verdict::pass; };
    result_.points[sum.rule].reserve(static_cast<std::size_t>(std::ranges::count_if(judged, failing)));
    for (std::size_t i = 0; i < judged.size(); ++i) add(rule, judged[i], cells_[i], sum);
    add(rule, sum);
  }

  void add(const Rule& rule, const Judgement& judgement, Points cell, RuleScore& sum) {
    if (judgement.verdict() == Verdict::pass) return;
    const bool proven = judgement.verdict() == Verdict::gap;
    const Degree degree = proven ? std::min(judgement.degree(), full_degree) : full_degree;
    const Points points = share_of(cell, degree);
    ++(proven ? sum.gaps : sum.unknowns);
    (proven ? sum.proven : sum.unproven) += points;
    if (rule.weight > 0) gap_points_ += static_cast<Wide>(rule.weight) * degree;
    result_.points[sum.rule].push_back({judgement.entity, points});
  }

  void add(const Rule& rule, RuleScore& sum) {
    Score& score = result_.score;
    score.judged += sum.entities;
    score.decided += sum.entities - sum.unknowns;
    score.practice.proven += sum.proven;
    score.practice.unproven += sum.unproven;
    if (sum.exposure > 0) add_dimension(rule, sum);
    score.rules.push_back(std::move(sum));
  }

  void add_dimension(const Rule& rule, const RuleScore& sum) {
    DimensionScore& dimension = dimensions_[rule.dimension];
    dimension.dimension = rule.dimension;
    ++dimension.rules;
    dimension.exposure += sum.exposure;
    dimension.proven += sum.proven;
    dimension.unproven += sum.unproven;
  }

  const ScoreInput& input_;
  std::vector<Points> exposures_;  // by position in input_.judgements
  score::MeanCost mean_cost_;
  std::map<std::string_view, DimensionScore> dimensions_;
  Wide gap_points_ = 0;
  ScoreResult result_;
  std::vector<Wide> weights_;
  std::vector<std::uint32_t> ranks_;
  std::vector<bool> passed_;  // by rank
  std::vector<Points> cells_;
};

Points points_of(const ScoreResult& result, std::uint32_t rule, std::uint32_t entity) {
  const auto& pairs = result.points[rule];
  const auto found = std::ranges::lower_bound(pairs, entity, {}, &PairPoints::entity);
  return found != pairs.end() && found->entity == entity ? found->points : 0;
}

}  // namespace

Points DimensionScore::gap() const { return scaled_to_full(proven + unproven, exposure); }
Points DimensionScore::proven_gap() const { return scaled_to_full(proven, exposure); }

Points HalfScore::gap() const { return scaled_to_full(proven + unproven, exposure); }
Points HalfScore::proven_gap() const { return scaled_to_full(proven, exposure); }

ScoreResult make_score(const ScoreInput& input) { return Scorer(input).run(); }

void set_points(const ScoreResult& result, std::span<Finding> findings) {
  for (Finding& finding : findings) {
    finding.points = points_of(result, finding.rule, finding.entity_index);
    finding.money_points = 0;
  }
}

void set_points(const ScoreResult& result, std::span<EvidenceGap> evidence) {
  for (EvidenceGap& gap : evidence) {
    gap.points = points_of(result, gap.rule, gap.entity_index);
    gap.money_points = 0;
  }
}

std::vector<std::uint32_t> id_ranks(std::span<const std::string_view> ids) {
  std::vector<std::uint32_t> order(ids.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto before = [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; };
  std::ranges::stable_sort(order, before);
  std::vector<std::uint32_t> ranks(ids.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) ranks[order[place]] = place;
  return ranks;
}

}  // namespace martech_audit

#include "rules/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "cel/values.h"
#include "rules/compiled.h"
#include "rules/evaluator.h"
#include "rules/value_text.h"

namespace martech_audit {
namespace rules {
namespace {

// What outcomes point into.
struct Memory {
  Arena arena;
  std::shared_ptr<const CompiledSet> rules;
};

// The field of the organisation that lists the entities of that kind.
std::string_view list_of(EntityKind kind) {
  for (const Field& field : shape_of(EntityKind::organisation).fields) {
    if (field.in_place && field.target == kind) return field.name;
  }
  return {};
}

// A value, or none because the expression failed, which was reported.
struct [[nodiscard]] Step {
  bool failed = false;
  Value value;
};

class Judge {
 public:
  Judge(const RuleSet& rules, const Inventory& inventory, const Facts& facts, Date as_of,
        Diagnostics& diagnostics, const StepLimits& limits)
      : rules_(*rules.compiled()),
        inventory_(inventory),
        evaluate_(inventory, facts, as_of, limits),
        diagnostics_(diagnostics),
        memory_(std::make_shared<Memory>()),
        steps_(rules_.rules.size()) {
    memory_->rules = rules.compiled();
    for (std::size_t pack = 0; pack < rules_.params.size(); ++pack)
      params_.push_back(&evaluate_.params_for(rules_, pack, inventory.organisation()));
  }

  void watch(std::function<void(double)> watch) {
    watch_ = std::move(watch);
    for (std::size_t kind = 0; kind < entity_kind_count; ++kind)
      all_ += inventory_.entities(static_cast<EntityKind>(kind)).size();
  }

  // Puts rules `first` to before `last`, which read no facts of packs but those (none: all). False where an
  // expression failed.
  bool put(std::uint32_t first, std::uint32_t last, const std::vector<bool>& facts = {}) {
    if (!evaluate_.derive(rules_, diagnostics_, facts)) return false;
    std::array<std::vector<std::uint32_t>, entity_kind_count> of_kind;
    for (std::uint32_t number = first; number < last; ++number) {
      of_kind[static_cast<std::size_t>(rules_.rules[number].scope)].push_back(number - first);
      outcomes_.rules.emplace_back().rule = number;
    }
    bool good = true;
    for (std::size_t kind = 0; kind < entity_kind_count; ++kind) {
      good = put(std::move(of_kind[kind]), inventory_.entities(static_cast<EntityKind>(kind))) && good;
    }
    return good;
  }

  Outcomes take() {
    outcomes_.memory = std::move(memory_);
    return std::move(outcomes_);
  }

 private:
  static constexpr std::size_t seen_at_once = 512;  // entities, between two words to who watches

  // One entity after the other, all rules to each: an inventory is larger than the processor's caches, the
  // rules are not. A rule that fails is not put to the entities that follow.
  bool put(std::vector<std::uint32_t> places, std::span<const Record> entities) {
    for (const std::uint32_t place : places) prepare(place, entities);
    const std::size_t before = places.size();
    for (const Record& entity : entities) {
      std::erase_if(places, [&](std::uint32_t place) {
        if (is_stopped()) return false;
        take_up(place);
        return !judge(entity);
      });
      if (is_stopped()) return false;
      if (++seen_ % seen_at_once == 0 && watch_)
        watch_(static_cast<double>(seen_) / static_cast<double>(all_));
    }
    for (const std::uint32_t place : places) outcomes_.rules[place].judged.shrink_to_fit();
    return places.size() == before;
  }

  void prepare(std::uint32_t place, std::span<const Record> entities) {
    take_up(place);
    if (entities.empty()) judge_absence();
    if (!compiled_->when) judgements_->judged.reserve(entities.size());
  }

  // `place` counts the outcomes' rules.
  void take_up(std::uint32_t place) {
    judgements_ = &outcomes_.rules[place];
    rule_ = &rules_.rules[judgements_->rule];
    compiled_ = &rules_.compiled[judgements_->rule];
    evaluate_.set_params(*params_[compiled_->pack]);
  }

  void judge_absence() {
    if (inventory_.declared(rule_->scope)) return;
    entity_ = &inventory_.organisation();
    const Value list = read(*entity_, list_of(rule_->scope));
    const Missing self{entity_, list_of(rule_->scope), {}};
    const bool marked = list.is_unknown() && !list.missing().empty();
    if (set_aside(marked ? list.missing() : std::span(&self, 1))) return;
    undecided(marked ? list.missing() : std::span(&self, 1));
    judgements_->at_organisation = true;
  }

  bool judge(const Record& entity) {
    entity_ = &entity;
    evaluate_.set_entity(entity);
    if (rules_.knows_categories) evaluate_.set_params(evaluate_.params_for(rules_, compiled_->pack, entity));
    if (compiled_->when) {
      const Step applies = truth(*compiled_->when);
      if (applies.failed) return false;
      if (applies.value.is_unknown()) return unknown(applies.value, false);
      if (!applies.value.as_boolean()) {
        ++judgements_->not_applicable;
        return true;
      }
    }
    if (!name_parts()) return false;
    const Step holds = truth(*compiled_->condition);
    if (holds.failed) return false;
    if (holds.value.is_unknown()) return unknown(holds.value, true);
    if (!holds.value.as_boolean()) return gap();
    judgements_->judged.push_back({entity.index, Verdict::pass, 0});
    return true;
  }

  bool name_parts() {
    for (const CompiledRule::Variable& variable : compiled_->variables) {
      const Step part = evaluate(variable.expression);
      if (part.failed) return false;
      evaluate_.set_variable(variable.index, part.value);
    }
    return true;
  }

  // Whether missing facts mean that the rule does not apply, rather than that nobody knows.
  bool set_aside(std::span<const Missing> missing) const {
    const auto marked = [](const Missing& m) { return m.not_applicable.data() != nullptr; };
    return rule_->optional || std::ranges::any_of(missing, marked);
  }

  bool unknown(const Value& value, bool are_parts_named) {
    if (set_aside(value.missing())) {
      ++judgements_->not_applicable;
    } else {
      undecided(value.missing());
      if (claims_spend(*compiled_)) {
        if (!are_parts_named) try_to_name_parts();
        outcomes_.undecided.back().spend = spend_at_most();
      }
    }
    return true;
  }

  // Of an entity of which it is unknown whether the rule applies, some parts may make no sense.
  void try_to_name_parts() {
    for (const CompiledRule::Variable& variable : compiled_->variables)
      evaluate_.set_variable(variable.index, attempt(variable.expression).value_or(Value::unknown()));
  }

  // A value, or none where it is unknown or the expression fails.
  std::optional<Value> attempt(const Expression& expression) {
    const std::int64_t before = evaluate_.steps_left();
    const Value value = evaluate_(expression.program);
    steps_[judgements_->rule] += before - evaluate_.steps_left();
    if (value.is_unknown() || value.is_error()) return std::nullopt;
    return value;
  }

  std::optional<double> attempt_number(const Expression& expression) {
    const std::optional<Value> value = attempt(expression);
    if (!value || !cel::is_number(*value) || std::isnan(cel::as_double(*value))) return std::nullopt;
    return cel::as_double(*value);
  }

  static bool claims_spend(const CompiledRule& rule) {
    return rule.spend_share || std::ranges::any_of(rule.money, &is_waste);
  }
  static bool is_waste(const CompiledRule::Amount& amount) {
    return amount.money_class == MoneyClass::recoverable;
  }

  // What the rule would claim of the spend if all that is not known were against the entity. Of an amount
  // that is not known, that is everything; a rule that can say better, says so.
  std::optional<SpendClaim> spend_at_most() {
    if (compiled_->spend_share) {
      const auto share = attempt_number(*compiled_->spend_share);
      return SpendClaim{rule_->spend->part, 0, share ? billionths(*share) : whole_share};
    }
    const CompiledRule::Amount& amount = *std::ranges::find_if(compiled_->money, &is_waste);
    const auto most = attempt_number(amount.at_most ? *amount.at_most : *amount.amount);
    if (!most) return SpendClaim{SpendPart::waste, 0, everything};
    return SpendClaim{SpendPart::waste, 0, minor_units(*most)};
  }

  static constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

  static std::int64_t billionths(double share) {
    return std::llround(std::clamp(share, 0.0, 1.0) * static_cast<double>(whole_share));
  }

  std::int64_t minor_units(double amount) const {
    const auto money = Money::nearest(amount, inventory_.currency());
    return std::max<std::int64_t>(money ? money->minor : amount > 0 ? everything : 0, 0);
  }

  void undecided(std::span<const Missing> missing) {
    judgements_->judged.push_back({entity_->index, Verdict::unknown, full_degree});
    outcomes_.undecided.push_back({judgements_->rule, entity_, keep(missing)});
  }

  // One list for all entities that lack the same.
  std::span<const Missing> keep(std::span<const Missing> missing) {
    missing_.assign(missing.begin(), missing.end());
    for (Missing& one : missing_) {
      if (one.entity == entity_) one.entity = nullptr;
    }
    const auto same = [](const Missing& a, const Missing& b) { return a == b && a.outdated == b.outdated; };
    std::span<const Missing>& last = last_missing_[judgements_->rule];
    if (!std::ranges::equal(last, missing_, same))
      last = memory_->arena.copy(std::span<const Missing>(missing_));
    return last;
  }

  bool gap() {
    Gap gap;
    gap.rule = judgements_->rule;
    gap.entity = entity_;
    gap.severity = rule_->severity;
    gap.at = compiled_->at;
    if (!grade(gap) || !rate(gap) || !say(gap) || !claim(gap) || !claim_share(gap) || !lead(gap))
      return false;
    judgements_->judged.push_back({entity_->index, Verdict::gap, gap.degree});
    outcomes_.gaps.push_back(std::move(gap));
    return true;
  }

  bool grade(Gap& gap) {
    if (!compiled_->degree) return true;
    const Step degree = evaluate(*compiled_->degree);
    if (degree.failed) return false;
    if (degree.value.is_unknown()) return true;
    if (!degree.value.is(ValueKind::real) || std::isnan(degree.value.as_real())) {
      return fail(*compiled_->degree, 0, "the degree is not a number");
    }
    const double share = std::clamp(degree.value.as_real(), 0.0, 1.0);
    gap.degree = std::max<Degree>(static_cast<Degree>(std::llround(share * full_degree)), 1);
    return true;
  }

  bool rate(Gap& gap) {
    for (const auto& [severity, condition] : compiled_->severity_when) {
      const Step holds = truth(condition);
      if (holds.failed) return false;
      if (holds.value.is_unknown() || !holds.value.as_boolean()) continue;
      gap.severity = severity;
      return true;
    }
    return true;
  }

  bool say(Gap& gap) {
    message_.clear();
    for (const MessagePart& part : compiled_->message) {
      if (!part.expression) {
        message_ += part.text;
        continue;
      }
      const Step shown = evaluate(*part.expression);
      if (shown.failed) return false;
      append_text(message_, shown.value);
    }
    gap.message = memory_->arena.copy(std::string_view(message_));
    return true;
  }

  bool claim(Gap& gap) {
    for (const CompiledRule::Amount& amount : compiled_->money) {
      std::optional<Money> claimed, at_most;
      if (!read_amount(*amount.amount, claimed)) return false;
      if (amount.at_most && !read_amount(*amount.at_most, at_most)) return false;
      const std::int64_t sure = claimed ? std::max<std::int64_t>(claimed->minor, 0) : 0;
      const std::int64_t most = std::max(at_most ? at_most->minor : sure, sure);
      if (is_waste(amount)) gap.spend = {SpendPart::waste, sure, claimed || at_most ? most : everything};
      if (most == 0) continue;
      const auto money = [&](std::int64_t minor) { return Money{minor, inventory_.currency()}; };
      Claim& claim = gap.claims.emplace_back();
      claim = {amount.money_class, money(sure), money(0), {}, money(most)};
      if (!set_day(amount, claim)) return false;
    }
    return true;
  }

  // Nothing where the amount is not known. False where the expression fails.
  bool read_amount(const Expression& expression, std::optional<Money>& amount) {
    const Step step = evaluate(expression);
    if (step.failed) return false;
    if (step.value.is_unknown()) return true;
    if (!cel::is_number(step.value)) return fail(expression, 0, "the amount is not a number");
    amount = Money::nearest(cel::as_double(step.value), inventory_.currency());
    return amount || fail(expression, 0, "the amount is too large, or not a number");
  }

  bool claim_share(Gap& gap) {
    if (!compiled_->spend_share) return true;
    const Step share = evaluate(*compiled_->spend_share);
    if (share.failed) return false;
    gap.spend = {rule_->spend->part, 0, whole_share};
    if (share.value.is_unknown()) return true;
    if (!cel::is_number(share.value) || std::isnan(cel::as_double(share.value)))
      return fail(*compiled_->spend_share, 0, "the share is not a number");
    gap.spend->proven = gap.spend->possible = billionths(cel::as_double(share.value));
    return true;
  }

  bool lead(Gap& gap) {
    if (!compiled_->into) return true;
    const Step into = evaluate(*compiled_->into);
    if (into.failed) return false;
    if (into.value.is_unknown()) return true;
    if (!into.value.is(ValueKind::record) || !is_entity(*into.value.as_record()))
      return fail(*compiled_->into, 0, "what the act leads to is no entity");
    gap.into = into.value.as_record();
    return true;
  }

  bool set_day(const CompiledRule::Amount& amount, Claim& claim) {
    if (!amount.actionable_from) return true;
    const Step day = evaluate(*amount.actionable_from);
    if (day.failed) return false;
    if (day.value.is_unknown()) return true;
    if (!day.value.is(ValueKind::timestamp))
      return fail(*amount.actionable_from, 0, "the day is not a timestamp");
    const std::int64_t seconds = day.value.seconds();
    claim.actionable_from =
        from_days((seconds - (seconds % seconds_a_day + seconds_a_day) % seconds_a_day) / seconds_a_day);
    return true;
  }

  // A boolean or unknown.
  Step truth(const Expression& expression) {
    const Step step = evaluate(expression);
    if (step.failed || step.value.is_unknown() || step.value.is(ValueKind::boolean)) return step;
    return {!fail(expression, 0, "the condition is neither true nor false"), {}};
  }

  // Anything but an error.
  Step evaluate(const Expression& expression) {
    const std::int64_t before = evaluate_.steps_left();
    const Value value = evaluate_(expression.program);
    steps_[judgements_->rule] += before - evaluate_.steps_left();
    if (is_stopped()) return {!stop(), {}};
    if (!value.is_error()) return {false, value};
    return {!fail(expression, value.as_error()->offset, value.as_error()->message), {}};
  }

  bool is_stopped() const { return evaluate_.steps_left() <= 0; }

  // Says which rule took most of what all may take. Always false.
  bool stop() {
    const auto most = std::ranges::max_element(steps_);
    const auto number = static_cast<std::size_t>(most - steps_.begin());
    diagnostics_.error(
        place_in(*rules_.compiled[number].condition, 0),
        fmt::format("rule '{}' takes too long: it used {} of the {} steps available to all rules",
                    rules_.rules[number].id, grouped(static_cast<std::uint64_t>(*most)),
                    grouped(static_cast<std::uint64_t>(evaluate_.limits().run))),
        "iterate over a whole list once, in a rule for the organisation, not per entity");
    return false;
  }

  // Always false.
  bool fail(const Expression& expression, std::uint32_t at, std::string_view why) {
    diagnostics_.error(place_in(expression, at),
                       fmt::format("rule '{}' fails for {}: {}", rule_->id, label_of(*entity_), why));
    return false;
  }

  const CompiledSet& rules_;
  const Inventory& inventory_;
  Evaluator evaluate_;
  std::vector<const Record*> params_;  // by pack, for organisations of that size
  Diagnostics& diagnostics_;
  std::shared_ptr<Memory> memory_;
  Outcomes outcomes_;
  std::function<void(double)> watch_;
  std::size_t seen_ = 0;  // entities that were judged, of all_
  std::size_t all_ = 0;
  std::string message_;
  std::vector<Missing> missing_;
  std::map<std::uint32_t, std::span<const Missing>> last_missing_;  // by rule

  std::vector<std::int64_t> steps_;  // by rule

  const Rule* rule_ = nullptr;  // under way, as are those that follow
  const CompiledRule* compiled_ = nullptr;
  const Record* entity_ = nullptr;
  RuleJudgements* judgements_ = nullptr;
};

}  // namespace
}  // namespace rules

std::optional<Outcomes> judge(const RuleSet& rule_set, const Inventory& inventory, const Facts& facts,
                              Date as_of, Diagnostics& diagnostics, const std::function<void(double)>& watch,
                              const rules::StepLimits* limits) {
  rules::Judge judge(rule_set, inventory, facts, as_of, diagnostics,
                     limits != nullptr ? *limits : rules::StepLimits(inventory));
  if (watch) judge.watch(watch);
  if (!judge.put(0, static_cast<std::uint32_t>(rule_set.rules().size()))) return std::nullopt;
  return judge.take();
}

std::optional<Outcomes> judge_rule(const RuleSet& rule_set, std::uint32_t rule, const Inventory& inventory,
                                   const Facts& facts, Date as_of, Diagnostics& diagnostics) {
  rules::Judge judge(rule_set, inventory, facts, as_of, diagnostics, rules::StepLimits(inventory));
  const rules::CompiledSet& compiled = *rule_set.compiled();
  if (!judge.put(rule, rule + 1, compiled.facts_read_by(compiled.compiled[rule]))) return std::nullopt;
  return judge.take();
}

}  // namespace martech_audit

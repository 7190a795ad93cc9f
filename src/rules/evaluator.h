// Evaluator: expressions over one inventory, one after the other, in memory that is used again.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/fact_values.h"
#include "cel/cel.h"
#include "martech_audit/date.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"
#include "rules/environment.h"
#include "rules/host_functions.h"

namespace martech_audit::rules {

struct CompiledSet;

// Facts as expressions read them: the built-in ones, and those that packs define.
class FactFields final : public cel::DerivedFields {
 public:
  explicit FactFields(const Facts& facts) : facts_(facts) {}
  Value read(const Record& record, std::uint32_t slot, Arena& arena) const override {
    return (slot & defined_fact) == 0 ? facts_.read(record, slot, arena)
                                      : defined(slot & ~defined_fact, record);
  }

  // The values of one more fact, by entity.
  std::vector<Value>& add() { return defined_.emplace_back(); }

 private:
  // Capabilities in free text have no entry that a pack's fact could be about.
  Value defined(std::uint32_t number, const Record& record) const {
    const std::vector<Value>& values = defined_[number];
    return record.index < values.size() ? values[record.index] : Value::unknown();
  }

  const Facts& facts_;
  std::vector<std::vector<Value>> defined_;  // by fact
};

// Steps that expressions may take: nodes visited, and what functions charge. Both grow with the inventory, so
// that a rule about all of a large one comes to its end, and one that looks at everything for each of many
// entities is stopped.
struct StepLimits {
  std::int64_t evaluation = 0;  // one expression for one entity
  std::int64_t run = 0;         // all rules for all entities

  StepLimits(std::int64_t one, std::int64_t all) : evaluation(one), run(all) {}
  explicit StepLimits(const Inventory& inventory);
};

// "tool 'braze'"
std::string label_of(const Record& entity);

class Evaluator {
 public:
  // All but the date must outlive the evaluator.
  Evaluator(const Inventory& inventory, const Facts& facts, Date as_of, StepLimits limits);
  Evaluator(const Inventory& inventory, const Facts& facts, Date as_of)
      : Evaluator(inventory, facts, as_of, StepLimits(inventory)) {}
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  // Works out the facts that the packs define, one after the other for every entity, or those alone that are
  // `wanted`; the others must not be read. Where an expression fails there is an error at its place, and
  // false comes back.
  bool derive(const CompiledSet& rules, Diagnostics& diagnostics, const std::vector<bool>& wanted = {});

  // Those that hold for an entity: by the size of the organisation and the category of a tool.
  const Record& params_for(const CompiledSet& rules, std::size_t pack, const Record& entity) const;
  void set_params(const Record& params) { variables_[params_variable] = Value::record(&params); }

  // What follows is about this entity. Ends the life of earlier results.
  void set_entity(const Record& entity) {
    variables_[entity_variable] = Value::record(&entity);
    arena_.reset();
  }

  // Of the rule at hand; `value` is one of this evaluator's, made for the entity at hand.
  void set_variable(std::uint32_t index, const Value& value) {
    if (index >= variables_.size()) {
      variables_.resize(index + 1);
      activation_.variables = variables_;
    }
    variables_[index] = value;
  }

  // Good until the next set_entity().
  Value operator()(const cel::Program& program) { return evaluate(program, activation_); }

  // Of StepLimits::run. Below one evaluation's allowance, one that fails may have failed for that alone.
  std::int64_t steps_left() const { return steps_left_; }
  const StepLimits& limits() const { return limits_; }

  // The value of each part, outermost first; good as long as the other's.
  std::vector<cel::TraceEntry> trace(const cel::Program& program) {
    activation_.budget = limits_.evaluation;
    return program.trace(activation_);
  }

  const Host& host() const { return host_; }

 private:
  Value evaluate(const cel::Program& program, cel::Activation& activation) {
    const std::int64_t allowed = std::min(limits_.evaluation, steps_left_);
    activation.budget = allowed;
    const Value value = program.evaluate(activation);
    steps_left_ -= allowed - std::max<std::int64_t>(activation.budget, 0);
    return value;
  }

  const Inventory& inventory_;
  StepLimits limits_;
  std::int64_t steps_left_;
  Arena arena_;
  Arena fact_memory_;  // of values that stay
  Host host_;
  std::vector<Value> variables_;
  FactFields derived_;
  cel::Activation activation_;
};

}  // namespace martech_audit::rules

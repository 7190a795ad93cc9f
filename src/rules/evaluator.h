// Evaluator: expressions over one inventory, one after the other, in memory that is used again.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "cel/cel.h"
#include "martech_audit/date.h"
#include "martech_audit/fact.h"
#include "martech_audit/inventory.h"
#include "rules/environment.h"
#include "rules/host_functions.h"

namespace martech_audit::rules {

// Facts as expressions read them.
class FactFields final : public cel::DerivedFields {
 public:
  explicit FactFields(const Facts& facts) : facts_(facts) {}
  Value read(const Record& record, std::uint32_t slot, Arena& arena) const override {
    return facts_.read(record, slot, arena);
  }

 private:
  const Facts& facts_;
};

class Evaluator {
 public:
  // All but the date must outlive the evaluator.
  Evaluator(const Inventory& inventory, const Facts& facts, Date as_of);
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

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
  Value operator()(const cel::Program& program) {
    activation_.budget = cel::default_cost_budget;
    return program.evaluate(activation_);
  }

  // The value of each part, outermost first; good as long as the other's.
  std::vector<cel::TraceEntry> trace(const cel::Program& program) {
    activation_.budget = cel::default_cost_budget;
    return program.trace(activation_);
  }

  const Host& host() const { return host_; }

 private:
  Arena arena_;
  Host host_;
  std::vector<Value> variables_;
  FactFields derived_;
  cel::Activation activation_;
};

}  // namespace martech_audit::rules

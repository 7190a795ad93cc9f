// Probe: expressions that somebody types, put to one inventory. What `eval` is made of.
#pragma once

#include <cstddef>
#include <optional>

#include "cel/cel.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/source.h"
#include "rules/environment.h"
#include "rules/evaluator.h"
#include "rules/rule_set.h"

namespace martech_audit::rules {

class Probe {
 public:
  // All but the date must outlive the probe. Expressions may name the parameters of the pack with the number
  // `pack`; of none where it is not given. Where a fact of a pack fails, that is an error at its place.
  Probe(const RuleSet& rules, std::optional<std::size_t> pack, const Inventory& inventory, const Facts& facts,
        Date as_of, Diagnostics& diagnostics);

  // The text of the source, with the names that rules for that kind may use. Faults are reported at their
  // place.
  std::optional<cel::Program> compile(const SourcePtr& text, EntityKind kind, Diagnostics& diagnostics);

  // Good until the next call.
  Value evaluate(const cel::Program& program, const Record& entity);

  // For people: every part of the expression that is no literal on a line of its own, indented under the part
  // that it belongs to, with its value. About the entity of the last evaluate().
  std::string trace(const cel::Program& program);

 private:
  std::size_t pack_;
  std::span<const Param> params_;
  Environments environments_;
  Evaluator evaluator_;
  Record no_params_;
};

}  // namespace martech_audit::rules

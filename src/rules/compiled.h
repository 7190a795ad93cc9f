// What a RuleSet holds, and what the engine runs.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/arena.h"
#include "document/document.h"
#include "martech_audit/fact.h"
#include "martech_audit/rule_pack.h"
#include "rules/draft.h"
#include "rules/environment.h"
#include "rules/expression.h"

namespace martech_audit::rules {

struct MessagePart {
  std::string_view text;  // printed as it is where there is no expression
  std::optional<Expression> expression;
};

// Parts that the rule leaves out are absent. Only a rule with faults has no condition.
struct CompiledRule {
  struct Amount {
    MoneyClass money_class = MoneyClass::exposed;
    std::optional<Expression> amount;
    std::optional<Expression> at_most;
    std::optional<Expression> actionable_from;
  };
  struct Variable {
    std::string_view name;
    std::uint32_t index = 0;  // in Activation::variables
    Expression expression;
  };
  std::optional<Expression> when, condition, degree;
  std::vector<Variable> variables;
  std::vector<std::pair<Severity, Expression>> severity_when;  // most severe first
  std::vector<Amount> money;
  std::optional<Expression> spend_share;
  std::optional<Expression> into;
  std::vector<MessagePart> message;
  std::string_view at;   // path below the entity
  std::size_t pack = 0;  // its number

  std::vector<const Expression*> expressions() const;
};

// A fact that a pack defines.
struct CompiledFact {
  EntityKind of = EntityKind::tool;
  std::string name;
  std::string type;
  Expression expression;
  std::size_t pack = 0;  // its number
};

struct CompiledSet {
  explicit CompiledSet(std::span<const Fact> facts) : environments(facts) {}

  Arena memory;  // values of parameters
  std::vector<Document> documents;
  std::vector<RulePack> packs;
  std::vector<Record> params;  // by pack: the record that expressions see
  // The same by pack, size of the organisation and category of a tool, for those that have values of their
  // own; empty: any. Where a size and a category have some, their pair has.
  std::map<std::tuple<std::size_t, std::string, std::string>, Record> own_params;
  bool knows_categories = false;  // of any pack
  const Record& params_for(std::size_t pack, std::string_view size, std::string_view category) const;

  Environments environments;
  std::vector<CompiledFact> facts;     // in the order in which they are worked out
  std::vector<Rule> rules;             // in force
  std::vector<CompiledRule> compiled;  // of the rule at the same index

  // By fact, whether the rule may read it, itself or through other facts.
  std::vector<bool> facts_read_by(const CompiledRule& rule) const;
};

}  // namespace martech_audit::rules

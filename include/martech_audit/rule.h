// Rule: one judgement, written in a pack as a page of YAML. No judgement is written in C++.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "martech_audit/inventory.h"
#include "martech_audit/source.h"
#include "martech_audit/value.h"
#include "martech_audit/vocabulary.h"

namespace martech_audit {

// A threshold that users may set; rules read it as params.<name>.
struct Param {
  std::string name;
  std::string type;                                    // int | double | bool | string
  Value value;                                         // in force
  Value standard;                                      // as the pack gives it
  std::vector<std::pair<std::string, Value>> by_size;  // for organisations of a size, unless users set it
  std::optional<double> min;
  std::optional<double> max;
  std::string about;
  std::string source;     // who published the number, edition and year; or "house default"
  std::string benchmark;  // id of the benchmark that the standard comes from; may be empty
  bool pinned = false;    // a set of benchmarks given by the user has another number than the built-in one
};

// What a rule is, in its author's words; the expressions are kept as text for people.
struct Rule {
  std::string id;                        // of the bad pattern; its meaning never changes
  std::string pack;                      // id of the pack
  std::string title;                     // a noun phrase
  std::string dimension;                 // of the score
  EntityKind scope = EntityKind::tool;   // what it is put to, one by one
  Severity severity = Severity::medium;  // in force, where no severity_when holds
  Effort effort = Effort::medium;        // of the fix
  Act act = Act::describe;               // what settles a finding
  Lane lane = Lane::foundations;         // of the decision that it leads to; never `due`
  int weight = 0;                        // in force
  bool enabled = true;                   // false: a setting turned it off, so that it is not in force
  bool optional = false;                 // absent facts make it not applicable instead of unknown
  std::string when;                      // empty: it always applies
  std::vector<std::pair<std::string, std::string>> variables;  // names that the expressions below may use
  std::string condition;                                       // `assert`
  std::string degree;                                          // empty: 1
  std::vector<std::pair<Severity, std::string>> severity_when;
  // In major units of the organisation's currency.
  struct Amount {
    MoneyClass money_class;
    std::string amount;
    std::string at_most;          // if what is not known is against the entity; empty: the amount
    std::string actionable_from;  // a day; may be empty
  };
  std::vector<Amount> money;  // recoverable amounts are the part `waste` of a year's spend
  // Which part of a year's spend on the entity the rule claims, and how much of what earlier claims leave:
  // 0 to 1.
  struct Spend {
    SpendPart part;  // off_strategy, unproven or not_known
    std::string share;
  };
  std::optional<Spend> spend;
  std::vector<std::string>
      explained_by;     // ids of rules whose finding on the same entity shows this one under it
  std::string into;     // CEL: the entity that the act leads to; may be empty
  std::string at;       // the field that findings point to: "tool.seats"; may be empty
  std::string message;  // with {expressions}
  std::string why;      // it matters
  std::string fix;      // what to do
  std::string origin;   // the idea behind it; may be empty
  std::vector<std::string> references;  // sources of the idea and its numbers
  std::string since;                    // version of the pack
  std::vector<std::string> former_ids;  // still understood in settings and waivers
  Location where;                       // in the pack
};

// What a user sets for one rule; absent members leave the rule as its pack has it.
struct RuleSetting {
  std::string rule;
  std::optional<bool> enabled;
  std::optional<Severity> severity;
  std::optional<int> weight;
  Location where = {};  // in a configuration
};

struct ParamSetting {
  std::string pack;
  std::string name;
  std::string value;          // as in YAML
  std::string category = {};  // for tools of this category alone; empty: for all that is judged
  Location where = {};
};

}  // namespace martech_audit

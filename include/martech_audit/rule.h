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
  std::string type;  // int | double | bool | string
  Value value;       // in force
  Value standard;    // as the pack gives it
  std::optional<double> min;
  std::optional<double> max;
  std::string about;
  std::string source;     // who published the number, edition and year; or "house default"
  std::string benchmark;  // id of the benchmark that the standard comes from; may be empty
  bool pinned = false;    // a set of benchmarks given by the user has another number than the built-in one
};

// What a rule is, in its author's words; the expressions are kept as text for people.
struct Rule {
  std::string id;
  std::string pack;
  std::string title;
  std::string dimension;
  EntityKind scope = EntityKind::tool;
  Severity severity = Severity::medium;
  Effort effort = Effort::medium;
  int weight = 0;         // in force
  bool enabled = true;    // false: a setting turned it off, so that it is not in force
  bool optional = false;  // absent facts make it not applicable instead of unknown
  std::string when;
  std::vector<std::pair<std::string, std::string>> variables;  // names that the expressions below may use
  std::string condition;                                       // `assert`
  std::string degree;
  std::vector<std::pair<Severity, std::string>> severity_when;
  struct Amount {
    MoneyClass money_class;
    std::string amount;
    std::string actionable_from;
  };
  std::vector<Amount> money;
  std::vector<std::string> explained_by;
  std::string at;
  std::string message;
  std::string why;
  std::string fix;
  std::string origin;
  std::vector<std::string> references;
  std::string since;
  std::vector<std::string> former_ids;
  Location where;  // in the pack
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

// A pack as it was read: the public types, and beside them the nodes they came from, so that whatever is
// found wrong later is reported at its place.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "document/document.h"
#include "martech_audit/rule.h"
#include "martech_audit/rule_pack.h"

namespace martech_audit::rules {

struct ParamDraft {
  Param param;
  Node node, type, standard, benchmark, min, max, by_size;
  std::map<std::string, Value, std::less<>> of_category;  // values that hold for tools of a category
};

struct AmountDraft {
  MoneyClass money_class = MoneyClass::exposed;
  Node amount, at_most, actionable_from;
};

// Nodes of what the pack leaves out are no nodes.
struct RuleDraft {
  Rule rule;
  Node node, id, dimension, scope, when, condition, degree, at, into, message;
  std::vector<Node> variables;                           // the names are their keys
  std::vector<std::pair<Severity, Node>> severity_when;  // most severe first
  std::vector<AmountDraft> money;
  Node spend_share;
  std::vector<Node> explained_by;
  std::vector<Node> references;
  std::optional<int> weight;  // else it follows from the severity
  std::optional<Act> act;     // else they follow from money and dimension
  std::optional<Lane> lane;
  bool replaces = false;
};

// What is looked at between rules. The rest is read again where the rule is compiled, so that no more than
// one of them, each a kilobyte, is held at a time.
struct RuleHead {
  Node node, id, dimension, scope;
  EntityKind kind = EntityKind::tool;  // where there is a scope
  bool replaces = false;
  std::vector<Node> explained_by;
  std::vector<Node> references;
  std::vector<std::string> former_ids;
  // What settings say.
  std::optional<bool> enabled;
  std::optional<Severity> severity;
  std::optional<int> weight;

  std::string_view name() const { return id ? trim(id.text()) : std::string_view(); }
};

struct FactDraft {
  DefinedFact fact;
  Node name, scope, type, expression;
};

struct PackDraft {
  RulePack pack;  // its params, facts and rules are still in the drafts
  Node id;
  std::vector<ParamDraft> params;
  std::vector<FactDraft> facts;
  std::vector<RuleHead> rules;
};

}  // namespace martech_audit::rules

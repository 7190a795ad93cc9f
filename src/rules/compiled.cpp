#include "rules/compiled.h"

#include <algorithm>

namespace martech_audit::rules {
namespace {

void add(const std::optional<Expression>& expression, std::vector<const Expression*>& to) {
  if (expression) to.push_back(&*expression);
}

}  // namespace

std::vector<const Expression*> CompiledRule::expressions() const {
  std::vector<const Expression*> all;
  for (const auto* one : {&when, &condition, &degree, &spend_share, &into}) add(*one, all);
  for (const Variable& variable : variables) all.push_back(&variable.expression);
  for (const auto& [severity, expression] : severity_when) all.push_back(&expression);
  for (const Amount& one : money) {
    for (const auto* part : {&one.amount, &one.at_most, &one.actionable_from}) add(*part, all);
  }
  for (const MessagePart& part : message) add(part.expression, all);
  return all;
}

// By their names, which may stand in a text for something else: then a fact too many is worked out.
std::vector<bool> CompiledSet::facts_read_by(const CompiledRule& rule) const {
  std::vector<const Expression*> read = rule.expressions();
  std::vector<bool> wanted(facts.size());
  for (std::size_t i = facts.size(); i-- > 0;) {  // a fact reads those before it alone
    wanted[i] = std::ranges::any_of(read, [&](const Expression* one) {
      return one->node.text().find(facts[i].name) != std::string_view::npos;
    });
    if (wanted[i]) read.push_back(&facts[i].expression);
  }
  return wanted;
}

}  // namespace martech_audit::rules

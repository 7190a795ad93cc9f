#include "rules/compile_rule.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/edit_distance.h"
#include "base/text.h"
#include "rules/template.h"
#include "rules/words.h"

namespace martech_audit::rules {
namespace {

std::vector<MessagePart> compile_message(const cel::Environment& environment, Node node,
                                         Diagnostics& diagnostics) {
  std::vector<MessagePart> parts;
  if (!node) return parts;
  const std::string_view text = trim(node.text());
  const auto offset = static_cast<std::size_t>(text.data() - node.text().data());
  const SplitTemplate split = split_template(text);
  if (!split.fault.empty()) {
    const std::size_t at = offset + split.fault_at;
    diagnostics.error(node.where(at, at + 1), std::string(split.fault), std::string(split.hint));
    return parts;
  }
  for (const TemplatePiece& piece : split.pieces) {
    MessagePart& part = parts.emplace_back();
    part.text = piece.text;
    if (piece.expression) {
      part.expression = compile_part(environment, node, piece.text, Wanted::anything, diagnostics);
    }
  }
  return parts;
}

// Each sees those before it. One with faults is of any type, so that its uses bring no further ones.
std::vector<CompiledRule::Variable> compile_variables(cel::Environment& environment, const RuleDraft& draft,
                                                      Diagnostics& diagnostics) {
  std::vector<CompiledRule::Variable> variables;
  for (const Node node : draft.variables) {
    const bool clashes = environment.find_variable(node.key()).has_value();
    if (clashes) {
      diagnostics.error(node.key_where(), fmt::format("'{}' has a reserved meaning", node.key()),
                        "choose another name for the variable");
    }
    auto expression = compile_node(environment, node, Wanted::anything, diagnostics);
    const cel::Type type = expression ? expression->program.result_type() : cel::Type::dyn();
    if (clashes) continue;
    const std::uint32_t index =
        environment.declare(fmt::format("{}.{}", environment.container(), node.key()), type);
    if (expression) variables.push_back({node.key(), index, *std::move(expression)});
  }
  return variables;
}

// What a step of `at` may have been meant to name.
std::string field_hint(std::string_view step, const Shape& shape) {
  std::vector<std::string_view> names;
  for (const Field& field : shape.fields) names.push_back(field.name);
  std::string hint = did_you_mean(step, names);
  return hint.empty() ? "see `martech-audit schema reference`" : hint;
}

// Reports where a step names no field, or goes on behind something that has no fields of its own.
bool check_path(Node node, std::size_t offset, std::string_view path, const Shape* shape,
                Diagnostics& diagnostics) {
  std::string_view owner = shape->name;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string_view step = path.substr(begin, end - begin);
    const Location where = node.where(offset + begin, offset + end);
    if (shape == nullptr) {
      diagnostics.error(where, fmt::format("'{}' has no fields", owner),
                        fmt::format("leave '.{}' out", path.substr(begin)));
      return false;
    }
    const auto slot = shape->index_of(step);
    if (!slot) {
      diagnostics.error(where, fmt::format("{} has no field '{}'", owner, step),
                        [&] { return field_hint(step, *shape); });
      return false;
    }
    const Field& field = shape->fields[*slot];
    shape = field.kind == FieldKind::block && !field.list ? field.block : nullptr;
    owner = field.name;
    begin = end + 1;
  }
  return true;
}

}  // namespace

std::string_view check_at(const RuleDraft& draft, Diagnostics& diagnostics) {
  if (!draft.at) return {};
  const std::string_view text = trim(draft.at.text());
  const auto offset = static_cast<std::size_t>(text.data() - draft.at.text().data());
  const std::string_view variable = variable_of(draft.rule.scope);
  const std::size_t dot = std::min(text.find('.'), text.size());
  if (text.substr(0, dot) != variable) {
    diagnostics.error(draft.at.where(offset, offset + dot),
                      fmt::format("'at' must start with '{}', the entity of the rule", variable),
                      fmt::format("write '{}.<field>'", variable));
    return {};
  }
  if (dot == text.size()) return {};
  const std::string_view path = text.substr(dot + 1);
  const bool good = check_path(draft.at, offset + dot + 1, path, &shape_of(draft.rule.scope), diagnostics);
  return good ? path : std::string_view();
}

CompiledRule compile_rule(cel::Environment& environment, const RuleDraft& draft, Diagnostics& diagnostics) {
  const auto compile = [&](Node node, Wanted wanted) {
    return compile_node(environment, node, wanted, diagnostics);
  };
  CompiledRule rule;
  rule.when = compile(draft.when, Wanted::truth);
  rule.variables = compile_variables(environment, draft, diagnostics);
  rule.condition = compile(draft.condition, Wanted::truth);
  rule.degree = compile(draft.degree, Wanted::fraction);
  for (const auto& [severity, node] : draft.severity_when) {
    if (auto holds = compile(node, Wanted::truth))
      rule.severity_when.emplace_back(severity, *std::move(holds));
  }
  for (const AmountDraft& amount : draft.money) {
    rule.money.push_back({amount.money_class, compile(amount.amount, Wanted::number),
                          compile(amount.at_most, Wanted::number),
                          compile(amount.actionable_from, Wanted::instant)});
  }
  rule.spend_share = compile(draft.spend_share, Wanted::fraction);
  rule.into = compile(draft.into, Wanted::entity);
  rule.at = check_at(draft, diagnostics);
  rule.message = compile_message(environment, draft.message, diagnostics);
  return rule;
}

}  // namespace martech_audit::rules

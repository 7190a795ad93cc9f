#include "rules/mutations.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "cel/parser.h"
#include "rules/compiled.h"
#include "rules/param.h"

namespace martech_audit::rules {
namespace {

using cel::Operator;

std::string_view neighbour(Operator op) {
  switch (op) {
    case Operator::less:
      return "<=";
    case Operator::less_equal:
      return "<";
    case Operator::greater:
      return ">=";
    case Operator::greater_equal:
      return ">";
    case Operator::equal:
      return "!=";
    case Operator::not_equal:
      return "==";
    default:
      return {};
  }
}

// On one line.
std::string squeezed(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) line += c;
    if (blank && !line.ends_with(' ')) line += ' ';
  }
  return line;
}

// "0.55", "1.0"
std::string real_text(double number) {
  std::string text = fmt::format("{:.6f}", number);
  while (text.ends_with('0') && !text.ends_with(".0")) text.pop_back();
  return text;
}

// Degrees stop at 1, where more would be no change.
double moved(double number) { return number < 1.0 ? number + 0.01 : number - 0.01; }

// The changes of one expression.
class Mutator {
 public:
  Mutator(const std::string& rule, std::string_view field, Node node, std::vector<Mutation>& into)
      : rule_(rule), field_(field), node_(node), into_(into) {}

  void mutate(const cel::Node& node) {
    switch (node.kind) {
      case cel::NodeKind::operation:
        return change_operation(node);
      case cel::NodeKind::literal:
        return change_literal(node);
      default:
        return mutate_children(node);
    }
  }

  // Of a truth value: a name or call is turned into its opposite.
  void mutate_condition(const cel::Node& node) {
    const bool is_operation = node.kind == cel::NodeKind::operation && node.op != Operator::in;
    if (!is_operation && node.kind != cel::NodeKind::literal) {
      replace(node, fmt::format("!({})", raw_text(node.begin, node.end)));
    }
    mutate(node);
  }

 private:
  void mutate_children(const cel::Node& node) {
    for (const cel::Node* child : node.children) {
      if (child != nullptr) mutate(*child);
    }
  }

  void change_operation(const cel::Node& node) {
    const std::string_view other = neighbour(node.op);
    if (!other.empty()) add(node.place, node.place_end(), std::string(other), text_of(node));
    switch (node.op) {
      case Operator::logical_and:
        return change_operands(node, "true");
      case Operator::logical_or:
        return change_operands(node, "false");
      case Operator::logical_not:
        add(node.place, node.place_end(), "", text_of(node));
        return mutate_children(node);
      case Operator::conditional:
        replace(*node.children[0], "true");
        replace(*node.children[0], "false");
        return mutate_children(node);
      default:
        return mutate_children(node);
    }
  }

  // As if the operand were not there, and the opposite.
  void change_operands(const cel::Node& node, const std::string& neutral) {
    for (const cel::Node* operand : node.children) {
      replace(*operand, neutral);
      mutate_condition(*operand);
    }
  }

  void change_literal(const cel::Node& node) {
    if (node.value.is(ValueKind::boolean)) replace(node, node.value.as_boolean() ? "false" : "true");
    if (node.value.is(ValueKind::integer)) replace(node, fmt::format("{}", node.value.as_integer() + 1));
    if (node.value.is(ValueKind::real)) replace(node, real_text(moved(node.value.as_real())));
  }

  void replace(const cel::Node& node, std::string replacement) {
    add(node.begin, node.end, std::move(replacement), "");
  }

  void add(std::uint32_t begin, std::uint32_t end, std::string replacement, std::string_view within) {
    const std::string was = squeezed(node_.text().substr(begin, end - begin));
    const std::string becomes = replacement.empty() ? "nothing" : squeezed(replacement);
    const std::string context = within.empty() ? "" : fmt::format(" in {}", squeezed(within));
    into_.push_back({rule_, fmt::format("{}: {} for {}{}", field_, becomes, was, context),
                     node_.where(begin, end), std::move(replacement)});
  }

  std::string_view text_of(const cel::Node& node) const {
    return node_.text().substr(node.begin, node.end - node.begin);
  }

  // As the pack has it, with the escapes of its quotes.
  std::string_view raw_text(std::uint32_t begin, std::uint32_t end) const {
    const Location where = node_.where(begin, end);
    return where.source->text().substr(where.begin, where.end - where.begin);
  }

  const std::string& rule_;
  std::string_view field_;
  Node node_;
  std::vector<Mutation>& into_;
};

enum class Part : std::uint8_t { condition, amount };

// `rule` is empty where the field is no rule's.
void mutate_expression(const std::string& rule, std::string_view field, const Expression& expression,
                       Part part, std::vector<Mutation>& into) {
  std::vector<cel::Issue> issues;
  const std::optional<cel::Ast> ast = cel::parse(expression.node.text(), {}, issues);
  if (!ast) return;
  Mutator mutator(rule, field, expression.node, into);
  part == Part::condition ? mutator.mutate_condition(*ast->root) : mutator.mutate(*ast->root);
}

Part part_of(const Expression& expression) {
  return expression.program.result_type().is(cel::TypeKind::boolean) ? Part::condition : Part::amount;
}

void mutate_rule(const Rule& rule, const CompiledRule& compiled, std::vector<Mutation>& into) {
  const auto mutate = [&](std::string_view field, const Expression& expression, Part part) {
    mutate_expression(rule.id, field, expression, part, into);
  };
  if (compiled.when) mutate("when", *compiled.when, Part::condition);
  for (const CompiledRule::Variable& variable : compiled.variables)
    mutate(variable.name, variable.expression, part_of(variable.expression));
  mutate("assert", *compiled.condition, Part::condition);
  if (compiled.degree) mutate("degree", *compiled.degree, Part::amount);
  for (const auto& [severity, holds] : compiled.severity_when) {
    mutate(name(severity), holds, Part::condition);
  }
  for (const CompiledRule::Amount& amount : compiled.money) {
    mutate(name(amount.money_class), *amount.amount, Part::amount);
    if (amount.at_most) mutate("at_most", *amount.at_most, Part::amount);
    if (amount.actionable_from) mutate("actionable_from", *amount.actionable_from, Part::amount);
  }
  if (compiled.into) mutate("into", *compiled.into, Part::amount);
  if (compiled.spend_share) mutate("spend", *compiled.spend_share, Part::amount);
}

// Where the number stands and how it is replaced: a default by itself, a benchmark by a default with a
// source.
struct Threshold {
  Location where;
  std::string before, after;
};

Threshold threshold(Node param) {
  if (const Node standard = param.find("default")) return {standard.where(), "", ""};
  const Node benchmark = param.find("benchmark");
  Location where = benchmark.key_where();
  const std::string_view text = where.source->text();
  const std::size_t line = text.rfind('\n', where.begin) + 1;
  const std::string_view indent = text.substr(line, where.begin - line);
  where.end = benchmark.where().end;
  const bool is_block = indent.find_first_not_of(' ') == std::string_view::npos;
  return {where, "default: ", (is_block ? "\n" + std::string(indent) : ", ") + "source: changed"};
}

void mutate_params(const RulePack& pack, Node root, std::vector<Mutation>& into) {
  for (const Param& param : pack.params) {
    const Threshold place = threshold(root.find("params").find(param.name));
    const auto add = [&](const std::string& changed) {
      into.push_back({"",
                      fmt::format("params.{}: {} for {}", param.name, changed, param_text(param.standard)),
                      place.where, place.before + changed + place.after});
    };
    const Value& value = param.standard;
    for (const int step : {-1, 1}) {
      if (value.is(ValueKind::integer)) add(fmt::format("{}", value.as_integer() + step));
      if (value.is(ValueKind::real)) add(real_text(value.as_real() + 0.01 * step));
    }
    if (value.is(ValueKind::boolean)) add(value.as_boolean() ? "false" : "true");
  }
}

// "when: false for true" may be there twice.
void tell_apart(std::vector<Mutation>& all) {
  std::map<std::pair<std::string, std::string>, std::size_t> seen;
  for (Mutation& mutation : all) {
    const std::size_t number = ++seen[{mutation.rule, mutation.change}];
    if (number > 1) mutation.change += fmt::format(" ({})", number);
  }
}

}  // namespace

std::vector<Mutation> mutations(const RuleSet& rules, const RulePack& pack) {
  const CompiledSet& compiled = *rules.compiled();
  std::vector<Mutation> all;
  const auto number = static_cast<std::size_t>(&pack - rules.packs().data());
  mutate_params(pack, compiled.documents[number].root(), all);
  const std::string no_rule;
  for (const CompiledFact& fact : compiled.facts) {
    if (fact.pack == number)
      mutate_expression(no_rule, "facts." + fact.name, fact.expression, part_of(fact.expression), all);
  }
  for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
    if (compiled.compiled[i].pack == number) mutate_rule(compiled.rules[i], compiled.compiled[i], all);
  }
  tell_apart(all);
  return all;
}

}  // namespace martech_audit::rules

#include "cel/dump.h"

#include "cel/cel.h"
#include "cel/grammar.h"
#include "cel/values.h"

namespace martech_audit::cel {

namespace {

std::string_view macro_name(Macro macro) {
  static constexpr std::string_view names[] = {
      "has",    "all",           "exists",       "exists_one",        "filter",
      "map",    "transformList", "transformMap", "transformMapEntry", "sortBy",
      "reduce", "bind",          "optMap",       "optFlatMap"};
  return names[static_cast<std::size_t>(macro)];
}

std::string joined(std::span<Node* const> nodes) {
  std::string out;
  for (const Node* node : nodes) {
    if (!out.empty()) out += ", ";
    if (node->optional_entry) out += '?';
    out += dump(*node);
  }
  return out;
}

// What stands before a point, a bracket or a sign: a number there would run into it.
std::string operand(const Node& node) {
  const std::string text = dump(node);
  const bool number = node.kind == NodeKind::literal && is_number(node.value);
  const bool runs_on = number && !text.ends_with(')');  // what is beyond double prints as a call
  return runs_on ? "(" + text + ")" : text;
}

std::string dump_operation(const Node& node) {
  const auto children = node.children;
  switch (node.op) {
    case Operator::logical_not:
    case Operator::negate:
      return "(" + std::string(node.op == Operator::negate ? "-" : "!") + operand(*children[0]) + ")";
    case Operator::conditional:
      return "(" + dump(*children[0]) + " ? " + dump(*children[1]) + " : " + dump(*children[2]) + ")";
    case Operator::index:
      return operand(*children[0]) + "[" + dump(*children[1]) + "]";
    case Operator::optional_index:
      return operand(*children[0]) + "[?" + dump(*children[1]) + "]";
    default:
      break;
  }
  std::string out;
  for (const Node* child : children) {
    out += out.empty() ? "(" : " " + std::string(symbol(node.op)) + " ";
    out += dump(*child);
  }
  return out + ")";
}

std::string dump_map(const Node& node) {
  std::string out = "{";
  for (std::size_t i = 0; i < node.children.size(); i += 2) {
    if (i > 0) out += ", ";
    if (node.children[i]->optional_entry) out += '?';
    out += dump(*node.children[i]) + ": " + dump(*node.children[i + 1]);
  }
  return out + "}";
}

std::string dump_macro(const Node& node) {
  const bool has_target = node.macro != Macro::has && node.macro != Macro::bind;
  std::string out = has_target ? operand(*node.children[0]) + "." : node.macro == Macro::bind ? "cel." : "";
  out += std::string(macro_name(node.macro)) + "(";
  for (const std::string_view variable : node.variables) out += std::string(variable) + ", ";
  return out + joined(node.children.subspan(has_target ? 1 : 0)) + ")";
}

std::string dump_call(const Node& node) {
  const std::string target = node.member ? operand(*node.children[0]) + "." : "";
  return target + std::string(node.name) + "(" + joined(node.children.subspan(node.member ? 1 : 0)) + ")";
}

std::string dump_name(std::string_view name) {
  const bool digit = !name.empty() && name.front() >= '0' && name.front() <= '9';
  const bool plain = !digit && is_selector(name) && name.find_first_of("-./ ") == std::string_view::npos;
  return plain ? std::string(name) : "`" + std::string(name) + "`";
}

}  // namespace

std::string dump(const Node& node) {
  switch (node.kind) {
    case NodeKind::literal:
      return to_text(node.value);
    case NodeKind::name:
      return (node.rooted ? "." : "") + std::string(node.name);
    case NodeKind::select:
      return operand(*node.children[0]) + (node.optional ? ".?" : ".") + dump_name(node.name);
    case NodeKind::operation:
      return dump_operation(node);
    case NodeKind::call:
      return dump_call(node);
    case NodeKind::list:
      return "[" + joined(node.children) + "]";
    case NodeKind::map:
      return dump_map(node);
    case NodeKind::macro:
      return dump_macro(node);
  }
  return {};
}

}  // namespace martech_audit::cel

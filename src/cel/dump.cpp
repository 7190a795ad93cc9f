#include "cel/dump.h"

#include "cel/cel.h"

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
  std::string out = has_target ? dump(*node.children[0]) + "." : node.macro == Macro::bind ? "cel." : "";
  out += std::string(macro_name(node.macro)) + "(";
  for (const std::string_view variable : node.variables) out += std::string(variable) + ", ";
  return out + joined(node.children.subspan(has_target ? 1 : 0)) + ")";
}

std::string dump_call(const Node& node) {
  const std::string target = node.member ? dump(*node.children[0]) + "." : "";
  return target + std::string(node.name) + "(" + joined(node.children.subspan(node.member ? 1 : 0)) + ")";
}

std::string dump_name(std::string_view name) {
  const bool plain = name.find_first_of("-./ ") == std::string_view::npos;
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
      return dump(*node.children[0]) + (node.optional ? ".?" : ".") + dump_name(node.name);
    case NodeKind::operation:
      return std::string(symbol(node.op)) + "(" + joined(node.children) + ")";
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

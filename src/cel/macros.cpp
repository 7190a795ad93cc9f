#include "cel/macros.h"

#include <algorithm>

namespace martech_audit::cel {

namespace {

enum class Target : std::uint8_t { none, value, cel };

// Arguments: `variables` names, except that those of `bind` and `reduce` stand as the table says; then
// values.
struct Form {
  std::string_view name;
  Target target;
  std::uint8_t variables;
  std::uint8_t values;
  Macro macro;
  std::string_view arguments;  // in words
};

constexpr Form forms[] = {
    {"all", Target::value, 1, 1, Macro::all, "item, condition"},
    {"all", Target::value, 2, 1, Macro::all, "key, item, condition"},
    {"bind", Target::cel, 1, 2, Macro::bind, "name, value, result"},
    {"exists", Target::value, 1, 1, Macro::exists, "item, condition"},
    {"exists", Target::value, 2, 1, Macro::exists, "key, item, condition"},
    {"existsOne", Target::value, 1, 1, Macro::exists_one, "item, condition"},
    {"existsOne", Target::value, 2, 1, Macro::exists_one, "key, item, condition"},
    {"exists_one", Target::value, 1, 1, Macro::exists_one, "item, condition"},
    {"exists_one", Target::value, 2, 1, Macro::exists_one, "key, item, condition"},
    {"filter", Target::value, 1, 1, Macro::filter, "item, condition"},
    {"has", Target::none, 0, 1, Macro::has, "a.b"},
    {"map", Target::value, 1, 1, Macro::map, "item, value"},
    {"map", Target::value, 1, 2, Macro::map, "item, condition, value"},
    {"optFlatMap", Target::value, 1, 1, Macro::optional_flat_map, "content, optional"},
    {"optMap", Target::value, 1, 1, Macro::optional_map, "content, value"},
    {"reduce", Target::value, 2, 2, Macro::reduce, "result, item, start, next"},
    {"sortBy", Target::value, 1, 1, Macro::sort_by, "item, value"},
    {"transformList", Target::value, 2, 1, Macro::transform_list, "key, item, value"},
    {"transformList", Target::value, 2, 2, Macro::transform_list, "key, item, condition, value"},
    {"transformMap", Target::value, 2, 1, Macro::transform_map, "key, item, value"},
    {"transformMap", Target::value, 2, 2, Macro::transform_map, "key, item, condition, value"},
    {"transformMapEntry", Target::value, 2, 1, Macro::transform_map_entry, "key, item, {key: value}"},
    {"transformMapEntry", Target::value, 2, 2, Macro::transform_map_entry,
     "key, item, condition, {key: value}"},
};

Target target_of(const Node& call) {
  if (!call.member) return Target::none;
  const Node& target = *call.children[0];
  return target.kind == NodeKind::name && target.name == "cel" ? Target::cel : Target::value;
}

const Form* find_form(const Node& call) {
  const Target target = target_of(call);
  const std::size_t arguments = call.children.size() - (call.member ? 1 : 0);
  const auto* form = std::find_if(std::begin(forms), std::end(forms), [&](const Form& candidate) {
    return candidate.name == call.name && candidate.target == target &&
           candidate.variables + candidate.values == static_cast<int>(arguments);
  });
  return form == std::end(forms) ? nullptr : form;
}

bool is_variable(const Node& node) { return node.kind == NodeKind::name && !node.rooted; }

MacroFault check_variables(const Node& call, std::span<Node* const> names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_variable(*names[i])) {
      return {names[i], "'" + std::string(call.name) + "' needs the plain name of a variable here"};
    }
    if (i > 0 && names[i]->name == names[0]->name)
      return {names[i], "the two variables need different names"};
  }
  return {};
}

}  // namespace

std::string macro_forms(const Node& call) {
  const Target target = target_of(call);
  std::string text;
  for (const Form& form : forms) {
    if (form.name != call.name || form.target != target) continue;
    if (!text.empty()) text += " or ";
    if (target != Target::none) text += target == Target::cel ? "cel." : "x.";
    text.append(form.name).append("(").append(form.arguments).append(")");
  }
  return text;
}

MacroFault expand_macro(Node& call, Arena& arena) {
  const Form* form = find_form(call);
  if (form == nullptr) return {};
  const bool keeps_target = form->target == Target::value;
  const std::span<Node*> arguments = call.children.subspan(call.member ? 1 : 0);
  const std::span<Node*> names = arguments.first(form->variables);
  if (MacroFault fault = check_variables(call, names); fault.at != nullptr) return fault;
  if (form->macro == Macro::has && (arguments[0]->kind != NodeKind::select || arguments[0]->optional)) {
    return {arguments[0], "'has' needs a field, such as has(a.b)"};
  }

  const std::span<std::string_view> variables = arena.make<std::string_view>(names.size());
  std::transform(names.begin(), names.end(), variables.begin(), [](const Node* node) { return node->name; });
  const std::span<Node*> values = arguments.subspan(form->variables);
  const std::span<Node*> children = arena.make<Node*>(values.size() + (keeps_target ? 1 : 0));
  if (keeps_target) children[0] = call.children[0];
  std::copy(values.begin(), values.end(), children.begin() + (keeps_target ? 1 : 0));
  call.kind = NodeKind::macro;
  call.macro = form->macro;
  call.variables = variables;
  call.children = children;
  return {};
}

}  // namespace martech_audit::cel

// Calls: which function, which overloads.
#include <algorithm>

#include "base/text.h"
#include "cel/checker.h"
#include "cel/macros.h"
#include "cel/signature.h"

namespace martech_audit::cel {

namespace {

std::span<Node* const> arguments_of(const Node& call) { return call.children; }

// Whether nothing of it is left open.
bool is_settled(Type type) {
  switch (type.kind()) {
    case TypeKind::dyn:
    case TypeKind::variable:
      return false;
    case TypeKind::list:
    case TypeKind::optional:
    case TypeKind::type:
      return is_settled(type.argument(0));
    case TypeKind::map:
      return is_settled(type.argument(0)) && is_settled(type.argument(1));
    default:
      return true;
  }
}

// "size(string) → int": a signature as people read it.
std::string in_words(std::string_view signature) {
  std::string text(signature);
  if (const std::size_t arrow = text.find(" -> "); arrow != std::string::npos) text.replace(arrow, 4, " → ");
  return text;
}

std::string in_words(const Function& function) {
  std::string text;
  for (const Overload& overload : function.overloads)
    text += (text.empty() ? "" : ", ") + in_words(overload.signature);
  return text;
}

}  // namespace

Type Checker::call(Node& node) {
  const Function* function = find_function(node);
  if (function == nullptr && is_other_macro_form(node)) return Type::dyn();
  if (node.member && takes_namespace(node)) function = nullptr;
  for (Node* child : node.children) check(*child);
  if (function == nullptr) return no_function(node);
  return resolve_overloads(node, *function);
}

const Function* Checker::find_in_container(std::string_view name, bool member, std::string* found) const {
  if (member) return environment_.find_function(name);
  for (const std::string& candidate : qualified(name, false)) {
    if (const Function* function = environment_.find_function(candidate); function != nullptr) {
      *found = candidate;
      return function;
    }
  }
  return nullptr;
}

// The names before the last point belong to the function's own.
void Checker::make_function_of_namespace(Node& node, std::string_view full_name) {
  node.name = full_name;
  node.place = node.begin;
  node.member = false;
  node.children = node.children.subspan(1);
}

// a.b.f(x) is a function of the namespace a.b where there is such a one, else f with the receiver a.b.
const Function* Checker::find_function(Node& node) {
  std::string found;
  if (!node.member) {
    const Function* function = find_in_container(node.name, false, &found);
    if (function != nullptr) node.name = function->name;
    return function;
  }
  const std::string target = dotted_name(*node.children[0]);
  if (!target.empty() && !starts_local(*node.children[0])) {
    const Function* function = find_in_container(target + "." + std::string(node.name), false, &found);
    if (function != nullptr) {
      make_function_of_namespace(node, function->name);
      return function;
    }
  }
  return find_in_container(node.name, true, &found);
}

// Reported without a look at its arguments: they name variables that only the macro declares.
bool Checker::is_other_macro_form(Node& node) {
  const std::string forms = macro_forms(node);
  if (forms.empty()) return false;
  const std::size_t given = node.children.size() - (node.member ? 1 : 0);
  unresolved(node, "'" + std::string(node.name) + "' does not take " + counted(given, "argument"),
             "write " + forms);
  return true;
}

// math.maximum(x): where `math` is no value and other functions begin with it, the name is all of that, and
// there is no such function.
bool Checker::takes_namespace(Node& node) {
  const std::string target = dotted_name(*node.children[0]);
  if (target.empty() || starts_local(*node.children[0])) return false;
  const auto is_value = [&](const std::string& name) { return environment_.find_variable(name).has_value(); };
  if (std::ranges::any_of(qualified(target.substr(0, target.find('.')), false), is_value)) return false;
  const auto is_in_it = [&](std::string_view name) { return name.starts_with(target + "."); };
  if (std::ranges::none_of(function_names(), is_in_it)) return false;
  make_function_of_namespace(node, ast_.arena.copy(std::string_view(target + "." + std::string(node.name))));
  return true;
}

std::vector<std::string_view> Checker::function_names() const {
  std::vector<std::string_view> names;
  for (const Function& function : environment_.host_functions()) names.push_back(function.name);
  for (const Function* function : all_functions()) names.push_back(function->name);
  return names;
}

Type Checker::no_function(Node& node) {
  return unresolved(node, "there is no function '" + std::string(node.name) + "'",
                    guess(node.name, function_names(), environment_.help().functions));
}

Type Checker::no_overload(Node& node, const Function& function) {
  std::string given;
  for (const Node* argument : arguments_of(node)) {
    const bool receiver = node.member && argument == node.children[0];
    if (!given.empty() && !given.ends_with("(")) given += ", ";
    given += shown(argument->type);
    if (receiver) given += "." + std::string(node.name) + "(";
  }
  const std::string call = node.member ? given + ")" : "(" + given + ")";
  const std::string what =
      node.member ? "no overload " + call : "no overload of '" + std::string(node.name) + "' for " + call;
  return unresolved(node, what + "; there are: " + in_words(function));
}

// The result for these arguments; nothing where they do not fit. What was learnt of them stays.
std::optional<Type> Checker::apply(const Signature& signature, const Node& call) {
  if (signature.member != call.member || !signature.takes(call.children.size())) return std::nullopt;
  Unifier::Letters letters;
  for (std::size_t i = 0; i < call.children.size(); ++i) {
    const Type parameter = unifier_.instantiate(signature.parameter(i), letters);
    if (!unifier_.assign(parameter, call.children[i]->type)) return std::nullopt;
  }
  return unifier_.instantiate(signature.result, letters);
}

Type Checker::resolve_overloads(Node& node, const Function& function) {
  std::vector<const Signature*> fitting;
  std::optional<Type> result;
  const bool known_arguments = std::all_of(node.children.begin(), node.children.end(),
                                           [&](const Node* child) { return is_settled(known(child->type)); });
  for (const Overload& overload : function.overloads) {
    const Signature* signature = read_signature(overload, function.name, ast_.arena);
    const std::size_t before = unifier_.mark();
    const std::optional<Type> own = signature == nullptr ? std::nullopt : apply(*signature, node);
    const Type known_result = own ? unifier_.resolve(*own) : Type::dyn();
    unifier_.undo(before);
    if (!own) continue;
    fitting.push_back(signature);
    result = !result || *result == known_result ? known_result : Type::dyn();
    if (known_arguments) break;
  }
  // Several may fit where an argument is open: then nothing is learnt from one of them.
  if (fitting.size() == 1) result = unifier_.resolve(*apply(*fitting.front(), node));
  node.resolution.function = &function;
  if (fitting.empty()) return no_overload(node, function);
  node.resolution.kind = Resolution::Kind::overloads;
  node.resolution.overloads = ast_.arena.copy(std::span<const Signature* const>(fitting));
  return *result;
}

}  // namespace martech_audit::cel

// Checker: finds out what every name and call of a syntax tree means and which type each node has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cel/ast.h"
#include "cel/cel.h"
#include "cel/unify.h"

namespace martech_audit::cel {

// What to write where a type does not fit.
inline constexpr std::string_view bool_hint = "write a condition, such as x > 0 or x == \"text\"";
inline constexpr std::string_view optional_hint = "make one: optional.of(x)";

// Annotates the tree. With CompileOptions::check off every type is dyn and what cannot be resolved becomes
// Resolution::failed; nothing is an issue then.
class Checker {
 public:
  Checker(const Environment& environment, Ast& ast, const CompileOptions& options, std::vector<Issue>& issues)
      : environment_(environment), ast_(ast), options_(options), issues_(issues) {}

  // True where no issue was found.
  bool run();

  // How many variables of macros live at once at most.
  std::uint32_t locals() const { return most_locals_; }

 private:
  struct Local {
    std::string_view name;
    Type type;
  };

  Type check(Node& node);
  Type check_kind(Node& node);
  void finish_types(Node& node);

  // checker_names.cpp
  Type name(Node& node);
  Type select(Node& node);
  [[gnu::noinline]] bool select_dotted(Node& node, Type& type);
  Type select_field(Node& node);
  [[gnu::noinline]] Type select_type(Node& node, Type target);
  Type field_type(Node& node, const StructType& structure);
  bool resolve_variable(Node& node, std::string_view full_name, bool rooted);
  bool resolve_type_name(Node& node, std::string_view full_name, bool rooted);
  std::string dotted_name(const Node& node) const;
  bool starts_local(const Node& node) const;
  const Local* find_local(std::string_view name) const;
  std::vector<std::string> qualified(std::string_view name, bool rooted) const;

  // checker_operators.cpp
  Type operation(Node& node);
  Type logical(Node& node);
  Type conditional(Node& node);
  Type equality(Node& node);
  Type comparison(Node& node);
  Type membership(Node& node);
  Type arithmetic(Node& node);
  Type negation(Node& node);
  Type index(Node& node);
  Type list(Node& node);
  Type map(Node& node);
  Type entry_type(Node& node, bool optional);
  Type key_type(Node& node);
  Type joined(Type so_far, Type next, bool first);
  [[gnu::noinline]] Type operands_do_not_fit(const Node& node);

  // checker_calls.cpp
  Type call(Node& node);
  const Function* find_function(Node& node);
  const Function* find_in_container(std::string_view name, bool member, std::string* found) const;
  Type resolve_overloads(Node& node, const Function& function);
  std::optional<Type> apply(const Signature& signature, const Node& call);
  [[gnu::noinline]] bool is_other_macro_form(Node& node);
  [[gnu::noinline]] bool takes_namespace(Node& node);
  static void make_function_of_namespace(Node& node, std::string_view full_name);
  std::vector<std::string_view> function_names() const;
  Type no_function(Node& node);
  Type no_overload(Node& node, const Function& function);

  // checker_macros.cpp
  Type macro(Node& node);
  Type presence(Node& node);
  Type loop(Node& node);
  Type loop_result(Node& node, Type key, Type body);
  Type sort_by(Node& node);
  Type reduce(Node& node);
  [[gnu::noinline]] Type rounds_differ(const Node& node);
  Type bind(Node& node);
  Type optional_map(Node& node);
  void range_types(Node& node, Type& key, Type& value);
  void declare(Node& node, std::initializer_list<Type> types);
  void expect_bool(const Node& node, std::string_view who);

  // "'sortBy' needs a list, this is int". As all that speaks of faults it is no part of the functions that
  // lead from node to node, whose frames lie on the stack once a level.
  [[gnu::noinline]] Type misfit(const Node& node, std::string_view who, std::string_view needs, Type type,
                                std::string_view hint);
  [[gnu::noinline]] Type error(std::uint32_t begin, std::uint32_t end, std::string message,
                               std::string hint = {});
  Type error(const Node& node, std::string message, std::string hint = {});
  // Unresolved: an issue, or a failure at run time where nothing is checked.
  Type unresolved(Node& node, std::string message, std::string hint = {});
  // What may have been meant, or else where the names are listed.
  static std::string guess(std::string_view word, std::span<const std::string_view> names,
                           const std::string& help);
  std::string shown(Type type) const { return to_string(unifier_.finish(type)); }
  Type known(Type type) const { return unifier_.resolve(type); }

  const Environment& environment_;
  Ast& ast_;
  const CompileOptions& options_;
  std::vector<Issue>& issues_;
  Unifier unifier_;
  std::vector<Local> locals_;
  std::uint32_t most_locals_ = 0;
};

}  // namespace martech_audit::cel

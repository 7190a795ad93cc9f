#include "rules/word_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/edit_distance.h"
#include "martech_audit/inventory.h"

namespace martech_audit::rules {
namespace {

using cel::NodeKind;
using cel::Operator;

class WordChecker {
 public:
  explicit WordChecker(const cel::Environment& environment) : environment_(environment) {}

  void walk(const cel::Node& node) {
    if (node.kind == NodeKind::macro) return walk_macro(node);
    if (node.kind == NodeKind::operation && node.children.size() == 2) compare(node);
    for (const cel::Node* child : node.children) walk(*child);
  }

  std::vector<cel::Issue> take() { return std::move(issues_); }

 private:
  struct Local {
    std::string_view name;
    const Shape* shape;  // null where it is not a record of the model
  };

  // Variables are seen by all but the first child, which is what they range over.
  void walk_macro(const cel::Node& node) {
    walk(*node.children[0]);
    const std::size_t before = locals_.size();
    const Shape* item = node.variables.size() == 1 ? item_shape(*node.children[0]) : nullptr;
    for (const std::string_view name : node.variables) locals_.push_back({name, item});
    for (const cel::Node* child : node.children.subspan(1)) walk(*child);
    locals_.resize(before);
  }

  const Shape* item_shape(const cel::Node& range) const {
    const Field* field = field_at(range);
    return field != nullptr && field->list ? shape_in(*field) : nullptr;
  }

  static const Shape* shape_in(const Field& field) {
    if (field.kind == FieldKind::reference) return &shape_of(field.target);
    return field.kind == FieldKind::block ? field.block : nullptr;
  }

  const Shape* shape_at(const cel::Node& node) const {
    if (node.kind == NodeKind::name) return shape_of_name(node.name);
    const Field* field = field_at(node);
    return field != nullptr && !field->list ? shape_in(*field) : nullptr;
  }

  const Shape* shape_of_name(std::string_view name) const {
    const auto local =
        std::find_if(locals_.rbegin(), locals_.rend(), [&](const Local& l) { return l.name == name; });
    if (local != locals_.rend()) return local->shape;
    const auto variable = environment_.find_variable(name);
    if (!variable) return nullptr;
    const cel::Type type = environment_.variables()[*variable].type;
    if (!type.is(cel::TypeKind::structure) || type.structure()->shape >= all_shapes().size()) return nullptr;
    return all_shapes()[type.structure()->shape];
  }

  const Field* field_at(const cel::Node& node) const {
    if (node.kind != NodeKind::select) return nullptr;
    const Shape* shape = shape_at(*node.children[0]);
    const auto slot = shape == nullptr ? std::nullopt : shape->index_of(node.name);
    return slot ? &shape->fields[*slot] : nullptr;
  }

  void compare(const cel::Node& node) {
    const cel::Node& left = *node.children[0];
    const cel::Node& right = *node.children[1];
    if (node.op == Operator::equal || node.op == Operator::not_equal) {
      check(left, right);
      check(right, left);
    } else if (node.op == Operator::in) {
      check(right, left);
      if (right.kind != NodeKind::list) return;
      for (const cel::Node* item : right.children) check(left, *item);
    }
  }

  void check(const cel::Node& path, const cel::Node& literal) {
    if (literal.kind != NodeKind::literal || !literal.value.is(ValueKind::string)) return;
    const Field* field = field_at(path);
    if (field == nullptr || field->words.empty()) return;
    const std::string_view word = literal.value.as_text();
    if (std::ranges::find(field->words, word) != field->words.end()) return;
    issues_.push_back({literal.begin, literal.end, fmt::format("'{}' is never '{}'", field->name, word),
                       did_you_mean(word, field->words)});
  }

  const cel::Environment& environment_;
  std::vector<Local> locals_;
  std::vector<cel::Issue> issues_;
};

}  // namespace

std::vector<cel::Issue> check_words(const cel::Environment& environment, const cel::Ast& ast) {
  WordChecker checker(environment);
  checker.walk(*ast.root);
  return checker.take();
}

}  // namespace martech_audit::rules

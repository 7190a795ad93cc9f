#include "rules/compile_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "rules/words.h"

namespace martech_audit::rules {
namespace {

// The pack that defines a fact of that name already; null where none does.
const RulePack* definer(const CompiledSet& set, const PackDraft& draft, const DefinedFact& fact) {
  const auto defines = [&](const RulePack& pack) {
    return std::ranges::any_of(
        pack.facts, [&](const DefinedFact& one) { return one.of == fact.of && one.name == fact.name; });
  };
  if (defines(draft.pack)) return &draft.pack;
  const auto found = std::ranges::find_if(set.packs, defines);
  return found == set.packs.end() ? nullptr : &*found;
}

bool is_new(const CompiledSet& set, const PackDraft& draft, const FactDraft& fact,
            const cel::Environment& environment, Diagnostics& diagnostics) {
  const cel::StructType* fields = environment.find_struct(shape_of(fact.fact.of).id);
  if (fields == nullptr || fields->find(fact.fact.name) == nullptr) return true;
  const RulePack* other = definer(set, draft, fact.fact);
  diagnostics.error(fact.name.where(),
                    fmt::format("{}.{} already exists{}", variable_of(fact.fact.of), fact.fact.name,
                                other == nullptr ? "" : fmt::format(", a fact of pack '{}'", other->id)),
                    "choose another name for the fact");
  return false;
}

// Facts go on from each other, so that their types could grow without end.
constexpr int deepest_type = 8;

int depth_of(cel::Type type) {
  int depth = 0;
  if (type.is(cel::TypeKind::list) || type.is(cel::TypeKind::optional)) depth = depth_of(type.argument(0));
  if (type.is(cel::TypeKind::map)) depth = std::max(depth_of(type.argument(0)), depth_of(type.argument(1)));
  return type.is(cel::TypeKind::list) || type.is(cel::TypeKind::map) || type.is(cel::TypeKind::optional)
             ? depth + 1
             : 0;
}

bool is_flat_enough(const FactDraft& fact, cel::Type made, Diagnostics& diagnostics) {
  if (depth_of(made) <= deepest_type) return true;
  diagnostics.error(
      fact.expression.where(),
      fmt::format("fact '{}' has lists or maps nested more than {} deep", fact.fact.name, deepest_type),
      "make a flat list");
  return false;
}

// What the expression makes must be what the pack says it is.
void check_type(const FactDraft& fact, cel::Type made, Environments& environments, Diagnostics& diagnostics) {
  if (!fact.type) return;
  const std::optional<cel::Type> stated = environments.type_named(fact.fact.of, fact.fact.type);
  if (!stated) {
    diagnostics.error(fact.type.where(), fmt::format("unknown type '{}'", fact.fact.type),
                      "write bool, int, double, string, timestamp, duration, a kind of entity, "
                      "list(…) or map(…, …)");
  } else if (made != *stated && !made.is(cel::TypeKind::dyn)) {
    diagnostics.error(fact.expression.where(),
                      fmt::format("fact '{}' is {} by its type, but its expression gives {}", fact.fact.name,
                                  fact.fact.type, cel::to_string(made)),
                      "change the type, or leave it out");
  }
}

}  // namespace

void compile_facts(std::size_t number, PackDraft& draft, CompiledSet& into, Diagnostics& diagnostics) {
  for (FactDraft& fact : draft.facts) {
    if (!fact.name || !fact.scope || !fact.expression) continue;  // reported
    const cel::Environment& environment = into.environments.of(fact.fact.of, number, draft.pack.params);
    const bool is_free = is_new(into, draft, fact, environment, diagnostics);
    auto expression = compile_node(environment, fact.expression, Wanted::anything, diagnostics);
    if (!is_free) continue;
    // One with faults is of any type, so that its uses bring no further ones.
    cel::Type made = expression ? expression->program.result_type() : cel::Type::dyn();
    if (!is_flat_enough(fact, made, diagnostics)) made = cel::Type::dyn();
    if (expression) check_type(fact, made, into.environments, diagnostics);
    if (!fact.type) fact.fact.type = cel::to_string(made);
    into.environments.add_fact(fact.fact.of, fact.fact.name, fact.fact.type,
                               static_cast<std::uint32_t>(into.facts.size()));
    if (expression)
      into.facts.push_back({fact.fact.of, fact.fact.name, fact.fact.type, *std::move(expression), number});
    draft.pack.facts.push_back(std::move(fact.fact));
  }
}

}  // namespace martech_audit::rules

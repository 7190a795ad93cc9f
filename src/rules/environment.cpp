#include "rules/environment.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "rules/host_functions.h"
#include "rules/words.h"

namespace martech_audit::rules {
namespace {

using cel::StructType;
using cel::Type;
using cel::TypeKind;

Type type_of(const Param& param) {
  if (param.type.empty()) return Type::dyn();  // its fault was reported
  if (param.type == "int") return Type::of(TypeKind::integer);
  if (param.type == "double") return Type::of(TypeKind::real);
  return Type::of(param.type == "bool" ? TypeKind::boolean : TypeKind::string);
}

StructType& add_params(cel::Environment& environment, std::size_t pack, std::span<const Param> params) {
  StructType& type = environment.add_struct("params", params_shape(pack));
  for (std::uint32_t i = 0; i < params.size(); ++i) {
    type.fields.push_back({params[i].name, type_of(params[i]), i, false, {}});
  }
  return type;
}

}  // namespace

std::uint16_t params_shape(std::size_t pack) {
  return static_cast<std::uint16_t>(all_shapes().size() + pack);
}

// Makes a struct type of each shape, once; shapes refer to each other.
class Environments::Structs {
 public:
  Structs(cel::Environment& environment, std::span<const Fact> facts)
      : environment_(environment), facts_(facts), made_(all_shapes().size()) {}

  Type of(EntityKind kind) { return of(shape_of(kind)); }

  // The type that a fact's row names: those of CEL, entity kinds, and lists and maps of them.
  std::optional<Type> named(std::string_view text) {
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos) {
      const auto kind = entity_kind(text);
      return kind ? of(*kind) : cel::parse_type(text);
    }
    if (!text.ends_with(')')) return std::nullopt;
    const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
    if (text.starts_with("list(")) {
      const auto item = named(inner);
      return item ? std::optional(Type::list(*item)) : std::nullopt;
    }
    const std::size_t comma = inner.find(", ");
    if (!text.starts_with("map(") || comma == std::string_view::npos) return std::nullopt;
    const auto key = named(inner.substr(0, comma)), value = named(inner.substr(comma + 2));
    return key && value ? std::optional(Type::map(*key, *value)) : std::nullopt;
  }

  // A fact beside those given. Kinds that nothing in this scope leads to have no type.
  void add(EntityKind of, std::string_view name, std::string_view type, std::uint32_t slot) {
    StructType* owner = made_[shape_of(of).id];
    if (owner == nullptr) return;
    const Type value = named(type).value_or(Type::dyn());
    owner->fields.push_back({std::string(name), value, slot, true, {}});
  }

 private:
  Type of(const Shape& shape) {
    StructType*& type = made_[shape.id];
    if (type == nullptr) {
      type = &environment_.add_struct(std::string(shape.name), shape.id);
      fill(*type, shape);
    }
    return Type::structure(type);
  }

  void fill(StructType& type, const Shape& shape) {
    const bool is_entity = shape.id < entity_kind_count;
    type.block = !is_entity;
    if (shape.open) type.extras_slot = static_cast<std::uint32_t>(shape.fields.size());
    std::vector<cel::StructField> fields;
    for (std::uint32_t i = 0; i < shape.fields.size(); ++i) {
      fields.push_back({std::string(shape.fields[i].name), of(shape.fields[i]), i, false, {}});
    }
    if (is_entity) add_facts(fields, static_cast<EntityKind>(shape.id));
    type.fields = std::move(fields);
  }

  void add_facts(std::vector<cel::StructField>& fields, EntityKind kind) {
    std::uint32_t column = 0;
    for (const Fact& fact : facts_) {
      if (fact.of == kind)
        fields.push_back(
            {std::string(fact.name), named(fact.type).value_or(Type::dyn()), column++, true, {}});
    }
  }

  Type of(const Field& field) {
    const Type one = item(field);
    return field.list ? Type::list(one) : one;
  }

  Type item(const Field& field) {
    switch (field.kind) {
      case FieldKind::text:
      case FieldKind::id:
      case FieldKind::word:
      case FieldKind::currency:
        return Type::of(TypeKind::string);
      case FieldKind::boolean:
        return Type::of(TypeKind::boolean);
      case FieldKind::integer:
        return Type::of(TypeKind::integer);
      case FieldKind::decimal:
        return Type::of(TypeKind::real);
      case FieldKind::date:
        return Type::of(TypeKind::timestamp);
      case FieldKind::reference:
        return of(field.target);
      case FieldKind::block:
        return of(*field.block);
      case FieldKind::map:
        return Type::map(Type::of(TypeKind::string),
                         field.block != nullptr ? of(*field.block) : Type::of(TypeKind::integer));
    }
    return Type::dyn();
  }

  cel::Environment& environment_;
  std::span<const Fact> facts_;
  std::vector<StructType*> made_;  // by shape
};

struct Environments::Scope {
  Scope(EntityKind kind, std::span<const Fact> facts) : structs(environment, facts) {
    environment.declare("org", structs.of(EntityKind::organisation));
    environment.declare("params", Type::dyn());  // of() knows its type
    environment.declare("as_of", Type::of(TypeKind::timestamp));
    if (kind != EntityKind::organisation) environment.declare(variable_of(kind), structs.of(kind));
    for (const cel::Function& function : host_functions()) environment.add_function(function);
    environment.set_help({.fields = "see `martech-audit schema reference` for fields, `martech-audit rules "
                                    "list --facts` for facts",
                          .functions = "see `martech-audit rules list --functions`"});
  }

  cel::Environment environment;
  Structs structs;
  std::vector<const StructType*> params;  // by pack; null where not asked for yet
};

Environments::Environments(std::span<const Fact> facts) : facts_(facts) {}
Environments::~Environments() = default;

Environments::Scope& Environments::scope_of(EntityKind kind) {
  auto& scope = scopes_[static_cast<std::size_t>(kind)];
  if (!scope) {
    scope = std::make_unique<Scope>(kind, facts_);
    for (const DefinedName& fact : defined_)
      scope->structs.add(fact.of, fact.name, fact.type, defined_fact | fact.number);
  }
  return *scope;
}

void Environments::add_fact(EntityKind of, std::string_view name, std::string_view type,
                            std::uint32_t number) {
  defined_.push_back({of, std::string(name), std::string(type), number});
  for (const auto& scope : scopes_) {
    if (scope) scope->structs.add(of, name, type, defined_fact | number);
  }
}

std::optional<Type> Environments::type_named(EntityKind scope, std::string_view text) {
  return scope_of(scope).structs.named(text);
}

Environments::Scope& Environments::scope_of(EntityKind kind, std::size_t pack,
                                            std::span<const Param> params) {
  Scope& scope = scope_of(kind);
  if (scope.params.size() <= pack) scope.params.resize(pack + 1);
  const StructType*& type = scope.params[pack];
  if (type == nullptr) type = &add_params(scope.environment, pack, params);
  scope.environment.declare("params", Type::structure(type));
  return scope;
}

const cel::Environment& Environments::of(EntityKind kind, std::size_t pack, std::span<const Param> params) {
  Scope& scope = scope_of(kind, pack, params);
  scope.environment.set_container({});
  return scope.environment;
}

// A container of its own keeps the names of a rule apart from those of all others.
cel::Environment& Environments::of_rule(EntityKind kind, std::size_t pack, std::span<const Param> params,
                                        std::string_view rule) {
  Scope& scope = scope_of(kind, pack, params);
  scope.environment.set_container(fmt::format("{}/{}", pack, rule));
  return scope.environment;
}

}  // namespace martech_audit::rules

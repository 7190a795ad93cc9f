// What expressions of rules may name: the entity under the name of its kind, `org`, `params`, `as_of`, the
// fields of the model, the facts, and the host functions.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/slots.h"
#include "cel/cel.h"
#include "martech_audit/fact.h"
#include "martech_audit/inventory.h"
#include "martech_audit/rule.h"

namespace martech_audit::rules {

// Activation::variables by these; a rule's own come behind. Rules for the organisation have no `entity`.
enum Variable : std::uint32_t {
  org_variable,
  params_variable,
  as_of_variable,
  entity_variable,
  variable_count
};

// The shape of the record that holds the parameters of the pack with that number.
std::uint16_t params_shape(std::size_t pack);

// Slots of derived fields: the numbers of facts_of(), and those of facts that packs define.
inline constexpr std::uint32_t defined_fact = std::uint32_t{1} << 31;

// One environment a scope, made when it is first asked for, since each has an entity of its own. Programs
// refer to them, so they live as long.
class Environments {
 public:
  // `facts` must outlive this.
  explicit Environments(std::span<const Fact> facts);
  ~Environments();
  Environments(const Environments&) = delete;
  Environments& operator=(const Environments&) = delete;

  // For expressions of that scope in the pack with that number. What the reference names is changed by the
  // next call: compile at once.
  const cel::Environment& of(EntityKind scope, std::size_t pack, std::span<const Param> params);

  // As above, for those of one rule: what declare() adds is seen by them alone.
  cel::Environment& of_rule(EntityKind scope, std::size_t pack, std::span<const Param> params,
                            std::string_view rule);

  // A fact that a pack defines, for what is compiled from now on. `type` as in Fact::type: what it does not
  // name is dyn. Its slot is `defined_fact | number`.
  void add_fact(EntityKind of, std::string_view name, std::string_view type, std::uint32_t number);

  // The type that a text such as "list(tool)" names in that scope.
  std::optional<cel::Type> type_named(EntityKind scope, std::string_view text);

 private:
  class Structs;
  struct Scope;
  struct DefinedName {
    EntityKind of;
    std::string name;
    std::string type;
    std::uint32_t number;
  };
  Scope& scope_of(EntityKind kind);
  Scope& scope_of(EntityKind kind, std::size_t pack, std::span<const Param> params);

  std::span<const Fact> facts_;
  std::vector<DefinedName> defined_;
  std::array<std::unique_ptr<Scope>, entity_kind_count> scopes_;
};

}  // namespace martech_audit::rules

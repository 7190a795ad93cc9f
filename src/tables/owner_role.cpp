#include "tables/owner_role.h"

#include "tables/row_values.h"

namespace martech_audit {

std::string_view owner_role(const Record& entity, const Facts& facts, Arena& scratch) {
  const Value owner = read(entity, "owner");
  if (!owner.is(ValueKind::record)) return {};
  const Value left = facts.of(*owner.as_record(), "left", scratch);
  if (left.is(ValueKind::boolean) && left.as_boolean()) return {};
  const std::string_view role = text_or_empty(read(*owner.as_record(), "role"));
  return role.empty() ? text_or_empty(read(*owner.as_record(), "team.name")) : role;
}

}  // namespace martech_audit

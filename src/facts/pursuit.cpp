#include "facts/pursuit.h"

#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {

Pursuit pursuit(const Record& objective) {
  const Value& status = at(objective, objective_field::status);
  if (!status.is(ValueKind::string)) return status.missing().empty() ? Pursuit::unknown : Pursuit::no;
  return status.as_text() == "active" ? Pursuit::yes : Pursuit::no;
}

}  // namespace martech_audit::facts

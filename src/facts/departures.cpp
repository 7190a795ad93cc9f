#include "facts/departures.h"

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {
namespace {

bool is_past(const Context& context, const Record& record, const FieldPath& date) {
  const Value& day = at(record, date);
  return day.is(ValueKind::date) && day.as_integer() <= context.today;
}

}  // namespace

Departures derive_departures(const Context& context) {
  const std::size_t teams = context.inventory.entities(EntityKind::team).size();
  std::vector<bool> listed(teams), present(teams);
  for (const Record& person : context.inventory.entities(EntityKind::person)) {
    const Record* team = reference_of(person, person_field::team);
    if (team == nullptr || team->index >= teams) continue;
    listed[team->index] = true;
    if (!is_past(context, person, person_field::left_on)) present[team->index] = true;
  }
  Departures departures;
  for (std::size_t i = 0; i < teams; ++i) departures.deserted.push_back(listed[i] && !present[i]);
  return departures;
}

bool has_left(const Context& context, const Departures& departures, const Record& party) {
  if (text_of(party, party_field::kind) != "team") return is_past(context, party, party_field::left_on);
  const Record* team = reference_of(party, party_field::team);
  return team != nullptr && team->index < departures.deserted.size() && departures.deserted[team->index];
}

Value party_left(const Context& context, const Departures& departures, const Record& party) {
  return Value::boolean(has_left(context, departures, party));
}

Value person_left(const Context& context, const Record& person) {
  return Value::boolean(is_past(context, person, person_field::left_on));
}

Value tool_owner_left(const Context& context, const Departures& departures, const Record& tool) {
  Given given(tool);
  const Record* owner = given.reference(tool_field::owner);
  return given ? party_left(context, departures, *owner) : given.unknown(context.memory);
}

}  // namespace martech_audit::facts

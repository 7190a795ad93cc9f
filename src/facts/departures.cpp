#include "facts/departures.h"

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {
namespace {

// A bound proves no presence.
bool is_past(const Context& context, const Record& record, const FieldPath& date) {
  const Value& day = at(record, date);
  return day.is(ValueKind::date) && (day.is_before() || day.as_integer() <= context.today);
}

}  // namespace

Departures derive_departures(const Context& context) {
  const auto all = context.inventory.entities(EntityKind::team);
  std::vector<std::int64_t> listed(all.size());
  std::vector<bool> present(all.size());
  for (const Record& person : context.inventory.entities(EntityKind::person)) {
    const Record* team = reference_of(person, person_field::team);
    if (team == nullptr || team->index >= all.size()) continue;
    ++listed[team->index];
    if (!is_past(context, person, person_field::left_on)) present[team->index] = true;
  }
  // More people than are listed, or a team within it, may well be there.
  for (const Record& team : all) {
    if (integer_of(team, team_field::headcount).value_or(0) > listed[team.index]) present[team.index] = true;
    const Record* parent = reference_of(team, team_field::parent);
    if (parent != nullptr && parent->index < all.size()) present[parent->index] = true;
  }
  Departures departures;
  for (std::size_t i = 0; i < all.size(); ++i) departures.deserted.push_back(listed[i] > 0 && !present[i]);
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

#include "facts/backlinks.h"

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {
namespace {

// For each listed entity of one kind those of another whose field leads to it.
std::vector<Value> named_by(const Context& context, EntityKind named, EntityKind naming,
                            const FieldPath& field) {
  std::vector<std::vector<Value>> found(context.inventory.entities(named).size());
  for (const Record& record : context.inventory.entities(naming)) {
    const Record* target = reference_of(record, field);
    if (target != nullptr && target->index < found.size())
      found[target->index].push_back(Value::record(&record));
  }
  std::vector<Value> lists;
  lists.reserve(found.size());
  for (const auto& items : found) lists.push_back(context.list(items));
  return lists;
}

// Where the list of such entities is not given, nothing is known of those that name it.
Value known_where(const Context& context, const FieldPath& list, const Value& items) {
  if (is_given(context.inventory.organisation(), list)) return items;
  Given given(context.inventory.organisation());
  given.lacks(list);
  return given.unknown(context.memory);
}

}  // namespace

Backlinks derive_backlinks(const Context& context) {
  return {named_by(context, EntityKind::tool, EntityKind::initiative, initiative_field::tool),
          named_by(context, EntityKind::process, EntityKind::tool, tool_field::process)};
}

Value process_tools(const Context& context, const Backlinks& backlinks, const Record& process) {
  return known_where(context, list_field::tools, backlinks.tools[process.index]);
}

Value tool_initiatives(const Context& context, const Backlinks& backlinks, const Record& tool) {
  return known_where(context, list_field::initiatives, backlinks.initiatives[tool.index]);
}

}  // namespace martech_audit::facts

#include "diff/pairing.h"

#include "base/slots.h"

namespace martech_audit {

Pairing::Pairing(const Inventory& before, const Inventory& after) : before_(before), after_(after) {
  for (const Record& tool : after.entities(EntityKind::tool)) find_former_id(tool);
}

// A tool that was not there and takes the id of one that was as an alias is that tool under a new name.
// What stands for two tools, or was there, hides one of them.
void Pairing::find_former_id(const Record& tool) {
  if (before_.find(EntityKind::tool, text_at(tool, "id")) != nullptr) return;
  for (const Value& alias : read(tool, "aliases").as_list()) {
    const std::string_view id = alias.as_text();
    const bool was_there = before_.find(EntityKind::tool, id) != nullptr;
    if (!was_there || after_.find(EntityKind::tool, id) != nullptr) continue;
    if (renamed_.try_emplace(id, &tool).second) former_.emplace(&tool, id);
    return;
  }
}

const Record* Pairing::now(EntityKind kind, std::string_view id) const {
  const Record* const found = after_.find(kind, id);
  if (found != nullptr || kind != EntityKind::tool) return found;
  const auto renamed = renamed_.find(id);
  return renamed == renamed_.end() ? nullptr : renamed->second;
}

const Record* Pairing::then(EntityKind kind, const Record& now) const {
  const auto former = former_.find(&now);
  return before_.find(kind, former == former_.end() ? text_at(now, "id") : former->second);
}

}  // namespace martech_audit

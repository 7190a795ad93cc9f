#include "diff/pairing.h"

#include <fmt/format.h>

#include "base/slots.h"
#include "base/text.h"
#include "diff/duties.h"

namespace martech_audit {
namespace {

// One is the other, or a part of it: Twilio Segment is Segment.
bool is_alike(const Record& then, const Record& now, std::string_view field) {
  if (text_at(then, field).empty() || text_at(now, field).empty()) return false;
  const std::string was = slug(text_at(then, field)), is = slug(text_at(now, field));
  return was.find(is) != was.npos || is.find(was) != is.npos;
}

std::string name_by_ends(std::string_view from, std::string_view to) {
  return fmt::format("{}-to-{}", from, to);
}

std::string_view end_of(const Record& integration, std::string_view end, const FormerIds& former) {
  const Value tool = read(integration, end);
  if (!tool.is(ValueKind::record)) return {};
  const auto found = former.find(tool.as_record());
  return found == former.end() ? text_at(*tool.as_record(), "id") : found->second;
}

}  // namespace

Pairing::Pairing(const Inventory& before, const Inventory& after) : before_(before), after_(after) {
  for (const Record& tool : after.entities(EntityKind::tool)) find_former_id(tool);
  if (former_.empty()) return;
  for (const Record& integration : after.entities(EntityKind::integration))
    find_former_id_of_ends(integration);
}

// A tool that was not there and takes the id of one that was as an alias is that tool under a new name, where
// its name or its vendor still is the same. What stands for two tools, or was there, hides one of them; and
// another product under the alias of one that went would hide both.
void Pairing::find_former_id(const Record& tool) {
  if (before_.find(EntityKind::tool, text_at(tool, "id")) != nullptr) return;
  for (const Value& alias : read(tool, "aliases").as_list()) {
    const Record* const then = before_.find(EntityKind::tool, alias.as_text());
    if (then == nullptr || after_.find(EntityKind::tool, alias.as_text()) != nullptr) continue;
    if (is_alike(*then, tool, "name") || is_alike(*then, tool, "vendor"))
      rename(EntityKind::tool, alias.as_text(), tool);
    return;
  }
}

// One that is called by what it connects is called otherwise where that is.
void Pairing::find_former_id_of_ends(const Record& integration) {
  const std::string_view id = text_at(integration, "id");
  const std::string by_ends = name_by_ends(end_of(integration, "from", {}), end_of(integration, "to", {}));
  if (!id.starts_with(by_ends) || before_.find(EntityKind::integration, id) != nullptr) return;
  const std::string was =
      name_by_ends(end_of(integration, "from", former_), end_of(integration, "to", former_)) +
      std::string(id.substr(by_ends.size()));
  const Record* const then = before_.find(EntityKind::integration, was);
  if (then != nullptr && after_.find(EntityKind::integration, was) == nullptr)
    rename(EntityKind::integration, text_at(*then, "id"), integration);
}

void Pairing::rename(EntityKind kind, std::string_view was, const Record& now) {
  if (renamed_.try_emplace({kind, was}, &now).second) former_.emplace(&now, was);
}

const Record* Pairing::now(EntityKind kind, std::string_view id) const {
  const Record* const found = after_.find(kind, id);
  if (found != nullptr) return found;
  const auto renamed = renamed_.find({kind, id});
  return renamed == renamed_.end() ? nullptr : renamed->second;
}

const Record* Pairing::then(EntityKind kind, const Record& now) const {
  const auto former = former_.find(&now);
  return before_.find(kind, former == former_.end() ? text_at(now, "id") : former->second);
}

std::string_view Pairing::id_now(EntityKind kind, std::string_view was) const {
  const auto renamed = renamed_.find({kind, was});
  return renamed == renamed_.end() ? was : text_at(*renamed->second, "id");
}

bool Pairing::is_unchanged(EntityKind kind, std::string_view was) const {
  const Record* const then = before_.find(kind, was);
  const Record* const now = this->now(kind, was);
  if (then == nullptr || now == nullptr) return false;
  for (const Field& field : shape_of(kind).fields) {
    const bool counts = field.name != "id" && !duties::is_beside_the_point(field.name);
    if (counts && canonical(read(*then, field.name), {}) != canonical(read(*now, field.name), former_))
      return false;
  }
  return true;
}

}  // namespace martech_audit

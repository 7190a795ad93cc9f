#include "rules/words.h"

namespace martech_audit::rules {

std::span<const std::string_view> organisation_sizes() {
  const Shape& organisation = shape_of(EntityKind::organisation);
  return organisation.fields[*organisation.index_of("size")].words;
}

std::span<const std::string_view> scopes() {
  static const std::vector<std::string_view> words = [] {
    std::vector<std::string_view> kinds;
    for (std::size_t i = 0; i < entity_kind_count; ++i) {
      // Parties stand for people, teams and names; rules are put to those that have an entry of their own.
      if (const auto kind = static_cast<EntityKind>(i); kind != EntityKind::party)
        kinds.push_back(name(kind));
    }
    return kinds;
  }();
  return words;
}

std::string_view variable_of(EntityKind scope) {
  return scope == EntityKind::organisation ? std::string_view("org") : name(scope);
}

}  // namespace martech_audit::rules

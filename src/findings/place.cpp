#include "findings/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/slots.h"
#include "base/text.h"

namespace martech_audit {
namespace {

std::string_view text_of(const Record& entity, std::string_view field) {
  const auto slot = shape_of(entity).index_of(field);
  if (!slot || !values_of(entity)[*slot].is(ValueKind::string)) return {};
  return values_of(entity)[*slot].as_text();
}

// "Lightspeed Retail to Shopify Plus"
std::string_view connected_by(const Record& integration, Arena& arena) {
  const Value from = read(integration, "from.name"), to = read(integration, "to.name");
  if (!from.is(ValueKind::string) || !to.is(ValueKind::string)) return {};
  return arena.copy(std::string_view(fmt::format("{} to {}", from.as_text(), to.as_text())));
}

}  // namespace

EntityRef entity_ref(const Record& entity, Arena& arena) {
  EntityRef ref{static_cast<EntityKind>(entity.shape), text_of(entity, "id"), text_of(entity, "name")};
  if (ref.name.empty()) ref.name = text_of(entity, "title");
  if (ref.name.empty() && ref.kind == EntityKind::integration) ref.name = connected_by(entity, arena);
  if (ref.name.empty()) ref.name = ref.id;
  return ref;
}

Place place_of(const Inventory& inventory, const Record& entity, std::string_view path, Arena& arena) {
  const Location where = inventory.where(entity, path);
  if (!where) return {};
  const Source& source = *where.source;
  const Position begin = source.position(where.begin);
  const std::string_view line = source.line(begin.line);
  const auto line_end = static_cast<std::size_t>(line.data() - source.text().data()) + line.size();
  const std::size_t end = std::max<std::size_t>(where.begin, std::min<std::size_t>(where.end, line_end));
  const std::size_t marked = count_code_points(source.text().substr(where.begin, end - where.begin));
  return {.path = source.name(),
          .line = begin.line,
          .column = begin.column,
          .end_column = begin.column + static_cast<std::uint32_t>(marked),
          .byte = static_cast<std::uint32_t>(where.begin - (line_end - line.size())),
          .pointer = arena.copy(std::string_view(inventory.pointer(entity, path))),
          .snippet = line};
}

}  // namespace martech_audit

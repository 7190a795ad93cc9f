// FieldPath: a field of the model, found when the program is compiled.
//
//   constexpr auto purchased = path_of(EntityKind::tool, "seats.purchased");
//   const Value& seats = at(tool, purchased);
//
// A path that the field table does not have does not compile.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/slots.h"
#include "model/field_table.h"

namespace martech_audit::model {

struct FieldPath {
  static constexpr std::size_t max_depth = 4;

  std::array<std::uint8_t, max_depth> slots{};  // from the entity through its blocks and references
  std::uint8_t depth = 0;
  FieldKind kind = FieldKind::text;
  bool list = false;
  Presence presence = Presence::optional;
  std::string_view text;  // as rules write it: "seats.purchased"; Missing::path
};

// Runs through blocks and single references ("owner.department"); nothing where the table has no such path.
constexpr std::optional<FieldPath> find_path(const Shape& from, std::string_view path) {
  FieldPath found{.text = path};
  const Shape* shape = &from;
  bool ended = false;  // not told by a null pointer: GCC's sanitizers cannot compare one when compiling
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    if (ended || found.depth == FieldPath::max_depth) return std::nullopt;
    const auto slot = shape->index_of(path.substr(begin, end - begin));
    if (!slot) return std::nullopt;
    const Field& field = shape->fields[*slot];
    found.slots[found.depth++] = static_cast<std::uint8_t>(*slot);
    found.kind = field.kind;
    found.list = field.list;
    found.presence = field.presence;
    ended = field.list || (field.kind != FieldKind::reference && field.kind != FieldKind::block);
    if (!ended) shape = field.kind == FieldKind::reference ? &shape_for(field.target) : field.block;
    begin = end + 1;
  }
  return found;
}

// `path` must outlive the FieldPath; a literal does.
consteval FieldPath path_of(EntityKind kind, std::string_view path) {
  const auto found = find_path(shape_for(kind), path);
  if (!found) throw "the field table has no such path";
  return *found;
}

inline constexpr Value not_given = Value::unknown();

// The value at the end of the path. Where a block or reference on the way is not there, the unknown found in
// its place, with the user's reason where it was marked not_applicable. `record` must be of the kind that the
// path starts from.
inline const Value& at(const Record& record, const FieldPath& path) {
  const Value* value = &values_of(record)[path.slots[0]];
  for (std::uint8_t step = 1; step < path.depth; ++step) {
    if (!value->is(ValueKind::record)) return *value;
    const Record& inner = *value->as_record();
    if (!values_of(inner)) return not_given;
    value = &values_of(inner)[path.slots[step]];
  }
  return *value;
}

}  // namespace martech_audit::model

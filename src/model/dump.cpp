#include "model/dump.h"

#include <fmt/format.h>

#include "base/dates.h"
#include "base/decimals.h"
#include "base/slots.h"
#include "model/field_table.h"
#include "model/storage.h"

namespace martech_audit {
namespace {

std::string value_in_words(const Value& value);

std::string join_items(std::span<const Value> items) {
  std::string text;
  for (const Value& item : items) text += fmt::format("{}{}", text.empty() ? "" : ", ", value_in_words(item));
  return text;
}

std::string join_entries(const Map& map) {
  std::string text;
  for (const MapEntry& entry : map.entries) {
    text +=
        fmt::format("{}{}: {}", text.empty() ? "" : ", ", entry.key.as_text(), value_in_words(entry.value));
  }
  return text;
}

bool is_shown(const Value& value) {
  if (value.is(ValueKind::list)) return !value.as_list().empty();
  return !value.is_unknown() || !value.missing().empty();
}

std::string block_in_words(const Record& record) {
  const Shape& shape = shape_of(record);
  std::string text;
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    if (!is_shown(values_of(record)[i])) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", shape.fields[i].name,
                        value_in_words(values_of(record)[i]));
  }
  return "{" + text + "}";
}

std::string record_in_words(const Record& record) {
  if (!is_entity(record)) return block_in_words(record);
  return fmt::format("{}:{}", shape_of(record).name, model::id_of(record));
}

std::string date_in_words(const Value& date) {
  return fmt::format("{}{}", date.is_before() ? "before " : "", to_string(from_days(date.as_integer())));
}

std::string value_in_words(const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      return "null";
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return fmt::format("{}", value.as_integer());
    case ValueKind::real:
      return fmt::format("{}", value.as_real());
    case ValueKind::string:
      return std::string(value.as_text());
    case ValueKind::decimal:
      return decimal_of(value).to_string();
    case ValueKind::date:
      return date_in_words(value);
    case ValueKind::list:
      return "[" + join_items(value.as_list()) + "]";
    case ValueKind::map:
      return "{" + join_entries(*value.as_map()) + "}";
    case ValueKind::record:
      return record_in_words(*value.as_record());
    case ValueKind::unknown:
      return fmt::format("not_applicable({})", value.missing()[0].not_applicable);
    default:
      return "?";
  }
}

}  // namespace

std::string dump(const Record& record) {
  const Shape& shape = shape_of(record);
  const std::string_view id = model::id_of(record);
  std::string text = id.empty() ? fmt::format("{}\n", shape.name) : fmt::format("{} '{}'\n", shape.name, id);
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    const bool is_listing = shape.id == model::organisation_shape.id && shape.fields[i].in_place;
    if (shape.fields[i].name == "id" || is_listing || !is_shown(values_of(record)[i])) continue;
    text += fmt::format("  {}: {}\n", shape.fields[i].name, value_in_words(values_of(record)[i]));
  }
  if (shape.open && values_of(record)[shape.fields.size()].is(ValueKind::map)) {
    text += fmt::format("  x: {}\n", value_in_words(values_of(record)[shape.fields.size()]));
  }
  return text;
}

std::string dump(const Inventory& inventory) {
  std::string text;
  for (std::size_t kind = 0; kind < entity_kind_count; ++kind) {
    for (const Record& record : inventory.entities(static_cast<EntityKind>(kind))) text += dump(record);
  }
  return text;
}

}  // namespace martech_audit

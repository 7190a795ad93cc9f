#include "cli/value_json.h"

#include <cmath>
#include <string>

#include "base/dates.h"
#include "cel/cel.h"
#include "martech_audit/inventory.h"
#include "martech_audit/money.h"

namespace martech_audit::cli {
namespace {

using Json = nlohmann::ordered_json;

Json id_as_json(const Record& record) {
  if (!shape_of(record).index_of("id")) return nullptr;
  const Value id = read(record, "id");
  return id.is(ValueKind::string) ? Json(id.as_text()) : Json(nullptr);
}

// What stands between the quotes of timestamp("…") and duration("…").
std::string quoted(const Value& value) {
  const std::string text = cel::to_text(value);
  const std::size_t begin = text.find('"') + 1;
  return text.substr(begin, text.rfind('"') - begin);
}

Json number(double real) {
  if (std::isnan(real)) return "NaN";
  if (std::isinf(real)) return real > 0 ? "Infinity" : "-Infinity";
  return real;
}

Json octets(std::string_view bytes) {
  Json list = Json::array();
  for (const char c : bytes) list.push_back(static_cast<unsigned char>(c));
  return list;
}

// Within a record other entities are named, or a circle of references would never end.
Json within(const Value& value);

Json list_of(std::span<const Value> items, Json (*one)(const Value&)) {
  Json list = Json::array();
  for (const Value& item : items) list.push_back(one(item));
  return list;
}

Json map_of(const Map& map, Json (*one)(const Value&)) {
  Json object = Json::object();
  for (const MapEntry& entry : map.entries) {
    const bool text = entry.key.is(ValueKind::string);
    object[text ? std::string(entry.key.as_text()) : cel::to_text(entry.key)] = one(entry.value);
  }
  return object;
}

Json fields_of(const Record& record) {
  const Shape& shape = shape_of(record);
  Json object = Json::object();
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    const Value& value = record.slots[i];
    const bool empty = value.is_unknown() || (value.is(ValueKind::list) && value.as_list().empty());
    if (!empty) object[std::string(shape.fields[i].name)] = within(value);
  }
  if (shape.open && record.slots[shape.fields.size()].is(ValueKind::map)) {
    object.update(map_of(*record.slots[shape.fields.size()].as_map(), &within));
  }
  return object;
}

Json within(const Value& value) {
  if (value.is(ValueKind::record)) {
    const Record& record = *value.as_record();
    return is_entity(record) ? id_as_json(record) : fields_of(record);
  }
  return value.is(ValueKind::list) ? list_of(value.as_list(), &within) : to_json(value);
}

Json unknown(std::span<const Missing> missing) {
  Json list = Json::array();
  for (const Missing& one : missing) {
    Json entry = Json::object();
    if (one.entity != nullptr) {
      entry["entity"] = shape_of(*one.entity).name;
      entry["id"] = id_as_json(*one.entity);
    }
    entry["path"] = one.path;
    if (one.not_applicable.data() != nullptr) entry["not_applicable"] = one.not_applicable;
    list.push_back(std::move(entry));
  }
  return {{"unknown", std::move(list)}};
}

}  // namespace

Json to_json(const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      return nullptr;
    case ValueKind::boolean:
      return value.as_boolean();
    case ValueKind::integer:
      return value.as_integer();
    case ValueKind::unsigned_integer:
      return value.as_unsigned();
    case ValueKind::real:
      return number(value.as_real());
    case ValueKind::decimal:
      return Decimal{value.as_integer(), static_cast<std::int32_t>(value.scale())}.to_double();
    case ValueKind::string:
    case ValueKind::type:
      return value.as_text();
    case ValueKind::bytes:
      return octets(value.as_text());
    case ValueKind::timestamp:
    case ValueKind::duration:
      return quoted(value);
    case ValueKind::date:
      return to_string(from_days(value.as_integer()));
    case ValueKind::list:
      return list_of(value.as_list(), &to_json);
    case ValueKind::map:
      return map_of(*value.as_map(), &to_json);
    case ValueKind::optional:
      return value.as_optional() == nullptr ? Json(nullptr) : to_json(*value.as_optional());
    case ValueKind::record:
      return fields_of(*value.as_record());
    case ValueKind::unknown:
      return unknown(value.missing());
    case ValueKind::error:
      return {{"error", value.as_error()->message}};
  }
  return nullptr;
}

}  // namespace martech_audit::cli

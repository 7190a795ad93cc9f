#include "cli/value_json.h"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/decimals.h"
#include "base/slots.h"
#include "cel/cel.h"
#include "martech_audit/inventory.h"
#include "martech_audit/money.h"

namespace martech_audit::cli {
namespace {

using record::JsonWriter;
constexpr auto on_lines = JsonWriter::Layout::lines;

void write_id(JsonWriter& json, const Record& record) {
  const Value id = shape_of(record).index_of("id") ? read(record, "id") : Value();
  id.is(ValueKind::string) ? json.string(id.as_text()) : json.null();
}

// What stands between the quotes of timestamp("…") and duration("…").
std::string quoted(const Value& value) {
  const std::string text = cel::to_text(value);
  const std::size_t begin = text.find('"') + 1;
  return text.substr(begin, text.rfind('"') - begin);
}

void write_real(JsonWriter& json, double real) {
  if (std::isnan(real)) return json.string("NaN");
  if (std::isinf(real)) return json.string(real > 0 ? "Infinity" : "-Infinity");
  const std::string text = fmt::format("{}", real);
  json.number(text.find_first_of(".e") == text.npos ? text + ".0" : text);
}

void write_octets(JsonWriter& json, std::string_view bytes) {
  json.begin_array(on_lines);
  for (const char c : bytes) json.integer(static_cast<unsigned char>(c));
  json.end_array();
}

using WriteOne = void (*)(JsonWriter&, const Value&);

void write_list(JsonWriter& json, std::span<const Value> items, WriteOne one) {
  json.begin_array(on_lines);
  for (const Value& item : items) one(json, item);
  json.end_array();
}

// Keys may be alike as texts: 1 and "1". The last one counts.
void write_entries(JsonWriter& json, const Map& map, WriteOne one) {
  std::vector<std::pair<std::string, const Value*>> members;
  std::unordered_map<std::string, std::size_t> places;
  for (const MapEntry& entry : map.entries) {
    const bool text = entry.key.is(ValueKind::string);
    std::string key = text ? std::string(entry.key.as_text()) : cel::to_text(entry.key);
    const auto [place, is_new] = places.try_emplace(key, members.size());
    if (is_new) members.emplace_back(std::move(key), nullptr);
    members[place->second].second = &entry.value;
  }
  for (const auto& [key, value] : members) {
    json.any_key(key);
    one(json, *value);
  }
}

void write_map(JsonWriter& json, const Map& map, WriteOne one) {
  json.begin_object(on_lines);
  write_entries(json, map, one);
  json.end_object();
}

// Within a record other entities are named, or a circle of references would never end.
void write_within(JsonWriter& json, const Value& value);

void write_fields(JsonWriter& json, const Record& record) {
  const Shape& shape = shape_of(record);
  json.begin_object(on_lines);
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    const Value& value = values_of(record)[i];
    if (value.is_unknown() || (value.is(ValueKind::list) && value.as_list().empty())) continue;
    json.key(shape.fields[i].name);
    write_within(json, value);
  }
  if (shape.open && values_of(record)[shape.fields.size()].is(ValueKind::map)) {
    write_entries(json, *values_of(record)[shape.fields.size()].as_map(), &write_within);
  }
  json.end_object();
}

void write_within(JsonWriter& json, const Value& value) {
  if (value.is(ValueKind::record)) {
    const Record& record = *value.as_record();
    is_entity(record) ? write_id(json, record) : write_fields(json, record);
  } else if (value.is(ValueKind::list)) {
    write_list(json, value.as_list(), &write_within);
  } else {
    write_value(json, value);
  }
}

void write_missing(JsonWriter& json, std::span<const Missing> missing) {
  json.begin_array(on_lines);
  for (const Missing& one : missing) {
    json.begin_object(on_lines);
    if (one.entity != nullptr) {
      json.key("entity");
      json.string(shape_of(*one.entity).name);
      json.key("id");
      write_id(json, *one.entity);
    }
    json.key("path");
    json.string(one.path);
    if (one.not_applicable.data() != nullptr) {
      json.key("not_applicable");
      json.string(one.not_applicable);
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_outcome(JsonWriter& json, const Value& value) {
  if (value.is_unknown()) {
    json.key("unknown");
    write_missing(json, value.missing());
  } else if (value.is_error()) {
    json.key("error");
    json.string(value.as_error()->message);
  } else {
    json.key("value");
    write_value(json, value);
  }
}

void write_value(JsonWriter& json, const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      return json.null();
    case ValueKind::boolean:
      return json.boolean(value.as_boolean());
    case ValueKind::integer:
      return json.integer(value.as_integer());
    case ValueKind::unsigned_integer:
      return json.unsigned_integer(value.as_unsigned());
    case ValueKind::real:
      return write_real(json, value.as_real());
    case ValueKind::decimal:
      return write_real(json, decimal_of(value).to_double());
    case ValueKind::string:
    case ValueKind::type:
      return json.string(value.as_text());
    case ValueKind::bytes:
      return write_octets(json, value.as_text());
    case ValueKind::timestamp:
    case ValueKind::duration:
      return json.string(quoted(value));
    case ValueKind::date:
      return json.string(to_string(from_days(value.as_integer())));
    case ValueKind::list:
      return write_list(json, value.as_list(), &write_value);
    case ValueKind::map:
      return write_map(json, *value.as_map(), &write_value);
    case ValueKind::optional:
      return value.as_optional() == nullptr ? json.null() : write_value(json, *value.as_optional());
    case ValueKind::record:
      return write_fields(json, *value.as_record());
    case ValueKind::unknown:
    case ValueKind::error:
      json.begin_object(on_lines);
      write_outcome(json, value);
      return json.end_object();
  }
}

}  // namespace martech_audit::cli

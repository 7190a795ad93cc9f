#include "diff/canonical.h"

#include <fmt/format.h>

#include "base/dates.h"
#include "base/decimals.h"
#include "base/slots.h"
#include "martech_audit/money.h"

namespace martech_audit {
namespace {

std::string id_of(const Record& entity, const FormerIds& former) {
  const auto found = former.find(&entity);
  if (found != former.end()) return std::string(found->second);
  return std::string(text_at(entity, "id"));
}

// Near enough: the program computes with neither.
std::string number(const Value& decimal) {
  const Decimal exact = decimal_of(decimal);
  return fmt::format("{}", exact.to_double());
}

void add(std::string& text, std::string_view part) {
  text += fmt::format("{}{}", text.empty() ? "" : ", ", part);
}

}  // namespace

bool is_given(const Value& value) {
  if (value.is(ValueKind::list)) return !value.as_list().empty();
  if (value.is(ValueKind::map)) return !value.as_map()->entries.empty();
  return !value.is_unknown();
}

std::string canonical(const Value& value, const FormerIds& former) {
  std::string inside;
  switch (value.kind()) {
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return std::to_string(value.as_integer());
    case ValueKind::decimal:
      return number(value);
    case ValueKind::date:
      return (value.is_before() ? "before " : "") + to_string(from_days(value.as_integer()));
    case ValueKind::string:
      return std::string(value.as_text());
    case ValueKind::record:
      if (is_entity(*value.as_record())) return id_of(*value.as_record(), former);
      return fmt::format("{{{}}}", canonical(*value.as_record(), former));
    case ValueKind::list:
      for (const Value& item : value.as_list()) add(inside, canonical(item, former));
      return fmt::format("[{}]", inside);
    case ValueKind::map:
      for (const MapEntry& entry : value.as_map()->entries)
        add(inside, fmt::format("{}: {}", entry.key.as_text(), canonical(entry.value, former)));
      return fmt::format("{{{}}}", inside);
    default:
      return {};
  }
}

std::string canonical(const Record& record, const FormerIds& former) {
  std::string text;
  for (std::size_t i = 0; i < shape_of(record).fields.size(); ++i) {
    const Value& value = values_of(record)[i];
    if (is_given(value))
      add(text, fmt::format("{}: {}", shape_of(record).fields[i].name, canonical(value, former)));
  }
  return text;
}

std::string canonical_item(const Value& item, const FormerIds& former) {
  const bool is_block = item.is(ValueKind::record) && !is_entity(*item.as_record());
  return canonical(is_block ? values_of(*item.as_record())[0] : item, former);
}

}  // namespace martech_audit

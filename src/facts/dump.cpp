#include <fmt/format.h>

#include "base/arena.h"
#include "base/dates.h"
#include "base/decimals.h"
#include "facts/facts.h"
#include "martech_audit/money.h"

namespace martech_audit {
namespace {

std::string_view id_of(const Record& record) {
  if (!shape_of(record).index_of("id")) return {};
  return text_at(record, "id");
}

std::string to_text(const Value& value);

std::string field(const Missing& missing, const Record& reader) {
  const std::string_view id = id_of(*missing.entity);
  const std::string owner = missing.entity == &reader ? std::string()
                                                      : fmt::format("{}{}{}.", shape_of(*missing.entity).name,
                                                                    id.empty() ? "" : " ", id);
  const std::string reason =
      missing.not_applicable.data() == nullptr ? "" : fmt::format(": {}", missing.not_applicable);
  return fmt::format("{}{}{}", owner, missing.path, reason);
}

// "at least 53 "
std::string bounds(std::span<const Missing> missing) {
  if (missing.empty() || missing.front().between.of.empty()) return {};
  const Between& between = missing.front().between;
  std::string text;
  if (between.least != Between{}.least) text += fmt::format(" at least {}", between.least);
  if (between.most != Between{}.most) text += fmt::format(" at most {}", between.most);
  return text;
}

std::string unknown(const Value& value, const Record& reader) {
  std::string fields;
  for (const Missing& missing : value.missing()) {
    fields += fmt::format("{}{}", fields.empty() ? "" : ", ", field(missing, reader));
  }
  return fmt::format("unknown{} ({})", bounds(value.missing()), fields);
}

std::string list(std::span<const Value> items) {
  std::string text;
  for (const Value& item : items) text += fmt::format("{}{}", text.empty() ? "" : ", ", to_text(item));
  return fmt::format("[{}]", text);
}

std::string map(const Map& entries) {
  std::string text;
  for (const MapEntry& entry : entries.entries) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", to_text(entry.key), to_text(entry.value));
  }
  return fmt::format("{{{}}}", text);
}

std::string to_text(const Value& value) {
  switch (value.kind()) {
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return fmt::to_string(value.as_integer());
    case ValueKind::real:
      return fmt::format("{:.4f}", value.as_real());
    case ValueKind::decimal:
      return decimal_of(value).to_string();
    case ValueKind::date:
      return to_string(from_days(value.as_integer()));
    case ValueKind::string:
      return fmt::format("'{}'", value.as_text());
    case ValueKind::record:
      return std::string(id_of(*value.as_record()));
    case ValueKind::list:
      return list(value.as_list());
    case ValueKind::map:
      return map(*value.as_map());
    default:
      return "?";
  }
}

}  // namespace

std::string dump(const Inventory& inventory, const Facts& facts) {
  std::string text;
  Arena memory;
  for (const Fact& fact : all_facts()) {
    for (const Record& record : inventory.entities(fact.of)) {
      const Value value = facts.of(record, fact.name, memory);
      const std::string_view id = id_of(record);
      text += fmt::format("{}{}{} {} = {}\n", name(fact.of), id.empty() ? "" : " ", id, fact.name,
                          value.is_unknown() ? unknown(value, record) : to_text(value));
    }
  }
  return text;
}

}  // namespace martech_audit

#include "facts/past.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/dates.h"
#include "base/slots.h"
#include "model/field_table.h"

namespace martech_audit {
namespace {

constexpr std::size_t status_slot = *model::tool_shape.index_of("status");
constexpr std::size_t retired_slot = *model::tool_shape.index_of("retired_on");
constexpr std::array beginning_slots{*model::tool_shape.index_of("purchased_on"),
                                     *model::tool_shape.index_of("live_on")};

bool lies_ahead(std::string_view status) { return status == "planned" || status == "cancelled"; }

bool can_lie_ahead(const Field& field) {
  return field.name == "status" && std::ranges::any_of(field.words, lies_ahead);
}

// By shape: the fields in which days of what is over stand, and the blocks that have such.
struct Columns {
  std::array<std::vector<std::uint8_t>, model::shape_count> of_shape;
  std::array<bool, model::shape_count> known{};

  const std::vector<std::uint8_t>& of(const Shape& shape) {
    std::vector<std::uint8_t>& columns = of_shape[shape.id];
    if (std::exchange(known[shape.id], true)) return columns;
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
      const Field& field = shape.fields[i];
      const bool inside = field.block != nullptr && !of(*field.block).empty();
      if (field.happened || inside) columns.push_back(static_cast<std::uint8_t>(i));
    }
    return columns;
  }
};

class PastCheck {
 public:
  PastCheck(const Inventory& inventory, Date as_of, Diagnostics& diagnostics)
      : inventory_(inventory),
        as_of_(as_of),
        latest_(days_since_epoch(as_of) + 1),
        diagnostics_(diagnostics) {}

  void check(const Record& record) {
    const Shape& shape = shape_of(record);
    const auto& columns = columns_.of(shape);
    if (columns.empty() || is_ahead(record, shape)) return;
    for (const std::size_t column : columns) check(record, shape.fields[column], values_of(record)[column]);
  }

  // What is retired has been used for the last time.
  void check_end(const Record& tool) {
    const Value& status = values_of(tool)[status_slot];
    const Value& day = values_of(tool)[retired_slot];
    if (!status.is(ValueKind::string) || status.as_text() != "retired") return;
    if (!day.is(ValueKind::date) || day.is_before() || day.as_integer() <= latest_) return;
    diagnostics_.error(inventory_.where(tool, "retired_on"),
                       fmt::format("'retired_on' ({}) is in the future, but the tool is retired",
                                   to_string(from_days(day.as_integer()))),
                       "correct the date, or set 'status: retiring'");
  }

  // A tool that is used is bought and live; rules spare it while it is young.
  void check_beginning(const Record& tool) {
    const Value& status = values_of(tool)[status_slot];
    if (!status.is(ValueKind::string) || !is_used(status.as_text())) return;
    for (const std::size_t slot : beginning_slots) {
      const Value& day = values_of(tool)[slot];
      if (!day.is(ValueKind::date) || day.is_before() || day.as_integer() <= latest_) continue;
      const std::string_view field = model::tool_shape.fields[slot].name;
      diagnostics_.warning(inventory_.where(tool, field),
                           fmt::format("'{}' ({}) is in the future, but the tool is {}", field,
                                       to_string(from_days(day.as_integer())), status.as_text()),
                           "correct the date, or set 'status: implementing'");
    }
  }

 private:
  static bool is_used(std::string_view status) {
    return status == "active" || status == "retiring" || status == "retired";
  }

  void check(const Record& record, const Field& field, const Value& value) {
    if (value.is(ValueKind::record)) return check(*value.as_record());
    if (value.is(ValueKind::list)) {
      for (const Value& item : value.as_list()) check(record, field, item);
    } else if (value.is(ValueKind::map)) {
      for (const MapEntry& entry : value.as_map()->entries) check(record, field, entry.value);
    } else if (value.is(ValueKind::date) && value.as_integer() > latest_) {
      report(record, field, value);
    }
  }

  void report(const Record& record, const Field& field, const Value& value) {
    const bool planned = std::ranges::any_of(shape_of(record).fields, can_lie_ahead);
    diagnostics_.error(inventory_.where(record, field.name),
                       fmt::format("'{}' ({}) is after the audit date, {}", field.name,
                                   to_string(from_days(value.as_integer())), to_string(as_of_)),
                       fmt::format("correct it{}, or change the audit date with --as-of",
                                   planned ? ", set 'status: planned'" : ""));
  }

  static bool is_ahead(const Record& record, const Shape& shape) {
    const auto status = shape.index_of("status");
    if (!status || !values_of(record)[*status].is(ValueKind::string)) return false;
    return lies_ahead(values_of(record)[*status].as_text());
  }

  const Inventory& inventory_;
  Date as_of_;
  std::int64_t latest_;
  Diagnostics& diagnostics_;
  Columns columns_;
};

}  // namespace

void check_past_days(const Inventory& inventory, Date as_of, Diagnostics& diagnostics) {
  PastCheck past(inventory, as_of, diagnostics);
  past.check(inventory.organisation());
  for (std::size_t kind = 1; kind < entity_kind_count; ++kind) {
    for (const Record& record : inventory.entities(static_cast<EntityKind>(kind))) past.check(record);
  }
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    past.check_beginning(tool);
    past.check_end(tool);
  }
}

}  // namespace martech_audit

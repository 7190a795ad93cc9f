#include "facts/past.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
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

// By shape: the fields in which days stand, and the blocks that have such.
struct Columns {
  std::array<std::vector<std::uint8_t>, model::shape_count> of_shape;
  std::array<bool, model::shape_count> known{};

  const std::vector<std::uint8_t>& of(const Shape& shape) {
    std::vector<std::uint8_t>& columns = of_shape[shape.id];
    if (std::exchange(known[shape.id], true)) return columns;
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
      const Field& field = shape.fields[i];
      const bool inside = field.block != nullptr && !of(*field.block).empty();
      if ((field.kind == FieldKind::date && !field.derived) || inside)
        columns.push_back(static_cast<std::uint8_t>(i));
    }
    return columns;
  }
};

class PastCheck {
 public:
  PastCheck(const Inventory& inventory, Date as_of, Diagnostics& diagnostics)
      : inventory_(inventory),
        as_of_(as_of),
        today_(days_since_epoch(as_of)),
        latest_(today_ + 1),
        diagnostics_(diagnostics) {}

  void check(const Record& record, bool is_planned = false) {
    const Shape& shape = shape_of(record);
    const auto& columns = columns_.of(shape);
    if (columns.empty()) return;
    const bool planned = is_planned || is_ahead(record, shape);
    for (const std::size_t column : columns)
      check(record, shape.fields[column], values_of(record)[column], planned);
  }

  // What is retired has been used for the last time.
  void check_end(const Record& tool) {
    const Value& status = values_of(tool)[status_slot];
    const Value& day = values_of(tool)[retired_slot];
    if (!status.is(ValueKind::string) || status.as_text() != "retired") return;
    if (!day.is(ValueKind::date) || day.is_before() || day.as_integer() <= latest_) return;
    said_.insert({&tool, "retired_on"});
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
      said_.insert({&tool, field});
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

  void check(const Record& record, const Field& field, const Value& value, bool planned) {
    if (value.is(ValueKind::record)) return check(*value.as_record(), planned);
    if (value.is(ValueKind::list)) {
      for (const Value& item : value.as_list()) check(record, field, item, planned);
    } else if (value.is(ValueKind::map)) {
      for (const MapEntry& entry : value.as_map()->entries) check(record, field, entry.value, planned);
    } else if (value.is(ValueKind::date)) {
      check_day(record, field, value, planned);
    }
  }

  void check_day(const Record& record, const Field& field, const Value& day, bool planned) {
    if (field.happened && !planned && day.as_integer() > latest_) return report(record, field, day);
    const bool is_ahead = day.as_integer() > today_;
    const int most = is_ahead ? field.reach.after : field.reach.before;
    const Date other = from_days(day.as_integer());
    const Date last = is_ahead ? as_of_ + std::chrono::years{most} : other + std::chrono::years{most};
    if (most == 0 || said_.contains({&record, field.name}) || (is_ahead ? other : as_of_) <= last) return;
    diagnostics_.warning(
        inventory_.where(record, field.name),
        fmt::format("'{}' ({}) is more than {} years {} the audit date, {}", field.name, to_string(other),
                    most, is_ahead ? "after" : "before", to_string(as_of_)),
        "correct it, or leave it out if unknown");
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
  std::int64_t today_, latest_;
  Diagnostics& diagnostics_;
  Columns columns_;
  std::set<std::pair<const Record*, std::string_view>> said_;  // only asked whether one is there
};

}  // namespace

void check_past_days(const Inventory& inventory, Date as_of, Diagnostics& diagnostics) {
  PastCheck past(inventory, as_of, diagnostics);
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    past.check_beginning(tool);
    past.check_end(tool);
  }
  past.check(inventory.organisation());
  for (std::size_t kind = 1; kind < entity_kind_count; ++kind) {
    for (const Record& record : inventory.entities(static_cast<EntityKind>(kind))) past.check(record);
  }
}

}  // namespace martech_audit

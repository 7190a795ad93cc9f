#include <fmt/format.h>

#include "base/dates.h"
#include "base/decimals.h"
#include "model/field_path.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

// A field that has limits.
struct Rule {
  std::string_view field;  // its path from the entity
  FieldPath path;
  std::span<const Limit> limits;
  std::vector<FieldPath> others;  // one a limit
};

class Rules {
 public:
  explicit Rules(const Shape& shape) : shape_(shape) { collect(shape, ""); }

  auto begin() const { return rules_.begin(); }
  auto end() const { return rules_.end(); }

 private:
  void collect(const Shape& shape, const std::string& prefix) {
    for (const Field& field : shape.fields) {
      const std::string path = prefix + std::string(field.name);
      if (!field.limits.empty()) add(path, field.limits);
      if (field.kind == FieldKind::block && !field.list) collect(*field.block, path + ".");
    }
  }

  void add(const std::string& path, std::span<const Limit> limits) {
    const std::string_view field = texts_.copy(std::string_view(path));
    Rule& rule = rules_.emplace_back(Rule{field, *find_path(shape_, field), limits, {}});
    for (const Limit& limit : limits) rule.others.push_back(*find_path(shape_, limit.other));
  }

  const Shape& shape_;
  Arena texts_;
  std::vector<Rule> rules_;
};

bool is_numeric(const Value& value) { return value.is(ValueKind::integer) || value.is(ValueKind::decimal); }

double as_double(const Value& value) {
  if (value.is(ValueKind::integer)) return static_cast<double>(value.as_integer());
  return decimal_of(value).to_double();
}

// A date that is only known to be earlier than a day breaks a limit if even the day before does; as a limit
// it says nothing.
bool is_broken(const Value& value, const Limit& limit, const Value& other) {
  if (limit.kind == Limit::Kind::at_most) {
    const bool is_no_measure = limit.times > 1 && as_double(other) == 0;
    return !is_no_measure && as_double(value) > limit.times * as_double(other);
  }
  return !other.is_before() && value.as_integer() - (value.is_before() ? 1 : 0) < other.as_integer();
}

std::string limit_in_words(const Value& value) {
  if (value.is(ValueKind::integer)) return fmt::format("{}", value.as_integer());
  if (value.is(ValueKind::date)) {
    return fmt::format("{}{}", value.is_before() ? "before " : "", to_string(from_days(value.as_integer())));
  }
  return decimal_of(value).to_string();
}

std::string record_in_words(const Record& record) {
  const std::string_view shape = shape_of(record).name;
  const std::string_view id = id_of(record);
  return id.empty() ? std::string(shape) : fmt::format("{} '{}'", shape, id);
}

std::string relation_in_words(const Limit& limit) {
  if (limit.kind == Limit::Kind::not_before) return "earlier than";
  return limit.times == 1 ? "more than" : fmt::format("more than {} times", limit.times);
}

void report(Building& building, const Record& record, const Rule& rule, const Limit& limit,
            const Value& value, const Value& other) {
  const std::string relation = relation_in_words(limit);
  building.diagnostics.add({limit.warns ? DiagnosticLevel::warning : DiagnosticLevel::error,
                            location_of(building.storage, record, rule.field),
                            fmt::format("{}: '{}' ({}) is {} '{}' ({})", record_in_words(record), rule.field,
                                        limit_in_words(value), relation, limit.other, limit_in_words(other)),
                            limit.warns && limit.times == 1 ? "" : "correct one of the two"});
}

void check(Building& building, const Record& record, const Rule& rule) {
  const Value& value = at(record, rule.path);
  if (!is_numeric(value) && !value.is(ValueKind::date)) return;
  for (std::size_t i = 0; i < rule.limits.size(); ++i) {
    const Value& other = at(record, rule.others[i]);
    if (other.is_unknown()) continue;
    if (is_broken(value, rule.limits[i], other)) {
      report(building, record, rule, rule.limits[i], value, other);
    }
    return;
  }
}

void check_all(Building& building, const Shape& shape, std::span<const Record* const> records) {
  const Rules rules(shape);
  for (const Record* record : records) {
    for (const Rule& rule : rules) check(building, *record, rule);
  }
}

void add_items(const Value& list, std::vector<const Record*>& records) {
  if (!list.is(ValueKind::list)) return;
  for (const Value& item : list.as_list()) records.push_back(item.as_record());
}

}  // namespace

void check_limits(Building& building) {
  const Inventory::Storage& storage = building.storage;
  for (std::size_t kind = 1; kind < entity_kind_count; ++kind) {
    std::vector<const Record*> records;
    for (const Record& record : storage.list(static_cast<EntityKind>(kind)).records)
      records.push_back(&record);
    check_all(building, *shapes[kind], records);
  }
  std::vector<const Record*> waivers;
  add_items(read(storage.organisation, "waivers"), waivers);
  for (const Value& list : storage.waivers_beside) add_items(list, waivers);
  check_all(building, waiver_shape, waivers);
  waivers.clear();
  for (const Record& tool : storage.list(EntityKind::tool).records) add_items(read(tool, "waivers"), waivers);
  check_all(building, tool_waiver_shape, waivers);
}

}  // namespace martech_audit::model

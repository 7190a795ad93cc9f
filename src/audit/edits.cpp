#include "audit/edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include "model/field_table.h"
#include "tables/row_values.h"

namespace martech_audit {
namespace {

constexpr std::size_t most_targets = 4;       // entities to try a reference with
constexpr std::size_t most_connections = 40;  // tools to try a connection with
// To call a thing otherwise, or to make it cheaper in the file, mends nothing.
constexpr std::array<std::string_view, 17> left_alone{"id",
                                                      "name",
                                                      "title",
                                                      "aliases",
                                                      "url",
                                                      "tags",
                                                      "notes",
                                                      "waivers",
                                                      "vendor",
                                                      "currency",
                                                      "cost",
                                                      "one_time",
                                                      "size",
                                                      "retired_on",
                                                      "left_on",
                                                      "pricing.unit_price",
                                                      "pricing.lower_plan"};

// What is so, or was agreed: it can be told where it was left out, not told otherwise.
constexpr std::array<std::string_view, 25> told_once{"kind",
                                                     "contract.auto_renews",
                                                     "contract.notice_days",
                                                     "usage.last_activity_on",
                                                     "usage.features_used",
                                                     "seats.assigned",
                                                     "review_days",
                                                     "live_on",
                                                     "purchased_on",
                                                     "purchase_channel",
                                                     "criticality",
                                                     "operated_by",
                                                     "contract.starts",
                                                     "period.starts",
                                                     "period.ends",
                                                     "contract.ends",
                                                     "contract.term_months",
                                                     "contract.billing",
                                                     "from",
                                                     "to",
                                                     "tool",
                                                     "starts",
                                                     "collected",
                                                     "in_use",
                                                     "usage.features_available"};

// What excuses a thing from being judged, or explains its figures away, by kind of entity: to say so is no
// fix, even where it is true. Whoever knows better says it without being told.
constexpr std::array<std::string_view, 23> excuses{"tool.status",
                                                   "tool.kpis",  // beside a reason: objectives
                                                   "tool.operated_by",
                                                   "tool.consumption",
                                                   "tool.contract.billing",
                                                   "tool.contract.initial_term_months",
                                                   "tool.contract.renewal_term_months",
                                                   "tool.kind",
                                                   "tool.criticality",
                                                   "tool.scope",
                                                   "tool.pricing.metrics",
                                                   "tool.usage.seasonal",
                                                   "tool.seats.planned",
                                                   "tool.seats.contract_minimum",
                                                   "tool.data.personal",
                                                   "tool.ai.used",
                                                   "tool.ai.autonomous",
                                                   "objective.status",
                                                   "objective.needs_technology",
                                                   "integration.status",
                                                   "dataset.personal",
                                                   "dataset.collected",
                                                   "channel.in_use"};

bool is_excuse(const Record& entity, std::string_view path) {
  const std::string full = fmt::format("{}.{}", shape_of(entity).name, path);
  return std::ranges::any_of(excuses, [&](std::string_view excuse) {
    return full == excuse || (full.starts_with(excuse) && full[excuse.size()] == '.');
  });
}

std::string json_string(std::string_view text) {
  return fmt::format("\"{}\"", text);
}  // ids, words and dates

std::string in_words(const Value& value) {
  switch (value.kind()) {
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return fmt::format("{}", value.as_integer());
    case ValueKind::string:
      return std::string(value.as_text());
    case ValueKind::date:
      return to_string(from_days(value.as_integer()));
    case ValueKind::record:
      return std::string(id_or_empty(value));
    default:
      return {};
  }
}

class Maker {
 public:
  Maker(const Inventory& inventory, const Record& entity, Date as_of)
      : inventory_(inventory), entity_(entity), today_(as_of) {
    collect_numbers(shape_of(entity), "");
  }

  std::vector<Edit> make() {
    add_fields(shape_of(entity_), "");
    if (is_tool()) add_cost();
    return std::move(edits_);
  }

 private:
  bool is_tool() const { return entity_.shape == static_cast<std::uint16_t>(EntityKind::tool); }

  // An amount counts with its period alone.
  void add_cost() {
    if (!read(entity_, "cost").is_unknown()) return;
    edits_.push_back({&entity_, "cost", R"({"amount":1000,"per":"year"})",
                      "{amount: (what the last invoice said), per: year}"});
  }

  // Links that say how, and what they move: without a reason they would be claims.
  void add_explained(const std::string& path) {
    constexpr std::string_view how = "stated in plain words", shown_how = "(in your own words)";
    const std::size_t before = edits_.size();
    for (const std::string_view id : ids_of(EntityKind::objective)) {
      const Record& objective = *inventory_.find(EntityKind::objective, id);
      std::vector<std::string> json, shown;  // of the KPIs; one without where it has none
      for (const Value& kpi : items_of(read(objective, "kpis"))) {
        json.push_back(fmt::format(R"(,"kpi":"{}")", id_or_empty(kpi)));
        shown.push_back(fmt::format(", kpi: {}", id_or_empty(kpi)));
      }
      if (json.empty()) json.emplace_back(), shown.emplace_back();
      for (std::size_t i = 0; i < json.size() && edits_.size() - before < most_targets; ++i) {
        edits_.push_back({&entity_,
                          path,
                          fmt::format(R"({{"id":"{}","how":"{}"{}}})", id, how, json[i]),
                          fmt::format("{{id: {}, how: {}{}}}", id, shown_how, shown[i]),
                          {},
                          true});
      }
    }
  }

  static bool is_single_block(const Field& field) {
    return field.kind == FieldKind::block && !field.list && field.block != nullptr;
  }

  void collect_numbers(const Shape& shape, const std::string& prefix) {
    for (const Field& field : shape.fields) {
      const std::string path = prefix + std::string(field.name);
      if (is_single_block(field)) {
        collect_numbers(*field.block, path + ".");
      } else if (field.kind == FieldKind::integer && !field.list) {
        const Value value = read(entity_, path);
        if (value.is(ValueKind::integer)) numbers_.insert(value.as_integer());
      }
    }
  }

  void add_fields(const Shape& shape, const std::string& prefix) {
    for (const Field& field : shape.fields) {
      const std::string path = prefix + std::string(field.name);
      const bool is_reason = field.name == "because";  // which only people can give
      if (field.derived || is_reason || is_settled(field, path)) continue;
      if (is_single_block(field)) {
        add_fields(*field.block, path + ".");
      } else if (field.kind != FieldKind::block) {
        add_values(field, path);
      }
    }
  }

  void add_values(const Field& field, const std::string& path) {
    switch (field.kind) {
      case FieldKind::boolean:
        for (const std::string_view word : {"true", "false"})
          add(field, path, std::string(word), std::string(word));
        break;
      case FieldKind::word:
        for (const std::string_view word : field.words)
          add(field, path, json_string(word), std::string(word));
        break;
      case FieldKind::text:
        if (!is_said(field, path))
          add(field, path, json_string("stated in plain words"), "(in your own words)");
        break;
      case FieldKind::decimal:
        if (!is_said(field, path))
          add(field, path, "0.75", "(a number)");  // a share, too, and seldom a baseline
        break;
      case FieldKind::date:
        for (const int days : {0, -30, 30, 365}) add_day(field, path, days);
        break;
      case FieldKind::integer:
        add_numbers(field, path);
        break;
      case FieldKind::reference:
        if (field.in_place) {
          add_connections(path);
        } else if (field.block == &model::tool_objective_shape) {
          add_explained(path);
        } else {
          add_targets(field, path);
        }
        break;
      default:
        break;
    }
  }

  bool is_settled(const Field& field, const std::string& path) const {
    if (is_excuse(entity_, path) || std::ranges::find(left_alone, path) != left_alone.end()) return true;
    return std::ranges::find(told_once, path) != told_once.end() && is_said(field, path);
  }

  bool is_said(const Field& field, const std::string& path) const {
    const Value value = read(entity_, path);
    return field.list ? !items_of(value).empty() : !value.is_unknown();
  }

  void add(const Field& field, const std::string& path, std::string json, std::string shown) {
    const Value now = read(entity_, path);
    if (field.list) {
      const auto same = [&](const Value& item) { return in_words(item) == shown; };
      if (std::ranges::any_of(items_of(now), same)) return;
      edits_.push_back({&entity_, path, std::move(json), std::move(shown), {}, true});
    } else if (in_words(now) != shown) {
      edits_.push_back({&entity_, path, std::move(json), std::move(shown), in_words(now)});
    }
  }

  void add_day(const Field& field, const std::string& path, int days) {
    const std::string day = to_string(from_days(days_since_epoch(today_) + days));
    add(field, path, json_string(day), day);
  }

  void add_numbers(const Field& field, const std::string& path) {
    if (field.list) return;
    const Value now = read(entity_, path);
    std::set<std::int64_t> values = numbers_;
    values.insert({0, 1, 2, 100});
    for (const std::int64_t value : values) {
      const bool allowed = value >= field.range.least && value <= field.range.most;
      if (!allowed || (now.is(ValueKind::integer) && now.as_integer() == value)) continue;
      add(field, path, fmt::format("{}", value), fmt::format("{}", value));
      edits_.back().number = value;
      if (now.is(ValueKind::integer)) edits_.back().number_now = now.as_integer();
    }
  }

  void add_targets(const Field& field, const std::string& path) {
    std::size_t added = 0;
    for (const std::string_view id : ids_of(field.target)) {
      if (added == most_targets) return;
      const std::size_t before = edits_.size();
      add(field, path, json_string(id), std::string(id));
      added += edits_.size() - before;
    }
  }

  void add_connections(const std::string& path) {
    std::size_t added = 0;
    for (const Record& tool : inventory_.entities(EntityKind::tool)) {
      if (&tool == &entity_ || text_or_empty(read(tool, "status")) == "retired") continue;
      if (added++ == most_connections) return;
      const std::string_view id = text_or_empty(read(tool, "id"));
      edits_.push_back({&entity_,
                        path,
                        fmt::format(R"({{"to":"{}","kind":"api","direction":"both","status":"active"}})", id),
                        fmt::format("{{to: {}, kind: api, direction: both, status: active}}", id),
                        {},
                        true});
    }
  }

  // Of persons those who are there, then teams; of objectives the active ones first.
  std::vector<std::string_view> ids_of(EntityKind kind) const {
    std::vector<std::string_view> ids;
    const auto take = [&](EntityKind from, auto wanted) {
      for (const Record& record : inventory_.entities(from)) {
        if (wanted(record)) ids.push_back(text_or_empty(read(record, "id")));
      }
    };
    const auto any = [](const Record&) { return true; };
    if (kind == EntityKind::party) {
      take(EntityKind::person, [](const Record& person) { return read(person, "left_on").is_unknown(); });
      if (ids.size() > most_targets / 2) ids.resize(most_targets / 2);
      take(EntityKind::team, any);
      if (ids.empty()) ids.push_back("somebody");  // free text where nobody is declared
    } else if (kind == EntityKind::objective) {
      take(kind,
           [](const Record& objective) { return text_or_empty(read(objective, "status")) == "active"; });
    } else {
      take(kind, any);
    }
    return ids;
  }

  const Inventory& inventory_;
  const Record& entity_;
  Date today_;
  std::set<std::int64_t> numbers_;  // that stand in the entity
  std::vector<Edit> edits_;
};

constexpr std::size_t most_neighbours = 12;

void add_neighbour(const Value& value, std::vector<const Record*>& neighbours) {
  if (!value.is(ValueKind::record) || !is_entity(*value.as_record())) return;
  const Record* record = value.as_record();
  const bool is_party = record->shape == static_cast<std::uint16_t>(EntityKind::party);
  if (is_party || neighbours.size() == most_neighbours) return;
  if (std::ranges::find(neighbours, record) == neighbours.end()) neighbours.push_back(record);
}

}  // namespace

std::vector<const Record*> neighbours_of(const Record& entity) {
  std::vector<const Record*> neighbours;
  for (const Field& field : shape_of(entity).fields) {
    if (field.kind != FieldKind::reference) continue;
    const Value value = read(entity, field.name);
    add_neighbour(value, neighbours);
    for (const Value& item : items_of(value)) add_neighbour(item, neighbours);
  }
  return neighbours;
}

std::vector<Edit> edits_of(const Inventory& inventory, const Record& entity, Date as_of) {
  return Maker(inventory, entity, as_of).make();
}

}  // namespace martech_audit

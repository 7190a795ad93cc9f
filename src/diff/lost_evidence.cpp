#include "diff/lost_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string_view>

#include "audit/load.h"
#include "base/dates.h"
#include "martech_audit/inventory.h"

namespace martech_audit {
namespace {

// No rule goes by these.
constexpr std::array<std::string_view, 8> beside_the_point{"aliases", "cost_centre", "name", "notes",
                                                           "tags",    "title",       "url",  "waivers"};

// A change from one of some words to one of others lets a duty go.
using Words = std::span<const std::string_view>;
struct Duty {
  EntityKind kind;
  std::string_view path;
  Words bound, free;
};
constexpr std::array<std::string_view, 2> in_use{"active", "retiring"}, on_the_way{"implementing", "pilot"};
constexpr std::array<std::string_view, 4> not_in_use{"implementing", "pilot", "evaluating", "retired"};
constexpr Words out_of_sight = Words(not_in_use).subspan(2);
constexpr std::array<std::string_view, 1> business{"business"};
constexpr std::array<std::string_view, 4> enabling{"infrastructure", "security", "compliance", "integration"};
constexpr std::array<std::string_view, 3> importance{"critical", "important", "optional"};
constexpr std::array<std::string_view, 2> set_aside{"closed", "planned"}, running{"active", "broken"};
constexpr std::array<std::string_view, 2> not_running{"planned", "retired"};
constexpr std::array duties{
    Duty{EntityKind::tool, "status", in_use, not_in_use},
    Duty{EntityKind::tool, "status", on_the_way, out_of_sight},
    Duty{EntityKind::tool, "kind", business, enabling},
    Duty{EntityKind::tool, "criticality", Words(importance).first(1), Words(importance).last(2)},
    Duty{EntityKind::tool, "criticality", Words(importance).subspan(1, 1), Words(importance).last(1)},
    Duty{EntityKind::objective, "status", Words(in_use).first(1), set_aside},
    Duty{EntityKind::integration, "status", running, not_running},
};

// Statements that put a tool under rules while they hold, and one that takes it out.
constexpr std::array<std::string_view, 3> binding{"data.personal", "ai.used", "ai.autonomous"};
constexpr std::array<std::string_view, 1> excusing{"usage.seasonal"};
// What makes fewer seats look idle, and a tool younger, the larger it is.
constexpr std::array<std::string_view, 4> excusing_by_size{"seats.planned", "seats.contract_minimum",
                                                           "live_on", "purchased_on"};
constexpr std::array<std::string_view, 6> rest_of_contract{
    "contract.starts", "contract.term_months", "contract.billing", "contract.uplift_cap_percent", "cost",
    "vendor"};

bool is_given(const Value& value) {
  return !value.is_unknown() && !(value.is(ValueKind::list) && value.as_list().empty());
}

std::string in_words(const Value& value) {
  switch (value.kind()) {
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return std::to_string(value.as_integer());
    case ValueKind::date:
      return (value.is_before() ? "before " : "") + to_string(from_days(value.as_integer()));
    case ValueKind::string:
      return std::string(value.as_text());
    default:
      return "another value";
  }
}

bool is_same(const Value& a, const Value& b);

bool is_same(const Record& a, const Record& b) {
  if (a.shape != b.shape) return false;
  if (is_entity(a)) return is_same(read(a, "id"), read(b, "id"));
  for (std::size_t i = 0; i < shape_of(a).fields.size(); ++i) {
    if (!is_same(a.slots[i], b.slots[i])) return false;
  }
  return true;
}

bool is_same(const Value& a, const Value& b) {
  if (!is_given(a) || !is_given(b)) return is_given(a) == is_given(b);
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case ValueKind::string:
      return a.as_text() == b.as_text();
    case ValueKind::boolean:
      return a.as_boolean() == b.as_boolean();
    case ValueKind::date:
      return a.as_integer() == b.as_integer() && a.is_before() == b.is_before();
    case ValueKind::decimal:
      return a.as_integer() == b.as_integer() && a.scale() == b.scale();
    case ValueKind::record:
      return is_same(*a.as_record(), *b.as_record());
    case ValueKind::list:
      return std::ranges::equal(a.as_list(), b.as_list(),
                                [](const Value& x, const Value& y) { return is_same(x, y); });
    default:
      return a.as_integer() == b.as_integer();
  }
}

std::string_view text_at(const Record& record, std::string_view path) {
  const Value value = read(record, path);
  return value.is(ValueKind::string) ? value.as_text() : std::string_view();
}

bool is_true(const Value& value) { return value.is(ValueKind::boolean) && value.as_boolean(); }

class Comparison {
 public:
  Comparison(const Inventory& before, const Inventory& after) : before_(before), after_(after) {
    for (const Record& tool : after.entities(EntityKind::tool)) {
      for (const Value& alias : read(tool, "aliases").as_list()) renamed_.emplace(alias.as_text(), &tool);
    }
  }

  std::vector<std::string> lines() && {
    compare_fields("the organisation", before_.organisation(), after_.organisation(), "");
    for (std::size_t number = 0; number < entity_kind_count; ++number) {
      const auto kind = static_cast<EntityKind>(number);
      if (kind == EntityKind::organisation || kind == EntityKind::party) continue;
      shape_of(kind).index_of("id") ? compare_all(kind) : compare_counts(kind);
    }
    return std::move(lines_);
  }

 private:
  void compare_all(EntityKind kind) {
    for (const Record& then : before_.entities(kind)) {
      const std::string_view id = text_at(then, "id");
      if (id.empty()) continue;
      const std::string name = fmt::format("{} {}", martech_audit::name(kind), id);
      const Record* const now = find(kind, id);
      if (now != nullptr) {
        compare(kind, name, then, *now);
      } else if (kind != EntityKind::tool || text_at(then, "status") != "retired") {
        lines_.push_back(fmt::format("{} is gone", name));
      }
    }
  }

  const Record* find(EntityKind kind, std::string_view id) const {
    const Record* const found = after_.find(kind, id);
    if (found != nullptr || kind != EntityKind::tool) return found;
    const auto renamed = renamed_.find(id);
    return renamed == renamed_.end() ? nullptr : renamed->second;
  }

  void compare_counts(EntityKind kind) {
    const std::size_t then = before_.entities(kind).size();
    const std::size_t now = after_.entities(kind).size();
    if (now < then)
      lines_.push_back(fmt::format("{} fewer of the list '{}'", then - now, martech_audit::name(kind)));
  }

  void compare(EntityKind kind, const std::string& name, const Record& then, const Record& now) {
    compare_fields(name, then, now, "");
    for (const Duty& duty : duties) {
      if (duty.kind == kind) compare_duty(name, duty, then, now);
    }
    if (kind != EntityKind::tool) return;
    for (const std::string_view path : binding) {
      if (is_true(read(then, path)) && is_given(read(now, path)) && !is_true(read(now, path)))
        add_change(name, path, then, now);
    }
    for (const std::string_view path : excusing) {
      if (!is_true(read(then, path)) && is_true(read(now, path))) add_change(name, path, then, now);
    }
    for (const std::string_view path : excusing_by_size) compare_size(name, path, then, now);
    compare_metrics(name, then, now);
    compare_deadlines(name, then, now);
  }

  // What was given and is not, or is known less well.
  void compare_fields(const std::string& name, const Record& then, const Record& now,
                      const std::string& prefix) {
    const Shape& shape = shape_of(then);
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
      const Field& field = shape.fields[i];
      if (field.derived || field.in_place) continue;
      if (prefix.empty() && std::ranges::find(beside_the_point, field.name) != beside_the_point.end())
        continue;
      compare_field(name, then.slots[i], now.slots[i], prefix + std::string(field.name));
    }
  }

  void compare_field(const std::string& name, const Value& then, const Value& now, const std::string& path) {
    if (!is_given(then)) return;
    if (!is_given(now)) {
      const bool marked = now.is_unknown() && !now.missing().empty() &&
                          now.missing().front().not_applicable.data() != nullptr;
      lines_.push_back(marked ? fmt::format("{}: {} is marked not applicable: {}", name, path,
                                            now.missing().front().not_applicable)
                              : fmt::format("{}: {} is no longer given", name, path));
    } else if (then.is(ValueKind::date) && now.is(ValueKind::date) && now.is_before() && !then.is_before()) {
      lines_.push_back(fmt::format("{}: {} is only known to be {}", name, path, in_words(now)));
    } else if (then.is(ValueKind::record) && now.is(ValueKind::record) && !is_entity(*then.as_record()) &&
               then.as_record()->shape == now.as_record()->shape) {
      compare_fields(name, *then.as_record(), *now.as_record(), path + ".");
    }
  }

  void compare_duty(const std::string& name, const Duty& duty, const Record& then, const Record& now) {
    const auto is_one_of = [&](const Record& record, Words words) {
      return std::ranges::find(words, text_at(record, duty.path)) != words.end();
    };
    if (is_one_of(then, duty.bound) && is_one_of(now, duty.free)) add_change(name, duty.path, then, now);
  }

  void compare_size(const std::string& name, std::string_view path, const Record& then, const Record& now) {
    const Value before = read(then, path), after = read(now, path);
    if (!is_given(after) || after.is_before()) return;
    const bool was_given = is_given(before);
    if (after.is(ValueKind::date) && !was_given) return;  // a day where there was none is evidence
    if (after.as_integer() > (was_given ? before.as_integer() : 0)) add_change(name, path, then, now);
  }

  void compare_metrics(const std::string& name, const Record& then, const Record& now) {
    const Value before = read(then, "pricing.metrics"), after = read(now, "pricing.metrics");
    if (!is_given(before) || !is_given(after)) return;
    for (const Value& metric : before.as_list()) {
      if (std::ranges::none_of(after.as_list(), [&](const Value& other) { return is_same(metric, other); }))
        lines_.push_back(fmt::format("{}: pricing.metrics no longer names {}", name, metric.as_text()));
    }
  }

  // The last day on which notice can be given; the last of the contract where no period is given.
  static std::optional<std::int64_t> deadline(const Record& tool) {
    const Value ends = read(tool, "contract.ends"), notice = read(tool, "contract.notice_days");
    if (!ends.is(ValueKind::date) || ends.is_before()) return std::nullopt;
    return ends.as_integer() - (notice.is(ValueKind::integer) ? notice.as_integer() : 0);
  }

  void compare_deadlines(const std::string& name, const Record& then, const Record& now) {
    for (const std::string_view path : rest_of_contract) {
      if (!is_same(read(then, path), read(now, path))) return;
    }
    constexpr std::string_view alone = "and nothing else in the contract changed";
    const auto before = deadline(then), after = deadline(now);
    if (before && after && *after > *before) {
      lines_.push_back(fmt::format("{}: the last day for notice moved from {} to {}, {}", name,
                                   to_string(from_days(*before)), to_string(from_days(*after)), alone));
    }
    const Value renews = read(now, "contract.auto_renews");
    if (is_true(read(then, "contract.auto_renews")) && is_given(renews) && !is_true(renews))
      lines_.push_back(fmt::format("{}: contract.auto_renews is false instead of true, {}", name, alone));
  }

  void add_change(const std::string& name, std::string_view path, const Record& then, const Record& now) {
    const Value before = read(then, path);
    lines_.push_back(fmt::format("{}: {} is {} instead of {}", name, path, in_words(read(now, path)),
                                 is_given(before) ? in_words(before) : "not given"));
  }

  const Inventory& before_;
  const Inventory& after_;
  std::map<std::string_view, const Record*> renamed_;
  std::vector<std::string> lines_;
};

}  // namespace

std::optional<std::vector<std::string>> lost_evidence(const std::vector<SourcePtr>& before,
                                                      const std::vector<SourcePtr>& after) {
  if (before.empty() || after.empty()) return std::nullopt;
  Diagnostics reported;  // when both were judged
  const std::optional<Inventory> then = load_inventory(before, reported);
  const std::optional<Inventory> now = load_inventory(after, reported);
  if (!then || !now) return std::nullopt;
  return Comparison(*then, *now).lines();
}

}  // namespace martech_audit

#include "diff/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/dates.h"
#include "base/decimals.h"
#include "base/slots.h"
#include "base/text.h"
#include "diff/contract_change.h"
#include "diff/pairing.h"
#include "diff/restated.h"
#include "diff/vendor_payments.h"
#include "facts/given.h"
#include "facts/yearly_amount.h"
#include "martech_audit/money.h"

namespace martech_audit {
namespace {

using Fields = std::span<const std::string_view>;

// A field of links, and the fields whose findings end with such a link.
struct Link {
  std::string_view path;
  Fields ends;
  std::string_view lacking;
};
constexpr std::array<std::string_view, 3> ended_by_objectives{"tool.objectives", "tool.kpis", "tool.problem"};
constexpr std::array<std::string_view, 1> ended_by_kpis{"tool.kpis"}, ended_by_relation{"tool.capabilities"};
constexpr std::array links{
    Link{"objectives", ended_by_objectives, "without saying how the tool serves it"},
    Link{"kpis", ended_by_kpis, "without a value measured since, and without saying how the tool moves it"},
    Link{"supports", Fields(ended_by_objectives).first(1), "which nothing else shows"},
};

// A day by which rules judge what has such an entity: whoever writes it down later may choose it.
struct Dated {
  EntityKind kind;
  std::string_view path;
};
constexpr std::array dated{
    Dated{EntityKind::training, "held_on"},
    Dated{EntityKind::initiative, "starts"},
    Dated{EntityKind::roadmap, "decided_on"},
    Dated{EntityKind::roadmap, "starts"},
};

// More than the price of a running contract rises.
constexpr double usual_rise = 1.1;
// Of all costs, more than corrections of single prices come to.
constexpr double much = 0.01;

std::set<std::string> items_of(const Record& record, std::string_view path, const FormerIds& former) {
  std::set<std::string> items;
  const Value list = read(record, path);
  if (!list.is(ValueKind::list)) return items;
  for (const Value& item : list.as_list()) items.insert(canonical_item(item, former));
  return items;
}

// The last day of which a KPI has a value.
std::int64_t last_measured(const Record& kpi) {
  std::int64_t last = 0;
  const Value now = read(kpi, "measured_on"), history = read(kpi, "history");
  if (now.is(ValueKind::date) && is_given(read(kpi, "current"))) last = now.as_integer();
  if (!history.is(ValueKind::list)) return last;
  for (const Value& item : history.as_list()) {
    const Value day = read(*item.as_record(), "on");
    if (day.is(ValueKind::date)) last = std::max(last, day.as_integer());
  }
  return last;
}

class ClaimFinder {
 public:
  ClaimFinder(const Pairing& pairing, Date earlier) : pairing_(pairing), earlier_(earlier) {}

  std::vector<UnprovenClaim> find() && {
    for (const Record& tool : after_.entities(EntityKind::tool)) {
      if (const Record* then = pairing_.then(EntityKind::tool, tool)) compare(*then, tool);
    }
    find_small_falls();
    compare_statements();
    for (const Dated& day : dated) find_dated(day);
    find_outcomes();
    find_refunds();
    return std::move(claims_);
  }

 private:
  void compare(const Record& then, const Record& now) {
    for (const Link& link : links) compare_links(link, then, now);
    compare_consumption(then, now);
    compare_cost(then, now);
    compare_vendor(then, now);
  }

  void compare_vendor(const Record& then, const Record& now) {
    const std::string_view is = text_at(now, "vendor");
    const std::string taken = payments_.in_words(is);
    if (!text_at(then, "vendor").empty() || taken.empty()) return;
    add(now, {}, fmt::format("vendor is newly given as {}, and {} to it since", is, taken));
  }

  void compare_links(const Link& link, const Record& then, const Record& now) {
    const auto was = items_of(then, link.path, {});
    const std::string explained = fmt::format("explained_{}", link.path);
    const auto reasons = shape_of(now).index_of(explained) ? items_of(now, explained, pairing_.former())
                                                           : std::set<std::string>();
    for (const std::string& item : items_of(now, link.path, pairing_.former())) {
      const bool is_shown = link.path == "kpis" && is_measured_since(item);
      if (was.contains(item) || reasons.contains(item) || is_shown) continue;
      add(now, link.ends, fmt::format("{} newly names {}, {}", link.path, item, link.lacking));
    }
  }

  bool is_measured_since(std::string_view kpi) const {
    const Record* const now = after_.find(EntityKind::kpi, kpi);
    const Record* const then = before_.find(EntityKind::kpi, kpi);
    return now != nullptr && last_measured(*now) > (then == nullptr ? 0 : last_measured(*then));
  }

  void compare_statements() {
    for (std::size_t number = 0; number < entity_kind_count; ++number) {
      const auto kind = static_cast<EntityKind>(number);
      if (kind == EntityKind::organisation || kind == EntityKind::party || kind == EntityKind::ledger)
        continue;
      for (const Record& now : after_.entities(kind)) {
        if (const Record* const then = pairing_.then(kind, now)) compare_statements(kind, *then, now);
      }
    }
  }

  void compare_statements(EntityKind kind, const Record& then, const Record& now) {
    const auto for_each = [&](const auto& rows, auto use) {
      for (const auto& row : rows) {
        if (row.kind == kind) use(row);
      }
    };
    for_each(restated::words, [&](const restated::Word& row) { compare_word(row, then, now); });
    for_each(restated::values, [&](const restated::FieldOf& row) {
      if (is_given(read(then, row.path)) && is_given(read(now, row.path)))
        compare_value(row.path, "which nothing shows", then, now);
    });
    for_each(restated::earlier_days, [&](const restated::FieldOf& row) {
      if (is_later(row.path, now, then)) compare_value(row.path, "which nothing shows", then, now);
    });
    for_each(restated::later_days, [&](const restated::FieldOf& row) {
      if (is_given(read(then, row.path)) && is_later(row.path, then, now))
        compare_value(row.path, "which nothing shows", then, now);
    });
    for_each(restated::affirmations, [&](const restated::FieldOf& row) {
      const Value was = read(then, row.path);
      if (was.is(ValueKind::boolean) && !was.as_boolean() && is_given(read(now, row.path)))
        compare_value(row.path, "which nothing shows", then, now);
    });
    for_each(restated::currencies, [&](const restated::Currency& row) { compare_currency(row, then, now); });
    for_each(restated::names, [&](const restated::FieldOf& row) { compare_name(row.path, then, now); });
    for_each(restated::excuses, [&](const restated::FieldOf& row) { compare_excuse(row.path, then, now); });
    for_each(restated::measurements, [&](const restated::Measurement& row) {
      const Value was = read(then, row.day), is = read(now, row.day);
      const bool both = is_given(read(then, row.path)) && is_given(read(now, row.path));
      if (both && is_given(is) && canonical(was, {}) == canonical(is, {}))
        compare_value(row.path, fmt::format("of the same day, {}", canonical(is, {})), then, now);
    });
    for_each(restated::lists, [&](const restated::FieldOf& row) {
      const auto was = items_of(then, row.path, {});
      for (const std::string& item : items_of(now, row.path, pairing_.former())) {
        if (!was.contains(item))
          add(now, {}, fmt::format("{} newly names {}, which nothing shows", row.path, item));
      }
    });
    for_each(restated::levels, [&](const restated::FieldOf& row) { compare_levels(row.path, then, now); });
    for_each(restated::histories,
             [&](const restated::FieldOf& row) { compare_history(row.path, then, now); });
  }

  void compare_word(const restated::Word& row, const Record& then, const Record& now) {
    const auto is_one_of = [&](const Record& record, restated::Words words) {
      return std::ranges::find(words, text_at(record, row.path)) != words.end();
    };
    if (!is_one_of(then, row.from) || !is_one_of(now, row.to) || is_later(row.since, then, now)) return;
    compare_value(row.path, "which nothing shows", then, now);
  }

  static bool is_later(std::string_view path, const Record& then, const Record& now) {
    const Value was = path.empty() ? Value::unknown() : read(then, path);
    const Value is = path.empty() ? Value::unknown() : read(now, path);
    return is.is(ValueKind::date) && (!was.is(ValueKind::date) || is.as_integer() > was.as_integer());
  }

  void compare_value(std::string_view path, std::string_view why, const Record& then, const Record& now) {
    const Value was = read(then, path);
    const std::string before = is_given(was) ? canonical(was, {}) : "not given";
    const std::string after = canonical(read(now, path), pairing_.former());
    if (before != after) add(now, {}, fmt::format("{} is {} instead of {}, {}", path, after, before, why));
  }

  void compare_currency(const restated::Currency& row, const Record& then, const Record& now) {
    if (!is_given(read(then, row.beside)) || !is_given(read(now, row.beside))) return;
    const auto currency_of = [&](const Inventory& inventory, const Record& record) {
      const std::string_view own = text_at(record, row.path);
      return own.empty() ? text_at(inventory.organisation(), "currency") : own;
    };
    const std::string_view was = currency_of(before_, then), is = currency_of(after_, now);
    if (was != is)
      add(now, {}, fmt::format("{} is {} instead of {}, which nothing shows", row.path, is, was));
  }

  void compare_name(std::string_view path, const Record& then, const Record& now) {
    if (!is_given(read(now, path))) return;
    const std::size_t count = claims_.size();
    compare_value(path, "which nothing shows", then, now);
    if (claims_.size() > count) claims_.back().only_if_it_helps = true;
  }

  void compare_excuse(std::string_view path, const Record& then, const Record& now) {
    const Value was = read(then, path), is = read(now, path);
    const std::string after = canonical(is, pairing_.former());
    if (!is_given(is) || canonical(was, {}) == after) return;
    const Fields ends = path == "relation" ? Fields(ended_by_relation) : Fields();
    add(now, ends, fmt::format("{} is newly stated: {}", path, after));
  }

  void compare_levels(std::string_view path, const Record& then, const Record& now) {
    const Value was = read(then, path), is = read(now, path);
    if (!is.is(ValueKind::map)) return;
    std::map<std::string_view, std::int64_t> levels;
    if (was.is(ValueKind::map)) {
      for (const MapEntry& entry : was.as_map()->entries)
        levels.emplace(entry.key.as_text(), entry.value.as_integer());
    }
    for (const MapEntry& entry : is.as_map()->entries) {
      const auto before = levels.find(entry.key.as_text());
      const std::int64_t level = before == levels.end() ? 0 : before->second;
      if (entry.value.as_integer() > level)
        add(now, {},
            fmt::format("{} of {} is {} instead of {}, which nothing shows", path, entry.key.as_text(),
                        entry.value.as_integer(), level));
    }
  }

  void compare_history(std::string_view path, const Record& then, const Record& now) {
    const Value was = read(then, path), is = read(now, path);
    if (!was.is(ValueKind::list) || !is.is(ValueKind::list)) return;
    std::map<std::string, std::string> counted;
    for (const Value& item : was.as_list()) counted.emplace(canonical_item(item, {}), canonical(item, {}));
    for (const Value& item : is.as_list()) {
      const std::string day = canonical_item(item, {});
      const auto same = counted.find(day);
      if (same != counted.end() && same->second != canonical(item, {}))
        add(now, {},
            fmt::format("{} of {} is {} instead of {}, of the same day", path, day, canonical(item, {}),
                        same->second));
    }
  }

  // Units that were consumed on some day are use at any time.
  void compare_consumption(const Record& then, const Record& now) {
    const Value was = read(then, "consumption.consumed"), is = read(now, "consumption.consumed");
    if (!is_given(is) || is_given(read(now, "consumption.measured_on"))) return;
    if (canonical(was, {}) == canonical(is, {})) return;
    add(now, {},
        fmt::format("consumption.consumed is newly {}, without the day (measured_on)", canonical(is, {})));
  }

  // A dearer tool makes the faults of the others look smaller. Where payments are listed, they are compared.
  void compare_cost(const Record& then, const Record& now) {
    facts::Given ignored_before(then), ignored_after(now);
    const auto was = facts::yearly_cost(before_, then, ignored_before);
    const auto is = facts::yearly_cost(after_, now, ignored_after);
    if (!was && is && is->minor == 0 && is_given(read(now, "cost.amount")))
      add(now, {}, "the cost is newly 0, which nothing shows");
    if (!was || !is || was->minor <= 0 || was->currency != is->currency ||
        paid_.come_near(now, is->to_double() / usual_rise))
      return;
    if (is->to_double() <= usual_rise * was->to_double() || has_more_seats(then, now)) return;
    add(now, {},
        fmt::format("the yearly cost is {} {:.2f} instead of {:.2f}, and no payment shows it",
                    is->currency.code(), is->to_double(), was->to_double()));
  }

  // Each may be a correction; together, or where something found ends with one, they are told.
  void find_small_falls() {
    const std::size_t first = claims_.size();
    double all = 0, sum = 0;
    for (const Record& now : after_.entities(EntityKind::tool)) {
      const Record* const then = pairing_.then(EntityKind::tool, now);
      if (then == nullptr) continue;
      facts::Given ignored(*then);
      if (const auto cost = facts::yearly_cost(before_, *then, ignored)) all += cost->to_double();
      if (!is_renewed(*then, now)) sum += add_small_falls(*then, now);
    }
    for (std::size_t i = first; i < claims_.size(); ++i) claims_[i].only_if_it_helps = sum < much * all;
  }

  double add_small_falls(const Record& then, const Record& now) {
    double most = 0;
    for (const PriceFall& fall : price_falls(before_, after_, then, now)) {
      const double is = fall.after.to_double();
      const bool is_paid = paid_.come_near(now, is / usual_rise) && !paid_.come_near(now, is * usual_rise);
      if (!fall.is_small || is_paid) continue;
      most = std::max(most, fall.a_year);
      add(now, {},
          fmt::format("{} is {} {:.2f} instead of {:.2f}, and the contract did not start anew", fall.what,
                      fall.after.currency.code(), is, fall.before.to_double()));
    }
    return most;
  }

  static bool has_more_seats(const Record& then, const Record& now) {
    const Value was = read(then, "seats.purchased"), is = read(now, "seats.purchased");
    return is_given(was) && is_given(is) && is.as_integer() > was.as_integer();
  }

  void find_dated(const Dated& what) {
    for (const Record& now : after_.entities(what.kind)) {
      const Value day = read(now, what.path);
      if (!day.is(ValueKind::date) || day.as_integer() >= days_since_epoch(earlier_)) continue;
      const Record* const then = pairing_.then(what.kind, now);
      if (then != nullptr && is_given(read(*then, what.path))) continue;
      add(now, {},
          fmt::format("{} is {}, and was written down after {}", what.path,
                      to_string(from_days(day.as_integer())), to_string(earlier_)));
    }
  }

  // A trial of which nobody was told before it was over.
  void find_outcomes() {
    for (const Record& now : after_.entities(EntityKind::initiative)) {
      const bool was_there = pairing_.then(EntityKind::initiative, now) != nullptr;
      if (was_there || !is_given(read(now, "outcome"))) continue;
      add(now, {}, "is newly listed with its outcome");
    }
  }

  void find_refunds() {
    std::map<std::string, std::size_t> left;
    for (const Record& then : before_.entities(EntityKind::ledger)) ++left[canonical(then, {})];
    for (const Record& now : after_.entities(EntityKind::ledger)) {
      const Value amount = read(now, "amount");
      const std::string entry = canonical(now, pairing_.former());
      const auto same = left.find(entry);
      if (same != left.end() && same->second > 0) {
        --same->second;
      } else if (amount.is(ValueKind::decimal) && decimal_of(amount).mantissa < 0) {
        claims_.push_back({EntityKind::ledger, "", {}, fmt::format("a refund is newly listed: {}", entry)});
      }
    }
  }

  void add(const Record& entity, Fields fields, const std::string& what) {
    const EntityKind kind = entity_kind(shape_of(entity).name).value_or(EntityKind::tool);
    std::string id(text_at(entity, "id"));
    std::string line = fmt::format("{} {}: {}", name(kind), id, what);
    claims_.push_back({kind, std::move(id), fields, std::move(line)});
  }

  const Pairing& pairing_;
  Date earlier_;
  const Inventory& before_ = pairing_.before();
  const Inventory& after_ = pairing_.after();
  const VendorPayments payments_{after_};
  const YearOfPayments paid_{after_, earlier_};
  std::vector<UnprovenClaim> claims_;
};

}  // namespace

std::vector<UnprovenClaim> unproven_claims(const Pairing& pairing, Date earlier) {
  return ClaimFinder(pairing, earlier).find();
}

}  // namespace martech_audit

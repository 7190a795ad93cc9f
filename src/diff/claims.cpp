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
#include "diff/pairing.h"
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
  ClaimFinder(const Inventory& before, const Inventory& after, Date earlier)
      : before_(before), after_(after), earlier_(earlier), pairing_(before, after) {
    note_payments();
  }

  std::vector<UnprovenClaim> find() && {
    for (const Record& tool : after_.entities(EntityKind::tool)) {
      if (const Record* then = pairing_.then(EntityKind::tool, tool)) compare(*then, tool);
    }
    for (const Dated& day : dated) find_dated(day);
    find_refunds();
    return std::move(claims_);
  }

 private:
  void compare(const Record& then, const Record& now) {
    for (const Link& link : links) compare_links(link, then, now);
    compare_relation(then, now);
    compare_cost(then, now);
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

  void compare_relation(const Record& then, const Record& now) {
    const Value was = read(then, "relation"), is = read(now, "relation");
    if (!is_given(is) || canonical(was, {}) == canonical(is, pairing_.former())) return;
    add(now, ended_by_relation,
        fmt::format("relation is newly stated: {}", canonical(is, pairing_.former())));
  }

  // A dearer tool makes the faults of the others look smaller. Where payments are listed, they are compared.
  void compare_cost(const Record& then, const Record& now) {
    facts::Given ignored_before(then), ignored_after(now);
    const auto was = facts::yearly_cost(before_, then, ignored_before);
    const auto is = facts::yearly_cost(after_, now, ignored_after);
    if (!was || !is || was->minor <= 0 || was->currency != is->currency || is_paid(now)) return;
    if (is->to_double() <= usual_rise * was->to_double() || has_more_seats(then, now)) return;
    add(now, {},
        fmt::format("the yearly cost is {} {:.2f} instead of {:.2f}, and no payment shows it",
                    is->currency.code(), is->to_double(), was->to_double()));
  }

  static bool has_more_seats(const Record& then, const Record& now) {
    const Value was = read(then, "seats.purchased"), is = read(now, "seats.purchased");
    return is_given(was) && is_given(is) && is.as_integer() > was.as_integer();
  }

  bool is_paid(const Record& tool) const {
    return paid_tools_.contains(&tool) || paid_vendors_.contains(slug(text_at(tool, "vendor")));
  }

  void note_payments() {
    for (const Record& entry : after_.entities(EntityKind::ledger)) {
      const Value tool = read(entry, "tool");
      const std::string_view vendor = text_at(entry, "vendor");
      if (tool.is(ValueKind::record)) paid_tools_.insert(tool.as_record());
      if (!vendor.empty()) paid_vendors_.insert(slug(vendor));
    }
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

  const Inventory& before_;
  const Inventory& after_;
  Date earlier_;
  Pairing pairing_;
  std::set<const Record*> paid_tools_;  // only asked whether one is there
  std::set<std::string> paid_vendors_;
  std::vector<UnprovenClaim> claims_;
};

}  // namespace

std::vector<UnprovenClaim> unproven_claims(const Inventory& before, const Inventory& after, Date earlier) {
  return ClaimFinder(before, after, earlier).find();
}

}  // namespace martech_audit

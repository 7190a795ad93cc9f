#include "diff/lost_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string_view>

#include "base/dates.h"
#include "base/decimals.h"
#include "base/slots.h"
#include "base/text.h"
#include "diff/canonical.h"
#include "diff/contract_change.h"
#include "diff/duties.h"
#include "diff/pairing.h"
#include "diff/vendor_payments.h"
#include "facts/contracts.h"
#include "facts/given.h"
#include "facts/yearly_amount.h"
#include "martech_audit/inventory.h"
#include "martech_audit/money.h"

namespace martech_audit {
namespace {

// What a contract that is renewed would change.
constexpr std::string_view unexplained = "and the contract did not start anew";

// Of no contract the end has passed by then.
constexpr std::int64_t the_beginning = 0;

double to_double(const Value& decimal) { return decimal_of(decimal).to_double(); }

bool is_true(const Value& value) { return value.is(ValueKind::boolean) && value.as_boolean(); }
bool is_false(const Value& value) { return value.is(ValueKind::boolean) && !value.as_boolean(); }

class Comparison {
 public:
  Comparison(const Pairing& pairing, Date as_of) : pairing_(pairing), today_(days_since_epoch(as_of)) {}

  std::vector<std::string> lines() && {
    compare(EntityKind::organisation, "the organisation", before_.organisation(), after_.organisation());
    for (std::size_t number = 0; number < entity_kind_count; ++number) {
      const auto kind = static_cast<EntityKind>(number);
      if (kind == EntityKind::organisation || kind == EntityKind::party) continue;
      shape_of(kind).index_of("id") ? compare_all(kind) : compare_entries(kind);
    }
    return std::move(lines_);
  }

 private:
  void compare_all(EntityKind kind) {
    for (const Record& then : before_.entities(kind)) {
      const std::string_view id = text_at(then, "id");
      if (id.empty()) continue;
      const std::string name = fmt::format("{} {}", martech_audit::name(kind), id);
      const Record* const now = pairing_.now(kind, id);
      if (now != nullptr) {
        compare(kind, name, then, *now);
      } else if (kind != EntityKind::tool || text_at(then, "status") != "retired") {
        lines_.push_back(fmt::format("{} was removed", name));
      }
    }
  }

  // Entries without ids, such as payments, are there as they were, or they are not.
  void compare_entries(EntityKind kind) {
    std::map<std::string, std::size_t> left;
    for (const Record& now : after_.entities(kind)) ++left[canonical(now, former_)];
    for (const Record& then : before_.entities(kind)) {
      const std::string was = canonical(then, as_now_);
      const auto same = left.find(was);
      if (same != left.end() && same->second > 0) {
        --same->second;
      } else {
        lines_.push_back(
            fmt::format("an entry of '{}' was removed or changed: {}", martech_audit::name(kind), was));
      }
    }
  }

  void compare(EntityKind kind, const std::string& name, const Record& then, const Record& now) {
    compare_fields(name, then, now, "");
    for (const duties::Duty& duty : duties::all) {
      if (duty.kind == kind) compare_duty(name, duty, then, now);
    }
    const auto for_each = [&](std::span<const duties::FieldOf> fields, auto use) {
      for (const duties::FieldOf& field : fields) {
        if (field.kind == kind) use(field.path);
      }
    };
    for_each(duties::binding, [&](std::string_view path) {
      if (is_true(read(then, path)) && is_given(read(now, path)) && !is_true(read(now, path)))
        add_change(name, path, then, now);
    });
    for_each(duties::excusing, [&](std::string_view path) {
      if (!is_true(read(then, path)) && is_true(read(now, path))) add_change(name, path, then, now);
    });
    for_each(duties::excusing_if_given, [&](std::string_view path) {
      if (!is_given(read(then, path)) && is_given(read(now, path))) add_change(name, path, then, now);
    });
    for_each(duties::excusing_if_false, [&](std::string_view path) {
      if (!is_false(read(then, path)) && is_false(read(now, path))) add_change(name, path, then, now);
    });
    for_each(duties::excusing_by_size, [&](std::string_view path) { compare_size(name, path, then, now); });
    for_each(duties::choosing, [&](std::string_view path) {
      const Value before = read(then, path), after = read(now, path);
      if (is_given(before) && is_given(after) && !says_the_same(before, after))
        add_change(name, path, then, now);
    });
    if (kind != EntityKind::tool) return;
    compare_contracts(name, then, now);
    compare_vendors(name, then, now);
  }

  // Another vendor takes payments along, or leaves them to others.
  void compare_vendors(const std::string& name, const Record& then, const Record& now) {
    const std::string_view was = text_at(then, "vendor"), is = text_at(now, "vendor");
    if (was.empty() || is.empty() || is_same_vendor(was, is)) return;
    const std::string left = payments_.in_words(was), taken = payments_.in_words(is);
    if (left.empty() && taken.empty()) return;
    std::string line = fmt::format("{}: vendor is {} instead of {}", name, is, was);
    if (!left.empty()) line += fmt::format(", and {} to it no longer", left);
    if (!taken.empty()) line += fmt::format(", and {} to it since", taken);
    lines_.push_back(std::move(line));
  }

  // What was given and is not, or is known less well.
  void compare_fields(const std::string& name, const Record& then, const Record& now,
                      const std::string& prefix) {
    const Shape& shape = shape_of(then);
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
      const Field& field = shape.fields[i];
      if (field.derived || field.in_place) continue;
      if (prefix.empty() && duties::is_beside_the_point(field.name)) continue;
      compare_field(name, values_of(then)[i], values_of(now)[i], prefix + std::string(field.name));
    }
  }

  void compare_field(const std::string& name, const Value& then, const Value& now, const std::string& path) {
    if (!is_given(then)) return;
    if (!is_given(now)) {
      const bool marked = now.is_unknown() && !now.missing().empty() &&
                          now.missing().front().not_applicable.data() != nullptr;
      lines_.push_back(marked ? fmt::format("{}: {} marked not applicable: {}", name, path,
                                            now.missing().front().not_applicable)
                              : fmt::format("{}: {} is no longer given", name, path));
    } else if (then.is(ValueKind::date) && now.is(ValueKind::date) && now.is_before() &&
               (!then.is_before() || now.as_integer() > then.as_integer())) {
      lines_.push_back(fmt::format("{}: {} is now only given as {}", name, path, canonical(now, former_)));
    } else if (then.is(ValueKind::record) && now.is(ValueKind::record) && !is_entity(*then.as_record()) &&
               then.as_record()->shape == now.as_record()->shape) {
      compare_fields(name, *then.as_record(), *now.as_record(), path + ".");
    } else if (then.is(ValueKind::list) && now.is(ValueKind::list)) {
      compare_lists(name, then.as_list(), now.as_list(), path);
    } else if (then.is(ValueKind::map) && now.is(ValueKind::map)) {
      compare_maps(name, *then.as_map(), *now.as_map(), path);
    }
  }

  void compare_lists(const std::string& name, std::span<const Value> then, std::span<const Value> now,
                     const std::string& path) {
    std::set<std::string> left;
    for (const Value& item : now) left.insert(canonical_item(item, former_));
    for (const Value& item : then) {
      const std::string was = canonical_item(item, as_now_);
      if (!pairing_.is_among(left, was))
        lines_.push_back(fmt::format("{}: {} no longer names {}", name, path, was));
    }
    compare_marks(name, then, now, path);
  }

  // What an item says of itself, such as that a capability is a primary one.
  void compare_marks(const std::string& name, std::span<const Value> then, std::span<const Value> now,
                     const std::string& path) {
    const auto is_block = [](const Value& item) {
      return item.is(ValueKind::record) && !is_entity(*item.as_record());
    };
    std::map<std::string, const Record*> left;
    for (const Value& item : now) {
      if (is_block(item)) left.emplace(canonical_item(item, former_), item.as_record());
    }
    for (const Value& item : then) {
      const auto same = is_block(item) ? left.find(canonical_item(item, as_now_)) : left.end();
      if (same == left.end()) continue;
      const Shape& shape = shape_of(*item.as_record());
      for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        if (!is_true(values_of(*item.as_record())[i]) || is_true(values_of(*same->second)[i])) continue;
        lines_.push_back(
            fmt::format("{}: {} of {} is no longer {}", name, path, same->first, shape.fields[i].name));
      }
    }
  }

  // Skills that are needed may become less, and money less worth.
  void compare_maps(const std::string& name, const Map& then, const Map& now, const std::string& path) {
    std::map<std::string_view, const Value*> left;
    for (const MapEntry& entry : now.entries) left.emplace(entry.key.as_text(), &entry.value);
    for (const MapEntry& entry : then.entries) {
      const std::string_view key = entry.key.as_text();
      const auto same = left.find(key);
      if (same == left.end()) {
        lines_.push_back(fmt::format("{}: {} no longer names {}", name, path, key));
      } else if (path == "skills_needed" && same->second->as_integer() < entry.value.as_integer()) {
        lines_.push_back(fmt::format("{}: {} of {} is {} instead of {}", name, path, key,
                                     same->second->as_integer(), entry.value.as_integer()));
      } else if (path == "exchange_rates") {
        compare_rates(key, *entry.value.as_record(), *same->second->as_record());
      }
    }
  }

  // A tenth is more than rates move from one review of an inventory to the next.
  void compare_rates(std::string_view code, const Record& then, const Record& now) {
    const Value before = read(then, "rate"), after = read(now, "rate");
    if (!before.is(ValueKind::decimal) || !after.is(ValueKind::decimal)) return;
    if (to_double(after) < 0.9 * to_double(before))
      lines_.push_back(fmt::format("the organisation: a {} is worth {} instead of {}", code,
                                   canonical(after, former_), canonical(before, as_now_)));
  }

  void compare_duty(const std::string& name, const duties::Duty& duty, const Record& then,
                    const Record& now) {
    const auto is_one_of = [&](const Record& record, duties::Words words) {
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

  // The last day on which notice can be given before the end of the term that `day` falls into.
  static std::optional<std::int64_t> deadline(const Record& tool, std::int64_t day) {
    const auto ends = facts::contract_on(tool, day).ends;
    return ends ? std::optional(facts::notice_day(tool, *ends)) : std::nullopt;
  }

  void compare_contracts(const std::string& name, const Record& then, const Record& now) {
    if (is_renewed(then, now)) return;
    compare_deadlines(name, then, now);
    compare_terms(name, then, now);
    compare_cap(name, then, now);
    compare_seats(name, then, now);
    compare_costs(name, then, now);
  }

  void compare_deadlines(const std::string& name, const Record& then, const Record& now) {
    // On the day of the audit, so that an end in the past, from which a contract rolls on, moves it, too.
    auto before = deadline(then, today_), after = deadline(now, today_);
    if (!before || !after) before = deadline(then, the_beginning), after = deadline(now, the_beginning);
    if (before && after && *after > *before) {
      lines_.push_back(fmt::format("{}: the notice deadline moved from {} to {}, {}", name,
                                   to_string(from_days(*before)), to_string(from_days(*after)), unexplained));
    }
    const Value renews = read(now, "contract.auto_renews");
    if (is_true(read(then, "contract.auto_renews")) && is_given(renews) && !is_true(renews))
      add_less(name, "contract.auto_renews", "false", "true");
  }

  // Of what is said, not of what follows from the first and the last day: those are compared as they are.
  void compare_terms(const std::string& name, const Record& then, const Record& now) {
    const std::int64_t before = facts::contract_on(then, the_beginning).next.possible;
    const facts::TermMonths after = facts::contract_on(now, the_beginning).next;
    if (after.is_known() && !after.is_derived && after.possible < before)
      add_less(name, "the next term", counted(static_cast<std::uint64_t>(after.possible), "month"),
               std::to_string(before));
  }

  void compare_cap(const std::string& name, const Record& then, const Record& now) {
    constexpr std::string_view path = "contract.uplift_cap_percent";
    const Value before = read(then, path), after = read(now, path);
    if (is_given(before) && is_given(after) && to_double(after) < to_double(before))
      add_less(name, path, canonical(after, former_), canonical(before, as_now_));
  }

  // Fewer are what a report asks for; fewer than are taken are not.
  void compare_seats(const std::string& name, const Record& then, const Record& now) {
    const Value before = read(then, "seats.purchased"), after = read(now, "seats.purchased");
    if (!is_given(before) || !is_given(after) || after.as_integer() >= before.as_integer()) return;
    std::int64_t taken = 1;
    for (const std::string_view path : {"seats.assigned", "usage.active"}) {
      const Value count = read(now, path);
      if (is_given(count)) taken = std::max(taken, count.as_integer());
    }
    if (after.as_integer() < taken)
      add_less(name, "seats.purchased", std::to_string(after.as_integer()),
               std::to_string(before.as_integer()));
  }

  void compare_costs(const std::string& name, const Record& then, const Record& now) {
    for (const PriceFall& fall : price_falls(before_, after_, then, now)) {
      if (!fall.is_small) add_less(name, fall.what, amount(fall.after), amount(fall.before));
    }
    facts::Given ignored_before(then), ignored_after(now);
    const auto before = facts::yearly(before_, then, facts::cost, ignored_before);
    const bool was_paid = before && before->minor > 0 && is_given(read(now, "cost.amount"));
    if (was_paid && !facts::yearly(after_, now, facts::cost, ignored_after))
      add_change(name, "cost.per", then, now);
  }

  static std::string amount(const Money& money) {
    return fmt::format("{} {:.2f}", money.currency.code(), money.to_double());
  }

  void add_less(const std::string& name, std::string_view what, std::string_view now, std::string_view then) {
    lines_.push_back(fmt::format("{}: {} is {} instead of {}, {}", name, what, now, then, unexplained));
  }

  void add_change(const std::string& name, std::string_view path, const Record& then, const Record& now) {
    const Value before = read(then, path);
    lines_.push_back(fmt::format("{}: {} is {} instead of {}", name, path,
                                 canonical(read(now, path), former_),
                                 is_given(before) ? canonical(before, as_now_) : "not given"));
  }

  bool says_the_same(const Value& then, const Value& now) const {
    return canonical(then, as_now_) == canonical(now, former_);
  }

  const Pairing& pairing_;
  std::int64_t today_;
  const Inventory& before_ = pairing_.before();
  const Inventory& after_ = pairing_.after();
  const VendorPayments payments_{after_};
  const FormerIds& former_ = pairing_.former();
  const FormerIds as_now_;  // none: of what was before, names are what they were
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> lost_evidence(const Pairing& pairing, Date as_of) {
  return Comparison(pairing, as_of).lines();
}

}  // namespace martech_audit

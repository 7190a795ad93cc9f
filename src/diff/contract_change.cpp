#include "diff/contract_change.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/slots.h"
#include "base/text.h"
#include "diff/canonical.h"
#include "facts/given.h"
#include "facts/yearly_amount.h"

namespace martech_audit {
namespace {

// A tenth is more than the price of a running contract falls.
constexpr double least_share = 0.9;

double seats_of(const Record& tool) {
  const Value seats = read(tool, "seats.purchased");
  return is_given(seats) ? static_cast<double>(seats.as_integer()) : 0;
}

// The share of the seats that is left, where fewer are paid for.
double share_of_seats(const Record& then, const Record& now) {
  if (seats_of(then) <= 0 || !is_given(read(now, "seats.purchased"))) return 1;
  return std::clamp(seats_of(now) / seats_of(then), 0.0, 1.0);
}

// Rates that move make nothing cheaper that is paid as before.
bool is_paid_as_before(std::string_view path, const Record& then, const Record& now) {
  return canonical(read(then, path), {}) == canonical(read(now, path), {});
}

}  // namespace

bool is_renewed(const Record& then, const Record& now) {
  const auto both = [&](std::string_view path) {
    return is_given(read(then, path)) && is_given(read(now, path));
  };
  const auto grew_by = [&](std::string_view path, std::int64_t least) {
    return both(path) && read(now, path).as_integer() >= read(then, path).as_integer() + least;
  };
  if (both("contract.starts")) return grew_by("contract.starts", 28);
  const std::string before = slug(text_at(then, "vendor")), after = slug(text_at(now, "vendor"));
  const bool is_other = before.find(after) == before.npos && after.find(before) == after.npos;
  return grew_by("contract.term_months", 6) || (both("vendor") && is_other);
}

std::vector<PriceFall> price_falls(const Inventory& before, const Inventory& after, const Record& then,
                                   const Record& now) {
  std::vector<PriceFall> falls;
  const auto compare = [&](std::string_view what, const facts::AmountPaths& paths, std::string_view path,
                           double share, double units) {
    facts::Given ignored_before(then), ignored_after(now);
    const auto was = facts::yearly(before, then, paths, ignored_before);
    const auto is = facts::yearly(after, now, paths, ignored_after);
    if (!was || !is || was->currency != is->currency || is_paid_as_before(path, then, now)) return;
    const double usual = share * was->to_double(), fall = usual - is->to_double();
    if (fall > 0) falls.push_back({what, *was, *is, units * fall, is->to_double() >= least_share * usual});
  };
  compare("the yearly price of a unit", facts::unit_price, "pricing.unit_price", 1, seats_of(now));
  compare("the yearly cost", facts::cost, "cost", share_of_seats(then, now), 1);
  return falls;
}

}  // namespace martech_audit

#include "facts/contracts.h"

#include <algorithm>
#include <initializer_list>

#include "base/dates.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {
namespace {

// More than there are months and days in the calendar; keeps absurd terms from overflowing.
constexpr std::int64_t most_months = 120'000;
constexpr std::int64_t most_days = 4'000'000;

constexpr std::int64_t a_year = 12;

std::optional<std::int64_t> day_of(const Record& tool, const FieldPath& path) {
  const Value& day = at(tool, path);
  return day.is(ValueKind::date) && !day.is_before() ? std::optional(day.as_integer()) : std::nullopt;
}

std::int64_t months_of(Date date) {
  return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month());
}

std::int64_t months_later(std::int64_t day, std::int64_t months) {
  return days_since_epoch(add_months(from_days(day), static_cast<int>(std::min(months, most_months))));
}

// Whole months from the first to the last day, by a few days more or less.
std::int64_t months_between(std::int64_t first, std::int64_t last) {
  constexpr std::int64_t tolerance = 3;
  const std::int64_t months = months_of(from_days(last + 1 + tolerance)) - months_of(from_days(first));
  for (const std::int64_t guess : {months, months - 1}) {
    if (guess > 0 && std::abs(months_later(first, guess) - (last + 1)) <= tolerance) return guess;
  }
  return 0;
}

TermMonths derived_term(const Record& tool) {
  const auto starts = day_of(tool, tool_field::contract_starts);
  const auto ends = day_of(tool, tool_field::contract_ends);
  const std::int64_t months = starts && ends && *ends > *starts ? months_between(*starts, *ends) : 0;
  return {std::min(months, a_year), months, months > 0};
}

// The first that is stated, else a derived one.
TermMonths term_of(const Record& tool, const FieldPath& own) {
  for (const FieldPath& path : {own, tool_field::contract_term_months}) {
    if (const auto months = integer_of(tool, path)) return {*months, *months};
  }
  return derived_term(tool);
}

// Terms are counted from a day: one ends on the day before it and so many months.
struct Terms {
  std::int64_t from = 0;
  std::int64_t months = 0;

  std::int64_t end(std::int64_t more = 0) const { return months_later(from, months + more) - 1; }
};

// From the start where the end that is given, or the one that is not, is a whole number of terms after it.
std::optional<Terms> terms_of(const Record& tool, const TermMonths& first, const TermMonths& next) {
  const auto starts = day_of(tool, tool_field::contract_starts);
  const auto ends = day_of(tool, tool_field::contract_ends);
  const bool is_stated = first.is_exact() && !first.is_derived;
  if (!ends) {
    const bool is_blank =
        at(tool, tool_field::contract_ends).is_unknown() && !is_ruled_out(tool, tool_field::contract_ends);
    return starts && is_stated && is_blank ? std::optional(Terms{*starts, first.proven}) : std::nullopt;
  }
  if (starts && is_stated && next.is_exact()) {
    const std::int64_t months = months_of(from_days(*ends + 1)) - months_of(from_days(*starts));
    const Terms counted{*starts, months};
    if (months >= first.proven && (months - first.proven) % next.proven == 0 && counted.end() == *ends)
      return counted;
  }
  return Terms{*ends + 1, 0};
}

// Moves to the term that `today` falls into; the end counted now lies before it.
void roll(Terms& terms, std::int64_t term, std::int64_t today) {
  term = std::min(term, most_months);
  const std::int64_t months = months_of(from_days(today + 1)) - months_of(from_days(terms.end() + 1));
  terms.months += std::max<std::int64_t>(months / term, 1) * term;
  if (terms.end() < today) terms.months += term;
}

}  // namespace

Contract contract_on(const Record& tool, std::int64_t today) {
  Contract contract;
  contract.first = term_of(tool, tool_field::contract_initial_term_months);
  contract.next = term_of(tool, tool_field::contract_renewal_term_months);
  auto terms = terms_of(tool, contract.first, contract.next);
  if (!terms) return contract;
  if (terms->end() < today && boolean_of(tool, tool_field::contract_auto_renews) != false) {
    if (!boolean_of(tool, tool_field::contract_auto_renews) || !contract.next.is_exact()) return contract;
    roll(*terms, contract.next.proven, today);
    contract.is_rolled = true;
  }
  contract.ends = terms->end();
  if (contract.next.is_exact()) contract.next_ends = terms->end(contract.next.proven);
  return contract;
}

std::int64_t notice_day(const Record& tool, std::int64_t ends) {
  const std::int64_t notice = integer_of(tool, tool_field::contract_notice_days).value_or(0);
  return days_since_epoch(from_days(ends - std::min(notice, most_days)));
}

}  // namespace martech_audit::facts

#include "facts/renewals.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/dates.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/spend.h"
#include "facts/sums.h"

#include "martech_audit/diagnostic.h"

namespace martech_audit::facts {
namespace {

// More than there are months and days in the calendar; keeps absurd terms from overflowing.
constexpr std::int64_t most_months = 120'000;
constexpr std::int64_t most_days = 4'000'000;

std::int64_t months_of(Date date) {
  return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month());
}

// The last day `terms` terms after the one that ends on `ends`.
std::int64_t end_after(std::int64_t ends, std::int64_t term_months, std::int64_t terms) {
  const auto months = static_cast<int>(std::min(terms * term_months, most_months));
  return days_since_epoch(add_months(from_days(ends + 1), months)) - 1;
}

// The end of the term that `today` falls into; `ends` lies before it.
std::int64_t current_end(std::int64_t ends, std::int64_t term_months, std::int64_t today) {
  term_months = std::min(term_months, most_months);
  const std::int64_t months = months_of(from_days(today + 1)) - months_of(from_days(ends + 1));
  const std::int64_t terms = std::max<std::int64_t>(months / term_months, 1);
  const std::int64_t end = end_after(ends, term_months, terms);
  return end >= today ? end : end_after(ends, term_months, terms + 1);
}

std::int64_t days_before(std::int64_t day, std::int64_t count) {
  return days_since_epoch(from_days(day - std::min(count, most_days)));
}

void note_renewal(const Context& context, const Record& tool, std::int64_t ends, std::int64_t now,
                  Diagnostics& notes) {
  if (!is_in_use(context, tool)) return;
  notes.note(context.inventory.where(tool, tool_field::contract_ends.text),
             fmt::format("this contract ended on {} and renews automatically, so its end is assumed to be {}",
                         to_string(from_days(ends)), to_string(from_days(now))),
             "enter the end of the current term");
}

Value renews_on(const Context& context, const Record& tool, Diagnostics& notes) {
  Given given(tool);
  const std::int64_t ends = given.exact_day(tool_field::contract_ends);
  if (!given) return given.unknown(context.memory);
  if (ends >= context.today) return Value::date(ends);
  const bool renews = given.boolean(tool_field::contract_auto_renews);
  if (given && !renews) return Value::date(ends);
  const std::int64_t term = given.integer(tool_field::contract_term_months);
  if (!given) return given.unknown(context.memory);
  const std::int64_t now = current_end(ends, term, context.today);
  note_renewal(context, tool, ends, now, notes);
  return Value::date(now);
}

Value notice_by(const Context& context, const Record& tool, const Value& renewal) {
  Given given(tool);
  const std::int64_t last_day = given.fact(renewal).as_integer();
  const std::int64_t notice = given.integer(tool_field::contract_notice_days);
  return given ? Value::date(days_before(last_day, notice)) : given.unknown(context.memory);
}

// The notice that was missed; the next chance is in the term that follows.
Value next_notice(const Context& context, const Renewals& renewals, const Record& tool) {
  Given given(tool);
  const std::int64_t term = given.integer(tool_field::contract_term_months);
  const std::int64_t notice = given.integer(tool_field::contract_notice_days);
  if (!given) return given.unknown(context.memory);
  const std::int64_t renewal = renewals.renews_on[tool.index].as_integer();
  return Value::date(days_before(end_after(renewal, std::min(term, most_months), 1), notice));
}

Value days_until(const Context& context, const Value& date) {
  return date.is_unknown() ? date : Value::integer(date.as_integer() - context.today);
}

}  // namespace

Renewals derive_renewals(const Context& context, Diagnostics& notes) {
  Renewals renewals;
  renewals.renews_on.reserve(context.tools().size());
  renewals.notice_by.reserve(context.tools().size());
  for (const Record& tool : context.tools()) {
    renewals.renews_on.push_back(renews_on(context, tool, notes));
    renewals.notice_by.push_back(notice_by(context, tool, renewals.renews_on.back()));
  }
  return renewals;
}

Value tool_action_by(const Context& context, const Renewals& renewals, const Record& tool) {
  const Value& renewal = renewals.renews_on[tool.index];
  const auto renews = boolean_of(tool, tool_field::contract_auto_renews);
  if (renewal.is_unknown() || renews == false) return renewal;
  const Value& notice = renewals.notice_by[tool.index];
  if (notice.is_unknown() || notice.as_integer() >= context.today) return notice;
  Given given(tool);
  given.boolean(tool_field::contract_auto_renews);
  return given ? next_notice(context, renewals, tool) : given.unknown(context.memory);
}

Value tool_days_to_notice(const Context& context, const Renewals& renewals, const Record& tool) {
  return days_until(context, renewals.notice_by[tool.index]);
}

Value tool_days_to_renewal(const Context& context, const Renewals& renewals, const Record& tool) {
  return days_until(context, renewals.renews_on[tool.index]);
}

Value tool_notice_by(const Context&, const Renewals& renewals, const Record& tool) {
  return renewals.notice_by[tool.index];
}

Value tool_notice_missed(const Context& context, const Renewals& renewals, const Record& tool) {
  if (boolean_of(tool, tool_field::contract_auto_renews) == false) return Value::boolean(false);
  Given given(tool);
  given.boolean(tool_field::contract_auto_renews);
  const std::int64_t notice = given.fact(renewals.notice_by[tool.index]).as_integer();
  return given ? Value::boolean(notice < context.today) : given.unknown(context.memory);
}

Value tool_renewal_commitment(const Context& context, const Spend& spend, const Record& tool) {
  const Value& annual = spend.annual[tool.index];
  const bool nothing_to_pay = !annual.is_unknown() && annual.as_integer() == 0;
  if (nothing_to_pay || boolean_of(tool, tool_field::contract_auto_renews) == false) {
    return amount(context, 0);
  }
  Given given(tool);
  given.boolean(tool_field::contract_auto_renews);
  const Money yearly{given.fact(annual).as_integer(), context.inventory.currency()};
  const std::int64_t term = given.integer(tool_field::contract_term_months);
  if (!given) return given.unknown(context.memory);
  const auto whole = scaled(yearly, std::min(term, most_months), 12);
  if (whole) return amount(context, whole->minor);
  given.lacks(tool_field::cost_amount);
  return given.unknown(context.memory);
}

Value tool_renews_on(const Context&, const Renewals& renewals, const Record& tool) {
  return renewals.renews_on[tool.index];
}

}  // namespace martech_audit::facts

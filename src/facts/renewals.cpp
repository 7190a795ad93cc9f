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

void note_renewal(const Context& context, const Record& tool, const Contract& contract, Diagnostics& notes) {
  const Value& stated = at(tool, tool_field::contract_ends);
  if (!contract.is_rolled || !stated.is(ValueKind::date) || !is_in_use(context, tool)) return;
  notes.note(context.inventory.where(tool, tool_field::contract_ends.text),
             fmt::format("this contract ended on {} and renews automatically, so its end is assumed to be {}",
                         to_string(from_days(stated.as_integer())), to_string(from_days(*contract.ends))),
             "enter the end of the current term");
}

// An end that is over leaves open what came after it.
Value end_of(const Context& context, const Record& tool, const Contract& contract) {
  if (contract.ends) return Value::date(*contract.ends);
  Given given(tool);
  const Value& stated = at(tool, tool_field::contract_ends);
  if (!stated.is(ValueKind::date) || stated.is_before()) given.lacks(tool_field::contract_ends);
  if (!given) return given.unknown(context.memory);
  given.boolean(tool_field::contract_auto_renews);
  if (!contract.next.is_exact()) given.lacks(tool_field::contract_term_months);
  return given.unknown(context.memory);
}

Value days_until(const Context& context, const Value& date) {
  return date.is_unknown() ? date : Value::integer(date.as_integer() - context.today);
}

Value term(const Context& context, const Record& tool, const TermMonths& months, std::string_view fact) {
  Given given(tool);
  given.lacks(tool_field::contract_term_months);
  if (!months.is_known()) return given.unknown(context.memory);
  return given.within({months.proven, months.possible, fact}, context.memory);
}

bool costs_nothing(const Spend& spend, const Record& tool) { return annual_minor(spend, tool) == 0; }

Value commitment(const Context& context, const Spend& spend, std::int64_t months, Given& given,
                 const Record& tool) {
  const Money yearly{given.fact(spend.annual[tool.index]).as_integer(), context.inventory.currency()};
  if (!given) return given.unknown(context.memory);
  const auto whole = scaled(yearly, months, 12);
  if (whole) return amount(context, whole->minor);
  given.lacks(tool_field::cost_amount);
  return given.unknown(context.memory);
}

}  // namespace

Renewals derive_renewals(const Context& context, Diagnostics& notes) {
  Renewals renewals;
  for (const Record& tool : context.tools()) {
    renewals.contracts.push_back(contract_on(tool, context.today));
    renewals.ends.push_back(end_of(context, tool, renewals.contracts.back()));
    note_renewal(context, tool, renewals.contracts.back(), notes);
  }
  return renewals;
}

// After a notice that was missed, the next chance is in the term that follows.
Value tool_action_by(const Context& context, const Renewals& renewals, const Record& tool) {
  const Value& ends = renewals.ends[tool.index];
  const auto renews = boolean_of(tool, tool_field::contract_auto_renews);
  if (ends.is_unknown() || renews == false) return ends;
  const std::int64_t notice = notice_day(tool, ends.as_integer());
  if (notice >= context.today) return Value::date(notice);
  Given given(tool);
  given.boolean(tool_field::contract_auto_renews);
  const auto next_ends = renewals.contracts[tool.index].next_ends;
  if (!next_ends) given.lacks(tool_field::contract_term_months);
  return given ? Value::date(notice_day(tool, *next_ends)) : given.unknown(context.memory);
}

Value tool_contract_ends(const Context&, const Renewals& renewals, const Record& tool) {
  return renewals.ends[tool.index];
}

Value tool_days_to_notice(const Context& context, const Renewals& renewals, const Record& tool) {
  return days_until(context, tool_notice_by(context, renewals, tool));
}

Value tool_days_to_renewal(const Context& context, const Renewals& renewals, const Record& tool) {
  return days_until(context, renewals.ends[tool.index]);
}

Value tool_first_term_months(const Context& context, const Renewals& renewals, const Record& tool) {
  return term(context, tool, renewals.contracts[tool.index].first, "first_term_months");
}

Value tool_next_term_months(const Context& context, const Renewals& renewals, const Record& tool) {
  return term(context, tool, renewals.contracts[tool.index].next, "next_term_months");
}

Value tool_notice_by(const Context&, const Renewals& renewals, const Record& tool) {
  const Value& ends = renewals.ends[tool.index];
  return ends.is_unknown() ? ends : Value::date(notice_day(tool, ends.as_integer()));
}

Value tool_notice_known(const Context&, const Record& tool) {
  return Value::boolean(is_given(tool, tool_field::contract_notice_days));
}

// A day that lies ahead cannot have been missed, whether the contract renews or not.
Value tool_notice_missed(const Context& context, const Renewals& renewals, const Record& tool) {
  if (boolean_of(tool, tool_field::contract_auto_renews) == false) return Value::boolean(false);
  const Value notice = tool_notice_by(context, renewals, tool);
  if (!notice.is_unknown() && notice.as_integer() >= context.today) return Value::boolean(false);
  Given given(tool);
  given.boolean(tool_field::contract_auto_renews);
  given.fact(notice);
  return given ? Value::boolean(true) : given.unknown(context.memory);
}

// Nobody says whether it renews, or by which term: so much at most, and a year where no term is known.
Value tool_possible_commitment(const Context& context, const Spend& spend, const Renewals& renewals,
                               const Record& tool) {
  const bool lapses = boolean_of(tool, tool_field::contract_auto_renews) == false;
  if (lapses || costs_nothing(spend, tool)) return amount(context, 0);
  constexpr std::int64_t usual = 12;
  const TermMonths& next = renewals.contracts[tool.index].next;
  Given given(tool);
  if (is_ruled_out(tool, tool_field::contract_ends)) given.lacks(tool_field::contract_ends);
  return commitment(context, spend, next.is_known() ? next.possible : usual, given, tool);
}

Value tool_renewal_commitment(const Context& context, const Spend& spend, const Renewals& renewals,
                              const Record& tool) {
  const bool lapses = boolean_of(tool, tool_field::contract_auto_renews) == false;
  if (lapses || costs_nothing(spend, tool)) return amount(context, 0);
  const TermMonths& next = renewals.contracts[tool.index].next;
  Given given(tool);
  given.boolean(tool_field::contract_auto_renews);
  given.fact(spend.annual[tool.index]);
  if (!next.is_known()) given.lacks(tool_field::contract_term_months);
  return commitment(context, spend, next.proven, given, tool);
}

Value tool_renews_on(const Context&, const Renewals& renewals, const Record& tool) {
  const Value& ends = renewals.ends[tool.index];
  return ends.is_unknown() ? ends : Value::date(ends.as_integer() + 1);
}

Value tool_term_derived(const Context&, const Renewals& renewals, const Record& tool) {
  return Value::boolean(renewals.contracts[tool.index].next.is_derived);
}

}  // namespace martech_audit::facts

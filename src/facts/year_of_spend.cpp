#include "facts/year_of_spend.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/decimals.h"
#include "base/text.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/payments.h"
#include "facts/renewals.h"
#include "facts/spend.h"
#include "facts/sums.h"
#include "facts/yearly_amount.h"

namespace martech_audit::facts {
namespace {

std::int64_t known_minor(const Value& amount) { return amount.is_unknown() ? 0 : amount.as_integer(); }

// A retired tool is paid for as long as its contract runs, or finance still pays.
bool is_paid_for(const Context& context, const Payments& payments, const Renewals& renewals,
                 const Record& tool) {
  if (is_in_use(context, tool)) return true;
  if (context.lifecycle.status[tool.index] != Status::retired) return false;
  const auto& ends = renewals.contracts[tool.index].ends;
  const bool runs = ends && *ends >= context.today;
  return runs || known_minor(payments.yearly[tool.index]) > 0;
}

SpendBasis basis_of(const Context& context, const Spend& spend, const Payments& payments,
                    const Renewals& renewals, const Record& tool) {
  if (!is_paid_for(context, payments, renewals, tool) || is_ruled_out(tool, tool_field::cost))
    return SpendBasis::none;
  if (!spend.annual[tool.index].is_unknown())
    return is_given(tool, cost.amount) || costs_money(tool) ? SpendBasis::stated : SpendBasis::free;
  return known_minor(payments.yearly[tool.index]) > 0 ? SpendBasis::paid : SpendBasis::estimated;
}

std::int64_t beyond(std::int64_t paid, std::int64_t stated) {
  const bool is_more = static_cast<double>(paid - stated) > paid_tolerance * static_cast<double>(stated);
  return is_more ? paid - stated : 0;
}

// No payment at all may yet come.
std::int64_t least_of(std::int64_t paid, std::int64_t stated) {
  const bool is_less = static_cast<double>(stated - paid) > paid_tolerance * static_cast<double>(stated);
  return paid > 0 && is_less ? paid : stated;
}

// What the tools in use of a vendor cost, if all of it is known.
struct VendorSpend {
  std::int64_t minor = 0;
  bool is_known = true;
};

std::string vendor_of(const Record& tool) {
  const std::string_view vendor = text_of(tool, tool_field::vendor);
  return vendor.empty() ? "/" + std::string(text_of(tool, tool_field::id)) : lower_ascii(vendor);
}

std::map<std::string, VendorSpend> by_vendor(const Context& context, const Spend& spend) {
  std::map<std::string, VendorSpend> vendors;
  for (const Record& tool : context.tools()) {
    if (!is_in_use(context, tool)) continue;
    VendorSpend& vendor = vendors[vendor_of(tool)];
    const auto annual = annual_minor(spend, tool);
    vendor.is_known = vendor.is_known && annual;
    add(vendor.minor, annual.value_or(0));
  }
  return vendors;
}

std::vector<bool> petty_tools(const Context& context, const Spend& spend) {
  std::vector<bool> petty(context.tools().size(), false);
  if (spend.total <= 0) return petty;
  const auto vendors = by_vendor(context, spend);
  const auto total = static_cast<double>(spend.total);
  const auto is_petty = [&](const VendorSpend& vendor) {
    return vendor.is_known && static_cast<double>(vendor.minor) < petty_share * total;
  };
  double all = 0;
  for (const auto& [name, vendor] : vendors) all += is_petty(vendor) ? static_cast<double>(vendor.minor) : 0;
  if (all > most_petty_share * total) return petty;
  for (const Record& tool : context.tools()) {
    const auto vendor = vendors.find(vendor_of(tool));
    petty[tool.index] = vendor != vendors.end() && is_petty(vendor->second);
  }
  return petty;
}

}  // namespace

YearOfSpend derive_year_of_spend(const Context& context, const Spend& spend, const Payments& payments,
                                 const Renewals& renewals) {
  YearOfSpend year;
  for (const Record& tool : context.tools()) {
    const SpendBasis basis = basis_of(context, spend, payments, renewals, tool);
    const std::int64_t stated = known_minor(spend.annual[tool.index]);
    const std::int64_t paid = known_minor(payments.yearly[tool.index]);
    year.basis.push_back(basis);
    const std::int64_t shown = least_of(paid, stated);
    const std::int64_t minor = basis == SpendBasis::stated ? shown : basis == SpendBasis::paid ? paid : 0;
    year.minor.push_back(std::max<std::int64_t>(minor, 0));
    const bool is_said = basis == SpendBasis::stated || basis == SpendBasis::free;
    year.excess.push_back(is_said ? beyond(paid, stated) + stated - shown : 0);
  }
  year.petty = petty_tools(context, spend);
  return year;
}

Value tool_spend_basis(const Context&, const YearOfSpend& year, const Record& tool) {
  return Value::string(name(year.basis[tool.index]));
}

Value tool_yearly_spend(const Context& context, const YearOfSpend& year, const Record& tool) {
  if (year.basis[tool.index] != SpendBasis::estimated) return amount(context, year.minor[tool.index]);
  Given given(tool);
  given.lacks(tool_field::cost_amount);
  return given.unknown(context.memory);
}

Value tool_most_spend(const Context& context, const YearOfSpend& year, const Record& tool) {
  const Value spend = tool_yearly_spend(context, year, tool);
  return spend.is_unknown() ? spend : amount(context, year.minor[tool.index] + year.excess[tool.index]);
}

Value tool_unexplained_spend(const Context& context, const YearOfSpend& year, const Record& tool) {
  return amount(context, year.excess[tool.index]);
}

// The lowest of the unit price and what a seat comes to by what is stated and paid, as far as they are known.
Value tool_seat_cost(const Context& context, const Spend& spend, const YearOfSpend& year,
                     const Record& tool) {
  const Value price = tool_unit_cost(context, spend, tool);
  const std::int64_t seats = integer_of(tool, tool_field::seats_purchased).value_or(0);
  const SpendBasis basis = year.basis[tool.index];
  const bool is_known = basis != SpendBasis::estimated && basis != SpendBasis::none;
  if (!is_known || seats <= 0) return price;
  const Money whole{year.minor[tool.index], context.inventory.currency()};
  const double paid = whole.to_double() / static_cast<double>(seats);
  if (price.is_unknown()) return Value::real(paid);
  const double listed = price.is(ValueKind::real) ? price.as_real() : decimal_of(price).to_double();
  return paid < listed ? Value::real(paid) : price;
}

Value tool_petty(const Context&, const YearOfSpend& year, const Record& tool) {
  return Value::boolean(year.petty[tool.index]);
}

Value tool_examined(const Context&, const Record& tool) {
  const auto is_said = [&](const FieldPath& path) { return is_given(tool, path); };
  const std::string_view kind = text_of(tool, tool_field::kind);
  const bool needs_no_users = kind == "security" || kind == "compliance";
  return Value::boolean(needs_no_users || is_said(tool_field::usage_active) ||
                        is_said(tool_field::usage_last_activity_on) || is_said(tool_field::seats_purchased) ||
                        is_said(tool_field::seats_assigned) || is_said(tool_field::consumption_consumed));
}

// Unknown where nobody knows whether it is. What is past a trial has no grace but by its own days, and what
// is retired has none.
Value tool_too_early(const Context& context, const Record& tool) {
  if (context.lifecycle.status[tool.index] == Status::retired) return Value::boolean(false);
  const Value ramping = tool_ramping(context, tool);
  if (!ramping.is_unknown() && ramping.as_boolean()) return ramping;
  const Value age = tool_age_days(context, tool);
  if (!age.is_unknown()) return Value::boolean(age.as_integer() <= return_grace_days);
  if (context.lifecycle.status[tool.index] != Status::active && is_active(context, tool))
    return Value::boolean(false);
  const Between& between = age.missing().front().between;
  return between.least > return_grace_days ? Value::boolean(false) : age;
}

}  // namespace martech_audit::facts

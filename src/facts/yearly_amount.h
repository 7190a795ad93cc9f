// What is paid for a tool in a year, and by what.
#pragma once

#include <optional>
#include <string_view>

#include "facts/fields.h"
#include "facts/given.h"
#include "martech_audit/inventory.h"
#include "martech_audit/money.h"

namespace martech_audit::facts {

// An amount with its currency and period.
struct AmountPaths {
  FieldPath whole, amount, currency, per;
};
inline constexpr AmountPaths cost{tool_field::cost, tool_field::cost_amount,
                                  tool_field::field("cost.currency"), tool_field::field("cost.per")};
inline constexpr AmountPaths unit_price{
    tool_field::field("pricing.unit_price"), tool_field::field("pricing.unit_price.amount"),
    tool_field::field("pricing.unit_price.currency"), tool_field::field("pricing.unit_price.per")};
inline constexpr AmountPaths lower_plan{tool_field::field("pricing.lower_plan.annual"),
                                        tool_field::field("pricing.lower_plan.annual.amount"),
                                        tool_field::field("pricing.lower_plan.annual.currency"),
                                        tool_field::field("pricing.lower_plan.annual.per")};

inline constexpr AmountPaths implementation{
    tool_field::field("one_time.implementation"), tool_field::field("one_time.implementation.amount"),
    tool_field::field("one_time.implementation.currency"), tool_field::field("one_time.implementation.per")};
inline constexpr AmountPaths user_training{
    tool_field::field("one_time.training"), tool_field::field("one_time.training.amount"),
    tool_field::field("one_time.training.currency"), tool_field::field("one_time.training.per")};

// An amount of a currency in the organisation's own; nothing where there is no rate for it, or where it is
// too large.
std::optional<Money> in_own_currency(const Inventory& inventory, Decimal decimal, std::string_view code);

// The amount a year in the organisation's currency, 0 of what is paid once; nothing where an ingredient is
// missing, which `given` notes, or where it is too large.
std::optional<Money> yearly(const Inventory& inventory, const Record& tool, const AmountPaths& paths,
                            Given& given);

// What a tool costs a year: as given, else nothing where it is priced free, else its unit price for each
// seat.
std::optional<Money> yearly_cost(const Inventory& inventory, const Record& tool, Given& given);

// Whether a cost above zero is given, or follows from a unit price and seats.
bool costs_money(const Record& tool);

bool has_metric(const Record& tool, std::string_view metric);
// By its metrics alone.
bool is_priced_free(const Record& tool);

}  // namespace martech_audit::facts

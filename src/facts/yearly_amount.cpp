#include "facts/yearly_amount.h"

#include <algorithm>

namespace martech_audit::facts {
namespace {

std::int64_t payments_a_year(std::string_view per) {
  if (per == "month") return 12;
  if (per == "quarter") return 4;
  return per == "year" ? 1 : 0;
}

// Brought to a year before it is converted, and rounded once.
std::optional<Money> in_own_currency(const Inventory& inventory, Decimal decimal, std::string_view code,
                                     std::int64_t payments) {
  const auto currency = Currency::parse(code);
  const auto rate = currency ? inventory.exchange_rate(*currency) : std::nullopt;
  const auto once = rate ? Money::from(decimal, *currency) : std::nullopt;
  const auto yearly = once ? scaled(*once, payments, 1) : std::nullopt;
  return yearly ? convert(*yearly, *rate, inventory.currency()) : std::nullopt;
}

}  // namespace

std::optional<Money> in_own_currency(const Inventory& inventory, Decimal decimal, std::string_view code) {
  return in_own_currency(inventory, decimal, code, 1);
}

std::optional<Money> yearly(const Inventory& inventory, const Record& tool, const AmountPaths& paths,
                            Given& given) {
  if (!is_given(tool, paths.whole)) {
    given.lacks(paths.whole);
    return std::nullopt;
  }
  const auto sum = decimal_of(tool, paths.amount);
  if (!sum) given.lacks(paths.amount);
  const std::string_view per = given.text(paths.per);
  const std::string_view code = given.text(paths.currency);
  if (!given) return std::nullopt;
  const auto converted = in_own_currency(inventory, *sum, code, payments_a_year(per));
  if (!converted) given.lacks(paths.amount);
  return converted;
}

namespace {

// Of a tool without a cost that has a price and a number of seats.
bool is_priced_by_unit(const Record& tool) {
  const bool has_cost = is_given(tool, cost.whole) || is_ruled_out(tool, cost.whole);
  return !has_cost && has_metric(tool, "seat") && is_given(tool, unit_price.amount) &&
         is_given(tool, tool_field::seats_purchased);
}

}  // namespace

std::optional<Money> yearly_cost(const Inventory& inventory, const Record& tool, Given& given) {
  if (!is_given(tool, cost.amount) && is_priced_free(tool)) return Money{0, inventory.currency()};
  if (!is_priced_by_unit(tool)) return yearly(inventory, tool, cost, given);
  const auto price = yearly(inventory, tool, unit_price, given);
  return price ? scaled(*price, *integer_of(tool, tool_field::seats_purchased), 1) : std::nullopt;
}

bool costs_money(const Record& tool) {
  if (is_priced_by_unit(tool)) {
    return decimal_of(tool, unit_price.amount)->mantissa > 0 &&
           *integer_of(tool, tool_field::seats_purchased) > 0;
  }
  const auto paid = decimal_of(tool, cost.amount);
  return paid && paid->mantissa > 0;
}

bool has_metric(const Record& tool, std::string_view metric) {
  const auto metrics = links_of(tool, tool_field::pricing_metrics);
  return std::any_of(metrics.begin(), metrics.end(),
                     [&](const Value& m) { return m.is(ValueKind::string) && m.as_text() == metric; });
}

bool is_priced_free(const Record& tool) {
  return links_of(tool, tool_field::pricing_metrics).size() == 1 && has_metric(tool, "free");
}

}  // namespace martech_audit::facts

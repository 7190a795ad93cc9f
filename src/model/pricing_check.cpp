// Prices that do not say what they should, or not what the cost says.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "model/field_path.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

constexpr auto metrics_path = path_of(EntityKind::tool, "pricing.metrics");
constexpr auto seats_path = path_of(EntityKind::tool, "seats.purchased");

struct AmountPaths {
  FieldPath amount, currency, per;
};
constexpr AmountPaths cost{path_of(EntityKind::tool, "cost.amount"),
                           path_of(EntityKind::tool, "cost.currency"), path_of(EntityKind::tool, "cost.per")};
constexpr AmountPaths unit_price{path_of(EntityKind::tool, "pricing.unit_price.amount"),
                                 path_of(EntityKind::tool, "pricing.unit_price.currency"),
                                 path_of(EntityKind::tool, "pricing.unit_price.per")};

struct YearlyAmount {
  double amount = 0;
  std::string_view currency;
};

double payments_a_year(std::string_view per) {
  if (per == "month") return 12;
  if (per == "quarter") return 4;
  return per == "year" ? 1 : 0;
}

// Nothing where it is not whole, or paid once.
std::optional<YearlyAmount> yearly(const Record& tool, const AmountPaths& paths) {
  const Value& amount = at(tool, paths.amount);
  const Value& currency = at(tool, paths.currency);
  const Value& per = at(tool, paths.per);
  if (!amount.is(ValueKind::decimal) || !currency.is(ValueKind::string) || !per.is(ValueKind::string))
    return std::nullopt;
  const Decimal decimal{amount.as_integer(), static_cast<std::int32_t>(amount.scale())};
  const double payments = payments_a_year(per.as_text());
  if (payments == 0) return std::nullopt;
  return YearlyAmount{decimal.to_double() * payments, currency.as_text()};
}

bool is_seat_or_open(const Value& metrics) {
  if (!metrics.is(ValueKind::list)) return true;
  return std::ranges::any_of(metrics.as_list(),
                             [](const Value& metric) { return metric.as_text() == "seat"; });
}

// By how much the two may differ: discounts for the last seats, and months begun.
constexpr double tolerance = 0.10;

void check_unit_price(Building& building, const Record& tool) {
  const auto paid = yearly(tool, cost), price = yearly(tool, unit_price);
  const Value& seats = at(tool, seats_path);
  if (!paid || !price || !seats.is(ValueKind::integer) || paid->currency != price->currency) return;
  if (seats.as_integer() == 0 || price->amount == 0) return;
  if (!is_seat_or_open(at(tool, metrics_path))) return;
  const double listed = price->amount * static_cast<double>(seats.as_integer());
  if (std::abs(listed - paid->amount) <= tolerance * std::max(listed, paid->amount)) return;
  building.diagnostics.warning(
      location_of(building.storage, tool, "pricing.unit_price"),
      fmt::format("{} at the unit price: {:.2f} {} a year, but the cost is {:.2f}",
                  counted(static_cast<std::size_t>(seats.as_integer()), "seat"), listed, price->currency,
                  paid->amount),
      "correct the price, the seats or the cost; a list price that nobody pays can be left out");
}

void check_metrics(Building& building, const Record& tool) {
  const Value& metrics = at(tool, metrics_path);
  const Value& amount = at(tool, cost.amount);
  if (!metrics.is(ValueKind::list) || !amount.is(ValueKind::decimal) || amount.as_integer() <= 0) return;
  if (!std::ranges::all_of(metrics.as_list(), [](const Value& metric) { return metric.as_text() == "free"; }))
    return;
  building.diagnostics.warning(
      location_of(building.storage, tool, "pricing.metrics"),
      fmt::format("'metrics' is {}, but the tool has a cost; what the price depends on is treated as missing",
                  metrics.as_list().empty() ? "empty" : "free"),
      "write what the price depends on, for instance [seat] or [flat], or leave it out if unknown");
}

}  // namespace

void check_pricing(Building& building) {
  for (const Record& tool : building.storage.list(EntityKind::tool).records) {
    check_unit_price(building, tool);
    check_metrics(building, tool);
  }
}

}  // namespace martech_audit::model

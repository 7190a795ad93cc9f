#include "facts/prices.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "facts/labels.h"
#include "facts/yearly_amount.h"

namespace martech_audit {
namespace facts {
namespace {

// By how much the two may differ: discounts for the last seats, and months begun.
constexpr double tolerance = 0.10;

bool is_priced_by_seat(const Record& tool) {
  return !is_given(tool, tool_field::pricing_metrics) || has_metric(tool, "seat");
}

void check_unit_price(const Inventory& inventory, const Record& tool, Diagnostics& diagnostics) {
  Given ignored(tool);
  const auto paid = yearly(inventory, tool, cost, ignored);
  const auto price = yearly(inventory, tool, unit_price, ignored);
  const std::int64_t seats = integer_of(tool, tool_field::seats_purchased).value_or(0);
  if (!paid || !price || price->minor == 0 || seats == 0 || !is_priced_by_seat(tool)) return;
  const double listed = price->to_double() * static_cast<double>(seats);
  if (std::abs(listed - paid->to_double()) <= tolerance * std::max(listed, paid->to_double())) return;
  diagnostics.warning(
      inventory.where(tool, unit_price.whole.text),
      fmt::format("{} at the unit price: {:.2f} {} a year, but the cost is {:.2f}",
                  counted(static_cast<std::uint64_t>(seats), "seat"), listed, paid->currency.code(),
                  paid->to_double()),
      "correct the price, the seats or the cost; a list price that nobody pays can be left out");
}

void check_metrics(const Inventory& inventory, const Record& tool, Diagnostics& diagnostics) {
  if (!names_no_metric(tool)) return;
  const bool is_empty = links_of(tool, tool_field::pricing_metrics).empty();
  diagnostics.warning(
      inventory.where(tool, tool_field::pricing_metrics.text),
      fmt::format("'metrics' is {}, but the tool has a cost; what the price depends on is treated as missing",
                  is_empty ? "empty" : "only 'free'"),
      "write what the price depends on, for instance [seat] or [flat], or leave it out if unknown");
}

}  // namespace

bool names_no_metric(const Record& tool) {
  if (!is_given(tool, tool_field::pricing_metrics) || !costs_money(tool)) return false;
  if (has_reason(tool, "pricing.metrics")) return false;
  const auto metrics = links_of(tool, tool_field::pricing_metrics);
  return std::ranges::all_of(metrics, [](const Value& metric) { return metric.as_text() == "free"; });
}

}  // namespace facts

void check_prices(const Inventory& inventory, Diagnostics& diagnostics) {
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    facts::check_unit_price(inventory, tool, diagnostics);
    facts::check_metrics(inventory, tool, diagnostics);
  }
}

}  // namespace martech_audit

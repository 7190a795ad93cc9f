#include "facts/prices.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

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

struct Amounts {
  double listed = 0, paid = 0;  // a year: the unit price times the seats, and the cost
  Currency currency;
};

std::optional<Amounts> amounts_of(const Inventory& inventory, const Record& tool) {
  Given ignored(tool);
  const auto paid = yearly(inventory, tool, cost, ignored);
  const auto price = yearly(inventory, tool, unit_price, ignored);
  const std::int64_t seats = integer_of(tool, tool_field::seats_purchased).value_or(0);
  if (!paid || !price || price->minor == 0 || seats == 0) return std::nullopt;
  return Amounts{price->to_double() * static_cast<double>(seats), paid->to_double(), paid->currency};
}

bool are_near(const Amounts& amounts) {
  return std::abs(amounts.listed - amounts.paid) <= tolerance * std::max(amounts.listed, amounts.paid);
}

// A year's cost cannot be told from it: it would be missing without a word.
void check_period(const Inventory& inventory, const Record& tool, Diagnostics& diagnostics) {
  if (!is_given(tool, cost.amount) || is_given(tool, cost.per)) return;
  diagnostics.warning(
      inventory.where(tool, cost.whole.text), "the cost says no period, and is treated as missing",
      "write, for instance, per: year, or say it once: defaults: {tools: {cost: {per: year}}}");
}

void check_unit_price(const Inventory& inventory, const Record& tool, Diagnostics& diagnostics) {
  const auto amounts = amounts_of(inventory, tool);
  if (!amounts || are_near(*amounts) || !is_priced_by_seat(tool)) return;
  const auto seats = static_cast<std::uint64_t>(*integer_of(tool, tool_field::seats_purchased));
  diagnostics.warning(
      inventory.where(tool, unit_price.whole.text),
      fmt::format("{} at the unit price: {:.2f} {} a year, but the cost is {:.2f}", counted(seats, "seat"),
                  amounts->listed, amounts->currency.code(), amounts->paid),
      "correct the price, the seats or the cost; a list price that nobody pays can be left out");
}

bool names_no_metric(const Record& tool) {
  const auto metrics = links_of(tool, tool_field::pricing_metrics);
  return costs_money(tool) &&
         std::ranges::all_of(metrics, [](const Value& metric) { return metric.as_text() == "free"; });
}

// What is paid for by what it does may count seats all the same; one price for all, or no word on what it
// depends on, may not.
bool names_a_measure(const Record& tool) {
  constexpr std::array<std::string_view, 4> none{"flat", "other", "free", "seat"};
  return std::ranges::any_of(links_of(tool, tool_field::pricing_metrics), [&](const Value& metric) {
    return std::ranges::find(none, metric.as_text()) == none.end();
  });
}

// Seats were bought, and the metrics do not say so: though nothing else is measured, or the unit price times
// the seats is the cost.
bool is_silent_on_seats(const Inventory& inventory, const Record& tool) {
  const bool is_free = is_priced_free(tool) && !costs_money(tool);
  if (integer_of(tool, tool_field::seats_purchased).value_or(0) <= 0 || has_metric(tool, "seat") || is_free)
    return false;
  const auto amounts = amounts_of(inventory, tool);
  return !names_a_measure(tool) || (amounts && are_near(*amounts));
}

void check_metrics(const Inventory& inventory, const Record& tool, Diagnostics& diagnostics) {
  if (!is_mispriced(inventory, tool)) return;
  const bool is_empty = links_of(tool, tool_field::pricing_metrics).empty();
  const bool is_of_nothing = names_no_metric(tool);
  diagnostics.warning(
      inventory.where(tool, tool_field::pricing_metrics.text),
      fmt::format("'metrics' {}, but the tool has {}; what the price depends on is treated as missing",
                  !is_of_nothing ? "names no seats"
                  : is_empty     ? "is empty"
                                 : "is only 'free'",
                  is_of_nothing ? "a cost" : "purchased seats"),
      is_of_nothing
          ? "write what the price depends on, for instance [seat] or [flat], or leave it out if unknown"
          : "add 'seat', leave the seats out, or say why: because: {pricing.metrics: …}");
}

}  // namespace

bool is_mispriced(const Inventory& inventory, const Record& tool) {
  if (!is_given(tool, tool_field::pricing_metrics) || has_reason(tool, "pricing.metrics")) return false;
  return names_no_metric(tool) || is_silent_on_seats(inventory, tool);
}

}  // namespace facts

void check_prices(const Inventory& inventory, Diagnostics& diagnostics) {
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    facts::check_period(inventory, tool, diagnostics);
    facts::check_unit_price(inventory, tool, diagnostics);
    facts::check_metrics(inventory, tool, diagnostics);
  }
}

}  // namespace martech_audit

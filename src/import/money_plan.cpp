#include "import/money_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/placeholder.h"
#include "document/scalar.h"
#include "import/cells/money.h"
#include "import/cells/words.h"
#include "model/read_scalar.h"

namespace martech_audit::import {
namespace {

bool uses(const SharedSign& sign, std::string_view code) {
  return std::find(sign.users.begin(), sign.users.end(), code) != sign.users.end();
}

struct SignSeen {
  std::size_t cells = 0;
  Location first;
};

class MoneyPlanner {
 public:
  MoneyPlanner(const RecordTable& table, const std::vector<ColumnPlan>& plans, const Mapping& mapping,
               const SourcePtr& source, Diagnostics& diagnostics)
      : table_(table), plans_(plans), mapping_(mapping), source_(source), diagnostics_(diagnostics) {}

  std::optional<MoneyPlan> plan() {
    RowPlanner planner(plans_);
    for (const RecordRow& row : table_.rows) look_at(planner.plan(row));
    bool complete = true;
    for (const auto& [sign, seen] : signs_) complete = settle_sign(*shared_sign(sign), seen) && complete;
    if (!complete || !settle_organisation() || !has_rates()) return std::nullopt;
    return std::move(plan_);
  }

 private:
  void look_at(const PlannedRow& row) {
    const auto beside = row_currency(row);
    for (const auto& [column, cell] : row) {
      if (column->use != ColumnUse::field || !column->rule.target.is_money()) continue;
      const auto text = translate(column->rule, cell->text).text;
      if (!text || is_placeholder(*text)) continue;
      const MoneyReading money =
          read_money(*text, mapping_.currency.value_or(Currency()), column->decimal_mark);
      if (!money.amount || money.free) continue;
      look_at(money, beside ? beside : column->currency, cell->where);
    }
  }

  void look_at(const MoneyReading& money, std::optional<Currency> beside, const Location& where) {
    if (money.currency) {
      note(*money.currency, where);
    } else if (beside) {
      note(*beside, where);
    } else if (!money.shared_sign.empty()) {
      SignSeen& seen = signs_[std::string(money.shared_sign)];
      if (seen.cells++ == 0) seen.first = where;
    }
  }

  void note(Currency currency, const Location& where) {
    seen_.try_emplace(std::string(currency.code()), where);
  }

  bool settle_sign(const SharedSign& sign, const SignSeen& seen) {
    std::vector<std::string_view> candidates;
    for (const auto& [code, where] : seen_) {
      if (uses(sign, code)) candidates.push_back(code);
    }
    std::string reason;
    if (mapping_.currency && uses(sign, mapping_.currency->code())) {
      candidates = {mapping_.currency->code()};
      reason = "the organisation's currency";
    } else if (candidates.size() == 1) {
      reason = "the only currency in the source with this symbol";
    } else if (candidates.empty() && sign.is_usual) {
      candidates = {sign.users.front()};
      reason = "the most common; use --currency if it is another";
    }
    if (candidates.size() != 1) return ask(sign, seen, candidates);
    const Currency currency = *Currency::parse(candidates.front());
    plan_.signs.emplace(sign.sign, currency);
    plan_.assumptions.push_back(fmt::format("'{}' is read as {} in {} {}: {}", sign.sign, currency.code(),
                                            seen.cells, seen.cells == 1 ? "cell" : "cells", reason));
    pending_.emplace_back(currency, seen.first);
    return true;
  }

  bool ask(const SharedSign& sign, const SignSeen& seen, const std::vector<std::string_view>& candidates) {
    const auto all = candidates.empty() ? sign.users : std::span<const std::string_view>(candidates);
    diagnostics_.error(seen.first, fmt::format("'{}' may be {}", sign.sign, fmt::join(all, " or ")),
                       fmt::format("use --currency {}, or write the code in the cells", all.front()));
    return false;
  }

  bool settle_organisation() {
    for (const auto& [currency, where] : pending_) note(currency, where);
    if (mapping_.currency) {
      plan_.organisation = *mapping_.currency;
      return true;
    }
    if (seen_.size() == 1) {
      plan_.organisation = *Currency::parse(seen_.begin()->first);
      plan_.assumptions.push_back(fmt::format("the organisation's currency is {}: the only one in the source",
                                              plan_.organisation.code()));
      return true;
    }
    std::vector<std::string> codes;
    for (const auto& [code, where] : seen_) codes.push_back(code);
    if (codes.empty()) {
      diagnostics_.error({source_, 0, 0}, "the currency of the organisation is unknown",
                         "use --currency, such as --currency EUR");
    } else {
      diagnostics_.error(
          seen_.begin()->second,
          fmt::format("there are amounts in {}; one of them must be the organisation's currency",
                      fmt::join(codes, ", ")),
          fmt::format("use --currency {}, and rates for the others: --rate {}=0.92@2026-11-01", codes.front(),
                      codes[1]));
    }
    return false;
  }

  bool has_rates() {
    bool complete = true;
    for (const auto& [code, where] : seen_) {
      const auto is_known = [&code = code](const ExchangeRate& rate) { return rate.from.code() == code; };
      if (code == plan_.organisation.code()) continue;
      if (std::any_of(mapping_.rates.begin(), mapping_.rates.end(), is_known)) continue;
      complete = false;
      diagnostics_.error(
          where, fmt::format("there is no exchange rate from {} to {}", code, plan_.organisation.code()),
          fmt::format("use --rate {}=0.92@2026-11-01, with the rate and its date", code));
    }
    return complete;
  }

  const RecordTable& table_;
  const std::vector<ColumnPlan>& plans_;
  const Mapping& mapping_;
  SourcePtr source_;
  Diagnostics& diagnostics_;
  MoneyPlan plan_;
  std::map<std::string, SignSeen> signs_;
  std::map<std::string, Location> seen_;  // codes, and where each is first used
  std::vector<std::pair<Currency, Location>> pending_;
};

// The currency of an amount; a problem where two places contradict each other.
struct CurrencyFound {
  std::optional<Currency> currency;
  std::string problem = {};
};

CurrencyFound currency_of(const MoneyReading& money, std::optional<Currency> beside, const MoneyPlan& plan) {
  const SharedSign* sign = shared_sign(money.shared_sign);
  if (money.currency && sign != nullptr && !uses(*sign, money.currency->code())) {
    return {{}, fmt::format("'{}' is not a symbol of {}", sign->sign, money.currency->code())};
  }
  if (money.currency && beside && *money.currency != *beside) {
    return {
        {},
        fmt::format("this is in {}, but its row or heading says {}", money.currency->code(), beside->code())};
  }
  if (money.currency) return {money.currency};
  if (beside && sign != nullptr && !uses(*sign, beside->code())) {
    return {{},
            fmt::format("'{}' is not a symbol of {}, the currency of its row or heading", sign->sign,
                        beside->code())};
  }
  if (beside) return {beside};
  if (sign == nullptr) return {};
  const auto settled = plan.signs.find(money.shared_sign);
  return {settled == plan.signs.end() ? std::nullopt : std::optional(settled->second)};
}

std::string_view period_of_column(const ColumnPlan& column) {
  for (const auto& [path, text] : column.rule.with) {
    if (path == column.rule.target.per) return text;
  }
  return {};
}

struct Fault {
  std::string problem = {};
  std::string hint = "write an amount such as 1200.50 EUR";
};

Fault fault_of(const MoneyReading& money, const ColumnPlan& column) {
  const Target& target = column.rule.target;
  if (!money.amount) return {money.problem};
  if (!model::in_range(*money.amount, target.amounts)) {
    if (money.amount->mantissa < 0) return {"a cost cannot be negative", "subtract credits from the sum"};
    return {fmt::format("an amount is {}", model::in_words(target.amounts))};
  }
  if (money.per_unit && target.field->name != "unit_price" && !column.per_seat) {
    return {"this is a price per user, not a total",
            "write the total, or put the price in a column 'Unit price'"};
  }
  const std::string_view stated = period_of_column(column);
  if (!money.per.empty() && target.per.empty()) return {"no payment period applies here"};
  if (!money.per.empty() && !stated.empty() && money.per != stated) {
    return {fmt::format("this is for a {}, but its column for a {}", money.per, stated),
            "call the column 'Cost', so that each cell can give its period"};
  }
  return {};
}

}  // namespace

std::optional<MoneyPlan> plan_money(const RecordTable& table, const std::vector<ColumnPlan>& plans,
                                    const Mapping& mapping, const SourcePtr& source,
                                    Diagnostics& diagnostics) {
  return MoneyPlanner(table, plans, mapping, source, diagnostics).plan();
}

std::optional<Currency> row_currency(const PlannedRow& row) {
  for (const auto& [plan, cell] : row) {
    if (plan->use != ColumnUse::field || plan->rule.target.field->kind != FieldKind::currency) continue;
    const auto text = translate(plan->rule, cell->text).text;
    if (const auto currency = text ? read_currency(*text) : std::nullopt) return currency;
  }
  return std::nullopt;
}

CellReading read_amount(std::string_view text, bool plain, const ColumnPlan& column,
                        std::optional<Currency> row, const MoneyPlan& plan) {
  if (is_placeholder(text)) return {};
  if (is_spreadsheet_error(text)) return {{}, "this is a spreadsheet error"};
  const auto beside = row ? row : column.currency;
  const auto exact = plain ? decimal(text, true) : std::nullopt;
  const MoneyReading money = exact
                                 ? MoneyReading{.amount = exact, .currency = {}}
                                 : read_money(text, beside.value_or(plan.organisation), column.decimal_mark);
  const Target& target = column.rule.target;
  Fault fault = fault_of(money, column);
  const CurrencyFound found = currency_of(money, beside, plan);
  if (fault.problem.empty()) fault.problem = found.problem;
  if (!fault.problem.empty()) return {{}, std::move(fault.problem), std::move(fault.hint)};
  CellReading reading;
  reading.approximate = money.approximate;
  reading.values.push_back({target.amount, {{money.amount->to_string(), true}}});
  if (found.currency && *found.currency != plan.organisation && !money.free) {
    reading.values.push_back({target.currency, {{std::string(found.currency->code()), false}}});
  }
  if (!money.per.empty()) reading.values.push_back({target.per, {{std::string(money.per), false}}});
  if (money.free && target.path == "cost")
    reading.values.push_back({"pricing.metrics", {{"free", false}}, true});
  return reading;
}

}  // namespace martech_audit::import

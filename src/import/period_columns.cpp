#include "import/period_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "base/placeholder.h"
#include "base/text.h"
#include "import/cells/calendar_parts.h"
#include "import/cells/is_among.h"
#include "import/cells/money.h"
#include "import/cells/numbers.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;
using Kind = CalendarPart::Kind;

// Words of headings and titles that make numbers beside them amounts.
constexpr std::array money_words{"actual"sv,   "actuals"sv,  "ausgaben"sv, "budget"sv,  "charge"sv,
                                 "charges"sv,  "cost"sv,     "costs"sv,    "gl"sv,      "invoice"sv,
                                 "invoices"sv, "kosten"sv,   "paid"sv,     "payment"sv, "payments"sv,
                                 "spend"sv,    "spending"sv, "spent"sv};
constexpr int months_a_year = 12;

struct PeriodColumn {
  ColumnPlan* plan = nullptr;
  CalendarPart part;
  int first = 0;  // its first month, counted from the year 0, or from the start of any year
  int months = 1;
};

class PeriodPlanner {
 public:
  PeriodPlanner(const RecordTable& table, std::vector<ColumnPlan>& plans, const Mapping& mapping)
      : table_(table), plans_(plans), mapping_(mapping) {}

  std::vector<std::string> settle() {
    const bool has_cost =
        std::any_of(plans_.begin(), plans_.end(), [](const ColumnPlan& plan) { return plan.fills("cost"); });
    if (mapping_.kind != EntityKind::tool || has_cost) return {};
    collect();
    if (!take_year(Kind::month) && !take_year(Kind::quarter)) take_newest_year();
    return std::move(said_);
  }

 private:
  void collect() {
    const bool says_money = speaks_of_money();
    for (ColumnPlan& plan : plans_) {
      const auto part = read_calendar_part(table_.columns[plan.index].name);
      if (!part) continue;
      const bool is_paid = plan.use == ColumnUse::kept && has_amounts(plan, says_money);
      if (is_paid || plan.use == ColumnUse::empty) add(plan, *part);
    }
  }

  void add(ColumnPlan& plan, const CalendarPart& part) {
    PeriodColumn column{&plan, part, part.year.value_or(0) * months_a_year};
    if (part.kind == Kind::quarter) column.months = 3;
    if (part.kind != Kind::year) column.first += (static_cast<int>(part.number) - 1) * column.months;
    columns_.push_back(column);
  }

  bool speaks_of_money() const {
    const auto says = [](std::string_view text) {
      const std::vector<std::string> words = slug_words(text);
      return std::any_of(words.begin(), words.end(),
                         [](const std::string& word) { return is_among(money_words, word); });
    };
    return std::any_of(table_.columns.begin(), table_.columns.end(),
                       [&](const Column& column) { return says(column.name); }) ||
           std::any_of(table_.banner.begin(), table_.banner.end(), says);
  }

  // Most cells are amounts, and something says that they are money: a sign, cents, a word near by.
  bool has_amounts(const ColumnPlan& plan, bool says_money) const {
    std::size_t amounts = 0;
    std::size_t others = 0;
    for (const Cell* cell : cells_[plan.index]) {
      if (is_placeholder(cell->text)) continue;
      const MoneyReading money = read_money(cell->text, Currency());
      money.amount ? ++amounts : ++others;
      const bool has_cents = money.amount && money.amount->scale == 2;
      says_money = says_money || money.currency || !money.shared_sign.empty() || has_cents;
    }
    return amounts > others && says_money;
  }

  bool says_something(const PeriodColumn& column) const {
    const auto& cells = cells_[column.plan->index];
    return std::any_of(cells.begin(), cells.end(),
                       [](const Cell* cell) { return !is_placeholder(cell->text); });
  }

  // The newest year without a gap, be it of months or of quarters.
  bool take_year(Kind kind) {
    std::vector<PeriodColumn> parts;
    for (const PeriodColumn& column : columns_) {
      if (column.part.kind == kind) parts.push_back(column);
    }
    std::sort(parts.begin(), parts.end(),
              [](const PeriodColumn& a, const PeriodColumn& b) { return a.first < b.first; });
    while (!parts.empty() && !says_something(parts.back())) parts.pop_back();  // they are still to come
    if (parts.empty()) return false;
    const auto count = static_cast<std::size_t>(months_a_year / parts.front().months);
    const bool is_year = parts.size() >= count && in_a_row(std::span(parts).last(count));
    if (is_year) return take(std::span(parts).last(count)), true;
    constexpr std::size_t fewest = 3;
    if (parts.size() >= fewest)
      said_.push_back(fmt::format("'{}' to '{}' are kept, as they are no whole year and so no yearly cost",
                                  heading(parts.front()), heading(parts.back())));
    return parts.size() >= fewest;
  }

  static bool in_a_row(std::span<const PeriodColumn> parts) {
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (parts[i].first != parts[i - 1].first + parts[i].months) return false;
      if (parts[i].part.year.has_value() != parts[0].part.year.has_value()) return false;
    }
    return true;
  }

  void take(std::span<const PeriodColumn> parts) {
    for (const PeriodColumn& part : parts) make_cost(part);
    said_.push_back(fmt::format("the yearly cost is the sum of '{}' to '{}'", heading(parts.front()),
                                heading(parts.back())));
  }

  void take_newest_year() {
    const auto measured =
        std::find_if(mapping_.defaults.begin(), mapping_.defaults.end(),
                     [](const PathAndText& field) { return field.first == "usage.measured_on"; });
    const auto day = measured == mapping_.defaults.end() ? std::nullopt : parse_date(measured->second);
    const PeriodColumn* newest = nullptr;
    for (const PeriodColumn& column : columns_) {
      const bool fits = column.part.kind == Kind::year && says_something(column) &&
                        (!day || *column.part.year <= static_cast<int>(day->year()));
      if (fits && (newest == nullptr || column.first > newest->first)) newest = &column;
    }
    if (newest == nullptr) return;
    make_cost(*newest);
    said_.push_back(fmt::format("the yearly cost is '{}'; other years are kept", heading(*newest)));
  }

  std::string heading(const PeriodColumn& column) const {
    return shorten(escape_controls(table_.columns[column.plan->index].name), 40);
  }

  static void make_cost(const PeriodColumn& column) {
    using namespace std::chrono;
    ColumnPlan& plan = *column.plan;
    plan.use = ColumnUse::field;
    plan.rule.target = *find_target(EntityKind::tool, "cost");
    plan.rule.with = {{plan.rule.target.per, "year"}};
    plan.part.emplace();
    if (!column.part.year || column.part.kind == Kind::year) return;
    plan.rule.target.amounts = {};  // credits are parts, too
    const year_month first =
        year{*column.part.year} / static_cast<int>(column.part.number * column.months - column.months + 1);
    const year_month last = first + months{column.months - 1};
    plan.part = PaidPeriod{Date(first / 1), Date(sys_days{last / std::chrono::last})};
  }

  const RecordTable& table_;
  std::vector<ColumnPlan>& plans_;
  const Mapping& mapping_;
  ColumnCells cells_ = cells_by_column(table_);
  std::vector<PeriodColumn> columns_;
  std::vector<std::string> said_;
};

const FieldValue* value_of(const CellReading& reading, std::string_view path) {
  for (const FieldValue& value : reading.values) {
    if (value.path == path) return &value;
  }
  return nullptr;
}

Draft payment_of(const Draft& draft, const PaidPeriod& period, const Scalar& amount,
                 const FieldValue* currency) {
  Draft payment{.fields = {}, .kept = {}, .where = draft.where, .row = draft.row};
  payment.set("amount", amount.text, amount.plain);
  if (currency != nullptr) payment.set("currency", currency->items.front().text);
  payment.set("period.starts", to_string(*period.first), true);
  payment.set("period.ends", to_string(*period.last), true);
  return payment;
}

}  // namespace

std::vector<std::string> settle_period_columns(const RecordTable& table, std::vector<ColumnPlan>& plans,
                                               const Mapping& mapping) {
  return PeriodPlanner(table, plans, mapping).settle();
}

std::string add_part(Draft& draft, const ColumnPlan& plan, const CellReading& reading,
                     std::vector<Draft>& payments) {
  const Target& target = plan.rule.target;
  const Scalar& amount = reading.values.front().items.front();
  const FieldValue* currency = value_of(reading, target.currency);
  const auto sum = draft.fields.find(target.amount);
  if (sum == draft.fields.end()) {
    for (const FieldValue& value : reading.values) draft.fields.try_emplace(value.path, value);
  } else {
    const std::string_view code = currency == nullptr ? std::string_view() : currency->items.front().text;
    if (draft.text(target.currency) != code)
      return "this is in another currency than the row's other periods";
    const auto all = sum_of(*Decimal::parse(sum->second.items.front().text), *Decimal::parse(amount.text));
    if (!all) return "this amount is too large";
    sum->second.items.front().text = all->to_string();
  }
  const bool paid = amount.text.find_first_of("123456789") != std::string::npos;
  if (plan.part->first && paid) payments.push_back(payment_of(draft, *plan.part, amount, currency));
  return {};
}

}  // namespace martech_audit::import

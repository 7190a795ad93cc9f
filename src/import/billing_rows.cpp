#include "import/billing_rows.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/placeholder.h"
#include "import/cells/exact_sum.h"
#include "import/cells/money.h"

namespace martech_audit::import {
namespace {

struct Payment {
  RecordRow row;
  std::map<std::size_t, ExactSum> sums;  // by column
  Currency currency;
};

class BillingJoiner {
 public:
  BillingJoiner(RecordTable& table, std::vector<ColumnPlan>& plans, const Mapping& mapping)
      : table_(table), plans_(plans), mapping_(mapping) {
    for (const ColumnPlan& plan : plans_) {
      if (plan.use != ColumnUse::field) continue;
      if (plan.rule.target.is_money()) amounts_.push_back(plan.index);
      if (!plan.rule.target.is_money()) told_by_.push_back(plan.index);
      if (plan.rule.target.field->kind == FieldKind::currency) currency_ = plan.index;
    }
  }

  std::size_t join() {
    const std::size_t before = table_.rows.size();
    for (RecordRow& row : std::exchange(table_.rows, {})) add(std::move(row));
    for (ColumnPlan& plan : plans_) {
      if (plan.use == ColumnUse::kept && disagrees_[plan.index]) plan.use = ColumnUse::summed;
    }
    for (Payment& payment : payments_) {
      write_sums(payment);
      table_.rows.push_back(std::move(payment.row));
    }
    return before - table_.rows.size();
  }

 private:
  void add(RecordRow row) {
    Payment payment{{}, {}, currency_of(row)};
    std::string key;
    for (const std::size_t column : told_by_) key += row.text(column) + '\x1F';
    const bool adds_up = sums_of(row, payment);
    if (!adds_up) {
      payment.sums.clear();
      key += std::to_string(row.number);
    }
    const auto [at, is_new] = payment_of_.try_emplace(std::move(key), payments_.size());
    if (is_new) {
      payment.row = std::move(row);
      payments_.push_back(std::move(payment));
      return;
    }
    Payment& known = payments_[at->second];
    for (const std::size_t column : amounts_) {
      if (const Cell* cell = row.find(column); cell != nullptr) known.sums[column].add(cell->text);
    }
    note_differences(known.row, row);
  }

  bool sums_of(const RecordRow& row, Payment& payment) const {
    return std::all_of(amounts_.begin(), amounts_.end(), [&](std::size_t column) {
      const Cell* cell = row.find(column);
      return cell != nullptr && payment.sums[column].add(cell->text);
    });
  }

  Currency currency_of(const RecordRow& row) const {
    const auto currency = currency_ ? read_currency(row.text(*currency_)) : std::nullopt;
    return currency ? *currency : mapping_.currency.value_or(Currency());
  }

  void note_differences(const RecordRow& known, const RecordRow& row) {
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      if (!disagrees_[column]) disagrees_[column] = known.text(column) != row.text(column);
    }
  }

  static void write_sums(Payment& payment) {
    for (Cell& cell : payment.row.cells) {
      const auto sum = payment.sums.find(cell.column);
      if (sum == payment.sums.end()) continue;
      const auto money = sum->second.rounded(payment.currency);
      if (!money) continue;
      cell.text = money->to_string();
      cell.plain = true;
    }
  }

  RecordTable& table_;
  std::vector<ColumnPlan>& plans_;
  const Mapping& mapping_;
  std::vector<std::size_t> amounts_;
  std::vector<std::size_t> told_by_;  // the columns that tell one payment from another
  std::optional<std::size_t> currency_;
  std::unordered_map<std::string, std::size_t> payment_of_;
  std::vector<Payment> payments_;
  std::vector<bool> disagrees_ = std::vector<bool>(table_.columns.size());  // by column
};

}  // namespace

std::size_t join_billing_rows(RecordTable& table, std::vector<ColumnPlan>& plans, const Mapping& mapping) {
  return BillingJoiner(table, plans, mapping).join();
}

}  // namespace martech_audit::import

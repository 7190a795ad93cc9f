#include "facts/budgets.h"

#include <algorithm>
#include <optional>

#include "base/dates.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/spend.h"
#include "facts/sums.h"
#include "facts/yearly_amount.h"

namespace martech_audit::facts {
namespace {

// a - b, and never less than nothing; of amounts that are too precise to be subtracted, nothing is known.
std::optional<Decimal> difference(Decimal a, Decimal b) {
  for (; a.scale < b.scale; ++a.scale) {
    if (__builtin_mul_overflow(a.mantissa, 10, &a.mantissa)) return std::nullopt;
  }
  for (; b.scale < a.scale; ++b.scale) {
    if (__builtin_mul_overflow(b.mantissa, 10, &b.mantissa)) return std::nullopt;
  }
  return Decimal{std::max<std::int64_t>(a.mantissa - b.mantissa, 0), a.scale};
}

// Minor units of a year, of a sum for the days from the first to the last.
std::optional<std::int64_t> yearly_amount(const Context& context, Decimal sum, std::string_view code,
                                          std::int64_t first, std::int64_t last) {
  const auto own = in_own_currency(context.inventory, sum, code);
  const std::int64_t year = days_since_epoch(add_months(from_days(first), 12)) - first;
  const auto yearly = own ? scaled(*own, year, last - first + 1) : std::nullopt;
  return yearly ? std::optional(yearly->minor) : std::nullopt;
}

class BudgetReader {
 public:
  explicit BudgetReader(const Context& context)
      : context_(context), given_(context.inventory.organisation()) {}

  Budgets read() {
    given_.links(list_field::budgets);
    for (const Record* budget :
         sorted_by_id(context_.inventory.entities(EntityKind::budget), budget_field::id)) {
      read(*budget);
    }
    // A list of budgets without the whole one leaves nothing to compare with.
    if (given_ && longest_review_ == 0) given_.lacks(list_field::budgets);
    if (!given_) {
      const Value unknown = given_.unknown(context_.memory);
      return {unknown, unknown, unknown, martech_use()};
    }
    return {amount(context_, marketing_), amount(context_, reserve_), Value::integer(longest_review_),
            martech_use()};
  }

 private:
  void read(const Record& budget) {
    const std::string_view kind = text_of(budget, budget_field::kind);
    if ((!kind.empty() && kind != "total" && kind != "reserve") || !may_run(budget)) return;
    Given given(budget);
    given.text(budget_field::kind);
    const std::int64_t first = given.exact_day(budget_field::starts);
    const std::int64_t last = given.exact_day(budget_field::ends);
    given.integer(budget_field::amount);
    const std::string_view code = given.text(budget_field::currency);
    const auto sum = kind == "reserve" ? free_part(budget) : decimal_of(budget, budget_field::amount);
    const auto yearly = given && sum ? yearly_amount(context_, *sum, code, first, last) : std::nullopt;
    if (!yearly) {
      if (given) given.lacks(budget_field::amount);
      given_.fact(given.unknown(context_.memory));
      return;
    }
    add(kind == "total" ? marketing_ : reserve_, *yearly);
    if (kind == "total") note_review(budget, last - first + 1);
  }

  // What running martech budgets say is committed or, without that, spent; unknown where none says anything.
  Value martech_use() const {
    std::optional<std::int64_t> sum;
    for (const Record& budget : context_.inventory.entities(EntityKind::budget)) {
      if (text_of(budget, budget_field::kind) != "martech" || !may_run(budget)) continue;
      const auto use = use_of(budget);
      if (use) add(sum.emplace(sum.value_or(0)), *use);
    }
    if (sum) return amount(context_, *sum);
    Given given(context_.inventory.organisation());
    given.lacks(list_field::budgets);
    return given.unknown(context_.memory);
  }

  std::optional<std::int64_t> use_of(const Record& budget) const {
    const auto committed = decimal_of(budget, budget_field::committed);
    const auto used = committed ? committed : decimal_of(budget, budget_field::spent);
    Given given(budget);
    const std::int64_t first = given.exact_day(budget_field::starts);
    const std::int64_t last = given.exact_day(budget_field::ends);
    const std::string_view code = given.text(budget_field::currency);
    return given && used ? yearly_amount(context_, *used, code, first, last) : std::nullopt;
  }

  bool may_run(const Record& budget) const {
    const Value& starts = at(budget, budget_field::starts);
    const Value& ends = at(budget, budget_field::ends);
    const bool is_ahead =
        starts.is(ValueKind::date) && !starts.is_before() && starts.as_integer() > context_.today;
    const bool is_over =
        ends.is(ValueKind::date) && ends.as_integer() + (ends.is_before() ? 0 : 1) <= context_.today;
    return !is_ahead && !is_over;
  }

  // What of a reserve is neither committed nor spent, whichever is more.
  static std::optional<Decimal> free_part(const Record& budget) {
    std::optional<Decimal> free = decimal_of(budget, budget_field::amount);
    const Decimal nothing{};
    const Decimal committed = decimal_of(budget, budget_field::committed).value_or(nothing);
    const Decimal spent = decimal_of(budget, budget_field::spent).value_or(nothing);
    if (free) free = difference(*free, committed.to_double() > spent.to_double() ? committed : spent);
    return free;
  }

  // What is not reviewed on the way is looked at again when it ends.
  void note_review(const Record& budget, std::int64_t length) {
    const std::int64_t planned = integer_of(budget, budget_field::review_days).value_or(length);
    longest_review_ = std::max(longest_review_, std::min(planned, length));
  }

  const Context& context_;
  Given given_;
  std::int64_t marketing_ = 0;
  std::int64_t reserve_ = 0;
  std::int64_t longest_review_ = 0;
};

}  // namespace

Budgets derive_budgets(const Context& context) { return BudgetReader(context).read(); }

Value budget_annual_amount(const Context& context, const Record& budget) {
  Given given(budget);
  const std::int64_t first = given.exact_day(budget_field::starts);
  const std::int64_t last = given.exact_day(budget_field::ends);
  given.integer(budget_field::amount);
  const std::string_view code = given.text(budget_field::currency);
  if (!given) return given.unknown(context.memory);
  const auto yearly = yearly_amount(context, *decimal_of(budget, budget_field::amount), code, first, last);
  if (!yearly) given.lacks(budget_field::amount);
  return yearly ? amount(context, *yearly) : given.unknown(context.memory);
}

Value org_budget_review_days(const Context&, const Budgets& budgets, const Record&) {
  return budgets.review_days;
}

Value org_marketing_budget(const Context&, const Budgets& budgets, const Record&) {
  return budgets.marketing;
}

Value org_martech_budget_use(const Context&, const Budgets& budgets, const Record&) {
  return budgets.martech;
}

Value org_reserve_share(const Context&, const Budgets& budgets, const Record&) {
  if (budgets.marketing.is_unknown()) return budgets.marketing;
  return Value::real(ratio(budgets.reserve.as_integer(), budgets.marketing.as_integer()));
}

}  // namespace martech_audit::facts

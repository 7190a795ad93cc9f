#include "facts/payments.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/decimals.h"
#include "base/text.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/spend.h"
#include "facts/sums.h"
#include "facts/yearly_amount.h"

namespace martech_audit::facts {
namespace {

struct Payment {
  const Record* entry = nullptr;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::int64_t minor = 0;
};

// What is known of a tool, or of several that cannot be told apart.
struct Account {
  std::vector<Payment> payments;
  std::vector<Missing> missing;
};

// What nobody says the reason of lowers no spend (model/statements.cpp warns of it).
bool is_unexplained_refund(const Record& entry) {
  const auto sum = decimal_of(entry, ledger_field::amount);
  return sum && sum->mantissa < 0 && !is_given(entry, ledger_field::note);
}

// Entries have no ids: what they say puts them in order.
std::vector<const Record*> in_order(std::span<const Record> entries) {
  std::vector<const Record*> sorted;
  for (const Record& entry : entries) sorted.push_back(&entry);
  const auto key = [](const Record* entry) {
    const Record* tool = reference_of(*entry, ledger_field::tool);
    const auto number = [&](const FieldPath& path) {
      const Value& value = at(*entry, path);
      return value.is_unknown() ? std::int64_t{0} : value.as_integer();
    };
    return std::tuple(tool == nullptr ? std::string_view() : text_of(*tool, tool_field::id),
                      text_of(*entry, ledger_field::vendor), number(ledger_field::starts),
                      number(ledger_field::ends), number(ledger_field::amount));
  };
  std::ranges::stable_sort(sorted, {}, key);
  return sorted;
}

class LedgerReader {
 public:
  explicit LedgerReader(const Context& context) : context_(context), accounts_(context.tools().size()) {
    for (const Record& tool : context.tools()) {
      const std::string_view vendor = text_of(tool, tool_field::vendor);
      if (vendor.empty()) {
        some_name_no_vendor_ = true;
      } else {
        sold_[lower_ascii(vendor)].tools.push_back(&tool);
      }
    }
  }

  Payments read() {
    Given given(context_.inventory.organisation());
    given.links(list_field::ledger);
    if (!given) return unknown_for_all(given.unknown(context_.memory));
    for (const Record* entry : in_order(context_.inventory.entities(EntityKind::ledger))) read(*entry);
    return finish();
  }

 private:
  // The tools of a vendor, and entries that may be for any of them.
  struct Vendor {
    std::vector<const Record*> tools;
    std::vector<Missing> doubts;
  };

  Payments unknown_for_all(const Value& unknown) const {
    Payments payments;
    payments.yearly.assign(context_.tools().size(), unknown);
    payments.still_paid = payments.yearly;
    payments.unlisted_spend = payments.unlisted_vendors = unknown;
    payments.unassigned_spend = amount(context_, 0);
    return payments;
  }

  void read(const Record& entry) {
    if (is_unexplained_refund(entry)) return;
    const Value& starts = at(entry, ledger_field::starts);
    const Value& ends = at(entry, ledger_field::ends);
    const std::int64_t oldest = context_.today - payment_window_days;
    if (starts.is(ValueKind::date) && !starts.is_before() && starts.as_integer() > context_.today) return;
    if (ends.is(ValueKind::date) && ends.as_integer() < oldest) return;
    if (const Record* tool = reference_of(entry, ledger_field::tool)) {
      return book(accounts_[tool->index], entry);
    }
    const std::string_view name = text_of(entry, ledger_field::vendor);
    if (name.empty()) return leave_open(entry, ledger_field::vendor, nullptr);
    const auto vendor = sold_.find(lower_ascii(name));
    if (vendor == sold_.end() && !some_name_no_vendor_) return list(entry, name);
    if (vendor == sold_.end()) return leave_open(entry, ledger_field::tool, nullptr);
    if (vendor->second.tools.size() > 1 || some_name_no_vendor_) {
      return leave_open(entry, ledger_field::tool, &vendor->second);
    }
    book(accounts_[vendor->second.tools.front()->index], entry);
  }

  void book(Account& account, const Record& entry) const {
    Given given(entry);
    Payment payment{&entry, given.exact_day(ledger_field::starts), given.exact_day(ledger_field::ends), 0};
    const auto own = own_amount(entry, given);
    payment.minor = own.value_or(0);
    if (given) return account.payments.push_back(payment);
    const Value lacking = given.unknown(context_.memory);
    account.missing.insert(account.missing.end(), lacking.missing().begin(), lacking.missing().end());
  }

  std::optional<std::int64_t> own_amount(const Record& entry, Given& given) const {
    const Value& sum = at(entry, ledger_field::amount);
    if (!sum.is(ValueKind::decimal)) given.lacks(ledger_field::amount);
    const std::string_view code = given.text(ledger_field::currency);
    if (!sum.is(ValueKind::decimal)) return std::nullopt;
    const auto own = in_own_currency(context_.inventory, decimal_of(sum), code);
    if (!own) given.lacks(ledger_field::amount);
    return own ? std::optional(own->minor) : std::nullopt;
  }

  // Each leaves every tool of its kind undecided: all of them, of all tools, would be payments times tools.
  static void add_doubt(std::vector<Missing>& doubts, const Missing& missing) {
    constexpr std::size_t most_shown = 20;
    if (doubts.size() < most_shown) doubts.push_back(missing);
  }

  // Which tool was paid for is not said: one of the vendor's, or one whose vendor nobody names. Without a
  // vendor, any.
  void leave_open(const Record& entry, const FieldPath& what, Vendor* vendor) {
    const Missing missing{&entry, what.text, {}};
    if (what.text == ledger_field::vendor.text) add_doubt(doubts_for_all_, missing);
    if (vendor != nullptr) add_doubt(vendor->doubts, missing);
    if (what.text != ledger_field::vendor.text) add_doubt(doubts_without_vendor_, missing);
    if (vendor == nullptr) doubts_on_lists_.push_back(missing);
    Given given(entry);
    if (vendor == nullptr) add(unassigned_, own_amount(entry, given).value_or(0));
  }

  void list(const Record& entry, std::string_view vendor) {
    vendors_.push_back(vendor);
    Given given(entry);
    const auto own = own_amount(entry, given);
    if (own) unlisted_ += *own;
    if (!own) amounts_missing_.push_back({&entry, ledger_field::amount.text, {}});
  }

  Payments finish() {
    Payments payments;
    Value without_vendor = joined(doubts_for_all_, doubts_without_vendor_);
    std::unordered_map<const Vendor*, Value> of_vendor;
    for (const auto& [name, vendor] : sold_) of_vendor[&vendor] = joined(doubts_for_all_, vendor.doubts);
    for (const Record& tool : context_.tools()) {
      const std::string_view vendor = text_of(tool, tool_field::vendor);
      const Value& doubt = vendor.empty() ? without_vendor : of_vendor.at(&sold_.at(lower_ascii(vendor)));
      settle(tool, doubt, payments);
    }
    settle_lists(payments);
    return payments;
  }

  Value unknown_if(const std::vector<Missing>& missing) const {
    return missing.empty() ? Value::null() : context_.unknown(missing);
  }
  Value joined(std::vector<Missing> missing, const std::vector<Missing>& more) const {
    missing.insert(missing.end(), more.begin(), more.end());
    return unknown_if(missing);
  }

  void settle(const Record& tool, const Value& doubt, Payments& payments) {
    Account& account = accounts_[tool.index];
    const Value unknown = doubt.is_unknown() ? doubt : unknown_if(account.missing);
    payments.yearly.push_back(unknown.is_unknown() ? unknown : yearly(account.payments));
    const Value& retired = at(tool, tool_field::retired_on);
    const bool is_dated = retired.is(ValueKind::date) && !retired.is_before();
    const bool paid = std::ranges::any_of(account.payments, [&](const Payment& payment) {
      return payment.last >= context_.today || (is_dated && payment.last > retired.as_integer());
    });
    payments.still_paid.push_back(paid || !unknown.is_unknown() ? Value::boolean(paid) : unknown);
  }

  Value yearly(std::vector<Payment>& payments) const {
    std::ranges::stable_sort(payments, {}, &Payment::first);
    std::int64_t sum = 0;
    std::int64_t days = 0;
    std::int64_t covered = 0;  // the day after the last one counted
    for (const Payment& payment : payments) {
      const std::int64_t from = days == 0 ? payment.first : std::max(payment.first, covered);
      days += std::max<std::int64_t>(payment.last + 1 - from, 0);
      covered = std::max(payment.last + 1, days == 0 ? payment.last + 1 : covered);
      add(sum, payment.minor);
    }
    if (days == 0) return amount(context_, 0);
    const auto whole = scaled({sum, context_.inventory.currency()}, 365, days);
    return amount(context_, whole ? whole->minor : sum);
  }

  void settle_lists(Payments& payments) {
    payments.unlisted_vendors = vendors_.empty() ? unknown_if(doubts_on_lists_) : Value::null();
    if (!payments.unlisted_vendors.is_unknown()) payments.unlisted_vendors = context_.sorted_texts(vendors_);
    payments.unlisted_spend = joined(doubts_on_lists_, amounts_missing_);
    if (!payments.unlisted_spend.is_unknown()) payments.unlisted_spend = amount(context_, unlisted_);
    std::int64_t all = unlisted_;
    add(all, unassigned_);
    payments.unassigned_spend = amount(context_, all);
  }

  const Context& context_;
  std::vector<Account> accounts_;  // a tool each
  std::unordered_map<std::string, Vendor> sold_;
  bool some_name_no_vendor_ = false;
  std::vector<Missing> doubts_for_all_, doubts_without_vendor_, doubts_on_lists_, amounts_missing_;
  std::vector<std::string_view> vendors_;
  std::int64_t unlisted_ = 0;
  std::int64_t unassigned_ = 0;
};

}  // namespace

Payments derive_payments(const Context& context) { return LedgerReader(context).read(); }

Value tool_paid_yearly(const Context&, const Payments& payments, const Record& tool) {
  return payments.yearly[tool.index];
}

Value tool_still_paid(const Context&, const Payments& payments, const Record& tool) {
  return payments.still_paid[tool.index];
}

Value org_unlisted_spend(const Context&, const Payments& payments, const Record&) {
  return payments.unlisted_spend;
}

Value org_unassigned_spend(const Context&, const Payments& payments, const Record&) {
  return payments.unassigned_spend;
}

Value org_unlisted_vendors(const Context&, const Payments& payments, const Record&) {
  return payments.unlisted_vendors;
}

}  // namespace martech_audit::facts

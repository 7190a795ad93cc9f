// Amounts of money as people and spreadsheets write them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "martech_audit/money.h"

namespace martech_audit::import {

struct MoneyReading {
  std::optional<Decimal> amount;
  std::optional<Currency> currency;   // by a code, or a sign that one currency has for itself
  std::string_view shared_sign = {};  // "$", "¥", "kr": several currencies use it; see sign_users()
  std::string_view per = {};          // month | quarter | year | once, where the cell says so
  bool per_unit = false;              // "$12 per user"
  bool approximate = false;
  bool free = false;         // "free": an amount of 0 that says more
  std::string problem = {};  // why there is no amount
};

// "$43,200", "€99/mo", "1.200 €", "1,200.50 USD", "12k", "EUR;200", "free", "(1,200)" and "-5" for negative
// amounts. `assumed` is the currency of amounts that name none: it decides what "1.200" is.
// `mark` is the separator before decimals, where other amounts show it.
MoneyReading read_money(std::string_view text, Currency assumed, char mark = 0);

// A currency by code in any case, by name or by sign: "eur", "€", "US$". For cells and headings that hold
// nothing else; a shared sign is none.
std::optional<Currency> read_currency(std::string_view text);

// The currencies that use a shared sign, the usual one first; where none is usual, `is_usual` is false.
struct SharedSign {
  std::string_view sign;
  bool is_usual;
  std::span<const std::string_view> users;
};
const SharedSign* shared_sign(std::string_view sign);

// month | quarter | year | once for "mo", "monthly", "per year", "p.a.", "one-time"; empty for others.
std::string_view read_period(std::string_view text);

}  // namespace martech_audit::import

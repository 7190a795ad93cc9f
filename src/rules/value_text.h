// How values look in messages.
#pragma once

#include <string>

#include "martech_audit/money.h"
#include "martech_audit/value.h"

namespace martech_audit::rules {

// A value as people expect it in a sentence: text as it is, 12, 0.25 (at most two decimals), 2026-11-23 for a
// day, lists with commas, a record by its name. "?" for what is unknown.
void append_text(std::string& out, const Value& value);

// "EUR 12,000"; with the currency's decimals below 100. Too large or not finite: the plain number.
std::string money_text(double major, Currency currency);

// "53%"; "<1%" and ">99%" where rounding would say nothing or all.
std::string percent_text(double share);

}  // namespace martech_audit::rules

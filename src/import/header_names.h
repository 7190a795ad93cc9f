// What the columns of tool lists are usually called, and which field of the inventory each name means.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "martech_audit/inventory.h"
#include "martech_audit/money.h"

namespace martech_audit::import {

// The names that say a field most plainly come first: where two columns of a table mean the same field, the
// earlier name is asked first.
struct HeaderName {
  std::string_view name;        // a header_key(): "renewaldate"
  std::string_view field;       // path of a tool's field
  std::string_view with_field;  // what the name says besides: a period, a number of days
  std::string_view with_value;
};
std::span<const HeaderName> header_names();

// A heading taken apart: "Monthly Cost (USD)".
struct Heading {
  const HeaderName* meaning = nullptr;  // null where the name is not a usual one
  std::optional<Currency> currency;     // that its amounts are in
  std::string_view per = {};            // period that they pay for: month | quarter | year | once
};
Heading read_heading(std::string_view text);

// "Renewal date", "renewal_date" and "RenewalDate" are all "renewaldate". Texts of one key are one name.
std::string header_key(std::string_view text);

// Whether slug() spells all letters of the text, so that different texts do not become one id.
bool has_slug(std::string_view text);

// slug(), or the word for things of the kind where that spells nothing: "tool".
std::string id_from(std::string_view text, EntityKind kind);

// Columns about the people who use a tool. They never enter an inventory.
enum class PersonColumn { none, identifies, describes };
PersonColumn person_column(std::string_view heading);

// "Users", in the languages known: who they are, or how many, as the cells say.
bool is_of_users(std::string_view heading);

// Columns of licence keys, tokens and the like. Nor do these.
bool is_secret(std::string_view heading);

}  // namespace martech_audit::import

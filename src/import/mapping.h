// Mapping: what people say about the columns of a source, in YAML. Profiles are built-in mappings.
//
//   header_row: 4                       # row of the sheet with the headings
//   records: data.subscriptions         # in YAML and JSON, the path of the list
//   rows: contracts                     # in YAML and JSON, a list in each record whose items become entries
//   billing_data: true                  # amounts of any length and without grouping, summed and rounded once
//   list: tools                         # or ledger: what the records become
//   organisation: Acme
//   currency: EUR
//   exchange_rates: {USD: {rate: 0.92, as_of: 2026-11-01}}
//   date_order: dmy
//   columns:
//     Product: name
//     Paid per month: {field: cost, with: {cost.per: month}}
//     Login: {field: security.sso, values: {Okta: true, Password: false}, otherwise: keep, keep: true}
//     Paid on: {field: x-paid-on, parse: date}
//     Billed until: {field: period.ends, day_before: true}
//   defaults: {status: active}          # for fields that a record says nothing about
//   ignore: [Internal id]               # columns to leave out
//   keep: [Email]                       # columns to keep as x-…, even about persons
//   people:                             # one row for each person: counted, never written
//     person: [Login]
//     tool: Application                 # or a name among the defaults
//     last_used: [Last login]
//     removed: Unassigned on            # whoever has an entry here no longer has the tool
//     only: {billing-active: [1]}       # rows that count
//     sign_ins: true                    # a row is a sign-in, not an assignment
//     evidence: login
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "import/cells/dates.h"
#include "import/exchange_rate.h"
#include "import/target.h"

namespace martech_audit::import {

using PathAndText = std::pair<std::string, std::string>;

struct ColumnRule {
  std::string heading;
  Location where;
  Target target;
  std::vector<PathAndText>
      with;  // fields that the column's meaning fills too, where a cell says nothing else
  std::vector<std::pair<std::string, std::optional<std::string>>>
      values;                // by header_key(); nothing: not known
  bool keep_others = false;  // cells that `values` does not list
  bool keep = false;         // the text too, as x-…
  bool day_before = false;   // the cell has the first day that is no longer meant, as ends often have
  std::optional<std::string> fallback = {};  // for empty cells
};

// Rows by the texts of one column.
struct RowsWith {
  std::string heading;
  std::vector<std::string> texts;
};

struct PeopleRule {
  std::vector<std::string> person;  // headings; the first that has an entry identifies the person
  std::string tool;
  std::vector<std::string> last_used;
  std::string removed;
  std::vector<RowsWith> only;      // all others are not counted
  std::vector<RowsWith> inactive;  // have the tool, and do not use it whatever their last day
  bool sign_ins = false;
  std::string evidence = "login";
};

struct Mapping {
  EntityKind kind = EntityKind::tool;
  std::vector<ColumnRule> columns;
  std::vector<PathAndText> defaults;
  std::vector<std::string> ignore;
  std::vector<std::string> keep;
  std::optional<std::size_t> header_row;
  std::string records;
  std::string rows;
  std::string organisation;
  std::optional<Currency> currency;
  std::vector<ExchangeRate> rates;
  std::optional<DateOrder> order;
  std::optional<PeopleRule> people;
  bool billing_data = false;
};

// Faults are errors with their places and suggestions; what could be read comes back all the same.
Mapping read_mapping(const Document& document, Diagnostics& diagnostics);

// Every key that a mapping, one of its columns, rates or `people` may have.
std::vector<std::string_view> mapping_keys();

// `first` decides; `second` adds what it says nothing about.
Mapping merged(Mapping first, const Mapping& second);

}  // namespace martech_audit::import

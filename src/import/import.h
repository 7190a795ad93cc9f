// Spreadsheets and exports as inventories.
//
//   std::optional<ImportResult> result = import_records(source, {.currency = Currency::parse("EUR")},
//   diagnostics);
//
// A sheet of a workbook, CSV, or a YAML or JSON list of records, in UTF-8, UTF-16 or Windows-1252
// (encoding.h). Columns are recognised by their usual names (header_names.h), by a built-in profile
// (profiles.h), or as a mapping file says (mapping.h). Nothing is guessed and nothing is lost: cells that
// cannot be understood are warnings with their places and stay in the inventory as text under x-<column>,
// like columns that mean nothing to it; only columns about persons are dropped, and the summary says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/cells/dates.h"
#include "import/encoding.h"
#include "import/exchange_rate.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/result.h"
#include "martech_audit/source.h"

namespace martech_audit::import {

// What is given here goes before what the mapping says, and that before the profile.
struct ImportOptions {
  SourcePtr mapping = {};         // null: none
  std::string profile = {};       // name of one; empty: the one that is recognised, unless there is a mapping
  std::string sheet = {};         // of a workbook; empty: the one that holds the list
  std::string organisation = {};  // its name
  std::optional<Currency> currency = {};
  std::vector<ExchangeRate> rates = {};
  std::optional<DateOrder> order = {};    // of dates that can be read in two ways
  std::optional<Date> measured_on = {};   // the day of all numbers of active users
  std::optional<Encoding> encoding = {};  // of the source, where its bytes do not tell or mislead
};

struct ImportResult {
  std::string yaml;     // an inventory that reads without errors
  std::string summary;  // lines for people: what became of rows and columns, totals
};

// Nothing comes back where `diagnostics` holds an error afterwards. The sources must outlive the diagnostics.
std::optional<ImportResult> import_records(const SourcePtr& source, const ImportOptions& options,
                                           Diagnostics& diagnostics);

// "USD=0.92" or "USD=0.92@2026-11-01", as a flag has it.
Result<ExchangeRate> parse_rate(std::string_view text);

// A name and a line about each profile, for help texts.
struct ProfileName {
  std::string_view name;
  std::string_view summary;
};
std::vector<ProfileName> profile_names();

}  // namespace martech_audit::import

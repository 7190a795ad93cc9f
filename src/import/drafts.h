// The rows of a table to drafts, and what became of every cell.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "import/column_plan.h"
#include "import/draft.h"
#include "import/money_plan.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::import {

// Minor units by the code of their currency.
using Sums = std::map<std::string, std::int64_t>;

// What became of a column's cells.
struct ColumnCount {
  std::size_t filled = 0;   // a field each
  std::size_t kept = 0;     // as x-…
  std::size_t unread = 0;   // kept because they could not be read
  std::size_t unknown = 0;  // "n/a" and the like
  std::size_t approximate = 0;
  Sums sums = {};                // of amounts, as the source has them
  std::size_t notice_dates = 0;  // of which the days of notice were counted
  std::size_t day_counts = 0;
  std::string day_count = {};  // the first of them: "46387 is 2026-12-31"
};

// A row that becomes no entry, with all that stands in it.
struct LeftOut {
  std::string what;                                             // "row 23 has no name"
  std::vector<std::pair<std::string, std::string>> cells = {};  // heading and text
};

struct Drafts {
  std::vector<Draft> list;
  std::vector<Draft> payments;                 // of tools, by columns of periods
  std::map<std::size_t, ColumnCount> columns;  // by their place in the table
  std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> unknown;  // rows by column and word
  std::vector<LeftOut> left_out;
  std::optional<std::string> turned_signs = {};  // of payments: what was assumed of them
  std::size_t grouped = 0;                       // rows that joined an entry of another row
  std::map<std::string, Sums> repeated;          // what such rows say again, by the path of the amount
  std::size_t periods_from_billing = 0;
  std::size_t taken_to_a_year = 0;              // costs of other cycles: weekly, every two years
  std::map<std::string, Sums> added_by_cycles;  // by which their amounts grew, by the path of the amount
  std::size_t without_period = 0;               // costs
  std::size_t without_day = 0;                  // numbers of active users
  std::size_t without_metric = 0;               // numbers of seats that may be what is paid for, or not
};

// Cells that cannot be read are warnings with their places and are kept as text. Ids of tools are unique.
Drafts make_drafts(const RecordTable& table, const std::vector<ColumnPlan>& plans, const MoneyPlan& money,
                   const Mapping& mapping, Diagnostics& diagnostics);

}  // namespace martech_audit::import

// What becomes of each column of a table.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "import/header_names.h"
#include "import/mapping.h"
#include "import/record_table.h"

namespace martech_audit::import {

enum class ColumnUse {
  field,    // fills a field
  kept,     // kept as x-…
  ignored,  // left out because the mapping says so
  person,   // left out because it is about the people who use the tool
  holder,   // counted or left out because it says something else of each holder of a licence
  summed,   // left out because it differs among rows that are one payment
  secret,   // left out because it holds keys of licences
  empty,    // has no text at all
};

// What a column of months or quarters says the payments of.
struct PaidPeriod {
  std::optional<Date> first;  // nothing where its year is not known
  std::optional<Date> last;
};

struct ColumnPlan {
  std::size_t index = 0;  // of the column in the table
  ColumnUse use = ColumnUse::kept;
  ColumnRule rule = {};                          // of fields
  bool identifies = false;                       // of persons: by name or address
  bool per_seat = false;                         // its amounts are those of one holder's seat
  std::optional<PaidPeriod> part = {};           // its amounts are parts of the yearly cost
  std::string key;                               // "x-renewal-notes": what is kept of the column stands there
  std::size_t rank = 0;                          // among columns of the same field, the lowest is asked first
  std::optional<Currency> currency = {};         // that the heading says amounts are in
  std::optional<DateOrder> order = {};           // of its dates
  char decimal_mark = 0;                         // of its amounts, where its cells show which
  std::string order_reason = {};                 // the cell that shows it
  std::optional<std::size_t> order_column = {};  // of that cell, where it is another column's

  bool fills(std::string_view path) const { return use == ColumnUse::field && rule.target.path == path; }
};

// One plan a column, in the order in which a row's cells are read: those that people mapped first.
// Headings of the mapping that the table does not have are errors.
std::vector<ColumnPlan> plan_columns(const RecordTable& table, const Mapping& mapping,
                                     Diagnostics& diagnostics);

// A cell, and what becomes of it.
struct PlannedCell {
  const ColumnPlan* plan = nullptr;
  const Cell* cell = nullptr;
};
using PlannedRow = std::vector<PlannedCell>;

// Goes from a row's cells to their plans.
class RowPlanner {
 public:
  explicit RowPlanner(const std::vector<ColumnPlan>& plans);  // which must stay

  // In the order of the plans: the cells with text, and those without for which a rule has a `default`. They
  // point into the row and into this planner.
  PlannedRow plan(const RecordRow& row);

 private:
  const std::vector<ColumnPlan>& plans_;
  std::vector<std::size_t> plan_of_;      // by column
  std::vector<std::size_t> of_defaults_;  // the plans whose rules have one
  std::deque<Cell> empty_;
};

// By the heading, or by names where numbers would only count users.
bool identifies_persons(const RecordTable& table, std::size_t column);

// Whether the table has one row for each person: something identifies persons and nothing else makes sense
// for tools alone.
bool is_list_of_people(const RecordTable& table);

// What the rule's `values` make of a cell's text, else its `default` of an empty one: nothing where they say
// "not known", the text itself where they say nothing; `listed` tells is ambiguous.
struct Translated {
  std::optional<std::string> text;
  bool listed = false;
};
Translated translate(const ColumnRule& rule, const std::string& text);

// The field whose path the heading is: "contract.ends". Ids of other systems make poor names here: not "id".
std::optional<Target> named_field(EntityKind kind, std::string_view heading);

// Index of the column with the heading, by header_key().
std::optional<std::size_t> find_column(const RecordTable& table, std::string_view heading);

// What the cells of one column prove about the order of its dates; nothing where they contradict each other.
// `example` is the cell that proves it.
std::optional<DateOrder> proven_order(const std::vector<const Cell*>& cells, std::string& example);

}  // namespace martech_audit::import

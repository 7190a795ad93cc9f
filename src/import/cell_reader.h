// From the text of a cell to what the inventory says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/cells/dates.h"
#include "import/target.h"

namespace martech_audit::import {

// A scalar of the YAML to be written: a text, or a number, boolean or date.
struct Scalar {
  std::string text;
  bool plain = false;
};

// What one field becomes: one scalar, or the items of a list.
struct FieldValue {
  std::string path;
  std::vector<Scalar> items;
  bool list = false;
  std::vector<std::vector<FieldValue>> details = {};  // of connections, for each item: its other fields
};

// Whether one of the items has the text.
bool has_item(const FieldValue& value, std::string_view text);

struct CellReading {
  std::vector<FieldValue> values;  // none where the cell says "not known"
  std::string problem = {};        // why the cell cannot be read; then there are no values
  std::string hint = {};
  bool approximate = false;
  bool day_count = false;  // a date that the cell has as a spreadsheet's count of days
};

// Everything but money (money_plan.h). `order` settles dates that could be read in two ways; of a `plain`
// number the point is one.
CellReading read_cell(std::string_view text, const Target& target, std::optional<DateOrder> order,
                      bool plain = false);

// The day that the text is, in the order of the column where it could be another.
std::optional<Date> day_in(std::string_view text, std::optional<DateOrder> order);

// Seats or features, not the days or months of a term nor a percentage.
bool counts_things(const Field& field);

// The items of a cell that lists several: by lines, by semicolons, or by commas, whichever it has first.
std::vector<std::string> split_list(std::string_view text);

}  // namespace martech_audit::import

// Workbooks as spreadsheet programs save them: .xlsx, .xlsm, .ods. What people see in a cell comes as text;
// formulas are not computed, nothing that a workbook refers to is opened.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "import/workbook/sheet.h"

namespace martech_audit::import {

// Whether the bytes are a workbook, or what is taken for one: an archive, an old Office file.
bool is_workbook(std::string_view bytes);

// All sheets, hidden ones as well. Nothing where it cannot be read, with an error that says what to do.
std::optional<std::vector<Sheet>> read_workbook(const SourcePtr& file, Diagnostics& diagnostics);

// A workbook as the place of a message: people see no text in it.
SourcePtr workbook_place(const SourcePtr& file);

// How much a sheet looks like the list that is wanted.
struct SheetScore {
  std::size_t known_headings = 0;
  std::size_t rows = 0;  // below them
  Location where;        // the row of the headings
};

// The sheet called `name`, or the one with the most known headings, and then with the most rows. Others that
// hold a list as well are warnings; a name that no sheet has is an error.
const Sheet* choose_sheet(const std::vector<Sheet>& sheets, const std::string& name, const SourcePtr& file,
                          const std::function<SheetScore(const Sheet&)>& score, Diagnostics& diagnostics);

// What the summary says of the choice, of hidden cells, of formulas without a value.
std::vector<std::string> remarks_on(const Sheet& chosen, const std::vector<Sheet>& sheets);

}  // namespace martech_audit::import

// Delimited text: RFC 4180, and what spreadsheets and exports make of it.
//
// The delimiter (comma, semicolon, tab or bar) is the one that gives the most regular rows, or what a first
// line `sep=;` says. Line breaks may be LF, CR LF or CR. Quoted cells may hold delimiters, line breaks and
// doubled quotes.
#pragma once

#include <optional>
#include <vector>

#include "import/record_table.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::import {

// The rows that have any text. Nothing where the text is no readable delimited text at all: a workbook,
// UTF-16, not UTF-8, a quote that is never closed. Such faults are errors; text behind a closing quote is a
// warning and kept.
std::optional<std::vector<RecordRow>> read_csv(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace martech_audit::import

// Exports with one row for each person: they are counted by tool and never written.
#pragma once

#include <span>
#include <string>

#include "import/drafts.h"
#include "import/record_table.h"

namespace martech_audit::import {

// The days before the newest date of an export in which people count as active.
inline constexpr int activity_window_days = 60;

// How the rows of a list of people are to be counted, by the usual names of its columns; an error where
// nothing says which tool they use.
std::optional<PeopleRule> usual_people_rule(const RecordTable& table, const Mapping& mapping,
                                            const SourcePtr& source, Diagnostics& diagnostics);

// A tool for each name in the rule's column, or one where the defaults name it, in the order of the source:
// seats.assigned counts the persons, usage.active those with an activity in the window that ends with the
// newest date of the export, which is also the day of measurement. Headings that the table does not have are
// errors.
Drafts count_people(const RecordTable& table, const PeopleRule& rule, const Mapping& mapping,
                    Diagnostics& diagnostics);

// The same where each row has a key: those that share one are a tool. Rows without a key or a person count
// nobody, in silence.
Drafts count_people(const RecordTable& table, const PeopleRule& rule, const Mapping& mapping,
                    Diagnostics& diagnostics, std::span<const std::string> keys);

}  // namespace martech_audit::import

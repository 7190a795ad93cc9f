// The sections of the text report, one file each, in the order in which text.cpp prints them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/excerpt.h"
#include "report/grouping.h"
#include "report/missing_fields.h"
#include "report/text/canvas.h"

namespace martech_audit::report {

// What every section needs.
struct Page {
  const AuditReport& report;
  const ReportStyle& style;
  Canvas& canvas;
  std::vector<FindingGroup> groups;
  MissingFields missing;
  // More of the gap is missing evidence than shown: bars and details would say little, so the page stays
  // short and ends with what to add.
  bool first_look = false;
};

void write_headline(Page& page);     // headline.cpp: whose, verdict, gap, evidence
void write_money(Page& page);        // money.cpp
void write_dimensions(Page& page);   // dimensions.cpp
void write_utilisation(Page& page);  // utilisation.cpp: seats in use, the emptiest tools first
void write_priorities(Page& page);   // priorities.cpp: what to do first
void write_findings(Page& page);     // findings.cpp
void write_marketing5(Page& page);   // marketing5.cpp: its components, where there are many tools
void write_evidence(Page& page);     // evidence.cpp: which fields are missing
void write_remarks(Page& page);      // remarks.cpp: waived, loosened, diagnostics
void write_next(Page& page);         // evidence.cpp: what to add next

// snippet.cpp: what marked_line() of base/excerpt.h makes of the place's source line.
MarkedLine marked_line(const Place& place, std::size_t columns, const ShowCharacter& shown);

// snippet.cpp: the place, the source line and a mark under what the finding is about; nothing without a
// place.
void write_snippet(Canvas& canvas, std::size_t indent, const Place& place);

// "4.2 points"
std::string points_phrase(Points points);
// "waste EUR 17,100, act by 2026-12-02; exposed EUR 45,000"; empty without money.
std::string claims_phrase(const Finding& finding, Date as_of);
// The first `most` names, then how many more: "Braze, Segment and 3 more".
std::string names_phrase(const std::vector<std::string_view>& names, std::size_t most);
// Escaped, and cut to `columns`: what an inventory calls a name may be a page.
std::string brief(std::string_view text, std::size_t columns);
inline constexpr std::size_t message_columns = 300;
// What people call the entity: its name, else its id, else its kind.
std::string_view called(const EntityRef& entity);

}  // namespace martech_audit::report

// The brief: what a board decides on, on one side of paper, made of the blocks of page.h.
//
// No ids, names of rules or places in files; who owns something is said by role. Whatever the inventory is,
// there is a fixed number of lines.
#pragma once

#include <string>
#include <vector>

#include "martech_audit/reporter.h"
#include "report/brief/choose.h"
#include "report/page/page.h"

namespace martech_audit::report {

struct Brief {
  Brief(const AuditReport& report_, const BriefStyle& style_);

  const AuditReport& report;
  const BriefStyle& style;
  std::vector<BriefDecision> decisions;  // three at most
  std::vector<BriefRisk> risks;          // three at most
};

void write_brief(const Brief& brief, Page& page);

using WriteBriefPart = void(const Brief&, Page&);
WriteBriefPart write_brief_figures;    // spend.cpp: four figures, and what they were
WriteBriefPart write_brief_spend;      // spend.cpp: where a year's spend ends, as one bar
WriteBriefPart write_brief_decisions;  // decisions.cpp
WriteBriefPart write_brief_renewals;   // ahead.cpp: one line
WriteBriefPart write_brief_risks;      // ahead.cpp
WriteBriefPart write_brief_method;     // ahead.cpp: one sentence

// Escaped, and as short as paper is narrow.
std::string brief_name(std::string_view name);

// What a board calls the entity: an id is spelled out, a connection is named by its two ends.
std::string board_name(const EntityRef& entity, const AuditReport& report);

// The tool that a decision is about; null where it is about something else.
const ToolRow* tool_of(const Decision& decision, const AuditReport& report);

// The finding's message, without the name where it only labels; of people the rule's title, because a message
// may name them.
std::string board_message(const Finding& finding, const AuditReport& report);

}  // namespace martech_audit::report

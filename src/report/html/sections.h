// The sections of the page: one file and one template each. None where the report has nothing for it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "report/html/page_data.h"

namespace martech_audit::report {

struct HtmlSection {
  std::string_view id;     // of the heading, and of its template
  std::string_view title;  // in the list of contents; none where empty
  std::string_view (*page)();
  std::optional<data> (*make)(const AuditReport& report, const Sink& out);
};

// `out` is where the page goes: long lists write themselves (put_rows).
//
// In the order of the page.
std::span<const HtmlSection> html_sections();

std::optional<data> summary_data(const AuditReport& report, const Sink& out);
std::optional<data> changes_data(const AuditReport& report, const Sink& out);
std::optional<data> dimensions_data(const AuditReport& report, const Sink& out);
std::optional<data> first_data(const AuditReport& report, const Sink& out);
std::optional<data> strategy_data(const AuditReport& report, const Sink& out);
std::optional<data> money_data(const AuditReport& report, const Sink& out);
std::optional<data> renewals_data(const AuditReport& report, const Sink& out);
std::optional<data> tools_data(const AuditReport& report, const Sink& out);
std::optional<data> integrations_data(const AuditReport& report, const Sink& out);
std::optional<data> teams_data(const AuditReport& report, const Sink& out);
std::optional<data> findings_data(const AuditReport& report, const Sink& out);
std::optional<data> evidence_data(const AuditReport& report, const Sink& out);
std::optional<data> method_data(const AuditReport& report, const Sink& out);

}  // namespace martech_audit::report

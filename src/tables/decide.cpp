#include "tables/decide.h"

#include <algorithm>

#include "decisions/decisions.h"

namespace martech_audit {
namespace {

std::optional<std::int64_t> minor_of(const std::optional<Money>& money) {
  return money ? std::optional(money->minor) : std::nullopt;
}

// Rows are by id, the waterfall's tools as findings count them.
ToolTerms terms_of(const AuditReport& report, const Finding& finding) {
  const ToolRow* const row = report.tool(finding.entity.id);
  ToolTerms terms;
  if (row == nullptr) return terms;
  terms.annual_cost = minor_of(row->annual_cost);
  const bool lapses = row->renewal_commitment && row->renewal_commitment->minor == 0;
  terms.renews_on = lapses ? row->contract_ends : row->renews_on;
  terms.notice_by = row->notice_by;
  terms.term_months = row->term_months;
  terms.commitment = minor_of(row->renewal_commitment);
  if (report.waterfall && finding.entity_index < report.waterfall->tools.size())
    terms.spend = &report.waterfall->tools[finding.entity_index];
  return terms;
}

}  // namespace

std::vector<Decision> decide(const AuditReport& report) {
  return make_decisions({.findings = report.findings,
                         .rules = report.rules,
                         .as_of = report.as_of,
                         .currency = report.currency,
                         .terms_of = [&](const Finding& finding) { return terms_of(report, finding); }});
}

}  // namespace martech_audit

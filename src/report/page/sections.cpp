#include "report/page/sections.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/figures.h"
#include "report/phrases.h"
#include "report/verdict.h"

namespace martech_audit::report {
namespace {

bool has_baseline(const AuditPage& input) { return input.report.baseline.has_value(); }
bool has_dimensions(const AuditPage& input) { return !input.report.score.dimensions.empty(); }
bool has_waived(const AuditPage& input) { return !input.report.waived.empty(); }
bool has_exceptions(const AuditPage& input) { return !input.report.loosened.empty(); }
bool has_components(const AuditPage& input) { return !input.report.marketing5.empty(); }
bool has_warnings(const AuditPage& input) {
  return !input.report.diagnostics.empty() || input.report.diagnostics_left_out.notes > 0;
}

bool has_spend(const AuditPage& input) {
  return input.report.waterfall && input.report.waterfall->all.total() > 0;
}

bool has_missing(const AuditPage& input) { return !input.missing.fields().empty(); }

constexpr Media in_full = on::terminal | on::page;

constexpr std::array sections{
    Section<AuditPage>{"gap", "Gap", write_gap},
    Section<AuditPage>{"waterfall", "Where spend goes", write_waterfall, on::everywhere, has_spend},
    Section<AuditPage>{"changes", "Changes", write_changes, on::everywhere, has_baseline},
    Section<AuditPage>{"decisions", "Decisions", write_decisions},
    Section<AuditPage>{"money", "Money", write_money},
    Section<AuditPage>{"dimensions", "Dimensions", write_dimensions, in_full, has_dimensions},
    Section<AuditPage>{"utilisation", "", write_utilisation, on::terminal},
    Section<AuditPage>{"strategy", "Strategy", write_strategy, on::page},
    Section<AuditPage>{"spend", "Spend", write_spend, on::page},
    Section<AuditPage>{"renewals", "Renewals", write_renewals, on::page},
    Section<AuditPage>{"tools", "Tools", write_tools, on::page},
    Section<AuditPage>{"integrations", "Integrations", write_integrations, on::page},
    Section<AuditPage>{"teams", "Teams", write_teams, on::page},
    Section<AuditPage>{"findings", "Findings", write_findings},
    Section<AuditPage>{"waived", "Waived", write_waived, on::everywhere, has_waived},
    Section<AuditPage>{"exceptions", "Gate exceptions", write_exceptions, on::everywhere, has_exceptions},
    Section<AuditPage>{"warnings", "Warnings and notes", write_warnings, on::everywhere, has_warnings},
    Section<AuditPage>{"marketing5", "Marketing 5.0", write_marketing5, in_full, has_components},
    Section<AuditPage>{"evidence", "Missing data", write_evidence, on::everywhere, has_missing},
    Section<AuditPage>{"method", "Method", write_method, on::page},
};

}  // namespace

std::span<const Section<AuditPage>> audit_sections() { return sections; }

bool is_first_look(const AuditReport& report) {
  const Score& score = report.score;
  return score.unproven > score.proven || score.has_little_evidence();
}

Masthead masthead_of(const AuditReport& report) {
  Masthead head{"Marketing technology audit", brief(report.organisation, message_columns),
                counted(report.tools.size(), "tool"), report.as_of};
  if (!report.score.has_verdict()) {
    head.why = no_verdict_text;
  } else if (report.gate.passed) {
    head.verdict = Masthead::Verdict::passed;
    head.why = passed_text(report);
  } else {
    head.verdict = Masthead::Verdict::failed;
    head.why = reasons_text(report);
  }
  return head;
}

void write_audit(const AuditPage& input, Page& page) {
  write_page(masthead_of(input.report), audit_sections(), input, page);
}

}  // namespace martech_audit::report

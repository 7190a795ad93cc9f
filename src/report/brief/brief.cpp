#include "report/brief/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/page/findings.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::string_view usual_title = "Marketing technology brief";

bool has_spent(const Brief& brief) {
  return brief.report.waterfall && brief.report.waterfall->all.total() > 0;
}
bool has_risks(const Brief& brief) { return !brief.risks.empty(); }

constexpr Media on_paper = on::comment | on::page;

constexpr std::array parts{
    Section<Brief>{"figures", "", write_brief_figures, on_paper},
    Section<Brief>{"spend", "", write_brief_spend, on_paper, has_spent},
    Section<Brief>{"decisions", "", write_brief_decisions, on_paper},
    Section<Brief>{"renewals", "", write_brief_renewals, on_paper},
    Section<Brief>{"risks", "", write_brief_risks, on_paper, has_risks},
    Section<Brief>{"method", "", write_brief_method, on_paper},
};

Masthead masthead_of(const Brief& brief) {
  const std::string_view title = brief.style.title.empty() ? usual_title : brief.style.title;
  return {report::brief(title, longest_name), report::brief(brief.report.organisation, longest_name),
          counted(brief.report.tools.size(), "tool"), brief.report.as_of, Masthead::Verdict::unasked};
}

}  // namespace

Brief::Brief(const AuditReport& report_, const BriefStyle& style_)
    : report(report_),
      style(style_),
      decisions(board_decisions(report_)),
      risks(board_risks(report_, decisions)) {}

void write_brief(const Brief& brief, Page& page) {
  write_page(masthead_of(brief), std::span<const Section<Brief>>(parts), brief, page);
}

}  // namespace martech_audit::report

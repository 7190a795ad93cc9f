#include <algorithm>

#include "base/text.h"
#include "report/figures.h"
#include "report/page/findings.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

Item changed_item(const Finding& finding, Date as_of) {
  Item item{{{std::string(name(finding.novelty)), Ink::mark},
             {" "},
             {std::string(name(finding.severity)), ink_of(finding.severity)},
             {" "},
             {brief(finding.message, message_columns), Ink::plain, finding_id(finding)}}};
  if (const std::string money = claims_phrase(finding, as_of); !money.empty())
    item.text.push_back({" " + money, Ink::faint});
  return item;
}

std::vector<const Finding*> changed_findings(const AuditReport& report) {
  std::vector<const Finding*> changed;
  for (const Finding& finding : report.findings) {
    if (finding.novelty == Novelty::fresh || finding.novelty == Novelty::worsened)
      changed.push_back(&finding);
  }
  return changed;
}

}  // namespace

void write_changes(const AuditPage& input, Page& page) {
  const BaselineUse& baseline = *input.report.baseline;
  page.add(Heading{.title = "What changed", .in = on::page});
  Text sentence{{baseline_text(baseline)}};
  if (baseline.stale > 0)
    sentence.push_back(
        {"; " + counted(baseline.stale, "entry of it matches", "entries of it match") + " no finding"});
  page.add(Paragraph{sentence});
  const std::vector<const Finding*> changed = changed_findings(input.report);
  if (changed.empty()) return page.add(Paragraph{{{"No findings are new or worse."}}, on::page});
  page.add(List{.size = changed.size(),
                .item = [&](std::size_t i) { return changed_item(*changed[i], input.report.as_of); },
                .most = {.page = 20},
                .noun = "finding marked below",
                .in = on::page});
}

}  // namespace martech_audit::report

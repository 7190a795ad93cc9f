// What a baseline does not know.
#include <algorithm>
#include <vector>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t shown_changes = 20;

}  // namespace

std::optional<data> changes_data(const AuditReport& report, const Sink&) {
  if (!report.baseline) return std::nullopt;
  const BaselineUse& baseline = *report.baseline;
  std::vector<const Finding*> changed;
  for (const Finding& finding : report.findings) {
    if (finding.novelty == Novelty::fresh || finding.novelty == Novelty::worsened)
      changed.push_back(&finding);
  }
  data page;
  put(page, "path", baseline.path);
  put(page, "fresh", grouped(baseline.fresh));
  put(page, "worsened", grouped(baseline.worsened));
  put(page, "known", grouped(baseline.known));
  put(page, "stale", grouped(baseline.stale));
  const double all = std::max(1.0, static_cast<double>(report.findings.size()));
  put(page, "fresh_width", bar_length(baseline.fresh / all));
  put(page, "worsened_width", bar_length(baseline.worsened / all));
  if (changed.size() > shown_changes) {
    put(page, "more", grouped(changed.size() - shown_changes));
    changed.resize(shown_changes);
  }
  put_list(page, "changed", list_of(changed, [&](const Finding* finding) {
             data item;
             put(item, "novelty", name(finding->novelty));
             put(item, "severity", name(finding->severity));
             put(item, "fingerprint", finding->fingerprint_text());
             put(item, "message", brief(finding->message, message_columns));
             if (const std::string money = claims_phrase(*finding, report.as_of); !money.empty())
               put(item, "money", money);
             return item;
           }));
  return page;
}

}  // namespace martech_audit::report

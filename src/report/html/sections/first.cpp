// What to do first.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/wrap.h"
#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t shown_actions = 3;

}  // namespace

std::optional<data> first_data(const AuditReport& report, const Sink&) {
  std::vector<const Finding*> actions;
  for (const Priority& priority : report.first) {
    // One of a rule: three times the same advice is one action.
    const Finding& finding = report.findings[priority.finding];
    const auto same = [&](const Finding* other) { return other->rule == finding.rule; };
    if (actions.size() < shown_actions && std::ranges::none_of(actions, same)) actions.push_back(&finding);
  }
  data page;
  put_list(page, "actions", list_of(actions, [&](const Finding* finding) {
             const Rule& rule = report.rules[finding->rule];
             const std::string money = claims_phrase(*finding, report.as_of);
             data item;
             put(item, "fingerprint", finding->fingerprint_text());
             put(item, "message", brief(finding->message, message_columns));
             put(item, "fix", flowed(rule.fix));
             put(item, "gain",
                 fmt::format("{}{}{}, {} effort", money, money.empty() ? "" : "; ",
                             points_phrase(finding->points), name(rule.effort)));
             return item;
           }));
  return page;
}

}  // namespace martech_audit::report

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "base/wrap.h"
#include "report/figures.h"
#include "report/page/findings.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t most_actions = 3;
constexpr std::size_t action_name_columns = 30;

// The best finding of a rule, with how many more of the rule there are: three times the same advice is one
// action.
struct Action {
  const Finding* finding;
  std::size_t more = 0;
};

std::vector<Action> first_actions(const AuditPage& input) {
  std::unordered_set<const Finding*> stand_for_themselves;
  for (const FindingGroup& group : input.groups) {
    for (const Shown& item : group.shown) stand_for_themselves.insert(item.finding);
  }
  std::vector<Action> actions;
  for (const Priority& priority : input.report.first) {
    const Finding& finding = input.report.findings[priority.finding];
    if (!stand_for_themselves.contains(&finding)) continue;
    const auto same =
        std::ranges::find(actions, finding.rule, [](const Action& action) { return action.finding->rule; });
    if (same != actions.end()) {
      ++same->more;
    } else if (actions.size() < most_actions) {
      actions.push_back({&finding});
    }
  }
  return actions;
}

// What the fix says before its first full stop, colon or semicolon.
std::string first_clause(std::string_view fix) {
  const std::string text = flowed(fix);
  std::size_t end = text.find_first_of(".;:");
  while (end != std::string::npos && end + 1 < text.size() && text[end + 1] != ' ') {
    end = text.find_first_of(".;:", end + 1);
  }
  return text.substr(0, end);
}

Text brief_action(const Action& action, const Rule& rule) {
  const EntityRef& entity = action.finding->entity;
  if (entity.kind == EntityKind::organisation) return {{first_clause(rule.fix)}};
  const std::string more = action.more == 0 ? "" : fmt::format(" and {} more", grouped(action.more));
  return {{fmt::format("{}{}: ", brief(called(entity), action_name_columns), more), Ink::strong},
          {first_clause(rule.fix)}};
}

Item action_item(const Action& action, const AuditReport& report, bool in_brief) {
  const Finding& finding = *action.finding;
  const Rule& rule = report.rules[finding.rule];
  const std::string points = points_phrase(finding.points);
  const std::string more =
      action.more == 0 ? "" : fmt::format(" (and {} more like it)", grouped(action.more));
  const std::string money = claims_phrase(finding, report.as_of);
  Item item{
      {{brief(finding.message, message_columns), Ink::strong, finding_id(finding)}, {more, Ink::strong}}};
  item.more = {
      {{"→ " + flowed(rule.fix)}},
      {{fmt::format("{}{}{}, {} effort", money, money.empty() ? "" : "; ", points, name(rule.effort)),
        Ink::faint}}};
  item.brief = brief_action(action, rule);
  if (in_brief) item.aside = {{points}};
  return item;
}

}  // namespace

void write_first(const AuditPage& input, Page& page) {
  const std::vector<Action> actions = first_actions(input);
  if (actions.empty() && !page.is(on::page)) return;
  page.add(Heading{.title = "What to do first"});
  if (actions.empty()) return page.add(Paragraph{{{"There are no findings."}}});
  page.add(List{
      .size = actions.size(),
      .item = [&](std::size_t i) { return action_item(actions[i], input.report, page.is(on::first_look)); },
      .ordered = true});
}

}  // namespace martech_audit::report

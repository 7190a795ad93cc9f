#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/wrap.h"
#include "report/figures.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t shown_actions = 3;
constexpr std::size_t action_name_columns = 30;

// The best finding of a rule, with how many more of the rule there are: three times the same advice is one
// action.
struct Action {
  const Finding* finding;
  std::size_t more = 0;
};

std::vector<Action> first_actions(const Page& page) {
  std::unordered_set<const Finding*> stand_for_themselves;
  for (const FindingGroup& group : page.groups) {
    for (const Shown& item : group.shown) stand_for_themselves.insert(item.finding);
  }
  std::vector<Action> actions;
  for (const Priority& priority : page.report.first) {
    const Finding& finding = page.report.findings[priority.finding];
    if (!stand_for_themselves.contains(&finding)) continue;
    const auto same = std::find_if(actions.begin(), actions.end(), [&](const Action& action) {
      return action.finding->rule == finding.rule;
    });
    if (same != actions.end()) {
      ++same->more;
    } else if (actions.size() < shown_actions) {
      actions.push_back({&finding});
    }
  }
  return actions;
}

std::string gain_phrase(const Page& page, const Finding& finding) {
  const std::string money = claims_phrase(finding, page.report.as_of);
  return fmt::format("{}{}{}, {} effort", money, money.empty() ? "" : "; ", points_phrase(finding.points),
                     name(page.report.rules[finding.rule].effort));
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

void write_briefly(Page& page, const std::string& label, const Action& action) {
  const EntityRef& entity = action.finding->entity;
  const std::string more = action.more == 0 ? "" : fmt::format(" and {} more", grouped(action.more));
  const bool named = entity.kind != EntityKind::organisation;
  page.canvas.line(
      2,
      {{label},
       {named ? fmt::format("{}{}: ", brief(called(entity), action_name_columns), more) : "", Ink::strong},
       {first_clause(page.report.rules[action.finding->rule].fix)}},
      {{points_phrase(action.finding->points)}});
}

void write_in_full(Page& page, const std::string& label, const Action& action) {
  const std::string more =
      action.more == 0 ? "" : fmt::format(" (and {} more like it)", grouped(action.more));
  const std::size_t indent = 2 + label.size();
  page.canvas.paragraph(2, {{label}, {brief(action.finding->message, message_columns) + more, Ink::strong}},
                        label.size());
  page.canvas.paragraph(indent, {{"→ " + flowed(page.report.rules[action.finding->rule].fix)}}, 2);
  page.canvas.paragraph(indent, {{gain_phrase(page, *action.finding)}});
}

}  // namespace

void write_priorities(Page& page) {
  const std::vector<Action> actions = first_actions(page);
  if (actions.empty()) return;
  page.canvas.heading("What to do first");
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const std::string label = fmt::format("{}. ", i + 1);
    page.first_look ? write_briefly(page, label, actions[i]) : write_in_full(page, label, actions[i]);
  }
}

}  // namespace martech_audit::report

// What to decide, lane by lane. One act over many entities is one line.
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/page/decisions.h"
#include "report/page/findings.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t most_lines = 3;  // of a lane, where a report is glanced at
constexpr std::size_t most_page_lines = 20;
constexpr std::size_t most_named = 3;
constexpr std::size_t longest_in_title = 40;  // of a name, so that the act and its day are seen
constexpr std::int64_t urgent_days = 14;

// Decisions of the same act on entities of one kind, in their order; of those that are due each for itself.
struct DecisionLine {
  std::vector<const Decision*> decisions;
  const Decision& first() const { return *decisions.front(); }
};

std::vector<DecisionLine> lines_of(const AuditReport& report, Lane lane) {
  std::vector<DecisionLine> lines;
  for (const Decision& decision : report.decisions) {
    if (decision.lane != lane) continue;
    const auto is_same = [&](const DecisionLine& line) {
      return line.first().act == decision.act && line.first().entity.kind == decision.entity.kind;
    };
    const auto same = lane == Lane::due ? lines.end() : std::ranges::find_if(lines, is_same);
    same == lines.end() ? lines.push_back({{&decision}}) : same->decisions.push_back(&decision);
  }
  return lines;
}

bool is_urgent(const DecisionLine& line, const AuditReport& report) {
  const Decision& decision = line.first();
  if (decision.lane != Lane::due || !decision.last_day) return false;
  const std::int64_t days = days_since_epoch(*decision.last_day) - days_since_epoch(report.as_of);
  return days <= urgent_days && !(decision.at_stake && is_petty(decision.at_stake->minor, report));
}

// By rank, but behind the first three what cannot wait; how many are shown at a glance.
std::size_t put_urgent_early(std::vector<DecisionLine>& lines, const AuditReport& report) {
  const std::size_t first = std::min(most_lines, lines.size());
  const auto rest = std::span(lines).subspan(first);
  const auto waiting = std::stable_partition(
      rest.begin(), rest.end(), [&](const DecisionLine& line) { return is_urgent(line, report); });
  return first + static_cast<std::size_t>(waiting - rest.begin());
}

// Of a contract that would renew, with the notice that it takes.
std::string act_phrase(const Decision& decision) {
  const bool is_due = decision.lane == Lane::due;
  if (is_due && decision.act == Act::reduce_seats) return "give notice to reduce seats";
  const std::string phrase(meaning(decision.act).phrase);
  return is_due && decision.act == Act::merge ? "give notice and " + phrase : phrase;
}

// " into HubSpot"
std::string into_phrase(const Decision& decision, std::size_t columns) {
  return decision.into == nullptr ? std::string() : " into " + brief(called(*decision.into), columns);
}

// " by 2026-12-01 (2 days)"
std::string day_phrase(const Decision& decision, Date as_of) {
  if (!decision.last_day) return {};
  const std::int64_t days = days_since_epoch(*decision.last_day) - days_since_epoch(as_of);
  const std::string left = days == 0  ? "today"
                           : days < 0 ? "past"
                                      : counted(static_cast<std::size_t>(days), "day");
  const std::string_view by = decision.act == Act::negotiate ? " before it renews on " : " by ";
  return fmt::format("{}{} ({})", by, to_string(*decision.last_day), left);
}

std::string entities_of(const DecisionLine& line) {
  std::vector<std::string> names;
  for (const Decision* decision : line.decisions)
    names.push_back(brief(called(decision->entity), name_columns) + into_phrase(*decision, name_columns));
  return names_phrase({names.begin(), names.end()}, most_named, message_columns);
}

// What leads to the act, without the name where the headline begins with it.
std::string reason(const DecisionLine& line, const AuditReport& report) {
  const Decision& decision = line.first();
  const Finding& leading = report.findings[decision.findings.front()];
  const std::string_view rest = line.decisions.size() == 1 ? without_label(leading) : leading.message;
  std::string text = brief(rest, message_columns);
  if (rest.size() < leading.message.size()) text = capitalised(text);
  const std::size_t more = line.decisions.size() - 1;
  if (more > 0) return text + fmt::format(" (and {} more like it)", grouped(more));
  const std::size_t others = decision.findings.size() - 1 - decision.if_it_stays.size();
  if (others > 0) text += fmt::format(" (and {})", counted(others, "more finding"));
  return text;
}

std::string headline(const DecisionLine& line, const AuditReport& report) {
  const Decision& decision = line.first();
  const std::string act = act_phrase(decision);
  if (line.decisions.size() > 1) {
    return fmt::format("{} ({}): {}", capitalised(act),
                       counted_entities(decision.entity.kind, line.decisions.size()), entities_of(line));
  }
  if (decision.entity.kind == EntityKind::organisation)
    return fmt::format("{}: {}", capitalised(act), reason(line, report));
  return fmt::format("{}: {}{}{}", brief(called(decision.entity), longest_in_title), act,
                     into_phrase(decision, longest_in_title), day_phrase(decision, report.as_of));
}

DecisionMoney sum_of(const DecisionLine& line, MoneyClass money_class) {
  DecisionMoney sum = line.first().of(money_class);
  for (const Decision* decision : std::span(line.decisions).subspan(1)) {
    sum.proven.minor = saturating_add(sum.proven.minor, decision->of(money_class).proven.minor);
    sum.possible.minor = saturating_add(sum.possible.minor, decision->of(money_class).possible.minor);
  }
  return sum;
}

// "at stake EUR 24,000 of EUR 48,000": of what the next term commits to.
std::string stake_of(const Decision& decision, const AuditReport& report) {
  if (!decision.at_stake || decision.at_stake->minor <= 0) return {};
  std::string stake = "at stake " + money_text(*decision.at_stake);
  const ToolRow* const tool =
      decision.entity.kind == EntityKind::tool ? report.tool(decision.entity.id) : nullptr;
  if (tool == nullptr) return stake;
  const std::optional<Money>& term =
      tool->possible_commitment ? tool->possible_commitment : tool->renewal_commitment;
  return term && term->minor > decision.at_stake->minor ? stake + " of " + money_text(*term) : stake;
}

// What it is called first says most: money that is waste is called neither an opportunity nor unproven, too.
std::string money_of(const DecisionLine& line, const AuditReport& report) {
  const Decision& decision = line.first();
  std::string text = stake_of(decision, report);
  std::int64_t said = 0;
  for (const MoneyClass money_class :
       {MoneyClass::recoverable, MoneyClass::opportunity, MoneyClass::exposed}) {
    const DecisionMoney sum = sum_of(line, money_class);
    if (sum.possible.minor <= said || (said > 0 && money_class == MoneyClass::exposed)) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", money_class_phrase(money_class),
                        range_text(sum.proven, sum.possible));
    said = sum.possible.minor;
  }
  return text;
}

std::string gain(const DecisionLine& line, const AuditReport& report) {
  Points points = 0;
  for (const Decision* decision : line.decisions) points += decision->points;
  const std::string money = money_of(line, report);
  return fmt::format("{}{}{}, {} effort", money, money.empty() ? "" : "; ", points_phrase(points),
                     name(line.first().effort));
}

std::string titles_of(const std::vector<std::uint32_t>& findings, const AuditReport& report) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most_named, findings.size()); ++i) {
    const Rule& rule = report.rules[report.findings[findings[i]].rule];
    text += (i == 0 ? "" : "; ") + brief(rule.title, longest_name);
  }
  if (findings.size() > most_named) text += fmt::format("; {} more", grouped(findings.size() - most_named));
  return text;
}

// Nobody is told to mend what should go, but the law does not wait for its end.
void add_what_stays(const DecisionLine& line, const AuditReport& report, Item& item) {
  if (line.decisions.size() > 1) return;
  std::vector<std::uint32_t> duties, others;
  for (const std::uint32_t finding : line.first().if_it_stays) {
    const bool is_duty = meaning(report.rules[report.findings[finding].rule].act).is_duty;
    (is_duty ? duties : others).push_back(finding);
  }
  if (!duties.empty()) item.more.push_back({{"until it ends: " + titles_of(duties, report)}});
  if (!others.empty()) item.more.push_back({{"if it stays: " + titles_of(others, report), Ink::faint}});
}

Item item_of(const DecisionLine& line, const AuditReport& report) {
  const Decision& decision = line.first();
  const Finding& leading = report.findings[decision.findings.front()];
  const std::string title = headline(line, report);
  Item item{{{title, Ink::strong, finding_id(leading)}}};
  item.aside = {{std::string(decision.id_text().substr(0, shown_digits)), Ink::code}};
  const bool is_said = line.decisions.size() == 1 && decision.entity.kind == EntityKind::organisation;
  if (!is_said) item.more.push_back({{reason(line, report)}});
  item.more.push_back({{gain(line, report), Ink::faint}});
  add_what_stays(line, report, item);
  item.brief = {{title, Ink::strong}};
  if (const std::string money = money_of(line, report); !money.empty()) item.brief.push_back({"; " + money});
  return item;
}

struct LaneWords {
  std::string_view title, note;
};

LaneWords heading_of(Lane lane) {
  switch (lane) {
    case Lane::due:
      return {"Due", "within 90 days, by the money at stake and the days left"};
    case Lane::money:
      return {"Money", "no deadline within 90 days; largest saving for the effort first"};
    case Lane::risk:
      return {"Risk", "legal duties first, then by severity"};
    case Lane::foundations:
      break;
  }
  return {"Foundations", "objectives, KPIs, plans; most points for the effort first"};
}

void write_lane(const AuditReport& report, Lane lane, Page& page) {
  std::vector<DecisionLine> lines = lines_of(report, lane);
  if (lines.empty()) return;
  const std::size_t glance = put_urgent_early(lines, report);
  const bool is_grouped =
      std::ranges::any_of(lines, [](const DecisionLine& line) { return line.decisions.size() > 1; });
  const LaneWords words = heading_of(lane);
  page.add(Heading{.title = std::string(words.title),
                   .note = std::string(words.note),
                   .level = page.is(on::first_look) ? 3 : 4});
  page.add(
      List{.size = lines.size(),
           .item = [&](std::size_t i) { return item_of(lines[i], report); },
           .ordered = true,
           .most = {.first_look = glance, .terminal = glance, .comment = glance, .page = most_page_lines},
           .open = glance,
           .noun = is_grouped ? "line" : "decision"});
}

}  // namespace

std::vector<const Decision*> same_line(const AuditReport& report, const Decision& decision) {
  for (DecisionLine& line : lines_of(report, decision.lane)) {
    if (std::ranges::find(line.decisions, &decision) != line.decisions.end())
      return std::move(line.decisions);
  }
  return {};
}

DecisionWords words_of(const Decision& decision, const AuditReport& report) {
  const DecisionLine line{{&decision}};
  return {headline(line, report), gain(line, report)};
}

void write_decisions(const AuditPage& input, Page& page) {
  const bool has_any = !input.report.decisions.empty();
  if (!has_any && !page.is(on::page)) return;
  page.add(Heading{.title = has_any ? counted(input.report.decisions.size(), "decision") : "Decisions",
                   .in = on::everywhere & static_cast<Media>(~on::first_look)});
  if (!has_any) return page.add(Paragraph{{{"There are no findings."}}});
  for (const Lane lane : lanes) write_lane(input.report, lane, page);
}

}  // namespace martech_audit::report

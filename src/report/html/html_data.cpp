#include "report/html/html_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/grouping.h"
#include "report/missing_fields.h"
#include "report/text/sections.h"
#include "report/verdict.h"

namespace martech_audit::report {
namespace {

using kainjow::mustache::data;

constexpr std::size_t shown_actions = 3;
constexpr std::size_t shown_additions = 5;
constexpr std::size_t longest_snippet = 200;
constexpr std::size_t longest_name = 80;  // of a cell
constexpr std::size_t open_groups = 3;
constexpr int soon_days = 30;

// The one way of text into the page.
void put(data& object, const std::string& key, std::string_view text) {
  object.set(key, escape_controls(text));
}

void put_list(data& object, const std::string& key, data list, bool any) {
  object.set(key, std::move(list));
  object.set("has_" + key, any);
}

template <class Items, class MakeItem>
data list_of(const Items& items, MakeItem make_item) {
  data list{data::type::list};
  for (const auto& item : items) list.push_back(make_item(item));
  return list;
}

// Of a picture a thousand units wide.
std::string width_of(double share) { return fmt::format("{:.1f}", std::clamp(share, 0.0, 1.0) * 1000); }
std::string width_of(Points points) {
  return width_of(static_cast<double>(points) / static_cast<double>(100 * points_per_point));
}

std::string money_or_dash(const std::optional<Money>& money) { return money ? money_text(*money) : "–"; }

void put_head(const AuditReport& report, data& page) {
  const bool judged = report.score.has_verdict();
  put(page, "organisation", brief(report.organisation, message_columns));
  put(page, "as_of", to_string(report.as_of));
  put(page, "version", report.tool_version);
  put(page, "tools", counted(report.tools.size(), "tool"));
  page.set("judged", judged);
  put(page, "verdict", !judged ? "none" : report.gate.passed ? "passed" : "failed");
  put(page, "verdict_word", !judged ? "No verdict" : report.gate.passed ? "Passed" : "Failed");
  put(page, "verdict_text",
      !judged              ? std::string(no_verdict_text)
      : report.gate.passed ? severities_text(report)
                           : reasons_text(report));
  if (report.baseline) put(page, "baseline", baseline_text(*report.baseline));
}

void put_gap(const Score& score, data& page) {
  put(page, "gap", gap_range(score.proven, score.unproven));
  put(page, "gap_split",
      fmt::format("{} proven, {} more not yet shown.", points_text(score.proven),
                  unproven_text(score.proven, score.unproven)));
  put(page, "proven_width", width_of(score.proven));
  put(page, "unproven_width", width_of(score.unproven));
}

void put_figures(const AuditReport& report, data& page) {
  data figures{data::type::list};
  const auto add = [&](std::string_view label, const std::string& value, std::string_view note) {
    data figure;
    put(figure, "label", label);
    put(figure, "value", value);
    put(figure, "note", note);
    figures.push_back(figure);
  };
  const MoneySummary& money = report.money;
  add("Spend a year", money_or_dash(money.total_cost),
      money.tools_without_cost == 0 ? "" : counted(money.tools_without_cost, "tool") + " of unknown cost");
  if (report.off_strategy) {
    add("Spend off strategy", share_text(report.off_strategy->share()),
        money_text(report.off_strategy->off) + " reaches no active objective");
  } else {
    add("Spend off strategy", "not known", "no objective is known to be active");
  }
  add("Waste", money_text(money.recoverable), "can stop being paid");
  add("At risk", money_text(money.at_risk), "commits by itself on a date");
  add("Exposed", money_text(money.exposed), "buys what is not shown to be worth it");
  add("Opportunity", money_text(money.opportunity), "an estimate, or waits for a decision");
  page.set("figures", figures);
}

void put_dimensions(const AuditReport& report, data& page) {
  std::vector<DimensionScore> rows = report.score.dimensions;
  std::ranges::stable_sort(rows, std::greater(), [](const DimensionScore& row) { return row.gap(); });
  page.set("dimensions", list_of(rows, [](const DimensionScore& row) {
             const Points proven = row.proven_gap(), unproven = row.gap() - proven;
             data item;
             put(item, "name", row.dimension);
             put(item, "range", gap_range(proven, unproven));
             put(item, "proven_width", width_of(proven));
             put(item, "unproven_width", width_of(unproven));
             return item;
           }));
  put_list(page, "components",
           list_of(report.marketing5,
                   [&](const ComponentRow& row) {
                     std::vector<std::string_view> names;
                     for (const std::uint32_t tool : row.tools)
                       names.push_back(called(report.tools[tool].tool));
                     data item;
                     put(item, "name", row.component);
                     put(item, "level",
                         row.level == row.possible_level
                             ? fmt::format("{} of 3", row.level)
                             : fmt::format("{}–{} of 3", row.level, row.possible_level));
                     put(item, "tools", names.empty() ? "no tool" : names_phrase(names, 5));
                     return item;
                   }),
           !report.marketing5.empty());
}

// One of a rule: three times the same advice is one action.
void put_actions(const AuditReport& report, data& page) {
  std::vector<const Finding*> actions;
  for (const Priority& priority : report.first) {
    const Finding& finding = report.findings[priority.finding];
    const auto same = [&](const Finding* other) { return other->rule == finding.rule; };
    if (actions.size() < shown_actions && std::ranges::none_of(actions, same)) actions.push_back(&finding);
  }
  put_list(page, "actions",
           list_of(actions,
                   [&](const Finding* finding) {
                     const Rule& rule = report.rules[finding->rule];
                     const std::string money = claims_phrase(*finding, report.as_of);
                     data item;
                     put(item, "message", brief(finding->message, message_columns));
                     put(item, "fix", flowed(rule.fix));
                     put(item, "gain",
                         fmt::format("{}{}{}, {} effort", money, money.empty() ? "" : "; ",
                                     points_phrase(finding->points), name(rule.effort)));
                     return item;
                   }),
           !actions.empty());
}

std::string_view in_words(Coverage coverage) {
  switch (coverage) {
    case Coverage::none:
      return "not at all";
    case Coverage::troubled:
      return "by tools in trouble";
    case Coverage::once:
      return "once";
    case Coverage::twice:
      return "twice or more";
  }
  return {};
}

data need_of(const CapabilityRow& row, const AuditReport& report) {
  std::vector<std::string_view> names;
  for (const std::uint32_t tool : row.providers) names.push_back(called(report.tools[tool].tool));
  data item;
  put(item, "capability", called(row.capability));
  put(item, "coverage", name(row.coverage));
  put(item, "coverage_text", in_words(row.coverage));
  put(item, "providers", names_phrase(names, 6));
  return item;
}

void put_strategy(const AuditReport& report, data& page) {
  std::vector<const ObjectiveRow*> active;
  for (const ObjectiveRow& row : report.strategy) {
    if (row.status == "active") active.push_back(&row);
  }
  put_list(
      page, "objectives",
      list_of(
          active,
          [&](const ObjectiveRow* row) {
            data item;
            put(item, "title", brief(called(row->objective), message_columns));
            const auto measured = std::ranges::count_if(
                row->kpis, [&](std::uint32_t kpi) { return report.kpis[kpi].measured; });
            put(item, "about",
                fmt::format("{} a year, {}, {} of {} measured",
                            row->spend ? money_text(*row->spend) : "spend not known",
                            counted(row->tools.size(), "tool"), measured, counted(row->kpis.size(), "KPI")));
            put_list(item, "needs",
                     list_of(row->required, [&](const CapabilityRow& need) { return need_of(need, report); }),
                     !row->required.empty());
            return item;
          }),
      !active.empty());
}

void put_categories(const AuditReport& report, data& page) {
  const auto& rows = report.spend_by_category;
  const double most = rows.empty() ? 1 : std::max(1.0, static_cast<double>(rows.front().annual_cost.minor));
  page.set("categories", list_of(rows, [&](const SpendRow& row) {
             data item;
             put(item, "name", row.name.empty() ? "no category" : brief(row.name, longest_name));
             put(item, "cost", money_text(row.annual_cost));
             put(item, "waste", money_text(row.waste));
             put(item, "cost_width", width_of(static_cast<double>(row.annual_cost.minor) / most));
             put(item, "waste_width", width_of(static_cast<double>(row.waste.minor) / most));
             return item;
           }));
}

std::string in_days(std::int64_t days) {
  if (days == 0) return "today";
  const std::string count = counted(static_cast<std::uint64_t>(days < 0 ? -days : days), "day");
  return days < 0 ? count + " ago" : "in " + count;
}

void put_renewals(const AuditReport& report, data& page) {
  std::vector<const ToolRow*> rows;
  for (const ToolRow& row : report.tools) {
    if (row.notice_by && row.in_use) rows.push_back(&row);
  }
  std::ranges::stable_sort(rows, {}, [](const ToolRow* row) { return *row->notice_by; });
  put_list(page, "renewals",
           list_of(rows,
                   [&](const ToolRow* row) {
                     const auto days = days_since_epoch(*row->notice_by) - days_since_epoch(report.as_of);
                     data item;
                     put(item, "tool", brief(called(row->tool), longest_name));
                     put(item, "notice_by", to_string(*row->notice_by));
                     put(item, "in_days", in_days(days));
                     put(item, "state", days < 0 ? "past" : days <= soon_days ? "soon" : "later");
                     put(item, "renews_on", row->renews_on ? to_string(*row->renews_on) : "–");
                     put(item, "commitment", money_or_dash(row->renewal_commitment));
                     return item;
                   }),
           !rows.empty());
}

void put_tools(const AuditReport& report, data& page) {
  page.set("tool_rows", list_of(report.tools, [](const ToolRow& row) {
             data item;
             put(item, "name", brief(called(row.tool), longest_name));
             put(item, "category", brief(row.category, longest_name));
             put(item, "owner", brief(row.owner, longest_name));
             put(item, "cost", money_or_dash(row.annual_cost));
             put(item, "waste", row.waste.minor == 0 ? "–" : money_text(row.waste));
             put(item, "points", points_text(row.points));
             item.set("trouble", row.in_trouble);
             item.set("has_utilisation", row.utilisation.has_value());
             if (row.utilisation) {
               put(item, "utilisation", share_text(*row.utilisation));
               put(item, "utilisation_width",
                   fmt::format("{:.1f}", std::clamp(*row.utilisation, 0.0, 1.0) * 100));
             }
             return item;
           }));
}

data finding_of(const Shown& shown, const AuditReport& report) {
  const Finding& finding = *shown.finding;
  const Place& place = finding.place;
  data item;
  put(item, "fingerprint", finding.fingerprint_text());
  put(item, "message", brief(finding.message, message_columns));
  put(item, "points", points_phrase(finding.points));
  if (finding.novelty != Novelty::uncompared) put(item, "novelty", name(finding.novelty));
  if (const std::string money = claims_phrase(finding, report.as_of); !money.empty())
    put(item, "money", money);
  if (!place.path.empty()) put(item, "place", fmt::format("{}:{}:{}", place.path, place.line, place.column));
  if (!place.snippet.empty()) put(item, "snippet", shorten(trim(place.snippet), longest_snippet));
  std::string lesser;
  for (const Finding* other : shown.lesser)
    lesser += fmt::format("{}{}", lesser.empty() ? "" : "; ", brief(other->message, message_columns));
  if (!lesser.empty()) put(item, "lesser", lesser);
  return item;
}

void put_findings(const AuditReport& report, data& page) {
  const std::vector<FindingGroup> groups = group_findings(report);
  put(page, "findings_title", counted(report.findings.size(), "finding"));
  std::size_t number = 0;
  page.set(
      "groups", list_of(groups, [&](const FindingGroup& group) {
        const Rule& rule = report.rules[group.rule];
        data item;
        item.set("open", number++ < open_groups);
        put(item, "severity", name(group.severity));
        put(item, "title", rule.title);
        put(item, "rule", rule.id);
        put(item, "why", flowed(rule.why));
        put(item, "fix", flowed(rule.fix));
        put(item, "effort", name(rule.effort));
        put(item, "points",
            fmt::format("{}, {}", counted(group.shown.size(), "finding"), points_phrase(group.points())));
        item.set("findings",
                 list_of(group.shown, [&](const Shown& shown) { return finding_of(shown, report); }));
        return item;
      }));
}

void put_waived(const AuditReport& report, data& page) {
  Points points = 0;
  for (const Finding& finding : report.waived) points += finding.points;
  put(page, "waived_title",
      fmt::format("Waived: {}, {} and {} of waste that stay in the figures",
                  counted(report.waived.size(), "finding"), points_phrase(points),
                  money_text(report.money.waived)));
  put_list(page, "waived",
           list_of(report.waived,
                   [](const Finding& finding) {
                     data item;
                     put(item, "message", brief(finding.message, message_columns));
                     put(item, "points", points_phrase(finding.points));
                     put(item, "expires", to_string(finding.waiver->expires));
                     put(item, "owner", finding.waiver->owner);
                     put(item, "reason", brief(finding.waiver->reason, message_columns));
                     return item;
                   }),
           !report.waived.empty());
  put_list(page, "loosened",
           list_of(report.loosened,
                   [](const std::string& line) {
                     data item;
                     put(item, "line", brief(line, message_columns));
                     return item;
                   }),
           !report.loosened.empty());
}

void put_evidence(const AuditReport& report, data& page) {
  const Score& score = report.score;
  put(page, "evidence",
      fmt::format("{} of {} checks could be decided ({}).", grouped(score.decided), grouped(score.judged),
                  share_text(evidence_share(score))));
  const MissingFields missing(report);
  const auto additions = missing.additions(shown_additions);
  put_list(page, "additions",
           list_of(additions,
                   [](const Addition& addition) {
                     data item;
                     put(item, "fields", fields_text(addition.fields));
                     put(item, "points", points_phrase(addition.points));
                     return item;
                   }),
           !additions.empty());
}

void put_method(const AuditReport& report, data& page) {
  const Score& score = report.score;
  put(page, "method",
      fmt::format(
          "Here {} were put to entities {} times. The points of all findings add up to the proven gap, {}; "
          "those of what is missing to the rest.",
          counted(score.rules.size(), "rule"), grouped(score.judged), points_text(score.proven)));
  page.set("rules", list_of(score.rules, [&](const RuleScore& row) {
             const Rule& rule = report.rules[row.rule];
             data item;
             put(item, "id", rule.id);
             put(item, "dimension", rule.dimension);
             put(item, "weight", std::to_string(rule.weight));
             put(item, "entities", grouped(row.entities));
             put(item, "gaps", grouped(row.gaps));
             put(item, "unknowns", grouped(row.unknowns));
             put(item, "exposure", points_text(row.exposure));
             put(item, "proven", points_text(row.proven));
             put(item, "unproven", points_text(row.unproven));
             return item;
           }));
  std::string inputs;
  for (const InputFile& input : report.inputs)
    inputs += fmt::format("{} (SHA-256 {}). ", input.path, input.sha256);
  put(page, "inputs", inputs);
  put(page, "comparable_key", score.comparable_key);
}

}  // namespace

data html_data(const AuditReport& report) {
  data page;
  put_head(report, page);
  put_gap(report.score, page);
  put_figures(report, page);
  put_dimensions(report, page);
  put_actions(report, page);
  put_strategy(report, page);
  put_categories(report, page);
  put_renewals(report, page);
  put_tools(report, page);
  put_findings(report, page);
  put_waived(report, page);
  put_evidence(report, page);
  put_method(report, page);
  return page;
}

}  // namespace martech_audit::report

#include <fmt/format.h>

#include <algorithm>

#include "base/wrap.h"
#include "report/figures.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t all = static_cast<std::size_t>(-1);
constexpr std::size_t severity_columns = 10;

// How much is shown; the rest is counted.
struct Limits {
  std::size_t in_full;    // groups with places, money and fixes
  std::size_t each;       // findings of such a group
  std::size_t on_a_line;  // groups after them
  std::size_t names;      // of the findings that a group folds
};
constexpr Limits verbose_limits{all, all, all, all};
constexpr Limits usual_limits{8, 3, 12, 6};
constexpr Limits first_look_limits{0, 0, 3, 3};

const Limits& limits_for(const Page& page) {
  if (page.style.verbose) return verbose_limits;
  return page.first_look ? first_look_limits : usual_limits;
}

std::string label_of(Severity severity) {
  std::string label(name(severity));
  for (char& c : label) c = static_cast<char>(c - 'a' + 'A');
  return label;
}

std::vector<std::string_view> names_of(const FindingGroup& group, std::size_t from) {
  std::vector<std::string_view> names;
  for (std::size_t i = from; i < group.shown.size(); ++i)
    names.push_back(called(group.shown[i].finding->entity));
  return names;
}

// Whether it says anything to name what the findings are about.
bool is_named(const FindingGroup& group) {
  return group.shown.front().finding->entity.kind != EntityKind::organisation;
}

class FindingsSection {
 public:
  explicit FindingsSection(Page& page) : page_(page), canvas_(page.canvas), limits_(limits_for(page)) {}

  void write() {
    const std::size_t in_full = std::min(limits_.in_full, page_.groups.size());
    for (std::size_t i = 0; i < in_full; ++i) write_in_full(page_.groups[i]);
    if (in_full > 0 && in_full < page_.groups.size()) canvas_.gap();
    const std::size_t end = in_full + std::min(limits_.on_a_line, page_.groups.size() - in_full);
    for (std::size_t i = in_full; i < end; ++i) write_on_a_line(page_.groups[i]);
    if (end < page_.groups.size()) write_rest(end);
  }

 private:
  const Rule& rule(const FindingGroup& group) const { return page_.report.rules[group.rule]; }

  void write_title(const FindingGroup& group) {
    const std::size_t count = group.shown.size();
    const std::string id = count == 1 ? fmt::format("  {}", rule(group).id)
                                      : fmt::format("  {}, {} findings", rule(group).id, grouped(count));
    const std::string label = label_of(group.severity) + "  ";
    canvas_.row(0, {{label, ink_of(group.severity)}, {rule(group).title, Ink::strong}, {id, Ink::faint}},
                {{points_phrase(group.points())}}, 2);
  }

  // One of several has a dash before it and its points beside it: the title has their sum.
  void write_finding(const Shown& item, bool alone) {
    const Finding& finding = *item.finding;
    const std::string dash = alone ? "" : "- ";
    const std::size_t indent = 2 + dash.size();
    const bool worse = finding.novelty == Novelty::worsened;
    canvas_.row(
        2,
        {{dash}, {brief(finding.message, message_columns)}, {worse ? " (worse than in the baseline)" : ""}},
        alone ? Text{} : Text{{points_phrase(finding.points)}}, 2);
    if (const std::string money = claims_phrase(finding, page_.report.as_of); !money.empty()) {
      canvas_.paragraph(indent, {{money, Ink::strong}}, 2);
    }
    write_snippet(canvas_, indent, finding.place);
    for (const Finding* lesser : item.lesser) write_lesser(indent, *lesser);
  }

  void write_lesser(std::size_t indent, const Finding& finding) {
    const std::string money = claims_phrase(finding, page_.report.as_of);
    canvas_.row(
        indent,
        {{"also explains: ", Ink::faint},
         {label_of(finding.severity) + "  ", ink_of(finding.severity)},
         {fmt::format("{}{}{}", brief(finding.message, message_columns), money.empty() ? "" : "; ", money)}},
        {{points_phrase(finding.points)}}, 4);
  }

  void write_folded(const FindingGroup& group, std::size_t from) {
    FindingGroup folded{group.rule,
                        group.severity,
                        {group.shown.begin() + static_cast<std::ptrdiff_t>(from), group.shown.end()}};
    std::string text = fmt::format("- {} more: {}", grouped(folded.shown.size()),
                                   names_phrase(names_of(folded, 0), limits_.names));
    if (folded.lesser() > 0) {
      text += fmt::format("; also {} that they explain, {}", counted(folded.lesser(), "lesser finding"),
                          points_phrase(folded.lesser_points()));
    }
    canvas_.row(2, {{text}}, {{points_phrase(folded.points())}}, 2);
  }

  void write_in_full(const FindingGroup& group) {
    canvas_.gap();
    write_title(group);
    // Folding a single one would save nothing.
    const std::size_t count = group.shown.size();
    const std::size_t shown = limits_.each != all && count > limits_.each + 1 ? limits_.each : count;
    for (std::size_t i = 0; i < shown; ++i) write_finding(group.shown[i], count == 1);
    if (shown < count) write_folded(group, shown);
    canvas_.paragraph(
        2,
        {{fmt::format("fix ({} effort): ", name(rule(group).effort)), Ink::faint}, {flowed(rule(group).fix)}},
        2);
  }

  void write_on_a_line(const FindingGroup& group) {
    const std::string label = canvas_.padded(label_of(group.severity), severity_columns);
    canvas_.line(
        page_.first_look ? 2 : 0,
        {{label, ink_of(group.severity)},
         {rule(group).title},
         {is_named(group) ? ": " + names_phrase(names_of(group, 0), limits_.names) : "", Ink::faint}},
        {{points_phrase(group.points() + group.lesser_points())}});
  }

  void write_rest(std::size_t from) {
    std::size_t findings = 0;
    Points points = 0;
    for (std::size_t i = from; i < page_.groups.size(); ++i) {
      findings += page_.groups[i].shown.size() + page_.groups[i].lesser();
      points += page_.groups[i].points() + page_.groups[i].lesser_points();
    }
    canvas_.line(page_.first_look ? 2 : 0,
                 {{fmt::format("and {} (--verbose shows all)", counted(findings, "more finding"))}},
                 {{points_phrase(points)}});
  }

  Page& page_;
  Canvas& canvas_;
  const Limits& limits_;
};

std::size_t count_shown(const Page& page) {
  std::size_t count = 0;
  for (const FindingGroup& group : page.groups) count += group.shown.size() + group.lesser();
  return count;
}

std::string title(std::size_t shown, std::size_t found) {
  if (shown < found) return fmt::format("{} of {} shown", grouped(shown), counted(found, "finding"));
  if (found == 0) return "No findings";
  return found == 1 ? "1 finding" : fmt::format("{} findings, most severe first", grouped(found));
}

// "--severity high --rule shelfware"
std::string flags_of(const FindingFilter& filter) {
  std::string text;
  if (filter.at_least) text += fmt::format(" --severity {}", name(*filter.at_least));
  for (const std::string& rule : filter.rules) text += " --rule " + rule;
  for (const std::string& dimension : filter.dimensions) text += " --dimension " + dimension;
  if (filter.only_new) text += text.empty() ? " the baseline" : " and the baseline";
  return text.substr(std::min<std::size_t>(1, text.size()));
}

}  // namespace

void write_findings(Page& page) {
  const std::size_t shown = count_shown(page);
  const std::size_t found = page.report.findings.size();
  page.canvas.heading(title(shown, found));
  if (shown < found) {
    const bool by_baseline = page.style.filter.only_new;
    page.canvas.paragraph(
        2,
        {{fmt::format("{} hidden by {}; {} all findings", grouped(found - shown), flags_of(page.style.filter),
                      by_baseline ? "the gap still counts" : "the gap and the gate still count"),
          Ink::faint}});
  }
  FindingsSection(page).write();
}

}  // namespace martech_audit::report

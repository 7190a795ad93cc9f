#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/wrap.h"
#include "report/page/findings.h"
#include "report/phrases.h"
#include "report/text/text_page.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t severity_columns = 10;

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

std::string in_parentheses(std::string_view text) { return text.empty() ? "" : fmt::format(" ({})", text); }

}  // namespace

TextPage::Limits TextPage::limits() const {
  if (verbose()) return {no_limit, no_limit, no_limit, no_limit};
  return is(on::first_look) ? Limits{0, 0, 3, 3} : Limits{8, 3, 12, 6};
}

void TextPage::write_title(const FindingGroup& group, const Rule& rule) {
  const std::size_t count = group.shown.size();
  const std::string id =
      count == 1 ? fmt::format("  {}", rule.id) : fmt::format("  {}, {} findings", rule.id, grouped(count));
  canvas_.row(0,
              {{label_of(group.severity) + "  ", ink_of(group.severity)},
               {rule.title, Ink::strong},
               {id, Ink::faint}},
              {{points_phrase(group.points())}}, 2);
}

// One of several has a dash before it and its points beside it: the title has their sum.
void TextPage::write_finding(const Shown& item, bool alone, const AuditReport& report) {
  const FindingWords words = words_of(*item.finding, report);
  const std::string dash = alone ? "" : "- ";
  const std::size_t indent = 2 + dash.size();
  canvas_.row(2,
              {{dash},
               {words.message},
               {in_parentheses(words.mark)},
               {words.print.empty() ? "" : "  " + words.print, Ink::faint}},
              alone ? Text{} : Text{{words.points}}, 2);
  if (!words.money.empty()) canvas_.paragraph(indent, {{words.money, Ink::strong}}, 2);
  if (words.place != nullptr) write_snippet(indent, *words.place);
  for (const Finding* lesser : item.lesser) write_lesser(indent, words_of(*lesser, report));
}

void TextPage::write_lesser(std::size_t indent, const FindingWords& words) {
  canvas_.row(indent,
              {{"also explains: ", Ink::faint},
               {label_of(words.severity) + "  ", ink_of(words.severity)},
               {fmt::format("{}{}{}", words.message, words.money.empty() ? "" : "; ", words.money)},
               {words.print.empty() ? "" : "  " + words.print, Ink::faint}},
              {{words.points}}, 4);
}

void TextPage::write_folded(const FindingGroup& group, std::size_t from) {
  const FindingGroup folded{group.rule,
                            group.severity,
                            {group.shown.begin() + static_cast<std::ptrdiff_t>(from), group.shown.end()}};
  std::string text = fmt::format("- {} more: {}", grouped(folded.shown.size()),
                                 names_phrase(names_of(folded, 0), limits().names));
  if (folded.lesser() > 0) {
    text += fmt::format("; also {} that they explain, {}", counted(folded.lesser(), "lesser finding"),
                        points_phrase(folded.lesser_points()));
  }
  canvas_.row(2, {{text}}, {{points_phrase(folded.points())}}, 2);
}

void TextPage::write_in_full(const FindingGroup& group, const AuditReport& report) {
  const Rule& rule = report.rules[group.rule];
  canvas_.gap();
  write_title(group, rule);
  // Folding a single one would save nothing.
  const std::size_t count = group.shown.size();
  const std::size_t each = limits().each;
  const std::size_t shown = each != no_limit && count > each + 1 ? each : count;
  for (std::size_t i = 0; i < shown; ++i) write_finding(group.shown[i], count == 1, report);
  if (shown < count) write_folded(group, shown);
  canvas_.paragraph(
      2, {{fmt::format("fix ({} effort): ", name(rule.effort)), Ink::faint}, {flowed(rule.fix)}}, 2);
}

void TextPage::write_on_a_line(const FindingGroup& group, const Rule& rule) {
  canvas_.line(is(on::first_look) ? 2 : 0,
               {{canvas_.padded(label_of(group.severity), severity_columns), ink_of(group.severity)},
                {rule.title},
                {is_named(group) ? ": " + names_phrase(names_of(group, 0), limits().names) : "", Ink::faint}},
               {{points_phrase(group.points() + group.lesser_points())}});
}

void TextPage::write_groups_left(std::span<const FindingGroup> groups) {
  if (groups.empty()) return;
  std::size_t findings = 0;
  Points points = 0;
  for (const FindingGroup& group : groups) {
    findings += group.shown.size() + group.lesser();
    points += group.points() + group.lesser_points();
  }
  canvas_.line(is(on::first_look) ? 2 : 0,
               {{fmt::format("and {} (--verbose shows all)", counted(findings, "more finding"))}},
               {{points_phrase(points)}});
}

void TextPage::write(const Findings& block) {
  const std::vector<FindingGroup>& groups = *block.groups;
  const Limits limit = limits();
  const std::size_t in_full = std::min(limit.in_full, groups.size());
  for (std::size_t i = 0; i < in_full; ++i) write_in_full(groups[i], *block.report);
  if (in_full > 0 && in_full < groups.size()) canvas_.gap();
  const std::size_t end = in_full + std::min(limit.on_a_line, groups.size() - in_full);
  for (std::size_t i = in_full; i < end; ++i) write_on_a_line(groups[i], block.report->rules[groups[i].rule]);
  write_groups_left(std::span(groups).subspan(end));
}

void TextPage::write(const FindingList& block) {
  const std::size_t count = shown(block.most, block.size);
  for (std::size_t i = 0; i < count; ++i) {
    const FindingWords words = block.finding(i);
    canvas_.row(2,
                {{std::string(name(words.severity)) + "  ", ink_of(words.severity)},
                 {words.message},
                 {in_parentheses(words.mark)},
                 {"  " + words.rule, Ink::faint},
                 {words.print.empty() ? "" : "  " + words.print, Ink::faint},
                 {in_parentheses(words.note)},
                 {in_parentheses(words.terms), Ink::faint}},
                {{words.points}}, 2);
    if (!words.money.empty()) canvas_.paragraph(4, {{words.money}}, 2);
    if (words.place != nullptr) canvas_.line(4, {{place_phrase(*words.place), Ink::faint}});
  }
  write_rest(block.size - count, "finding");
}

}  // namespace martech_audit::report

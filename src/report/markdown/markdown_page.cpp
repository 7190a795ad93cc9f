#include "report/markdown/markdown_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/dates.h"
#include "base/markdown_text.h"
#include "base/text.h"
#include "report/grouping.h"
#include "report/page/findings.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t room_at_the_end = 1'000;
constexpr std::size_t room_after_findings = 9'000;
constexpr std::size_t shown_openly = 10;  // findings; the others are folded

// Marks of weight stand at words, not at blanks.
std::string weighted(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  const std::size_t end = text.find_last_not_of(' ') + 1;
  if (begin >= end) return std::string(text);
  return fmt::format("{}**{}**{}", text.substr(0, begin), markdown_text(text.substr(begin, end - begin)),
                     text.substr(end));
}

std::string of_span(const Span& span) {
  if (span.ink == Ink::strong) return weighted(span.text);
  return span.ink == Ink::code ? markdown_code(span.text) : markdown_text(span.text);
}

// Severity, what and by which rule, where, points, money or whatever else.
std::string finding_row(const FindingWords& words) {
  const Place* place = words.place;
  const std::string where =
      place == nullptr
          ? ""
          : markdown_code(fmt::format("{}:{}", brief(place->path, message_columns), place->line));
  std::string about;
  for (const std::string& part : {words.money, words.note, words.terms}) {
    if (!part.empty()) about += (about.empty() ? "" : "; ") + markdown_text(part);
  }
  const std::string mark = words.mark.empty() ? "" : fmt::format(" ({})", markdown_text(words.mark));
  const std::string points = words.points.substr(0, words.points.find(' '));
  return fmt::format("| {} | {}{} {} | {} | {} | {} |\n", name(words.severity), markdown_text(words.message),
                     mark, markdown_code(words.rule), where, markdown_text(points), about);
}

// Worst first, lesser ones after those that explain them.
std::vector<const Finding*> flattened(const std::vector<FindingGroup>& groups) {
  std::vector<const Finding*> findings;
  for (const FindingGroup& group : groups) {
    for (const Shown& item : group.shown) {
      findings.push_back(item.finding);
      findings.insert(findings.end(), item.lesser.begin(), item.lesser.end());
    }
  }
  std::ranges::stable_sort(findings, std::greater(),
                           [](const Finding* finding) { return finding->severity; });
  return findings;
}

std::string verdict_phrase(const Masthead& masthead) {
  if (masthead.verdict == Masthead::Verdict::unasked) return {};
  const std::string_view verdict = masthead.verdict == Masthead::Verdict::passed   ? "passed"
                                   : masthead.verdict == Masthead::Verdict::failed ? "failed"
                                                                                   : "no verdict";
  return fmt::format(" {}: {}", verdict, markdown_text(masthead.why));
}

bool is_column(const Column& column) {
  return (column.in & on::comment) != 0 && column.kind != ColumnKind::bar;
}

}  // namespace

std::string MarkdownPage::in_markdown(const Text& text) const {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    Span span = text[i];
    const auto leads = [&](const Span& one) { return links_ && !one.link.empty(); };
    while (i + 1 < text.size() && text[i + 1].ink == span.ink && !leads(span) && !leads(text[i + 1]))
      span.text += text[++i].text;
    out += leads(span) ? fmt::format("[{}]({}#{})", of_span(span), *links_, span.link) : of_span(span);
  }
  return out;
}

void MarkdownPage::put(std::string_view text) {
  written_ += text.size();
  sink_(text);
}

bool MarkdownPage::put_row(const std::string& text, std::size_t room) {
  if (written_ + text.size() + room > most_comment_bytes) return false;
  put(text);
  return true;
}

void MarkdownPage::begin(const Masthead& masthead, std::span<const Link>) {
  put(fmt::format("<!-- {} -->\n### {}{}\n\n", marker_, markdown_text(masthead.kind),
                  verdict_phrase(masthead)));
  put(fmt::format("{}, {}, as of {}\n\n", markdown_text(masthead.organisation), markdown_text(masthead.facts),
                  to_string(masthead.as_of)));
}

void MarkdownPage::open(const Fold& fold) {
  if ((fold.in & on::comment) != 0)
    put(fmt::format("<details><summary>{}</summary>\n\n", markdown_text(fold.summary)));
}

void MarkdownPage::close(const Fold& fold) { put((fold.in & on::comment) != 0 ? "\n</details>\n\n" : "\n"); }

void MarkdownPage::put_rest(std::size_t count, std::string_view noun) {
  if (count > 0 && !noun.empty())
    put(fmt::format("\nand {}; see the full report\n", counted(count, fmt::format("more {}", noun))));
}

void MarkdownPage::write(const Heading& block) {
  put(weighted(block.title));
  put(block.note.empty() ? "\n\n" : fmt::format(" ({})\n\n", markdown_text(block.note)));
}

void MarkdownPage::write(const Paragraph& block) { put(in_markdown(block.text) + "\n\n"); }

void MarkdownPage::write(const Measure& block) {
  put(weighted(block.title) + markdown_text(block.scale));
  put(block.detail.empty() ? "\n\n" : fmt::format(": {}\n\n", markdown_text(block.detail)));
}

void MarkdownPage::write(const Facts& block) {
  put("| | |\n|---|---|\n");
  for (const Fact& fact : block.rows)
    put(fmt::format("| {} | {}{} |\n", markdown_text(fact.label), in_markdown(fact.value),
                    markdown_text(fact.note)));
  put(block.remark.empty() ? "\n" : fmt::format("\n{}\n\n", markdown_text(block.remark)));
}

void MarkdownPage::write(const Table& block) {
  open(block.fold);
  std::string titles = "|", line = "|";
  for (const Column& column : block.columns) {
    if (!is_column(column)) continue;
    titles += fmt::format(" {} |", markdown_text(column.title));
    line += column.kind == ColumnKind::number ? "---:|" : "---|";
  }
  put(titles + "\n" + line + "\n");
  const std::size_t count = shown(block.most, block.size);
  std::size_t i = 0;
  for (; i < count; ++i) {
    const std::vector<Cell> cells = block.row(i);
    std::string row = "|";
    for (std::size_t at = 0; at < std::min(cells.size(), block.columns.size()); ++at) {
      if (is_column(block.columns[at])) row += fmt::format(" {} |", in_markdown(cells[at].text));
    }
    if (!put_row(row + "\n", room_at_the_end)) break;
  }
  put_rest(block.size - i, block.noun);
  close(block.fold);
}

void MarkdownPage::write(const List& block) {
  open(block.fold);
  const std::size_t count = shown(block.most, block.size);
  std::size_t i = 0;
  for (; i < count; ++i) {
    const Item item = block.item(i);
    const std::string label = block.ordered ? fmt::format("{}. ", i + 1) : "- ";
    std::string text = label + in_markdown(item.text);
    if (!item.aside.empty()) text += ": " + in_markdown(item.aside);
    for (const Text& more : item.more)
      text += fmt::format("  \n{}{}", std::string(label.size(), ' '), in_markdown(more));
    if (!put_row(text + "\n", room_at_the_end)) break;
  }
  put_rest(block.size - i + block.left_out, block.noun);
  close(block.fold);
}

bool MarkdownPage::put_branches(const std::vector<Branch>& branches, std::size_t indent) {
  return std::ranges::all_of(branches, [&](const Branch& branch) {
    const std::string row = fmt::format("{:{}}- {}\n", "", indent, in_markdown(branch.text));
    return put_row(row, room_at_the_end) && put_branches(branch.below, indent + 2);
  });
}

void MarkdownPage::write(const Tree& block) {
  put(put_branches(block.branches, 0) ? "\n" : "\nand more; see the full report\n\n");
}

void MarkdownPage::put_finding_head(std::string_view about) {
  put(fmt::format("| severity | finding | where | points | {} |\n|---|---|---|---:|---|\n",
                  markdown_text(about)));
}

std::size_t MarkdownPage::put_findings(const std::vector<const Finding*>& findings, std::size_t from,
                                       std::size_t end, const AuditReport& report) {
  put_finding_head("money");
  while (from < end && put_row(finding_row(words_of(*findings[from], report)), room_after_findings)) ++from;
  return from;
}

void MarkdownPage::write(const Findings& block) {
  const std::vector<const Finding*> findings = flattened(*block.groups);
  const std::size_t open_ones = std::min(shown_openly, findings.size());
  std::size_t written = put_findings(findings, 0, open_ones, *block.report);
  put("\n");
  if (written == findings.size()) return;
  const Fold fold{counted(findings.size() - written, "more finding"), on::comment};
  open(fold);
  written = put_findings(findings, written, findings.size(), *block.report);
  put_rest(findings.size() - written, "finding");
  close(fold);
}

void MarkdownPage::write(const FindingList& block) {
  open(block.fold);
  put_finding_head(block.about);
  const std::size_t count = shown(block.most, block.size);
  std::size_t i = 0;
  while (i < count && put_row(finding_row(block.finding(i)), room_at_the_end)) ++i;
  put_rest(block.size - i, "finding");
  close(block.fold);
}

}  // namespace martech_audit::report

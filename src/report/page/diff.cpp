// `diff` for people: what changed between two reports.
#include "martech_audit/report_diff.h"

#include <fmt/format.h>

#include <array>

#include "base/dates.h"
#include "base/text.h"
#include "report/diff_phrases.h"
#include "report/figures.h"
#include "report/html/html_page.h"
#include "report/markdown/markdown_page.h"
#include "report/page/findings.h"
#include "report/page/gap.h"
#include "report/phrases.h"
#include "report/text/text_page.h"
#include "report/verdict.h"

namespace martech_audit {
namespace report {
namespace {

constexpr Most few{.first_look = 20, .terminal = 20};
constexpr Most few_lines{.first_look = 20, .terminal = 20, .comment = 20};

Masthead masthead_of(const ReportDiff& diff) {
  const AuditReport& after = diff.after;
  const bool passed = after.gate.passed && after.score.has_verdict();
  const bool same_day = diff.before.as_of == after.as_of;
  const std::string earlier = same_day ? "" : fmt::format(" (as of {})", to_string(diff.before.as_of));
  std::string facts = fmt::format("changes from {}{} to {}", diff.before_name, earlier, diff.after_name);
  return {"Marketing technology audit of this change",
          brief(after.organisation, message_columns),
          std::move(facts),
          after.as_of,
          passed ? Masthead::Verdict::passed : Masthead::Verdict::failed,
          passed ? counts_text(diff) : reasons_text(after)};
}

std::string change_phrase(Points change) {
  const std::string text = change_text(change);
  return text + (text == "+1" || text == "-1" ? " point" : " points");
}

void write_gap_change(const ReportDiff& diff, Page& page) {
  const auto range = [](const Score& score) { return gap_range(score.proven, score.unproven); };
  page.add(Measure{.title = fmt::format("Gap {} → {}", range(diff.before.score), range(diff.after.score)),
                   .scale = " of 100 (lower is better)",
                   .detail = diff.gap_change() == 0 ? "no change" : change_phrase(diff.gap_change()),
                   .bar = gap_bar(diff.after.score, "Gap after the change: " + range(diff.after.score)),
                   .key = gap_key()});
  Facts facts;
  for (const std::string& phrase : gap_phrases(diff))
    facts.rows.push_back({facts.rows.empty() ? "Due to" : "", {{phrase}}});
  facts.rows.push_back({"Findings", {{counts_text(diff)}}});
  for (const MoneyChange& change : money_changes(diff))
    facts.rows.push_back({std::string(change.name), {{change.text}}});
  page.add(facts);
  if (!diff.comparable) {
    page.add(
        Paragraph{{{"The reports use different rules, weights or parameters: part of the difference is not a "
                    "change in the stack"}}});
  }
}

void add_list(std::string_view title, std::size_t size, std::function<FindingWords(std::size_t)> finding,
              Media folded, Page& page) {
  const std::string summary = fmt::format("{}: {}", title, counted(size, "finding"));
  if (!page.is(folded)) page.add(Heading{.title = summary});
  page.add(FindingList{
      .size = size, .finding = std::move(finding), .about = "", .most = few, .fold = {summary, folded}});
}

// `of` is the side that the finding is of.
FindingWords changed_words(const Finding& finding, const AuditReport& of, Points points, std::string note) {
  FindingWords words = words_of(finding, of);
  words.advice.clear();  // no rule is explained here
  words.points = change_phrase(points);
  words.mark.clear();
  words.note = std::move(note);
  return words;
}

void write_fresh(const ReportDiff& diff, Page& page) {
  add_list(
      "New", diff.fresh.size(),
      [&](std::size_t i) { return changed_words(*diff.fresh[i], diff.after, diff.fresh[i]->points, ""); }, 0,
      page);
}

void add_changed(std::string_view title, const std::vector<ChangedFinding>& changes, const ReportDiff& diff,
                 Media folded, Page& page) {
  const auto words = [&](std::size_t i) {
    const ChangedFinding& change = changes[i];
    FindingWords made = changed_words(*change.after, diff.after, change.after->points - change.before->points,
                                      finding_change(change));
    made.money.clear();  // the note says how it changed
    return made;
  };
  add_list(title, changes.size(), words, folded, page);
}

void write_worsened(const ReportDiff& diff, Page& page) {
  add_changed("Worsened", diff.worsened, diff, 0, page);
}

void write_improved(const ReportDiff& diff, Page& page) {
  add_changed("Improved", diff.improved, diff, on::comment, page);
}

void add_ended(std::string_view title, bool fixed, const ReportDiff& diff, Page& page) {
  std::vector<const EndedFinding*> endings;
  for (const EndedFinding& ended : diff.ended) {
    if ((ended.ending == Ending::fixed) == fixed) endings.push_back(&ended);
  }
  const auto words = [&](std::size_t i) {
    const EndedFinding& ended = *endings[i];
    // What is waived or cannot be decided stays in the gap.
    const bool stays = ended.ending == Ending::waived || ended.ending == Ending::undecided;
    FindingWords made = changed_words(*ended.before, diff.before, stays ? 0 : -ended.before->points,
                                      fixed ? "" : ending_text(ended));
    made.money.clear();
    made.place = nullptr;  // it is no longer there
    return made;
  };
  add_list(title, endings.size(), words, on::comment, page);
}

void write_fixed(const ReportDiff& diff, Page& page) { add_ended("Fixed", true, diff, page); }

void write_closed(const ReportDiff& diff, Page& page) {
  add_ended("Closed without a fix", false, diff, page);
}

void add_lines(std::string_view title, const std::vector<std::string>& lines, Page& page) {
  page.add(Heading{.title = std::string(title)});
  page.add(List{.size = lines.size(),
                .item = [&](std::size_t i) { return Item{{{brief(lines[i], message_columns)}}}; },
                .most = few_lines});
}

void write_loosened(const ReportDiff& diff, Page& page) {
  add_lines("Gate exceptions added", diff.loosened, page);
}

void write_tightened(const ReportDiff& diff, Page& page) {
  add_lines("Gate exceptions removed", diff.tightened, page);
}

void write_lost(const ReportDiff& diff, Page& page) { add_lines("Lost evidence", *diff.lost_evidence, page); }

void write_claims(const ReportDiff& diff, Page& page) {
  add_lines("Claims without proof", *diff.unproven_claims, page);
}

bool has_fixed(const ReportDiff& diff) { return count_fixed(diff) > 0; }
bool has_closed(const ReportDiff& diff) { return count_fixed(diff) < diff.ended.size(); }
bool has_lost(const ReportDiff& diff) { return diff.lost_evidence && !diff.lost_evidence->empty(); }
bool has_claims(const ReportDiff& diff) { return diff.unproven_claims && !diff.unproven_claims->empty(); }
template <auto changes>
bool has_any(const ReportDiff& diff) {
  return !(diff.*changes).empty();
}

constexpr std::array diff_parts{
    Section<ReportDiff>{"gap", "", write_gap_change},
    Section<ReportDiff>{"new", "New", write_fresh, on::everywhere, has_any<&ReportDiff::fresh>},
    Section<ReportDiff>{"worsened", "Worsened", write_worsened, on::everywhere,
                        has_any<&ReportDiff::worsened>},
    Section<ReportDiff>{"improved", "Improved", write_improved, on::everywhere,
                        has_any<&ReportDiff::improved>},
    Section<ReportDiff>{"fixed", "Fixed", write_fixed, on::everywhere, has_fixed},
    Section<ReportDiff>{"closed", "Closed without a fix", write_closed, on::everywhere, has_closed},
    Section<ReportDiff>{"loosened", "Gate exceptions added", write_loosened, on::everywhere,
                        has_any<&ReportDiff::loosened>},
    Section<ReportDiff>{"tightened", "Gate exceptions removed", write_tightened, on::everywhere,
                        has_any<&ReportDiff::tightened>},
    Section<ReportDiff>{"lost", "Lost evidence", write_lost, on::everywhere, has_lost},
    Section<ReportDiff>{"claims", "Claims without proof", write_claims, on::everywhere, has_claims},
};

void write_diff(const ReportDiff& diff, Page& page) {
  write_page(masthead_of(diff), std::span<const Section<ReportDiff>>(diff_parts), diff, page);
}

}  // namespace
}  // namespace report

void write_diff_text(const ReportDiff& diff, const ReportStyle& style, const Sink& sink) {
  report::TextPage page(report::on::terminal, style, sink);
  report::write_diff(diff, page);
}

void write_diff_markdown(const ReportDiff& diff, const Sink& sink) {
  report::MarkdownPage page("martech-audit diff", sink);
  report::write_diff(diff, page);
}

void write_diff_html(const ReportDiff& diff, const Sink& sink) {
  report::HtmlPage page("martech-audit " + diff.after.tool_version, sink);
  report::write_diff(diff, page);
}

}  // namespace martech_audit

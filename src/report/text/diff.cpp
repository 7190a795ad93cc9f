// `diff` for people.
#include "martech_audit/report_diff.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/dates.h"
#include "report/diff_phrases.h"
#include "report/figures.h"
#include "report/text/sections.h"
#include "report/verdict.h"

namespace martech_audit {
namespace report {
namespace {

class DiffPage {
 public:
  DiffPage(const ReportDiff& diff, const ReportStyle& style, const Sink& sink)
      : diff_(diff), verbose_(style.verbose), canvas_(style, sink) {}

  void write() {
    write_headline();
    write_money();
    write_findings("New", diff_.fresh, [&](const Finding* finding) { write_new(*finding); });
    write_findings("Worsened", diff_.worsened, [&](const ChangedFinding& change) { write_changed(change); });
    write_findings("Improved", diff_.improved, [&](const ChangedFinding& change) { write_changed(change); });
    write_findings("Fixed", endings(true), [&](const EndedFinding& ended) { write_ended(ended); });
    write_findings("Closed without a fix", endings(false),
                   [&](const EndedFinding& ended) { write_ended(ended); });
    write_lines("Gate exceptions added", diff_.loosened);
    write_lines("Gate exceptions removed", diff_.tightened);
    if (diff_.lost_evidence) write_lines("Lost evidence", *diff_.lost_evidence);
  }

 private:
  static constexpr std::size_t most = 20;  // of each list

  void write_headline() {
    const AuditReport& after = diff_.after;
    const std::string days =
        diff_.before.as_of == after.as_of
            ? fmt::format("as of {}", to_string(after.as_of))
            : fmt::format("as of {} and {}", to_string(diff_.before.as_of), to_string(after.as_of));
    canvas_.paragraph(0, {{"Changes", Ink::strong},
                          {fmt::format(" from {} to {}, {}", diff_.before_name, diff_.after_name, days)}});
    canvas_.gap();
    const bool passed = after.gate.passed && after.score.has_verdict();
    canvas_.paragraph(0,
                      {{passed ? "PASS" : "FAIL", passed ? Ink::good : Ink::high},
                       {"  " + (passed ? counts_text(diff_) : reasons_text(after))}},
                      6);
    if (!passed) canvas_.paragraph(0, {{"Findings: " + counts_text(diff_)}});
    const auto range = [](const Score& score) { return gap_range(score.proven, score.unproven); };
    canvas_.paragraph(
        0, {{fmt::format("Gap {} → {}", range(diff_.before.score), range(after.score)), Ink::strong},
            {fmt::format(" of 100 (lower is better), {}", change_text(diff_.gap_change()))}});
    for (const std::string& phrase : gap_phrases(diff_)) canvas_.paragraph(2, {{"due to " + phrase}}, 2);
    if (!diff_.comparable) {
      canvas_.paragraph(
          2,
          {{"The reports use different rules, weights or parameters: part of the difference is not a "
            "change in the stack"}},
          2);
    }
  }

  void write_money() {
    const auto changes = money_changes(diff_);
    if (!changes.empty()) canvas_.gap();
    for (const MoneyChange& change : changes)
      canvas_.paragraph(0, {{canvas_.padded(change.name, 20)}, {change.text}}, 20);
  }

  std::vector<EndedFinding> endings(bool fixed) const {
    std::vector<EndedFinding> list;
    std::ranges::copy_if(diff_.ended, std::back_inserter(list),
                         [&](const EndedFinding& ended) { return (ended.ending == Ending::fixed) == fixed; });
    return list;
  }

  template <class Items, class WriteItem>
  void write_findings(std::string_view title, const Items& items, WriteItem write_item) {
    if (items.empty()) return;
    canvas_.heading(fmt::format("{}: {}", title, counted(items.size(), "finding")));
    const std::size_t shown = verbose_ ? items.size() : std::min(most, items.size());
    for (std::size_t i = 0; i < shown; ++i) write_item(items[i]);
    if (shown < items.size())
      canvas_.line(2, {{fmt::format("and {} more (--verbose shows all)", grouped(items.size() - shown))}});
  }

  // `of` is the side that the finding is of.
  void write_message(const Finding& finding, const AuditReport& of, std::string_view why, Points points) {
    Text text{{std::string(name(finding.severity)) + "  ", ink_of(finding.severity)},
              {brief(finding.message, message_columns)},
              {fmt::format("  {}", of.rules[finding.rule].id), Ink::faint}};
    if (!why.empty()) text.push_back({fmt::format(" ({})", why)});
    canvas_.row(2, text, {{change_text(points)}}, 2);
  }

  void write_new(const Finding& finding) {
    write_message(finding, diff_.after, "", finding.points);
    if (const std::string money = claims_phrase(finding, diff_.after.as_of); !money.empty())
      canvas_.paragraph(4, {{money}}, 2);
    write_place(finding);
  }

  void write_changed(const ChangedFinding& change) {
    write_message(*change.after, diff_.after, finding_change(change),
                  change.after->points - change.before->points);
    write_place(*change.after);
  }

  void write_ended(const EndedFinding& ended) {
    const bool is_fix = ended.ending == Ending::fixed;
    // What is waived or cannot be decided stays in the gap.
    const bool stays = ended.ending == Ending::waived || ended.ending == Ending::undecided;
    write_message(*ended.before, diff_.before, is_fix ? "" : ending_text(ended),
                  stays ? 0 : -ended.before->points);
  }

  void write_place(const Finding& finding) {
    const Place& place = finding.place;
    if (place.path.empty()) return;
    canvas_.line(4, {{fmt::format("{}:{}:{}", place.path, place.line, place.column), Ink::faint}});
  }

  void write_lines(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    canvas_.heading(title);
    const std::size_t shown = verbose_ ? lines.size() : std::min(most, lines.size());
    for (std::size_t i = 0; i < shown; ++i) canvas_.paragraph(2, {{lines[i]}}, 2);
    if (shown < lines.size())
      canvas_.line(2, {{fmt::format("and {} more (--verbose shows all)", grouped(lines.size() - shown))}});
  }

  const ReportDiff& diff_;
  bool verbose_;
  Canvas canvas_;
};

}  // namespace
}  // namespace report

void write_diff_text(const ReportDiff& diff, const ReportStyle& style, const Sink& sink) {
  report::DiffPage(diff, style, sink).write();
}

}  // namespace martech_audit

// `diff` as a comment on a pull request: what the change does, as much of it as services take.
#include <fmt/format.h>

#include <string>

#include "base/dates.h"
#include "base/markdown_text.h"
#include "martech_audit/report_diff.h"
#include "report/diff_phrases.h"
#include "report/figures.h"
#include "report/text/sections.h"
#include "report/verdict.h"

namespace martech_audit {
namespace report {
namespace {

constexpr std::size_t room_for_its_end = 4'000;
constexpr std::size_t shown_lines = 20;

class DiffComment {
 public:
  explicit DiffComment(const ReportDiff& diff) : diff_(diff) {}

  std::string write() {
    put("<!-- martech-audit diff -->\n");  // by which a bot finds its comment
    write_verdict();
    write_figures();
    write_table("New findings", true, diff_.fresh, [&](const Finding* finding) {
      return row(*finding, diff_.after, claims_phrase(*finding, diff_.after.as_of), finding->points);
    });
    const auto changed = [&](const ChangedFinding& change) {
      return row(*change.after, diff_.after, finding_change(change),
                 change.after->points - change.before->points);
    };
    write_table("Worsened", true, diff_.worsened, changed);
    write_table("Improved", false, diff_.improved, changed);
    write_table("Fixed or closed", false, diff_.ended, [&](const EndedFinding& ended) {
      const bool stays = ended.ending == Ending::waived || ended.ending == Ending::undecided;
      return row(*ended.before, diff_.before, ending_text(ended), stays ? 0 : -ended.before->points);
    });
    write_lines("Gate exceptions added", diff_.loosened);
    if (diff_.lost_evidence) write_lines("Lost evidence", *diff_.lost_evidence);
    return std::move(out_);
  }

 private:
  void put(std::string_view text) { out_ += text; }

  void write_verdict() {
    const AuditReport& after = diff_.after;
    const bool passed = after.gate.passed && after.score.has_verdict();
    put(fmt::format("### Marketing technology audit of this change {}: {}\n\n", passed ? "passed" : "failed",
                    markdown_text(passed ? counts_text(diff_) : reasons_text(after))));
    put(fmt::format("{}, as of {}\n\n", markdown_text(brief(after.organisation, message_columns)),
                    to_string(after.as_of)));
  }

  void write_figures() {
    const auto range = [](const Score& score) { return gap_range(score.proven, score.unproven); };
    put("| | |\n|---|---|\n");
    put(fmt::format("| **Gap** | **{}** → **{}** of 100, lower is better: {} |\n", range(diff_.before.score),
                    range(diff_.after.score), change_text(diff_.gap_change())));
    for (const std::string& phrase : gap_phrases(diff_)) put(fmt::format("| | due to {} |\n", phrase));
    put(fmt::format("| Findings | {} |\n", counts_text(diff_)));
    for (const MoneyChange& change : money_changes(diff_))
      put(fmt::format("| {} | {} |\n", change.name, markdown_text(change.text)));
    put("\n");
    if (!diff_.comparable) put("The two reports use different rules, weights or parameters.\n\n");
  }

  std::string row(const Finding& finding, const AuditReport& of, std::string_view about,
                  Points points) const {
    const Place& place = finding.place;
    const std::string where =
        place.path.empty()
            ? ""
            : markdown_code(fmt::format("{}:{}", brief(place.path, message_columns), place.line));
    return fmt::format("| {} | {} {} | {} | {} | {} |\n", name(finding.severity),
                       markdown_text(brief(finding.message, message_columns)),
                       markdown_code(of.rules[finding.rule].id), where, change_text(points),
                       markdown_text(about));
  }

  template <class Items, class Row>
  void write_table(std::string_view title, bool open, const Items& items, Row row_of) {
    if (items.empty()) return;
    const std::string count = counted(items.size(), "finding");
    put(open ? fmt::format("**{}**: {}\n\n", title, count)
             : fmt::format("<details><summary>{}: {}</summary>\n\n", title, count));
    put("| severity | finding | where | points | |\n|---|---|---|---:|---|\n");
    std::size_t written = 0;
    for (; written < items.size(); ++written) {
      const std::string text = row_of(items[written]);
      if (out_.size() + text.size() + room_for_its_end > most_comment_bytes) break;
      put(text);
    }
    if (written < items.size()) put(fmt::format("\nand {} more\n", grouped(items.size() - written)));
    put(open ? "\n" : "\n</details>\n\n");
  }

  void write_lines(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    put(fmt::format("**{}**\n\n", title));
    for (std::size_t i = 0; i < std::min(shown_lines, lines.size()); ++i)
      put(fmt::format("- {}\n", markdown_text(brief(lines[i], message_columns / 2))));
    if (lines.size() > shown_lines) put(fmt::format("- and {} more\n", lines.size() - shown_lines));
  }

  const ReportDiff& diff_;
  std::string out_;
};

}  // namespace
}  // namespace report

void write_diff_markdown(const ReportDiff& diff, const Sink& sink) {
  sink(report::DiffComment(diff).write());
}

}  // namespace martech_audit

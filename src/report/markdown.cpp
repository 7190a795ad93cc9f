// Markdown for a comment on a pull request or a job's summary: verdict and gap, money, what to do first, then
// the findings, as many as fit below what services take.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/markdown_text.h"
#include "base/text.h"
#include "base/wrap.h"
#include "report/figures.h"
#include "report/missing_fields.h"
#include "report/text/sections.h"
#include "report/verdict.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t room_for_the_end = 6'000;
constexpr std::size_t shown_openly = 10;  // findings; the others are folded
constexpr std::size_t shown_actions = 3;
constexpr std::size_t shown_loosened = 20;
constexpr std::string_view table_head =
    "| severity | finding | where | points | money |\n|---|---|---|---:|---|\n";

class Comment {
 public:
  explicit Comment(const AuditReport& report) : report_(report) {}

  std::string write() {
    put("<!-- martech-audit -->\n");  // by which a bot finds its comment, to put a new one in its place
    write_verdict();
    if (!report_.score.has_verdict()) return std::move(out_);
    write_figures();
    write_actions();
    write_findings();
    write_evidence();
    write_loosened();
    return std::move(out_);
  }

 private:
  void put(std::string_view text) { out_ += text; }

  void write_verdict() {
    const bool passed = report_.score.has_verdict() && report_.gate.passed;
    const std::string why = !report_.score.has_verdict() ? std::string(no_verdict_text)
                            : passed                     ? severities_text(report_)
                                                         : reasons_text(report_);
    const std::string_view word = !report_.score.has_verdict() ? "no verdict" : passed ? "passed" : "failed";
    put(fmt::format("### Marketing technology audit {}: {}\n\n", word, markdown_text(why)));
    put(fmt::format("{}, {}, as of {}\n\n", markdown_text(brief(report_.organisation, message_columns)),
                    counted(report_.tools.size(), "tool"), to_string(report_.as_of)));
  }

  void figure(std::string_view label, std::string_view value) {
    put(fmt::format("| {} | {} |\n", label, value));
  }

  void write_figures() {
    const Score& score = report_.score;
    const MoneySummary& money = report_.money;
    put("| | |\n|---|---|\n");
    figure("**Gap**", fmt::format("**{}** of 100, lower is better; {} proven",
                                  gap_range(score.proven, score.unproven), points_text(score.proven)));
    figure("Evidence", share_text(evidence_share(score)));
    if (report_.off_strategy) {
      figure("Off-strategy spend",
             fmt::format("{}: {} of {} a year", share_text(report_.off_strategy->share()),
                         money_text(report_.off_strategy->off), money_text(report_.off_strategy->total)));
    }
    const auto amount = [&](std::string_view label, const Money& sum) {
      if (sum.minor != 0) figure(label, money_text(sum));
    };
    amount("Waste", money.recoverable);
    amount("Auto-renewing", money.at_risk);
    amount("Unproven value", money.exposed);
    put("\n");
  }

  // One of a rule: three times the same advice is one action.
  void write_actions() {
    std::vector<std::uint32_t> rules;
    for (const Priority& priority : report_.first) {
      const Finding& finding = report_.findings[priority.finding];
      if (rules.size() == shown_actions || std::ranges::find(rules, finding.rule) != rules.end()) continue;
      if (rules.empty()) put("**What to do first**\n\n");
      rules.push_back(finding.rule);
      put(fmt::format("{}. {}  \n   {}\n", rules.size(), message(finding),
                      markdown_text(flowed(report_.rules[finding.rule].fix))));
    }
    if (!rules.empty()) put("\n");
  }

  static std::string message(const Finding& finding) {
    return markdown_text(brief(finding.message, message_columns));
  }

  std::string row(const Finding& finding) const {
    const Place& place = finding.place;
    const std::string where =
        place.path.empty()
            ? ""
            : markdown_code(fmt::format("{}:{}", brief(place.path, message_columns), place.line));
    return fmt::format("| {} | {} {} | {} | {} | {} |\n", name(finding.severity), message(finding),
                       markdown_code(report_.rules[finding.rule].id), where, points_text(finding.points),
                       markdown_text(claims_phrase(finding, report_.as_of)));
  }

  void write_findings() {
    std::vector<const Finding*> findings;
    for (const Finding& finding : report_.findings) {
      if (finding.novelty != Novelty::known) findings.push_back(&finding);
    }
    if (report_.baseline) put(fmt::format("{}.\n\n", baseline_text(*report_.baseline)));
    if (findings.empty()) return;
    if (!report_.baseline)
      put(fmt::format("**{}**: {}\n\n", counted(findings.size(), "finding"), severities_text(report_)));
    put(table_head);
    std::size_t written = 0;
    const auto fits = [&](const std::string& text) {
      return out_.size() + text.size() + room_for_the_end < most_comment_bytes;
    };
    const auto write_up_to = [&](std::size_t end) {
      for (; written < end; ++written) {
        const std::string text = row(*findings[written]);
        if (!fits(text)) return;
        put(text);
      }
    };
    write_up_to(std::min(shown_openly, findings.size()));
    put("\n");
    if (written == findings.size()) return;
    put(fmt::format("<details><summary>{}</summary>\n\n",
                    counted(findings.size() - written, "more finding")));
    put(table_head);
    write_up_to(findings.size());
    if (written < findings.size()) {
      put(fmt::format("\nand {}; see the full report\n", counted(findings.size() - written, "more finding")));
    }
    put("\n</details>\n\n");
  }

  void write_evidence() {
    const MissingFields missing(report_);
    const auto additions = missing.additions(shown_actions);
    if (additions.empty()) return;
    put("**What to add next**\n\n");
    for (const Addition& addition : additions) {
      put(fmt::format("- {}: decides {}\n", markdown_text(fields_text(addition.fields)),
                      points_phrase(addition.points)));
    }
    put("\n");
  }

  void write_loosened() {
    if (report_.loosened.empty()) return;
    put(fmt::format("<details><summary>Gate exceptions: {}</summary>\n\n", report_.loosened.size()));
    for (std::size_t i = 0; i < std::min(shown_loosened, report_.loosened.size()); ++i) {
      put(fmt::format("- {}\n", markdown_text(brief(report_.loosened[i], message_columns / 2))));
    }
    if (report_.loosened.size() > shown_loosened) {
      put(fmt::format("- and {} more\n", report_.loosened.size() - shown_loosened));
    }
    put("\n</details>\n");
  }

  const AuditReport& report_;
  std::string out_;
};

}  // namespace

void write_markdown(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  sink(Comment(report).write());
}

}  // namespace martech_audit::report

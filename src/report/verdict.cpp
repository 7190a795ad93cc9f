#include "report/verdict.h"

#include <fmt/format.h>

#include <charconv>

#include <array>

#include "martech_audit/reporter.h"
#include "report/figures.h"

namespace martech_audit {
namespace report {
namespace {

struct Limit {
  std::string_view code;
  std::string_view what;
};
constexpr std::array limits{
    Limit{"max_gap", "gap"},
    Limit{"max_gap_points", "gap points"},
    Limit{"max_proven_gap", "proven gap"},
    Limit{"max_practice_gap", "practice gap"},
    Limit{"max_money_gap", "money gap"},
};

std::string_view what_is_limited(std::string_view code) {
  for (const Limit& limit : limits) {
    if (limit.code == code) return limit.what;
  }
  return code;
}

// To a tenth, as the report has it, unless just that hides which side of the limit it is on.
std::string shown(const std::string& decimal, const std::string& limit) {
  const auto number = [](const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  };
  std::string tenths = fmt::format("{:.1f}", number(decimal));
  if (tenths.ends_with(".0")) tenths.resize(tenths.size() - 2);
  return number(tenths) > number(limit) ? tenths : decimal;
}

std::string reason_text(const Gate::Reason& reason, const Currency& currency) {
  if (reason.code == "fail_on") {
    const bool one = reason.actual == "1";
    return fmt::format("{} {} at or above {}", reason.actual, one ? "finding" : "findings", reason.threshold);
  }
  if (reason.code == "min_evidence")
    return fmt::format("{}% of the evidence is available, {}% required", reason.actual, reason.threshold);
  if (reason.code == "fail_on_new")
    return fmt::format("{} new or worsened {}", reason.actual, reason.actual == "1" ? "finding" : "findings");
  if (reason.code == "fail_on_loosened")
    return fmt::format("{} gate {}", reason.actual, reason.actual == "1" ? "exception" : "exceptions");
  if (reason.code == "fail_on_lost_evidence")
    return fmt::format("{} of evidence lost", reason.actual == "1" ? "1 piece" : reason.actual + " pieces");
  if (reason.code == "fail_on_claims")
    return fmt::format("{} without proof", reason.actual == "1" ? "1 claim" : reason.actual + " claims");
  if (reason.code == "max_waste" || reason.code == "max_proven_waste") {
    const std::string_view what = reason.code == "max_waste" ? "possible waste" : "waste";
    if (reason.actual == "not known") return fmt::format("{} is not known", what);
    return fmt::format("{} {} {} > {}", what, currency.code(), reason.actual, reason.threshold);
  }
  return fmt::format("{} {} > {}", what_is_limited(reason.code), shown(reason.actual, reason.threshold),
                     reason.threshold);
}

}  // namespace

std::string reasons_text(const AuditReport& report) {
  std::string text;
  for (const Gate::Reason& reason : report.gate.reasons) {
    if (!text.empty()) text += "; ";
    text += reason_text(reason, report.currency);
  }
  return text;
}

std::string severities_text(const AuditReport& report) {
  std::string text;
  for (const Severity severity : severities_worst_first) {
    std::size_t count = 0;
    for (const Finding& finding : report.findings) count += finding.severity == severity ? 1U : 0U;
    if (count == 0) continue;
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", grouped(count), name(severity));
  }
  return text.empty() ? "no findings" : text;
}

std::string passed_text(const AuditReport& report) {
  std::string text = severities_text(report);
  if (report.score.has_little_evidence())
    text += fmt::format("; too little evidence to judge ({})", share_text(report.score.evidence()));
  return text;
}

}  // namespace report

std::string verdict_line(const AuditReport& report) {
  const Gate& gate = report.gate;
  if (!report.score.has_verdict()) {
    return fmt::format("martech-audit: no verdict (exit {}): {}", gate.exit_code, report::no_verdict_text);
  }
  if (!gate.passed) {
    const std::string_view why = gate.exit_code == 0 ? ", --exit-zero" : "";
    return fmt::format("martech-audit: gate failed (exit {}{}): {}", gate.exit_code, why,
                       report::reasons_text(report));
  }
  return fmt::format("martech-audit: gate passed: gap {} of 100; {}",
                     report::gap_range(report.score.proven, report.score.unproven, "-"),
                     report::passed_text(report));
}

}  // namespace martech_audit

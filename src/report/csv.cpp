// A table of the findings (RFC 4180), one row each, waived ones at the end.
//
// Spreadsheets take a cell that begins with one of = + - @ for a formula, blanks before it or not, and some
// the full-width and small forms of them: such text gets an apostrophe before it. So does what follows a
// semicolon, where spreadsheets of many countries begin a cell. Control characters and line breaks are shown
// escaped, so that a row is a line.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

constexpr std::array columns{
    "fingerprint",  "severity", "rule",     "pack",     "dimension", "entity_kind", "entity",
    "name",         "message",  "points",   "currency", "waste",     "at_risk",     "exposed",
    "opportunity",  "act_by",   "effort",   "fix",      "path",      "line",        "column",
    "explained_by", "waived",   "decision", "act",      "lane",      "rank",        "last_day"};

constexpr std::u32string_view formula_marks = U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";

bool is_blank(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_formula(std::string_view text) {
  char32_t first = ' ';
  for (std::size_t at = 0; at < text.size() && is_blank(first);) first = next_code_point(text, at);
  return formula_marks.find(first) != formula_marks.npos;
}

std::string without_formulas(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(';'));
    if (is_formula(part)) out += '\'';
    const std::size_t taken = std::min(part.size() + 1, text.size());  // with the semicolon
    out += text.substr(0, taken);
    text.remove_prefix(taken);
  }
  return out;
}

class Row {
 public:
  void text(std::string_view value) {
    const std::string cell = without_formulas(escape_controls(value));
    const bool plain = cell.find_first_of("\",") == std::string::npos;
    put(plain ? cell : quoted(cell));
  }
  void number(std::string_view digits) { put(digits); }

  std::string take() { return std::move(line_) + "\r\n"; }

 private:
  static std::string quoted(std::string_view cell) {
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
  }

  void put(std::string_view cell) {
    if (!first_) line_ += ',';
    first_ = false;
    line_ += cell;
  }

  std::string line_;
  bool first_ = true;
};

std::string billionths(Points points) {
  return fmt::format("{}.{:09}", points / points_per_point, points % points_per_point);
}

// What the finding may call so: of recoverable money what the waterfall grants it.
std::string sum_of(const Finding& finding, MoneyClass money_class) {
  std::optional<Money> sum;
  for (const Claim& claim : finding.claims) {
    if (claim.money_class != money_class) continue;
    const Money& part = money_class == MoneyClass::recoverable ? claim.allocated : claim.claimed;
    sum = Money{(sum ? sum->minor : 0) + part.minor, part.currency};
  }
  return sum ? sum->to_string() : std::string();
}

std::string act_by(const Finding& finding) {
  std::optional<Date> soonest;
  for (const Claim& claim : finding.claims) {
    if (claim.actionable_from && (!soonest || *claim.actionable_from < *soonest))
      soonest = claim.actionable_from;
  }
  return soonest ? to_string(*soonest) : std::string();
}

// By finding; none of those that are waived.
std::vector<const Decision*> decisions_of(const AuditReport& report) {
  std::vector<const Decision*> of(report.findings.size());
  for (const Decision& decision : report.decisions) {
    for (const std::uint32_t finding : decision.findings) of[finding] = &decision;
  }
  return of;
}

void put_decision(Row& row, const Decision* decision) {
  if (decision == nullptr) {
    for (int i = 0; i < 5; ++i) row.number("");
    return;
  }
  row.text(decision->id_text());
  row.text(name(decision->act));
  row.text(name(decision->lane));
  row.number(fmt::format("{}", decision->rank));
  row.text(decision->last_day ? to_string(*decision->last_day) : std::string());
}

std::string row_of(const Finding& finding, const Decision* decision, const AuditReport& report) {
  const Rule& rule = report.rules[finding.rule];
  Row row;
  row.text(finding.fingerprint_text());
  row.text(name(finding.severity));
  row.text(rule.id);
  row.text(rule.pack);
  row.text(rule.dimension);
  row.text(name(finding.entity.kind));
  row.text(finding.entity.id);
  row.text(finding.entity.name);
  row.text(finding.message);
  row.number(billionths(finding.points));
  row.text(report.currency.code());
  for (const MoneyClass money_class :
       {MoneyClass::recoverable, MoneyClass::at_risk, MoneyClass::exposed, MoneyClass::opportunity}) {
    row.number(sum_of(finding, money_class));
  }
  row.text(act_by(finding));
  row.text(name(rule.effort));
  row.text(rule.fix);
  row.text(finding.place.path);
  row.number(finding.place.path.empty() ? "" : fmt::format("{}", finding.place.line));
  row.number(finding.place.path.empty() ? "" : fmt::format("{}", finding.place.column));
  row.text(finding.explained_by);
  row.text(finding.waiver == nullptr ? std::string_view() : finding.waiver->reason);
  put_decision(row, decision);
  return row.take();
}

}  // namespace

void write_csv(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Row heads;
  for (const std::string_view column : columns) heads.text(column);
  sink(heads.take());
  const std::vector<const Decision*> decisions = decisions_of(report);
  for (std::size_t i = 0; i < report.findings.size(); ++i)
    sink(row_of(report.findings[i], decisions[i], report));
  for (const Finding& finding : report.waived) sink(row_of(finding, nullptr, report));
}

}  // namespace martech_audit::report

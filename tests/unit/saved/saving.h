// A saved report, and what is wrong with one.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "document/file.h"
#include "martech_audit/audit.h"
#include "martech_audit/reporter.h"
#include "martech_audit/saved_report.h"
#include "saved/verify.h"
#include "support/catch.h"

namespace martech_audit::saving {

// Gaps, waived ones, undecided rules, every class of money, remarks with places, and text that does harm.
inline constexpr const char* stack = R"yaml(martech: 1
organisation: {name: "Acme \e[31m", currency: EUR}
teams: [{id: crm, name: CRM}]
people: [{id: ana, name: Ana, team: crm}]
kpis: [{id: rate, title: "Rate \u202e", unit: "%", baseline: 1, measured_on: 2026-11-01, source: mail}]
objectives: [{id: grow, title: Grow, status: active, priority: 1, owner: ana, kpis: [rate], requires: [email]}]
tools:
  - {id: mail, name: "Mail <b>", category: email-marketing, owner: crm, capabilities: [email], objectives: [grow],
     cost: {amount: 12000, per: year}, seats: {purchased: 100, assigned: 90},
     usage: {active: 40, measured_on: 2026-11-01}, pricing: {metrics: [seat]}, live_on: 2020-01-01,
     contract: {ends: 2027-01-31, notice_days: 60, auto_renews: true},
     waivers: [{rule: unused-licences, reason: Growing, owner: ana, expires: 2026-12-01, ticket: M-1}]}
  - {id: shelf, name: Shelf, owner: ana, problem: None, cost: 1200, usage: {active: 0, last_activity_on: 2025-01-01}}
  - {id: new, name: New, status: evaluating}
)yaml";

inline std::string written(const AuditReport& report, std::string_view format = "json") {
  std::string text;
  find_reporter(format)->write(report, {}, [&](std::string_view bytes) { text += bytes; });
  return text;
}

inline AuditReport judged() {
  Diagnostics diagnostics;
  AuditOptions options;
  options.as_of = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};
  options.gate.max_gap = 50.5;
  options.built_in_packs = false;  // fewer rules, a shorter report: it is read a thousand times
  for (const char* pack : {"contracts", "people", "spend"}) {
    const auto source = read_file(std::string(MARTECH_AUDIT_SOURCE_DIR) + "/rules/" + pack + ".yaml");
    options.packs.push_back(*source);
  }
  options.rules = {{"skills-gap", false, {}, {}}, {"shelfware", {}, Severity::critical, 35}};
  options.params = {{"contracts", "lead_days", "80"}};
  const auto source = std::make_shared<const Source>("stack.yaml", stack);
  std::optional<AuditReport> report = audit({source}, options, diagnostics);
  INFO(render(diagnostics));
  REQUIRE(report);
  REQUIRE(!report->waived.empty());
  REQUIRE(!report->evidence_missing.empty());
  REQUIRE(!report->diagnostics.empty());
  return *std::move(report);
}

inline SourcePtr saved_as(std::string text) {
  return std::make_shared<const Source>("report.json", std::move(text));
}

inline std::optional<AuditReport> read(const SourcePtr& source, std::string& faults) {
  Diagnostics diagnostics;
  std::optional<AuditReport> report = read_report(source, diagnostics);
  faults = render(diagnostics);
  return report;
}

// What is wrong with the text of a report, as far as anything shows; empty where all is well.
inline std::string fault_of(const std::string& text) {
  std::string faults;
  const SourcePtr source = saved_as(text);
  const std::optional<AuditReport> report = read(source, faults);
  if (!report) return faults;
  std::string list;
  for (const saved::Discrepancy& one : saved::verify(source, *report)) {
    list += one.pointer + ": " + one.says + " / " + one.expected + "\n";
  }
  return list;
}

// The text with the first `from` replaced.
inline std::string changed(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace martech_audit::saving

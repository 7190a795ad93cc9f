#include "sides.h"

#include <memory>

#include "base/dates.h"
#include "martech_audit/saved_report.h"
#include "support/catch.h"

namespace martech_audit::diffs {
namespace {

constexpr std::string_view pack = R"yaml(pack: house
version: 1.0.0
title: House rules
params:
  most_cost: {type: int, default: 10000, about: What a tool may cost a year, source: house default}
rules:
  - id: no-owner
    title: Tool without an owner
    dimension: people
    for: tool
    severity: medium
    when: tool.status == "active"
    assert: has(tool.owner)
    message: "{tool.name} has no owner"
    why: Nobody decides.
    fix: Name somebody.
  - id: idle-seats
    title: Idle seats
    dimension: spend
    for: tool
    severity: low
    severity_when:
      high: tool.usage.active * 2 < tool.seats.purchased
    when: tool.status == "active"
    assert: tool.usage.active >= tool.seats.purchased
    degree: double(tool.seats.purchased - tool.usage.active) / double(tool.seats.purchased)
    money:
      recoverable:
        amount: tool.annual_cost * double(tool.seats.purchased - tool.usage.active) / double(tool.seats.purchased)
    message: "{tool.usage.active} of {tool.seats.purchased} seats are in use"
    why: Seats that nobody uses are paid for.
    fix: Give them up.
  - id: costly
    title: Costly tool
    dimension: spend
    for: tool
    severity: low
    when: tool.category == "crm"
    assert: tool.annual_cost <= double(params.most_cost)
    message: "{tool.name} costs much"
    why: It is much.
    fix: Ask for less.
  - id: no-customer
    title: Objective without a customer
    dimension: strategy
    for: objective
    severity: low
    assert: has(objective.customer_problem)
    message: "{objective.title} solves no problem of a customer"
    why: It may be of no use.
    fix: Say whose problem it solves.
)yaml";

constexpr std::string_view inventory = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR}
defaults: {tools: {cost: {per: year}}}
people: [{id: ana, name: Ana}]
objectives: [{id: grow, title: Grow, status: active, priority: 1, owner: ana}]
tools:
  - {id: crm, name: CRM, category: crm, status: active, cost: 12000, seats: {purchased: 10}, usage: {active: 6, measured_on: 2026-11-01}}
  - {id: mail, name: Mail, category: email-marketing, status: active, owner: ana, cost: 1000}
)yaml";

SourcePtr source(const std::string& name, std::string_view text) {
  return std::make_shared<const Source>(name, std::string(text));
}

template <class Items, class Line>
void add(std::string& text, std::string_view title, const Items& items, Line line) {
  for (const auto& item : items) text.append(title).append(": ").append(line(item)).append("\n");
}

std::string of(const AuditReport& report, const Finding& finding) {
  return report.rules[finding.rule].id + " " + std::string(finding.entity.id);
}

std::string level(const Finding& finding) {
  return std::string(name(finding.severity)) + " " + std::to_string(finding.largest_claim());
}

std::string gap_text(const std::vector<GapPart>& parts) {
  std::string text;
  for (const GapPart& part : parts) {
    if (part.change == 0) continue;
    text += text.empty() ? "" : ", ";
    for (const Cause cause : part.causes) {
      if (cause != part.causes.front()) text += "+";
      text += name(cause);
    }
    text += part.change < 0 ? " less" : " more";
  }
  return text;
}

}  // namespace

std::string_view stack() { return inventory; }

std::string edited(std::string_view text, std::initializer_list<Edit> edits) {
  std::string made(text);
  for (const Edit& edit : edits) {
    const std::size_t at = made.find(edit.from);
    INFO(edit.from);
    REQUIRE(at != std::string::npos);
    made.replace(at, edit.from.size(), edit.to);
  }
  return made;
}

DiffSide side(const std::string& name, const std::string& text, const Change& change) {
  DiffSide side;
  side.name = name;
  side.options.as_of = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};
  side.options.built_in_packs = false;
  side.options.packs = {source("house.yaml", pack)};
  if (change) change(side.options);
  side.sources = {source(name, text)};
  Diagnostics diagnostics;
  std::optional<AuditReport> report = audit(side.sources, side.options, diagnostics);
  INFO(render(diagnostics));
  REQUIRE(report);
  side.report = *std::move(report);
  return side;
}

DiffSide saved(const DiffSide& side) {
  std::string text;
  find_reporter("json")->write(side.report, {}, [&](std::string_view bytes) { text += bytes; });
  Diagnostics diagnostics;
  std::optional<AuditReport> read = read_report(source(side.name, text), diagnostics);
  INFO(render(diagnostics));
  REQUIRE(read);
  return {side.name, *std::move(read), {}, {}};
}

std::string compared(DiffSide before, DiffSide after, const GateOptions& gate) {
  Diagnostics diagnostics;
  const std::optional<ReportDiff> made = diff(std::move(before), std::move(after), gate, diagnostics);
  if (!made) return render(diagnostics);
  std::string text;
  add(text, "new", made->fresh, [&](const Finding* finding) { return of(made->after, *finding); });
  const auto change = [&](const ChangedFinding& one) {
    return of(made->after, *one.after) + " from " + level(*one.before) + " to " + level(*one.after);
  };
  add(text, "worse", made->worsened, change);
  add(text, "better", made->improved, change);
  add(text, "ended", made->ended, [&](const EndedFinding& one) {
    return of(made->before, *one.before) + " (" + std::string(name(one.ending)) + ")";
  });
  const auto itself = [](const std::string& line) { return line; };
  add(text, "loosened", made->loosened, itself);
  add(text, "tightened", made->tightened, itself);
  if (made->lost_evidence) add(text, "lost", *made->lost_evidence, itself);
  if (made->unproven_claims) add(text, "claimed", *made->unproven_claims, itself);
  if (!made->comparable) text += "not comparable\n";
  Points sum = -made->gap_change();
  for (const GapPart& part : made->gap) sum += part.change;
  CHECK(sum == 0);
  if (made->gap_change() != 0) text += "gap: " + gap_text(made->gap) + "\n";
  for (const Gate::Reason& reason : made->after.gate.reasons)
    text += "fails: " + std::string(reason.code) + " " + reason.threshold + ", " + reason.actual + "\n";
  return text;
}

}  // namespace martech_audit::diffs

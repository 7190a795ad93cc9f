#include "cli/explained.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.h"
#include "base/text.h"
#include "cli/entity_argument.h"
#include "report/page/decisions.h"
#include "report/phrases.h"

namespace martech_audit::cli {
namespace {

std::string first_digits(std::string_view print) {
  return std::string(print.substr(0, report::shown_digits));
}

std::string finding_line(const AuditReport& report, std::uint32_t index, std::size_t width) {
  const Finding& finding = report.findings[index];
  const std::string text =
      fmt::format("  {} {} {}: {}", first_digits(finding.fingerprint_text()), name(finding.severity),
                  report.rules[finding.rule].id, escape_controls(finding.message));
  return shorten(text, width) + "\n";
}

std::string finding_lines(const AuditReport& report, std::string_view title,
                          const std::vector<std::uint32_t>& indices, std::size_t width) {
  if (indices.empty()) return {};
  std::string text = fmt::format("\n{}\n", title);
  for (const std::uint32_t index : indices) text += finding_line(report, index, width);
  return text;
}

// Digits may have been typed as capitals.
bool begins(std::string_view id, std::string_view digits) { return id.starts_with(lower_ascii(digits)); }

}  // namespace

std::vector<const Finding*> findings_by(const AuditReport& report, std::string_view print) {
  std::vector<const Finding*> found;
  for (const auto* findings : {&report.findings, &report.waived}) {
    for (const Finding& finding : *findings) {
      if (begins(finding.fingerprint_text(), print)) found.push_back(&finding);
    }
  }
  return found;
}

std::vector<const Decision*> decisions_by(const AuditReport& report, std::string_view print) {
  std::vector<const Decision*> found;
  for (const Decision& decision : report.decisions) {
    if (begins(decision.id_text(), print)) found.push_back(&decision);
  }
  return found;
}

bool passes(const AuditReport& report, std::uint32_t rule, const Record& entity) {
  const auto roster = std::ranges::find(report.rosters, report.rules[rule].scope, &Roster::kind);
  const auto score = std::ranges::find(report.score.rules, rule, &RuleScore::rule);
  if (roster == report.rosters.end() || score == report.score.rules.end()) return false;
  const auto rank = static_cast<std::uint32_t>(std::ranges::lower_bound(roster->ids, text_at(entity, "id")) -
                                               roster->ids.begin());
  return std::ranges::any_of(score->passed,
                             [&](const RankSpan& span) { return span.first <= rank && rank <= span.last; });
}

std::string belongs_to(const AuditReport& report, const Finding& finding) {
  const auto has_it = [&](std::uint32_t index) { return &report.findings[index] == &finding; };
  for (const Decision& decision : report.decisions) {
    if (std::ranges::any_of(decision.findings, has_it)) {
      return fmt::format("  decision {}: {}\n", first_digits(decision.id_text()),
                         report::words_of(decision, report).headline);
    }
  }
  return {};
}

// A report shows one act on many entities as one line, with the digits of the first.
std::string others_like(const AuditReport& report, const Decision& decision, std::size_t width) {
  std::string text;
  for (const Decision* other : report::same_line(report, decision)) {
    if (other == &decision) continue;
    const report::DecisionWords words = report::words_of(*other, report);
    text += shorten(fmt::format("  {} {}; {}", first_digits(other->id_text()), words.headline, words.gain),
                    width) +
            "\n";
  }
  return text.empty() ? text : "\nThe same for\n" + text;
}

std::string decision_page(const AuditReport& report, const Decision& decision, std::size_t width) {
  const report::DecisionWords words = report::words_of(decision, report);
  std::vector<std::uint32_t> settled;
  for (const std::uint32_t index : decision.findings) {
    if (std::ranges::find(decision.if_it_stays, index) == decision.if_it_stays.end())
      settled.push_back(index);
  }
  return fmt::format("{}\n  lane {}; {}\n", words.headline, name(decision.lane), words.gain) +
         finding_lines(report, "What it settles", settled, width) +
         finding_lines(report, "If the tool stays", decision.if_it_stays, width) +
         others_like(report, decision, width) +
         "\n`martech-audit explain` with the digits of a finding says why it is reported and what clears "
         "it.\n";
}

// As reports print it.
bool is_called(const Record& record, std::string_view wanted) {
  for (const std::string_view field : {"name", "title"}) {
    if (!shape_of(record).index_of(field)) continue;
    const Value called = read(record, field);
    if (called.is(ValueKind::string) && lower_ascii(called.as_text()) == lower_ascii(wanted)) return true;
  }
  return false;
}

// There is one, and it has no id.
Result<const Record*> find_organisation(const Inventory& inventory, std::string_view wanted) {
  const Record& organisation = inventory.organisation();
  const Value given = read(organisation, "name");
  const bool is_it = wanted == name(EntityKind::organisation) || wanted == "org" ||
                     (given.is(ValueKind::string) && wanted == given.as_text());
  if (is_it) return &organisation;
  return Error{
      fmt::format("the rule judges the organisation as a whole, not '{}'; write `organisation` for it",
                  escape_controls(wanted))};
}

Result<const Record*> find_entity(const Inventory& inventory, EntityKind kind, std::string_view argument) {
  const EntityName wanted = entity_name(argument);
  if (wanted.kind && *wanted.kind != kind)
    return Error{fmt::format("the rule judges entities of kind {}, not {}", name(kind), name(*wanted.kind))};
  if (kind == EntityKind::organisation) return find_organisation(inventory, wanted.id);
  std::vector<std::string_view> ids;
  for (const Record& record : inventory.entities(kind)) {
    if (text_at(record, "id") == wanted.id) return &record;
    ids.push_back(text_at(record, "id"));
  }
  for (const Record& record : inventory.entities(kind)) {
    if (is_called(record, wanted.id)) return &record;
  }
  const std::string guess = did_you_mean(wanted.id, ids);
  return Error{fmt::format("unknown {} '{}'{}{}", name(kind), escape_controls(wanted.id),
                           guess.empty() ? "" : "; ", guess)};
}

}  // namespace martech_audit::cli

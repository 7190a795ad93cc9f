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

std::string_view id_of(const Record& record) {
  const Value id = read(record, "id");
  return id.is(ValueKind::string) ? id.as_text() : std::string_view();
}

}  // namespace

std::vector<const Finding*> findings_by(const AuditReport& report, std::string_view print) {
  std::vector<const Finding*> found;
  for (const auto* findings : {&report.findings, &report.waived}) {
    for (const Finding& finding : *findings) {
      if (finding.fingerprint_text().starts_with(print)) found.push_back(&finding);
    }
  }
  return found;
}

std::vector<const Decision*> decisions_by(const AuditReport& report, std::string_view print) {
  std::vector<const Decision*> found;
  for (const Decision& decision : report.decisions) {
    if (decision.id_text().starts_with(print)) found.push_back(&decision);
  }
  return found;
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

std::string decision_page(const AuditReport& report, const Decision& decision, std::size_t width) {
  const report::DecisionWords words = report::words_of(decision, report);
  std::vector<std::uint32_t> settled;
  for (const std::uint32_t index : decision.findings) {
    if (std::ranges::find(decision.if_it_stays, index) == decision.if_it_stays.end())
      settled.push_back(index);
  }
  return fmt::format("{}\n  lane {}, place {}; {}\n", words.headline, name(decision.lane), decision.rank,
                     words.gain) +
         finding_lines(report, "What it settles", settled, width) +
         finding_lines(report, "If the tool stays", decision.if_it_stays, width) +
         "\n`martech-audit explain` with the digits of a finding says why it is reported and what clears "
         "it.\n";
}

Result<const Record*> find_entity(const Inventory& inventory, EntityKind kind, std::string_view argument) {
  const EntityName wanted = entity_name(argument);
  if (wanted.kind && *wanted.kind != kind)
    return Error{fmt::format("the rule judges each {}, no {}", name(kind), name(*wanted.kind))};
  std::vector<std::string_view> ids;
  for (const Record& record : inventory.entities(kind)) {
    if (id_of(record) == wanted.id) return &record;
    ids.push_back(id_of(record));
  }
  const std::string guess = did_you_mean(wanted.id, ids);
  return Error{fmt::format("unknown {} '{}'{}{}", name(kind), escape_controls(wanted.id),
                           guess.empty() ? "" : "; ", guess)};
}

}  // namespace martech_audit::cli

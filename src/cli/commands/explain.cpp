// explain: the page of a rule, offline; for a finding first the values that decided it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "audit/load.h"
#include "audit/packs.h"
#include "audit/remedies.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/known_words.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "facts/facts.h"
#include "report/figures.h"
#include "rules/rule_page.h"
#include "rules/trace_tree.h"

namespace martech_audit::cli {
namespace {

struct ExplainOptions {
  std::string subject;
  JudgingOptions judging;
};

constexpr std::size_t shortest_fingerprint = 6;

// What reports print of a fingerprint is enough.
bool may_be_fingerprint(std::string_view text) {
  return text.size() >= shortest_fingerprint && text.size() <= 32 &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

int unknown_rule(const RuleSet& rules, const std::string& wanted) {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules.rules()) names.push_back(rule.id);
  const std::string guess = did_you_mean(wanted, names);
  return fail(fmt::format("unknown rule '{}'{}{}; see `martech-audit rules list`", wanted,
                          guess.empty() ? "" : "; ", guess));
}

int print_page(const std::string& text) {
  const Result<Written> written = write_text("-", text);
  return written ? exit_ok : fail(written.error());
}

std::size_t page_width(const Globals& globals) {
  return standard_output_style(globals.colour_choice(), globals.width).width;
}

// Shown and waived ones.
std::vector<const Finding*> findings_by(const AuditReport& report, std::string_view fingerprint) {
  std::vector<const Finding*> found;
  for (const auto* findings : {&report.findings, &report.waived}) {
    for (const Finding& finding : *findings) {
      if (finding.fingerprint_text().starts_with(fingerprint)) found.push_back(&finding);
    }
  }
  return found;
}

std::string heading(const Finding& finding, const Rule& rule) {
  std::string text =
      fmt::format("{} {}: {}\n", name(finding.severity), rule.id, escape_controls(finding.message));
  if (!finding.place.path.empty()) {
    text += fmt::format("  at {}:{}:{}\n", escape_controls(finding.place.path), finding.place.line,
                        finding.place.column);
  }
  if (finding.waiver != nullptr)
    text += fmt::format("  waived: {}\n", escape_controls(finding.waiver->reason));
  return text;
}

std::string list(std::string_view title, const std::vector<std::string>& lines, std::size_t width) {
  constexpr std::size_t most = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) {
    const std::string line = fmt::format("  {} {}", title, escape_controls(lines[i]));
    text += shorten(line, width) + "\n";
  }
  if (lines.size() > most) text += fmt::format("  {} {} more\n", title, lines.size() - most);
  return text;
}

// Whose field it is, where it is not one of the finding's own entity: "kpi reach, "
std::string whose(const Record& edited, const Record& entity) {
  if (&edited == &entity) return {};
  const Value id = read(edited, "id");
  return fmt::format("{} {}, ", shape_of(edited).name, id.is(ValueKind::string) ? id.as_text() : "");
}

std::string in_words(const Remedy& remedy, const Record& entity, Points gap, std::size_t width) {
  const Edit& edit = remedy.edit;
  std::string text = whose(*edit.entity, entity);
  text += fmt::format("{}: {}{}", edit.path, edit.adds ? "and " : "", escape_controls(edit.shown));
  if (!edit.instead.empty()) text += fmt::format(", instead of {}", escape_controls(edit.instead));
  text += remedy.holds ? "\n" : "; then the rule no longer applies\n";
  return text + list("also clears", remedy.cleared, width) + list("causes", remedy.appeared, width) +
         fmt::format("  the gap goes from {} to {}\n", report::points_text(gap),
                     report::points_text(remedy.gap));
}

std::string remedies_page(const Remedies& remedies, const Record& entity, Points gap, std::size_t width) {
  std::string text = "How to clear it\n\n";
  if (remedies.best.empty()) {
    text += fmt::format("No change to a single field clears it; {} were tried.\n", remedies.tried);
  } else if (remedies.best.size() > 1) {
    text += "Any one of these changes, fewest side effects first:\n";
  }
  for (const Remedy& remedy : remedies.best) text += in_words(remedy, entity, gap, width);
  if (remedies.left_out > 0) {
    text += fmt::format("The inventory is large: {} were not tried.\n", counted(remedies.left_out, "edit"));
  }
  return text;
}

int explain_finding(const ExplainOptions& options, const AuditOptions& audit_options,
                    const Globals& globals) {
  const Result<std::vector<SourcePtr>> sources =
      read_inventory_sources(options.judging.inventory, options.judging.stdin_name);
  if (!sources) return fail(sources.error());
  Diagnostics diagnostics;
  const std::optional<AuditReport> report = audit(*sources, audit_options, diagnostics);
  if (!report) return fail(diagnostics);
  const std::vector<const Finding*> found = findings_by(*report, options.subject);
  if (found.size() != 1) {
    return fail(fmt::format(
        "{} of {} findings start with '{}'; see `martech-audit scan --format json` for full fingerprints",
        found.size(), report->findings.size() + report->waived.size(), options.subject));
  }
  // The report keeps no facts: what led to the finding is derived once more.
  const std::optional<Inventory> inventory = load_inventory(*sources, diagnostics);
  const std::optional<RuleSet> rules = load_rules(audit_options, diagnostics);
  if (!inventory || !rules) return fail(diagnostics);
  const Facts facts = derive_facts(*inventory, audit_options.as_of, diagnostics);
  const Finding& finding = *found.front();
  const Rule& rule = rules->rules()[finding.rule];
  const Record& entity = inventory->entities(finding.entity.kind)[finding.entity_index];
  return print_page(
      heading(finding, rule) + "\nWhy the rule reports it\n\n" +
      rule_trace(*rules, finding.rule, *inventory, facts, audit_options.as_of, entity) + "\n" +
      remedies_page(find_remedies(*sources, audit_options, *report, finding, *inventory, *rules), entity,
                    report->score.gap(), page_width(globals)) +
      "\n" + rule_page(rule, rules->pack_of(rule), page_width(globals)));
}

// What a rule comes to on the inventory given.
std::string outcome_of(const AuditReport& report, const Rule& rule) {
  std::string text = "\nOn this inventory\n";
  std::size_t waived = 0, undecided = 0;
  for (const Finding& finding : report.findings) {
    if (report.rules[finding.rule].id != rule.id) continue;
    text += fmt::format("  {} {}: {}\n", finding.fingerprint_text().substr(0, 8), name(finding.severity),
                        escape_controls(finding.message));
  }
  for (const Finding& finding : report.waived) waived += report.rules[finding.rule].id == rule.id ? 1 : 0;
  for (const EvidenceGap& gap : report.evidence_missing)
    undecided += report.rules[gap.rule].id == rule.id ? 1 : 0;
  for (const RuleScore& score : report.score.rules) {
    if (report.rules[score.rule].id != rule.id) continue;
    return text + fmt::format("  {} failed, {} waived, {} undecided (missing data), {} passed\n",
                              score.gaps - waived, waived, undecided,
                              score.entities - score.gaps - score.unknowns);
  }
  return text + "  it applies to no entity here\n";
}

int explain_rule(const ExplainOptions& options, const AuditOptions& audit_options, const RuleSet& rules,
                 const Rule& rule, const Globals& globals) {
  std::string page = rule_page(rule, rules.pack_of(rule), page_width(globals));
  if (options.judging.inventory.empty()) return print_page(page);
  const Result<std::vector<SourcePtr>> sources =
      read_inventory_sources(options.judging.inventory, options.judging.stdin_name);
  if (!sources) return fail(sources.error());
  Diagnostics diagnostics;
  const std::optional<AuditReport> report = audit(*sources, audit_options, diagnostics);
  return report ? print_page(page + outcome_of(*report, rule)) : fail(diagnostics);
}

int explain(ExplainOptions& options, const Run& run) {
  const Globals& globals = run.globals;
  if (const auto failed = options.judging.configure(run)) return *failed;
  Diagnostics diagnostics;
  const Result<AuditOptions> audit_options = options.judging.audit_options(diagnostics);
  if (!audit_options) return fail(audit_options.error());
  const std::optional<RuleSet> rules = load_rules(*audit_options, diagnostics);
  if (!rules) return fail(diagnostics);
  if (const Rule* rule = rules->find(options.subject)) {
    return explain_rule(options, *audit_options, *rules, *rule, globals);
  }
  if (may_be_fingerprint(options.subject)) return explain_finding(options, *audit_options, globals);
  return unknown_rule(*rules, options.subject);
}

constexpr std::array subject_rows{
    Row{Option::known("subject", "RULE|FINGERPRINT", "Rule id, or a unique prefix of a finding's fingerprint",
                      rule_ids)
            .as_required_argument(),
        &ExplainOptions::subject},
};

}  // namespace

Command explain_command(const Globals& globals) {
  return command<ExplainOptions>(globals, "explain", "Explain a rule or a finding",
                                 {subject_rows, {&ExplainOptions::judging, JudgingOptions::group()}},
                                 explain);
}

}  // namespace martech_audit::cli

// explain: the page of a rule, offline; for a finding first the values that decided it; for a decision its
// findings.
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
#include "cli/entity_argument.h"
#include "cli/exit_code.h"
#include "cli/explained.h"
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
  std::string entity;  // what the rule is asked of; may be empty
  JudgingOptions judging;
};

// What reports print of a fingerprint is enough.
bool may_be_fingerprint(std::string_view text) {
  return !text.empty() && text.size() <= 32 &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

std::string without_hash(const std::string& text) { return text.starts_with('#') ? text.substr(1) : text; }

// No word is a rule: the one that is nearly one was meant.
int unknown_rule(const RuleSet& rules, const ExplainOptions& options) {
  if (entity_name(options.subject).kind) {
    return fail(
        fmt::format("name a rule, too: `martech-audit explain RULE {}`", escape_controls(options.subject)));
  }
  if (is_inventory_path(options.subject)) {
    return fail(
        "name what to explain: `martech-audit explain RULE [ENTITY] [INVENTORY]`, or the first digits "
        "of a finding or decision");
  }
  std::vector<std::string_view> names;
  for (const Rule& rule : rules.rules()) names.push_back(rule.id);
  for (const std::string& wanted : {options.subject, options.entity}) {
    const std::string guess = did_you_mean(wanted, names);
    if (!guess.empty()) return fail(fmt::format("unknown rule '{}'; {}", escape_controls(wanted), guess));
  }
  if (options.entity.empty()) {
    return fail(
        fmt::format("unknown rule '{}'; see `martech-audit rules list`. About an entity write "
                    "`martech-audit explain RULE ENTITY [INVENTORY]`",
                    escape_controls(options.subject)));
  }
  return fail(
      fmt::format("neither '{}' nor '{}' is a rule or a file; write `martech-audit explain RULE "
                  "ENTITY [INVENTORY]`, and see `martech-audit rules list`",
                  escape_controls(options.subject), escape_controls(options.entity)));
}

int print_page(const std::string& text) {
  const Result<Written> written = write_text("-", text);
  return written ? exit_ok : fail(written.error());
}

std::size_t page_width(const Globals& globals) {
  return output_style("-", globals.colour_choice(), globals.width).width;
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
  return fmt::format("{} {}, ", shape_of(edited).name, text_at(edited, "id"));
}

std::string in_words(const Remedy& remedy, const Record& entity, Points gap, std::size_t width) {
  const Edit& edit = remedy.edit;
  std::string text = whose(*edit.entity, entity);
  text += fmt::format("{}: {}{}", edit.path, edit.adds ? "add " : "", escape_controls(edit.shown));
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

// What the inventory was judged by, derived once more where the report keeps no facts.
struct Case {
  std::vector<SourcePtr> sources;
  AuditReport report;
  std::optional<Inventory> inventory;
  std::optional<RuleSet> rules;
};

std::optional<int> judge_again(const ExplainOptions& options, const AuditOptions& audit_options, Case& made) {
  Result<std::vector<SourcePtr>> sources =
      read_inventory_sources(options.judging.inventory, options.judging.stdin_name);
  if (!sources) return fail(sources.error());
  Diagnostics diagnostics;
  made.sources = *std::move(sources);
  std::optional<AuditReport> report = audit(made.sources, audit_options, diagnostics);
  if (!report) return fail(diagnostics);
  made.report = *std::move(report);
  made.inventory = load_inventory(made.sources, diagnostics);
  made.rules = load_rules(audit_options, diagnostics);
  if (!made.inventory || !made.rules) return fail(diagnostics);
  return std::nullopt;
}

std::string trace_of(const Case& of, std::uint32_t rule, const Record& entity, Date as_of) {
  Diagnostics reported;  // when the inventory was audited
  const Facts facts = derive_facts(*of.inventory, as_of, reported);
  return rule_trace(*of.rules, rule, *of.inventory, facts, as_of, entity);
}

int explain_finding(const Finding& finding, const Case& of, const AuditOptions& audit_options,
                    const Globals& globals) {
  const Rule& rule = of.rules->rules()[finding.rule];
  const Record& entity = of.inventory->entities(finding.entity.kind)[finding.entity_index];
  const std::size_t width = page_width(globals);
  return print_page(
      heading(finding, rule) + belongs_to(of.report, finding) + "\nWhy the rule reports it\n\n" +
      trace_of(of, finding.rule, entity, audit_options.as_of) + "\n" +
      remedies_page(find_remedies(of.sources, audit_options, of.report, finding, *of.inventory, *of.rules),
                    entity, of.report.score.gap(), width) +
      "\n" + rule_page(rule, of.rules->pack_of(rule), width));
}

int explain_print(const ExplainOptions& options, const AuditOptions& audit_options, const Globals& globals) {
  Case of;
  if (const auto failed = judge_again(options, audit_options, of)) return *failed;
  const std::vector<const Finding*> findings = findings_by(of.report, options.subject);
  const std::vector<const Decision*> decisions = decisions_by(of.report, options.subject);
  if (findings.size() + decisions.size() != 1) {
    return fail(
        fmt::format("{} of {} findings and {} of {} decisions start with '{}'; see `martech-audit scan "
                    "--format json` for full fingerprints",
                    findings.size(), of.report.findings.size() + of.report.waived.size(), decisions.size(),
                    of.report.decisions.size(), options.subject));
  }
  if (!decisions.empty())
    return print_page(decision_page(of.report, *decisions.front(), page_width(globals)));
  return explain_finding(*findings.front(), of, audit_options, globals);
}

// The finding of the rule on the entity, or what else the rule comes to there.
int explain_on_entity(const ExplainOptions& options, const AuditOptions& audit_options, const Rule& rule,
                      const Globals& globals) {
  Case of;
  if (const auto failed = judge_again(options, audit_options, of)) return *failed;
  const Result<const Record*> entity = find_entity(*of.inventory, rule.scope, options.entity);
  if (!entity) return fail(entity.error());
  const std::uint32_t index = (*entity)->index;
  for (const auto* findings : {&of.report.findings, &of.report.waived}) {
    for (const Finding& finding : *findings) {
      const bool is_it = of.report.rules[finding.rule].id == rule.id && finding.entity_index == index;
      if (is_it) return explain_finding(finding, of, audit_options, globals);
    }
  }
  const auto number = static_cast<std::uint32_t>(std::ranges::find(of.report.rules, rule.id, &Rule::id) -
                                                 of.report.rules.begin());
  if (number == of.report.rules.size()) return fail(fmt::format("rule '{}' is switched off", rule.id));
  const auto is_open = [&](const EvidenceGap& gap) {
    return gap.rule == number && gap.entity_index == index;
  };
  const bool open = std::ranges::any_of(of.report.evidence_missing, is_open);
  const std::string outcome = open ? fmt::format("data is missing to decide {}", rule.id)
                              : passes(of.report, number, **entity)
                                  ? fmt::format("passes {}", rule.id)
                                  : fmt::format("{} does not apply", rule.id);
  return print_page(fmt::format("{}: {}\n\n", escape_controls(options.entity), outcome) +
                    trace_of(of, number, **entity, audit_options.as_of) + "\n" +
                    rule_page(rule, of.rules->pack_of(rule), page_width(globals)));
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

// The rule or fingerprint, the entity and the inventory in whatever order they come; rules are known by their
// ids. Some write a fingerprint behind a #.
std::optional<Error> settle(ExplainOptions& options, const RuleSet& rules) {
  std::vector<std::string>& arguments = options.judging.inventory;
  const auto is_rule = [&](const std::string& argument) { return rules.find(argument) != nullptr; };
  const auto is_print = [](const std::string& argument) {
    return !is_inventory_path(argument) && may_be_fingerprint(without_hash(argument));
  };
  if (!is_rule(options.subject) && std::ranges::any_of(arguments, is_rule)) {
    std::swap(options.subject, *std::ranges::find_if(arguments, is_rule));
  } else if (is_inventory_path(options.subject) && std::ranges::any_of(arguments, is_print)) {
    std::swap(options.subject, *std::ranges::find_if(arguments, is_print));
  }
  if (is_print(options.subject)) options.subject = without_hash(options.subject);
  std::vector<std::string> names = take_names(arguments);
  if (names.empty()) return std::nullopt;
  if (names.size() > 1 || (!is_rule(options.subject) && may_be_fingerprint(options.subject))) {
    return Error{
        fmt::format("there is no file '{}'; write `martech-audit explain RULE ENTITY [INVENTORY]`, or the "
                    "beginning of a fingerprint",
                    escape_controls(names.back()))};
  }
  options.entity = std::move(names.front());
  return std::nullopt;
}

int explain(ExplainOptions& options, const Run& run) {
  const Globals& globals = run.globals;
  if (const auto failed = options.judging.configure(run)) return *failed;
  Diagnostics diagnostics;
  const Result<AuditOptions> audit_options = options.judging.audit_options(diagnostics);
  if (!audit_options) return fail(audit_options.error());
  const std::optional<RuleSet> rules = load_rules(*audit_options, diagnostics);
  if (!rules) return fail(diagnostics);
  if (const auto wrong = settle(options, *rules)) return fail(*wrong);
  if (const Rule* rule = rules->find(options.subject)) {
    return options.entity.empty() ? explain_rule(options, *audit_options, *rules, *rule, globals)
                                  : explain_on_entity(options, *audit_options, *rule, globals);
  }
  if (may_be_fingerprint(options.subject)) return explain_print(options, *audit_options, globals);
  return unknown_rule(*rules, options);
}

constexpr std::array subject_rows{
    Row{Option::known(
            "subject", "RULE|FINGERPRINT",
            "Rule id, or the first digits of a finding's or decision's fingerprint; a rule id can be "
            "followed by the id of an entity",
            rule_ids)
            .as_required_argument(),
        &ExplainOptions::subject},
};

}  // namespace

Command explain_command(const Globals& globals) {
  return command<ExplainOptions>(globals, "explain", "Explain a rule, a finding or a decision",
                                 {subject_rows, {&ExplainOptions::judging, JudgingOptions::group()}},
                                 explain);
}

}  // namespace martech_audit::cli

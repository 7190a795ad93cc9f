// explain: the page of a rule, offline.
#include <fmt/format.h>

#include <memory>

#include "audit/packs.h"
#include "base/edit_distance.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "rules/rule_page.h"

namespace martech_audit::cli {
namespace {

struct Options {
  std::string rule;
  std::vector<std::string> packs;
};

int unknown_rule(const RuleSet& rules, const std::string& wanted) {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules.rules()) names.push_back(rule.id);
  const std::string guess = did_you_mean(wanted, names);
  return fail(fmt::format("there is no rule '{}'{}{}; `martech-audit rules list` shows them all", wanted,
                          guess.empty() ? "" : "; ", guess));
}

int explain(const Options& options, const Globals& globals) {
  AuditOptions audit_options;
  Result<std::vector<SourcePtr>> packs = read_packs(options.packs);
  if (!packs) return fail(packs.error());
  audit_options.packs = *std::move(packs);
  Diagnostics diagnostics;
  const std::optional<RuleSet> rules = load_rules(audit_options, diagnostics);
  if (!rules) return fail(diagnostics);
  const Rule* rule = rules->find(options.rule);
  if (rule == nullptr) return unknown_rule(*rules, options.rule);
  const std::size_t width = standard_output_style(globals.colour_choice(), globals.width).width;
  const Result<Written> written = write_text("-", rule_page(*rule, rules->pack_of(*rule), width));
  return written ? exit_ok : fail(written.error());
}

}  // namespace

Action declare_explain(CLI::App& app, const Globals& globals) {
  auto options = std::make_shared<Options>();
  app.add_option("rule", options->rule, "Id of a rule")->required()->type_name("RULE");
  app.add_option("--rules", options->packs, "A rule pack, or a directory of packs, beside the built-in ones; repeatable")
      ->type_name("PATH");
  return [options, &globals] { return explain(*options, globals); };
}

}  // namespace martech_audit::cli

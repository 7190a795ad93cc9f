// eval: an expression over an inventory and its facts, as JSON. The way to explore an inventory, and to try
// the condition of a rule.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "audit/load.h"
#include "audit/packs.h"
#include "base/word_hint.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/known_words.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/value_json.h"
#include "facts/facts.h"
#include "record/json_writer.h"
#include "rules/probe.h"
#include "rules/words.h"

namespace martech_audit::cli {
namespace {

struct EvalOptions {
  std::string expression;
  JudgingOptions judging;
  std::string kind;  // of the entities to evaluate for; empty: once, for the organisation
  std::string pack;
  bool trace = false;
};

// An inventory that says nothing, so that an expression of its own needs no file.
constexpr std::string_view nothing = "martech: 1\norganisation: {name: Nobody, currency: USD}\n";

Result<std::vector<SourcePtr>> sources_of(const EvalOptions& options) {
  if (options.judging.inventory.empty() && !has_default_inventory()) {
    return std::vector<SourcePtr>{std::make_shared<const Source>("<nothing>", std::string(nothing))};
  }
  return read_inventory_sources(options.judging.inventory, options.judging.stdin_name);
}

Result<EntityKind> kind_of(const EvalOptions& options) {
  if (options.kind.empty()) return EntityKind::organisation;
  const auto words = rules::scopes();
  if (std::ranges::find(words, options.kind) != words.end()) return *entity_kind(options.kind);
  return Error{fmt::format("--for is '{}', which is not a kind of entity; {}", options.kind,
                           word_hint(options.kind, words))};
}

Result<std::optional<std::size_t>> pack_number(const EvalOptions& options, const RuleSet& rules) {
  if (options.pack.empty()) return std::optional<std::size_t>();
  std::vector<std::string_view> ids;
  for (const RulePack& pack : rules.packs()) ids.push_back(pack.id);
  const auto found = std::ranges::find(ids, options.pack);
  if (found != ids.end()) return std::optional(static_cast<std::size_t>(found - ids.begin()));
  return Error{fmt::format("there is no pack '{}'; {}", options.pack, word_hint(options.pack, ids))};
}

// Prints a line an entity, or one value.
class Session {
 public:
  Session(rules::Probe& probe, const cel::Program& program, const EvalOptions& options)
      : probe_(probe), program_(program), trace_(options.trace), kind_(options.kind) {}

  void evaluate(const Record& entity) {
    const Value value = probe_.evaluate(program_, entity);
    failed_ = failed_ || value.is_error();
    output_ += line(entity, value);
    if (trace_) say(heading(entity) + probe_.trace(program_));
  }

  int finish() const {
    const Result<Written> written = write_text("-", output_);
    if (!written) return fail(written.error());
    return failed_ ? fail("the expression failed; see the output") : exit_ok;
  }

 private:
  std::string line(const Record& entity, const Value& value) const {
    using record::JsonWriter;
    if (kind_.empty()) return record::json_text([&](JsonWriter& json) { write_value(json, value); });
    const auto write = [&](JsonWriter& json) {
      json.begin_object();
      json.key(kind_);
      json.string(text_at(entity, "id"));
      write_outcome(json, value);
      json.end_object();
    };
    return record::json_text(write, JsonWriter::Layout::compact);
  }

  std::string heading(const Record& entity) const {
    return kind_.empty() ? "" : fmt::format("{} {}\n", kind_, text_at(entity, "id"));
  }

  rules::Probe& probe_;
  const cel::Program& program_;
  bool trace_;
  std::string kind_;
  std::string output_;
  bool failed_ = false;
};

int eval(EvalOptions& options, const Run& run) {
  if (const auto failed = options.judging.configure(run)) return *failed;
  Diagnostics diagnostics;
  const Result<EntityKind> kind = kind_of(options);
  if (!kind) return fail(kind.error());
  const Result<AuditOptions> audit_options = options.judging.audit_options(diagnostics);
  if (!audit_options) return fail(audit_options.error());
  const Result<std::vector<SourcePtr>> sources = sources_of(options);
  if (!sources) return fail(sources.error());

  const std::optional<Inventory> inventory = load_inventory(*sources, diagnostics);
  const std::optional<RuleSet> rules = load_rules(*audit_options, diagnostics);
  if (!inventory || !rules) return fail(diagnostics);
  const Result<std::optional<std::size_t>> pack = pack_number(options, *rules);
  if (!pack) return fail(pack.error());
  const Facts facts = derive_facts(*inventory, audit_options->as_of, diagnostics);

  const auto text = std::make_shared<const Source>("<expression>", options.expression);
  rules::Probe probe(*rules, *pack, *inventory, facts, audit_options->as_of, diagnostics);
  const std::optional<cel::Program> program = probe.compile(text, *kind, diagnostics);
  if (!program || diagnostics.has_errors()) return fail(diagnostics);
  Session session(probe, *program, options);
  for (const Record& entity : inventory->entities(*kind)) session.evaluate(entity);
  return session.finish();
}

std::vector<std::string_view> kinds_of_entities() {
  const auto words = rules::scopes();
  return {words.begin(), words.end()};
}

constexpr std::array expression_row{
    Row{Option::text("expression", "EXPRESSION", "Expression in the Common Expression Language (CEL)")
            .as_required_argument(),
        &EvalOptions::expression},
};
constexpr std::array evaluation_rows{
    Row{Option::known(
            "for", "KIND",
            "Evaluate once per entity of this kind, available under the kind's name; one JSON value per line",
            kinds_of_entities),
        &EvalOptions::kind},
    Row{Option::known("pack", "PACK", "Pack whose parameters the expression can use", pack_ids),
        &EvalOptions::pack},
    Row{Option::flag("trace", "Show the value of every subexpression on standard error"),
        &EvalOptions::trace},
};

}  // namespace

Command eval_command(const Globals& globals) {
  const Group<JudgingOptions> judging{JudgingOptions::inventory_files(), JudgingOptions::day(),
                                      JudgingOptions::pack_files(), JudgingOptions::pack_params(),
                                      JudgingOptions::configuration_files()};
  return command<EvalOptions>(globals, "eval", "Evaluate an expression on the inventory and its facts",
                              {expression_row, {&EvalOptions::judging, judging}, evaluation_rows}, eval);
}

}  // namespace martech_audit::cli

#include "rules/probe.h"

#include <utility>

#include "rules/compiled.h"
#include "rules/expression.h"
#include "rules/trace_tree.h"

namespace martech_audit::rules {

Probe::Probe(const RuleSet& rules, std::optional<std::size_t> pack, const Inventory& inventory,
             const Facts& facts, Date as_of, Diagnostics& diagnostics)
    : pack_(pack.value_or(rules.packs().size())),
      environments_(all_facts()),
      evaluator_(inventory, facts, as_of) {
  const CompiledSet& compiled = *rules.compiled();
  for (std::uint32_t i = 0; i < compiled.facts.size(); ++i)
    environments_.add_fact(compiled.facts[i].of, compiled.facts[i].name, compiled.facts[i].type, i);
  evaluator_.derive(compiled, diagnostics);
  no_params_.shape = params_shape(pack_);
  if (pack) params_ = rules.packs()[*pack].params;
  evaluator_.set_params(pack ? compiled.params[*pack] : no_params_);
}

std::optional<cel::Program> Probe::compile(const SourcePtr& text, EntityKind kind, Diagnostics& diagnostics) {
  cel::Compiled compiled =
      compile_checked(environments_.of(kind, pack_, params_), text->text(), Wanted::anything);
  for (cel::Issue& issue : compiled.issues) {
    diagnostics.error({text, issue.begin, issue.end}, std::move(issue.message), std::move(issue.hint));
  }
  if (!compiled.issues.empty()) return std::nullopt;
  return std::move(compiled.program);
}

Value Probe::evaluate(const cel::Program& program, const Record& entity) {
  evaluator_.set_entity(entity);
  return evaluator_(program);
}

std::string Probe::trace(const cel::Program& program) { return trace_tree(program, evaluator_); }

}  // namespace martech_audit::rules

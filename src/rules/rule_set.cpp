#include "rules/rule_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "base/slots.h"
#include "rules/benchmarks.h"
#include "rules/compile_facts.h"
#include "rules/compile_rule.h"
#include "rules/compiled.h"
#include "rules/default_act.h"
#include "rules/pack_checks.h"
#include "rules/pack_fields.h"
#include "rules/param.h"
#include "rules/settings.h"

namespace martech_audit {
namespace rules {
namespace {

// Texts, and benchmarks in their words.
std::vector<std::string> references_in(const std::vector<Node>& nodes, Benchmarks& benchmarks,
                                       Diagnostics& diagnostics) {
  std::vector<std::string> texts;
  for (const Node node : nodes) {
    const Node name = node.is_mapping() ? node.find("benchmark") : Node();
    if (name && name.is_scalar() && node.size() == 1) {
      const Benchmark* benchmark = find_benchmark(name, benchmarks, diagnostics);
      if (benchmark != nullptr) texts.push_back(source_text(*benchmark));
    } else if (node.is_mapping()) {
      diagnostics.error(node.where(), "a reference must be text, or name a benchmark",
                        "write a text in quotes, or {benchmark: its-id}");
    } else if (const auto text = record::read_text(node, diagnostics)) {
      texts.emplace_back(*text);
    }
  }
  return texts;
}

PackDraft read_pack(const PackDocument& document, Benchmarks& benchmarks, Diagnostics& diagnostics) {
  auto draft = record::read_by_hand<PackDraft>(document.document.root(), diagnostics);
  draft.pack.source = document.document.source();
  draft.pack.built_in = document.built_in;
  for (ParamDraft& param : draft.params) {
    param.param.name = param.node.key();
    settle_standard(param, benchmarks, diagnostics);
    draft.pack.params.push_back(param.param);
  }
  for (const RuleHead& rule : draft.rules) references_in(rule.references, benchmarks, diagnostics);
  return draft;
}

// The whole rule, as settings have it. What is wrong with it has been reported.
RuleDraft read_rule(const RuleHead& head, const std::string& pack, Benchmarks& benchmarks) {
  Diagnostics reported;
  auto draft = record::read_by_hand<RuleDraft>(head.node, reported);
  Rule& rule = draft.rule;
  rule.pack = pack;
  rule.where = head.node.where();
  rule.references = references_in(head.references, benchmarks, reported);
  if (head.enabled) rule.enabled = *head.enabled;
  if (head.severity) {
    rule.severity = *head.severity;
    rule.severity_when.clear();
    draft.severity_when.clear();
  }
  rule.weight = head.weight ? *head.weight : draft.weight.value_or(default_weight(rule.severity));
  const ActAndLane standard = default_act(rule);
  rule.act = draft.act.value_or(standard.act);
  rule.lane = draft.lane.value_or(standard.lane);
  return draft;
}

// The record that `params` is in expressions of the pack.
Record params_record(std::size_t pack, std::span<const Param> params, Arena& memory) {
  const auto slots = memory.make<Value>(params.size());
  for (std::size_t i = 0; i < params.size(); ++i) slots[i] = params[i].value;
  Record record;
  record.values = Slots(slots.data());
  record.shape = params_shape(pack);
  return record;
}

// Each once, with none at all before them.
std::vector<std::string> once(std::vector<std::string> words) {
  words.emplace_back();
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// Categories, and sizes of an organisation, for which a parameter of the pack has a value of its own.
std::vector<std::string> categories_of(const PackDraft& draft) {
  std::vector<std::string> categories;
  for (const ParamDraft& param : draft.params) {
    for (const auto& [category, value] : param.of_category) categories.push_back(category);
  }
  return once(std::move(categories));
}
std::vector<std::string> sizes_of(const PackDraft& draft) {
  std::vector<std::string> sizes;
  for (const ParamDraft& param : draft.params) {
    for (const auto& [size, value] : param.param.by_size) sizes.push_back(size);
  }
  return once(std::move(sizes));
}

std::vector<Param> own_params_of(const PackDraft& draft, std::string_view size, std::string_view category) {
  std::vector<Param> params = draft.pack.params;
  for (std::size_t i = 0; i < params.size(); ++i) {
    params[i].value = value_for(draft.params[i].param, size);
    const auto own = draft.params[i].of_category.find(category);
    if (own != draft.params[i].of_category.end()) params[i].value = own->second;
  }
  return params;
}

void add_own_params(std::size_t number, const PackDraft& draft, CompiledSet& into) {
  const std::vector<std::string> categories = categories_of(draft);
  into.knows_categories = into.knows_categories || categories.size() > 1;
  for (const std::string& size : sizes_of(draft)) {
    for (const std::string& category : categories) {
      if (size.empty() && category.empty()) continue;
      const std::vector<Param> params = own_params_of(draft, size, category);
      into.own_params.emplace(std::tuple(number, size, category), params_record(number, params, into.memory));
    }
  }
}

// Where anything is wrong nothing comes of the packs, and the other rules are looked at for their faults
// alone.
void compile_pack(std::size_t number, PackDraft& draft, Benchmarks& benchmarks, CompiledSet& into,
                  std::size_t errors_before, Diagnostics& diagnostics) {
  RulePack& pack = draft.pack;
  for (std::size_t i = 0; i < pack.params.size(); ++i) pack.params[i] = draft.params[i].param;
  into.params.push_back(params_record(number, pack.params, into.memory));
  add_own_params(number, draft, into);
  compile_facts(number, draft, into, diagnostics);
  for (const RuleHead& head : draft.rules) {
    if (!head.scope) continue;  // reported; nobody knows what its expressions may name
    RuleDraft rule = read_rule(head, pack.id, benchmarks);
    cel::Environment& environment =
        into.environments.of_rule(rule.rule.scope, number, pack.params, rule.rule.id);
    CompiledRule compiled = compile_rule(environment, rule, diagnostics);
    if (diagnostics.errors() > errors_before) continue;
    compiled.pack = number;
    if (rule.rule.enabled) {
      into.rules.push_back(rule.rule);
      into.compiled.push_back(std::move(compiled));
    }
    pack.rules.push_back(std::move(rule.rule));
  }
  into.packs.push_back(std::move(pack));
}

}  // namespace
}  // namespace rules

const Record& rules::CompiledSet::params_for(std::size_t pack, std::string_view size,
                                             std::string_view category) const {
  for (const auto& [of_size, of_category] : {std::pair(size, category), std::pair(size, std::string_view()),
                                             std::pair(std::string_view(), category)}) {
    const auto own = own_params.find({pack, std::string(of_size), std::string(of_category)});
    if (own != own_params.end()) return own->second;
  }
  return params[pack];
}

std::span<const Rule> RuleSet::rules() const { return compiled_->rules; }
std::span<const RulePack> RuleSet::packs() const { return compiled_->packs; }

const Rule* RuleSet::find(std::string_view id) const {
  const Rule* renamed = nullptr;
  for (const RulePack& pack : packs()) {
    for (const Rule& rule : pack.rules) {
      if (rule.id == id) return &rule;
      if (std::ranges::find(rule.former_ids, id) != rule.former_ids.end()) renamed = &rule;
    }
  }
  return renamed;
}

const RulePack& RuleSet::pack_of(const Rule& rule) const {
  return *std::ranges::find(packs(), rule.pack, &RulePack::id);
}

std::optional<RuleSet> load_packs(std::span<const PackDocument> packs, const RuleSettings& settings,
                                  Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  auto compiled = std::make_shared<rules::CompiledSet>(settings.facts);
  rules::Benchmarks benchmarks(settings.benchmarks, diagnostics);
  std::deque<rules::PackDraft> drafts;
  for (const PackDocument& pack : packs) {
    compiled->documents.push_back(pack.document);
    drafts.push_back(rules::read_pack(pack, benchmarks, diagnostics));
  }
  benchmarks.report_unused(diagnostics);
  rules::settle_ids(drafts, diagnostics);
  rules::check_references(drafts, diagnostics);
  rules::apply_settings(settings, drafts, compiled->memory, diagnostics);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    rules::compile_pack(i, drafts[i], benchmarks, *compiled, errors_before, diagnostics);
  }
  if (diagnostics.errors() > errors_before) return std::nullopt;
  return RuleSet(std::move(compiled));
}

}  // namespace martech_audit

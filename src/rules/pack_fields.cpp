#include "rules/pack_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "rules/read_value.h"
#include "rules/words.h"

namespace martech_audit::rules {
namespace {

// Readers. Each takes a draft apart in the same way: `.*Part` is the public type in it, or a node kept for
// later.

template <auto Whole, auto Member, class Draft>
void text(Node node, Draft& draft, Diagnostics& diagnostics) {
  if (const auto value = read_text(node, diagnostics)) draft.*Whole.*Member = *value;
}

template <auto Whole, auto Member, class Draft>
void version(Node node, Draft& draft, Diagnostics& diagnostics) {
  if (const auto value = read_version(node, diagnostics)) draft.*Whole.*Member = *value;
}

template <auto Kept, auto Whole, auto Member, class Draft>
void identifier(Node node, Draft& draft, Diagnostics& diagnostics) {
  draft.*Kept = node;
  if (const auto value = read_identifier(node, diagnostics)) draft.*Whole.*Member = *value;
}

// Texts that are looked at again once everything is read: expressions, templates, paths.
template <auto Kept, auto Member>
void expression(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  const auto value = read_text(node, diagnostics);
  if (!value) return;
  draft.*Kept = node;
  draft.rule.*Member = *value;
}

void keep_references(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  draft.references = node.is_mapping() ? std::vector{node} : read_list(node, diagnostics);
}

void read_benchmark(Node node, ParamDraft& draft, Diagnostics& diagnostics) {
  if (read_identifier(node, diagnostics)) draft.benchmark = node;
}

template <auto Member>
void flag(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  if (const auto value = read_flag(node, diagnostics)) draft.*Member = *value;
}

void read_optional(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  if (const auto value = read_flag(node, diagnostics)) draft.rule.optional = *value;
}

void read_severity(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  if (const auto word = read_word(node, "severity", severity_words, diagnostics)) {
    draft.rule.severity = static_cast<Severity>(*word);
  }
}

void read_effort(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  if (const auto word = read_word(node, "effort", effort_words, diagnostics)) {
    draft.rule.effort = static_cast<Effort>(*word);
  }
}

void read_scope(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  if (const auto word = read_word(node, "scope", scopes(), diagnostics)) {
    draft.scope = node;
    draft.rule.scope = *entity_kind(scopes()[*word]);
  }
}

// Of what cannot be a name in expressions. `what` is "a parameter".
void report_variable_name(const Location& where, std::string_view name, std::string_view what,
                          Diagnostics& diagnostics) {
  diagnostics.error(
      where,
      fmt::format("'{}' is not a name for {}: only a-z, 0-9 and '_', with no digit in front", name, what),
      fmt::format("write '{}'", variable_name(name)));
}

void read_fact_name(Node node, FactDraft& draft, Diagnostics& diagnostics) {
  const auto value = read_text(node, diagnostics);
  if (!value) return;
  draft.name = node;
  draft.fact.name = *value;
  if (!is_variable_name(*value)) report_variable_name(node.where(), *value, "a fact", diagnostics);
}

void read_fact_scope(Node node, FactDraft& draft, Diagnostics& diagnostics) {
  if (const auto word = read_word(node, "scope", scopes(), diagnostics)) {
    draft.scope = node;
    draft.fact.of = *entity_kind(scopes()[*word]);
  }
}

template <auto Kept, auto Member>
void fact_text(Node node, FactDraft& draft, Diagnostics& diagnostics) {
  const auto value = read_text(node, diagnostics);
  if (!value) return;
  draft.*Kept = node;
  draft.fact.*Member = *value;
}

void read_rule_weight(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  const auto weight = read_weight(node, diagnostics);
  draft.own_weight = weight.has_value();
  draft.rule.weight = weight.value_or(0);
}

// Reports a key that is no word of the table.
std::optional<std::size_t> word_of_key(Node member, std::string_view what,
                                       std::span<const std::string_view> words, Diagnostics& diagnostics) {
  const auto at = std::ranges::find(words, member.key());
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  diagnostics.error(member.key_where(), fmt::format("unknown {} '{}'", what, member.key()),
                    [&] { return word_hint(member.key(), words); });
  return std::nullopt;
}

void read_severity_when(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  if (!expect_mapping(node, "'severity_when'", "write {high: 'a condition'}", diagnostics)) return;
  for (const Node member : node) {
    const auto word = word_of_key(member, "severity", severity_words, diagnostics);
    const auto value = read_text(member, diagnostics);
    if (!word || !value) continue;
    draft.severity_when.emplace_back(static_cast<Severity>(*word), member);
    draft.rule.severity_when.emplace_back(static_cast<Severity>(*word), *value);
  }
  const auto severe_first = [](const auto& a, const auto& b) { return a.first > b.first; };
  std::ranges::sort(draft.severity_when, severe_first);
  std::ranges::sort(draft.rule.severity_when, severe_first);
}

void check_variable_name(Node member, std::string_view what, Diagnostics& diagnostics) {
  if (!is_variable_name(member.key()))
    report_variable_name(member.key_where(), member.key(), what, diagnostics);
}

void read_variables(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  if (!expect_mapping(node, "'variables'", "write each as 'name: an expression'", diagnostics)) return;
  for (const Node member : node) {
    check_variable_name(member, "a variable", diagnostics);
    const auto value = read_text(member, diagnostics);
    if (!value) continue;
    draft.variables.push_back(member);
    draft.rule.variables.emplace_back(member.key(), *value);
  }
}

// `exposed: tool.annual_cost`, or `exposed: {amount: …, actionable_from: …}`. An `actionable_from` beside the
// classes holds for those that have none of their own.
AmountDraft read_amount(Node member, Diagnostics& diagnostics) {
  AmountDraft draft;
  if (member.is_mapping()) {
    read_fields<AmountDraft>(member, "an amount", amount_rows(), draft, diagnostics);
  } else if (read_text(member, diagnostics)) {
    draft.amount = member;
  }
  return draft;
}

void read_money(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  if (!expect_mapping(node, "'money'", "write {exposed: tool.annual_cost}", diagnostics)) return;
  const Node shared = node.find("actionable_from");
  for (const Node member : node) {
    if (member.key() == "actionable_from") continue;
    const auto word = word_of_key(member, "class of money", money_class_words, diagnostics);
    AmountDraft amount = read_amount(member, diagnostics);
    if (!word || !amount.amount) continue;
    amount.money_class = static_cast<MoneyClass>(*word);
    if (!amount.actionable_from && shared && read_text(shared, diagnostics)) amount.actionable_from = shared;
    draft.money.push_back(amount);
    draft.rule.money.push_back(
        {amount.money_class, std::string(trim(amount.amount.text())),
         amount.actionable_from ? std::string(trim(amount.actionable_from.text())) : ""});
  }
}

template <auto Kept>
void kept_text(Node node, AmountDraft& draft, Diagnostics& diagnostics) {
  if (read_text(node, diagnostics)) draft.*Kept = node;
}

void read_explained_by(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  for (const Node item : read_list(node, diagnostics)) {
    const auto value = read_identifier(item, diagnostics);
    if (!value) continue;
    draft.explained_by.push_back(item);
    draft.rule.explained_by.emplace_back(*value);
  }
}

void read_former_ids(Node node, RuleDraft& draft, Diagnostics& diagnostics) {
  for (const Node item : read_list(node, diagnostics)) {
    if (const auto value = read_identifier(item, diagnostics)) draft.rule.former_ids.emplace_back(*value);
  }
}

template <auto Kept>
void kept_scalar(Node node, ParamDraft& draft, Diagnostics& diagnostics) {
  if (node.is_scalar()) {
    draft.*Kept = node;
  } else {
    diagnostics.error(node.where(), fmt::format("'{}' must be one value, not {}", node.key(), found(node)),
                      "write one number, text, true or false");
  }
}

void read_param_type(Node node, ParamDraft& draft, Diagnostics& diagnostics) {
  if (const auto word = read_word(node, "type", param_types, diagnostics)) {
    draft.type = node;
    draft.param.type = param_types[*word];
  }
}

void read_dimensions(Node node, PackDraft& draft, Diagnostics& diagnostics) {
  for (const Node item : read_list(node, diagnostics)) {
    if (const auto value = read_identifier(item, diagnostics)) draft.pack.dimensions.emplace_back(*value);
  }
}

void read_params(Node node, PackDraft& draft, Diagnostics& diagnostics) {
  if (!expect_mapping(node, "'params'", "write each as 'name: {type: int, default: 1, about: …, source: …}'",
                      diagnostics))
    return;
  for (const Node member : node) {
    ParamDraft param;
    param.node = member;
    param.param.name = member.key();
    check_variable_name(member, "a parameter", diagnostics);
    read_fields<ParamDraft>(member, "a parameter", param_rows(), param, diagnostics);
    draft.params.push_back(std::move(param));
  }
}

bool expect_list(Node node, std::string hint, Diagnostics& diagnostics) {
  if (node.is_sequence()) return true;
  diagnostics.error(node.where(), fmt::format("'{}' must be a list, not {}", node.key(), found(node)),
                    std::move(hint));
  return false;
}

void read_facts(Node node, PackDraft& draft, Diagnostics& diagnostics) {
  if (!expect_list(node, "start each fact with '- name: …'", diagnostics)) return;
  for (const Node item : node) {
    FactDraft fact;
    read_fields<FactDraft>(item, "a fact", fact_rows(), fact, diagnostics);
    draft.facts.push_back(std::move(fact));
  }
}

void read_rules(Node node, PackDraft& draft, Diagnostics& diagnostics) {
  if (!expect_list(node, "start each rule with '- id: …'", diagnostics)) return;
  for (const Node item : node) {
    RuleDraft rule;
    rule.node = item;
    rule.rule.where = item.where();
    read_fields<RuleDraft>(item, "a rule", rule_rows(), rule, diagnostics);
    // Nothing comes of a pack with more faults than are shown: those of the other rules are only counted.
    if (diagnostics.errors() < max_shown_diagnostics) draft.rules.push_back(std::move(rule));
  }
}

constexpr auto pack = &PackDraft::pack;
constexpr auto rule = &RuleDraft::rule;
constexpr auto param = &ParamDraft::param;
constexpr auto fact = &FactDraft::fact;
using PackRow = FieldRow<PackDraft>;
using ParamRow = FieldRow<ParamDraft>;
using FactRow = FieldRow<FactDraft>;
using RuleRow = FieldRow<RuleDraft>;
using AmountRow = FieldRow<AmountDraft>;

// In the order in which packs are best written.
constexpr PackRow pack_table[] = {
    {{"pack", Form::identifier, true, "id of the pack, used in settings"},
     identifier<&PackDraft::id, pack, &RulePack::id>},
    {{"version", Form::version, true, "version of the pack; change it when the meaning changes"},
     version<pack, &RulePack::version>},
    {{"title", Form::text, true, "short title of the pack"}, text<pack, &RulePack::title>},
    {{"about", Form::text, false, "what the pack checks, in one sentence"}, text<pack, &RulePack::about>},
    {{"dimensions", Form::identifiers, false, "additional dimensions used by its rules"}, read_dimensions},
    {{"params", Form::params, false, "configurable thresholds, by name; rules read params.<name>"},
     read_params},
    {{"facts", Form::facts, false, "derived values that its rules, and those of later packs, can read"},
     read_facts},
    {{"rules", Form::rules, true, "the rules, in evaluation order"}, read_rules},
};

constexpr ParamRow param_table[] = {
    {{"type", Form::param_type, true, "bool, double, int or string"}, read_param_type},
    {{"default", Form::scalar, false, "the default value"}, kept_scalar<&ParamDraft::standard>},
    {{"benchmark", Form::identifier, false,
      "id of the benchmark that provides the value and source, instead of 'default' and 'source'"},
     read_benchmark},
    {{"min", Form::number, false, "the lowest value allowed"}, kept_scalar<&ParamDraft::min>},
    {{"max", Form::number, false, "the highest value allowed"}, kept_scalar<&ParamDraft::max>},
    {{"about", Form::text, true, "what the threshold means, with its unit"}, text<param, &Param::about>},
    {{"source", Form::text, false, "publisher, edition and year of the number; or 'house default'"},
     text<param, &Param::source>},
};

constexpr FactRow fact_table[] = {
    {{"name", Form::variable, true, "name of the fact; rules read tool.<name>"}, read_fact_name},
    {{"for", Form::scope, true, "kind of entity the fact belongs to: tool, team, organisation, …"},
     read_fact_scope},
    {{"type", Form::text, false,
      "type of the value: double, string, list(tool), …; default: the type of the expression"},
     fact_text<&FactDraft::type, &DefinedFact::type>},
    {{"expression", Form::expression, true, "the value; can read the facts defined before it"},
     fact_text<&FactDraft::expression, &DefinedFact::expression>},
    {{"summary", Form::text, true, "what the fact is, in one clause, with its unit"},
     text<fact, &DefinedFact::summary>},
};

constexpr RuleRow rule_table[] = {
    {{"id", Form::identifier, true, "id of the bad pattern; its meaning never changes"},
     identifier<&RuleDraft::id, rule, &Rule::id>},
    {{"title", Form::text, true, "title: a noun phrase that names the bad pattern"},
     text<rule, &Rule::title>},
    {{"dimension", Form::identifier, true, "score dimension of the rule"},
     identifier<&RuleDraft::dimension, rule, &Rule::dimension>},
    {{"for", Form::scope, true, "kind of entity the rule checks: tool, objective, organisation, …"},
     read_scope},
    {{"severity", Form::severity, true, "info, low, medium, high or critical; the weight follows from it"},
     read_severity},
    {{"severity_when", Form::severity_map, false,
      "conditions that change the severity; the most severe match applies"},
     read_severity_when},
    {{"effort", Form::effort, false, "effort of a fix: low, medium or high"}, read_effort},
    {{"weight", Form::count, false, "weight in the score; default: by severity"}, read_rule_weight},
    {{"when", Form::expression, false, "condition for the rule to apply; default: always"},
     expression<&RuleDraft::when, &Rule::when>},
    {{"variables", Form::expressions, false, "named subexpressions; each can use the ones before it"},
     read_variables},
    {{"assert", Form::expression, true, "what should be true; false gives a finding"},
     expression<&RuleDraft::condition, &Rule::condition>},
    {{"degree", Form::expression, false, "size of the gap, above 0 and up to 1.0; default: 1.0"},
     expression<&RuleDraft::degree, &Rule::degree>},
    {{"money", Form::money, false, "amounts by class, in the organisation's currency"}, read_money},
    {{"explained_by", Form::identifiers, false,
      "rules whose finding on the same entity explains this one; this one is shown under it"},
     read_explained_by},
    {{"at", Form::path, false, "field the finding points to: tool.seats"},
     expression<&RuleDraft::at, &Rule::at>},
    {{"message", Form::template_text, true,
      "the finding in one clause; {expression} is replaced by its value"},
     expression<&RuleDraft::message, &Rule::message>},
    {{"why", Form::text, true, "why the pattern matters"}, text<rule, &Rule::why>},
    {{"fix", Form::text, true, "what to do about it"}, text<rule, &Rule::fix>},
    {{"origin", Form::text, false, "the idea behind the rule"}, text<rule, &Rule::origin>},
    {{"references", Form::references, false, "sources of the idea and its numbers: text, or {benchmark: id}"},
     keep_references},
    {{"since", Form::version, false, "pack version that introduced the rule"}, version<rule, &Rule::since>},
    {{"former_ids", Form::identifiers, false, "former ids of the rule"}, read_former_ids},
    {{"optional", Form::flag, false, "true: missing data makes the rule not applicable instead of unknown"},
     read_optional},
    {{"replaces", Form::flag, false, "true: replaces the rule with the same id in an earlier pack"},
     flag<&RuleDraft::replaces>},
};

constexpr AmountRow amount_table[] = {
    {{"amount", Form::expression, true, "the amount, a number in the organisation's currency"},
     kept_text<&AmountDraft::amount>},
    {{"actionable_from", Form::expression, false, "date by which to act"},
     kept_text<&AmountDraft::actionable_from>},
};

}  // namespace

std::span<const FieldRow<PackDraft>> pack_rows() { return pack_table; }
std::span<const FieldRow<ParamDraft>> param_rows() { return param_table; }
std::span<const FieldRow<FactDraft>> fact_rows() { return fact_table; }
std::span<const FieldRow<RuleDraft>> rule_rows() { return rule_table; }
std::span<const FieldRow<AmountDraft>> amount_rows() { return amount_table; }

}  // namespace martech_audit::rules

#include "rules/pack_fields.h"

#include <algorithm>

#include "base/text.h"

namespace martech_audit::record {
namespace {

rules::RuleHead head_of(rules::RuleDraft&& draft) {
  rules::RuleHead head;
  head.node = draft.node;
  head.id = draft.id;
  head.dimension = draft.dimension;
  head.scope = draft.scope;
  head.kind = draft.rule.scope;
  head.replaces = draft.replaces;
  head.explained_by = std::move(draft.explained_by);
  head.references = std::move(draft.references);
  head.former_ids = std::move(draft.rule.former_ids);
  return head;
}

}  // namespace

void Form<rules::RuleList>::read(const HandReader& from, Node node, const rules::RuleList& of) {
  from.each_struct<rules::RuleDraft>(
      node, [&](rules::RuleDraft&& draft) { of.heads.push_back(head_of(std::move(draft))); });
}

void Form<rules::ScopeField>::read(const HandReader& from, Node node, const rules::ScopeField& of) {
  const auto word = read_word(node, "scope", rules::scopes(), from.diagnostics());
  if (!word) return;
  of.node = node;
  of.kind = *entity_kind(rules::scopes()[*word]);
}

void Form<rules::SeverityConditions>::read(const HandReader& from, Node node,
                                           const rules::SeverityConditions& of) {
  Diagnostics& diagnostics = from.diagnostics();
  if (!expect_mapping(node, "'severity_when'", "write {high: 'a condition'}", diagnostics)) return;
  auto& [draft] = of;
  for (const Node member : node) {
    const auto word = read_key(member, "severity", severity_words, diagnostics);
    const auto value = read_text(member, diagnostics);
    if (!word || !value) continue;
    draft.severity_when.emplace_back(static_cast<Severity>(*word), member);
    draft.rule.severity_when.emplace_back(static_cast<Severity>(*word), *value);
  }
  const auto severe_first = [](const auto& a, const auto& b) { return a.first > b.first; };
  std::ranges::sort(draft.severity_when, severe_first);
  std::ranges::sort(draft.rule.severity_when, severe_first);
}

void Form<rules::ValuesBySize>::read(const HandReader& from, Node node, const rules::ValuesBySize& of) {
  Diagnostics& diagnostics = from.diagnostics();
  if (!expect_mapping(node, "'by_size'", "write {small: 12}", diagnostics)) return;
  of.node = node;
  for (const Node member : node)
    read_key(member, "organisation size", rules::organisation_sizes(), diagnostics);
}

void Form<rules::Variables>::read(const HandReader& from, Node node, const rules::Variables& of) {
  Diagnostics& diagnostics = from.diagnostics();
  if (!expect_mapping(node, "'variables'", "write each as 'name: an expression'", diagnostics)) return;
  for (const Node member : node) {
    check_variable_name(member, "a variable", diagnostics);
    const auto value = read_text(member, diagnostics);
    if (!value) continue;
    of.draft.variables.push_back(member);
    of.draft.rule.variables.emplace_back(member.key(), *value);
  }
}

void Form<rules::AmountDraft>::read(const HandReader& from, Node node, rules::AmountDraft& draft) {
  node.is_mapping() ? from.object(node, draft) : Form<Formula>::read(from, node, formula(draft.amount));
}

// An `actionable_from` beside the classes holds for those that have none of their own.
void Form<rules::MoneyField>::read(const HandReader& from, Node node, const rules::MoneyField& of) {
  Diagnostics& diagnostics = from.diagnostics();
  if (!expect_mapping(node, "'money'", "write {exposed: tool.annual_cost}", diagnostics)) return;
  const Node shared = node.find("actionable_from");
  for (const Node member : node) {
    if (member.key() == "actionable_from") continue;
    const auto word = read_key(member, "class of money", money_class_words, diagnostics);
    rules::AmountDraft amount;
    Form<rules::AmountDraft>::read(from, member, amount);
    if (!word || !amount.amount) continue;
    amount.money_class = static_cast<MoneyClass>(*word);
    if (!amount.actionable_from && shared && read_text(shared, diagnostics)) amount.actionable_from = shared;
    of.draft.money.push_back(amount);
    of.draft.rule.money.push_back(
        {amount.money_class, std::string(trim(amount.amount.text())),
         amount.at_most ? std::string(trim(amount.at_most.text())) : "",
         amount.actionable_from ? std::string(trim(amount.actionable_from.text())) : ""});
  }
}

void Form<rules::SpendField>::read(const HandReader& from, Node node, const rules::SpendField& of) {
  Diagnostics& diagnostics = from.diagnostics();
  if (!expect_mapping(node, "'spend'", "write {unproven: 1.0}", diagnostics)) return;
  for (const Node member : node) {
    const auto word = read_key(member, "part of spend", rules::claimed_parts, diagnostics);
    const auto share = read_text(member, diagnostics);
    if (!word || !share) continue;
    if (of.draft.rule.spend) {
      diagnostics.error(member.key_where(), "a rule can claim one part of the spend", "write another rule");
      continue;
    }
    of.draft.spend_share = member;
    of.draft.rule.spend = {*spend_part(rules::claimed_parts[*word]), std::string(trim(*share))};
  }
}

void Form<rules::References>::read(const HandReader& from, Node node, const rules::References& of) {
  of.nodes = node.is_mapping() ? std::vector{node} : read_list(node, from.diagnostics());
}

}  // namespace martech_audit::record

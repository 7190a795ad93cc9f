#include "rules/pack_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/edit_distance.h"
#include "rules/words.h"

namespace martech_audit::rules {
namespace {

struct Place {
  PackDraft* pack;
  std::size_t rule;
  const RuleDraft& draft() const { return pack->rules[rule]; }
};

// Two packs of one id are reported as such; that their rules are alike follows.
bool share_id(const PackDraft& a, const PackDraft& b) {
  return &a != &b && !a.pack.id.empty() && a.pack.id == b.pack.id;
}

void report_second(const RuleDraft& second, Diagnostics& diagnostics) {
  diagnostics.error(second.id.where(), fmt::format("rule '{}' already exists", second.rule.id),
                    "use another id, or add 'replaces: true' to replace the first");
}

void report_nothing_replaced(const RuleDraft& draft, std::span<const std::string_view> ids,
                             Diagnostics& diagnostics) {
  diagnostics.error(draft.id.where(),
                    fmt::format("'{}' does not replace a rule of an earlier pack", draft.rule.id), [&] {
                      std::vector<std::string_view> others(ids.begin(), ids.end());
                      std::erase(others, draft.rule.id);
                      const std::string_view meant = nearest(draft.rule.id, others);
                      return meant.empty() ? "name a rule of an earlier pack, or leave 'replaces' out"
                                           : fmt::format("did you mean '{}'?", meant);
                    });
}

void check_pack_ids(const std::deque<PackDraft>& packs, Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, const PackDraft*> first_of;
  for (const PackDraft& pack : packs) {
    if (pack.pack.id.empty()) continue;
    const auto [first, is_new] = first_of.try_emplace(pack.pack.id, &pack);
    if (is_new) continue;
    diagnostics.error(pack.id.where(),
                      fmt::format("another pack is also called '{}'{}", pack.pack.id,
                                  first->second->pack.built_in ? ", a built-in one" : ""),
                      "choose another name; to replace a rule, use 'replaces: true'");
    diagnostics.note(first->second->id.where(), fmt::format("the first '{}' is here", pack.pack.id));
  }
}

using Dimensions = std::unordered_set<std::string_view>;

void check_dimension(const PackDraft& pack, const Dimensions& dimensions, const RuleDraft& draft,
                     Diagnostics& diagnostics) {
  const std::string& dimension = draft.rule.dimension;
  if (dimension.empty()) return;
  if (dimensions.contains(dimension)) return;
  diagnostics.error(draft.dimension.where(), fmt::format("unknown dimension '{}'", dimension), [&] {
    std::vector<std::string_view> known(built_in_dimensions.begin(), built_in_dimensions.end());
    known.insert(known.end(), pack.pack.dimensions.begin(), pack.pack.dimensions.end());
    const std::string hint = did_you_mean(dimension, known);
    return hint.empty() ? fmt::format("declare it in the pack: 'dimensions: [{}]'", dimension) : hint;
  });
}

using RulesById = std::unordered_map<std::string_view, const Rule*>;

void check_explanations(const RuleDraft& draft, const RulesById& by_id, std::span<const std::string_view> ids,
                        Diagnostics& diagnostics) {
  for (const Node node : draft.explained_by) {
    const auto cause = by_id.find(node.text());
    if (cause == by_id.end()) {
      diagnostics.error(node.where(), fmt::format("unknown rule '{}'", node.text()),
                        [&] { return rule_hint(node.text(), ids); });
    } else if (cause->second->id == draft.rule.id) {
      diagnostics.error(node.where(), "a rule cannot explain itself",
                        "leave it out, or name the rule that explains it");
    } else if (draft.scope && cause->second->scope != draft.rule.scope) {
      diagnostics.error(node.where(),
                        fmt::format("'{}' is for {}, and only a finding on the same {} can explain this one",
                                    node.text(), name(cause->second->scope), name(draft.rule.scope)),
                        fmt::format("name a rule for {}, or leave it out", name(draft.rule.scope)));
    }
  }
}

}  // namespace

void settle_ids(std::deque<PackDraft>& packs, Diagnostics& diagnostics) {
  check_pack_ids(packs, diagnostics);
  const std::vector<std::string_view> ids = rule_ids(packs);
  std::unordered_map<std::string_view, Place> first;
  std::unordered_map<const PackDraft*, std::unordered_set<std::size_t>> replaced;
  for (PackDraft& pack : packs) {
    for (std::size_t i = 0; i < pack.rules.size(); ++i) {
      const RuleDraft& draft = pack.rules[i];
      if (draft.rule.id.empty()) continue;
      const auto [entry, added] = first.try_emplace(draft.rule.id, Place{&pack, i});
      const bool elsewhere = !added && entry->second.pack != &pack;
      if (!added && share_id(*entry->second.pack, pack)) continue;
      if (!added && !(draft.replaces && elsewhere)) report_second(draft, diagnostics);
      if (added && draft.replaces) report_nothing_replaced(draft, ids, diagnostics);
      if (!draft.replaces || !elsewhere) continue;
      replaced[entry->second.pack].insert(entry->second.rule);
      entry->second = {&pack, i};
    }
  }
  for (PackDraft& pack : packs) {
    const auto& gone = replaced[&pack];
    std::size_t rule = 0;
    std::erase_if(pack.rules, [&](const RuleDraft&) { return gone.contains(rule++); });
  }
}

void check_references(const std::deque<PackDraft>& packs, Diagnostics& diagnostics) {
  RulesById by_id;
  for (const PackDraft& pack : packs) {
    for (const RuleDraft& draft : pack.rules) by_id.emplace(draft.rule.id, &draft.rule);
  }
  const std::vector<std::string_view> ids = rule_ids(packs);
  for (const PackDraft& pack : packs) {
    Dimensions dimensions(built_in_dimensions.begin(), built_in_dimensions.end());
    dimensions.insert(pack.pack.dimensions.begin(), pack.pack.dimensions.end());
    for (const RuleDraft& draft : pack.rules) {
      check_dimension(pack, dimensions, draft, diagnostics);
      check_explanations(draft, by_id, ids, diagnostics);
    }
  }
}

std::string rule_hint(std::string_view id, std::span<const std::string_view> ids) {
  std::string hint = did_you_mean(id, ids);
  return hint.empty() ? "see `martech-audit rules list`" : hint;
}

std::vector<std::string_view> rule_ids(const std::deque<PackDraft>& packs) {
  std::vector<std::string_view> ids;
  for (const PackDraft& pack : packs) {
    for (const RuleDraft& draft : pack.rules) {
      if (!draft.rule.id.empty()) ids.push_back(draft.rule.id);
    }
  }
  return ids;
}

}  // namespace martech_audit::rules

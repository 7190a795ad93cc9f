#include "rules/pack_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/edit_distance.h"
#include "base/text.h"
#include "rules/words.h"

namespace martech_audit::rules {
namespace {

struct Place {
  PackDraft* pack;
  std::size_t rule;
};

// Two packs of one id are reported as such; that their rules are alike follows.
bool share_id(const PackDraft& a, const PackDraft& b) {
  return &a != &b && !a.pack.id.empty() && a.pack.id == b.pack.id;
}

void report_second(const RuleHead& second, Diagnostics& diagnostics) {
  diagnostics.error(second.id.where(), fmt::format("rule '{}' already exists", second.name()),
                    "use another id, or add 'replaces: true' to replace the first");
}

void report_nothing_replaced(const RuleHead& head, std::span<const std::string_view> ids,
                             Diagnostics& diagnostics) {
  diagnostics.error(head.id.where(),
                    fmt::format("'{}' does not replace a rule of an earlier pack", head.name()), [&] {
                      std::vector<std::string_view> others(ids.begin(), ids.end());
                      std::erase(others, head.name());
                      const std::string_view meant = nearest(head.name(), others);
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

void check_dimension(const PackDraft& pack, const Dimensions& dimensions, const RuleHead& head,
                     Diagnostics& diagnostics) {
  if (!head.dimension) return;
  const std::string_view dimension = trim(head.dimension.text());
  if (dimensions.contains(dimension)) return;
  diagnostics.error(head.dimension.where(), fmt::format("unknown dimension '{}'", dimension), [&] {
    std::vector<std::string_view> known(built_in_dimensions.begin(), built_in_dimensions.end());
    known.insert(known.end(), pack.pack.dimensions.begin(), pack.pack.dimensions.end());
    const std::string hint = did_you_mean(dimension, known);
    return hint.empty() ? fmt::format("declare it in the pack: 'dimensions: [{}]'", dimension) : hint;
  });
}

using RulesById = std::unordered_map<std::string_view, const RuleHead*>;

void check_explanations(const RuleHead& head, const RulesById& by_id, std::span<const std::string_view> ids,
                        Diagnostics& diagnostics) {
  for (const Node node : head.explained_by) {
    const auto cause = by_id.find(node.text());
    if (cause == by_id.end()) {
      diagnostics.error(node.where(), fmt::format("unknown rule '{}'", node.text()),
                        [&] { return rule_hint(node.text(), ids); });
    } else if (cause->second->name() == head.name()) {
      diagnostics.error(node.where(), "a rule cannot explain itself",
                        "leave it out, or name the rule that explains it");
    } else if (head.scope && cause->second->kind != head.kind) {
      diagnostics.error(node.where(),
                        fmt::format("'{}' is for {}, and only a finding on the same {} can explain this one",
                                    node.text(), name(cause->second->kind), name(head.kind)),
                        fmt::format("name a rule for {}, or leave it out", name(head.kind)));
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
      const RuleHead& head = pack.rules[i];
      if (!head.id) continue;
      const auto [entry, added] = first.try_emplace(head.name(), Place{&pack, i});
      const bool elsewhere = !added && entry->second.pack != &pack;
      if (!added && share_id(*entry->second.pack, pack)) continue;
      if (!added && !(head.replaces && elsewhere)) report_second(head, diagnostics);
      if (added && head.replaces) report_nothing_replaced(head, ids, diagnostics);
      if (!head.replaces || !elsewhere) continue;
      replaced[entry->second.pack].insert(entry->second.rule);
      entry->second = {&pack, i};
    }
  }
  for (PackDraft& pack : packs) {
    const auto& gone = replaced[&pack];
    std::size_t rule = 0;
    std::erase_if(pack.rules, [&](const RuleHead&) { return gone.contains(rule++); });
  }
}

void check_references(const std::deque<PackDraft>& packs, Diagnostics& diagnostics) {
  RulesById by_id;
  for (const PackDraft& pack : packs) {
    for (const RuleHead& head : pack.rules) by_id.emplace(head.name(), &head);
  }
  const std::vector<std::string_view> ids = rule_ids(packs);
  for (const PackDraft& pack : packs) {
    Dimensions dimensions(built_in_dimensions.begin(), built_in_dimensions.end());
    dimensions.insert(pack.pack.dimensions.begin(), pack.pack.dimensions.end());
    for (const RuleHead& head : pack.rules) {
      check_dimension(pack, dimensions, head, diagnostics);
      check_explanations(head, by_id, ids, diagnostics);
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
    for (const RuleHead& head : pack.rules) {
      if (head.id) ids.push_back(head.name());
    }
  }
  return ids;
}

}  // namespace martech_audit::rules

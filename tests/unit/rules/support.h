// Packs and inventories from text, and outcomes as text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "document/document.h"
#include "facts/facts.h"
#include "martech_audit/diagnostic.h"
#include "model/reader.h"
#include "rules/engine.h"
#include "rules/rule_set.h"
#include "rules/rule_tests.h"

namespace martech_audit::test {

inline Date day(std::string_view iso) { return *parse_date(iso); }

// Diagnostics show places in their sources, so every source lives as long as the tests.
inline SourcePtr source(std::string_view name, std::string_view text) {
  static std::vector<SourcePtr> all;
  return all.emplace_back(std::make_shared<Source>(std::string(name), std::string(text)));
}

inline Document document(std::string_view name, std::string_view text) {
  Diagnostics diagnostics;
  auto read = read_document(source(name, text), diagnostics);
  if (!read || diagnostics.has_errors()) throw std::runtime_error(render(diagnostics));
  return *read;
}

inline std::optional<RuleSet> load(std::string_view pack, Diagnostics& diagnostics,
                                   RuleSettings settings = {}) {
  const PackDocument packs[] = {{document("pack.yaml", pack), false}};
  settings.facts = all_facts();
  return load_packs(packs, settings, diagnostics);
}

inline RuleSet load(std::string_view pack, RuleSettings settings = {}) {
  Diagnostics diagnostics;
  auto rules = load(pack, diagnostics, settings);
  if (!rules) throw std::runtime_error(render(diagnostics));
  return *rules;
}

inline std::string faults(std::string_view pack, RuleSettings settings = {}) {
  Diagnostics diagnostics;
  load(pack, diagnostics, settings);
  return "\n" + render(diagnostics);
}

// A rule for tools with the lines given; what it needs beside them is filled in.
inline std::string rule(std::string_view lines, std::string_view id = "a-rule") {
  std::string text = "  - id: " + std::string(id) + "\n";
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    text += "    " + std::string(lines.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  const auto add = [&](std::string_view key, std::string_view value) {
    if (text.find("\n    " + std::string(key) + ":") == std::string::npos) {
      text += "    " + std::string(key) + ": " + std::string(value) + "\n";
    }
  };
  add("title", "A rule");
  add("dimension", "spend");
  add("for", "tool");
  add("severity", "medium");
  add("assert", "true");
  add("message", "it failed");
  add("why", "because");
  add("fix", "mend it");
  return text;
}

inline std::string pack(std::string_view rules, std::string_view head = "") {
  return "pack: test\nversion: 1.0.0\ntitle: Test\n" + std::string(head) + "rules:\n" + std::string(rules);
}

inline std::optional<TestWorld> world(const Document& inventory, Date as_of, Diagnostics& diagnostics) {
  std::optional<Inventory> read = read_inventory({inventory}, diagnostics);
  if (!read) return std::nullopt;
  const auto kept = std::make_shared<const Inventory>(*std::move(read));
  return TestWorld{kept, derive_facts(*kept, as_of, diagnostics)};
}

inline TestWorld world(std::string_view lines) {
  Diagnostics diagnostics;
  const std::string text = "martech: 1\norganisation: {name: Test, currency: EUR}\n" + std::string(lines);
  auto made = world(document("inventory.yaml", text), day("2026-11-23"), diagnostics);
  if (!made) throw std::runtime_error(render(diagnostics));
  return *std::move(made);
}

// One line a rule with how often it does not apply, then one a judgement.
inline std::string dump(const Outcomes& outcomes, const RuleSet& rules, const Inventory& inventory) {
  std::string out = "\n";
  const auto id = [](const Record& entity) {
    const Value value = read(entity, "id");
    return std::string(value.is(ValueKind::string) ? value.as_text() : "organisation");
  };
  for (const RuleJudgements& judgements : outcomes.rules) {
    const Rule& rule = rules.rules()[judgements.rule];
    out += rule.id + ": " + std::to_string(judgements.not_applicable) + " not applicable" +
           (judgements.at_organisation ? ", at the organisation" : "") + "\n";
    for (const Judgement& judgement : judgements.judged) {
      const Record& entity = judgements.at_organisation ? inventory.organisation()
                                                        : inventory.entities(rule.scope)[judgement.entity];
      out += "  " + id(entity);
      if (judgement.verdict() == Verdict::pass) out += " pass";
      for (const Gap& gap : outcomes.gaps) {
        if (gap.rule != judgements.rule || gap.entity != &entity) continue;
        out += " " + std::string(name(gap.severity)) + " gap of " + std::to_string(gap.degree);
        if (gap.into != nullptr) out += ", into " + std::string(read(*gap.into, "id").as_text());
        for (const Claim& claim : gap.claims) {
          out += ", " + std::string(name(claim.money_class)) + " " + claim.claimed.to_string();
          if (claim.actionable_from) out += " from " + to_string(*claim.actionable_from);
        }
        if (!gap.at.empty()) out += ", at " + std::string(gap.at);
        out += ": " + std::string(gap.message);
      }
      for (const Undecided& undecided : outcomes.undecided) {
        if (undecided.rule != judgements.rule || undecided.entity != &entity) continue;
        out += " unknown:";
        for (const Missing& missing : undecided.missing) {
          out += " " + std::string(missing.path) + " of " +
                 id(missing.entity == nullptr ? *undecided.entity : *missing.entity);
        }
      }
      out += "\n";
    }
  }
  return out;
}

// What the pack says of the inventory, or the diagnostics of judging.
inline std::string judged(std::string_view pack, std::string_view inventory, RuleSettings settings = {}) {
  const RuleSet rules = load(pack, settings);
  const TestWorld made = world(inventory);
  Diagnostics diagnostics;
  const auto outcomes = judge(rules, *made.inventory, made.facts, day("2026-11-23"), diagnostics);
  return outcomes ? dump(*outcomes, rules, *made.inventory) : "\n" + render(diagnostics);
}

}  // namespace martech_audit::test

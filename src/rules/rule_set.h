// Packs to a RuleSet: everything read, checked, set and compiled, ready to be put to an inventory.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/rule.h"
#include "martech_audit/rule_pack.h"
#include "rules/settings.h"

namespace martech_audit {

namespace rules {
struct CompiledSet;
}

struct PackDocument {
  Document document;
  bool built_in = false;
};

// Immutable, and cheap to copy: copies share what was compiled.
class RuleSet {
 public:
  explicit RuleSet(std::shared_ptr<const rules::CompiledSet> compiled) : compiled_(std::move(compiled)) {}

  // The rules in force, in the order of packs and files: an index into them is what outcomes call a rule.
  std::span<const Rule> rules() const;
  // The packs in the order given, with every rule they hold but those that a later pack replaces; rules that
  // are off included.
  std::span<const RulePack> packs() const;

  // By id, or by one that the rule had before; also of rules that are off. Null where there is none.
  const Rule* find(std::string_view id) const;
  const RulePack& pack_of(const Rule& rule) const;

  const std::shared_ptr<const rules::CompiledSet>& compiled() const { return compiled_; }

 private:
  std::shared_ptr<const rules::CompiledSet> compiled_;
};

// Every fault of the packs and settings is reported at its place; with any error nothing comes back. A rule
// met twice is an error unless the later one says `replaces: true`. A severity that a setting gives holds for
// all findings of the rule: its severity_when is dropped.
std::optional<RuleSet> load_packs(std::span<const PackDocument> packs, const RuleSettings& settings,
                                  Diagnostics& diagnostics);

}  // namespace martech_audit

#include "findings/findings.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/arena.h"
#include "findings/fingerprint.h"
#include "findings/outcome_index.h"
#include "findings/place.h"
#include "findings/rule_names.h"
#include "findings/waivers.h"

namespace martech_audit {
namespace {

struct Storage {
  Arena arena;
  std::shared_ptr<const void> outcomes;
};

// Takes the gap's claims.
Finding make_finding(Gap& gap, const FindingsInput& input, Arena& arena) {
  const EntityRef entity = entity_ref(*gap.entity, arena);
  Finding finding;
  finding.rule = gap.rule;
  finding.severity = gap.severity;
  finding.degree = gap.degree;
  finding.entity = entity;
  finding.entity_index = gap.entity->index;
  finding.message = gap.message;
  finding.claims = std::move(gap.claims);
  finding.spend = gap.spend;
  finding.place = place_of(input.inventory, *gap.entity, gap.at, arena);
  if (gap.into != nullptr) finding.into = arena.copy(entity_ref(*gap.into, arena));
  finding.fingerprint = fingerprint(input.rules[gap.rule].id, entity.kind, entity.id);
  return finding;
}

// The entity's own first, then by entity, whatever the order in which the rule met them: that is the
// inventory's, which must not show.
void sort_by_entity(std::span<EvidenceGap::Field> fields) {
  // With iterators: clang 14 does not take the subranges of libstdc++.
  const auto others = std::stable_partition(
      fields.begin(), fields.end(), [](const EvidenceGap::Field& field) { return field.other == nullptr; });
  const auto key = [](const EvidenceGap::Field& field) {
    return std::pair(field.other->kind, field.other->id);
  };
  std::stable_sort(others, fields.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

// Evidence of what could not be decided; what lacks the same has the same fields.
class EvidenceMaker {
 public:
  explicit EvidenceMaker(Arena& arena) : arena_(arena) {}

  EvidenceGap make(const Undecided& undecided) {
    auto& fields = fields_[undecided.missing.data()];
    if (fields.empty()) fields = make_fields(undecided.missing);
    return {.rule = undecided.rule,
            .entity = entity_ref(*undecided.entity, arena_),
            .entity_index = undecided.entity->index,
            .fields = fields,
            .spend = undecided.spend};
  }

 private:
  std::span<const EvidenceGap::Field> make_fields(std::span<const Missing> missing) {
    const auto fields = arena_.make<EvidenceGap::Field>(missing.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Record* other = missing[i].entity;
      fields[i] = {other == nullptr ? nullptr : ref(*other), missing[i].path, missing[i].outdated};
    }
    sort_by_entity(fields);
    return fields;
  }

  const EntityRef* ref(const Record& entity) {
    const EntityRef*& made = refs_[&entity];
    if (made == nullptr) made = arena_.copy(entity_ref(entity, arena_));
    return made;
  }

  Arena& arena_;
  std::unordered_map<const Missing*, std::span<const EvidenceGap::Field>> fields_;
  std::unordered_map<const Record*, const EntityRef*> refs_;
};

// Uses the outcomes up, so that they do not lie beside what is made of them.
std::vector<EvidenceGap> make_evidence(std::vector<Undecided>&& given, Arena& arena) {
  const std::vector<Undecided> undecided = std::move(given);
  EvidenceMaker maker(arena);
  std::vector<EvidenceGap> evidence;
  evidence.reserve(undecided.size());
  for (const Undecided& one : undecided) evidence.push_back(maker.make(one));
  return evidence;
}

// Puts lesser findings under the greater ones that explain them.
class Grouping {
 public:
  Grouping(const FindingsInput& input, const RuleNames& names, const OutcomeIndex& gaps,
           std::span<const Finding> findings)
      : input_(input), names_(names), gaps_(gaps), findings_(findings), cause_(findings.size()) {
    for (std::size_t i = 0; i < findings.size(); ++i) cause_[i] = find_cause(i);
  }

  // The position of the finding that explains this one.
  std::optional<std::size_t> cause(std::size_t finding) const { return cause_[finding]; }

 private:
  std::optional<std::size_t> find_cause(std::size_t finding) const {
    for (const std::string& id : input_.rules[findings_[finding].rule].explained_by) {
      const auto rule = names_.find(id);
      if (!rule) continue;
      const auto greater = gaps_.find(*rule, *input_.outcomes.gaps[finding].entity);
      if (greater && may_explain(*greater, finding)) return greater;
    }
    return std::nullopt;
  }

  bool may_explain(std::size_t greater, std::size_t lesser) const {
    if (findings_[greater].waiver != nullptr && findings_[lesser].waiver == nullptr) return false;
    for (std::optional<std::size_t> at = greater; at; at = cause_[*at]) {
      if (*at == lesser) return false;
    }
    return true;
  }

  const FindingsInput& input_;
  const RuleNames& names_;
  const OutcomeIndex& gaps_;
  std::span<const Finding> findings_;
  std::vector<std::optional<std::size_t>> cause_;
};

void explain(const Grouping& groups, std::span<Finding> findings, Arena& arena) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (const auto cause = groups.cause(i)) {
      findings[i].explained_by = arena.copy(findings[*cause].fingerprint_text());
    }
  }
}

}  // namespace

Findings make_findings(FindingsInput input, Diagnostics& diagnostics) {
  const auto storage = std::make_shared<Storage>();
  storage->outcomes = input.outcomes.memory;

  Findings result;
  result.evidence = make_evidence(std::move(input.outcomes.undecided), storage->arena);

  std::vector<Finding> all;
  all.reserve(input.outcomes.gaps.size());
  for (Gap& gap : input.outcomes.gaps) all.push_back(make_finding(gap, input, storage->arena));

  const RuleNames names(input.rules, input.switched_off);
  const OutcomeIndex gaps(input.outcomes.gaps);
  const OutcomeIndex undecided(result.evidence);
  apply_waivers(
      input.waivers,
      {input.inventory, names, gaps, undecided, input.as_of, input.longest_waiver, input.waiver_policy}, all,
      diagnostics);
  explain(Grouping(input, names, gaps, all), all, storage->arena);

  for (Finding& finding : all) {
    if (finding.waiver != nullptr) result.waived.push_back(std::move(finding));
  }
  std::erase_if(all, [](const Finding& finding) { return finding.waiver != nullptr; });
  result.findings = std::move(all);
  result.memory = storage;
  return result;
}

}  // namespace martech_audit

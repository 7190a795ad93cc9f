#include "martech_audit/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "diff/causes.h"
#include "diff/claims.h"
#include "diff/lost_evidence.h"
#include "diff/pairing.h"
#include "findings/baseline.h"
#include "findings/fingerprint.h"
#include "score/gate.h"

namespace martech_audit {
namespace {

using ByFingerprint = std::unordered_map<std::string_view, const Finding*>;

ByFingerprint index(const std::vector<Finding>& findings) {
  ByFingerprint made;
  for (const Finding& finding : findings) made.emplace(finding.fingerprint_text(), &finding);
  return made;
}

// What was found before, under the names that entities have now: a finding of a tool that was renamed is no
// new one.
class Renaming {
 public:
  explicit Renaming(const std::optional<Pairing>& pairing) : pairing_(pairing) {}

  EntityRef now(const EntityRef& was) const {
    return {was.kind, pairing_ ? pairing_->id_now(was.kind, was.id) : was.id, was.name};
  }

  std::string fingerprint_now(const AuditReport& before, const Finding& finding) const {
    const EntityRef entity = now(finding.entity);
    if (entity.id == finding.entity.id) return std::string(finding.fingerprint_text());
    const auto digits = fingerprint(before.rules[finding.rule].id, entity.kind, entity.id);
    return {digits.begin(), digits.end()};
  }

 private:
  const std::optional<Pairing>& pairing_;
};

Baseline known_before(const ReportDiff& diff, const Renaming& renaming) {
  Baseline baseline = baseline_of(diff.before.findings, diff.before.currency, diff.before_name);
  for (std::size_t i = 0; i < baseline.entries.size(); ++i)
    baseline.entries[i].fingerprint = renaming.fingerprint_now(diff.before, diff.before.findings[i]);
  return baseline;
}

bool has_rule(const AuditReport& report, std::string_view id) {
  return std::ranges::find(report.rules, id, &Rule::id) != report.rules.end();
}

bool has_entity(const AuditReport& report, const EntityRef& entity) {
  const auto roster = std::ranges::find(report.rosters, entity.kind, &Roster::kind);
  return roster != report.rosters.end() && std::ranges::binary_search(roster->ids, entity.id);
}

// The pairs of rule and entity that a report could not decide, or that passed.
class Outcomes {
 public:
  explicit Outcomes(const AuditReport& report) : report_(report) {
    for (const EvidenceGap& gap : report.evidence_missing)
      undecided_.insert({report.rules[gap.rule].id, gap.entity.kind, gap.entity.id});
  }

  Ending ending_of(const EntityRef& entity, std::string_view rule) const {
    if (!has_rule(report_, rule)) return Ending::rule_off;
    if (!has_entity(report_, entity)) return Ending::removed;
    if (undecided_.contains({rule, entity.kind, entity.id})) return Ending::undecided;
    return passed(entity, rule) ? Ending::fixed : Ending::inapplicable;
  }

 private:
  bool passed(const EntityRef& entity, std::string_view rule) const {
    const auto roster = std::ranges::find(report_.rosters, entity.kind, &Roster::kind);
    const auto rank =
        static_cast<std::uint32_t>(std::ranges::lower_bound(roster->ids, entity.id) - roster->ids.begin());
    for (const RuleScore& score : report_.score.rules) {
      if (report_.rules[score.rule].id != rule) continue;
      return std::ranges::any_of(
          score.passed, [&](const RankSpan& span) { return span.first <= rank && rank <= span.last; });
    }
    return false;
  }

  const AuditReport& report_;
  std::set<std::tuple<std::string_view, EntityKind, std::string_view>> undecided_;
};

void compare_findings(ReportDiff& diff, const Renaming& renaming) {
  std::unordered_map<std::string, const Finding*> before;
  for (const Finding& finding : diff.before.findings)
    before.emplace(renaming.fingerprint_now(diff.before, finding), &finding);
  for (const Finding& finding : diff.after.findings) {
    if (finding.novelty == Novelty::fresh) diff.fresh.push_back(&finding);
    const auto same = before.find(std::string(finding.fingerprint_text()));
    if (same == before.end()) continue;
    const ChangedFinding change{same->second, &finding};
    if (finding.novelty == Novelty::worsened) {
      diff.worsened.push_back(change);
    } else if (finding.severity < change.before->severity ||
               finding.largest_claim() < change.before->largest_claim()) {
      diff.improved.push_back(change);
    }
  }
  const ByFingerprint after = index(diff.after.findings);
  const ByFingerprint waived = index(diff.after.waived);
  const Outcomes outcomes(diff.after);
  for (const Finding& finding : diff.before.findings) {
    const std::string now = renaming.fingerprint_now(diff.before, finding);
    if (after.contains(now)) continue;
    const Ending ending = waived.contains(now) ? Ending::waived
                                               : outcomes.ending_of(renaming.now(finding.entity),
                                                                    diff.before.rules[finding.rule].id);
    diff.ended.push_back({&finding, ending});
  }
}

std::string named(const EntityRef& entity) {
  return entity.id.empty() ? fmt::format("the {}", name(entity.kind))
                           : fmt::format("{} {}", name(entity.kind), entity.id);
}

// Findings that nobody can decide any more, whatever was taken away for it.
void add_undecided(ReportDiff& diff) {
  for (const EndedFinding& ended : diff.ended) {
    if (ended.ending != Ending::undecided) continue;
    diff.lost_evidence->push_back(fmt::format("{} for {} can no longer be decided",
                                              diff.before.rules[ended.before->rule].id,
                                              named(ended.before->entity)));
  }
}

std::string_view category_of(const AuditReport& report, std::string_view tool) {
  const ToolRow* const row = report.tool(tool);
  return row == nullptr ? std::string_view() : row->category;
}

// Of each entity that something is listed of, up to the colon.
std::set<std::string, std::less<>> entities_in(const std::vector<std::string>& lines) {
  std::set<std::string, std::less<>> entities;
  for (const std::string& line : lines) entities.insert(line.substr(0, line.find(':')));
  return entities;
}

bool has_other_category(const ReportDiff& diff, std::string_view then, std::string_view now) {
  const std::string_view category = category_of(diff.before, then);
  return !category.empty() && category != category_of(diff.after, now);
}

// What was taken from the evidence on which entities, before endings are told.
class Weakening {
 public:
  Weakening(const ReportDiff& diff, const Pairing& pairing)
      : pairing_(pairing), entities_(entities_in(*diff.lost_evidence)) {}

  void add(std::string entity) { entities_.insert(std::move(entity)); }

  // Of the entity itself; or of others while nothing of its own explains why it is better off.
  bool touches(const EntityRef& entity) const {
    if (entities_.contains(named(entity))) return true;
    return !entities_.empty() &&
           (entity.kind == EntityKind::organisation || pairing_.is_unchanged(entity.kind, entity.id));
  }

 private:
  const Pairing& pairing_;
  std::set<std::string, std::less<>> entities_;
};

// A verdict does not get better by saying less: what holds now is fixed only where nothing was weakened, and
// a lower severity is no improvement then.
void tell_weakened(ReportDiff& diff, const Pairing& pairing) {
  Weakening weakening(diff, pairing);
  for (const EndedFinding& ended : diff.ended) {
    const EntityRef& entity = ended.before->entity;
    const bool is_tool = entity.kind == EntityKind::tool;
    if (is_tool && has_other_category(diff, entity.id, pairing.id_now(entity.kind, entity.id)))
      weakening.add(named(entity));
  }
  for (EndedFinding& ended : diff.ended) {
    if (ended.ending == Ending::fixed && weakening.touches(ended.before->entity))
      ended.ending = Ending::weakened;
  }
  std::erase_if(diff.improved, [&](const ChangedFinding& change) {
    const EntityRef& entity = change.before->entity;
    if (change.after->severity >= change.before->severity || !weakening.touches(entity)) return false;
    diff.lost_evidence->push_back(fmt::format("{}: {} is {} instead of {}, and its evidence was weakened",
                                              named(entity), diff.before.rules[change.before->rule].id,
                                              name(change.after->severity), name(change.before->severity)));
    return true;
  });
}

// Whether something found ended or got less severe at the entity, or at what all entities bear on.
bool got_better(const ReportDiff& diff, const Pairing& pairing, const UnprovenClaim& claim) {
  const auto is_of_it = [&](const Finding& finding) {
    const EntityRef& entity = finding.entity;
    return entity.kind == EntityKind::organisation || entity.kind == EntityKind::budget ||
           (entity.kind == claim.kind && pairing.id_now(entity.kind, entity.id) == claim.id);
  };
  return std::ranges::any_of(diff.ended, [&](const EndedFinding& one) { return is_of_it(*one.before); }) ||
         std::ranges::any_of(diff.improved, [&](const ChangedFinding& one) {
           return one.after->severity < one.before->severity && is_of_it(*one.before);
         });
}

// What holds only by words that nothing shows is not fixed either.
void tell_claims(ReportDiff& diff, const Pairing& pairing) {
  std::vector<UnprovenClaim> all = unproven_claims(pairing, diff.before.as_of);
  std::erase_if(all, [&](const UnprovenClaim& claim) {
    return claim.only_if_it_helps && !got_better(diff, pairing, claim);
  });
  diff.unproven_claims.emplace();
  std::set<std::tuple<EntityKind, std::string_view, std::string_view>>
      ends;  // of an entity what was found at a field
  for (const UnprovenClaim& claim : all) {
    diff.unproven_claims->push_back(claim.line);
    for (const std::string_view field : claim.fields) ends.emplace(claim.kind, claim.id, field);
  }
  for (EndedFinding& ended : diff.ended) {
    const EntityRef& entity = ended.before->entity;
    const std::string_view at = diff.before.rules[ended.before->rule].at;
    if (ended.ending == Ending::fixed &&
        ends.contains({entity.kind, pairing.id_now(entity.kind, entity.id), at}))
      ended.ending = Ending::claimed;
  }
}

// Rules that look no more at what they found fault with: a line for each entity of which nothing is listed
// yet.
void add_out_of_reach(ReportDiff& diff) {
  const auto listed = entities_in(*diff.lost_evidence);
  std::map<std::string, std::set<std::string_view>> rules;
  for (const EndedFinding& ended : diff.ended) {
    if (ended.ending != Ending::inapplicable) continue;
    const std::string entity = named(ended.before->entity);
    if (!listed.contains(entity)) rules[entity].insert(diff.before.rules[ended.before->rule].id);
  }
  for (const auto& [entity, of_it] : rules)
    diff.lost_evidence->push_back(fmt::format("{}: no longer checked by {}", entity, fmt::join(of_it, ", ")));
}

std::vector<std::string> lines_only_in(std::vector<std::string> these, std::vector<std::string> others) {
  std::ranges::sort(these);
  std::ranges::sort(others);
  std::vector<std::string> lines;
  std::ranges::set_difference(these, others, std::back_inserter(lines));
  return lines;
}

// Against a policy all settings that are laxer count, whoever set them and wherever else they hold, too:
// options of the command line hold on both sides. What the inventory itself excuses counts where it is new.
std::vector<std::string> newly_loosened(const AuditReport& before, const AuditReport& after,
                                        const AuditOptions& options) {
  if (!options.policy) return lines_only_in(after.loosened, before.loosened);
  const auto exceptions = after.loosened.begin() + static_cast<std::ptrdiff_t>(after.loosened_settings);
  std::vector<std::string> lines(after.loosened.begin(), exceptions);
  const auto fresh = lines_only_in({exceptions, after.loosened.end()}, before.loosened);
  lines.insert(lines.end(), fresh.begin(), fresh.end());
  return lines;
}

}  // namespace

std::optional<ReportDiff> diff(DiffSide before, DiffSide after, const GateOptions& gate,
                               Diagnostics& diagnostics) {
  ReportDiff diff;
  diff.gap = split_gap(before, after);
  std::optional<Pairing> pairing;  // where both inventories are at hand
  if (before.report.inventory && after.report.inventory)
    pairing.emplace(*before.report.inventory, *after.report.inventory);
  if (pairing) diff.lost_evidence = lost_evidence(*pairing, after.report.as_of);
  diff.loosened = newly_loosened(before.report, after.report, after.options);
  diff.tightened = lines_only_in(before.report.loosened, after.report.loosened);
  diff.before_name = std::move(before.name);
  diff.after_name = std::move(after.name);
  diff.before = std::move(before.report);
  diff.after = std::move(after.report);
  diff.comparable = diff.before.score.comparable_key == diff.after.score.comparable_key;

  const Renaming renaming(pairing);
  Diagnostics of_entries;  // that match no finding: what was fixed
  diff.after.baseline = compare_with_baseline(known_before(diff, renaming), diff.after.currency,
                                              diff.after.findings, diff.after.waived, of_entries);
  if (of_entries.has_errors()) {
    diagnostics.error({}, std::string(of_entries.all().front().message));
    return std::nullopt;
  }
  compare_findings(diff, renaming);
  if (pairing) {
    tell_weakened(diff, *pairing);
    add_undecided(diff);
    add_out_of_reach(diff);
    tell_claims(diff, *pairing);
  }
  diff.after.gate = evaluate(gate, {diff.after.score, diff.after.money, diff.after.findings,
                                    diff.loosened.size(), diff.lost_evidence ? diff.lost_evidence->size() : 0,
                                    diff.unproven_claims ? diff.unproven_claims->size() : 0});
  return diff;
}

}  // namespace martech_audit

#include "saved/report_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace martech_audit::saved {
namespace {

constexpr std::array<std::string_view, 14> reason_codes = {
    "fail_on",          "fail_on_new",           "max_gap",        "max_proven_gap",   "max_practice_gap",
    "max_money_gap",    "max_gap_points",        "max_waste",      "max_proven_waste", "min_evidence",
    "fail_on_loosened", "fail_on_lost_evidence", "fail_on_claims", "nothing_judged"};

// A member that may be missing, of what may be no object.
Node member(Node object, std::string_view key) {
  return object && object.is_mapping() ? object.find(key) : Node();
}

// Of the items that are nodes of a list and rows of the report alike.
template <class Rows, class Check>
void for_each_pair(Node list, const Rows& rows, Check check) {
  if (!list || !list.is_sequence()) return;
  auto row = rows.begin();
  for (const Node item : list) {
    if (row == rows.end()) return;
    check(item, *row++);
  }
}

}  // namespace

void ReportReader::read(Node root) {
  rules_ = index_of(member(root, "rules"), "id");
  tools_ = index_of(member(root, "tools"), "id");
  kpis_ = index_of(member(root, "kpis"), "id");
  findings_ = index_of(member(root, "findings"), "fingerprint");
  check_model(root);
  report::Signed report{report_};
  reader_.object(root, report);
  check_rules(root);
  check_passed(root);
  check_waivers(member(root, "findings"), report_.findings, false);
  check_waivers(member(root, "waived"), report_.waived, true);
  check_tools(root);
  settle_places(root);
}

ReportReader::Index ReportReader::index_of(Node list, std::string_view key) {
  Index index;
  if (!list || !list.is_sequence()) return index;
  std::uint32_t number = 0;
  for (const Node item : list) {
    const Node name = member(item, key);
    if (name && name.is_scalar()) index.emplace(name.text(), number);
    ++number;
  }
  return index;
}

std::uint32_t ReportReader::look_up(Node name, const Index& index) const {
  if (!name.is_scalar()) {
    reader_.wrong(name, "text");
    return 0;
  }
  const auto found = index.find(name.text());
  if (found != index.end()) return found->second;
  reader_.diagnostics().error(name.where(), "the report has no such entry");
  return 0;
}

const Waiver* ReportReader::waiver(Reader& from, Node node) {
  Waiver& waiver = memory_.waivers.emplace_back();
  place_ = {};
  from.object(node, waiver);
  if (!place_.path.empty()) places_.add(place_, waiver.where);
  return &waiver;
}

const EntityRef* ReportReader::entity(Reader& from, Node node) {
  EntityRef entity;
  from.object(node, entity);
  return memory_.arena.copy(entity);
}

std::span<const EvidenceGap::Field> ReportReader::field_members(
    const EvidenceGap& gap, std::span<const report::FieldMember> members) {
  std::vector<EvidenceGap::Field> fields;
  for (const report::FieldMember& member : members) {
    const bool own = member.entity.kind == gap.entity.kind && member.entity.id == gap.entity.id;
    fields.push_back({own ? nullptr : memory_.arena.copy(member.entity), member.path, member.outdated});
  }
  return memory_.arena.copy(std::span<const EvidenceGap::Field>(fields));
}

void ReportReader::finish(Node node, Place& place) {
  place.byte = static_cast<std::uint32_t>(byte_of(place.snippet, place.column));
  const bool is_place = place.line > 0 && place.column > 0 && place.end_column >= place.column;
  if (!is_place) reader_.wrong(node, "a place in a file, its lines and columns counted from 1");
}

void ReportReader::finish(Node node, Roster& roster) {
  if (!std::ranges::is_sorted(roster.ids)) reader_.wrong(node, "ids in their order");
}

void ReportReader::finish(Node node, Gate::Reason& reason) {
  if (std::ranges::find(reason_codes, reason.code) == reason_codes.end())
    reader_.wrong(node, "a limit that this version knows");
}

void ReportReader::finish(Node, Rule&) { of_rules_.push_back(std::exchange(place_, {})); }
void ReportReader::finish(Node, Diagnostic&) { of_diagnostics_.push_back(std::exchange(place_, {})); }

void ReportReader::finish(Node node, Finding& finding) {
  finding.entity_index = rank(finding.entity, node);
  check_scope(finding.rule, finding.entity, node);
  if (finding.waiver == nullptr) return;
  Waiver& waiver = memory_.waivers.back();
  const bool is_rule = finding.rule < report_.rules.size();
  const auto kept = [&](std::string_view text) { return memory_.arena.copy(text); };
  waiver.rule = is_rule ? kept(report_.rules[finding.rule].id) : std::string_view();
  waiver.entity = name(finding.entity.kind);
  if (!finding.entity.id.empty())
    waiver.entity = kept(fmt::format("{}/{}", waiver.entity, finding.entity.id));
}

void ReportReader::finish(Node node, Decision& decision) {
  const auto is_own = [&](std::uint32_t finding) {
    return std::ranges::find(decision.findings, finding) != decision.findings.end();
  };
  const bool holds = decision.findings.size() > decision.if_it_stays.size() &&
                     std::ranges::all_of(decision.if_it_stays, is_own);
  if (!holds) reader_.wrong(node, "a decision with findings, some of which may count only if the tool stays");
}

void ReportReader::finish(Node node, EvidenceGap& gap) {
  gap.entity_index = rank(gap.entity, node);
  // A rule whose list is not declared is undecided at the organisation.
  if (gap.entity.kind != EntityKind::organisation) check_scope(gap.rule, gap.entity, node);
}

void ReportReader::check_model(Node root) const {
  const Node score = member(root, "score");
  const Node model = member(score, "model");
  if (!model || !model.is_scalar() || model.text() == score_model) return;
  reader_.diagnostics().error(
      score.where(),
      fmt::format("the report was scored with model '{}', this version uses '{}'", model.text(), score_model),
      "use the version that wrote it");
}

void ReportReader::check_rules(Node root) const {
  for_each_pair(member(root, "rules"), report_.rules, [&](Node node, const Rule& rule) {
    const auto first = rules_.find(rule.id);
    const bool is_first = first == rules_.end() || &report_.rules[first->second] == &rule;
    if (!is_first) reader_.wrong(node, "each rule once");
  });
}

// Places of a list, each span after the one before it.
void ReportReader::check_passed(Node root) const {
  const Node scores = member(member(root, "score"), "rules");
  for_each_pair(scores, report_.score.rules, [&](Node node, const RuleScore& score) {
    const Roster* judged =
        score.rule < report_.rules.size() ? roster(report_.rules[score.rule].scope) : nullptr;
    const std::size_t entities = judged == nullptr ? 0 : judged->ids.size();
    std::uint32_t least = 0;
    for_each_pair(member(node, "passed"), score.passed, [&](Node item, const RankSpan& span) {
      if (span.first < least || span.last < span.first || span.last >= entities)
        reader_.wrong(item, "two places among 'entities', the first and the last of those that passed");
      least = span.last + 1;
    });
  });
}

void ReportReader::check_waivers(Node list, const std::vector<Finding>& findings, bool are_waived) const {
  for_each_pair(list, findings, [&](Node node, const Finding& finding) {
    const bool is_waived = finding.waiver != nullptr;
    const Node written = member(node, "waived");
    if (written && is_waived != are_waived) reader_.wrong(written, are_waived ? "an object" : "null");
  });
}

// Findings count their tools as the table does.
void ReportReader::check_tools(Node root) const {
  const Roster* judged = roster(EntityKind::tool);
  const bool same = judged == nullptr || std::ranges::equal(judged->ids, report_.tools, {}, {},
                                                            [](const ToolRow& row) { return row.tool.id; });
  const Node tools = member(root, "tools");
  if (!same && tools) reader_.wrong(tools, "the tools of its 'entities', in their order");
}

void ReportReader::settle_places(Node root) {
  for (std::size_t i = 0; i < std::min(of_rules_.size(), report_.rules.size()); ++i) {
    if (!of_rules_[i].path.empty()) places_.add(of_rules_[i], report_.rules[i].where);
  }
  for (std::size_t i = 0; i < std::min(of_diagnostics_.size(), report_.diagnostics.size()); ++i) {
    if (!of_diagnostics_[i].path.empty()) places_.add(of_diagnostics_[i], report_.diagnostics[i].where);
  }
  if (!places_.fit()) {
    reader_.diagnostics().error(root.where(), "the quoted lines are past the end of any file");
  } else if (!reader_.diagnostics().has_errors()) {
    memory_.sources = places_.settle();
  }
}

void ReportReader::check_scope(std::uint32_t rule, const EntityRef& entity, Node node) const {
  const bool fits = rule < report_.rules.size() && report_.rules[rule].scope == entity.kind;
  if (!fits) reader_.wrong(node, "an entity of the kind that its rule is put to");
}

const Roster* ReportReader::roster(EntityKind kind) const {
  const auto found = std::ranges::find(report_.rosters, kind, &Roster::kind);
  return found == report_.rosters.end() ? nullptr : &*found;
}

std::uint32_t ReportReader::rank(const EntityRef& entity, Node node) const {
  if (entity.kind == EntityKind::organisation) return 0;
  const Roster* of_kind = roster(entity.kind);
  if (of_kind != nullptr) {
    const auto at = std::ranges::lower_bound(of_kind->ids, entity.id);
    if (at != of_kind->ids.end() && *at == entity.id)
      return static_cast<std::uint32_t>(at - of_kind->ids.begin());
  }
  reader_.wrong(node, "an entity that is among its 'entities'");
  return 0;
}

}  // namespace martech_audit::saved

#include "saved/report_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/json_schema.h"

namespace martech_audit::saved {
namespace {

std::vector<std::string> strings(const Fields& item, std::string_view key) {
  const std::vector<std::string_view> texts = item.texts(key);
  return {texts.begin(), texts.end()};
}

std::string string(const Fields& item, std::string_view key) { return std::string(item.text(key)); }
std::string string_or_empty(const Fields& item, std::string_view key) {
  return std::string(item.text_or_empty(key));
}

// An enumeration whose names go only one way.
std::optional<DiagnosticLevel> level(std::string_view word) {
  for (const DiagnosticLevel known :
       {DiagnosticLevel::error, DiagnosticLevel::warning, DiagnosticLevel::note}) {
    if (name(known) == word) return known;
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 9> reason_codes = {
    "fail_on",          "fail_on_new",           "max_gap",
    "max_proven_gap",   "max_gap_points",        "max_waste",
    "fail_on_loosened", "fail_on_lost_evidence", "nothing_judged"};

}  // namespace

void ReportReader::read(const Fields& root) {
  read_origin(root);
  read_rules(root);
  read_score(root.object("score"));
  read_gate(root.object("gate"));
  if (!root.is_null("baseline")) {
    const Fields item = root.object("baseline");
    report_.baseline = BaselineUse{string(item, "path"), item.count("known"), item.count("new"),
                                   item.count("worsened"), item.count("stale")};
  }
  read_findings(root);
  read_evidence(root);
  read_tables(root);
  check_tools(root);
  read_summary(root.object("summary"));
  read_strategy(root);
  read_remarks(root);
  if (!places_.fit()) {
    diagnostics_.error(root.node().where(), "the lines that the report quotes stand beyond any file's end");
  } else if (!diagnostics_.has_errors()) {
    memory_.sources = places_.settle();
  }
}

void ReportReader::read_origin(const Fields& root) {
  report_.tool_version = string(root.object("tool"), "version");
  report_.as_of = root.date("as_of");
  report_.organisation = root.text("organisation");
  report_.currency = root.word("currency", Currency::parse);
  root.each_object("inputs", [&](const Fields& item) {
    report_.inputs.push_back({string(item, "path"), string(item, "sha256")});
  });
  root.each_object("rule_packs", [&](const Fields& item) {
    report_.packs.push_back({string(item, "id"), string(item, "version"), string(item, "sha256")});
  });
  root.each_object("benchmarks", [&](const Fields& item) {
    report_.benchmarks.push_back({string(item, "edition"), string(item, "sha256")});
  });
  root.each_object("parameters", [&](const Fields& item) {
    report_.params.push_back({string(item, "pack"), string(item, "name"), string(item, "value"),
                              string_or_empty(item, "category")});
  });
  if (!root.is_null("policy")) {
    const Fields item = root.object("policy");
    report_.policy = InputFile{string(item, "path"), string(item, "sha256")};
  }
  read_settings(root.object("settings"));
  root.each_object("entities", [&](const Fields& item) {
    report_.rosters.push_back({item.word("kind", entity_kind), item.texts("ids")});
    if (!std::ranges::is_sorted(report_.rosters.back().ids)) item.wrong(item.node(), "ids in their order");
  });
}

void ReportReader::read_settings(const Fields& settings) {
  settings.each_object("rules", [&](const Fields& item) {
    RuleSetting setting{string(item, "rule"), {}, {}, {}, {}};
    if (!item.is_null("enabled")) setting.enabled = item.boolean("enabled");
    if (!item.is_null("severity")) setting.severity = item.word("severity", severity);
    if (!item.is_null("weight")) setting.weight = static_cast<int>(item.integer("weight"));
    report_.rule_settings.push_back(std::move(setting));
  });
  settings.each_object("parameters", [&](const Fields& item) {
    report_.param_settings.push_back({string(item, "pack"),
                                      string(item, "name"),
                                      string(item, "value"),
                                      string_or_empty(item, "category"),
                                      {}});
  });
}

void ReportReader::read_rules(const Fields& root) {
  std::vector<Place> places;
  root.each_object("rules", [&](const Fields& item) {
    report_.rules.push_back(rule(item, places.emplace_back()));
    if (!rules_.emplace(item.text("id"), static_cast<std::uint32_t>(rules_.size())).second)
      item.wrong(item.node(), "each rule once");
  });
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i].path.empty()) places_.add(places[i], report_.rules[i].where);
  }
}

Rule ReportReader::rule(const Fields& item, Place& where) {
  Rule rule;
  rule.id = string(item, "id");
  rule.pack = string(item, "pack");
  rule.title = string(item, "title");
  rule.dimension = string(item, "dimension");
  rule.scope = item.word("for", entity_kind);
  rule.severity = item.word("severity", severity);
  rule.effort = item.word("effort", effort);
  rule.weight = static_cast<int>(item.integer("weight"));
  rule.optional = item.boolean("optional");
  rule.when = string_or_empty(item, "when");
  item.each_object("variables", [&](const Fields& variable) {
    rule.variables.emplace_back(variable.text("name"), variable.text("expression"));
  });
  rule.condition = string(item, "assert");
  rule.degree = string_or_empty(item, "degree");
  item.each_object("severity_when", [&](const Fields& step) {
    rule.severity_when.emplace_back(step.word("severity", severity), step.text("condition"));
  });
  item.each_object("money", [&](const Fields& amount) {
    rule.money.push_back({amount.word("class", money_class), string(amount, "amount"),
                          string_or_empty(amount, "actionable_from")});
  });
  rule.explained_by = strings(item, "explained_by");
  rule.at = string_or_empty(item, "at");
  rule.message = string(item, "message");
  rule.why = string(item, "why");
  rule.fix = string(item, "fix");
  rule.origin = string_or_empty(item, "origin");
  rule.references = strings(item, "references");
  rule.since = string_or_empty(item, "since");
  rule.former_ids = strings(item, "former_ids");
  where = place(item, "location");
  return rule;
}

void ReportReader::read_score(const Fields& score) {
  if (score.node() && score.text("model") != score_model) {
    diagnostics_.error(score.node().where(),
                       fmt::format("the report was scored by model '{}', this version scores by '{}'",
                                   score.text("model"), score_model),
                       "read it with the version that wrote it");
  }
  Score& read = report_.score;
  read.proven = score.points("proven");
  read.unproven = score.points("unproven");
  read.exposure = score.points("exposure");
  read.gap_points = score.billionths("gap_points");
  const Fields evidence = score.object("evidence");
  read.judged = static_cast<std::uint64_t>(evidence.integer("judged"));
  read.decided = static_cast<std::uint64_t>(evidence.integer("decided"));
  read.comparable_key = string(score, "comparable_key");
  score.each_object("dimensions", [&](const Fields& item) {
    read.dimensions.push_back({item.text("dimension"), item.count("rules"), item.points("exposure"),
                               item.points("proven"), item.points("unproven")});
  });
  score.each_object("rules", [&](const Fields& item) { read_rule_score(item); });
}

void ReportReader::read_rule_score(const Fields& row) {
  RuleScore score{.rule = rule_of(row),
                  .entities = row.count("entities"),
                  .gaps = row.count("gaps"),
                  .unknowns = row.count("unknowns"),
                  .exposure = row.points("exposure"),
                  .proven = row.points("proven"),
                  .unproven = row.points("unproven")};
  const Roster* judged =
      score.rule < report_.rules.size() ? roster(report_.rules[score.rule].scope) : nullptr;
  const std::size_t entities = judged == nullptr ? 0 : judged->ids.size();
  row.each("passed", [&](Node item) {
    std::vector<std::uint32_t> ends;
    if (item.is_sequence()) {
      for (const Node end : item) {
        const auto value = end.is_scalar() ? parse_billionths(end.text()) : std::nullopt;
        if (value && *value >= 0 && *value % points_per_point == 0)
          ends.push_back(static_cast<std::uint32_t>(*value / points_per_point));
      }
    }
    const std::uint32_t least = score.passed.empty() ? 0 : score.passed.back().last + 1;
    if (ends.size() != 2 || ends[0] < least || ends[1] < ends[0] || ends[1] >= entities)
      return row.wrong(item, "two places among 'entities', the first and the last of those that passed");
    score.passed.push_back({ends[0], ends[1]});
  });
  report_.score.rules.push_back(std::move(score));
}

void ReportReader::read_gate(const Fields& gate) {
  report_.gate.passed = gate.boolean("passed");
  report_.gate.exit_code = static_cast<int>(gate.integer("exit_code"));
  gate.each_object("reasons", [&](const Fields& item) {
    report_.gate.reasons.push_back({item.text("code"), string(item, "threshold"), string(item, "actual")});
    if (std::ranges::find(reason_codes, item.text("code")) == reason_codes.end())
      item.wrong(item.node(), "a limit that this version knows");
  });
  const Fields limits = gate.object("limits");
  GateOptions& options = report_.gate.limits;
  options.fail_on =
      limits.is_null("fail_on") ? std::nullopt : std::optional(limits.word("fail_on", severity));
  options.fail_on_new = limits.boolean("fail_on_new");
  options.max_gap = limits.real_or_none("max_gap");
  options.max_proven_gap = limits.real_or_none("max_proven_gap");
  options.max_gap_points = limits.real_or_none("max_gap_points");
  options.max_waste = limits.real_or_none("max_waste");
  options.fail_on_loosened = limits.boolean("fail_on_loosened");
  options.fail_on_lost_evidence = limits.boolean("fail_on_lost_evidence");
  options.exit_zero = limits.boolean("exit_zero");
}

void ReportReader::read_findings(const Fields& root) {
  std::unordered_map<std::string_view, std::uint32_t> by_fingerprint;
  root.each_object("findings", [&](const Fields& item) {
    by_fingerprint.emplace(item.text("fingerprint"), static_cast<std::uint32_t>(report_.findings.size()));
    keep(report_.findings, finding(item));
  });
  root.each_object("waived", [&](const Fields& item) {
    Finding waived = finding(item);
    waived.waiver = waiver(item, waived);
    keep(report_.waived, std::move(waived));
  });
  root.each_object("first", [&](const Fields& item) {
    report_.first.push_back({look_up(item, "finding", by_fingerprint), item.real("value")});
  });
}

Finding ReportReader::finding(const Fields& item) {
  Finding finding;
  finding.rule = rule_of(item);
  finding.severity = item.word("severity", severity);
  const std::int64_t degree = item.billionths("degree");
  if (degree < 0 || degree > full_degree) item.wrong(item.node(), "a degree from 0 to 1");
  finding.degree = static_cast<Degree>(std::clamp<std::int64_t>(degree, 0, full_degree));
  finding.points = item.points("points");
  finding.entity = entity(item, "entity");
  finding.entity_index = rank(finding.entity, item);
  check_scope(finding.rule, finding.entity, item);
  finding.message = item.text("message");
  item.each_object("money", [&](const Fields& amount) { finding.claims.push_back(claim(amount)); });
  finding.place = place(item, "location");
  const std::string_view fingerprint = item.text("fingerprint");
  if (fingerprint.size() != finding.fingerprint.size()) {
    item.wrong(item.node(), "a fingerprint of 32 digits");
  } else {
    std::ranges::copy(fingerprint, finding.fingerprint.begin());
  }
  finding.explained_by = item.text_or_empty("explained_by");
  if (!item.is_null("baseline")) finding.novelty = item.word("baseline", novelty);
  return finding;
}

Claim ReportReader::claim(const Fields& item) {
  return {item.word("class", money_class), item.money("claimed"), item.money("allocated"),
          item.date_or_none("actionable_from")};
}

const Waiver* ReportReader::waiver(const Fields& finding, const Finding& about) {
  const Fields item = finding.object("waived");
  Waiver& waiver = memory_.waivers.emplace_back();
  waiver.rule = about.rule < report_.rules.size() ? report_.rules[about.rule].id : "";
  waiver.entity = about.entity.id.empty() ? std::string(name(about.entity.kind))
                                          : fmt::format("{}/{}", name(about.entity.kind), about.entity.id);
  waiver.reason = string(item, "reason");
  waiver.owner = string(item, "owner");
  waiver.expires = item.date("expires");
  waiver.created = item.date_or_none("created");
  waiver.approved_by = string_or_empty(item, "approved_by");
  waiver.ticket = string_or_empty(item, "ticket");
  const Place where = place(item, "location");
  if (!where.path.empty()) places_.add(where, waiver.where);
  return &waiver;
}

EntityRef ReportReader::entity(const Fields& item) {
  return {item.word("kind", entity_kind), item.text_or_empty("id"), item.text_or_empty("name")};
}

Place ReportReader::place(const Fields& owner, std::string_view key) {
  if (owner.is_null(key)) return {};
  const Fields item = owner.object(key);
  Place place{item.text("path"),
              item.count("line"),
              item.count("column"),
              item.count("end_column"),
              0,
              item.text_or_empty("pointer"),
              item.text_or_empty("snippet")};
  place.byte = static_cast<std::uint32_t>(byte_of(place.snippet, place.column));
  const bool is_place = place.line > 0 && place.column > 0 && place.end_column >= place.column;
  if (!is_place) item.wrong(item.node(), "a place in a file, its lines and columns counted from 1");
  return place;
}

void ReportReader::read_evidence(const Fields& root) {
  root.each_object("evidence_missing", [&](const Fields& item) {
    EvidenceGap gap;
    gap.rule = rule_of(item);
    gap.entity = entity(item, "entity");
    gap.entity_index = rank(gap.entity, item);
    // A rule whose list is not declared is undecided at the organisation.
    if (gap.entity.kind != EntityKind::organisation) check_scope(gap.rule, gap.entity, item);
    gap.points = item.points("points");
    std::vector<EvidenceGap::Field> fields;
    item.each_object("fields", [&](const Fields& field) {
      const EntityRef whose = entity(field, "entity");
      const bool own = whose.kind == gap.entity.kind && whose.id == gap.entity.id;
      fields.push_back(
          {own ? nullptr : memory_.arena.copy(whose), field.text("path"), field.date_or_none("outdated")});
    });
    gap.fields = memory_.arena.copy(std::span<const EvidenceGap::Field>(fields));
    keep(report_.evidence_missing, gap);
  });
}

void ReportReader::read_remarks(const Fields& root) {
  report_.loosened = strings(root, "loosened");
  std::vector<Place> places;
  const Fields left_out = root.object("diagnostics_left_out");
  report_.diagnostics_left_out = {left_out.count("warnings"), left_out.count("notes")};
  root.each_object("diagnostics", [&](const Fields& item) {
    report_.diagnostics.push_back(
        {item.word("level", level), {}, string(item, "message"), string_or_empty(item, "hint")});
    places.push_back(place(item, "location"));
  });
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i].path.empty()) places_.add(places[i], report_.diagnostics[i].where);
  }
}

std::uint32_t ReportReader::look_up(const Fields& item, std::string_view key, const Index& index) {
  item.text(key);  // reports what is no text
  const Node name = item.node() ? item.node().find(key) : Node();
  return name && name.is_scalar() ? look_up(name, index) : 0;
}

std::uint32_t ReportReader::look_up(Node name, const Index& index) {
  const auto found = index.find(name.text());
  if (found != index.end()) return found->second;
  diagnostics_.error(name.where(), "the report tells nothing else of what is named here");
  return 0;
}

std::vector<std::uint32_t> ReportReader::look_up_all(const Fields& item, std::string_view key,
                                                     const Index& index) {
  std::vector<std::uint32_t> places;
  item.each(key, [&](Node name) { places.push_back(look_up(name, index)); });
  return places;
}

void ReportReader::check_scope(std::uint32_t rule, const EntityRef& entity, const Fields& item) const {
  const bool fits = rule < report_.rules.size() && report_.rules[rule].scope == entity.kind;
  if (!fits) item.wrong(item.node(), "an entity of the kind that its rule is put to");
}

// Findings count their tools as the table does.
void ReportReader::check_tools(const Fields& root) const {
  const Roster* judged = roster(EntityKind::tool);
  const bool same = judged == nullptr || std::ranges::equal(judged->ids, report_.tools, {}, {},
                                                            [](const ToolRow& row) { return row.tool.id; });
  if (!same) root.wrong(root.node().find("tools"), "the tools of its 'entities', in their order");
}

const Roster* ReportReader::roster(EntityKind kind) const {
  const auto found = std::ranges::find(report_.rosters, kind, &Roster::kind);
  return found == report_.rosters.end() ? nullptr : &*found;
}

std::uint32_t ReportReader::rank(const EntityRef& entity, const Fields& item) const {
  if (entity.kind == EntityKind::organisation) return 0;
  const Roster* of_kind = roster(entity.kind);
  if (of_kind != nullptr) {
    const auto at = std::ranges::lower_bound(of_kind->ids, entity.id);
    if (at != of_kind->ids.end() && *at == entity.id)
      return static_cast<std::uint32_t>(at - of_kind->ids.begin());
  }
  item.wrong(item.node(), "an entity that is among its 'entities'");
  return 0;
}

}  // namespace martech_audit::saved

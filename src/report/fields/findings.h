// Findings, what could not be decided, and diagnostics, as a JSON report has them.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/fields/values.h"

namespace martech_audit::report {

struct Fingerprint {
  std::array<char, 32>& digits;
};
// The greater finding's fingerprint; null where there is none.
struct ExplainedBy {
  std::string_view& fingerprint;
};
// Null where there is no baseline.
struct Comparison {
  Novelty& novelty;
};
struct WaiverMember {
  const Waiver*& waiver;
};

// Of a spend claim: money of waste, where null is all there is; else a share of what earlier claims leave.
struct ClaimedSpend {
  const SpendClaim& claim;
  std::int64_t& much;
};

// Null where there is none.
struct EntityMember {
  const EntityRef*& entity;
};
struct FieldMembers {
  EvidenceGap& gap;
};
// One of them as it is written.
struct FieldMember {
  EntityRef entity;
  std::string_view path;
  std::optional<Date> outdated;
};

}  // namespace martech_audit::report

namespace martech_audit::record {

template <>
inline constexpr auto words_of<DiagnosticLevel> =
    std::array{DiagnosticLevel::error, DiagnosticLevel::warning, DiagnosticLevel::note};
template <>
inline constexpr auto words_of<Novelty> = std::array{Novelty::known, Novelty::fresh, Novelty::worsened};

struct FingerprintForm {
  static constexpr const char* type = "string";
  static void limits(auto& schema) { Form<Hex<32, std::string>>::limits(schema); }
};
template <>
struct Form<report::Fingerprint> : FingerprintForm {
  static void write(auto& to, const report::Fingerprint& of) {
    to.json().string({of.digits.data(), of.digits.size()});
  }
  static void read(auto& from, const auto& node, const report::Fingerprint& of) {
    const std::string_view text = from.text(node);
    if (text.size() != of.digits.size()) return from.wrong(node, "a fingerprint of 32 digits");
    std::ranges::copy(text, of.digits.begin());
  }
};
template <>
struct Form<report::ExplainedBy> {
  static void write(auto& to, const report::ExplainedBy& of) {
    Form<OrNull<std::string_view>>::write(to, {of.fingerprint});
  }
  static void read(auto& from, const auto& node, const report::ExplainedBy& of) {
    Form<OrNull<std::string_view>>::read(from, node, {of.fingerprint});
  }
  static void describe(auto& schema) {
    schema.any_of_null([&] { schema.template form<Hex<32, std::string>>(); });
  }
};

template <>
struct Form<report::Comparison> {
  static void write(auto& to, const report::Comparison& of) {
    of.novelty == Novelty::uncompared ? to.json().null() : to.json().string(name(of.novelty));
  }
  static void read(auto& from, const auto& node, const report::Comparison& of) {
    if (!node.is_null()) Form<Novelty>::read(from, node, of.novelty);
  }
  static void describe(auto& schema) { schema.template or_null<Novelty>(); }
};

template <>
inline constexpr std::string_view named<Claim> = "claim";
template <>
struct Fields<Claim> {
  template <class V>
  static void of(V& visit, Claim& claim) {
    visit("class", claim.money_class, "never added across classes");
    visit("claimed", claim.claimed);
    visit("possible", claim.possible, "at most this, if what is not known speaks against the entity");
    visit("allocated", claim.allocated,
          "amount granted by the waterfall, so that no amount counts twice; for class recoverable, only this "
          "is waste");
    visit("actionable_from", claim.actionable_from, "the date by which to act");
  }
};

template <>
struct Form<report::ClaimedSpend> {
  static constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

  static void write(auto& to, const report::ClaimedSpend& of) {
    if (of.claim.part != SpendPart::waste) return to.json().billionths(of.much);
    of.much == everything ? to.json().null() : Form<report::Minor>::write(to, {of.much});
  }
  static void read(auto& from, const auto& node, const report::ClaimedSpend& of) {
    if (of.claim.part == SpendPart::waste) {
      if (node.is_null()) {
        of.much = everything;
      } else {
        Form<report::Minor>::read(from, node, {of.much});
      }
      return;
    }
    from.billionths(node, of.much);
    if (of.much < 0 || of.much > whole_share) from.wrong(node, "a share from 0 to 1");
  }
  static void describe(auto& schema) {
    schema.any_of_null([&] {
      schema.any_of([&] { schema.template form<Money>(); }, [&] { schema.template form<double>(); });
    });
  }
};

template <>
inline constexpr std::string_view named<SpendClaim> = "spend_claim";
template <>
struct Fields<SpendClaim> {
  template <class V>
  static void of(V& visit, SpendClaim& claim) {
    visit("part", claim.part, "of a year's spend: waste, off_strategy, unproven or not_known");
    visit("proven", report::ClaimedSpend{claim, claim.proven},
          "money for waste, otherwise a share of what earlier claims leave");
    visit("possible", report::ClaimedSpend{claim, claim.possible}, "null: all of it");
  }
};

template <>
inline constexpr std::string_view named<Waiver> = "waiver";
template <>
struct Fields<Waiver> {
  template <class V>
  static void of(V& visit, Waiver& waiver) {
    visit("reason", waiver.reason);
    visit("owner", waiver.owner);
    visit("expires", waiver.expires, "the last day of the waiver");
    visit("created", waiver.created);
    visit("approved_by", or_null(waiver.approved_by));
    visit("ticket", or_null(waiver.ticket));
    visit("location", waiver.where);
  }
};
template <>
struct Form<report::WaiverMember> {
  static void write(auto& to, const report::WaiverMember& of) {
    of.waiver == nullptr ? to.json().null() : to.object(*of.waiver, JsonWriter::Layout::inlined);
  }
  static void read(auto& from, const auto& node, const report::WaiverMember& of) {
    if (!node.is_null()) of.waiver = from.context().waiver(from, node);
  }
  static void describe(auto& schema) { schema.template or_null<Waiver>(); }
};

template <>
struct Form<report::EntityMember> {
  static void write(auto& to, const report::EntityMember& of) {
    of.entity == nullptr ? to.json().null() : to.object(*of.entity, JsonWriter::Layout::inlined);
  }
  static void read(auto& from, const auto& node, const report::EntityMember& of) {
    if (!node.is_null()) of.entity = from.context().entity(from, node);
  }
  static void describe(auto& schema) { schema.template or_null<EntityRef>(); }
};

template <>
inline constexpr std::string_view named<Finding> = "finding";
template <>
struct Fields<Finding> {
  template <class V>
  static void of(V& visit, Finding& finding) {
    const auto rule = [&]() -> const Rule& { return report::rule_of(visit, finding.rule); };
    visit("fingerprint", report::Fingerprint{finding.fingerprint},
          "stable: rule and entity, never line, message, money or severity");
    visit("rule", report::RuleName{finding.rule});
    visit.derived("pack", [&] { return std::string_view(rule().pack); });
    visit.derived("dimension", [&] { return std::string_view(rule().dimension); });
    visit("severity", finding.severity);
    visit("entity", finding.entity);
    visit("message", finding.message);
    visit.derived("why", [&] { return std::string_view(rule().why); });
    visit.derived("fix", [&] { return std::string_view(rule().fix); });
    visit.derived("effort", [&] { return rule().effort; });
    visit("points", report::in_points(finding.points),
          "points that leave the gap when only this finding is fixed and its money works");
    visit("money_points", report::in_points(finding.money_points), "of them, from the money half");
    visit("degree", report::DegreeMember{finding.degree}, "how far the rule fails; 1 is completely");
    visit("money", finding.claims);
    visit("spend", finding.spend, "the part of the entity's yearly spend it claims; null if none");
    visit("location", report::PlaceOrNull{finding.place});
    visit("explained_by", report::ExplainedBy{finding.explained_by},
          "fingerprint of the finding on the same entity that explains this one");
    visit("into", report::EntityMember{finding.into},
          "entity that the fix leads to, such as the tool to merge into");
    visit("baseline", report::Comparison{finding.novelty}, "null without a baseline");
    visit("waived", report::WaiverMember{finding.waiver});
  }
};

template <>
struct Fields<report::FieldMember> {
  template <class V>
  static void of(V& visit, report::FieldMember& field) {
    visit("entity", field.entity);
    visit("path", field.path);
    visit("outdated", field.outdated, "date of a measurement that is too old to count");
  }
};
template <>
struct Form<report::FieldMembers> {
  static void write(auto& to, const report::FieldMembers& of) {
    to.json().begin_array();
    for (const EvidenceGap::Field& field : of.gap.fields) {
      to.object(report::FieldMember{of.gap.entity_of(field), field.path, field.outdated},
                JsonWriter::Layout::inlined);
    }
    to.json().end_array();
  }
  static void read(auto& from, const auto& node, const report::FieldMembers& of) {
    std::vector<report::FieldMember> members;
    from.items(node, members);
    of.gap.fields = from.context().field_members(of.gap, members);
  }
  static void describe(auto& schema) { schema.template list_of<report::FieldMember>(); }
};

template <>
inline constexpr std::string_view named<EvidenceGap> = "evidence_gap";
template <>
struct Fields<EvidenceGap> {
  template <class V>
  static void of(V& visit, EvidenceGap& gap) {
    visit("rule", report::RuleName{gap.rule});
    visit("entity", gap.entity);
    visit("points", report::in_points(gap.points), "the unproven points that depend on these fields");
    visit("money_points", report::in_points(gap.money_points), "of them, from the money half");
    visit("spend", gap.spend, "what the rule may claim of the entity's yearly spend; null if nothing");
    visit("fields", report::FieldMembers{gap}, "all of them are needed");
  }
};

template <>
inline constexpr std::string_view named<Diagnostic> = "diagnostic";
template <>
struct Fields<Diagnostic> {
  template <class V>
  static void of(V& visit, Diagnostic& diagnostic) {
    visit("level", diagnostic.level);
    visit("message", diagnostic.message);
    visit("hint", or_null(diagnostic.hint), "what to write instead");
    visit("location", diagnostic.where);
  }
};

template <>
struct Fields<DiagnosticsLeftOut> {
  template <class V>
  static void of(V& visit, DiagnosticsLeftOut& left_out) {
    visit("warnings", left_out.warnings);
    visit("notes", left_out.notes);
  }
};

}  // namespace martech_audit::record

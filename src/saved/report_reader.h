// A JSON report, read into an AuditReport by the same list of fields that it was written by
// (report/fields/report.h), and what must hold between them.
#pragma once

#include <deque>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "martech_audit/report.h"
#include "record/reader.h"
#include "report/fields/report.h"
#include "saved/places.h"

namespace martech_audit::saved {

// What the report keeps alive beside the document.
struct Memory {
  Arena arena;
  std::deque<Waiver> waivers;
  std::vector<SourcePtr> sources;
};

class ReportReader {
 public:
  using Reader = record::Reader<ReportReader>;

  ReportReader(Memory& memory, AuditReport& report, Diagnostics& diagnostics)
      : memory_(memory), report_(report), reader_("report", *this, diagnostics) {}

  void read(Node root);

  // ---- what record::Reader asks
  // ------------------------------------------------------------------------------

  std::uint32_t rule(Node name) { return look_up(name, rules_); }
  std::uint32_t tool(Node name) { return look_up(name, tools_); }
  std::uint32_t kpi(Node name) { return look_up(name, kpis_); }
  std::uint32_t finding(Node name) { return look_up(name, findings_); }

  const Waiver* waiver(Reader& from, Node node);
  const EntityRef* entity(Reader& from, Node node);
  std::span<const EvidenceGap::Field> field_members(const EvidenceGap& gap,
                                                    std::span<const report::FieldMember> members);
  void read_place(const Place& place) { place_ = place; }  // of the struct that is being read

  template <class T>
  void finish(Node, T&) {}
  void finish(Node node, Place& place);
  void finish(Node node, Roster& roster);
  void finish(Node node, Gate::Reason& reason);
  void finish(Node node, Rule& rule);
  void finish(Node node, Finding& finding);
  void finish(Node node, Decision& decision);
  void finish(Node node, EvidenceGap& gap);
  void finish(Node node, Diagnostic& diagnostic);
  void finish(Node, ToolRow& row) { row.tool.kind = EntityKind::tool; }
  void finish(Node, KpiRow& row) { row.kpi.kind = EntityKind::kpi; }
  void finish(Node, ObjectiveRow& row) { row.objective.kind = EntityKind::objective; }
  void finish(Node, TeamRow& row) { row.team.kind = EntityKind::team; }
  void finish(Node, CapabilityRow& row) {
    row.capability = {EntityKind::capability, row.capability.id, row.capability.id};
  }

 private:
  using Index = std::unordered_map<std::string_view, std::uint32_t>;

  // The places of a list's items by their texts at `key`.
  static Index index_of(Node list, std::string_view key);
  std::uint32_t look_up(Node name, const Index& index) const;

  void check_model(Node root) const;
  void check_rules(Node root) const;
  void check_passed(Node root) const;
  void check_waivers(Node list, const std::vector<Finding>& findings, bool are_waived) const;
  void check_tools(Node root) const;
  void settle_places(Node root);

  // The place of the entity in the roster of its kind, where it must be; 0 for the organisation.
  std::uint32_t rank(const EntityRef& entity, Node node) const;
  void check_scope(std::uint32_t rule, const EntityRef& entity, Node node) const;
  const Roster* roster(EntityKind kind) const;

  Memory& memory_;
  AuditReport& report_;
  Reader reader_;
  Index rules_, tools_, kpis_, findings_;
  Place place_;
  std::vector<Place> of_rules_, of_diagnostics_;
  Places places_;
};

}  // namespace martech_audit::saved

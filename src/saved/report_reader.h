// The parts of a JSON report, read into those of an AuditReport, in the order of json.cpp's writer.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "martech_audit/report.h"
#include "saved/fields.h"
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
  ReportReader(Memory& memory, AuditReport& report, Diagnostics& diagnostics)
      : memory_(memory), report_(report), diagnostics_(diagnostics) {}

  void read(const Fields& root);

 private:
  using Index = std::unordered_map<std::string_view, std::uint32_t>;

  void read_origin(const Fields& root);
  void read_settings(const Fields& settings);
  void read_rules(const Fields& root);
  void read_score(const Fields& score);
  void read_rule_score(const Fields& row);
  void read_gate(const Fields& gate);
  void read_summary(const Fields& summary);
  void read_findings(const Fields& root);
  void read_evidence(const Fields& root);
  void read_remarks(const Fields& root);
  void read_tables(const Fields& root);
  void read_strategy(const Fields& root);

  // Nothing comes of a report with more faults than are shown: the others are only counted.
  template <class Row>
  void keep(std::vector<Row>& rows, Row row) const {
    if (diagnostics_.errors() < max_shown_diagnostics) rows.push_back(std::move(row));
  }

  Rule rule(const Fields& item, Place& place);
  Finding finding(const Fields& item);
  Claim claim(const Fields& item);
  const Waiver* waiver(const Fields& finding, const Finding& about);
  EntityRef entity(const Fields& item);
  EntityRef entity(const Fields& item, std::string_view key) { return entity(item.object(key)); }
  Place place(const Fields& owner, std::string_view key);
  ToolRow tool(const Fields& item);
  ObjectiveRow objective(const Fields& item);
  ComponentRow component(const Fields& item);
  std::vector<SpendRow> spend(const Fields& summary, std::string_view key);
  std::uint32_t rule_of(const Fields& item) { return look_up(item, "rule", rules_); }
  std::uint32_t look_up(const Fields& item, std::string_view key, const Index& index);
  std::uint32_t look_up(Node name, const Index& index);
  std::vector<std::uint32_t> look_up_all(const Fields& item, std::string_view key, const Index& index);
  // The place of the entity in the roster of its kind, where it must be; 0 for the organisation.
  std::uint32_t rank(const EntityRef& entity, const Fields& item) const;
  const Roster* roster(EntityKind kind) const;
  void check_scope(std::uint32_t rule, const EntityRef& entity, const Fields& item) const;
  void check_tools(const Fields& root) const;

  Memory& memory_;
  AuditReport& report_;
  Diagnostics& diagnostics_;
  Places places_;
  Index rules_, tools_, kpis_;
};

}  // namespace martech_audit::saved

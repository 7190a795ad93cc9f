// What a JSON report says beside its items: where it comes from, the score, the gate and the sums. Every key
// is always there; what is not known is null; arrays may be empty.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "report/json_parts.h"

namespace martech_audit::report {

// Writes members into an object that is open.
class Envelope {
 public:
  Envelope(const AuditReport& report, JsonWriter& json) : report_(report), json_(json) {}

  void write_origin();   // schema, tool, day, organisation, outcome, inputs, packs, benchmarks,
                         // parameters, settings
  void write_score();    // entities, score
  void write_gate();     // gate, baseline
  void write_summary();  // summary

 private:
  const Rule& rule(std::uint32_t index) const { return report_.rules[index]; }

  void count(std::string_view key, std::uint64_t number) {
    json_.key(key);
    json_.unsigned_integer(number);
  }
  void points(std::string_view key, Points number) {
    json_.key(key);
    json_.billionths(number);
  }
  void money(std::string_view key, const std::optional<Money>& amount) {
    json_.key(key);
    write_money(json_, amount);
  }
  template <class Items, class Write>
  void lines(std::string_view key, const Items& items, Write write_item) {
    write_array(json_, key, items, write_item, JsonWriter::Layout::lines);
  }

  // Of the parameters in force, or of those that were set.
  template <class Params>
  void write_params(std::string_view key, const Params& params) {
    lines(key, params, [&](const auto& param) {
      json_.begin_object();
      write_member(json_, "pack", param.pack);
      write_member(json_, "name", param.name);
      write_member(json_, "value", param.value);
      json_.key("category");
      write_text_or_null(json_, param.category);
      json_.end_object();
    });
  }

  void write_policy();
  void write_settings();
  void write_rosters();
  void write_limits();
  void write_baseline();
  void write_rule_score(const RuleScore& score);
  void write_dimension(const DimensionScore& score);
  void write_severities(std::string_view key, const std::vector<Finding>& findings);
  void write_money_summary();
  void write_off_strategy();
  void write_spend_by_objective();

  const AuditReport& report_;
  JsonWriter& json_;
};

}  // namespace martech_audit::report

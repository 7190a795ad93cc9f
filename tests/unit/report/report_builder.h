// Builds an AuditReport whose sums agree: points of findings and missing evidence make the score.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "martech_audit/report.h"

namespace martech_audit::test {

struct RuleSpec {
  std::string id;
  std::string title;
  std::string dimension;
  Severity severity = Severity::medium;
  Effort effort = Effort::medium;
  std::string fix = "Decide who looks at it, and by when.";
  std::optional<Act> act = {};
  std::optional<Lane> lane = {};
};

struct FindingSpec {
  std::string_view rule;
  EntityRef entity;
  std::string_view message;
  Points points = 0;
  std::vector<Claim> claims = {};
  Place place = {};
  std::optional<Severity> severity = std::nullopt;
  std::string_view explained_by = {};  // rule of the greater finding on the same entity
  const Waiver* waiver = nullptr;
};

struct MissingField {
  EntityRef entity;
  std::string_view path;
  std::optional<Date> outdated = {};
};

class ReportBuilder {
 public:
  explicit ReportBuilder(std::string_view organisation);

  Money money(std::int64_t major) const;
  SourcePtr source(std::string name, std::string text);
  const Waiver& waiver(Waiver waiver);

  void rule(RuleSpec spec);
  void finding(const FindingSpec& spec);  // in the order of severity
  void missing(std::string_view rule, EntityRef entity, Points points,
               std::initializer_list<MissingField> fields);
  void tool(ToolRow row);
  void decided(std::uint64_t pairs) { decided_ = pairs; }  // beside those that gaps come from

  AuditReport& report() { return report_; }
  AuditReport build();  // once

 private:
  std::uint32_t index_of(std::string_view rule) const;
  void list_entities();
  std::vector<RankSpan> passed(std::uint32_t rule) const;
  void score_rules();
  void score_dimensions();
  void add_up_money();

  AuditReport report_;
  std::shared_ptr<Arena> arena_ = std::make_shared<Arena>();
  std::uint64_t decided_ = 0;
};

// All of what a reporter writes.
std::string written_as(std::string_view format, const AuditReport& report);

// Tenths of a point.
constexpr Points tenths(std::int64_t number) { return number * points_per_point / 10; }

}  // namespace martech_audit::test

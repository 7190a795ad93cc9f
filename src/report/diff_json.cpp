// `diff` for programs: one object, every key always there.
#include "martech_audit/report_diff.h"
#include "record/writer.h"
#include "report/fields/report.h"
#include "report/json_members.h"

namespace martech_audit {
namespace report {
namespace {

using Layout = JsonWriter::Layout;

class DiffJson {
 public:
  DiffJson(const ReportDiff& diff, const Sink& sink) : diff_(diff), json_(sink) {}

  void write() {
    json_.begin_object(Layout::lines);
    write_member(json_, "$schema", "urn:martech-audit:diff:1");
    write_side("before", diff_.before_name, diff_.before);
    write_side("after", diff_.after_name, diff_.after);
    json_.key("comparable");
    json_.boolean(diff_.comparable);
    write_gap();
    write_money_changes();
    record::Writer write(json_, diff_.after);
    write("gate", diff_.after.gate);
    write("baseline", diff_.after.baseline);
    lines("new", diff_.fresh, [&](const Finding* finding) { put(*finding, diff_.after); });
    const auto changed = [&](const ChangedFinding& change) {
      json_.begin_object();
      json_.key("before");
      put(*change.before, diff_.before);
      json_.key("after");
      put(*change.after, diff_.after);
      json_.end_object();
    };
    lines("worsened", diff_.worsened, changed);
    lines("improved", diff_.improved, changed);
    lines("ended", diff_.ended, [&](const EndedFinding& ended) {
      json_.begin_object();
      write_member(json_, "how", name(ended.ending));
      json_.key("finding");
      put(*ended.before, diff_.before);
      json_.end_object();
    });
    const auto text = [&](const std::string& line) { json_.string(line); };
    lines("loosened", diff_.loosened, text);
    lines("tightened", diff_.tightened, text);
    known_lines("lost_evidence", diff_.lost_evidence);
    known_lines("unproven_claims", diff_.unproven_claims);
    json_.end_object();
    json_.finish();
  }

 private:
  template <class Items, class Write>
  void lines(std::string_view key, const Items& items, Write write_item) {
    write_array(json_, key, items, write_item, Layout::lines);
  }

  void known_lines(std::string_view key, const std::optional<std::vector<std::string>>& items) {
    if (items) return lines(key, *items, [&](const std::string& line) { json_.string(line); });
    json_.key(key);
    json_.null();
  }

  void put(const Finding& finding, const AuditReport& of) { record::Writer(json_, of).write(finding); }

  void points(std::string_view key, Points value) {
    json_.key(key);
    json_.billionths(value);
  }

  void write_side(std::string_view key, std::string_view name, const AuditReport& report) {
    json_.key(key);
    json_.begin_object();
    write_member(json_, "name", name);
    write_member(json_, "version", report.tool_version);
    record::Writer(json_, report)("as_of", report.as_of);
    points("gap", report.score.gap());
    points("proven", report.score.proven);
    points("unproven", report.score.unproven);
    write_member(json_, "comparable_key", report.score.comparable_key);
    json_.end_object();
  }

  void write_gap() {
    json_.key("gap");
    json_.begin_object(Layout::lines);
    points("change", diff_.gap_change());
    lines("parts", diff_.gap, [&](const GapPart& part) {
      json_.begin_object();
      write_array(json_, "causes", part.causes, [&](Cause cause) { json_.string(name(cause)); });
      points("change", part.change);
      json_.end_object();
    });
    json_.end_object();
  }

  void write_money_changes() {
    record::Writer write(json_, diff_.after);
    const MoneySummary& before = diff_.before.money;
    const MoneySummary& after = diff_.after.money;
    const auto change = [&](std::string_view key, const std::optional<Money>& then,
                            const std::optional<Money>& now) {
      json_.key(key);
      json_.begin_object();
      write("before", then);
      write("after", now);
      json_.end_object();
    };
    json_.key("money");
    json_.begin_object(Layout::lines);
    change("total_cost", before.total_cost, after.total_cost);
    change("recoverable", before.recoverable.proven, after.recoverable.proven);
    change("possible_waste", before.recoverable.possible, after.recoverable.possible);
    change("at_risk", before.at_risk.year.proven, after.at_risk.year.proven);
    change("exposed", before.exposed.proven, after.exposed.proven);
    change("opportunity", before.opportunity.proven, after.opportunity.proven);
    change("waived", before.waived, after.waived);
    json_.end_object();
  }

  const ReportDiff& diff_;
  JsonWriter json_;
};

}  // namespace
}  // namespace report

void write_diff_json(const ReportDiff& diff, const Sink& sink) { report::DiffJson(diff, sink).write(); }

}  // namespace martech_audit

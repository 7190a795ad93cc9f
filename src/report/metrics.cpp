// Gauges for OpenMetrics and Prometheus: the same text, of which only the first ends with a mark. No entity
// is a label: their names do not belong into a monitoring system, and would be a series each.
#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/dates.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

std::string label(std::string_view text) {
  std::string out;
  for (const char c : escape_controls(text)) {
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

std::string in_points(Points points) {
  return fmt::format("{:.9f}", static_cast<double>(points) / points_per_point);
}

class Gauges {
 public:
  Gauges(const AuditReport& report, const Sink& sink) : report_(report), sink_(sink) {}

  void write() {
    write_gaps();
    write_findings("martech_audit_findings", "Findings that are not waived", report_.findings);
    write_findings("martech_audit_waived_findings", "Waived findings", report_.waived);
    write_money();
    begin("martech_audit_tools", "Tools in the inventory");
    put("martech_audit_tools", "", fmt::format("{}", report_.tools.size()));
    begin("martech_audit_evidence_ratio", "Share of checks that were decided");
    put("martech_audit_evidence_ratio", "", fmt::format("{}", report_.score.evidence()));
    begin("martech_audit_gate_passed", "1 if the gate passed, otherwise 0");
    put("martech_audit_gate_passed", "", report_.gate.passed ? "1" : "0");
    begin("martech_audit_as_of_timestamp_seconds", "Date of the audit");
    put("martech_audit_as_of_timestamp_seconds", "",
        fmt::format("{}", days_since_epoch(report_.as_of) * 86'400));
  }

 private:
  void begin(std::string_view name, std::string_view help) {
    sink_(fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name, help));
  }
  void put(std::string_view name, std::string_view labels, std::string_view value) {
    sink_(fmt::format("{}{} {}\n", name, labels, value));
  }

  void write_gaps() {
    const Score& score = report_.score;
    const auto all = [&](std::string_view name, std::string_view help, Points overall, auto of_dimension) {
      begin(name, help);
      put(name, "{dimension=\"overall\"}", in_points(overall));
      for (const DimensionScore& dimension : score.dimensions) {
        put(name, fmt::format("{{dimension=\"{}\"}}", label(dimension.dimension)),
            in_points(of_dimension(dimension)));
      }
    };
    all("martech_audit_gap", "Gap out of 100 points, proven and unproven", score.gap(),
        [](const DimensionScore& dimension) { return dimension.gap(); });
    const auto half = [&](std::string_view name, std::string_view help, const HalfScore& of) {
      begin(name, help);
      put(name, "", in_points(of.gap()));
    };
    half("martech_audit_practice_gap", "Gap of the practice half, out of 100", score.practice);
    if (score.money) half("martech_audit_money_gap", "Gap of the money half, out of 100", *score.money);
    all("martech_audit_proven_gap", "Proven gap out of 100 points", score.proven,
        [](const DimensionScore& dimension) { return dimension.proven_gap(); });
  }

  // Worst first, then by rule.
  void write_findings(std::string_view name, std::string_view help, const std::vector<Finding>& findings) {
    std::map<std::pair<std::size_t, std::string_view>, std::size_t> counts;
    for (const Finding& finding : findings) {
      ++counts[{static_cast<std::size_t>(Severity::critical) - static_cast<std::size_t>(finding.severity),
                report_.rules[finding.rule].id}];
    }
    begin(name, help);
    for (const auto& [key, count] : counts) {
      const auto severity = static_cast<Severity>(static_cast<std::size_t>(Severity::critical) - key.first);
      put(name,
          fmt::format("{{severity=\"{}\",rule=\"{}\"}}", martech_audit::name(severity), label(key.second)),
          fmt::format("{}", count));
    }
  }

  void write_money() {
    const MoneySummary& money = report_.money;
    const auto amount = [&](std::string_view name, std::string_view help, const Money& sum) {
      begin(name, help);
      put(name, fmt::format("{{currency=\"{}\"}}", sum.currency.code()), sum.to_string());
    };
    // What is not known has no sample.
    const auto known = [&](std::string_view name, std::string_view help, const std::optional<Money>& sum) {
      if (sum) amount(name, help, *sum);
    };
    known("martech_audit_cost_amount", "Known annual cost of tools in use", money.total_cost);
    const auto range = [&](std::string_view of, std::string_view help, const MoneyRange& sums) {
      known(fmt::format("martech_audit_{}_amount", of), help, sums.proven);
      known(fmt::format("martech_audit_possible_{}_amount", of),
            fmt::format("{}, if every open question is answered against the inventory", help), sums.possible);
    };
    range("waste", "Waste: annual spend that can be saved", money.recoverable);
    amount("martech_audit_unexamined_amount", "Annual cost of tools that say nothing about their use",
           money.unexamined);
    range("at_risk", "Commitments that renew automatically within 365 days", money.at_risk.year);
    range("exposed", "Annual spend with no demonstrated value", money.exposed);
    write_waterfall();
    if (!report_.off_strategy) return;
    begin("martech_audit_spend_off_strategy_ratio", "Share of annual cost that supports no active objective");
    put("martech_audit_spend_off_strategy_ratio", "", fmt::format("{}", report_.off_strategy->share()));
  }

  void write_waterfall() {
    if (!report_.waterfall) return;
    begin("martech_audit_spend_amount", "Annual spend by the part it ends in");
    for (std::size_t i = 0; i < spend_part_count; ++i) {
      const Money sum{report_.waterfall->all.minor[i], report_.currency};
      put("martech_audit_spend_amount",
          fmt::format("{{part=\"{}\",currency=\"{}\"}}", name(static_cast<SpendPart>(i)),
                      sum.currency.code()),
          sum.to_string());
    }
  }

  const AuditReport& report_;
  const Sink& sink_;
};

}  // namespace

void write_openmetrics(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Gauges(report, sink).write();
  sink("# EOF\n");
}

void write_prometheus(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Gauges(report, sink).write();
}

}  // namespace martech_audit::report

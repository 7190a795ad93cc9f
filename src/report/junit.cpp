// JUnit's XML: a suite a pack, a case for each entity that a rule of the pack judged. What could not be
// decided, what is waived and what a baseline knows counts as skipped.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "report/figures.h"
#include "report/phrases.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

// Controls are shown; the two code points that are left and that XML has not, become U+FFFD.
std::string xml_escaped(std::string_view text) {
  const std::string shown = escape_controls(text);
  std::string out;
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t start = at;
    const char32_t code_point = next_code_point(shown, at);
    switch (code_point) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case 0xFFFE:
      case 0xFFFF:
        append_utf8(out, 0xFFFD);
        break;
      default:
        out += shown.substr(start, at - start);
    }
  }
  return out;
}

struct Counts {
  std::uint64_t cases = 0, failures = 0, skipped = 0;
};

// What one rule came to where it did not pass.
struct Outcomes {
  const RuleScore* score = nullptr;
  std::vector<const Finding*> findings, known, waived;
  std::vector<const EvidenceGap*> undecided;

  Counts counts() const {
    return {score == nullptr ? 0 : score->entities, findings.size(),
            known.size() + waived.size() + undecided.size()};
  }
};

class Suites {
 public:
  Suites(const AuditReport& report, const Sink& sink)
      : report_(report), sink_(sink), outcomes_(report.rules.size()) {
    for (const RuleScore& score : report.score.rules) outcomes_[score.rule].score = &score;
    for (const Finding& finding : report.findings) {
      Outcomes& outcomes = outcomes_[finding.rule];
      (finding.novelty == Novelty::known ? outcomes.known : outcomes.findings).push_back(&finding);
    }
    for (const Finding& finding : report.waived) outcomes_[finding.rule].waived.push_back(&finding);
    for (const EvidenceGap& gap : report.evidence_missing) outcomes_[gap.rule].undecided.push_back(&gap);
  }

  void write() const {
    Counts all;
    for (const Outcomes& outcomes : outcomes_) add(all, outcomes.counts());
    sink_(fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"martech-audit\"{}>\n",
                      attributes(all)));
    for (const PackUse& pack : report_.packs) write_suite(pack.id);
    sink_("</testsuites>\n");
  }

 private:
  static void add(Counts& sum, const Counts& part) {
    sum.cases += part.cases;
    sum.failures += part.failures;
    sum.skipped += part.skipped;
  }

  static std::string attributes(const Counts& counts) {
    return fmt::format(" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"", counts.cases,
                       counts.failures, counts.skipped);
  }

  void write_suite(std::string_view pack) const {
    Counts sum;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      if (report_.rules[i].pack == pack) add(sum, outcomes_[i].counts());
    }
    sink_(fmt::format("  <testsuite name=\"{}\"{}>\n", xml_escaped(pack), attributes(sum)));
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      if (report_.rules[i].pack == pack) write_rule(report_.rules[i], outcomes_[i]);
    }
    sink_("  </testsuite>\n");
  }

  void write_rule(const Rule& rule, const Outcomes& outcomes) const {
    for (const Finding* finding : outcomes.findings) write_failure(rule, *finding);
    for (const Finding* finding : outcomes.known)
      write_skipped(rule, finding->entity, "known from the baseline");
    for (const Finding* finding : outcomes.waived) {
      const Waiver& waiver = *finding->waiver;
      write_skipped(rule, finding->entity, fmt::format("waived by {}: {}", waiver.owner, waiver.reason));
    }
    for (const EvidenceGap* gap : outcomes.undecided)
      write_skipped(rule, gap->entity, fmt::format("undecided: {}", missing_from(*gap)));
    if (outcomes.score == nullptr) return;
    const auto roster = std::ranges::find(report_.rosters, rule.scope, &Roster::kind);
    if (roster == report_.rosters.end()) return;
    for (const RankSpan& span : outcomes.score->passed) {
      for (std::size_t rank = span.first; rank <= span.last; ++rank)
        sink_(opening(rule, {rule.scope, roster->ids[rank], {}}) + "/>\n");
    }
  }

  // Ids tell the entities of a kind apart; names need not.
  static std::string opening(const Rule& rule, const EntityRef& entity) {
    const std::string of = entity.id.empty() ? std::string(name(entity.kind))
                                             : fmt::format("{} {}", name(entity.kind), entity.id);
    return fmt::format("    <testcase classname=\"{}.{}\" name=\"{}: {}\"", xml_escaped(rule.pack),
                       xml_escaped(rule.id), xml_escaped(rule.id), xml_escaped(of));
  }

  void write_failure(const Rule& rule, const Finding& finding) const {
    const Place& place = finding.place;
    std::string head = opening(rule, finding.entity);
    const std::string claims = claims_phrase(finding, report_.as_of);
    if (!place.path.empty())
      head += fmt::format(" file=\"{}\" line=\"{}\"", xml_escaped(place.path), place.line);
    sink_(fmt::format("{}>\n      <failure type=\"{}\" message=\"{}\">", head, name(finding.severity),
                      xml_escaped(rule.title)));
    sink_(xml_escaped(finding.message) + "\n");
    if (!claims.empty()) sink_(xml_escaped(claims) + "\n");
    if (!place.path.empty())
      sink_(fmt::format("at {}:{}:{}\n", xml_escaped(place.path), place.line, place.column));
    sink_(fmt::format("{}\npoints: {}</failure>\n    </testcase>\n", xml_escaped(rule.fix),
                      xml_escaped(points_text(finding.points))));
  }

  void write_skipped(const Rule& rule, const EntityRef& entity, std::string_view why) const {
    sink_(fmt::format("{}>\n      <skipped message=\"{}\"/>\n    </testcase>\n", opening(rule, entity),
                      xml_escaped(why)));
  }

  static std::string missing_from(const EvidenceGap& gap) {
    std::string text;
    for (const EvidenceGap::Field& field : gap.fields) {
      const EntityRef& whose = gap.entity_of(field);
      text += text.empty() ? "" : ", ";
      if (field.other != nullptr)
        text += fmt::format("{}{}{} ", name(whose.kind), whose.id.empty() ? "" : " ", whose.id);
      text += field.path;
    }
    return text + (gap.fields.size() == 1 ? " is missing" : " are missing");
  }

  const AuditReport& report_;
  const Sink& sink_;
  std::vector<Outcomes> outcomes_;  // by rule
};

}  // namespace

void write_junit(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Suites(report, sink).write();
}

}  // namespace martech_audit::report

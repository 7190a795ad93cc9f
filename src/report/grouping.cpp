#include "report/grouping.h"

#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace martech_audit::report {
namespace {

// Explanations of explanations are followed no further: a pack may have made a ring of them.
constexpr int longest_chain = 8;

class Grouping {
 public:
  Grouping(const AuditReport& report, const FindingFilter& filter) {
    for (const Finding& finding : report.findings) {
      if (!filter.shows(finding, report.rules[finding.rule])) continue;
      findings_.push_back(&finding);
      if (!finding.explained_by.empty()) explained_ = true;
    }
    if (!explained_) return;
    for (const Finding* finding : findings_) by_fingerprint_.emplace(finding->fingerprint_text(), finding);
  }

  std::vector<FindingGroup> run() {
    for (const Finding* finding : findings_) {
      if (&greatest(*finding) == finding) show(*finding);
    }
    if (explained_) attach_lesser();
    return std::move(groups_);
  }

 private:
  struct Position {
    std::size_t group;
    std::size_t place;
  };

  // The finding that `finding` is shown under; itself where it stands for itself.
  const Finding& greatest(const Finding& finding) const {
    const Finding* at = &finding;
    for (int i = 0; i < longest_chain; ++i) {
      const auto greater = by_fingerprint_.find(at->explained_by);
      if (at->explained_by.empty() || greater == by_fingerprint_.end()) return *at;
      at = greater->second;
    }
    return finding;
  }

  void show(const Finding& finding) {
    const auto [at, is_new] = by_rule_.try_emplace({finding.rule, finding.severity}, groups_.size());
    if (is_new) groups_.push_back({finding.rule, finding.severity, {}});
    FindingGroup& group = groups_[at->second];
    if (explained_) positions_[&finding] = {at->second, group.shown.size()};
    group.shown.push_back({&finding, {}});
  }

  void attach_lesser() {
    for (const Finding* finding : findings_) {
      const Finding& greater = greatest(*finding);
      if (&greater == finding) continue;
      const Position at = positions_.at(&greater);
      groups_[at.group].shown[at.place].lesser.push_back(finding);
    }
  }

  std::vector<const Finding*> findings_;
  bool explained_ = false;
  std::unordered_map<std::string_view, const Finding*> by_fingerprint_;
  std::map<std::pair<std::uint32_t, Severity>, std::size_t> by_rule_;
  std::unordered_map<const Finding*, Position> positions_;
  std::vector<FindingGroup> groups_;
};

}  // namespace

Points FindingGroup::points() const {
  Points sum = 0;
  for (const Shown& item : shown) sum += item.finding->points;
  return sum;
}

std::size_t FindingGroup::lesser() const {
  std::size_t count = 0;
  for (const Shown& item : shown) count += item.lesser.size();
  return count;
}

Points FindingGroup::lesser_points() const {
  Points sum = 0;
  for (const Shown& item : shown) {
    for (const Finding* finding : item.lesser) sum += finding->points;
  }
  return sum;
}

std::vector<FindingGroup> group_findings(const AuditReport& report, const FindingFilter& filter) {
  return Grouping(report, filter).run();
}

}  // namespace martech_audit::report

#include <algorithm>

#include "martech_audit/reporter.h"

namespace martech_audit {
namespace {

bool is_among(const std::vector<std::string>& names, std::string_view name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool FindingFilter::shows(const Finding& finding, const Rule& rule) const {
  if (only_new && finding.novelty == Novelty::known) return false;
  return (!at_least || finding.severity >= *at_least) && is_among(rules, rule.id) &&
         is_among(dimensions, rule.dimension);
}

}  // namespace martech_audit

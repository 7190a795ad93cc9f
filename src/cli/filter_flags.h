// Options that choose which findings are shown. They never change the score or the gate.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "martech_audit/reporter.h"
#include "martech_audit/result.h"
#include "martech_audit/rule.h"
#include "options/command.h"

namespace martech_audit::cli {

struct FilterFlags {
  std::string severity;
  std::vector<std::string> rules;
  std::vector<std::string> dimensions;

  static options::Group<FilterFlags> group();
  bool given() const { return !severity.empty() || !rules.empty() || !dimensions.empty(); }

  // Names are looked up among the rules in force; former ids of rules are understood.
  Result<FindingFilter> filter(std::span<const Rule> in_force) const;
};

}  // namespace martech_audit::cli

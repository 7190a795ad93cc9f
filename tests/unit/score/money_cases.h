// Findings with money.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "martech_audit/money.h"
#include "unit/score/cases.h"

namespace martech_audit::score_test {

inline Currency eur() { return *Currency::parse("EUR"); }
inline Money euros(std::int64_t minor) { return {minor, eur()}; }

inline Claim claim(MoneyClass money_class, std::int64_t minor) {
  return {money_class, euros(minor), euros(0), {}};
}
inline Claim recoverable(std::int64_t minor) { return claim(MoneyClass::recoverable, minor); }

inline Finding finding(std::uint32_t rule, EntityRef entity, std::uint32_t index, std::vector<Claim> claims) {
  Finding made;
  made.rule = rule;
  made.entity = entity;
  made.entity_index = index;
  made.claims = std::move(claims);
  return made;
}
inline Finding on_tool(std::uint32_t rule, std::uint32_t tool, std::vector<Claim> claims) {
  static constexpr std::array<std::string_view, 5> ids{"t0", "t1", "t2", "t3", "t4"};
  return finding(rule, {EntityKind::tool, ids[tool], ids[tool]}, tool, std::move(claims));
}

}  // namespace martech_audit::score_test

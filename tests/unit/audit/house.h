// A small pack and stack, and the options of a run by them alone.
#pragma once

#include <martech_audit/audit.h>

#include <string>
#include <string_view>

#include "base/dates.h"

namespace martech_audit::test {

inline constexpr std::string_view house = R"yaml(pack: house
version: 1.0.0
title: House rules
params:
  most: {type: int, default: 10, about: What is most, source: house default}
rules:
  - {id: no-owner, title: Tool without an owner, dimension: people, for: tool, severity: medium, assert: has(tool.owner),
     message: "{tool.name} has no owner", why: Nobody decides., fix: Name somebody.}
)yaml";

inline constexpr std::string_view plain_stack =
    "martech: 1\norganisation: {name: Acme, currency: EUR}\ntools: [{id: crm, name: CRM}]\n";

inline SourcePtr source(std::string name, std::string_view text) {
  return std::make_shared<const Source>(std::move(name), std::string(text));
}

// Judged on 2026-11-23 by the pack.
inline AuditOptions by_house_rules() {
  AuditOptions options;
  options.as_of = *parse_date("2026-11-23");
  options.built_in_packs = false;
  options.packs = {source("house.yaml", house)};
  return options;
}

}  // namespace martech_audit::test

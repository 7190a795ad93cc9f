// An inventory, rules and outcomes to make findings of.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "document/document.h"
#include "findings/findings.h"
#include "model/reader.h"
#include "support/catch.h"

namespace martech_audit::findings_test {

inline constexpr const char* sample_text = R"(martech: 1
organisation:
  name: Acme Outdoor
  currency: EUR
objectives:
  - id: growth
    title: Grow repeat purchases
tools:
  - id: braze
    name: Braze
    seats: {purchased: 50, assigned: 44}
  - id: ga4
    name: "Google
      Analytics 4"
)";

inline Rule rule(std::string id, EntityKind scope = EntityKind::tool,
                 std::vector<std::string> explained_by = {}) {
  Rule made;
  made.id = std::move(id);
  made.scope = scope;
  made.explained_by = std::move(explained_by);
  return made;
}

inline Date day(std::string_view iso) { return *parse_date(iso); }

inline Inventory read(const std::string& text) {
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>("stack.yaml", text);
  std::vector<Document> documents;
  if (auto document = read_document(source, diagnostics)) documents.push_back(*std::move(document));
  std::optional<Inventory> inventory = read_inventory(std::move(documents), diagnostics);
  INFO(render(diagnostics));
  REQUIRE(inventory);
  return *std::move(inventory);
}

// What an audit at 2026-11-23 hands to the findings stage.
struct Sample {
  Inventory inventory = read(sample_text);
  std::vector<Rule> rules{rule("shelfware"), rule("unused-licences", EntityKind::tool, {"shelfware"}),
                          rule("no-roadmap", EntityKind::organisation)};
  std::vector<std::string> switched_off{"feature-underuse"};
  std::vector<Waiver> waivers;
  Outcomes outcomes;
  Date as_of = day("2026-11-23");

  const Record& tool(std::string_view id) const { return *inventory.find(EntityKind::tool, id); }

  void gap(std::uint32_t rule, const Record& entity, std::string_view at = {}) {
    Gap made;
    made.rule = rule;
    made.entity = &entity;
    made.at = at;
    made.message = "message";
    outcomes.gaps.push_back(std::move(made));
  }

  Findings make(Diagnostics& diagnostics) const {
    return make_findings({outcomes, rules, switched_off, inventory, waivers, as_of}, diagnostics);
  }
};

inline Waiver waiver(std::string_view rule, std::string_view entity, std::string_view expires) {
  Waiver made{};
  made.rule = rule;
  made.entity = entity;
  made.reason = "Ramp to three brands";
  made.owner = "mai";
  made.expires = day(expires);
  return made;
}

// "level: message (hint)", one a line.
inline std::string print(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& one : diagnostics.all()) {
    out += std::string(name(one.level)) + ": " + one.message +
           (one.hint.empty() ? "" : " (" + one.hint + ")") + "\n";
  }
  return out;
}

}  // namespace martech_audit::findings_test

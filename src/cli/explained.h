// What `explain` looks up in a report, and what it says of decisions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/inventory.h"
#include "martech_audit/report.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

// Whose fingerprint begins so; waived findings, too.
std::vector<const Finding*> findings_by(const AuditReport& report, std::string_view print);
std::vector<const Decision*> decisions_by(const AuditReport& report, std::string_view print);

// "  decision 39e0cbea: Braze: name an owner"; empty where it is waived.
std::string belongs_to(const AuditReport& report, const Finding& finding);

// Whether the rule, by its number in the report, was decided for the entity and holds.
bool passes(const AuditReport& report, std::uint32_t rule, const Record& entity);

// The act, what it brings, and its findings with their fingerprints.
std::string decision_page(const AuditReport& report, const Decision& decision, std::size_t width);

// The entity of that kind that `argument` names (entity_argument.h); else what it may have meant.
Result<const Record*> find_entity(const Inventory& inventory, EntityKind kind, std::string_view argument);

}  // namespace martech_audit::cli

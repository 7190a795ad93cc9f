// Labels that end a duty, checked against what the tool's category does (categories.yaml). One that
// contradicts it is believed where a reason stands beside it (`because`).
#pragma once

#include <string_view>

#include "martech_audit/value.h"

namespace martech_audit {
class Diagnostics;
class Inventory;
}  // namespace martech_audit

namespace martech_audit::facts {

// By the name of the field: kind, data.personal, pricing.metrics, criticality.
bool has_reason(const Record& tool, std::string_view field);

// Whether the kind says that the tool enables others, although its category serves the business directly. No
// reason makes one of a category that plainly does.
bool is_odd_kind(const Record& tool);
// Whether it is said to hold no personal data, although its category keeps or addresses customers, or a legal
// basis for such data is given.
bool is_oddly_impersonal(const Record& tool);

}  // namespace martech_audit::facts

namespace martech_audit {

// Warns of labels that contradict the category and have no reason.
void check_labels(const Inventory& inventory, Diagnostics& diagnostics);

}  // namespace martech_audit

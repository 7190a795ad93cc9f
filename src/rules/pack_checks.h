// What must hold between rules: ids, replacements, dimensions, explanations.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/diagnostic.h"
#include "rules/draft.h"

namespace martech_audit::rules {

// Reports pack ids and rule ids met twice, and takes out the rules that a later pack replaces.
void settle_ids(std::deque<PackDraft>& packs, Diagnostics& diagnostics);

// Reports dimensions that nobody declares, and explained_by of rules that do not exist or judge other things.
void check_references(const std::deque<PackDraft>& packs, Diagnostics& diagnostics);

std::vector<std::string_view> rule_ids(const std::deque<PackDraft>& packs);

// Which of the ids may have been meant, or else how to see them.
std::string rule_hint(std::string_view id, std::span<const std::string_view> ids);

}  // namespace martech_audit::rules

// Words of cells that stand for nothing, for yes and no, or for a word of the inventory.
#pragma once

#include <optional>
#include <string_view>

#include "martech_audit/inventory.h"

namespace martech_audit::import {

// What a formula that failed shows: #REF!, #NAME?, #DIV/0!, ####.
bool is_spreadsheet_error(std::string_view text);

// yes, no, true, false, y, n, 1, 0, ja, nein, ✓, ✗ in any case, and what says it of this field: "manual"
// renewal.
std::optional<bool> read_yes_no(std::string_view text, const Field& field);

// The word of the field that the text means, whatever its case and punctuation: itself, or one of the usual
// other words for it ("live" is status active); empty where it is none.
std::string_view read_word(std::string_view text, const Field& field);

}  // namespace martech_audit::import

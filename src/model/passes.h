// The passes over an inventory that has been read and linked, in the order they run.
#pragma once

#include "model/storage.h"

namespace martech_audit::model {

// Gives tools what `defaults` says: fields of blocks that a tool has, and those marked by_default.
void fill_defaults(Building& building);

// Gives every amount of money its currency and, where the field's name implies one, its period. Errors: more
// decimals than the currency has, a currency without an exchange rate.
void complete_money(Building& building);

// A chain of references that leads back to where it started, such as a team that is its own parent, is an
// error, and so is a tool that is its own relation; one that supports itself is a warning.
void check_circles(Building& building);

// Warns of names of tools that differ in case alone, and of aliases that are another tool's name, id or
// alias.
void check_names(Building& building);

// Drops sentences that say nothing: too few words beside the names, and one sentence for several tools. Warns
// of each.
void check_statements(Building& building);

// Drops marks of not_applicable that the tool itself speaks against and that `because` gives no reason for.
// Warns of each.
void check_marks(Building& building);

// The limits of the field table: numbers and dates in the wrong order.
void check_limits(Building& building);

// Warns of terms and notice periods that are longer than from the first to the last day of a contract.
void check_terms(Building& building);

// The waivers of the root and of tools, as plain structs.
void collect_waivers(Building& building);

}  // namespace martech_audit::model

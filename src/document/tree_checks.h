// Faults that leave a tree whole.
#pragma once

#include "document/tree.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit {

// Reports keys given twice in a mapping, at both places, and merge keys (`<<`), in the order of the text.
void check_keys(const Tree& tree, Diagnostics& diagnostics);

}  // namespace martech_audit

// What moved a gap.
#pragma once

#include <vector>

#include "martech_audit/diff.h"

namespace martech_audit {

// Steps from one report to the other, one cause changed at a time; each step is the difference of two gaps,
// so the steps add up to the whole. Inventories are judged under either side's settings and day; of two saved
// reports only weights and switches can be set apart.
std::vector<GapPart> split_gap(const DiffSide& before, const DiffSide& after);

}  // namespace martech_audit

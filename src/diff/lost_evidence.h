// What an inventory showed and no longer does. A verdict must not get better by it.
#pragma once

#include <string>
#include <vector>

#include "diff/pairing.h"
#include "martech_audit/date.h"

namespace martech_audit {

// See ReportDiff.
std::vector<std::string> lost_evidence(const Pairing& pairing, Date as_of);

}  // namespace martech_audit

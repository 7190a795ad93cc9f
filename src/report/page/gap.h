// How a gap is drawn.
#pragma once

#include <string>
#include <vector>

#include "report/page/blocks.h"

namespace martech_audit::report {

Bar gap_bar(const Score& score, std::string words);  // `words` to who does not see it
std::vector<Key> gap_key();

}  // namespace martech_audit::report

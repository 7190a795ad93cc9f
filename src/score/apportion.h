// Apportionment: a whole is divided in proportion to weights, in integers that add up to the whole exactly.
//
// Largest remainder: everybody gets the whole part of the exact share; what is left goes, one unit each, to
// the largest remainders, and among equal remainders to the smallest rank. Shares are thus within one unit of
// the exact ones and depend on no order but the ranks'.
#pragma once

#include <cstdint>
#include <span>

#include "martech_audit/finding.h"
#include "score/wide.h"

namespace martech_audit::score {

// The share of item i goes to shares[i]. `total` <= 2^37; total * any weight < 2^127; the sum of the weights
// is positive and below 2^127. `ranks` are distinct. Linear.
void apportion(Points total, std::span<const Wide> weights, std::span<const std::uint32_t> ranks,
               std::span<Points> shares);

// The same for equal weights, which most kinds of entity have: no division for each item, and no remainders.
void apportion_evenly(Points total, std::span<const std::uint32_t> ranks, std::span<Points> shares);

}  // namespace martech_audit::score

#include "score/apportion.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <vector>

namespace martech_audit::score {
namespace {

struct Quotient {
  std::uint64_t whole;
  Wide remainder;
};

// total * weight / sum. A division of 128-bit numbers takes ten times as long as this estimate in double,
// which is off by less than one (the quotient has at most 37 bits) and then put right.
class Divider {
 public:
  Divider(Points total, Wide sum)
      : total_(static_cast<std::uint64_t>(total)),
        sum_(sum),
        estimate_(static_cast<double>(total) / to_double(sum)) {}

  Quotient operator()(Wide weight) const {
    const Wide product = weight * total_;
    auto whole = static_cast<std::uint64_t>(to_double(weight) * estimate_);
    if (whole * sum_ > product) --whole;
    Wide remainder = product - whole * sum_;
    if (remainder >= sum_) {
      ++whole;
      remainder -= sum_;
    }
    return {whole, remainder};
  }

 private:
  std::uint64_t total_;
  Wide sum_;
  double estimate_;
};

constexpr unsigned bucket_bits = 10;

// How far to shift remainders below `sum` so that they number buckets.
unsigned bucket_shift(Wide sum) {
  const auto high = static_cast<std::uint64_t>(sum >> 64U);
  const auto low = static_cast<std::uint64_t>(sum);
  const auto width = static_cast<unsigned>(high != 0 ? 64 + std::bit_width(high) : std::bit_width(low));
  return width > bucket_bits ? width - bucket_bits : 0;
}

using Histogram = std::array<std::uint32_t, std::size_t{1} << bucket_bits>;

struct Candidate {
  Wide remainder;
  std::uint32_t item;
};

// Gives one unit each to the `left` first candidates by remainder, then rank.
void give(std::vector<Candidate>& candidates, std::size_t left, std::span<const std::uint32_t> ranks,
          std::span<Points> shares) {
  const auto cut = candidates.begin() + static_cast<std::ptrdiff_t>(left);
  const auto before = [&](const Candidate& a, const Candidate& b) {
    return a.remainder != b.remainder ? a.remainder > b.remainder : ranks[a.item] < ranks[b.item];
  };
  if (cut != candidates.end()) std::nth_element(candidates.begin(), cut, candidates.end(), before);
  for (auto it = candidates.begin(); it != cut; ++it) ++shares[it->item];
}

// Hands out what is left. Remainders are put into buckets first, so that only the bucket in which the line
// between those who get a unit and those who do not must be looked at item by item.
void distribute(std::size_t left, const Histogram& histogram, unsigned shift, const Divider& divide,
                std::span<const Wide> weights, std::span<const std::uint32_t> ranks,
                std::span<Points> shares) {
  std::size_t last = histogram.size() - 1;
  for (; histogram[last] < left; --last) left -= histogram[last];
  std::vector<Candidate> candidates;
  candidates.reserve(histogram[last]);
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    const Wide remainder = divide(weights[i]).remainder;
    const auto bucket = static_cast<std::size_t>(remainder >> shift);
    if (bucket > last) ++shares[i];
    if (bucket == last) candidates.push_back({remainder, i});
  }
  give(candidates, left, ranks, shares);
}

}  // namespace

void apportion(Points total, std::span<const Wide> weights, std::span<const std::uint32_t> ranks,
               std::span<Points> shares) {
  Wide sum = 0;
  for (const Wide weight : weights) sum += weight;
  const Divider divide(total, sum);
  const unsigned shift = bucket_shift(sum);
  Histogram histogram{};
  Points left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Quotient share = divide(weights[i]);
    shares[i] = static_cast<Points>(share.whole);
    left -= shares[i];
    ++histogram[static_cast<std::size_t>(share.remainder >> shift)];
  }
  if (left > 0) distribute(static_cast<std::size_t>(left), histogram, shift, divide, weights, ranks, shares);
}

}  // namespace martech_audit::score

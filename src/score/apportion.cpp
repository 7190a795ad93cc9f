#include "score/apportion.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace martech_audit::score {
namespace {

struct Quotient {
  std::uint64_t whole;
  Wide remainder;
};

// total * weight / sum. Dividing 128-bit numbers takes ten times as long as this estimate from the leading
// bits in double, which is off by less than one (the quotient has at most 37 bits) and then put right.
class Divider {
 public:
  Divider(Points total, Wide sum)
      : total_(static_cast<std::uint64_t>(total)),
        sum_(sum),
        shift_(excess(bit_width(sum), leading_bits)),
        estimate_(static_cast<double>(total) / leading(sum)) {}

  Quotient operator()(Wide weight) const {
    const Wide product = weight * total_;
    auto whole = static_cast<std::uint64_t>(static_cast<std::int64_t>(leading(weight) * estimate_));
    if (whole * sum_ > product) --whole;
    Wide remainder = product - whole * sum_;
    if (remainder >= sum_) {
      ++whole;
      remainder -= sum_;
    }
    return {whole, remainder};
  }

 private:
  static constexpr unsigned leading_bits = 62;

  double leading(Wide value) const { return static_cast<double>(static_cast<std::int64_t>(value >> shift_)); }

  std::uint64_t total_;
  Wide sum_;
  unsigned shift_;
  double estimate_;
};

// Remainders by their leading bits, so that only the bucket with the line between those who get a unit and
// those who do not must be looked at item by item.
class Buckets {
 public:
  Buckets(Wide sum, std::size_t items) : shift_(excess(bit_width(sum), bits)), bucket_of_(items) {}

  void put(std::size_t item, Wide remainder) {
    const auto bucket = static_cast<std::uint16_t>(remainder >> shift_);
    bucket_of_[item] = bucket;
    ++sizes_[bucket];
  }

  std::uint16_t of(std::size_t item) const { return bucket_of_[item]; }
  std::size_t size(std::uint16_t bucket) const { return sizes_[bucket]; }

  // The bucket with the last of the `count` largest remainders; takes the larger ones off the count.
  std::uint16_t find_last(std::size_t& count) const {
    auto bucket = static_cast<std::uint16_t>(sizes_.size() - 1);
    for (; sizes_[bucket] < count; --bucket) count -= sizes_[bucket];
    return bucket;
  }

 private:
  static constexpr unsigned bits = 10;

  unsigned shift_;
  std::vector<std::uint16_t> bucket_of_;
  std::array<std::uint32_t, std::size_t{1} << bits> sizes_{};
};

struct Candidate {
  Wide remainder;
  std::uint32_t rank;
  std::uint32_t item;
};

bool before(const Candidate& a, const Candidate& b) {
  return a.remainder != b.remainder ? a.remainder > b.remainder : a.rank < b.rank;
}

// Gives one unit each to the `left` first candidates.
void give(std::vector<Candidate>& candidates, std::size_t left, std::span<Points> shares) {
  const auto cut = candidates.begin() + static_cast<std::ptrdiff_t>(left);
  if (cut != candidates.end()) std::nth_element(candidates.begin(), cut, candidates.end(), before);
  for (auto it = candidates.begin(); it != cut; ++it) ++shares[it->item];
}

void distribute(std::size_t left, const Buckets& buckets, const Divider& divide,
                std::span<const Wide> weights, std::span<const std::uint32_t> ranks,
                std::span<Points> shares) {
  const std::uint16_t last = buckets.find_last(left);
  std::vector<Candidate> candidates;
  candidates.reserve(buckets.size(last));
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    shares[i] += buckets.of(i) > last ? 1 : 0;
    if (buckets.of(i) == last) candidates.push_back({divide(weights[i]).remainder, ranks[i], i});
  }
  give(candidates, left, shares);
}

}  // namespace

void apportion(Points total, std::span<const Wide> weights, std::span<const std::uint32_t> ranks,
               std::span<Points> shares) {
  Wide sum = 0;
  for (const Wide weight : weights) sum += weight;
  const Divider divide(total, sum);
  Buckets buckets(sum, weights.size());
  Points left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Quotient share = divide(weights[i]);
    shares[i] = static_cast<Points>(share.whole);
    left -= shares[i];
    buckets.put(i, share.remainder);
  }
  if (left > 0) distribute(static_cast<std::size_t>(left), buckets, divide, weights, ranks, shares);
}

void apportion_evenly(Points total, std::span<const std::uint32_t> ranks, std::span<Points> shares) {
  const auto items = static_cast<Points>(ranks.size());
  const auto left = static_cast<std::ptrdiff_t>(total % items);
  std::vector<std::uint32_t> sorted(ranks.begin(), ranks.end());
  std::nth_element(sorted.begin(), sorted.begin() + left, sorted.end());
  const std::uint32_t first_without = sorted[static_cast<std::size_t>(left)];
  for (std::size_t i = 0; i < ranks.size(); ++i)
    shares[i] = total / items + (ranks[i] < first_without ? 1 : 0);
}

}  // namespace martech_audit::score

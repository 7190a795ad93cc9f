#include "base/edit_distance.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"

namespace martech_audit {
namespace {

constexpr std::size_t max_listed = 12;

std::u32string decode(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t code_point = next_code_point(text, at);
    // Invalid bytes all decode alike, but are not the same letter.
    const bool is_invalid = code_point == 0xFFFD && at - start == 1;
    out += is_invalid ? 0x110000U + static_cast<unsigned char>(text[start]) : code_point;
  }
  return out;
}

// Three rows of the usual table: two back for swaps.
class DistanceTable {
 public:
  DistanceTable(const std::u32string& a, const std::u32string& b)
      : a_(a), b_(b), before_(b.size() + 1), last_(b.size() + 1), row_(b.size() + 1) {
    std::iota(row_.begin(), row_.end(), std::size_t{0});
  }

  // Fills the row of a[i] and returns its least entry: the distance cannot get below it any more.
  std::size_t advance(std::size_t i) {
    before_.swap(last_);
    last_.swap(row_);
    row_[0] = i + 1;
    for (std::size_t j = 0; j < b_.size(); ++j) row_[j + 1] = entry(i, j);
    return *std::min_element(row_.begin(), row_.end());
  }

  std::size_t distance() const { return row_.back(); }

 private:
  std::size_t entry(std::size_t i, std::size_t j) const {
    const std::size_t replaced = last_[j] + (a_[i] == b_[j] ? 0 : 1);
    std::size_t best = std::min({replaced, last_[j + 1] + 1, row_[j] + 1});
    const bool is_swap = i > 0 && j > 0 && a_[i] == b_[j - 1] && a_[i - 1] == b_[j];
    if (is_swap) best = std::min(best, before_[j - 1] + 1);
    return best;
  }

  const std::u32string& a_;
  const std::u32string& b_;
  std::vector<std::size_t> before_;
  std::vector<std::size_t> last_;
  std::vector<std::size_t> row_;
};

std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  limit = std::min(limit, longer);
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  DistanceTable table(a, b);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (table.advance(i) > limit) return limit + 1;
  }
  return std::min(table.distance(), limit + 1);
}

std::u32string normalised(std::string_view word) {
  std::string folded = lower_ascii(word);
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return c == '-' || c == ' '; }, '_');
  return decode(folded);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  return distance(decode(a), decode(b), limit);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const std::u32string wanted = normalised(word);
  if (wanted.empty()) return {};
  std::size_t limit = std::min(std::max<std::size_t>(1, wanted.size() / 3), wanted.size() - 1);
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    const std::size_t found = distance(wanted, normalised(candidate), limit);
    if (found > limit) continue;
    best = candidate;
    if (found == 0) break;
    limit = found - 1;  // only what is closer still can replace it
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string_view best = nearest(word, candidates);
  if (!best.empty()) return fmt::format("did you mean '{}'?", best);
  if (candidates.empty() || candidates.size() > max_listed) return {};
  return fmt::format("one of: {}", fmt::join(candidates, ", "));
}

}  // namespace martech_audit

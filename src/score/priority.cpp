#include "score/priority.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "score/wide.h"

namespace martech_audit {
namespace {

using score::Wide;

// 24 / effort, so that values over different efforts compare as integers.
constexpr std::uint32_t common_effort = 24;
std::uint32_t ease(Effort effort) {
  switch (effort) {
    case Effort::low:
      return 24;
    case Effort::medium:
      return 8;
    case Effort::high:
      return 3;
  }
  return 0;
}

struct Ranked {
  Wide value;  // 24 * 10^9 * total cost times the value: below 2^37 * 2^63 * 2 * 24
  const Finding* finding;
  std::string_view rule;
};

bool before(const Ranked& a, const Ranked& b) {
  if (a.value != b.value) return a.value > b.value;
  const auto key = [](const Ranked& ranked) {
    const Finding& finding = *ranked.finding;
    return std::tuple(-static_cast<int>(finding.severity), ranked.rule, finding.entity.id,
                      finding.fingerprint_text());
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<Priority> order_by_value(std::span<const Finding> findings, std::span<const Rule> rules,
                                     const std::optional<Money>& total_cost) {
  const bool priced = total_cost && total_cost->minor > 0;
  const auto total = static_cast<Wide>(priced ? total_cost->minor : 1);
  const auto value = [&](const Finding& finding) {
    const auto waste = static_cast<Wide>(priced ? finding.waste() : 0);
    return (static_cast<Wide>(finding.points) * total + waste * (100 * points_per_point)) *
           ease(rules[finding.rule].effort);
  };
  std::vector<Ranked> ranked;
  ranked.reserve(findings.size());
  for (const Finding& finding : findings)
    ranked.push_back({value(finding), &finding, rules[finding.rule].id});
  std::ranges::sort(ranked, before);

  const double unit = common_effort * static_cast<double>(points_per_point) * score::to_double(total);
  std::vector<Priority> priorities;
  priorities.reserve(ranked.size());
  for (const Ranked& entry : ranked) {
    const auto index = static_cast<std::uint32_t>(entry.finding - findings.data());
    priorities.push_back({index, score::to_double(entry.value) / unit});
  }
  return priorities;
}

}  // namespace martech_audit

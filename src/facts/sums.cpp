#include "facts/sums.h"

#include <utility>
#include <vector>

#include "facts/context.h"
#include "martech_audit/money.h"

namespace martech_audit::facts {

bool add(std::int64_t& sum, std::int64_t summand) {
  const std::int64_t before = std::exchange(sum, saturating_add(sum, summand));
  return sum - summand == before;
}

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

Value amount(const Context& context, std::int64_t minor) {
  return Value::decimal(minor, static_cast<std::uint32_t>(context.inventory.currency().decimals()));
}

Value map_of(const Context& context, const Sums& sums) {
  std::vector<MapEntry> entries;
  entries.reserve(sums.size());
  for (const auto& [key, minor] : sums) entries.push_back({Value::string(key), amount(context, minor)});
  const auto kept = context.memory.copy(std::span<const MapEntry>(entries));
  return Value::map(context.memory.copy(Map{kept}));
}

}  // namespace martech_audit::facts

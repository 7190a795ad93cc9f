#include "facts/sums.h"

#include <limits>
#include <vector>

#include "facts/workings.h"

namespace martech_audit::facts {

bool add(std::int64_t& sum, std::int64_t summand) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const bool fits = summand <= most - sum;
  sum = fits ? sum + summand : most;
  return fits;
}

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

Value map_of(const Workings& workings, const Sums& sums) {
  std::vector<MapEntry> entries;
  entries.reserve(sums.size());
  for (const auto& [key, minor] : sums) entries.push_back({Value::string(key), amount(workings, minor)});
  const auto kept = workings.memory.copy(std::span<const MapEntry>(entries));
  return Value::map(workings.memory.copy(Map{kept}));
}

Value spend_by(const Workings& workings, const std::function<std::string_view(const Record&)>& key) {
  if (workings.themes.spend.total_cost.is_unknown()) return workings.themes.spend.total_cost;
  Sums sums;
  for (const Record& tool : workings.tools()) {
    const auto annual = annual_minor(workings, tool);
    if (annual && is_in_use(workings, tool)) add(sums[key(tool)], *annual);
  }
  return map_of(workings, sums);
}

}  // namespace martech_audit::facts

#include "cel/nesting.h"

#include <algorithm>

namespace martech_audit::cel {

namespace {

// The values within, as one list: of a map its values, since keys hold nothing.
template <class Look>
void each_within(const Value& value, Look look) {
  if (value.is(ValueKind::list)) {
    for (const Value& item : value.as_list()) look(item);
  } else if (value.is(ValueKind::map)) {
    for (const MapEntry& entry : value.as_map()->entries) look(entry.value);
  } else {
    look(*value.as_optional());
  }
}

std::pair<const void*, std::size_t> place_of(const Value& value) {
  if (value.is(ValueKind::list)) return {value.as_list().data(), value.as_list().size()};
  if (value.is(ValueKind::map)) return {value.as_map(), 0};
  return {value.is(ValueKind::optional) ? value.as_optional() : nullptr, 1};
}

}  // namespace

std::uint32_t Nesting::of(const Value& value, std::int64_t& budget) {
  const Place place = place_of(value);
  if (place.first == nullptr) return 0;
  if (const auto seen = known_.find(place); seen != known_.end()) return seen->second;
  std::uint32_t deepest = 0;
  each_within(value, [&](const Value& item) {
    --budget;
    deepest = std::max(deepest, of(item, budget));
  });
  return known_[place] = deepest + 1;
}

}  // namespace martech_audit::cel

#include "facts/scoped_index.h"

#include <algorithm>

#include "base/text.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {
namespace {

// In place of a text of a scope.
constexpr std::uint32_t anything = 0;  // whatever the scope says, or nothing
constexpr std::uint32_t nothing = 1;   // the scope says nothing
constexpr std::uint32_t first_text = 2;

}  // namespace

void Scopes::add(Scope& scope, Scope::Dimension dimension, std::string_view text) {
  const std::string folded = lower_ascii(text);
  auto at = numbers_.find(folded);
  if (at == numbers_.end()) {
    const auto number = first_text + static_cast<std::uint32_t>(numbers_.size());
    at = numbers_.emplace(memory_.copy(std::string_view(folded)), number).first;
  }
  auto& values = scope.values[dimension];
  if (std::find(values.begin(), values.end(), at->second) == values.end()) values.push_back(at->second);
}

Scope Scopes::read(const Record& tool) {
  Scope scope;
  const auto regions = links_of(tool, tool_field::scope_regions);
  if (regions.size() <= widest_scope) {
    for (const Value& region : regions) add(scope, Scope::regions, region.as_text());
  }
  const auto teams = links_of(tool, tool_field::scope_teams);
  if (teams.size() <= widest_scope) {
    for (const Value& team : teams) add(scope, Scope::teams, text_of(*team.as_record(), team_field::id));
  }
  const std::string_view audience = text_of(tool, tool_field::scope_audience);
  if (!audience.empty()) add(scope, Scope::audience, audience);
  for (std::size_t i = 0; i < Scope::dimensions; ++i) used_[i] = used_[i] || !scope.values[i].empty();
  return scope;
}

std::size_t ScopedIndex::Hash::operator()(const Key& key) const {
  std::uint64_t hash = 0;
  for (const std::uint32_t part : key) hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
  return static_cast<std::size_t>(hash ^ hash >> 32U);
}

std::vector<ScopedIndex::Key> ScopedIndex::keys(std::uint32_t capability, const Scope& scope,
                                                bool for_search) const {
  std::vector<Key> keys{{capability}};
  for (std::size_t i = 0; i < Scope::dimensions; ++i) {
    std::vector<std::uint32_t> values = scope.values[i];
    if (!scopes_.uses(static_cast<Scope::Dimension>(i))) {
      values = {nothing};
    } else if (for_search) {
      values.push_back(values.empty() ? anything : nothing);
    } else {
      if (values.empty()) values.push_back(nothing);
      values.push_back(anything);
    }
    std::vector<Key> longer;
    for (const Key& key : keys) {
      for (const std::uint32_t value : values) {
        longer.push_back(key);
        longer.back()[i + 1] = value;
      }
    }
    keys = std::move(longer);
  }
  return keys;
}

// A search leaves out at most the tools of one contract: with so many of each contract, and twice as many in
// all, enough remain.
void ScopedIndex::keep(Place& place, const Entry& entry) {
  constexpr std::size_t enough = listed_peers + 1;
  if (place.size() >= 2 * enough) return;
  const auto same = std::count_if(place.begin(), place.end(),
                                  [&](const Entry& other) { return other.contract == entry.contract; });
  if (static_cast<std::size_t>(same) < enough) place.push_back(entry);
}

void ScopedIndex::enter(std::uint32_t capability, const Scope& scope, const Entry& entry) {
  for (const Key& key : keys(capability, scope, false)) keep(places_[key], entry);
}

void ScopedIndex::search(std::uint32_t capability, const Scope& scope, std::vector<Entry>& found) const {
  for (const Key& key : keys(capability, scope, true)) {
    const auto place = places_.find(key);
    if (place != places_.end()) found.insert(found.end(), place->second.begin(), place->second.end());
  }
}

}  // namespace martech_audit::facts

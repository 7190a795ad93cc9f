#include "facts/scoped_index.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {
namespace {

// In place of a text of a scope.
constexpr std::uint32_t anything = 0;  // whatever the scope says, or nothing
constexpr std::uint32_t nothing = 1;   // the scope says nothing
constexpr std::uint32_t first_text = 2;

std::vector<std::string_view> ids_of(std::span<const Value> teams) {
  std::vector<std::string_view> ids;
  for (const Value& team : teams) ids.push_back(text_of(*team.as_record(), team_field::id));
  return ids;
}

// Of the owner; empty where there is none.
std::string_view own_team(const Record& tool) {
  const Record* owner = reference_of(tool, tool_field::owner);
  const Record* team = owner == nullptr ? nullptr : reference_of(*owner, party_field::team);
  if (team != nullptr) return text_of(*team, team_field::id);
  return owner == nullptr ? std::string_view() : text_of(*owner, party_field::id);
}

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
  std::vector<std::string_view> teams = ids_of(links_of(tool, tool_field::scope_teams));
  // That a tool is for one's own team is how one speaks of it; who uses it is what counts.
  if (teams.size() == 1 && teams.front() == own_team(tool)) {
    for (const std::string_view user : ids_of(links_of(tool, tool_field::user_teams))) teams.push_back(user);
  }
  if (teams.size() <= widest_scope) {
    for (const std::string_view team : teams) add(scope, Scope::teams, team);
  }
  const std::string_view audience = text_of(tool, tool_field::scope_audience);
  if (!audience.empty()) add(scope, Scope::audience, audience);
  for (std::size_t i = 0; i < Scope::dimensions; ++i) used_[i] = used_[i] || !scope.values[i].empty();
  return scope;
}

std::size_t ScopedIndex::Places::hash(const Key& key) {
  std::uint64_t hash = 0;
  for (const std::uint32_t part : key) hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
  return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

std::size_t ScopedIndex::Places::locate(const std::vector<Place>& table, const Key& key) {
  std::size_t at = hash(key) & (table.size() - 1);
  while (table[at].count > 0 && table[at].key != key) at = (at + 1) & (table.size() - 1);
  return at;
}

void ScopedIndex::Places::grow() {
  std::vector<Place> larger(std::max<std::size_t>(64, 2 * table_.size()));
  for (const Place& place : table_) {
    if (place.count > 0) larger[locate(larger, place.key)] = place;
  }
  table_ = std::move(larger);
}

ScopedIndex::Place& ScopedIndex::Places::at(const Key& key) {
  if (4 * used_ >= 3 * table_.size()) grow();
  Place& place = table_[locate(table_, key)];
  if (place.count == 0) {
    place.key = key;
    ++used_;
  }
  return place;
}

const ScopedIndex::Place* ScopedIndex::Places::find(const Key& key) const {
  if (table_.empty()) return nullptr;
  const Place& place = table_[locate(table_, key)];
  return place.count > 0 ? &place : nullptr;
}

ScopedIndex::Choices ScopedIndex::choices(const Scope& scope, Scope::Dimension dimension,
                                          Purpose purpose) const {
  Choices choices;
  const auto& values = scope.values[dimension];
  for (const std::uint32_t value : values) choices.add(value);
  if (!scopes_.uses(dimension)) {
    choices.add(nothing);
  } else if (purpose == Purpose::search) {
    choices.add(values.empty() ? anything : nothing);
  } else {
    if (values.empty()) choices.add(nothing);
    choices.add(anything);
  }
  return choices;
}

template <class Use>
void ScopedIndex::for_each_key(std::uint32_t capability, const Scope& scope, Purpose purpose, Use use) const {
  const Choices all_teams = choices(scope, Scope::teams, purpose);
  const Choices all_audiences = choices(scope, Scope::audience, purpose);
  for (const std::uint32_t region : choices(scope, Scope::regions, purpose)) {
    for (const std::uint32_t team : all_teams) {
      for (const std::uint32_t audience : all_audiences) use(Key{capability, region, team, audience});
    }
  }
}

// A search leaves out at most the tools of one contract: with so many of each contract, and twice as many in
// all, enough remain.
void ScopedIndex::keep(Place& place, const Entry& entry) {
  constexpr std::size_t enough = listed_peers + 1;
  if (place.count >= 2 * enough) return;
  std::size_t same = 0;
  for (std::uint32_t i = place.newest; i != 0; i = links_[i].older) {
    same += links_[i].entry.contract == entry.contract ? 1 : 0;
  }
  if (same >= enough) return;
  links_.push_back({entry, place.newest});
  place.newest = static_cast<std::uint32_t>(links_.size() - 1);
  ++place.count;
}

void ScopedIndex::enter(std::uint32_t capability, const Scope& scope, const Entry& entry) {
  for_each_key(capability, scope, Purpose::enter, [&](const Key& key) { keep(places_.at(key), entry); });
}

void ScopedIndex::search(std::uint32_t capability, const Scope& scope, std::vector<Entry>& found) const {
  for_each_key(capability, scope, Purpose::search, [&](const Key& key) {
    const Place* place = places_.find(key);
    for (auto i = place != nullptr ? place->newest : 0; i != 0; i = links_[i].older) {
      found.push_back(links_[i].entry);
    }
  });
}

// No place holds a tool twice.
bool ScopedIndex::has_other(std::uint32_t capability, const Scope& scope, std::uint32_t rank) const {
  bool found = false;
  for_each_key(capability, scope, Purpose::search, [&](const Key& key) {
    const Place* place = found ? nullptr : places_.find(key);
    if (place != nullptr) found = place->count > 1 || links_[place->newest].entry.rank != rank;
  });
  return found;
}

}  // namespace martech_audit::facts

#include "facts/rivals.h"

#include <algorithm>

namespace martech_audit::facts {
namespace {

constexpr std::size_t most_listed = 100;

}  // namespace

// The index keeps things of several groups at each place where there are any, if groups take the part of
// contracts.
std::vector<std::vector<std::uint32_t>> find_rivals(const std::vector<Contender>& contenders) {
  Scopes scopes;
  std::vector<Scope> scope;
  scope.reserve(contenders.size());
  for (const Contender& contender : contenders) scope.push_back(scopes.read(*contender.tool));
  ScopedIndex index(scopes);
  for (std::uint32_t i = 0; i < contenders.size(); ++i) {
    index.enter(contenders[i].matter, scope[i], {i, contenders[i].item, contenders[i].group});
  }
  std::vector<std::vector<std::uint32_t>> rivals(contenders.size());
  std::vector<Entry> found;
  for (std::uint32_t i = 0; i < contenders.size(); ++i) {
    found.clear();
    index.search(contenders[i].matter, scope[i], found);
    for (const Entry& entry : found) {
      if (entry.contract != contenders[i].group) rivals[i].push_back(entry.rank);
    }
    std::ranges::sort(rivals[i]);
    rivals[i].erase(std::unique(rivals[i].begin(), rivals[i].end()), rivals[i].end());
    if (rivals[i].size() > most_listed) rivals[i].resize(most_listed);
  }
  return rivals;
}

}  // namespace martech_audit::facts

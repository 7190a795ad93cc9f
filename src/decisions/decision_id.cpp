#include "decisions/decision_id.h"

#include <algorithm>
#include <string>

#include "base/netstring.h"
#include "base/sha256.h"

namespace martech_audit {

std::string_view name(Family family) {
  constexpr std::array<std::string_view, 4> words{"contract", "people", "data", "evidence"};
  return words[static_cast<std::size_t>(family)];
}

std::array<char, 32> decision_id(const EntityRef& entity, Act act) {
  const bool by_act = entity.kind == EntityKind::organisation;
  std::string text;
  for (const std::string_view part :
       {std::string_view("martech-audit/decision/v1"), name(entity.kind), entity.id,
        name(meaning(act).family), by_act ? name(act) : std::string_view()}) {
    append_netstring(text, part);
  }
  std::array<char, 32> digits{};
  std::ranges::copy_n(sha256_hex(text).begin(), digits.size(), digits.begin());
  return digits;
}

}  // namespace martech_audit

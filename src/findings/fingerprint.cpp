#include "findings/fingerprint.h"

#include <algorithm>
#include <string>

#include "base/netstring.h"
#include "base/sha256.h"

namespace martech_audit {

std::array<char, 32> fingerprint(std::string_view rule, EntityKind kind, std::string_view entity,
                                 std::string_view discriminator) {
  std::string text;
  for (const std::string_view part :
       {std::string_view("martech-audit/v1"), rule, name(kind), entity, discriminator}) {
    append_netstring(text, part);
  }
  std::array<char, 32> digits{};
  std::ranges::copy_n(sha256_hex(text).begin(), digits.size(), digits.begin());
  return digits;
}

}  // namespace martech_audit

#include "findings/fingerprint.h"

#include "base/sha256.h"
#include "support/catch.h"

using namespace martech_audit;

namespace {

std::string shown(std::string_view rule, EntityKind kind, std::string_view entity,
                  std::string_view discriminator = {}) {
  const auto digits = fingerprint(rule, kind, entity, discriminator);
  return {digits.begin(), digits.end()};
}

}  // namespace

// Fingerprints live in baselines and in other people's trackers: these must never change.
TEST_CASE("fingerprints are those of version 1") {
  CHECK(shown("unused-licences", EntityKind::tool, "salesforce") ==
        sha256_hex("16:martech-audit/v1,15:unused-licences,4:tool,10:salesforce,0:,").substr(0, 32));
  CHECK(shown("no-roadmap", EntityKind::organisation, "") ==
        sha256_hex("16:martech-audit/v1,10:no-roadmap,12:organisation,0:,0:,").substr(0, 32));
}

TEST_CASE("every part counts, and parts cannot be mistaken for each other") {
  const std::string one = shown("a", EntityKind::tool, "bc");
  CHECK(shown("ab", EntityKind::tool, "c") != one);
  CHECK(shown("a", EntityKind::team, "bc") != one);
  CHECK(shown("a", EntityKind::tool, "bd") != one);
  CHECK(shown("a", EntityKind::tool, "b", "c") != one);
  CHECK(shown("a", EntityKind::tool, "2:bc,") != one);
}

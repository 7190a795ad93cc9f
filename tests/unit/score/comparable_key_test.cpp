#include "score/comparable_key.h"

#include "base/sha256.h"
#include "support/catch.h"
#include "unit/score/cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

constexpr Points even = full_score / 2;

std::string key(std::vector<PackUse> packs, std::span<const Rule> rules, std::vector<ParamUse> params,
                Points money_share = even) {
  return comparable_key(std::move(packs), rules, std::move(params), money_share);
}

const std::vector<PackUse> packs{{"licences", "1.0.0", "aa"}, {"strategy", "1.2.0", "bb"}};
const std::vector<Rule> rules{rule("shelfware", 30), rule("unused-licences", 20)};
const std::vector<ParamUse> params{{"licences", "grace_days", "90"}, {"licences", "target_active", "0.9"}};

}  // namespace

TEST_CASE("the key is the hash of what is compared, length before text") {
  CHECK(key({{"p", "1", "ff"}}, std::vector{rule("r", 20)}, {{"p", "days", "90"}}) ==
        sha256_hex("5:gap-2,11:50000000000,1:1,1:p,1:1,2:ff,1:1,1:r,2:20,1:1,1:p,4:days,2:90,"));
  CHECK(key({}, {}, {}) == sha256_hex("5:gap-2,11:50000000000,1:0,1:0,1:0,"));
}

TEST_CASE("the key does not depend on order, severity or texts") {
  const std::string same = key(packs, rules, params);
  std::vector<Rule> other{rules[1], rules[0]};
  other[0].severity = Severity::critical;
  other[0].title = "Other words";
  CHECK(key({packs[1], packs[0]}, other, {params[1], params[0]}) == same);
}

TEST_CASE("the key changes with packs, rules, weights and parameters") {
  const std::string same = key(packs, rules, params);
  CHECK(key({packs[0]}, rules, params) != same);
  CHECK(key({packs[0], {"strategy", "1.2.1", "bb"}}, rules, params) != same);
  CHECK(key({packs[0], {"strategy", "1.2.0", "bc"}}, rules, params) != same);
  CHECK(key(packs, std::vector{rules[0]}, params) != same);
  CHECK(key(packs, std::vector{rules[0], rule("unused-licences", 21)}, params) != same);
  CHECK(key(packs, rules, {params[0], {"licences", "target_active", "0.8"}}) != same);
}

TEST_CASE("the key changes with the money half's share, and with values for a category") {
  const std::string same = key(packs, rules, params);
  CHECK(key(packs, rules, params, even + 1) != same);
  const ParamUse of_crm{"licences", "target_active", "0.9", "crm"};
  const std::string with_crm = key(packs, rules, {params[0], params[1], of_crm});
  CHECK(with_crm != same);
  CHECK(key(packs, rules, {params[0], of_crm}) != same);
  CHECK(key(packs, rules, {of_crm, params[1], params[0]}) == with_crm);
  CHECK(key(packs, rules, {params[0], params[1], {"licences", "target_active", "0.9", "cms"}}) != with_crm);
}

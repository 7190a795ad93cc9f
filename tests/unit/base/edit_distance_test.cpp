#include "base/edit_distance.h"

#include <algorithm>
#include <random>

#include "support/catch.h"

using namespace martech_audit;

namespace {

using Words = std::vector<std::string_view>;

const Words fields{"id",           "name",        "vendor", "owner", "category", "purchased-seats",
                   "active_users", "renewal date"};

std::string any_word(std::mt19937& random) {
  std::string word;
  for (auto length = random() % 7; length > 0; --length) word += static_cast<char>('a' + random() % 3);
  return word;
}

}  // namespace

TEST_CASE("Edit distance counts insertions, deletions, replacements and swaps") {
  const std::vector<std::tuple<std::string, std::string, std::size_t, std::size_t>> cases{
      {"", "", 0, 0},
      {"", "", 9, 0},
      {"", "abc", 9, 3},
      {"abc", "", 9, 3},
      {"owner", "owner", 9, 0},
      {"ownr", "owner", 9, 1},
      {"ownner", "owner", 9, 1},
      {"ownar", "owner", 9, 1},
      {"onwer", "owner", 9, 1},
      {"kitten", "sitting", 9, 3},
      {"ca", "abc", 9, 3},  // a swap is not edited again
      {"abcdef", "fedcba", 9, 5},
      {"đường", "duong", 9, 3},
      {"微信", "微博", 9, 1},
      {"\x80", "\x81", 9, 1},
      {"kitten", "sitting", 2, 3},
      {"kitten", "sitting", 0, 1},
      {"a", "aaaaaaaaaa", 3, 4},
      {"a", "b", static_cast<std::size_t>(-1), 1},
  };
  for (const auto& [a, b, limit, expected] : cases) {
    CAPTURE(a, b, limit);
    CHECK(edit_distance(a, b, limit) == expected);
    CHECK(edit_distance(b, a, limit) == expected);
  }
}

TEST_CASE("Edit distance is symmetric, zero for equals only, and cut at the limit") {
  std::mt19937 random(3);
  for (int i = 0; i < 20000; ++i) {
    const std::string a = any_word(random);
    const std::string b = any_word(random);
    const std::size_t distance = edit_distance(a, b, 99);
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t limit = random() % 8;
    const bool is_right = distance == edit_distance(b, a, 99) && (distance == 0) == (a == b) &&
                          distance <= longer && edit_distance(a, b, limit) == std::min(distance, limit + 1);
    if (!is_right) FAIL(a << " " << b << " " << limit);
  }
}

TEST_CASE("The nearest word is found where one is near") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"ownr", "owner"},
      {"Owner", "owner"},
      {"vender", "vendor"},
      {"nmae", "name"},
      {"di", "id"},
      {"purchased_seats", "purchased-seats"},
      {"PURCHASED SEATS", "purchased-seats"},
      {"active-user", "active_users"},
      {"renewal_dat", "renewal date"},
      {"budget", ""},
      {"categories", "category"},
      {"x", ""},
      {"", ""},
      {"own", ""},
      {std::string(100000, 'a'), ""},
      {"\x1b\x1b", ""},
  };
  for (const auto& [word, expected] : cases) {
    CAPTURE(word.substr(0, 40));
    CHECK(nearest(word, fields) == expected);
  }
}

TEST_CASE("Ties go to the first, an exact word beats all") {
  CHECK(nearest("cat", Words{"bat", "rat"}) == "bat");
  CHECK(nearest("cat", Words{"bat", "Cat", "cat"}) == "Cat");
  CHECK(nearest("A", Words{"b", "a"}) == "a");
  CHECK(nearest("cat", Words{}).empty());
}

TEST_CASE("A hint names the near word, or the few there are") {
  CHECK(did_you_mean("ownr", fields) == "did you mean 'owner'?");
  CHECK(did_you_mean("budget", Words{"low", "medium", "high"}) == "one of: low, medium, high");
  CHECK(did_you_mean("budget", Words{}).empty());
  CHECK(did_you_mean("budget", Words(12, "xyz")).substr(0, 16) == "one of: xyz, xyz");
  CHECK(did_you_mean("budget", Words(13, "xyz")).empty());
}

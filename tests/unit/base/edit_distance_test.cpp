#include "base/edit_distance.h"

#include <algorithm>
#include <random>

#include "base/text.h"

#include "support/catch.h"
#include "support/sample.h"

using namespace martech_audit;

namespace {

using Words = std::vector<std::string_view>;

const Words fields{"id",           "name",        "vendor", "owner", "category", "purchased-seats",
                   "active_users", "renewal date"};

std::u32string letters(const std::string& word) {
  std::u32string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t start = at;
    const char32_t letter = next_code_point(word, at);
    out += letter == 0xFFFD && at - start == 1 ? 0x110000U + static_cast<unsigned char>(word[start]) : letter;
  }
  return out;
}

// The whole table, as in the books.
std::size_t edits(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& least = table[i][j];
      least = std::max(i, j);
      if (i == 0 || j == 0) continue;
      const bool same = a[i - 1] == b[j - 1];
      least = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        least = std::min(least, table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

std::string folded(std::string_view word) {
  std::string text(word);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '-' || c == ' ') c = '_';
  }
  return text;
}

// One candidate after the other.
std::string_view nearest_by_trying(std::string_view word, const Words& candidates) {
  const std::u32string wanted = letters(folded(word));
  if (wanted.empty()) return {};
  std::size_t limit = std::min(std::max<std::size_t>(1, wanted.size() / 3), wanted.size() - 1) + 1;
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    const std::size_t found = edits(wanted, letters(folded(candidate)));
    if (found >= limit) continue;
    best = candidate;
    limit = found;
  }
  return best;
}

std::string any_word(std::mt19937& random) {
  const std::vector<std::string> alphabet{"a", "b", "B", "-", "_", "c", "ö", "微", "\x80", "\x81"};
  const auto most = random() % 8 == 0 ? longest_guessed : std::size_t{8};
  const auto used = 2 + random() % (alphabet.size() - 2);
  std::string word;
  for (auto length = random() % (most + 1); length > 0; --length) word += alphabet[random() % used];
  return word;
}

// A word with some of its bytes changed, so that whole words are near each other.
std::string misspelt(std::string word, std::mt19937& random) {
  for (auto changes = random() % 6; changes > 0 && !word.empty(); --changes) {
    const auto at = random() % word.size();
    if (random() % 3 == 0)
      word.erase(at, 1);
    else if (random() % 2 == 0)
      word.insert(at, "b");
    else if (at > 0)
      std::swap(word[at], word[at - 1]);
  }
  return word;
}

}  // namespace

TEST_CASE("Insertions, deletions, replacements and swaps are counted") {
  // The words, and by how many edits they differ: a word is found where these are a third of its length.
  const std::vector<std::tuple<std::string, std::string, bool>> cases{
      {"owner1", "owner1", true},
      {"ownr12", "owner12", true},
      {"ownner", "owner", true},
      {"ownar", "owner", true},
      {"onwer", "owner", true},
      {"kitten", "sitting", false},
      {"kittens", "sitten", true},
      {"kittenkit", "sittingkit", true},
      {"cabbb", "abcbbb", false},  // a swap is not edited again
      {"cabbbbbbb", "abcbbbbbb", true},
      {"đường", "duong", false},
      {"微信微", "微博微", true},
      {"\x80zz", "\x81zz", true},
      {"a", "b", false},
  };
  for (const auto& [word, candidate, is_found] : cases) {
    CAPTURE(word, candidate);
    CHECK(nearest(word, Words{candidate}) == (is_found ? candidate : ""));
    CHECK(nearest_by_trying(word, Words{candidate}) == (is_found ? candidate : ""));
  }
}

TEST_CASE("The index finds the word that trying all of them finds") {
  std::mt19937 random(3);
  for (std::size_t round = 0; round < sample_of(1500); ++round) {
    std::vector<std::string> all;
    for (auto count = random() % 30; count > 0; --count)
      all.push_back(all.empty() || random() % 2 == 0 ? any_word(random)
                                                     : misspelt(all[random() % all.size()], random));
    const Words words(all.begin(), all.end());
    const WordIndex index(words);
    for (int i = 0; i < 8; ++i) {
      const std::string word =
          all.empty() || i % 2 == 0 ? any_word(random) : misspelt(all[random() % all.size()], random);
      if (letters(word).size() > longest_guessed) continue;
      const std::string_view found = index.nearest(word);
      const std::string_view expected = nearest_by_trying(word, words);
      // The very one, not its equal.
      if (found.data() != expected.data() && !(found.empty() && expected.empty()))
        FAIL(word << ": " << found << ", not " << expected);
    }
  }
  SUCCEED();
}

TEST_CASE("A page is no misspelt word") {
  const std::string long_word(longest_guessed, 'a');
  const std::string longer = long_word + "a";
  CHECK(nearest(long_word, Words{longer}) == longer);
  CHECK(nearest(longer, Words{long_word, longer}).empty());
  CHECK(nearest(std::string(longest_guessed / 2, 'a'), Words{std::string(1 << 20, 'a')}).empty());
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

#include "base/wrap.h"

#include "support/catch.h"

using namespace martech_audit;

namespace {

std::string wrapped(std::string_view text, std::size_t first, std::size_t rest, LongWords long_words) {
  std::string out;
  for (const std::string_view line : wrap_lines(text, first, rest, long_words))
    out.append(out.empty() ? "" : "/").append(line);
  return out;
}

}  // namespace

TEST_CASE("text is broken at spaces into lines of a width") {
  struct Case {
    std::string text;
    std::size_t first;
    std::size_t rest;
    std::string cut;
    std::string kept;
  };
  const std::vector<Case> cases{
      {"", 5, 5, "", ""},
      {"   ", 5, 5, "", ""},
      {"one two three", 7, 7, "one two/three", "one two/three"},
      {"one two three", 3, 20, "one/two three", "one/two three"},
      {"one  two   three ", 8, 8, "one  two/three", "one  two/three"},
      {"  one two", 5, 5, "  one/two", "  one/two"},
      {"abcdefgh ij", 3, 3, "abc/def/gh/ij", "abcdefgh/ij"},
      {"ab cdefgh", 4, 3, "ab/cde/fgh", "ab/cdefgh"},
      {"微信公众号", 4, 4, "微信/公众/号", "微信公众号"},
      {"Tiếng Việt", 5, 5, "Tiếng/Việt", "Tiếng/Việt"},
      {"x 👩\u200d💻👩\u200d💻👩\u200d💻", 4, 4, "x/👩\u200d💻👩\u200d💻/👩\u200d💻", "x/👩\u200d💻👩\u200d💻👩\u200d💻"},
      // Escaped, two colons at the beginning of a line are five columns wide.
      {"::a b", 6, 6, "::a/b", "::a/b"},
      {"aa ::b c", 5, 7, "aa/::b/c", "aa/::b/c"},
      {"aa ::b c", 8, 8, "aa ::b c", "aa ::b c"},
      {"  ::a b", 8, 8, "  ::a/b", "  ::a/b"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text, c.first, c.rest);
    CHECK(wrapped(c.text, c.first, c.rest, LongWords::cut) == c.cut);
    CHECK(wrapped(c.text, c.first, c.rest, LongWords::keep) == c.kept);
  }
}

TEST_CASE("text written over several lines flows as one") {
  CHECK(flowed("  one\n  two\t\tthree \r\n") == "one two three");
  CHECK(flowed(" \n").empty());
}

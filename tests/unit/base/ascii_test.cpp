// What is left of text where nothing beyond ASCII can be shown.
#include "base/ascii.h"

#include <string>

#include "base/text.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

TEST_CASE("dashes, quotes and arrows have substitutes, other characters are named") {
  CHECK(to_ascii("") == "");
  CHECK(to_ascii("plain ~ text\n") == "plain ~ text\n");
  CHECK(to_ascii("38–62 — so") == "38-62 - so");
  CHECK(to_ascii("‘a’ “b” …") == "'a' \"b\" ...");
  CHECK(to_ascii("EUR 5 → € 4 ≥ 3 × 2 · 1") == "EUR 5 -> EUR 4 >= 3 x 2 . 1");
  CHECK(to_ascii("a\u00A0b") == "a b");
  CHECK(to_ascii("Zoë 東 😀") == "Zo\\u{eb} \\u{6771} \\u{1f600}");
}

TEST_CASE("what is drawn keeps its width, and what it tells apart") {
  for (const std::string_view drawn : {"▁▂▃▄▅▆▇█░▒▓·│", "├─ └─ │  "}) {
    CAPTURE(drawn);
    CHECK(display_width(to_ascii(drawn)) == display_width(drawn));
  }
  CHECK(to_ascii("├─ one\n│  └─ two\n") == "|- one\n|  `- two\n");
  CHECK(to_ascii("▁▂▃▄▅▆▇█") == "_.-=+*%#");
}

TEST_CASE("bytes that are no UTF-8 are no characters of a terminal either") {
  const std::string shown = to_ascii("a\xff\xc3(b");
  CHECK(shown.front() == 'a');
  CHECK(shown.back() == 'b');
  for (const char c : shown) CHECK((c >= ' ' && c < 0x7F));
}

}  // namespace
}  // namespace martech_audit

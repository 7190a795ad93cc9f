#include "base/text.h"

#include <algorithm>
#include <cstdio>
#include <random>

#include "support/catch.h"

using namespace martech_audit;

namespace {

std::string code_points(std::string_view text) {
  std::string out;
  char digits[16];
  for (std::size_t at = 0; at < text.size();) {
    std::snprintf(digits, sizeof digits, "%X ", static_cast<unsigned>(next_code_point(text, at)));
    out += digits;
  }
  return out;
}

std::string invalid_at(std::string_view text) {
  const auto at = first_invalid_utf8(text);
  return at ? std::to_string(*at) : "valid";
}

}  // namespace

TEST_CASE("UTF-8 is decoded strictly") {
  struct Case {
    std::string text;
    std::string code_points;
    std::string invalid_at;
  };
  const std::vector<Case> cases{
      {"", "", "valid"},
      {"aé微😀", "61 E9 5FAE 1F600 ", "valid"},
      {std::string("\0", 1), "0 ", "valid"},
      {"\x7f\xc2\x80", "7F 80 ", "valid"},
      {"\xdf\xbf\xe0\xa0\x80", "7FF 800 ", "valid"},
      {"\xef\xbf\xbf\xf0\x90\x80\x80", "FFFF 10000 ", "valid"},
      {"\xf4\x8f\xbf\xbf", "10FFFF ", "valid"},
      {"\xed\x9f\xbf\xee\x80\x80", "D7FF E000 ", "valid"},
      {"\xef\xbf\xbd", "FFFD ", "valid"},
      {"a\x80", "61 FFFD ", "1"},
      {"\xbf", "FFFD ", "0"},
      {"\xc0\xaf", "FFFD FFFD ", "0"},           // overlong '/'
      {"\xc1\xbf", "FFFD FFFD ", "0"},           // overlong DEL
      {"\xe0\x80\xaf", "FFFD FFFD FFFD ", "0"},  // overlong '/'
      {"\xe0\x9f\xbf", "FFFD FFFD FFFD ", "0"},
      {"\xf0\x80\x80\xaf", "FFFD FFFD FFFD FFFD ", "0"},
      {"\xf0\x8f\xbf\xbf", "FFFD FFFD FFFD FFFD ", "0"},
      {"\xed\xa0\x80", "FFFD FFFD FFFD ", "0"},  // a surrogate
      {"\xed\xbf\xbf", "FFFD FFFD FFFD ", "0"},
      {"\xf4\x90\x80\x80", "FFFD FFFD FFFD FFFD ", "0"},  // beyond Unicode
      {"\xf5\x80\x80\x80", "FFFD FFFD FFFD FFFD ", "0"},
      {"\xfe\xff", "FFFD FFFD ", "0"},
      {"ok\xc3", "6F 6B FFFD ", "2"},  // cut short
      {"ok\xe2\x82", "6F 6B FFFD FFFD ", "2"},
      {"\xe2\x82z", "FFFD FFFD 7A ", "0"},
      {"\xf0\x9f\x98 ", "FFFD FFFD FFFD 20 ", "0"},
      {"caf\xe9 au lait", "63 61 66 FFFD 20 61 75 20 6C 61 69 74 ", "3"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(code_points(c.text) == c.code_points);
    CHECK(invalid_at(c.text) == c.invalid_at);
  }
}

TEST_CASE("Every code point survives encoding and decoding") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    if (next_code_point(text, at) != c || at != text.size()) FAIL(static_cast<unsigned>(c));
  }
  SUCCEED();
}

TEST_CASE("What is not a code point is encoded as the replacement character") {
  for (const char32_t c : {0xD800U, 0xDFFFU, 0x110000U, 0x7FFFFFFFU}) {
    std::string text;
    append_utf8(text, c);
    CHECK(text == "\xef\xbf\xbd");
  }
}

TEST_CASE("Columns are counted as terminals draw them") {
  struct Case {
    std::string text;
    std::size_t code_points;
    std::size_t width;
  };
  const std::vector<Case> cases{
      {"", 0, 0},
      {"plain", 5, 5},
      {"café", 4, 4},
      {"cafe\u0301", 5, 4},
      {"Tiếng Việt", 10, 10},
      {"Tie\u0302\u0301ng Vie\u0302\u0323t", 14, 10},
      {"Đường đỗ", 8, 8},
      {"微信公众号", 5, 10},
      {"カタカナ", 4, 8},
      {"ｶﾀｶﾅ", 4, 4},
      {"Ｆｕｌｌ", 4, 8},
      {"카카오", 3, 6},
      {"\u110f\u1161", 2, 2},  // a syllable in two parts
      {"ไทย น้ำ", 7, 6},
      {"हिन्दी", 6, 5},
      {"עִבְרִית", 8, 5},
      {"عربي", 4, 4},
      {"😀", 1, 2},
      {"✅❌", 2, 4},
      {"❤", 1, 1},
      {"❤\ufe0f", 2, 2},                 // as an emoji
      {"1\ufe0f\u20e3", 3, 2},           // a key cap
      {"a\ufe0f", 2, 1},                 // a selector that selects nothing
      {"👍🏽", 2, 2},                // a skin tone
      {"👩\u200d💻", 3, 2},                // joined to one
      {"👨\u200d👩\u200d👧\u200d👦", 7, 2},  // a family
      {"❤\ufe0f\u200d🔥", 4, 2},
      {"🇻🇳🇪🇺", 4, 4},  // flags, of two letters each
      {"🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", 7, 2},  // of tags
      {"→…—€™", 5, 5},
      {"░█", 2, 2},
      {"\u200b\u200d\ufeff\u202e", 4, 0},
      {"\x1b\n\t", 3, 0},
      {"\xff\xc0", 2, 2},
      {"𠀀", 1, 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(count_code_points(c.text) == c.code_points);
    CHECK(display_width(c.text) == c.width);
  }
}

TEST_CASE("What changes a terminal or hides is escaped") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", ""},
      {"plain 'text' \\n \"q\"", "plain 'text' \\n \"q\""},
      {"Đường 微信 😀 e\u0301", "Đường 微信 😀 e\u0301"},
      {"👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥",
       "👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥"},
      {"a\u200d💻", "a\\u{200d}💻"},
      {"a\ufe0f\u200d💻", "a\ufe0f\\u{200d}💻"},
      {"💻\u200db", "💻\\u{200d}b"},
      {"💻\u200d\u200d💻\u200d", "💻\\u{200d}\\u{200d}💻\\u{200d}"},
      {"a\nb\rc\td", "a\\nb\\rc\\td"},
      {"\x1b[2J\x1b]0;title\x07", "\\x1b[2J\\x1b]0;title\\x07"},
      {std::string("a\0b", 3), "a\\x00b"},
      {"\x7f\x08", "\\x7f\\x08"},
      {"\u0085\u009b31m", "\\u{85}\\u{9b}31m"},
      {"\x85\x9b", "\\x85\\x9b"},
      {"admin\u202egnp.exe\u202c", "admin\\u{202e}gnp.exe\\u{202c}"},
      {"\u2066a\u2069\u200e\u200f\u061c", "\\u{2066}a\\u{2069}\\u{200e}\\u{200f}\\u{61c}"},
      {"pay\u200bpal\u00ad\u2060\ufeff", "pay\\u{200b}pal\\u{ad}\\u{2060}\\u{feff}"},
      {"a\u2028b\u2029", "a\\u{2028}b\\u{2029}"},
      {"\U000e0041\U000e007f", "\\u{e0041}\\u{e007f}"},
      {"\xc0\xaf\xed\xa0\x80", "\\xc0\\xaf\\xed\\xa0\\x80"},
      {"caf\xe9", "caf\\xe9"},
      {"\xe2\x82", "\\xe2\\x82"},
      {"\xef\xbf\xbd", "\xef\xbf\xbd"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(expected);
    CHECK(escape_controls(text) == expected);
    CHECK(escape_controls(expected) == expected);
  }
}

TEST_CASE("Escaped text is UTF-8 without controls, whatever the bytes") {
  std::mt19937 random(5);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (auto length = random() % 12; length > 0; --length) text += static_cast<char>(random() % 256);
    const std::string escaped = escape_controls(text);
    const bool has_control =
        std::any_of(escaped.begin(), escaped.end(), [](char c) { return c >= 0 && c < 0x20; });
    if (first_invalid_utf8(escaped) || has_control) FAIL(escaped);
  }
  SUCCEED();
}

TEST_CASE("Long text is cut to a width") {
  const std::vector<std::tuple<std::string, std::size_t, std::string>> cases{
      {"", 0, ""},
      {"abc", 0, ""},
      {"abc", 1, "…"},
      {"abc", 2, "a…"},
      {"abc", 3, "abc"},
      {"abcd", 3, "ab…"},
      {"微信公众号", 10, "微信公众号"},
      {"微信公众号", 9, "微信公众…"},
      {"微信公众号", 8, "微信公…"},
      {"微信", 1, "…"},
      {"e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"},
      {"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
      {"Tiếng Việt", 6, "Tiếng…"},
      {"😀😀", 3, "😀…"},
      {"👩\u200d💻👩\u200d💻", 3, "👩\u200d💻…"},
      {"🇻🇳🇪🇺", 3, "🇻🇳…"},
  };
  for (const auto& [text, columns, expected] : cases) {
    CAPTURE(text, columns);
    CHECK(shorten(text, columns) == expected);
    CHECK(display_width(expected) <= columns);
  }
}

TEST_CASE("Letters are lowered and blanks trimmed in ASCII only") {
  CHECK(lower_ascii("AbZ-ÉĐ@[") == "abz-ÉĐ@[");
  CHECK(trim(" \t\r\na b\n") == "a b");
  CHECK(trim(" \t ").empty());
  CHECK(trim("").empty());
  CHECK(trim("\u00a0a\v") == "\u00a0a\v");
}

TEST_CASE("Names become identifiers") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Salesforce Sales Cloud", "salesforce-sales-cloud"},
      {"  HubSpot -- Marketing_Hub (EU) ", "hubspot-marketing-hub-eu"},
      {"AT&T / 360°", "at-t-360"},
      {"L'Oréal", "l-oreal"},
      {"Công ty Cổ phần Đường Quảng Ngãi", "cong-ty-co-phan-duong-quang-ngai"},
      {"Co\u0302\u0309 pha\u0302\u0300n", "co-phan"},
      {"ưu đãi Ơn ỹ Ỵ", "uu-dai-on-y-y"},
      {"Straße ẞ Ærø Œuvre Þór", "strasse-ss-aero-oeuvre-thor"},
      {"Łódź Žižek Şişli İstanbul ığ", "lodz-zizek-sisli-istanbul-ig"},
      {"București Țară", "bucuresti-tara"},
      {"微信", "unnamed"},
      {"微信 WeChat", "wechat"},
      {"", "unnamed"},
      {"---", "unnamed"},
      {"\u0301", "unnamed"},
      {"a\x1b[31m\u202eb", "a-31m-b"},
      {"a\xff\xfe"
       "b",
       "a-b"},
      {std::string("a\0b", 3), "a-b"},
      {"../../etc/passwd", "etc-passwd"},
      {"2×3÷4", "2-3-4"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(slug(text) == expected);
    CHECK(slug(expected) == expected);
  }
}

TEST_CASE("Every Latin and Vietnamese letter with an accent folds to letters") {
  const auto folds = [](char32_t c) {
    std::string text;
    append_utf8(text, c);
    return slug(text) != "unnamed";
  };
  for (char32_t c = 0xC0; c <= 0x17F; ++c) CHECK((c == 0xD7 || c == 0xF7 || folds(c)));
  for (char32_t c = 0x1EA0; c <= 0x1EF9; ++c) CHECK(folds(c));
}

#include "base/markdown_text.h"

#include <string>

#include "support/catch.h"

using namespace martech_audit;

TEST_CASE("text within Markdown stays text") {
  const std::string commit = "16c999e8c71134401a78d4d46435517b2271d6ac";
  const std::pair<std::string, std::string> cases[] = {
      {"Plain name (48%), of 3.", "Plain name (48%), of 3."},
      {"*bold* _it_ [x](y) `z` ~ s", "\\*bold\\* \\_it\\_ \\[x\\](y) \\`z\\` \\~ s"},
      {"<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"},
      {"ask @team or #12, !3 or GH-7", "ask `@team` or `#12,` `!3` or `GH-7`"},
      {"gl-7 and %\"v 1\"", "`gl-7` and `%\"v` 1\""},
      {"in " + commit + " and (1a2b3c4)", "in `" + commit + "` and `(1a2b3c4)`"},
      {"1234567 decades defaced 12 a1b2c3", "1234567 decades defaced 12 a1b2c3"},
      {"me@example.org", "`me@example.org`"},
      {"see https://evil.example/?a|b", "see `https://evil.example/?a\\|b`"},
      {"@a\\|b", "`@a\\ \\|b`"},
      {"a\\|b", "a\\\\\\|b"},
      {"WWW.evil.example", "`WWW.evil.example`"},
      {"a | b\n| c", "a \\| b\\\\n\\| c"},
      {"=LINK(\"http://evil.example\")", "`=LINK(\"http://evil.example\")`"},
      {"- item", "\\- item"},
      {"  - item - x", "  \\- item - x"},
      {"12. item 13. x", "12\\. item 13. x"},
      {"3) item", "3\\) item"},
      {"2.5 points. 3", "2.5 points. 3"},
      {"/close /merge", "\\/close /merge"},
      {"$ \\frac $", "\\$ \\\\frac \\$"},
      {"`@x`y", "`'@x'y`"},
      {"</details>", "&lt;/details&gt;"},
      {"[x]: y", "\\[x\\]: y"},
      {"##[error]x", "\\#\\#\\\\x5berror\\]x"},
  };
  for (const auto& [text, markdown] : cases) {
    INFO(text);
    CHECK(markdown_text(text) == markdown);
  }
  CHECK(markdown_code("a`b|c\n") == "`a'b\\|c\\n`");
}

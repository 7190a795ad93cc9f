#include "martech_audit/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "base/text.h"
#include "support/catch.h"

using namespace martech_audit;

namespace {

// Renders an error about the bytes that `marked` first takes in `text`; "" marks the end of the text.
std::string shown(const std::string& text, const std::string& marked, const std::string& hint = "") {
  const auto source = std::make_shared<const Source>("inventory.yaml", text);
  const auto begin = static_cast<std::uint32_t>(marked.empty() ? text.size() : text.find(marked));
  const auto end = static_cast<std::uint32_t>(begin + marked.size());
  return "\n" + render(Diagnostic{DiagnosticLevel::error, {source, begin, end}, "no", hint});
}

std::string messages(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics.all()) all += std::string(name(d.level)) + " " + d.message + "; ";
  return all;
}

}  // namespace

TEST_CASE("A message shows place, line, mark and hint") {
  const auto source =
      std::make_shared<const Source>("inventory.yaml", std::string(11, '\n') + "    ownr: mai\n");
  const Diagnostic diagnostic{
      DiagnosticLevel::error, {source, 15, 19}, "unknown field 'ownr' of a tool", "did you mean 'owner'?"};
  CHECK("\n" + render(diagnostic) == R"(
inventory.yaml:12:5: error: unknown field 'ownr' of a tool
   12 |     ownr: mai
      |     ^~~~
      hint: did you mean 'owner'?
)");
}

TEST_CASE("A message without a place is one line, and its hint another") {
  CHECK(render(Diagnostic{DiagnosticLevel::error, {}, "no tools", ""}) == "error: no tools\n");
  CHECK(render(Diagnostic{DiagnosticLevel::warning, {}, "no tools", "add 'tools:'"}) ==
        "warning: no tools\n      hint: add 'tools:'\n");
  CHECK(render(Diagnostic{DiagnosticLevel::note, {}, "a\x1b[31m\nb", "\xe2\x80\xae"}) ==
        "note: a\\x1b[31m\\nb\n      hint: \\u{202e}\n");
}

TEST_CASE("The mark stands under its text") {
  CHECK(shown("a: b\n", "b") == R"(
inventory.yaml:1:4: error: no
    1 | a: b
      |    ^
)");
  CHECK(shown("", "") == R"(
inventory.yaml:1:1: error: no
    1 |
      | ^
)");
  CHECK(shown("a: b\n", "") == R"(
inventory.yaml:2:1: error: no
    2 |
      | ^
)");
  CHECK(shown("a: b", "") == R"(
inventory.yaml:1:5: error: no
    1 | a: b
      |     ^
)");
  CHECK(shown("a: [b,\r\n  c]\r\n", "[b,\r\n  c]") == R"(
inventory.yaml:1:4: error: no
    1 | a: [b,
      |    ^~~
)");
  CHECK(shown("a: b\r\nc", "\r\n") == R"(
inventory.yaml:1:5: error: no
    1 | a: b
      |     ^
)");
}

TEST_CASE("The mark stands right after wide and combined characters") {
  CHECK(shown("微信: ownr", "ownr") == R"(
inventory.yaml:1:5: error: no
    1 | 微信: ownr
      |       ^~~~
)");
  CHECK(shown("a: 微信 b", "微信") == R"(
inventory.yaml:1:4: error: no
    1 | a: 微信 b
      |    ^~~~
)");
  CHECK(shown("\"Tie\u0302\u0301p thi\u0323\": mai", "mai") ==
        "\ninventory.yaml:1:16: error: no\n"
        "    1 | \"Tie\u0302\u0301p thi\u0323\": mai\n"
        "      |             ^~~\n");
  CHECK(shown("đường: 1", "1") == R"(
inventory.yaml:1:8: error: no
    1 | đường: 1
      |        ^
)");
  CHECK(shown("👩🏽 x", "x") == R"(
inventory.yaml:1:4: error: no
    1 | 👩🏽 x
      |    ^
)");
}

TEST_CASE("What a terminal would obey is shown escaped, the mark still in place") {
  CHECK(shown("a: \x1b[31mred x", "x") == R"(
inventory.yaml:1:13: error: no
    1 | a: \x1b[31mred x
      |                ^
)");
  CHECK(shown("\ta: x", "x") == R"(
inventory.yaml:1:5: error: no
    1 | \ta: x
      |      ^
)");
  CHECK(shown("a: \u202e\u2066evil x", "x") == R"(
inventory.yaml:1:11: error: no
    1 | a: \u{202e}\u{2066}evil x
      |                         ^
)");
  CHECK(shown("a\u200b: \ufeffx", "x") == R"(
inventory.yaml:1:6: error: no
    1 | a\u{200b}: \u{feff}x
      |                    ^
)");
  CHECK(shown(std::string("a\0b x", 5), "x") == R"(
inventory.yaml:1:5: error: no
    1 | a\x00b x
      |        ^
)");
  CHECK(shown("a: \xc0\xaf x", "\xc0") == R"(
inventory.yaml:1:4: error: no
    1 | a: \xc0\xaf x
      |    ^~~~
)");
  CHECK(shown("a: \xed\xa0\x80 x", "\xed\xa0\x80") == R"(
inventory.yaml:1:4: error: no
    1 | a: \xed\xa0\x80 x
      |    ^~~~~~~~~~~~
)");
  CHECK(shown("caf\xe9", "\xe9") == R"(
inventory.yaml:1:4: error: no
    1 | caf\xe9
      |    ^~~~
)");
}

TEST_CASE("A hostile file name cannot write to the terminal") {
  const auto source = std::make_shared<const Source>("a\x1b]0;pwned\x07\n.yaml", "x");
  CHECK("\n" + render(Diagnostic{DiagnosticLevel::warning, {source, 0, 1}, "m", ""}) == R"(
a\x1b]0;pwned\x07\n.yaml:1:1: warning: m
    1 | x
      | ^
)");
}

TEST_CASE("Long lines are cut around the mark") {
  const std::string x60(60, 'x');
  const std::string y100(100, 'y');
  CHECK(shown("ab " + y100, "b") ==
        "\ninventory.yaml:1:2: error: no\n"
        "    1 | ab " +
            std::string(97, 'y') +
            "…\n"
            "      |  ^\n");
  CHECK(shown(y100 + x60 + "ab", "ab") ==
        "\ninventory.yaml:1:161: error: no\n"
        "    1 | …" +
            x60 +
            "ab\n"
            "      | " +
            std::string(61, ' ') + "^~\n");
  CHECK(shown(y100 + x60 + "ab" + y100, "ab") ==
        "\ninventory.yaml:1:161: error: no\n"
        "    1 | …" +
            x60 + "ab" + std::string(38, 'y') +
            "…\n"
            "      | " +
            std::string(61, ' ') + "^~\n");
  CHECK(shown(y100 + x60, "") ==
        "\ninventory.yaml:1:161: error: no\n"
        "    1 | …" +
            x60 +
            "\n"
            "      | " +
            std::string(61, ' ') + "^\n");
  CHECK(shown("a" + y100 + y100, y100 + y100) ==
        "\ninventory.yaml:1:2: error: no\n"
        "    1 | a" +
            std::string(99, 'y') +
            "…\n"
            "      |  ^" +
            std::string(98, '~') + "\n");
  CHECK(shown(y100, "y") ==
        "\ninventory.yaml:1:1: error: no\n"
        "    1 | " +
            y100 +
            "\n"
            "      | ^\n");
}

TEST_CASE("A cut falls between characters, never inside one") {
  std::string wide;
  for (int i = 0; i < 400; ++i) wide += "微";
  const std::string kept = wide.substr(0, 3 * 30);
  CHECK(shown(wide + "ab" + wide, "ab") ==
        "\ninventory.yaml:1:401: error: no\n"
        "    1 | …" +
            kept + "ab" + wide.substr(0, 3 * 19) +
            "…\n"
            "      | " +
            std::string(61, ' ') + "^~\n");
  std::string accents;
  for (int i = 0; i < 2000; ++i) accents += "e\u0301\u0302";
  std::string thirty;
  for (int i = 0; i < 60; ++i) thirty += "e\u0301\u0302";
  CHECK(shown(accents + "|", "|") ==
        "\ninventory.yaml:1:6001: error: no\n"
        "    1 | …" +
            thirty +
            "|\n"
            "      | " +
            std::string(61, ' ') + "^\n");
}

TEST_CASE("Only the neighbourhood of the mark is shown of a line of megabytes") {
  const std::string megabytes(8U << 20U, '\x01');
  const std::string text = shown(megabytes + "ab" + megabytes, "ab");
  CHECK(text.size() < 400);
  CHECK(text.find("\\x01\\x01ab\\x01") != std::string::npos);
}

TEST_CASE(
    "Whatever the bytes and the place, the picture is two lines of clean text and the mark is in them") {
  std::mt19937 random(11);
  const std::vector<std::string> parts{"a",      ": ",     "\xff",  "\xc3", "\xa9", "微",
                                       "\u0301", "\u202e", "\x1b[", "\t",   "\r\n"};
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (auto n = random() % 300; n > 0; --n) text += parts[random() % (i % 2 == 0 ? 9 : parts.size())];
    const auto source = std::make_shared<const Source>("f", text);
    const auto begin = static_cast<std::uint32_t>(random() % (text.size() + 3));
    const auto end = static_cast<std::uint32_t>(random() % (text.size() + 3));
    const std::string picture = render(Diagnostic{DiagnosticLevel::error, {source, begin, end}, "m", ""});
    const auto last_line = picture.rfind('\n', picture.size() - 2) + 1;
    const std::string mark = picture.substr(last_line, picture.size() - last_line - 1);
    const std::string line = picture.substr(0, last_line - 1).substr(picture.find('\n') + 1);
    const bool is_clean =
        escape_controls(line) == line && std::count(picture.begin(), picture.end(), '\n') == 3;
    const bool is_marked = mark.find('^') != std::string::npos && mark.size() <= display_width(line) + 2;
    if (!is_clean || !is_marked || mark.size() > 8 + 113) FAIL(picture);
  }
  SUCCEED();
}

TEST_CASE("The gutter grows with the line number") {
  const auto source = std::make_shared<const Source>("long.yaml", std::string(123455, '\n') + "x: 1");
  CHECK("\n" + render(Diagnostic{DiagnosticLevel::note, {source, 123455, 123456}, "m", "h"}) == R"(
long.yaml:123456:1: note: m
123456 | x: 1
       | ^
       hint: h
)");
}

TEST_CASE("Diagnostics are kept in the order of discovery and sorted on demand") {
  const auto a = std::make_shared<const Source>("a.yaml", "one two three");
  const auto b = std::make_shared<const Source>("b.yaml", "one two three");
  Diagnostics found;
  CHECK(found.empty());
  found.error({b, 4, 7}, "b4");
  found.warning({a, 8, 13}, "a8");
  found.note({a, 0, 3}, "a0 first");
  found.error({a, 0, 1}, "a0 second");
  found.error({}, "nowhere");
  CHECK(messages(found) == "error b4; warning a8; note a0 first; error a0 second; error nowhere; ");
  CHECK(found.errors() == 3);
  found.sort();
  CHECK(messages(found) == "error nowhere; note a0 first; error a0 second; warning a8; error b4; ");
}

TEST_CASE("Appending counts errors, also to itself") {
  Diagnostics warnings;
  warnings.warning({}, "w");
  CHECK_FALSE(warnings.has_errors());
  Diagnostics errors;
  errors.error({}, "e");
  warnings.append(errors);
  warnings.append(warnings);
  CHECK(messages(warnings) == "warning w; error e; warning w; error e; ");
  CHECK(warnings.errors() == 2);
}

TEST_CASE("People are shown a hundred messages and the count of the rest") {
  Diagnostics many;
  for (int i = 0; i < 100; ++i) many.error({}, "e");
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += "error: e\n";
  CHECK(render(many) == hundred);
  many.error({}, "e");
  many.error({}, "e");
  CHECK(render(many) == hundred + "… and 2 more\n");
  CHECK(render(Diagnostics()).empty());
}

TEST_CASE("Of each level a hundred are kept, and all are counted") {
  Diagnostics many;
  std::size_t hints = 0;
  const auto hint = [&] { return fmt::format("hint {}", ++hints); };
  for (int i = 0; i < 5000; ++i) {
    many.warning({}, fmt::format("w{}", i), hint);
    many.error({}, fmt::format("e{}", i), hint);
    many.note({}, fmt::format("of e{}", i));
    many.warning({}, fmt::format("v{}", i));
    many.note({}, fmt::format("n{}", i), hint);
  }
  CHECK(many.all().size() == 100 + 100 + 100 + 100);
  CHECK(many.errors() == 5000);
  CHECK(many.count(DiagnosticLevel::warning) == 10000);
  CHECK(many.left_out(DiagnosticLevel::warning) == 9900);
  CHECK(many.left_out(DiagnosticLevel::note) == 10000 - 200);
  CHECK(many.count() == 25000);
  CHECK(hints == 50 + 100 + 100);  // of what is kept
  CHECK(many.all()[0].hint == "hint 1");
}

TEST_CASE("Warnings hide no error, nor notes a warning, and all stand in their order") {
  Diagnostics many;
  for (int i = 0; i < 200; ++i) many.note({}, "n");
  for (int i = 0; i < 98; ++i) many.warning({}, "w");
  many.error({}, "e");
  many.note({}, "of e");
  std::string shown;
  for (int i = 0; i < 98; ++i) shown += "warning: w\n";
  CHECK(render(many) == shown + "error: e\nnote: of e\n… and 200 more\n");
}

TEST_CASE("A note goes with its error") {
  Diagnostics many;
  for (int i = 0; i < 101; ++i) {
    many.error({}, fmt::format("e{}", i));
    many.note({}, fmt::format("of e{}", i));
  }
  CHECK(many.all().size() == 200);
  CHECK(many.all().back().message == "of e99");
  many.warning({}, "w");
  many.note({}, "n");
  CHECK(many.all().back().message == "n");
}

TEST_CASE("What was left out elsewhere is counted where it is appended") {
  Diagnostics many;
  for (int i = 0; i < 300; ++i) many.error({}, "e");
  Diagnostics all;
  all.error({}, "first");
  all.append(many);
  all.append(all);
  CHECK(all.errors() == 602);
  CHECK(all.all().size() == 100);
  CHECK(all.all().front().message == "first");
}

TEST_CASE("Messages are cut, between characters") {
  Diagnostics found;
  found.error({}, std::string(1999, 'a') + "ö" + std::string(1 << 20, 'b'), std::string(1 << 20, 'h'));
  CHECK(found.all()[0].message == std::string(1999, 'a') + "…");
  CHECK(found.all()[0].hint == std::string(2000, 'h') + "…");
  found.error({}, std::string(2000, 'a'));
  CHECK(found.all()[1].message == std::string(2000, 'a'));
}

TEST_CASE("A message about a cell shows its text, one about a sheet nothing") {
  const auto source = std::make_shared<Source>("a.xlsx!S", "\nTool\ntwo\nlines\n",
                                               std::vector<CellMark>{{1, 1, 1}, {6, 12, 28}});
  CHECK(render(Diagnostic{DiagnosticLevel::error, {source, 6, 15}, "no", "write one"}) ==
        "a.xlsx!S!AB12: error: no\n"
        "      | two\n"
        "      | ^~~\n"
        "      hint: write one\n");
  CHECK(render(Diagnostic{DiagnosticLevel::error, {source, 0, 0}, "no", ""}) == "a.xlsx!S: error: no\n");
}

#include "martech_audit/source.h"

#include <random>
#include <thread>

#include "base/text.h"

#include "support/catch.h"

using namespace martech_audit;

namespace {

std::string place(const std::string& text, std::size_t offset) {
  const Source source("a.yaml", text);
  const Position at = source.position(offset);
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

}  // namespace

TEST_CASE("A byte offset becomes a line and a column of code points") {
  struct Case {
    std::string text;
    std::size_t offset;
    std::string place;
  };
  const std::vector<Case> cases{
      {"", 0, "1:1"},       {"", 99, "1:1"},        {"abc", 0, "1:1"},    {"abc", 2, "1:3"},
      {"abc", 3, "1:4"},    {"abc", 99, "1:4"},     {"a\nbc", 1, "1:2"},  {"a\nbc", 2, "2:1"},
      {"a\nbc", 4, "2:3"},  {"a\n", 2, "2:1"},      {"\n\n\n", 3, "4:1"}, {"a\r\nb", 2, "1:3"},
      {"a\r\nb", 3, "2:1"}, {"a\rb", 2, "1:3"},     {"Mở: x", 4, "1:3"},  {"微信: x", 8, "1:5"},
      {"😀x", 4, "1:2"},     {"e\u0301x", 3, "1:3"}, {"ab\x80", 2, "1:3"}, {"\xff\xfe", 1, "1:2"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text, c.offset);
    CHECK(place(c.text, c.offset) == c.place);
  }
}

TEST_CASE("Columns are right across the blocks of a long line") {
  std::string text = "x\n";
  for (int i = 0; i < 5000; ++i) text += "é";
  const Source source("a.json", text);
  for (std::uint32_t i = 0; i <= 5000; ++i) {
    const Position expected{2, i + 1};
    if (source.position(2 + 2 * std::size_t{i}) != expected) FAIL("column " << i + 1);
  }
  CHECK(source.position(8192) == Position{2, 4096});
}

TEST_CASE("Positions agree with a count from the start of the text") {
  const std::string text = "a: 1\r\n\nđường:\n  - \"q\"\n\n";
  const Source source("a.yaml", text);
  Position expected;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_lead = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (is_lead) CHECK(source.position(i) == expected);
    expected.column += is_lead ? 1 : 0;
    if (text[i] == '\n') expected = {expected.line + 1, 1};
  }
  CHECK(source.position(text.size()) == expected);
}

TEST_CASE("Lines and positions of a long text are those of a walk through it") {
  std::string text;
  std::vector<std::string> lines;
  std::minstd_rand random(7);
  for (int i = 0; i < 400; ++i) {  // mostly short lines, some longer than any block
    std::string line;
    for (auto length = random() % (i % 50 == 0 ? 3000 : 30); length > 0; --length) {
      line += random() % 4 == 0 ? "đ" : "x";
    }
    text += line + "\n";
    lines.push_back(std::move(line));
  }
  const Source source("a.yaml", text);
  std::size_t start = 0;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    INFO("line " << i + 1);
    REQUIRE(source.line(i + 1) == lines[i]);
    REQUIRE(source.position(start) == Position{i + 1, 1});
    start += lines[i].size();
    REQUIRE(source.position(start) ==
            Position{i + 1, 1 + static_cast<std::uint32_t>(count_code_points(lines[i]))});
    ++start;
  }
  CHECK(source.line(401).empty());
  CHECK(source.line(402).empty());
}

TEST_CASE("A line comes without its break") {
  struct Case {
    std::string text;
    std::uint32_t number;
    std::string line;
  };
  const std::vector<Case> cases{
      {"", 0, ""},
      {"", 1, ""},
      {"", 2, ""},
      {"a", 1, "a"},
      {"a\n", 1, "a"},
      {"a\n", 2, ""},
      {"a\n", 3, ""},
      {"a\r\nb", 1, "a"},
      {"a\r\nb", 2, "b"},
      {"a\r", 1, "a\r"},
      {"a\rb\n", 1, "a\rb"},
      {"\n\nc", 3, "c"},
      {"a\r\r\nb", 1, "a\r"},
      {"a\nb\nc", 2, "b"},
      {"a\n\r\n", 2, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text, c.number);
    CHECK(Source("a.yaml", c.text).line(c.number) == c.line);
  }
}

TEST_CASE("Threads that share a text all read the same positions") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "a line of text\n";
  for (int round = 0; round < 20; ++round) {
    const Source source("a.yaml", text);
    std::vector<Position> found(8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < found.size(); ++i) {
      threads.emplace_back([&source, &found, i] { found[i] = source.position(15 * 19'000 + 3); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const Position& position : found) CHECK(position == Position{19'001, 4});
  }
}

TEST_CASE("A source made of cells calls its places by them") {
  const Source source("a.xlsx!S", "\nTool\ntwo\nlines\n", {{1, 1, 1}, {6, 12, 28}});
  CHECK(source.place(0).empty());
  CHECK(source.place(1) == "!A1");
  CHECK(source.place(5) == "!A1");
  CHECK(source.place(9) == "!AB12");
  CHECK(source.place(99) == "!AB12");
  CHECK(Source("a.csv", "Tool\nMail").place(6) == ":2:2");
  CHECK(cell_name(1'048'576, 16'384) == "XFD1048576");
  CHECK(cell_name(1, 702) == "ZZ1");
}

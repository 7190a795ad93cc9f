#include <vector>

#include "document_text.h"
#include "support/catch.h"

using namespace martech_audit;
using test::read;

TEST_CASE("members are found by key, items by walking") {
  const auto reading = read("name: Acme\ntools:\n  - id: a\n  - id: b\n  - id: c\n");
  const Node tools = reading.root().find("tools");
  CHECK(reading.root().find("name").text() == "Acme");
  CHECK_FALSE(reading.root().find("absent"));
  CHECK_FALSE(tools.find("id"));
  CHECK(tools.size() == 3);
  std::string ids;
  for (const Node tool : tools) ids += tool.find("id").text();
  CHECK(ids == "abc");
  CHECK(tools.key() == "tools");
  CHECK(tools.key_where().begin == 11);
  CHECK_FALSE(reading.root().has_key());
  CHECK(name(tools.kind()) == "list");
  CHECK(reading.document->node(tools.id()) == tools);
}

TEST_CASE("quotes take the type away") {
  const auto reading = read("a: 12\nb: '12'\nc: \"true\"\nd: |\n  1\n");
  CHECK(reading.root().find("a").plain());
  CHECK_FALSE(reading.root().find("b").plain());
  CHECK_FALSE(reading.root().find("c").plain());
  CHECK_FALSE(reading.root().find("d").plain());
}

TEST_CASE("an alias looks like its value, at its own place") {
  const auto reading = read("a: &x {k: [1, 2]}\nb: *x\nc: &s \"t\\n\"\nd: *s\n");
  const Node alias = reading.root().find("b");
  CHECK(alias.is_mapping());
  CHECK(alias.find("k").size() == 2);
  CHECK(alias.key() == "b");
  CHECK(alias.where().begin == 21);
  CHECK(alias.where().end == 23);
  CHECK(reading.document->pointer(alias.id()) == "/b");
  CHECK(reading.document->pointer(alias.find("k").id()) == "/a/k");
  CHECK(reading.root().find("d").text() == "t\n");
  CHECK(reading.root().find("d").source_offset(1) == 32);
}

TEST_CASE("pointers follow RFC 6901") {
  const auto reading = read("a/b: {m~n: [x, {y: 1}]}\n");
  const Node list = reading.root().find("a/b").find("m~n");
  CHECK(reading.document->pointer(0).empty());
  CHECK(reading.document->pointer(list.id()) == "/a~1b/m~0n");
  CHECK(reading.document->pointer(list.key_node().id()) == "/a~1b/m~0n");
  for (const Node item : list) {
    for (const Node member : item) CHECK(reading.document->pointer(member.id()) == "/a~1b/m~0n/1/y");
  }
}

TEST_CASE("pointers into long lists") {
  std::string text = "tools:\n";
  for (int i = 0; i < 1000; ++i) text += "  - id: t" + std::to_string(i) + "\n    tags: [a, b]\n";
  const auto reading = read(text);
  int ordinal = 0;
  for (const Node tool : reading.root().find("tools")) {
    const std::string expected = "/tools/" + std::to_string(ordinal++);
    REQUIRE(reading.document->pointer(tool.id()) == expected);
    REQUIRE(reading.document->pointer(tool.find("tags").id()) == expected + "/tags");
  }
  CHECK(ordinal == 1000);
}

TEST_CASE("a node outlives the document it was asked of") {
  Node node;
  auto copy = [&] {
    const auto reading = read("a: text\n");
    node = reading.root().find("a");
    return *reading.document;
  }();
  CHECK(node.text() == "text");
  CHECK(copy.node_count() == 3);
}

namespace {

// For each byte of the value of key `k`, the source from there to the end of its place.
std::vector<std::string> spans(const std::string& text) {
  const auto reading = read(text);
  const Node node = reading.root().find("k");
  std::vector<std::string> out;
  for (std::size_t i = 0; i < node.text().size(); ++i) {
    const Location where = node.where(i, i + 1);
    out.push_back(text.substr(where.begin, where.end - where.begin));
  }
  return out;
}

using Spans = std::vector<std::string>;

}  // namespace

TEST_CASE("each byte of a text leads back to its source") {
  CHECK(spans("k: abc\n") == Spans{"a", "b", "c"});
  CHECK(spans("k: 'a''b'\n") == Spans{"a", "''", "b"});
  CHECK(spans("k: \"\\u00e9\\n\\\"\\x41z\"\n") == Spans{"\\u00e9", "\\u00e9", "\\n", "\\\"", "\\x41", "z"});
  CHECK(spans("k: \"a  \n   b\\\n  c\"\n") == Spans{"a", "  \n   ", "b", "c"});
  CHECK(spans("k: a\n  b\n\n  c\n") == Spans{"a", "\n  ", "b", "\n\n  ", "c"});
  CHECK(spans("k: >\n  a\n  b\n\n  c\n") == Spans{"a", "\n  ", "b", "\n\n  ", "c", "\n"});
  CHECK(spans("k: |\n  a\n   b\n\n  c\n") == Spans{"a", "\n  ", " ", "b", "\n", "\n  ", "c", "\n"});
  CHECK(spans("k: |2\n   a\n") == Spans{" ", "a", "\n"});
  CHECK(spans("k: |\r\n  a\r\n  b\r\n") == Spans{"a", "\r\n  ", "b", "\r\n"});
}

TEST_CASE("a place in a text may span several bytes, and the end has one too") {
  const std::string text = "k: \"x\\ty\"\n";
  const auto reading = read(text);
  const Node node = reading.root().find("k");
  const Location where = node.where(0, 2);
  CHECK(text.substr(where.begin, where.end - where.begin) == "x\\t");
  CHECK(node.source_offset(3) == 8);
  CHECK(node.source_offset(99) == 8);
  CHECK(node.where(3, 3).begin == 8);
  CHECK(read("k: abc\n").root().find("k").source_offset(99) == 6);
}

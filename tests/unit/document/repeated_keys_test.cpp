// Keys given again and again: all counted, few kept, by every reader alike.
#include "document/block_reader.h"
#include "document/yaml_reader.h"
#include "document_text.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

// Members as `text` has them, one after the other.
std::string members(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

struct Counts {
  std::size_t members = 0;
  std::size_t errors = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

std::ostream& operator<<(std::ostream& out, const Counts& counts) {
  return out << counts.members << " members, " << counts.errors << " errors";
}

// Of the mapping at the root, or of its first member.
Counts counts_of(const std::string& text, const std::string& name = "t.yaml", bool of_first = false) {
  Diagnostics diagnostics;
  const auto document = read_document(test::source(text, name), diagnostics);
  REQUIRE(document);
  const Node root = document->root();
  return {(of_first ? *root.begin() : root).size(), diagnostics.errors()};
}

TEST_CASE("keys given again in a large mapping are counted, and left out behind the first hundred") {
  CHECK(counts_of("first: 1\n" + members(3000, "k: 1\n") + "last: 2\n") == Counts{1001, 2999});
  CHECK(counts_of("first: 1\n" + members(3000, "k: \"a\\tb\"\n") + "last: 2\n") == Counts{1001, 2999});
  CHECK(counts_of("first: 1\n" + members(3000, "k:\n- {a: 1}\n- b\n") + "last: 2\n") == Counts{1001, 2999});
  CHECK(counts_of("first: 1\n" + members(3000, "? k\n: 1\n") + "last: 2\n") == Counts{1001, 2999});
  CHECK(counts_of("{\"first\": 1" + members(3000, ", \"k\": [1, 2]") + ", \"last\": 2}", "t.json") ==
        Counts{1001, 2999});
  CHECK(counts_of("all:\n" + members(3000, "  k: 1\n") + "last: 2\n", "t.yaml", true) == Counts{1000, 2999});
  // Keys in turn are no less given again.
  CHECK(counts_of(members(1500, "a: 1\nb: 2\n")) == Counts{1000, 2998});
}

TEST_CASE("the first hundred of keys given again stay, however large the mapping") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  CHECK(counts_of(text) == Counts{5000, 0});
  CHECK(counts_of(text + members(100, "k7: 1\n")) == Counts{5100, 100});
  CHECK(counts_of(text + members(150, "k7: 1\n") + "k5000: 1\n") == Counts{5101, 150});
}

TEST_CASE("both readers leave the same members out") {
  for (const char* member : {"k: 1\n", "k: \"a\\tb\"\n", "k:\n", "k:\n  j: {a: [b, 'c''d']}\n", "'k': ~\n"}) {
    const SourcePtr source = test::source("a: 1\n" + members(2000, member) + "z: [1]\n");
    Diagnostics diagnostics;
    const auto fast = read_block_style(source);
    const auto full = read_yaml(source, diagnostics);
    INFO(member);
    REQUIRE(fast);
    REQUIRE(full);
    CHECK(test::same(*fast, *full));
    CHECK(fast->members_left_out == full->members_left_out);
    CHECK(full->members_left_out == 1001);
  }
}

TEST_CASE("what an alias refers to stays, whatever the keys around it") {
  const std::string many = members(2000, "k: 1\n");
  for (const char* anchored : {"k: &x {b: 2}\n", "k: {a: &x {b: 2}}\n", "k:\n- 1\n- &x {b: 2}\n"}) {
    Diagnostics diagnostics;
    const auto document = read_document(test::source(many + anchored + many + "z: *x\n"), diagnostics);
    INFO(anchored);
    REQUIRE(document);
    CHECK(document->root().size() == 1002);
    CHECK(document->root().find("z").find("b").text() == "2");
  }
  Diagnostics diagnostics;
  const auto document = read_document(test::source(many + "&x k: 1\n" + many + "z: *x\n"), diagnostics);
  REQUIRE(document);
  CHECK(document->root().find("z").text() == "k");
}

}  // namespace
}  // namespace martech_audit

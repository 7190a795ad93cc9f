#include "document_text.h"
#include "support/catch.h"

using martech_audit::Location;
using martech_audit::Node;
using martech_audit::test::printed;
using martech_audit::test::read;

TEST_CASE("block style: every value knows its place") {
  CHECK(printed("# top\n"
                "version: 1\n"
                "empty:\n"
                "tools:\n"
                "  - id: crm\n"
                "    tags: [a, \"b c\", {x: 1, y: [2]}]\n"
                "    n: ~\n"
                "  -\n"
                "  - 'it''s'\n"
                "end: {}\n"
                "null:\n") ==
        "2:1-8 mapping of 5\n"
        "  2:1-8 version: 2:10-11 1\n"
        "  3:1-6 empty: 3:7-7 null\n"
        "  4:1-6 tools: 5:3-4 list of 3\n"
        "    5:5-7 mapping of 3\n"
        "      5:5-7 id: 5:9-12 crm\n"
        "      6:5-9 tags: 6:11-37 list of 3\n"
        "        6:12-13 a\n"
        "        6:15-20 \"b c\"\n"
        "        6:22-36 mapping of 2\n"
        "          6:23-24 x: 6:26-27 1\n"
        "          6:29-30 y: 6:32-35 list of 1\n"
        "            6:33-34 2\n"
        "      7:5-6 n: 7:8-9 null\n"
        "    8:4-4 null\n"
        "    9:5-12 \"it's\"\n"
        "  10:1-4 end: 10:6-8 mapping of 0\n"
        "  11:1-5 null: 11:6-6 null\n");
}

TEST_CASE("scalars in every style") {
  CHECK(printed("plain: one two\n"
                "  three\n"
                "folded: >-\n"
                "  a\n"
                "  b\n"
                "\n"
                "  c\n"
                "literal: |\n"
                "  a\n"
                "    b\n"
                "double: \"\\u00e9\\_\\\n"
                "  x\"\n"
                "single: 'a\n"
                "  b'\n"
                "nothing: ''\n") ==
        "1:1-6 mapping of 6\n"
        "  1:1-6 plain: 1:8-2:8 one two three\n"
        "  3:1-7 folded: 3:9-11 \"a b\\nc\"\n"
        "  8:1-8 literal: 8:10-11 \"a\\n  b\\n\"\n"
        "  11:1-7 double: 11:9-12:5 \"\xC3\xA9\xC2\xA0x\"\n"
        "  13:1-7 single: 13:9-14:5 \"a b\"\n"
        "  15:1-8 nothing: 15:10-12 \"\"\n");
}

TEST_CASE("nulls: left out, written, and keys that look like them") {
  CHECK(printed("a:\nnull x: 1\nb: [ , ~]\nc: {k, l: }\n? d\ne:\n- \n- Null\nf: &x\n") ==
        "1:1-2 mapping of 7\n"
        "  1:1-2 a: 1:3-3 null\n"
        "  2:1-7 null x: 2:9-10 1\n"
        "  3:1-2 b: 3:4-10 list of 2\n"
        "    3:7-7 null\n"
        "    3:8-9 null\n"
        "  4:1-2 c: 4:4-12 mapping of 2\n"
        "    4:5-6 k: 4:6-6 null\n"
        "    4:8-9 l: 4:10-10 null\n"
        "  5:3-4 d: 5:4-4 null\n"
        "  6:1-2 e: 7:1-2 list of 2\n"
        "    7:2-2 null\n"
        "    8:3-7 null\n"
        "  9:1-2 f: 9:6-6 null\n");
}

TEST_CASE("anchors, aliases and standard tags") {
  CHECK(printed("base: &base\n"
                "  k: [1, 2]\n"
                "copy: *base\n"
                "tagged: !!str 12\n"
                "number: !!int \"12\"\n"
                "none: !!null ''\n"
                "empty: !!str\n"
                "verbatim: &v !<tag:yaml.org,2002:str> x\n"
                "list: !!seq [a]\n") ==
        "1:1-5 mapping of 8\n"
        "  1:1-5 base: 2:3-4 mapping of 1\n"
        "    2:3-4 k: 2:6-12 list of 2\n"
        "      2:7-8 1\n"
        "      2:10-11 2\n"
        "  3:1-5 copy: 3:7-12 as /base\n"
        "  4:1-7 tagged: 4:15-17 \"12\"\n"
        "  5:1-7 number: 5:15-19 12\n"
        "  6:1-5 none: 6:14-14 null\n"
        "  7:1-6 empty: 7:13-13 \"\"\n"
        "  8:1-9 verbatim: 8:39-40 \"x\"\n"
        "  9:1-5 list: 9:13-16 list of 1\n"
        "    9:14-15 a\n");
}

TEST_CASE("line ends, byte-order mark, document start, no line end at the end") {
  CHECK(printed("a: 1\r\nb: \"x\r\n  y\"\r\nc:\r\n  - |\r\n    l\r\n    m\r\n") ==
        "1:1-2 mapping of 3\n"
        "  1:1-2 a: 1:4-5 1\n"
        "  2:1-2 b: 2:4-3:5 \"x y\"\n"
        "  4:1-2 c: 5:3-4 list of 1\n"
        "    5:5-6 \"l\\nm\\n\"\n");
  CHECK(printed("---\na: 1") == "2:1-2 mapping of 1\n  2:1-2 a: 2:4-5 1\n");
  CHECK(read("\xEF\xBB\xBF"
             "a: 1\n")
            .root()
            .find("a")
            .where()
            .begin == 6);
  CHECK(printed("%YAML 1.2\n---\na: 1\n...\n") == "3:1-2 mapping of 1\n  3:1-2 a: 3:4-5 1\n");
}

TEST_CASE("a document may be one scalar or list") {
  CHECK(printed("just text\n") == "1:1-10 just text\n");
  CHECK(printed("- a\n-  - b\n   - c\n") ==
        "1:1-2 list of 2\n"
        "  1:3-4 a\n"
        "  2:4-5 list of 2\n"
        "    2:6-7 b\n"
        "    3:6-7 c\n");
}

namespace {

void check_places(Node node) {
  for (const Location& where : {node.where(), node.key_where(), node.where(0, 1), node.where(3, 1)})
    CHECK((where.begin <= where.end && where.end <= where.source->text().size()));
  for (const Node child : node) check_places(child);
}

}  // namespace

TEST_CASE("no place ends before it begins, nor beyond its text") {
  for (const char* text :
       {" !!binary : a\n", "!!map : a\n", "!!str : {? : b}\n", "? \n: a\n", "{: a, : b}\n", "? - a\n", ": \n",
        "- !!str\n- !!seq []\n", "a: !!map\n  : c\n", "a: &x\nb: *x\n", "[? : a]\n", "- : a\n",
        "!!set {a, b}\n", "\"\": ''\n", "a: |\n\nb: >-\n", "!!*[*x y: 2\nb:\n  c: # d",
        "!!*\\#!*[*\\he s: 2\norganisation:\n  name: #  Litontract: {ends: 2027"}) {
    INFO(text);
    const auto reading = read(text);
    if (reading.document) check_places(reading.root());
  }
}

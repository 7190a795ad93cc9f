// Files that are no YAML: what the program says, in full.
#include "faults.h"
#include "support/catch.h"

namespace martech_audit::tests::bad_yaml {
namespace {

using namespace std::string_literals;

const std::string head = "martech: 1\norganisation: {name: A, currency: EUR}\n";

TEST_CASE("what is no YAML") {
  check_faults({
      {"tab.yaml", "martech: 1\norganisation:\n\tname: A\n"s,
       R"(
tab.yaml:3:1: error: tab used for indentation
    3 | \tname: A
      | ^~
      hint: use spaces
martech-audit: 1 error; no verdict
)"},
      {"quote.yaml", "martech: 1\norganisation: {name: \"A, currency: EUR}\n"s,
       R"(
quote.yaml:2:22: error: quote opened here is never closed
    2 | organisation: {name: "A, currency: EUR}
      |                      ^
      hint: close it on the same line; write '' for an apostrophe within single quotes
martech-audit: 1 error; no verdict
)"},
      {"brace.yaml", "martech: 1\norganisation: {name: A, currency: EUR\ntools: []\n"s,
       R"(
brace.yaml:2:15: error: '{' opened here is never closed
    2 | organisation: {name: A, currency: EUR
      |               ^
      hint: add '}', or put quotes around a text that starts with '{'
martech-audit: 1 error; no verdict
)"},
      {"closing.yaml", head + "tools: [{id: a, name: A}}]\n"s,
       R"(
closing.yaml:3:25: error: a closing bracket without an opening one
    3 | tools: [{id: a, name: A}}]
      |                         ^
      hint: remove it, or use the matching bracket
martech-audit: 1 error; no verdict
)"},
      {"twice.yaml", head + "tools:\n  - id: a\n    name: A\n    name: B\n"s,
       R"(
twice.yaml:6:5: error: key 'name' is given twice
    6 |     name: B
      |     ^~~~
      hint: keep one of the two
twice.yaml:5:5: note: first given here
    5 |     name: A
      |     ^~~~
martech-audit: 1 error; no verdict
)"},
      {"documents.yaml", head + "---\nmartech: 1\norganisation: {name: A, currency: EUR}\n"s,
       R"(
documents.yaml:3:1: error: a second document starts here
    3 | ---
      | ^~~
      hint: keep one document per file
martech-audit: 1 error; no verdict
)"},
      {"indent.yaml", "martech: 1\norganisation:\n  name: A\n   currency: EUR\n"s,
       R"(
indent.yaml:4:4: error: a key inside the text that starts above
    4 |    currency: EUR
      |    ^~~~~~~~
      hint: align it with the keys it belongs to, or put quotes around the text
martech-audit: 1 error; no verdict
)"},
      {"item.yaml", head + "tools:\n  - id: a\n   name: A\n"s,
       R"(
item.yaml:5:4: error: expected another '- ' item, or less indentation
    5 |    name: A
      |    ^
      hint: align it with the lines above
martech-audit: 1 error; no verdict
)"},
      {"colon.yaml", head + "tools:\n  - id: a\n    name: Foo: Bar\n"s,
       R"(
colon.yaml:5:14: error: a second ': ' in one line
    5 |     name: Foo: Bar
      |              ^
      hint: put quotes around a text that contains ': '
martech-audit: 1 error; no verdict
)"},
      {"at.yaml", head + "tools:\n  - id: a\n    name: @foo\n"s,
       R"(
at.yaml:5:11: error: a value cannot start with '@'
    5 |     name: @foo
      |           ^
      hint: put quotes around the text
martech-audit: 1 error; no verdict
)"},
      {"conflict.yaml", "martech: 1\n<<<<<<< HEAD\norganisation: {name: A, currency: EUR}\n=======\n"s,
       R"(
conflict.yaml:2:1: error: an unresolved merge conflict
    2 | <<<<<<< HEAD
      | ^~~~~~~~~~~~
      hint: keep one side, and remove the lines with <<<<<<<, ======= and >>>>>>>
martech-audit: 1 error; no verdict
)"},
      // What it would have brought is not called missing, and no field is called '<<'.
      {"merge.yaml",
       head + "x-base: &base {name: A}\ntools:\n  - <<: *base\n    id: a\n"
              "  - {id: b, name: B, skills_needed: {<<: *base}, seats: {<<: [*base]}}\n"s,
       R"(
merge.yaml:5:5: error: merge keys ('<<') are not supported
    5 |   - <<: *base
      |     ^~
      hint: write the members out, or use an alias for the whole value
merge.yaml:7:38: error: merge keys ('<<') are not supported
    7 |   - {id: b, name: B, skills_needed: {<<: *base}, seats: {<<: [*base]}}
      |                                      ^~
      hint: write the members out, or use an alias for the whole value
merge.yaml:7:58: error: merge keys ('<<') are not supported
    7 |   - {id: b, name: B, skills_needed: {<<: *base}, seats: {<<: [*base]}}
      |                                                          ^~
      hint: write the members out, or use an alias for the whole value
martech-audit: 3 errors; no verdict
)"},
      {"anchor.yaml", head + "tools:\n  - {id: a, name: *foo}\n"s,
       R"(
anchor.yaml:4:19: error: alias of an anchor that is not defined above
    4 |   - {id: a, name: *foo}
      |                   ^
      hint: define it with '&' first; put quotes around a text that starts with '*'
martech-audit: 1 error; no verdict
)"},
      {"ring.yaml", head + "x-a: &a [*a]\n"s,
       R"(
ring.yaml:3:10: error: '*a' is inside the value it refers to
    3 | x-a: &a [*a]
      |          ^~
      hint: write the value out
martech-audit: 1 error; no verdict
)"},
      {"tag.yaml", head + "tools:\n  - !!python/object:os.system {id: a, name: A}\n"s,
       R"(
tag.yaml:4:5: error: tag '!!python/object:os.system' is not supported
    4 |   - !!python/object:os.system {id: a, name: A}
      |     ^~~~~~~~~~~~~~~~~~~~~~~~~
      hint: leave the tag out; put quotes around a text that starts with '!'
martech-audit: 1 error; no verdict
)"},
      {"deep.yaml", head + "x-a: " + std::string(200, '[') + std::string(200, ']') + "\n",
       R"(
deep.yaml:3:105: error: values are nested more than 100 deep
    3 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
      |                                                              ^
      hint: nest less deeply
martech-audit: 1 error; no verdict
)"},
      {"long.yaml", head + "x-a: \"" + std::string(300000, 'x') + "\"\n",
       R"(
long.yaml:3:6: error: a text of more than 262144 bytes
    3 | x-a: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      |      ^
      hint: shorten it, or store it elsewhere and link to it here
martech-audit: 1 error; no verdict
)"},
  });
}

}  // namespace
}  // namespace martech_audit::tests::bad_yaml

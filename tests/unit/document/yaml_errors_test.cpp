// What people get to read when their YAML is wrong: whole diagnostics.
#include "document_text.h"
#include "support/catch.h"

using martech_audit::test::reported;
using namespace std::string_literals;

namespace {

struct Case {
  const char* what;
  std::string text;
  const char* report;
};

const Case cases[] = {
    {"a tab as indentation",
     "a:\n"
     "\011b: 1\n"s,
     "t.yaml:2:1: error: tab used for indentation\n"
     "    2 | \\tb: 1\n"
     "      | ^~\n"
     "      hint: use spaces\n"},
    {"an unclosed double quote",
     "a: 1\n"
     "b: \"abc\n"
     "c: 2\n"s,
     "t.yaml:2:4: error: quote opened here is never closed\n"
     "    2 | b: \"abc\n"
     "      |    ^\n"
     "      hint: close it on the same line; write '' for an apostrophe within single quotes\n"},
    {"an unclosed single quote",
     "a: it's\n"
     "b: 'abc\n"
     "c: 2"s,
     "t.yaml:2:4: error: quote opened here is never closed\n"
     "    2 | b: 'abc\n"
     "      |    ^\n"
     "      hint: close it on the same line; write '' for an apostrophe within single quotes\n"},
    {"a quote closed lines later",
     "a: \"x\n"
     "b: \"y\"\n"
     "c: 1\n"s,
     "t.yaml:1:4: error: quote opened here is closed only on line 2, before more text\n"
     "    1 | a: \"x\n"
     "      |    ^\n"
     "      hint: close it where the text ends\n"},
    {"text behind a quote", "a: 'it's'\n"s,
     "t.yaml:1:8: error: text after the closing quote\n"
     "    1 | a: 'it's'\n"
     "      |        ^\n"
     "      hint: put the whole text in quotes, and double the single quotes inside it\n"},
    {"an unclosed bracket",
     "a: [1, 2\n"
     "b: 3\n"s,
     "t.yaml:1:4: error: '[' opened here is never closed\n"
     "    1 | a: [1, 2\n"
     "      |    ^\n"
     "      hint: add ']', or put quotes around a text that starts with '['\n"},
    {"an unclosed brace", "a: {x: 1\n"s,
     "t.yaml:1:4: error: '{' opened here is never closed\n"
     "    1 | a: {x: 1\n"
     "      |    ^\n"
     "      hint: add '}', or put quotes around a text that starts with '{'\n"},
    {"a quote never closed in brackets", "a: [{b: 1, c: \"x}]\nd: 2\n"s,
     "t.yaml:1:15: error: quote opened here is never closed\n"
     "    1 | a: [{b: 1, c: \"x}]\n"
     "      |               ^\n"
     "      hint: close it on the same line; write '' for an apostrophe within single quotes\n"},
    {"a brace never closed in a bracket", "a: [{b: \"}\", c: x # }\n"s,
     "t.yaml:1:5: error: '{' opened here is never closed\n"
     "    1 | a: [{b: \"}\", c: x # }\n"
     "      |     ^\n"
     "      hint: add '}', or put quotes around a text that starts with '{'\n"},
    {"no comma in braces", "b: {x: 1 y: 2}\n"s,
     "t.yaml:1:11: error: expected ',' or '}'\n"
     "    1 | b: {x: 1 y: 2}\n"
     "      |           ^\n"
     "      hint: put quotes around a text with brackets, braces or commas\n"},
    {"a stray bracket", "a: ]\n"s,
     "t.yaml:1:4: error: a closing bracket without an opening one\n"
     "    1 | a: ]\n"
     "      |    ^\n"
     "      hint: remove it, or use the matching bracket\n"},
    {"indentation that fits nothing",
     "a:\n"
     "    b: 1\n"
     "  c: 2\n"s,
     "t.yaml:3:3: error: the indentation of this line does not match any line above\n"
     "    3 |   c: 2\n"
     "      |   ^\n"
     "      hint: align it with the key or item it belongs to\n"},
    {"a key below a value",
     "a: 1\n"
     "  b: 2\n"s,
     "t.yaml:2:3: error: a key inside the text that starts above\n"
     "    2 |   b: 2\n"
     "      |   ^\n"
     "      hint: align it with the keys it belongs to, or put quotes around the text\n"},
    {"a line without colon",
     "a: 1\n"
     "foo\n"
     "b: 2\n"s,
     "t.yaml:2:1: error: expected 'key: value'\n"
     "    2 | foo\n"
     "      | ^~~\n"
     "      hint: write a colon and a space after the key; indent the lines of a longer text\n"},
    {"no blank behind the colon",
     "a:1\n"
     "b: 2\n"s,
     "t.yaml:1:1: error: expected 'key: value'\n"
     "    1 | a:1\n"
     "      | ^~~\n"
     "      hint: write a colon and a space after the key; indent the lines of a longer text\n"},
    {"two colons", "a: b: c\n"s,
     "t.yaml:1:5: error: a second ': ' in one line\n"
     "    1 | a: b: c\n"
     "      |     ^\n"
     "      hint: put quotes around a text that contains ': '\n"},
    {"a list on its key's line", "a: - b\n"s,
     "t.yaml:1:4: error: a list cannot start here\n"
     "    1 | a: - b\n"
     "      |    ^\n"
     "      hint: put '- ' on a line of its own, below its key\n"},
    {"an item among keys",
     "a: 1\n"
     "- b\n"s,
     "t.yaml:2:1: error: a '- ' item where a key is expected\n"
     "    2 | - b\n"
     "      | ^\n"
     "      hint: align it with the list it belongs to\n"},
    {"a key below a list",
     "- a\n"
     "b: 1\n"s,
     "t.yaml:2:1: error: text after the end of the document\n"
     "    2 | b: 1\n"
     "      | ^\n"
     "      hint: align it with the value it belongs to, or remove it\n"},
    {"an indicator starts a value", "a: @foo\n"s,
     "t.yaml:1:4: error: a value cannot start with '@'\n"
     "    1 | a: @foo\n"
     "      |    ^\n"
     "      hint: put quotes around the text\n"},
    {"an unknown escape", "a: \"\\q\"\n"s,
     "t.yaml:1:7: error: unknown escape in a double-quoted text\n"
     "    1 | a: \"\\q\"\n"
     "      |       ^\n"
     "      hint: write \\\\ for a backslash, or use single quotes\n"},
    {"a short escape", "a: \"\\xg\"\n"s,
     "t.yaml:1:9: error: an escape with too few hexadecimal digits\n"
     "    1 | a: \"\\xg\"\n"
     "      |         ^\n"
     "      hint: write \\xHH, \\uHHHH or \\UHHHHHHHH\n"},
    {"half a surrogate", "a: \"\\ud800\"\n"s,
     "t.yaml:1:11: error: an escape of a code point that does not exist\n"
     "    1 | a: \"\\ud800\"\n"
     "      |           ^\n"
     "      hint: write a code point up to \\U0010FFFF that is no surrogate\n"},
    {"text behind a pipe", "a: | text\n"s,
     "t.yaml:1:6: error: text after '|' or '>'\n"
     "    1 | a: | text\n"
     "      |      ^\n"
     "      hint: start the text on the next line\n"},
    {"an unknown anchor", "a: *nope\n"s,
     "t.yaml:1:4: error: alias of an anchor that is not defined above\n"
     "    1 | a: *nope\n"
     "      |    ^\n"
     "      hint: define it with '&' first; put quotes around a text that starts with '*'\n"},
    {"an alias inside its anchor", "a: &x [1, *x]\n"s,
     "t.yaml:1:11: error: '*x' is inside the value it refers to\n"
     "    1 | a: &x [1, *x]\n"
     "      |           ^~\n"
     "      hint: write the value out\n"},
    {"a bare asterisk", "a: *\n"s,
     "t.yaml:1:5: error: '*' without the name of an anchor\n"
     "    1 | a: *\n"
     "      |     ^\n"
     "      hint: put quotes around a text that starts with '*'\n"},
    {"an alias as key",
     "a: &x k\n"
     "*x : v\n"s,
     "t.yaml:2:1: error: an alias as a key\n"
     "    2 | *x : v\n"
     "      | ^~\n"
     "      hint: write the key itself\n"},
    {"a list as key", "[a]: 1\n"s,
     "t.yaml:1:1: error: a list as a key\n"
     "    1 | [a]: 1\n"
     "      | ^\n"
     "      hint: keys are single texts; put quotes around a text that starts with '{' or '['\n"},
    {"a template in braces", "a: {{ x }}\n"s,
     "t.yaml:1:5: error: a mapping as a key\n"
     "    1 | a: {{ x }}\n"
     "      |     ^\n"
     "      hint: keys are single texts; put quotes around a text that starts with '{' or '['\n"},
    {"a block list as key",
     "? - a\n"
     ": b\n"s,
     "t.yaml:1:3: error: a list as a key\n"
     "    1 | ? - a\n"
     "      |   ^\n"
     "      hint: keys are single texts; put quotes around a text that starts with '{' or '['\n"},
    {"a missing key", ": x\n"s,
     "t.yaml:1:1: error: a key is missing here\n"
     "    1 | : x\n"
     "      | ^\n"
     "      hint: write 'key: value'\n"},
    {"a duplicate key",
     "a: 1\n"
     "b: 2\n"
     "a: 3\n"s,
     "t.yaml:3:1: error: key 'a' is given twice\n"
     "    3 | a: 3\n"
     "      | ^\n"
     "      hint: keep one of the two\n"
     "t.yaml:1:1: note: first given here\n"
     "    1 | a: 1\n"
     "      | ^\n"},
    {"a merge key",
     "a: &x {b: 1}\n"
     "c:\n"
     "  <<: *x\n"s,
     "t.yaml:3:3: error: merge keys ('<<') are not supported\n"
     "    3 |   <<: *x\n"
     "      |   ^~\n"
     "      hint: write the members out, or use an alias for the whole value\n"},
    {"an unsupported tag", "a: !!binary abc\n"s,
     "t.yaml:1:4: error: tag '!!binary' is not supported\n"
     "    1 | a: !!binary abc\n"
     "      |    ^~~~~~~~\n"
     "      hint: leave the tag out; put quotes around a text that starts with '!'\n"},
    {"a tag of one's own", "a: !foo x\n"s,
     "t.yaml:1:4: error: tag '!foo' is not supported\n"
     "    1 | a: !foo x\n"
     "      |    ^~~~\n"
     "      hint: leave the tag out; put quotes around a text that starts with '!'\n"},
    {"a tag that does not fit", "a: !!map x\n"s,
     "t.yaml:1:4: error: tag '!!map' on a single value\n"
     "    1 | a: !!map x\n"
     "      |    ^~~~~\n"
     "      hint: leave the tag out\n"},
    {"two documents",
     "a: 1\n"
     "---\n"
     "b: 2\n"s,
     "t.yaml:2:1: error: a second document starts here\n"
     "    2 | ---\n"
     "      | ^~~\n"
     "      hint: keep one document per file\n"},
    {"text after the document", "{a: 1} x\n"s,
     "t.yaml:1:8: error: text after the end of the document\n"
     "    1 | {a: 1} x\n"
     "      |        ^\n"
     "      hint: align it with the value it belongs to, or remove it\n"},
    {"an empty file", ""s,
     "t.yaml:1:1: error: the file is empty\n"
     "    1 |\n"
     "      | ^\n"
     "      hint: write 'key: value' lines\n"},
    {"only comments", "# nothing\n"s,
     "t.yaml:1:1: error: the file holds no value, only comments or a document marker\n"
     "    1 | # nothing\n"
     "      | ^\n"
     "      hint: write 'key: value' lines\n"},
    {"only a marker", "---\n"s,
     "t.yaml:1:1: error: the file holds no value, only comments or a document marker\n"
     "    1 | ---\n"
     "      | ^\n"
     "      hint: write 'key: value' lines\n"},
    {"a marker in quotes",
     "a: \"b\n"
     "---\n"
     "c\"\n"s,
     "t.yaml:2:1: error: a document marker inside quoted text\n"
     "    2 | ---\n"
     "      | ^\n"
     "      hint: close the quote, or indent the line\n"},
    {"not UTF-8", "a: \377\n"s,
     "t.yaml:1:4: error: byte 0xff at offset 3 is not UTF-8\n"
     "    1 | a: \\xff\n"
     "      |    ^~~~\n"
     "      hint: save the file as UTF-8\n"},
    {"a NUL byte", "a: \000b\n"s,
     "t.yaml:1:4: error: NUL byte at offset 3: this is not a text file\n"
     "    1 | a: \\x00b\n"
     "      |    ^~~~\n"
     "      hint: save the file as UTF-8 text\n"},
    {"UTF-16", "\377\376a\000"s,
     "t.yaml:1:1: error: the file is encoded as UTF-16\n"
     "    1 | \\xff\\xfea\\x00\n"
     "      | ^~~~\n"
     "      hint: save it as UTF-8\n"},
    {"UTF-16 without mark", "a\000:\000 \0001\000"s,
     "t.yaml:1:1: error: the file is encoded as UTF-16\n"
     "    1 | a\\x00:\\x00 \\x001\\x00\n"
     "      | ^\n"
     "      hint: save it as UTF-8\n"},
    {"a control character", "a: \004\n"s,
     "t.yaml:1:4: error: control character U+0004 is not allowed\n"
     "    1 | a: \\x04\n"
     "      |    ^~~~\n"
     "      hint: remove it, or write it as \"\\x04\" in double quotes\n"},
    {"a lone carriage return", "a: 1\015b: 2\015"s,
     "t.yaml:1:5: error: carriage return without a line feed\n"
     "    1 | a: 1\\rb: 2\\r\n"
     "      |     ^~\n"
     "      hint: end lines with a line feed\n"},
};

}  // namespace

TEST_CASE("each fault has its diagnostic") {
  for (const Case& given : cases) {
    INFO(given.what);
    CHECK(reported(given.text) == given.report);
  }
}

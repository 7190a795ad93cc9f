// Files that are no readable text, or no JSON: what the program says, in full.
#include "faults.h"
#include "support/catch.h"

namespace martech_audit::tests::bad_file {
namespace {

using namespace std::string_literals;

const std::string head = "martech: 1\norganisation: {name: A, currency: EUR}\n";

TEST_CASE("what is no text, or no inventory at all") {
  check_faults({
      {"empty.yaml", ""s,
       R"(
empty.yaml:1:1: error: the file is empty
    1 |
      | ^
      hint: write 'key: value' lines
martech-audit: 1 error; no verdict
)"},
      {"blank.yaml", "  \n\n"s,
       R"(
blank.yaml:1:1: error: the file is empty
    1 |   
      | ^
      hint: write 'key: value' lines
martech-audit: 1 error; no verdict
)"},
      {"comments.yaml", "# a\n# b\n"s,
       R"(
comments.yaml:1:1: error: the file holds no value, only comments or a document marker
    1 | # a
      | ^
      hint: write 'key: value' lines
martech-audit: 1 error; no verdict
)"},
      {"marker.yaml", "---\n"s,
       R"(
marker.yaml:1:1: error: the file holds no value, only comments or a document marker
    1 | ---
      | ^
      hint: write 'key: value' lines
martech-audit: 1 error; no verdict
)"},
      {"null.yaml", "~\n"s,
       R"(
null.yaml:1:1: error: the file is empty
    1 | ~
      | ^
      hint: start with 'martech: 1'
martech-audit: 1 error; no verdict
)"},
      {"list.yaml", "[1, 2]\n"s,
       R"(
list.yaml:1:1: error: an inventory must be a mapping, not a list
    1 | [1, 2]
      | ^~~~~~
      hint: start with 'martech: 1'
martech-audit: 1 error; no verdict
)"},
      {"page.yaml", "<!DOCTYPE html><html><body>Not found</body></html>\n"s,
       R"(
page.yaml:1:1: error: an inventory must be a mapping, not '<!DOCTYPE html><html><body>Not found</b…'
    1 | <!DOCTYPE html><html><body>Not found</body></html>
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      hint: start with 'martech: 1'
martech-audit: 1 error; no verdict
)"},
      {"workbook.yaml", "PK\x03\x04\x14\x00"s,
       R"(
workbook.yaml:1:1: error: this is an Excel workbook or another ZIP archive, not a text file
    1 | PK\x03\x04\x14\x00
      | ^
      hint: save the sheet as CSV, then use `martech-audit import`
martech-audit: 1 error; no verdict
)"},
      {"paper.yaml", "%PDF-1.7\n"s,
       R"(
paper.yaml:1:1: error: this is a PDF, not a text file
    1 | %PDF-1.7
      | ^
      hint: write the inventory as YAML; `martech-audit init` creates a starter
martech-audit: 1 error; no verdict
)"},
      {"old.yaml", "\xd0\xcf\x11\xe0\xa1\xb1"s,
       R"(
old.yaml:1:1: error: this is an old Excel workbook or another Office file, not a text file
    1 | \xd0\xcf\x11ࡱ
      | ^~~~
      hint: save the sheet as CSV, then use `martech-audit import`
martech-audit: 1 error; no verdict
)"},
      {"packed.yaml", "\x1f\x8b\x08"s,
       R"(
packed.yaml:1:1: error: this is a gzip archive, not a text file
    1 | \x1f\x8b\x08
      | ^~~~
      hint: unpack it first
martech-audit: 1 error; no verdict
)"},
      {"image.yaml", "\x89PNG\r\n\x1a\n"s,
       R"(
image.yaml:1:1: error: byte 0x89 at offset 0 is not UTF-8
    1 | \x89PNG
      | ^~~~
      hint: save the file as UTF-8
martech-audit: 1 error; no verdict
)"},
      {"nul.yaml",
       head + "x-a: \"A\x00"
              "B\"\n"s,
       R"(
nul.yaml:3:8: error: NUL byte at offset 57: this is not a text file
    3 | x-a: "A\x00B"
      |        ^~~~
      hint: save the file as UTF-8 text
martech-audit: 1 error; no verdict
)"},
      {"wide.yaml",
       "m\x00"
       "a\x00r\x00t\x00"
       "e\x00"
       "c\x00h\x00:\x00 \x00"
       "1\x00\n\x00"s,
       R"(
wide.yaml:1:1: error: the file is encoded as UTF-16
    1 | m\x00a\x00r\x00t\x00e\x00c\x00h\x00:\x00 \x001\x00
      | ^
      hint: save it as UTF-8
martech-audit: 1 error; no verdict
)"},
      {"wider.yaml",
       "\xff\xfe\x00\x00"
       "a\x00\x00\x00:\x00\x00\x00 \x00\x00\x00"
       "1\x00\x00\x00\n\x00\x00\x00"s,
       R"(
wider.yaml:1:1: error: the file is encoded as UTF-32
    1 | \xff\xfe\x00\x00a\x00\x00\x00:\x00\x00\x00 \x00\x00\x001\x00\x00\x00
      | ^~~~
      hint: save it as UTF-8
martech-audit: 1 error; no verdict
)"},
      {"latin.yaml", head + "x-a: Caf\xe9\n"s,
       R"(
latin.yaml:3:9: error: byte 0xe9 at offset 58 is not UTF-8
    3 | x-a: Caf\xe9
      |         ^~~~
      hint: save the file as UTF-8
martech-audit: 1 error; no verdict
)"},
      {"overlong.yaml", head + "x-a: \"\xc0\xaf\"\n"s,
       R"(
overlong.yaml:3:7: error: byte 0xc0 at offset 56 is not UTF-8
    3 | x-a: "\xc0\xaf"
      |       ^~~~
      hint: save the file as UTF-8
martech-audit: 1 error; no verdict
)"},
      {"surrogate.yaml", head + "x-a: \"\xed\xa0\x80\"\n"s,
       R"(
surrogate.yaml:3:7: error: byte 0xed at offset 56 is not UTF-8
    3 | x-a: "\xed\xa0\x80"
      |       ^~~~
      hint: save the file as UTF-8
martech-audit: 1 error; no verdict
)"},
      {"escape.yaml", head + "x-a: \x1b[31mred\n"s,
       R"(
escape.yaml:3:6: error: control character U+001B is not allowed
    3 | x-a: \x1b[31mred
      |      ^~~~
      hint: remove it, or write it as "\x1b" in double quotes
martech-audit: 1 error; no verdict
)"},
      {"mac.yaml", "martech: 1\rtools: []\r"s,
       R"(
mac.yaml:1:11: error: carriage return without a line feed
    1 | martech: 1\rtools: []\r
      |           ^~
      hint: end lines with a line feed
martech-audit: 1 error; no verdict
)"},
  });
}

TEST_CASE("what is no JSON") {
  check_faults({
      {"comma.json", "{\"martech\": 1, \"tools\": [],}"s,
       R"(
comma.json:1:28: error: a comma before the closing bracket
    1 | {"martech": 1, "tools": [],}
      |                            ^
      hint: remove it
martech-audit: 1 error; no verdict
)"},
      {"note.json", "{\"martech\": 1} // x"s,
       R"(
note.json:1:16: error: JSON has no comments
    1 | {"martech": 1} // x
      |                ^~
      hint: remove it, or write the file as YAML
martech-audit: 1 error; no verdict
)"},
      {"single.json", "{'martech': 1}"s,
       R"(
single.json:1:2: error: JSON has no single quotes
    1 | {'martech': 1}
      |  ^~~~~~~~~
      hint: use double quotes
martech-audit: 1 error; no verdict
)"},
      {"open.json", "{\"martech\": 1"s,
       R"(
open.json:1:14: error: the JSON ends unexpectedly
    1 | {"martech": 1
      |              ^
      hint: close what is open: '"', ']' or '}'
martech-audit: 1 error; no verdict
)"},
      {"text.json", "{\"martech\": 1, \"tools\": \"a\n\"}"s,
       R"(
text.json:1:25: error: a quoted text must end on its line
    1 | {"martech": 1, "tools": "a
      |                         ^~
      hint: close the quote; write \n for a line break
martech-audit: 1 error; no verdict
)"},
      {"twice.json", "{\"martech\": 1, \"martech\": 1}"s,
       R"(
twice.json:1:1: error: the inventory has no 'organisation'
    1 | {"martech": 1, "martech": 1}
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
      hint: add organisation: {name: …, currency: EUR}
twice.json:1:16: error: key 'martech' is given twice
    1 | {"martech": 1, "martech": 1}
      |                ^~~~~~~~~
      hint: keep one of the two
twice.json:1:2: note: first given here
    1 | {"martech": 1, "martech": 1}
      |  ^~~~~~~~~
martech-audit: 2 errors; no verdict
)"},
      {"two.json", "{\"martech\": 1}{\"martech\": 1}"s,
       R"(
two.json:1:15: error: text after the end of the JSON value
    1 | {"martech": 1}{"martech": 1}
      |               ^
      hint: remove it
martech-audit: 1 error; no verdict
)"},
      {"nan.json", "{\"martech\": NaN}"s,
       R"(
nan.json:1:13: error: 'NaN' is not a JSON value
    1 | {"martech": NaN}
      |             ^~~
      hint: put texts in double quotes
martech-audit: 1 error; no verdict
)"},
      {"missing.json", "{\"martech\": 1 \"tools\": []}"s,
       R"(
missing.json:1:15: error: expected ',' or a closing bracket
    1 | {"martech": 1 "tools": []}
      |               ^~~~~~~
      hint: separate values by commas
martech-audit: 1 error; no verdict
)"},
      {"escape.json", "{\"martech\": \"\\x\"}"s,
       R"(
escape.json:1:13: error: unknown escape
    1 | {"martech": "\x"}
      |             ^~~
      hint: write \\ for a backslash
martech-audit: 1 error; no verdict
)"},
      {"half.json", "{\"martech\": \"\\ud800\"}"s,
       R"(
half.json:1:13: error: an unpaired surrogate
    1 | {"martech": "\ud800"}
      |             ^~~~~~~~
      hint: write both halves, or the character itself
martech-audit: 1 error; no verdict
)"},
      {"large.json", "{\"martech\": 1, \"x-a\": 1e999}"s,
       R"(
large.json:1:23: error: a number that is too large
    1 | {"martech": 1, "x-a": 1e999}
      |                       ^~~~~
      hint: write it as a text
martech-audit: 1 error; no verdict
)"},
      {"array.json", "[]"s,
       R"(
array.json:1:1: error: an inventory must be a mapping, not a list
    1 | []
      | ^~
      hint: start with 'martech: 1'
martech-audit: 1 error; no verdict
)"},
      {"quoted.json", "{\"martech\": \"1\"}"s,
       R"(
quoted.json:1:13: error: the format version must be a number, not text
    1 | {"martech": "1"}
      |             ^~~
      hint: write 1 without quotes
martech-audit: 1 error; no verdict
)"},
  });
}

}  // namespace
}  // namespace martech_audit::tests::bad_file

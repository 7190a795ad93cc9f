#include "document_text.h"
#include "support/catch.h"

using martech_audit::test::printed;
using martech_audit::test::read;

TEST_CASE("JSON gives the same tree, with places") {
  const std::string text =
      "{\"a\": [1, 2.5e3, \"x\\u00e9\\n\\ud83d\\ude00z\", true, null, {}],\n \"b\\\"\": {\"c\": -1}, \"d\": "
      "[] }";
  CHECK(printed(text, "t.json") ==
        "1:1-2:29 mapping of 3\n"
        "  1:2-5 a: 1:7-59 list of 6\n"
        "    1:8-9 1\n"
        "    1:11-16 2.5e3\n"
        "    1:18-42 \"x\xC3\xA9\\n\xF0\x9F\x98\x80z\"\n"
        "    1:44-48 true\n"
        "    1:50-54 null\n"
        "    1:56-58 mapping of 0\n"
        "  2:2-7 b\": 2:9-18 mapping of 1\n"
        "    2:10-13 c: 2:15-17 -1\n"
        "  2:20-23 d: 2:25-27 list of 0\n");
  const auto reading = read(text, "t.json");
  const auto items = reading.root().find("a");
  auto item = items.begin();
  ++ ++item;
  CHECK(text[(*item).source_offset((*item).text().size() - 1)] == 'z');
  CHECK_FALSE((*item).plain());
}

TEST_CASE("JSON in a YAML file, and YAML that only starts like it") {
  CHECK(printed("{\"a\":1}") == "1:1-8 mapping of 1\n  1:2-5 a: 1:6-7 1\n");
  CHECK(printed("{a: 1}\n") == "1:1-7 mapping of 1\n  1:2-3 a: 1:5-6 1\n");
  CHECK(printed("[1]", "<stdin>") == "1:1-4 list of 1\n  1:2-3 1\n");
}

TEST_CASE("what is wrong with JSON") {
  struct Case {
    const char* text;
    const char* place_and_message;
  };
  const Case cases[] = {
      {"", "1:1: error: the file is empty"},
      {"{\"a\": 1,}", "1:9: error: a comma before the closing bracket"},
      {"{\"a\": [1 2]}", "1:10: error: expected ',' or a closing bracket"},
      {"{\"a\":\"b\" \"c\":1}", "1:10: error: expected ',' or a closing bracket"},
      {"{\"a\": \"x", "1:7: error: a quoted text must end on its line"},
      {"{\"a\": \"x\ny\"}", "1:7: error: a quoted text must end on its line"},
      {"{a: 1}", "1:2: error: expected a key in double quotes"},
      {"{'a': 1}", "1:2: error: JSON has no single quotes"},
      {"{\"a\": 1} x", "1:10: error: text after the end of the JSON value"},
      {"{\"a\": // c\n 1}", "1:7: error: JSON has no comments"},
      {"{\"a\": 1e999}", "1:7: error: a number that is too large"},
      {"{\"a\": NaN}", "1:7: error: 'NaN' is not a JSON value"},
      {"{\"a\": tru}", "1:7: error: 'tru' is not a JSON value"},
      {"{\"a\": \"\\q\"}", "1:7: error: unknown escape"},
      {"{\"a\": 1", "1:8: error: the JSON ends unexpectedly"},
      {"[\"\\ud800\"]", "1:2: error: an unpaired surrogate"},
      {"[1,,2]", "1:4: error: not JSON: unexpected ','; expected '[', '{', or a literal"},
      {"{\"a\":1,\"a\":2}", "1:8: error: key 'a' is given twice"},
  };
  for (const Case& given : cases) {
    CAPTURE(given.text);
    const std::string report = martech_audit::test::reported(given.text, "t.json");
    CHECK(report.substr(0, report.find('\n')) == "t.json:" + std::string(given.place_and_message));
  }
}

TEST_CASE("JSON diagnostics show the place") {
  CHECK(printed("{\n  \"a\": 1,\n}\n", "t.json") ==
        "t.json:3:1: error: a comma before the closing bracket\n"
        "    3 | }\n"
        "      | ^\n"
        "      hint: remove it\n");
}

#include "document/json_copy.h"

#include "support/catch.h"

using namespace martech_audit;

namespace {

std::string copied(const std::string& yaml, std::vector<std::string> steps = {}, std::string json = {}) {
  Diagnostics diagnostics;
  const auto document = read_document(std::make_shared<Source>("a.yaml", yaml), diagnostics);
  REQUIRE(document);
  return json_copy(*document, {std::move(steps), std::move(json)}).value_or("nothing");
}

}  // namespace

TEST_CASE("a document as JSON means the same") {
  const std::pair<const char*, const char*> cases[] = {
      {"a: 1\nb: [x, 'y', \"1\", 1.50, 1_200, 0x1F, 1e3, true, True, ~, yes]\n",
       R"({"a":1,"b":["x","y","1",1.50,1200,31,1000,true,true,null,"yes"]})"},
      {"a: {b: {}, c: []}\nd:\n", R"({"a":{"b":{},"c":[]},"d":null})"},
      {"day: 2026-01-31\ncode: 007x\n", R"({"day":"2026-01-31","code":"007x"})"},
      {"a: &x {b: 1}\nc: *x\n", R"({"a":{"b":1},"c":{"b":1}})"},
      {"a: \"q\\\"\\\\\\n\\u001b\"\n", R"({"a":"q\"\\\n\u001b"})"},
      {"- 1\n- {a: 2}\n", R"([1,{"a":2}])"},
  };
  for (const auto& [yaml, json] : cases) {
    INFO(yaml);
    CHECK(copied(yaml) == json);
  }
}

TEST_CASE("one change is made on the way") {
  const std::string yaml =
      "tools:\n  - {id: a, seats: {purchased: 5}, tags: [x], owner: }\n  - {id: b, tags: y}\n";
  const std::tuple<std::vector<std::string>, const char*, const char*> cases[] = {
      {{"tools", "0", "seats", "purchased"},
       "3",
       R"({"tools":[{"id":"a","seats":{"purchased":3},"tags":["x"],"owner":null},{"id":"b","tags":"y"}]})"},
      {{"tools", "1", "usage", "active"},
       "3",
       R"({"tools":[{"id":"a","seats":{"purchased":5},"tags":["x"],"owner":null},{"id":"b","tags":"y","usage":{"active":3}}]})"},
      {{"tools", "0", "tags", "-"},
       "\"z\"",
       R"({"tools":[{"id":"a","seats":{"purchased":5},"tags":["x","z"],"owner":null},{"id":"b","tags":"y"}]})"},
      {{"tools", "1", "tags", "-"},
       "\"z\"",
       R"({"tools":[{"id":"a","seats":{"purchased":5},"tags":["x"],"owner":null},{"id":"b","tags":["y","z"]}]})"},
      {{"tools", "1", "kpis", "-"},
       "\"z\"",
       R"({"tools":[{"id":"a","seats":{"purchased":5},"tags":["x"],"owner":null},{"id":"b","tags":"y","kpis":["z"]}]})"},
      {{"tools", "0", "owner", "person"},
       "\"ana\"",
       R"({"tools":[{"id":"a","seats":{"purchased":5},"tags":["x"],"owner":{"person":"ana"}},{"id":"b","tags":"y"}]})"},
      {{"teams"},
       "[]",
       R"({"tools":[{"id":"a","seats":{"purchased":5},"tags":["x"],"owner":null},{"id":"b","tags":"y"}],"teams":[]})"},
      {{"tools", "2", "id"}, "\"c\"", "nothing"},
      {{"tools", "x", "id"}, "\"c\"", "nothing"},
      {{"tools", "0", "id", "deeper"}, "1", "nothing"},
  };
  for (const auto& [steps, json, expected] : cases) {
    INFO(expected);
    CHECK(copied(yaml, steps, json) == expected);
  }
}

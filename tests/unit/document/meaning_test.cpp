// What texts mean: YAML in every style that people write, as the JSON that says the same.
#include <sys/stat.h>
#include <filesystem>
#include <fstream>

#include "document/file.h"
#include "document/json_copy.h"
#include "document_text.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

// As JSON; what was reported where it does not read without a word.
std::string meaning(const std::string& text, const std::string& name = "t.yaml") {
  const test::Reading reading = test::read(text, name);
  if (!reading.report.empty()) return reading.report.substr(0, reading.report.find('\n'));
  return json_copy(*reading.document, {}).value_or("nothing");
}

struct Text {
  const char* yaml;
  const char* json;
};

void check_meanings(std::initializer_list<Text> texts) {
  for (const Text& text : texts) {
    INFO(text.yaml);
    CHECK(meaning(text.yaml) == text.json);
  }
}

TEST_CASE("plain words are what YAML 1.2 says, and text otherwise") {
  check_meanings({
      {"a: 12\n", R"({"a":12})"},
      {"a: -12\n", R"({"a":-12})"},
      {"a: +12\n", R"({"a":12})"},
      {"a: 012\n", R"({"a":12})"},
      {"a: 0o14\n", R"({"a":12})"},
      {"a: 0xC\n", R"({"a":12})"},
      {"a: 1_200\n", R"({"a":1200})"},
      {"a: 1_200.50\n", R"({"a":1200.50})"},
      {"a: 1e3\n", R"({"a":1000})"},
      {"a: 1.5E-2\n", R"({"a":0.015})"},
      {"a: .5\n", R"({"a":0.5})"},
      {"a: 5.\n", R"({"a":5})"},
      {"a: 1e30\n", R"({"a":1e+30})"},
      {"a: .inf\n", R"({"a":".inf"})"},
      {"a: .NaN\n", R"({"a":".NaN"})"},
      {"a: 1,5\n", R"({"a":"1,5"})"},
      {"a: 12:30\n", R"({"a":"12:30"})"},
      {"a: 2026-01-31\n", R"({"a":"2026-01-31"})"},
      {"a: 1.2.3\n", R"({"a":"1.2.3"})"},
      {"a: true\nb: False\nc: TRUE\n", R"({"a":true,"b":false,"c":true})"},
      {"a: yes\nb: No\nc: on\nd: OFF\n", R"({"a":"yes","b":"No","c":"on","d":"OFF"})"},
      {"a: ~\nb: null\nc: NULL\nd:\ne: nil\n", R"({"a":null,"b":null,"c":null,"d":null,"e":"nil"})"},
      {"a: '12'\nb: \"true\"\nc: 'null'\nd: \"\"\n", R"({"a":"12","b":"true","c":"null","d":""})"},
      {"a: - b\n", "t.yaml:1:4: error: a list cannot start here"},
      {"a: -b\n", R"({"a":"-b"})"},
      {"a: b: c\n", "t.yaml:1:5: error: a second ': ' in one line"},
      {"a: b:c\n", R"({"a":"b:c"})"},
      {"a: http://x.y/z#f?a=b\n", R"({"a":"http://x.y/z#f?a=b"})"},
      {"a: b #c\n", R"({"a":"b"})"},
      {"a: b#c\n", R"({"a":"b#c"})"},
      {"a: '#c'\n", R"({"a":"#c"})"},
      {"a: it's \"so\"\n", R"({"a":"it's \"so\""})"},
      {"a: 50%\n", R"({"a":"50%"})"},
      {"a: %50\n", "t.yaml:1:4: error: a value cannot start with '%'"},
      {"a: `b`\n", "t.yaml:1:4: error: a value cannot start with '`'"},
      {"a: b, c]\n", R"({"a":"b, c]"})"},
      {"a b: c d\n", R"({"a b":"c d"})"},
      {"12: a\n\"12 \": b\n'x: y': c\n", R"({"12":"a","12 ":"b","x: y":"c"})"},
  });
}

TEST_CASE("a text of several lines is folded, kept, or joined as its style says") {
  check_meanings({
      {"a: b\n  c\n  d\n", R"({"a":"b c d"})"},
      {"a: b\n\n  c\n", R"({"a":"b\nc"})"},
      {"a:\n  b\n  c\n", R"({"a":"b c"})"},
      {"a: 'b\n  c'\n", R"({"a":"b c"})"},
      {"a: \"b\n  c\"\n", R"({"a":"b c"})"},
      {"a: \"b\\n\\\n  c\"\n", R"({"a":"b\nc"})"},
      {"a: |\n  b\n  c\n", R"({"a":"b\nc\n"})"},
      {"a: |-\n  b\n  c\n\n", R"({"a":"b\nc"})"},
      {"a: |+\n  b\n\n\n", R"({"a":"b\n\n\n"})"},
      {"a: |\n  b\n\n\nc: d\n", R"({"a":"b\n","c":"d"})"},
      {"a: >\n  b\n  c\n\n  d\n", R"({"a":"b c\nd\n"})"},
      {"a: >-\n  b\n  c\n", R"({"a":"b c"})"},
      {"a: >\n  b\n    c\n  d\n", R"({"a":"b\n  c\nd\n"})"},
      {"a: |2\n    b\n", R"({"a":"  b\n"})"},
      {"a: |\n  # b\n", R"({"a":"# b\n"})"},
      {"a: | # b\n  c\n", R"({"a":"c\n"})"},
      {"a: |\n\n  b\n", R"({"a":"\nb\n"})"},
      {"a: |\n", R"({"a":""})"},
      {"a: |\n  b\n c: d\n", "t.yaml:3:2: error: the indentation of this line does not match any line above"},
      {"- |\n  a\n- b\n", R"(["a\n","b"])"},
      {"a: \"b\\tc\\x41\\u00e9\\U0001F600\\_\"\n", "{\"a\":\"b\\tcA\xC3\xA9\xF0\x9F\x98\x80\xC2\xA0\"}"},
      {"a: 'b\\nc''d'\n", R"({"a":"b\\nc'd"})"},
  });
}

TEST_CASE("lists and mappings nest in blocks and in brackets") {
  check_meanings({
      {"- a\n- b\n", R"(["a","b"])"},
      {"a:\n- b\n- c\n", R"({"a":["b","c"]})"},
      {"a:\n  - b\n  -\n  - c\n", R"({"a":["b",null,"c"]})"},
      {"- - a\n  - b\n- c\n", R"([["a","b"],"c"])"},
      {"- a: 1\n  b: 2\n- a: 3\n", R"([{"a":1,"b":2},{"a":3}])"},
      {"-\n  a: 1\n", R"([{"a":1}])"},
      {"a:\n  b:\n    c:\n", R"({"a":{"b":{"c":null}}})"},
      {"a: {b: 1, c: [2, 3]}\n", R"({"a":{"b":1,"c":[2,3]}})"},
      {"a: {b: , c}\n", R"({"a":{"b":null,"c":null}})"},
      {"a: [b, c,]\n", R"({"a":["b","c"]})"},
      {"a: {b: 1,}\n", R"({"a":{"b":1}})"},
      {"a: [b: 1, c]\n", R"({"a":[{"b":1},"c"]})"},
      {"a: [\n  b, # one\n  c\n]\n", R"({"a":["b","c"]})"},
      {"a: []\nb: {}\n", R"({"a":[],"b":{}})"},
      {"{\"a\":1,\"b\":[true]}\n", R"({"a":1,"b":[true]})"},
      {"{\"a\":1, b: 'x'}\n", R"({"a":1,"b":"x"})"},
      {"? a\n: b\n", R"({"a":"b"})"},
      {"? a\n", R"({"a":null})"},
      {"\"a\" : b\n", R"({"a":"b"})"},
      {"a:\n    b: 1\n    c:\n     - d\n", R"({"a":{"b":1,"c":["d"]}})"},
  });
}

TEST_CASE("comments, markers and line ends mean nothing") {
  check_meanings({
      {"# one\n\na: 1 # two\n  # three\nb: 2\n# four", R"({"a":1,"b":2})"},
      {"---\na: 1\n...\n", R"({"a":1})"},
      {"--- # one\na: 1\n", R"({"a":1})"},
      {"%YAML 1.2\n---\na: 1\n", R"({"a":1})"},
      {"a: 1\r\nb: 2\r\n", R"({"a":1,"b":2})"},
      {"a: 1   \nb:\t2\n", R"({"a":1,"b":2})"},
      {"a: 1", R"({"a":1})"},
      {"\n\n  a: 1\n  b: 2\n", R"({"a":1,"b":2})"},
      {"a: 1\n---\nb: 2\n", "t.yaml:2:1: error: a second document starts here"},
  });
}

TEST_CASE("an alias means its anchor, wherever it stands") {
  check_meanings({
      {"a: &x 1\nb: *x\n", R"({"a":1,"b":1})"},
      {"a: &x {b: 1}\nc: [*x, *x]\n", R"({"a":{"b":1},"c":[{"b":1},{"b":1}]})"},
      {"a: &x\n  - 1\nb: *x\n", R"({"a":[1],"b":[1]})"},
      {"a: &x 1\nb: &x 2\nc: *x\n", R"({"a":1,"b":2,"c":2})"},
      {"a: &x\nb: *x\n", R"({"a":null,"b":null})"},
      {"a: *x\nb: &x 1\n", "t.yaml:1:4: error: alias of an anchor that is not defined above"},
      {"a: !!str 12\nb: !!int 12\nc: !!null ''\n", R"({"a":"12","b":12,"c":null})"},
  });
}

TEST_CASE("JSON means the same with its name and without") {
  for (const char* json :
       {R"({"a":[1,2.5,-3,1000,true,false,null,"x\ny"],"b":{},"c":[]})", R"(["\u00e9","\ud83d\ude00"])",
        R"("text")", "12", "null", R"({"":{"a b":"c: d"}})"}) {
    INFO(json);
    const std::string with_name = meaning(json, "t.json");
    CHECK(with_name == meaning(json, "t.yaml"));
    CHECK(meaning(with_name, "t.json") == with_name);
  }
}

TEST_CASE("a file of another kind is told from a text with faults") {
  using namespace std::string_literals;
  struct Foreign {
    std::string bytes;
    const char* said;
  };
  for (const Foreign& file : std::initializer_list<Foreign>{
           {"\xFF\xFE\x61\x00"s, "the file is encoded as UTF-16\n      hint: save it as UTF-8"},
           {"\xFE\xFF\x00\x61"s, "the file is encoded as UTF-16\n      hint: save it as UTF-8"},
           {"\xFF\xFE\x00\x00\x61\x00\x00\x00"s,
            "the file is encoded as UTF-32\n      hint: save it as UTF-8"},
           {"\x00\x00\xFE\xFF\x00\x00\x00\x61"s,
            "the file is encoded as UTF-32\n      hint: save it as UTF-8"},
           {"\x61\x00\x00\x00\x3A\x00\x00\x00"s,
            "the file is encoded as UTF-32\n      hint: save it as UTF-8"},
           {"\x00\x61\x00\x3A"s, "the file is encoded as UTF-16\n      hint: save it as UTF-8"},
           {"PK\x03\x04more"s,
            "this is an Excel workbook or another ZIP archive, not a text file\n      hint: save the sheet "
            "as CSV, then "
            "use `martech-audit import`"},
           {"\xD0\xCF\x11\xE0more"s,
            "this is an old Excel workbook or another Office file, not a text file\n      hint: save the "
            "sheet as CSV, "
            "then use `martech-audit import`"},
           {"%PDF-1.7"s,
            "this is a PDF, not a text file\n      hint: write the inventory as YAML; `martech-audit init` "
            "creates a "
            "starter"},
           {"\x1F\x8B\x08"s, "this is a gzip archive, not a text file\n      hint: unpack it first"},
           {"%PDF"s,
            "the file holds no value, only comments or a document marker\n      hint: write 'key: value' "
            "lines"},
           {"PK: 1\n"s, ""},
       }) {
    for (const char* name : {"t.yaml", "t.json"}) {
      INFO(file.said << " " << name);
      const std::string report = test::reported(file.bytes, name);
      const bool is_text = file.bytes.starts_with("PK:") || file.bytes == "%PDF";
      if (is_text && std::string_view(name) == "t.json") continue;
      const std::size_t message = report.find(": error: ");
      const std::size_t hint = report.find("      hint: ");
      const std::string said = report.empty() ? ""
                                              : report.substr(message + 9, report.find('\n') - message - 8) +
                                                    report.substr(hint, report.rfind('\n') - hint);
      CHECK(said == file.said);
    }
  }
}

TEST_CASE("a pipe among the files of a folder is refused, a link followed, a fault said") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "martech-audit-special";
  fs::remove_all(folder);
  fs::create_directories(folder / "sub");
  std::ofstream(folder / "a.yaml") << "a: 1\n";
  fs::create_symlink(folder / "a.yaml", folder / "b.yaml");
  const auto listed = [&] {
    const auto files = list_inventory_files(folder.string());
    if (!files) return files.error().message.substr(folder.string().size());
    std::string names;
    for (const std::string& file : *files) names += fs::path(file).filename().string() + " ";
    return names;
  };
  CHECK(listed() == "a.yaml b.yaml ");
  fs::create_symlink(folder / "nowhere", folder / "c.yaml");
  CHECK(listed() == "a.yaml b.yaml c.yaml ");
  CHECK(read_file((folder / "c.yaml").string()).error().message ==
        (folder / "c.yaml").string() + " does not exist");
  REQUIRE(::mkfifo((folder / "d.yml").c_str(), 0600) == 0);
  CHECK(listed() == "/d.yml is a named pipe, not a file; name it explicitly to read it");
  fs::remove_all(folder);
  CHECK(list_inventory_files(folder.string()).error().message ==
        "cannot list " + folder.string() + ": No such file or directory");
}

}  // namespace
}  // namespace martech_audit

// A struct whose fields are said once is written, described, read back, and refused where it is wrong.
#include "document/document.h"
#include "record/reader.h"
#include "record/schema_writer.h"
#include "record/writer.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

enum class Tide { low, high };
std::string_view name(Tide tide) { return tide == Tide::low ? "low" : "high"; }

struct Berth {
  std::string name;
  std::int64_t depth = 0;
  friend bool operator==(const Berth&, const Berth&) = default;
};

struct Harbour {
  std::string name;
  std::string master;  // may be empty
  Tide tide = Tide::low;
  std::uint32_t visits = 0;
  double length = 0;
  bool open = false;
  std::optional<Date> built;
  std::optional<Money> fee;
  std::vector<Berth> berths;
  std::vector<std::string> flags;
};

}  // namespace

template <>
inline constexpr auto record::words_of<Tide> = std::array{Tide::low, Tide::high};

template <>
struct record::Fields<Berth> {
  template <class V>
  static void of(V& visit, Berth& berth) {
    visit("name", berth.name);
    visit("depth", berth.depth, "in metres");
  }
};

template <>
struct record::Fields<Harbour> {
  template <class V>
  static void of(V& visit, Harbour& harbour) {
    visit.constant("kind", "harbour");
    visit("name", harbour.name);
    visit("master", or_null(harbour.master));
    visit("tide", harbour.tide);
    visit("visits", harbour.visits);
    visit("length", harbour.length);
    visit("open", harbour.open);
    visit("built", harbour.built);
    visit("fee", harbour.fee);
    visit("berths", lines(harbour.berths), "from the sea");
    visit("flags", harbour.flags);
    visit.derived("deepest", [&] {
      std::int64_t deepest = 0;
      for (const Berth& berth : harbour.berths) deepest = std::max(deepest, berth.depth);
      return deepest;
    });
  }
};

namespace {

struct Nobody {
  template <class T>
  void finish(Node, T&) {}
};

Harbour harbour() {
  using namespace std::chrono_literals;
  return {"Old \"port\"",
          "",
          Tide::high,
          3,
          1.5,
          true,
          1999y / 3 / 31,
          Money{1250, *Currency::parse("EUR")},
          {{"A", 4}, {"B", 12}},
          {"blue"}};
}

std::string written(const Harbour& harbour) {
  return record::json_text([&](record::JsonWriter& json) {
    const Nobody nobody;
    record::Writer(json, nobody).object(harbour, record::JsonWriter::Layout::lines);
  });
}

// What is wrong, one a line.
std::string read(const std::string& text, Harbour& harbour) {
  Diagnostics diagnostics;
  const auto document = read_document(std::make_shared<const Source>("h.json", text), diagnostics);
  REQUIRE(document);
  Nobody nobody;
  record::Reader<Nobody> reader("record", nobody, diagnostics);
  reader.object(document->root(), harbour);
  std::string faults;
  for (const Diagnostic& one : diagnostics.all()) {
    const Position at = one.where.source->position(one.where.begin);
    faults += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + one.message + "\n";
  }
  return faults;
}

const std::string text = R"({
  "kind": "harbour",
  "name": "Old \"port\"",
  "master": null,
  "tide": "high",
  "visits": 3,
  "length": 1.5,
  "open": true,
  "built": "1999-03-31",
  "fee": {"minor": 1250, "decimals": 2, "currency": "EUR", "value": 12.50},
  "berths": [
    {"name": "A", "depth": 4},
    {"name": "B", "depth": 12}
  ],
  "flags": ["blue"],
  "deepest": 12
}
)";

TEST_CASE("fields are written in their order, and read back as they were") {
  CHECK(written(harbour()) == text);
  Harbour read_back;
  CHECK(read(text, read_back) == "");
  CHECK(written(read_back) == text);
  CHECK(read_back.berths == harbour().berths);
}

TEST_CASE("on one line with blanks or without, and keys may be any text") {
  using enum record::JsonWriter::Layout;
  const auto put = [](record::JsonWriter& json) {
    json.begin_object(lines);
    json.any_key("a \"key\"\n");
    record::Writer(json, Nobody()).write(std::vector<Berth>{{"A", 4}, {"B", 12}});
    json.key("none");
    json.begin_array();
    json.end_array();
    json.end_object();
  };
  CHECK(record::json_text(put, lines) == R"({
  "a \"key\"\n": [{"name": "A", "depth": 4}, {"name": "B", "depth": 12}],
  "none": []
}
)");
  CHECK(record::json_text(put, inlined) ==
        R"({"a \"key\"\n": [{"name": "A", "depth": 4}, {"name": "B", "depth": 12}], "none": []})"
        "\n");
  CHECK(record::json_text(put, compact) ==
        R"({"a \"key\"\n":[{"name":"A","depth":4},{"name":"B","depth":12}],"none":[]})"
        "\n");
}

TEST_CASE("a schema asks for every field and allows no other") {
  const std::string schema = record::json_text([](record::JsonWriter& json) {
    json.begin_object(record::JsonWriter::Layout::lines);
    record::SchemaWriter<Nobody>(json).form<Berth>();
    json.end_object();
  });
  CHECK(schema == R"({
  "type": "object",
  "additionalProperties": false,
  "required": [
    "name",
    "depth"
  ],
  "properties": {
    "name": {
      "type": "string"
    },
    "depth": {
      "type": "integer",
      "description": "in metres"
    }
  }
}
)");
  const std::string whole = record::json_text([](record::JsonWriter& json) {
    json.begin_object();
    record::SchemaWriter<Nobody>(json).form<Harbour>();
    json.end_object();
  });
  for (const char* part :
       {R"("const": "harbour")", R"("enum": [)", R"("$ref": "#/$defs/money")", R"("deepest")"}) {
    INFO(part);
    CHECK(whole.find(part) != whole.npos);
  }
}

std::string changed(const std::string& from, const std::string& to) {
  std::string other = text;
  const std::size_t at = other.find(from);
  REQUIRE(at != other.npos);
  return other.replace(at, from.size(), to);
}

TEST_CASE("what is missing or of another kind is named at its place") {
  const std::vector<std::array<std::string, 3>> faults{
      {"\"name\": \"Old", "\"nam\": \"Old", "1:1 the record lacks 'name' here\n"},
      {"\"deepest\"", "\"deep\"", "1:1 the record lacks 'deepest' here\n"},
      {"\"Old \\\"port\\\"\"", "[]", "3:11 list stands where a record has text\n"},
      {"\"high\"", "\"ebb\"", "5:11 'ebb' stands where a record has a word that this version knows\n"},
      {"3,", "-3,", "6:13 '-3' stands where a record has a count\n"},
      {"1.5", "\"far\"", "7:13 'far' stands where a record has a number\n"},
      {"true", "1", "8:11 '1' stands where a record has true or false\n"},
      {"1999-03-31", "1999-02-31", "9:12 '1999-02-31' stands where a record has a date\n"},
      {"\"EUR\"", "\"EUX\"", "10:53 'EUX' stands where a record has a word that this version knows\n"},
      {"{\"name\": \"A\", \"depth\": 4}", "null", "12:5 null stands where a record has an object\n"},
      {"[\"blue\"]", "\"blue\"", "15:12 'blue' stands where a record has a list\n"},
      {"[\"blue\"]", "[\"blue\", {}]", "15:21 mapping stands where a record has text\n"},
  };
  for (const auto& [from, to, message] : faults) {
    INFO(to);
    Harbour harbour;
    CHECK(read(changed(from, to), harbour) == message);
  }
  Harbour none;
  CHECK(read("[]", none) == "1:1 list stands where a record has an object\n");
}

TEST_CASE("what is null is not given") {
  Harbour harbour;
  CHECK(read(changed("\"1999-03-31\"", "null"), harbour) == "");
  CHECK(!harbour.built);
  CHECK(harbour.fee->minor == 1250);
}

}  // namespace
}  // namespace martech_audit

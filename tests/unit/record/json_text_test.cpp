// JSON as it is written: layouts, numbers and strings, piece by piece.
#include <limits>

#include "record/json_writer.h"
#include "record/reader.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

using record::JsonWriter;
using Layout = JsonWriter::Layout;

// What `write` puts down, without the end of its line.
template <class Write>
std::string json(Write write, Layout widest = Layout::lines) {
  std::string text = record::json_text(write, widest);
  REQUIRE(text.ends_with('\n'));
  text.pop_back();
  return text;
}

std::string string_of(std::string_view text) {
  return json([&](JsonWriter& out) { out.string(text); });
}

void write_nested(JsonWriter& out) {
  out.begin_object(Layout::lines);
  out.key("empty");
  out.begin_array(Layout::lines);
  out.end_array();
  out.key("list");
  out.begin_array(Layout::lines);
  out.integer(-1);
  out.begin_object();
  out.any_key("a \"b\"");
  out.null();
  out.key("c");
  out.begin_array();
  out.boolean(true);
  out.boolean(false);
  out.end_array();
  out.end_object();
  out.end_array();
  out.end_object();
}

TEST_CASE("objects and lists stand on lines of their own, or within the line that they began on") {
  CHECK(json(write_nested) == R"({
  "empty": [],
  "list": [
    -1,
    {"a \"b\"": null, "c": [true, false]}
  ]
})");
  CHECK(json(write_nested, Layout::inlined) ==
        R"({"empty": [], "list": [-1, {"a \"b\"": null, "c": [true, false]}]})");
  CHECK(json(write_nested, Layout::compact) ==
        R"({"empty":[],"list":[-1,{"a \"b\"":null,"c":[true,false]}]})");
}

TEST_CASE("numbers read back as they were") {
  const auto real = [](double value) { return json([&](JsonWriter& out) { out.real(value); }); };
  CHECK(real(0) == "0");
  CHECK(real(-0.5) == "-0.5");
  CHECK(real(0.1) == "0.1");
  CHECK(real(1.0 / 3) == "0.3333333333333333");
  CHECK(real(1e300) == "1e+300");
  CHECK(real(std::numeric_limits<double>::infinity()) == "null");
  CHECK(real(std::numeric_limits<double>::quiet_NaN()) == "null");
  const auto whole = [](std::int64_t value) { return json([&](JsonWriter& out) { out.integer(value); }); };
  CHECK(whole(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(json([](JsonWriter& out) { out.unsigned_integer(std::numeric_limits<std::uint64_t>::max()); }) ==
        "18446744073709551615");
}

TEST_CASE("billionths are read with the digits that are written, and no more than nine of them") {
  for (const std::int64_t value :
       {0L, 1L, -1L, 500'000'000L, -1'500'000'000L, 12'345'678'901L, 100'000'000'000L,
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    const std::string text = json([&](JsonWriter& out) { out.billionths(value); });
    INFO(text);
    CHECK(record::parse_billionths(text) == value);
  }
  CHECK(record::parse_billionths("0.000000001") == 1);
  CHECK(record::parse_billionths("1.50") == 1'500'000'000);
  for (const char* text : {"0.0000000001", "1e3", "1,5", "x", "1.2.3", "--1", "9223372037", "", "-", "."}) {
    INFO(text);
    CHECK_FALSE(record::parse_billionths(text));
  }
}

TEST_CASE("what a string may not hold is escaped, wherever in its words of eight bytes it stands") {
  const std::pair<std::string, std::string> cases[] = {{"\"", "\\\""},
                                                       {"\\", "\\\\"},
                                                       {"\n", "\\n"},
                                                       {"\r", "\\r"},
                                                       {"\t", "\\t"},
                                                       {"\x01", "\\u0001"},
                                                       {"\x1f", "\\u001f"},
                                                       {"\x7f", "\\u007f"},
                                                       {" ", " "},
                                                       {"~", "~"},
                                                       {"!", "!"},
                                                       {"#", "#"},
                                                       {"[", "["},
                                                       {"]", "]"},
                                                       {"\u1EBF", "\u1EBF"},
                                                       {"\u202E", "\\u202e"},
                                                       {"\xff", "\\ufffd"},
                                                       {"\U0001F469", "\U0001F469"},
                                                       {"\U000E0001", "\\udb40\\udc01"},
                                                       {std::string(1, '\0'), "\\u0000"}};
  for (const auto& [text, escaped] : cases) {
    for (std::size_t before = 0; before < 10; ++before) {
      const std::string pad(before, 'x'), rest(9, 'y');
      INFO(escaped << " behind " << before);
      CHECK(string_of(pad + text + rest) == "\"" + pad + escaped + rest + "\"");
      CHECK(string_of(pad + text) == "\"" + pad + escaped + "\"");
    }
  }
  CHECK(string_of("") == "\"\"");
}

TEST_CASE("a string starts no command of a CI service") {
  CHECK(string_of("##vso[task]").find("##vso[") == std::string::npos);
}

TEST_CASE("a long text is handed on in pieces, none of them lost") {
  std::string text;
  std::size_t pieces = 0;
  const Sink sink = [&](std::string_view bytes) {
    text += bytes;
    ++pieces;
  };
  JsonWriter out(sink);
  const std::string item(1000, 'x');
  out.begin_array();
  for (int i = 0; i < 200; ++i) out.string(item);
  out.end_array();
  CHECK(text.size() > 65'536);
  out.finish();
  CHECK(pieces >= 3);
  CHECK(text.size() == 200 * 1002 + 199 * 2 + 2 + 1);
}

}  // namespace
}  // namespace martech_audit

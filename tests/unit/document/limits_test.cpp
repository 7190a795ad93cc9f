#include "document/limits.h"

#include "document_text.h"
#include "support/catch.h"

using namespace martech_audit;
using test::reported;

namespace {

std::string first_line(const std::string& report) { return report.substr(0, report.find('\n')); }

std::string repeat(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string nested_blocks(std::size_t depth) {
  std::string out;
  for (std::size_t i = 0; i < depth; ++i) out += std::string(i, ' ') + "a:\n";
  return out;
}

}  // namespace

TEST_CASE("depth") {
  CHECK(reported("a: " + repeat("[", limits::depth - 1) + repeat("]", limits::depth - 1) + "\n").empty());
  CHECK(first_line(reported("a: " + repeat("[", limits::depth) + repeat("]", limits::depth) + "\n")) ==
        "t.yaml:1:103: error: values are nested more than 100 deep");
  CHECK(reported(nested_blocks(limits::depth)).empty());
  CHECK(first_line(reported(nested_blocks(limits::depth + 1))) ==
        "t.yaml:101:101: error: values are nested more than 100 deep");
  CHECK(first_line(reported(repeat("- ", 100000))) ==
        "t.yaml:1:201: error: values are nested more than 100 deep");
  CHECK(first_line(reported(repeat("[", 1000), "t.json")) ==
        "t.json:1:101: error: values are nested more than 100 deep");
}

TEST_CASE("an alias bomb costs nothing") {
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 20; ++i) {
    const std::string inner = "*a" + std::to_string(i - 1);
    bomb +=
        "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + inner + repeat("," + inner, 8) + "]\n";
  }
  CHECK(first_line(reported(bomb)) ==
        "t.yaml:6:10: error: aliases up to here expand to more than 100000 values");
}

TEST_CASE("aliases cannot pile up depth") {
  std::string text = "a0: &a0 " + repeat("[", 50) + repeat("]", 50) + "\n";
  text += "a1: &a1 " + repeat("[", 40) + "*a0" + repeat("]", 40) + "\n";
  CHECK(reported(text).empty());
  text += "a2: " + repeat("[", 40) + "*a1" + repeat("]", 40) + "\n";
  CHECK(first_line(reported(text)) == "t.yaml:3:45: error: with '*a1', values are nested more than 100 deep");
}

TEST_CASE("the length of a text") {
  const std::string most(limits::scalar_length, 'x');
  CHECK(reported("a: " + most + "\n").empty());
  for (const std::string& text :
       {"a: " + most + "x\n", "a: \"" + most + "\\n\"\n", "a: '" + most + "x'\n", "a: |\n  " + most + "\n"}) {
    CHECK(first_line(reported(text)) == "t.yaml:1:4: error: a text of more than 262144 bytes");
  }
  CHECK(first_line(reported("[\"" + most + "x\"]", "t.json")) ==
        "t.json:1:2: error: a text of more than 262144 bytes");
}

TEST_CASE("the length of a key") {
  CHECK(reported(std::string(900, 'k') + ": 1\n").empty());
  CHECK(first_line(reported(std::string(2000, 'k') + ": 1\n")) ==
        "t.yaml:1:1: error: a key of more than 1024 bytes");
}

TEST_CASE("brackets without end are not read into memory") {
  CHECK(first_line(reported("[[" + repeat("b,", 1000000))) ==
        "t.yaml:1:2: error: more than 512 KiB from here without a complete value");
  CHECK(first_line(reported(repeat("[", 2000000))) ==
        "t.yaml:1:101: error: values are nested more than 100 deep");
  CHECK(first_line(reported(repeat("{a: [", 2000000))) ==
        "t.yaml:1:251: error: values are nested more than 100 deep");
  CHECK(first_line(reported("a: [" + repeat("b,\n", 500000) + "]\n")) == "");
}

TEST_CASE("brackets in texts are no lists") {
  const std::string many = repeat("[", 300);
  CHECK(reported("a: &a '" + many + "'\nb: &b \"\n" + many + "\"\nc: x " + many + "\nd: |\n  " + many +
                 "\n# " + many + "\ne: [f]\n")
            .empty());
  CHECK(first_line(reported("a: &a '" + many + "'\nb: " + many)) ==
        "t.yaml:2:5: error: '[' opened here is never closed");
  CHECK(first_line(reported("a: *b # " + many)) ==
        "t.yaml:1:4: error: alias of an anchor that is not defined above");
}

TEST_CASE("the size of a file") {
  const std::string report = reported(std::string(limits::file_size + 1, '\n'));
  CHECK(first_line(report) == "t.yaml:1:1: error: the file is larger than 256 MiB");
}

TEST_CASE("faults without number are all counted and not all kept") {
  Diagnostics diagnostics;
  const SourcePtr source = test::source(repeat("a: 1\n", 100000));
  const auto document = read_document(source, diagnostics);
  CHECK(document);
  CHECK(diagnostics.errors() == 99999);
  CHECK(diagnostics.all().size() == 2 * max_shown_diagnostics);  // each with the place of the first
}

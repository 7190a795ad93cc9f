#include "rules/template.h"

#include "support/catch.h"

using namespace martech_audit::rules;

namespace {

// "text" as it is, expressions in brackets; a fault as "fault@byte".
std::string shown(std::string_view text) {
  const SplitTemplate split = split_template(text);
  if (!split.fault.empty()) return std::string(split.fault) + "@" + std::to_string(split.fault_at);
  std::string out;
  for (const TemplatePiece& piece : split.pieces) {
    CHECK(text.substr(piece.offset, piece.text.size()) == piece.text);
    out += piece.expression ? "[" + std::string(piece.text) + "]" : std::string(piece.text);
  }
  return out;
}

}  // namespace

TEST_CASE("A template is text and expressions in braces") {
  CHECK(shown("") == "");
  CHECK(shown("plain") == "plain");
  CHECK(shown("{tool.name}") == "[tool.name]");
  CHECK(shown("{a}{b} and {c}.") == "[a][b] and [c].");
  CHECK(shown("äöü {x} ß") == "äöü [x] ß");
}

TEST_CASE("A brace twice is a brace") {
  CHECK(shown("{{") == "{");
  CHECK(shown("a {{b}} c") == "a {b} c");
  CHECK(shown("{{{x}}}") == "{[x]}");
}

TEST_CASE("Braces in strings and maps belong to the expression") {
  CHECK(shown(R"({a ? "}" : '{'})") == R"([a ? "}" : '{'])");
  CHECK(shown(R"({"\"}"}!)") == R"(["\"}"]!)");
  CHECK(shown(R"({r"\"}!)") == R"([r"\"]!)");
  CHECK(shown(R"({'''it's }'''}!)") == R"(['''it's }''']!)");
  CHECK(shown(R"({ {"k": {"n": 1}}["k"] })") == R"([ {"k": {"n": 1}}["k"] ])");
}

TEST_CASE("A template that does not close says where") {
  CHECK(shown("a } b") == "'}' without a matching '{'@2");
  CHECK(shown("a {b") == "'{' is not closed@2");
  CHECK(shown("a {'b}") == "'{' is not closed@2");
  CHECK(shown("a { }") == "no expression between the braces@2");
  CHECK(shown("{") == "'{' is not closed@0");
}

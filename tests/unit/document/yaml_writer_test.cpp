#include "document/yaml_writer.h"

#include <random>

#include "document/scalar.h"
#include "document_text.h"
#include "support/catch.h"
#include "support/sample.h"

using namespace martech_audit;
using test::read;

TEST_CASE("a file as people would write it") {
  YamlWriter yaml;
  yaml.comment("Made by hand\nnot really").begin_mapping();
  yaml.key("name").text("Acme: retail").key("version").plain("1").key("tools").begin_sequence();
  yaml.begin_mapping().key("id").text("crm").key("tags").begin_sequence().text("a").text("yes");
  yaml.end_sequence().key("live_on").plain("2026-01-31").end_mapping();
  yaml.begin_mapping().key("note").text("two\nlines\n").key("free").plain("true").end_mapping();
  yaml.end_sequence().key("note").text("two\n  lines\n").end_mapping();
  const std::string file = std::move(yaml).finish();
  CHECK(file ==
        "# Made by hand\n"
        "# not really\n"
        "name: \"Acme: retail\"\n"
        "version: 1\n"
        "tools:\n"
        "  - id: crm\n"
        "    tags:\n"
        "      - a\n"
        "      - \"yes\"\n"
        "    live_on: 2026-01-31\n"
        "  - note: |\n"
        "      two\n"
        "      lines\n"
        "    free: true\n"
        "note: \"two\\n  lines\\n\"\n");
  CHECK(read(file).report.empty());
}

TEST_CASE("several lines become a block where nothing gets lost") {
  const auto written = [](std::string_view text) {
    YamlWriter yaml;
    yaml.begin_mapping().key("k").text(text).end_mapping();
    return std::move(yaml).finish();
  };
  CHECK(written("a\nb: c\n") == "k: |\n  a\n  b: c\n");
  CHECK(written("a\n\n# b\n") == "k: |\n  a\n\n  # b\n");
  CHECK(written("a\nb") == "k: \"a\\nb\"\n");
  CHECK(written("a\nb\n\n") == "k: \"a\\nb\\n\\n\"\n");
  CHECK(written("a \nb") == "k: \"a \\nb\"\n");
  CHECK(written("\n") == "k: \"\\n\"\n");
}

TEST_CASE("quotes stand exactly where they are needed") {
  const auto scalar = [](std::string_view text) {
    YamlWriter yaml;
    const std::string file = std::move(yaml.text(text)).finish();
    return file.substr(0, file.size() - 1);
  };
  for (const char* text :
       {"crm", "a b", "3com", "a@b.com", "https://x.y/z?q=1#frag", "it's", "a, b", "C++", "\xC3\xA9t\xC3\xA9",
        "a:b", "x#y", "50%", "yes please", "nullable", "v1.2", "$5"}) {
    CHECK(scalar(text) == text);
  }
  for (const char* text :
       {"",      "yes",        "No",    "ON", "y",  "true", "Null", "~",    "07", "1e3",  "0x1F",
        "1_000", "2024-01-01", "12:30", ".5", "+1", ".inf", ".NaN", "a: b", "a:", "a #b", "#a",
        "- a",   "-a",         "? a",   "*a", "&a", "!a",   "|",    ">",    "%a", "@a",   "`a",
        "[a",    "{a",         " a",    "a ", "=",  "<<",   "---",  ","}) {
    CHECK(scalar(text) == '"' + std::string(text) + '"');
  }
  CHECK(scalar("\"a\"") == "'\"a\"'");
  CHECK(scalar("'a' \\ \"b\": c") == "'''a'' \\ \"b\": c'");
  CHECK(scalar("a\tb\n\x1b\xE2\x80\xAE") == "\"a\\tb\\n\\x1b\\u202e\"");
}

namespace {

std::string random_text(std::mt19937& random) {
  static const char* const pieces[] = {"a",
                                       "B7",
                                       " ",
                                       "  ",
                                       "\n",
                                       "\t",
                                       ":",
                                       ": ",
                                       "#",
                                       " #",
                                       "-",
                                       "- ",
                                       "'",
                                       "\"",
                                       "\\",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       ",",
                                       "&",
                                       "*",
                                       "!",
                                       "|",
                                       ">",
                                       "%",
                                       "@",
                                       "`",
                                       "?",
                                       "yes",
                                       "null",
                                       "1",
                                       ".",
                                       "e",
                                       "0x",
                                       "\xC3\xA9",
                                       "\xE2\x80\xA8",
                                       "\xC2\x85",
                                       "\xEF\xBB\xBF",
                                       "\xF0\x9F\x98\x80",
                                       "\x01",
                                       "\x7F",
                                       "\r",
                                       "\r\n",
                                       "---",
                                       "...",
                                       "<<",
                                       "=",
                                       "~",
                                       "\xE2\x80\x8B",
                                       "\n\n",
                                       "\xC2\xA0"};
  std::string text;
  for (auto left = random() % 8; left > 0; --left) text += pieces[random() % std::size(pieces)];
  return text;
}

}  // namespace

TEST_CASE("any text reads back as itself, and as text") {
  std::mt19937 random(20261123);
  for (std::size_t round = 0; round < sample_of(20000); ++round) {
    const std::string key = random_text(random);
    const std::string value = random_text(random);
    const std::string item = random_text(random);
    YamlWriter yaml;
    yaml.begin_mapping()
        .key(key)
        .text(value)
        .key(key + "2")
        .begin_sequence()
        .text(item)
        .end_sequence()
        .end_mapping();
    const std::string file = std::move(yaml).finish();
    CAPTURE(file);
    const auto reading = read(file);
    REQUIRE(reading.report.empty());
    const Node found = reading.root().find(key);
    REQUIRE(found);
    REQUIRE(found.text() == value);
    REQUIRE_FALSE(found.is_null());
    REQUIRE_FALSE(boolean(found.text(), found.plain()));
    REQUIRE_FALSE(real(found.text(), found.plain()));
    REQUIRE((*reading.root().find(key + "2").begin()).text() == item);
  }
}

TEST_CASE("nothing that is written starts a command of a CI service, and all of it is read back") {
  for (const std::string text :
       {"##[error]x", "a ##vso[b.c]'d'", "::error::x", "a\n::error::x\n", "##[a]\nb\n", " \\##[",
        "##teamcity[\"x\"", "\u3000::x", "##[\u00e9\u200b"}) {
    YamlWriter yaml;
    yaml.comment(text).begin_mapping().key(text).text(text).key("list").begin_sequence().text(text);
    const std::string file = std::move(yaml.end_sequence().end_mapping()).finish();
    INFO(file);
    CHECK(file.find("##[") == file.npos);
    CHECK(file.find("##vso[") == file.npos);
    CHECK(file.find("##teamcity[") == file.npos);
    CHECK(file.find("\n::") == file.npos);
    CHECK(file.find("\n  ::") == file.npos);
    CHECK(file.find("\n    ::") == file.npos);
    const auto back = read(file);
    CHECK(back.report.empty());
    CHECK((*back.root().begin()).key() == text);
    CHECK(back.root().find(text).text() == text);
  }
}

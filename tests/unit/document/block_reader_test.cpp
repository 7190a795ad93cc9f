// The fast reader against yaml-cpp: the same tree or none.
#include "document/block_reader.h"

#include <filesystem>
#include <random>

#include "document/file.h"
#include "document/text_check.h"
#include "document/yaml_reader.h"
#include "document_text.h"
#include "support/catch.h"
#include "support/sample.h"
#include "support/skip.h"

using namespace martech_audit;
namespace fs = std::filesystem;

namespace {

// Whether the fast reader took the text; fails the test where the two readers differ.
bool compare(const SourcePtr& source) {
  Diagnostics diagnostics;
  if (!check_text(source, diagnostics)) return false;
  const auto fast = read_block_style(source);
  if (!fast) return false;
  const auto full = read_yaml(source, diagnostics);
  INFO(source->text() << "\n--- fast:\n" << dump(Document(fast)) << render(diagnostics));
  REQUIRE(full != nullptr);
  INFO("--- full:\n" << dump(Document(full)));
  REQUIRE(diagnostics.empty());
  REQUIRE(test::same(*fast, *full));
  return true;
}

bool compare(std::string text) { return compare(test::source(std::move(text))); }

template <std::size_t Size>
const char* pick(std::mt19937& random, const char* const (&from)[Size]) {
  return from[random() % Size];
}

constexpr const char* scalars[] = {"x",
                                   "two words",
                                   "12",
                                   "-1",
                                   "1_000.5",
                                   "~",
                                   "null",
                                   "\"q r\"",
                                   "'s'",
                                   "'it''s'",
                                   "\"\"",
                                   "\"a\\\"b\"",
                                   "a:b",
                                   "http://x/",
                                   "a#b",
                                   "caf\xC3\xA9",
                                   "''",
                                   "yes",
                                   "a, b]",
                                   "-x",
                                   "a'b\"c",
                                   "2026-01-01",
                                   "\"\\n\\t\\\\\"",
                                   "[]"};
constexpr const char* bracketed[] = {"[a, b]",
                                     "[]",
                                     "{}",
                                     "{rate: 0.92, as_of: 2026-11-01}",
                                     "[ 'x' , \"y\" ]",
                                     "[{a: [1, -2]}, c]",
                                     "[a:b, ~]",
                                     "[[]]",
                                     "{ \"k\": v, 'l': [null] }",
                                     "{a: {b: c}}"};
constexpr const char* keys[] = {"id", "name", "a b", "\"quoted\"", "'single'",   "x-cost",
                                "k1", "null", "12",  "<<",         "caf\xC3\xA9"};

// Block documents in every style that the fast reader knows, now and then with something it does not.
class Generator {
 public:
  explicit Generator(std::mt19937& random) : random_(random) {}

  std::string document() {
    if (chance(10)) text_ += "---\n";
    block(0, chance(3), 0);
    if (chance(10) && !text_.empty()) text_.pop_back();
    return text_;
  }

 private:
  bool chance(unsigned one_in) { return random_() % one_in == 0; }

  void line_end() {
    if (chance(8)) text_ += "  # comment: with 'quotes'";
    text_ += chance(12) ? "\r\n" : "\n";
    if (chance(15)) text_ += "\n";
    if (chance(15)) text_ += std::string(random_() % 6, ' ') + "# note\n";
  }

  void block(std::size_t indent, bool list, int depth) {
    for (auto left = 1 + random_() % 4; left > 0; --left) {
      text_.append(indent, ' ');
      if (!list) {
        member(indent, depth);
      } else {
        text_ += "-";
        if (chance(6)) {
          value(indent, true, depth);
        } else {
          text_.append(1 + (chance(4) ? 2 : 0), ' ');
          const std::size_t column = text_.size() - (text_.rfind('\n') + 1);
          chance(2) ? compact(column, depth) : scalar();
        }
      }
    }
  }

  void compact(std::size_t indent, int depth) {
    member(indent, depth);
    while (!chance(2)) {
      text_.append(indent, ' ');
      member(indent, depth);
    }
  }

  void member(std::size_t indent, int depth) {
    text_ += pick(random_, keys);
    if (text_.back() != '"' && text_.back() != '\'' && chance(2)) text_ += std::to_string(random_() % 100);
    text_ += ":";
    value(indent, false, depth);
  }

  void value(std::size_t indent, bool in_list, int depth) {
    if (depth < 4 && chance(3)) {
      line_end();
      const bool list = chance(2);
      block(indent + (list && !in_list && chance(2) ? 0 : 1 + random_() % 3), list, depth + 1);
    } else if (chance(8)) {
      line_end();
    } else {
      text_ += ' ';
      scalar();
    }
  }

  void scalar() {
    text_ += chance(4) ? pick(random_, bracketed) : pick(random_, scalars);
    line_end();
  }

  std::mt19937& random_;
  std::string text_;
};

constexpr const char* fragments[] = {"a",
                                     "key",
                                     " ",
                                     "  ",
                                     "\n",
                                     "\n  ",
                                     ": ",
                                     ":\n",
                                     ":",
                                     "- ",
                                     "\n- ",
                                     "\"",
                                     "'",
                                     "''",
                                     "\\",
                                     "[",
                                     "]",
                                     "{",
                                     "}",
                                     ", ",
                                     ",",
                                     "#",
                                     " # ",
                                     "~",
                                     "null",
                                     "1",
                                     "-5",
                                     "|",
                                     ">",
                                     "&x",
                                     "*x",
                                     "!t",
                                     "? ",
                                     "?",
                                     "%",
                                     "@",
                                     "---",
                                     "...",
                                     "\t",
                                     "\r\n",
                                     "x y",
                                     "a: b",
                                     "<<",
                                     ".",
                                     "-",
                                     "=",
                                     "`",
                                     "\xC2\xA0",
                                     "\xE2\x80\xA8",
                                     "\xEF\xBB\xBF",
                                     "\x7F",
                                     "\xC2\x85"};

void damage(std::string& text, std::mt19937& random) {
  if (text.empty()) return;
  const std::size_t at = random() % text.size();
  switch (random() % 4) {
    case 0:
      text.erase(at, 1 + random() % 3);
      break;
    case 1:
      text.insert(at, pick(random, fragments));
      break;
    case 2:
      std::swap(text[at], text[random() % text.size()]);
      break;
    default:
      text.resize(at);
      break;
  }
}

}  // namespace

TEST_CASE("generated documents: the same tree, and nearly always the fast way") {
  std::mt19937 random(1);
  std::size_t taken = 0;
  constexpr std::size_t rounds = sample_of(5000);
  for (std::size_t round = 0; round < rounds; ++round) taken += compare(Generator(random).document());
  CHECK(taken > rounds * 9 / 10);
}

TEST_CASE("damaged documents: the same tree or none") {
  std::mt19937 random(2);
  constexpr std::size_t rounds = sample_of(40000);
  std::size_t taken = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    std::string text = Generator(random).document();
    for (auto left = 1 + random() % 3; left > 0; --left) damage(text, random);
    taken += compare(std::move(text));
  }
  CHECK(taken > rounds / 8);
}

TEST_CASE("heaps of fragments: the same tree or none") {
  std::mt19937 random(3);
  for (std::size_t round = 0; round < sample_of(40000); ++round) {
    std::string text;
    for (auto left = random() % 16; left > 0; --left) text += pick(random, fragments);
    compare(std::move(text));
  }
}

TEST_CASE("what the fast reader takes and what it leaves") {
  for (const char* text : {"a: 1\n", "- a\n- b", "a:\n- 1\nb:\n", "a: [b, {c: d}]\n", "# c\n---\na: ''\n",
                           "a:\r\n  b: 'x'\r\n"}) {
    CAPTURE(text);
    CHECK(compare(text));
  }
  for (const char* text : {"",
                           "x\n",
                           "[a]\n",
                           "a: |\n  b\n",
                           "a: b\n  c\n",
                           "a: &x b\n",
                           "a: *x\n",
                           "a: !t b\n",
                           "? a\n",
                           "a:\tb\n",
                           "a: \"b\n  c\"\n",
                           "a: b: c\n",
                           "a: 'b' c\n",
                           "a: 1\n---\nb: 1\n",
                           "a: [b\n  ]\n",
                           "- - a\n",
                           "a: \"\\u00e9\"\n",
                           " a: 1\nb: 1\n",
                           "a: [b: c]\n",
                           "a: {b}\n",
                           "a: [b, ]\n"}) {
    CAPTURE(text);
    CHECK_FALSE(compare(text));
  }
}

TEST_CASE("every YAML file of the project") {
  int files = 0;
  for (const char* folder : {"rules", "examples", "tests"}) {
    const fs::path path = fs::path(MARTECH_AUDIT_SOURCE_DIR) / folder;
    if (!fs::exists(path)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      const std::string extension = entry.path().extension().string();
      if (!entry.is_regular_file() || (extension != ".yaml" && extension != ".yml")) continue;
      const auto source = read_file(entry.path().string());
      REQUIRE(source);
      compare(*source);
      ++files;
    }
  }
  INFO(files << " files");
  SUCCEED();
}

TEST_CASE("YAML files of others") {
  const fs::path path = MARTECH_AUDIT_SHARED_DATA;
  if (!fs::exists(path)) return tests::skip(path.string());
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    const std::string extension = entry.path().extension().string();
    if (!entry.is_regular_file() || (extension != ".yaml" && extension != ".yml")) continue;
    if (const auto source = read_file(entry.path().string())) compare(*source);
  }
}

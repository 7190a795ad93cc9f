// What the last word of a line can become.
#include "options/completion.h"

#include <algorithm>

#include "bakery.h"
#include "support/catch.h"

namespace martech_audit::tests {
namespace {

// Candidates without their summaries, on one line.
std::string completed(const std::vector<std::string>& words) {
  std::string text;
  std::string line;
  for (const char c : options::candidates(bakery(), words)) {
    if (c != '\n') {
      line += c;
      continue;
    }
    text += (text.empty() ? "" : " ") + line.substr(0, line.find('\t'));
    line.clear();
  }
  return text;
}

TEST_CASE("commands, options, their words and files are completed") {
  CHECK(completed({""}) == "bake stock");
  CHECK(completed({"s"}) == "stock");
  CHECK(completed({"stock", "l"}) == "list lend");
  CHECK(completed({"stock", "list", ""}) == "");
  CHECK(completed({"-"}) == "--verbose --help --version");
  CHECK(completed({"bake", "--"}) == "--oven --heat --minutes --topping --diary --cold --verbose --help");
  CHECK(completed({"stock", "lend", "--"}) == "--verbose --help");
  CHECK(completed({"bake", "--oven", ""}) == "electric gas wood");
  CHECK(completed({"bake", "--oven", "w"}) == "wood");
  CHECK(completed({"bake", "-o", "w"}) == "wood");
  CHECK(completed({"bake", "--oven=w"}) == "--oven=wood");
  CHECK(completed({"bake", "--oven", "="}) == "electric gas wood");
  CHECK(completed({"bake", "--oven", "=", "w"}) == "wood");
  CHECK(completed({"bake", "--topping", "c"}) == "cherry cream");
  CHECK(completed({"bake", "--heat", "1"}) == "");
  CHECK(completed({"bake", "--diary", "x"}) == ":files");
  CHECK(completed({"bake", ""}) == ":files");
  CHECK(completed({"bake", "r", ""}) == "");
  CHECK(completed({"-v", "bake", "--cold", "--oven", "gas", ""}) == ":files");
  CHECK(completed({"bake", "--", "--o"}) == ":files");
  CHECK(options::candidates(bakery(), std::vector<std::string>{"b"}) == "bake\tBake by a recipe\n");
}

TEST_CASE("nothing comes of words that are none of the table") {
  for (const char* word :
       {"$(touch x)", "`x`", "\n:files\n", "--=", "--oven=\n", "-\xff", "-=", "-=x", "=", "--nothing="}) {
    CAPTURE(word);
    CHECK(completed({word}) == "");
    CHECK(completed({word, "--oven=g"}) == "");
    CHECK(completed({"bake", "--oven", word, "--col"}) == (std::string(word) == "=" ? "" : "--cold"));
  }
  CHECK(options::candidates(bakery(), {}) == "");
}

TEST_CASE("the scripts of shells are short, and ask the program") {
  for (const char* shell : {"bash", "fish", "zsh"}) {
    const std::string script(options::completion_script(shell));
    CAPTURE(shell);
    CHECK(std::ranges::count(script, '\n') <= 16);
    CHECK(script.find("martech-audit __complete -- ") != std::string::npos);
  }
}

}  // namespace
}  // namespace martech_audit::tests

#include "base/command_guard.h"

#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "support/catch.h"

using namespace martech_audit;

namespace {

std::string passed(CommandGuard guard, std::string_view text, std::size_t piece) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += piece) guard.append(out, text.substr(at, piece));
  return out;
}

using Cases = std::vector<std::pair<std::string, std::string>>;

void check(const CommandGuard& guard, const Cases& cases) {
  for (const auto& [text, expected] : cases) {
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
      INFO(escape_controls(text) << " in pieces of " << piece);
      CHECK(passed(guard, text, piece) == expected);
    }
  }
}

}  // namespace

TEST_CASE("no bracket follows two hashes, or two and a word") {
  check(CommandGuard::within_line(), {
                                         {"##[error]x", "##\\x5berror]x"},
                                         {"a ##vso[a.b]c", "a ##vso\\x5ba.b]c"},
                                         {"##TeamCity[x [y]", "##TeamCity\\x5bx [y]"},
                                         {"###[", "###\\x5b"},
                                         {"##a##[ ##[", "##a##\\x5b ##\\x5b"},
                                         {"##\n[ ## [x] #[y] ##a-b[ ##1[", "##\n[ ## [x] #[y] ##a-b[ ##1["},
                                         {"#\uFE0F#\u00AD[", "#\uFE0F#\u00AD\\x5b"},
                                         {"##\x1b[1m[a", "##\x1b[1m\\x5ba"},
                                         {"::error::x", "::error::x"},
                                     });
}

TEST_CASE("no line begins with two colons") {
  check(CommandGuard(), {
                            {"::error::x", ":\\x3aerror::x"},
                            {"a ::x\n \t::y\r::z", "a ::x\n \t:\\x3ay\r:\\x3az"},
                            {"\u00A0\u3000::x", "\u00A0\u3000:\\x3ax"},
                            {":\uFE0F:x", ":\uFE0F\\x3ax"},
                            {"\x1b[1m::x\x1b[0m", "\x1b[1m:\\x3ax\x1b[0m"},
                            {": :x\n:a:\n:", ": :x\n:a:\n:"},
                            {"\n##[x\n::", "\n##\\x5bx\n:\\x3a"},
                        });
}

TEST_CASE("a format that makes commands keeps its own, and JSON has escapes of its own") {
  check(CommandGuard::of_commands(), {{"::error::##[x]\n::y", "::error::##\\x5bx]\n::y"}});
  check(CommandGuard(CommandGuard::Spelling::json), {{"{\"##[a\": [1]}", "{\"##\\u005ba\": [1]}"}});
}

TEST_CASE("what is shown of a value has no bracket of a command") {
  CHECK(escape_controls("##[a]") == "##\\x5ba]");
  CHECK(escape_controls("#\u200B#[a]") == "#\\u{200b}#[a]");
  CHECK(escape_controls("##\n[a]") == "##\\n[a]");
}

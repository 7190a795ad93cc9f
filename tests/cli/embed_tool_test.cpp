// The build's own program that turns packs into constants: a broken pack must fail the build, not the first
// run.
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::embed_tool {
namespace {

Run embed(const TemporaryFolder& folder, const std::vector<std::string>& files,
          const char* mode = "documents", const std::string& output = "packs.cpp") {
  std::vector<std::string> arguments{mode, "packs", output, "."};
  arguments.insert(arguments.end(), files.begin(), files.end());
  return run_program(MARTECH_AUDIT_EMBED_TOOL, {.arguments = arguments, .folder = folder.path()});
}

TEST_CASE("a pack that does not read fails the build with its diagnostics, and writes nothing") {
  const TemporaryFolder folder;
  folder.write("good.yaml", "pack: good\n");
  struct Case {
    std::string pack;
    std::string said;
  };
  const std::vector<Case> cases{
      {"pack: mine\nrules:\n  - id: a\n    id: b\n", R"(
bad.yaml:4:5: error: key 'id' is given twice
    4 |     id: b
      |     ^~
      hint: keep one of the two
bad.yaml:3:5: note: first given here
    3 |   - id: a
      |     ^~
)"},
      {"pack: mine\nrules: [\n", R"(
bad.yaml:2:8: error: '[' opened here is never closed
    2 | rules: [
      |        ^
      hint: add ']', or put quotes around a text that starts with '['
)"},
      {"", R"(
bad.yaml:1:1: error: the file is empty
    1 |
      | ^
      hint: write 'key: value' lines
)"},
  };
  for (const Case& c : cases) {
    folder.write("bad.yaml", c.pack);
    const Run run = embed(folder, {"good.yaml", "bad.yaml"});
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK("\n" + run.err == c.said);
    CHECK_FALSE(std::filesystem::exists(folder.file("packs.cpp")));
  }
}

TEST_CASE("what cannot be read, written or understood fails the build too") {
  const TemporaryFolder folder;
  folder.write("good.yaml", "pack: good\n");
  const Run missing = embed(folder, {"none.yaml"});
  CHECK(missing.exit_code == 1);
  CHECK(missing.err == "none.yaml does not exist\n");
  const Run unwritable = embed(folder, {"good.yaml"}, "documents", "none/packs.cpp");
  CHECK(unwritable.exit_code == 1);
  CHECK(unwritable.err == "cannot write none/packs.cpp\n");
  const Run misused = embed(folder, {"good.yaml"}, "binary");
  CHECK(misused.exit_code == 2);
  CHECK(misused.err ==
        "usage: embed_documents documents|text|folder <symbol> <output.cpp> <base directory> <file>…\n");
}

TEST_CASE("packs are embedded by name, whatever the order they are given in") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "pack: a\n");
  folder.write("b.yaml", "pack: b\n");
  CHECK(embed(folder, {"b.yaml", "a.yaml"}).exit_code == 0);
  const std::string made = read_text(folder.file("packs.cpp"));
  CHECK(embed(folder, {"a.yaml", "b.yaml"}).exit_code == 0);
  CHECK(read_text(folder.file("packs.cpp")) == made);
  CHECK(made.find("\"a.yaml\"") < made.find("\"b.yaml\""));
}

TEST_CASE("of a folder everything is embedded by name, and the same bytes once") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "zones");
  folder.write("zones/b", std::string("\0\1x", 3));
  folder.write("zones/c", "\"?");
  folder.write("zones/a", std::string("\0\1x", 3));
  CHECK(embed(folder, {"zones"}, "folder").exit_code == 0);
  const std::string made = read_text(folder.file("packs.cpp"));
  CHECK(made.find(R"x(
constexpr auto bytes_0 = std::string_view("\000\001x", 3u);
constexpr auto bytes_1 = std::string_view("\042\077", 2u);

constexpr EmbeddedFile files[] = {
    {std::string_view("zones/a", 7u), bytes_0},
    {std::string_view("zones/b", 7u), bytes_0},
    {std::string_view("zones/c", 7u), bytes_1},
};
)x") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests::embed_tool

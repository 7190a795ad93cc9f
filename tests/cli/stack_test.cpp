// The whole program on little stack: the deepest inputs that are read, and deeper ones.
#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::stack {
namespace {

#if defined(__OPTIMIZE__) && !defined(MARTECH_AUDIT_SANITIZED)
constexpr const char* small = "96";
#else
constexpr const char* small = "4096";  // frames are several times as large there
#endif

const std::string program = MARTECH_AUDIT_BINARY;

// In kilobytes of stack; what the shell would say of a signal is in the exit code.
int exit_code(const TemporaryFolder& folder, const std::string& arguments) {
  const std::string line = "ulimit -s " + std::string(small) + " && exec '" + program + "' " + arguments;
  return run_program("/bin/sh", Setting{.arguments = {"-c", line}, .folder = folder.path()}).exit_code;
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

const std::string head =
    "martech: 1\norganisation: {name: A, currency: EUR}\ntools:\n  - id: a\n    name: A\n    x-deep: ";

struct Deep {
  std::string name;
  std::string text;
};

std::vector<Deep> inventories(std::size_t depth) {
  const std::string json =
      R"({"martech": 1, "organisation": {"name": "A", "currency": "EUR"}, "tools": [{"id": "a", "name": "A", "x-deep": )";
  std::string blocks;
  for (std::size_t i = 0; i < depth; ++i) blocks += "\n" + std::string(6 + i, ' ') + "a:";
  return {
      {"flow.yaml", head + repeated("[", depth) + repeated("]", depth) + "\n"},
      {"braces.yaml", head + repeated("{a: ", depth) + "1" + repeated("}", depth) + "\n"},
      {"blocks.yaml", head + blocks + " 1\n"},
      {"dashes.yaml", head + "\n      " + repeated("- ", depth) + "1\n"},
      {"questions.yaml", head + "\n      " + repeated("? ", depth) + "1\n"},
      {"lists.json", json + repeated("[", depth) + repeated("]", depth) + "}]}"},
      {"maps.json", json + repeated("{\"a\": ", depth) + "1" + repeated("}", depth) + "}]}"},
  };
}

TEST_CASE("files nested as deep as can be") {
  const TemporaryFolder folder;
  for (const std::size_t depth : {95, 200, 20'000}) {
    for (const Deep& deep : inventories(depth)) {
      INFO(deep.name << " " << depth);
      folder.write(deep.name, deep.text);
      CHECK(exit_code(folder, "validate " + deep.name) <= 2);
      CHECK(exit_code(folder, "scan " + deep.name + " -f json") <= 2);
      CHECK(exit_code(folder, "eval 'org.tools[0]' " + deep.name) <= 2);
      CHECK(exit_code(folder, "scan --no-built-in-rules --rules " + deep.name) <= 2);
    }
  }
}

TEST_CASE("every command with an inventory as people have them") {
  const TemporaryFolder folder;
  const std::string retailer = MARTECH_AUDIT_SOURCE_DIR "/examples/retailer/inventory.yaml";
  const std::string day = " --as-of 2026-11-23 ";
  for (const char* format :
       {"text", "markdown", "html", "brief-html", "json", "sarif", "csv", "ics", "junit", "ndjson"}) {
    INFO(format);
    CHECK(exit_code(folder, "scan " + retailer + day + "--exit-zero -f " + format) == 0);
  }
  CHECK(exit_code(folder, "scan " + retailer + day + "--exit-zero -o json=a.json") == 0);
  CHECK(exit_code(folder, "convert a.json -f html") == 0);
  CHECK(exit_code(folder, "verify a.json") == 0);
  CHECK(exit_code(folder, "diff a.json a.json") == 0);
  CHECK(exit_code(folder, "schema inventory") == 0);
  CHECK(exit_code(folder, "explain shelfware") == 0);
  CHECK(exit_code(folder, "trace " + retailer + day + "hootsuite") <= 2);
  CHECK(exit_code(folder, "rules test " MARTECH_AUDIT_SOURCE_DIR "/rules/agility.test.yaml") == 0);
}

TEST_CASE("expressions nested as deep as can be") {
  const TemporaryFolder folder;
  for (const std::size_t depth : {149, 249, 1'000}) {
    for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{{"(", ")"},
                                                                                      {"[", "]"},
                                                                                      {"string(", ")"},
                                                                                      {"!", ""},
                                                                                      {"true ? 1 : ", ""},
                                                                                      {"[1].all(x, ", ")"}}) {
      INFO(open << " " << depth);
      const int code =
          exit_code(folder, "eval '" + repeated(open, depth) + "1" + repeated(close, depth) + "'");
      CHECK(code <= 2);
    }
  }
  CHECK(exit_code(folder, "eval 'lists.range(100000).reduce(a, x, dyn([]), [a])'") == 2);
  CHECK(exit_code(folder,
                  "eval '\"a\".matches(\"" + repeated("(", 900) + "a" + repeated(")", 900) + "\")'") <= 2);
}

}  // namespace
}  // namespace martech_audit::tests::stack

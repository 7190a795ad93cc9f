// Published numbers can be pinned, and every report says so.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::benchmarks {
namespace {

const std::string retailer = std::string(MARTECH_AUDIT_SOURCE_DIR) + "/examples/retailer/inventory.yaml";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

constexpr const char* old_numbers = R"(benchmarks: "2025.1"
items:
  - {id: zylo-licence-target, value: 0.80, says: 80% of licences active, source: House figures, edition: "2025", grade: A}
  - {id: zylo-licence-use, value: 0.54, says: as before, source: House figures, edition: "2025", grade: A}
)";

TEST_CASE("a set of benchmarks moves thresholds, and reports list which") {
  const TemporaryFolder folder;
  folder.write("old.yaml", old_numbers);
  const Run run = martech_audit({.arguments = {"scan", retailer, "--as-of", "2026-11-23", "--exit-zero", "-f",
                                               "json", "--benchmarks", "old.yaml"},
                                 .folder = folder.path()});
  REQUIRE(run.exit_code == 0);
  const auto report = nlohmann::json::parse(run.out);
  REQUIRE(report["benchmarks"].size() == 2);
  CHECK(report["benchmarks"][1]["edition"] == "2025.1");
  const auto moved =
      std::string("parameter spend.target_active set to 0.8 by benchmark zylo-licence-target of old.yaml");
  const auto& loosened = report["loosened"];
  CHECK(std::count(loosened.begin(), loosened.end(), moved) == 1);
  const auto is_of_benchmark = [](const auto& line) {
    return contains(line.template get<std::string>(), "benchmark");
  };
  CHECK(std::count_if(loosened.begin(), loosened.end(), is_of_benchmark) ==
        1);  // what stays the same is not news

  const auto as_built = nlohmann::json::parse(
      martech_audit({"scan", retailer, "--as-of", "2026-11-23", "--exit-zero", "-f", "json"}).out);
  CHECK(as_built["score"]["comparable_key"] != report["score"]["comparable_key"]);
}

TEST_CASE("the list of parameters names the benchmark in force") {
  const TemporaryFolder folder;
  folder.write("old.yaml", old_numbers);
  const Run run = martech_audit(
      {.arguments = {"rules", "list", "--params", "--benchmarks", "old.yaml"}, .folder = folder.path()});
  CHECK(run.exit_code == 0);
  CHECK(contains(
      run.out,
      "spend.target_active = 0.8\n    Share of purchased seats that should be active\n"
      "    House figures 2025: 80% of licences active (grade A)\n    benchmark zylo-licence-target\n"));
}

TEST_CASE("a set of benchmarks that cannot be read gives no verdict") {
  const TemporaryFolder folder;
  folder.write("bad.yaml", "benchmarks: 2025\nitems: [{id: zylo-licence-target, value: most}]\n");
  const auto scan = [&](const char* file) {
    return martech_audit({.arguments = {"scan", retailer, "--as-of", "2026-11-23", "--benchmarks", file},
                          .folder = folder.path()});
  };
  const Run missing = scan("none.yaml");
  CHECK(missing.exit_code == 2);
  CHECK(contains(missing.err, "none.yaml"));
  const Run bad = scan("bad.yaml");
  CHECK(bad.exit_code == 2);
  CHECK(bad.out.empty());
  CHECK(contains(bad.err, "bad.yaml:2:42: error: 'value' must be a number\n"));
}

}  // namespace
}  // namespace martech_audit::tests::benchmarks

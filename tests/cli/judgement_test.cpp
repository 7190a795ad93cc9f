// What an audit says of evidence that says less than it seems.
#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"

namespace martech_audit::tests::judgement {
namespace {

const std::string source = MARTECH_AUDIT_SOURCE_DIR;
constexpr int not_there = 77;

TEST_CASE("the judgement cases beside the project come out as they should") {
  const Run run = run_program(
      "/usr/bin/python3", {.arguments = {source + "/tests/support/check_judgement.py", MARTECH_AUDIT_BINARY,
                                         std::string(MARTECH_AUDIT_SHARED_DATA) + "/judgement-cases"}});
  if (run.exit_code == not_there || run.exit_code == 127) return skip("judgement cases, or python3-yaml");
  INFO(run.out);
  CHECK(run.exit_code == 0);
}

Run validate(std::string_view tools) {
  const TemporaryFolder folder;
  folder.write("stack.yaml",
               "martech: 1\norganisation: {name: A, currency: EUR}\ntools:\n" + std::string(tools));
  return martech_audit({.arguments = {"validate", "stack.yaml"}, .folder = folder.path()});
}

TEST_CASE("placeholders are missing data, said with their place") {
  const Run run = validate(
      R"(  - {id: a, name: TBD, owner: tba, vendor: n/a, problem: "???", ai: {purpose: Lorem ipsum dolor}}
  - {id: b, name: B, problem: À définir, notes: none of the above works}
)");
  CHECK(run.exit_code == 0);
  CHECK(run.err == R"(stack.yaml:4:31: warning: the owner is 'tba', a placeholder, and is treated as missing
    4 |   - {id: a, name: TBD, owner: tba, vendor: n/a, problem: "???", ai: {purpose: Lorem ipsum dolor}}
      |                               ^~~
stack.yaml:4:44: warning: 'vendor' is 'n/a', a placeholder, and is treated as missing
    4 |   - {id: a, name: TBD, owner: tba, vendor: n/a, problem: "???", ai: {purpose: Lorem ipsum dolor}}
      |                                            ^~~
stack.yaml:4:58: warning: 'problem' is '???', a placeholder, and is treated as missing
    4 |   - {id: a, name: TBD, owner: tba, vendor: n/a, problem: "???", ai: {purpose: Lorem ipsum dolor}}
      |                                                          ^~~~~
stack.yaml:4:79: warning: 'purpose' is 'Lorem ipsum dolor', a placeholder, and is treated as missing
    4 |   - {id: a, name: TBD, owner: tba, vendor: n/a, problem: "???", ai: {purpose: Lorem ipsum dolor}}
      |                                                                               ^~~~~~~~~~~~~~~~~
stack.yaml:5:31: warning: 'problem' is 'À définir', a placeholder, and is treated as missing
    5 |   - {id: b, name: B, problem: À définir, notes: none of the above works}
      |                               ^~~~~~~~~
martech-audit: valid: 2 tools, 0 objectives; 5 warnings
)");
}

TEST_CASE("prices that the cost contradicts are warned of") {
  const Run run = validate(
      R"(  - {id: list, name: L, pricing: {metrics: [seat], unit_price: {amount: 500, per: year}}, seats: {purchased: 100}, cost: {amount: 10000, per: year}}
  - {id: near, name: N, pricing: {metrics: [seat], unit_price: {amount: 10, per: month}}, seats: {purchased: 100}, cost: {amount: 10800, per: year}}
  - {id: more, name: M, pricing: {metrics: [contact], unit_price: {amount: 500, per: year}}, seats: {purchased: 100}, cost: {amount: 10000, per: year}}
  - {id: once, name: O, pricing: {unit_price: {amount: 500, per: once}}, seats: {purchased: 100}, cost: {amount: 10000, per: year}}
  - {id: open, name: P, pricing: {metrics: []}, cost: {amount: 10000, per: year}}
  - {id: free, name: F, pricing: {metrics: [free]}, cost: {amount: 0, per: year}}
)");
  CHECK(run.exit_code == 0);
  std::string warnings;
  for (std::size_t at = 0; (at = run.err.find("stack.yaml:", at)) != run.err.npos; ++at)
    warnings += run.err.substr(at, run.err.find('\n', at) - at + 1);
  CHECK(warnings ==
        "stack.yaml:4:64: warning: 100 seats at the unit price: 50000.00 EUR a year, but the cost is "
        "10000.00\n"
        "stack.yaml:8:44: warning: 'metrics' is empty, but the tool has a cost; what the price depends on is "
        "treated as missing\n");
}

}  // namespace
}  // namespace martech_audit::tests::judgement

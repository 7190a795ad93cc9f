// "What to add next", added as it says: no advice leads to an error.
#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::advice {
namespace {

const std::string starter = MARTECH_AUDIT_SOURCE_DIR "/examples/starter/inventory.yaml";

Run scan(const std::string& inventory) {
  const TemporaryFolder folder;
  folder.write("inventory.yaml", inventory);
  return martech_audit({.arguments = {"scan", "inventory.yaml", "--as-of", "2026-11-23", "--width", "300"},
                        .folder = folder.path()});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

TEST_CASE("owners that are names become ids with the list of teams, and the advice shows how") {
  const std::string text = read_text(starter);
  const std::string list = "teams: [{id: jonas, name: Jonas}, {id: anna, name: Anna}]\n";
  CHECK(scan(text).out.find("teams: [{id: jonas, name: Jonas}, …]; then owners are ids: owner: jonas") !=
        std::string::npos);
  CHECK(scan(text + list).exit_code == 2);
  const Run run =
      scan(replaced(replaced(text, "owner: Anna", "owner: anna"), "owner: Jonas", "owner: jonas") + list);
  INFO(run.err);
  CHECK(run.exit_code == 1);
  CHECK(run.out.find("then owners are ids") == std::string::npos);
}

TEST_CASE("lists and fields that are advised are accepted as they are named") {
  const std::string text = read_text(starter);
  for (const char* list :
       {"objectives: [{id: grow}]", "kpis: [{id: rate}]", "capabilities: [{id: mail}]",
        "integrations: [{from: shopify, to: mailchimp}]", "strategy: {roadmap: [{id: plan}]}",
        "ledger: [{tool: canva, amount: 110}]", "budgets: [{id: all}]", "datasets: [{id: all}]",
        "channels: [{id: post}]", "processes: [{id: sell}]", "forums: [{id: all}]"}) {
    const Run run = scan(text + list + "\n");
    CAPTURE(list, run.err);
    CHECK(run.exit_code == 1);
  }
  for (const char* field :
       {"live_on: 2024-01-01", "usage: {active: 2, measured_on: 2026-11-01}", "pricing: {metrics: [flat]}",
        "data: {personal: false}", "criticality: important"}) {
    const Run run =
        scan(replaced(text, "    owner: Jonas\n", "    owner: Jonas\n    " + std::string(field) + "\n"));
    CAPTURE(field, run.err);
    CHECK(run.exit_code == 1);
  }
}

TEST_CASE("a starter asks for enough evidence before it gives a verdict") {
  const TemporaryFolder folder;
  REQUIRE(martech_audit({.arguments = {"init"}, .folder = folder.path()}).exit_code == 0);
  const Run run =
      martech_audit({.arguments = {"scan", "inventory.yaml", "--fail-on", "none"}, .folder = folder.path()});
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("of the evidence is available, 50% required") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests::advice

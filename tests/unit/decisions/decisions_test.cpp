#include "decisions/decisions.h"

#include <algorithm>
#include <set>

#include "cases.h"
#include "decisions/decision_id.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

using decisions_test::Case;
using decisions_test::claim;
using decisions_test::day;
using decisions_test::euros;
using decisions_test::usual_case;

TEST_CASE("findings on a tool are one decision a family, led by the greatest act") {
  Case of = usual_case();
  of.finding({"process", "braze"});
  of.finding({"notice", "braze"});
  of.finding({"training", "braze"});
  of.finding({"seats", "braze"});
  of.finding({"owner", "braze"});
  of.finding({"roi", "braze"});
  of.finding({"privacy", "braze"});
  CHECK(of.text() == R"(money 1 reduce-seats braze: seats notice
risk 1 secure braze: privacy
risk 2 assign-owner braze: owner training
foundations 1 measure braze: roi process
)");
}

TEST_CASE("nobody is told to mend a tool that should go") {
  Case of = usual_case();
  for (const char* rule : {"owner", "seats", "roi", "shelfware", "duplicate"}) of.finding({rule, "persado"});
  of.finding({"owner", "braze"});
  CHECK(of.text() == R"(money 1 give-notice persado: shelfware duplicate seats; if it stays: owner roi
risk 1 assign-owner braze: owner
)");
}

TEST_CASE("findings about the organisation are together only where the act is the same") {
  Case of = usual_case();
  for (const char* rule : {"roadmap", "review", "attribution"}) of.finding({rule, ""});
  of.finding({"unlisted", "", {claim(MoneyClass::exposed, 43)}});
  CHECK(of.text() == R"(money 1 reconcile : unlisted
foundations 1 plan : roadmap review
foundations 2 measure : attribution
)");
}

TEST_CASE("each finding is in one decision, and their points are its points") {
  Case of = usual_case();
  for (const char* tool : {"a", "b", "c"}) {
    for (const char* rule : {"owner", "seats", "roi", "notice"}) of.finding({rule, tool});
  }
  of.finding({"shelfware", "b"});
  of.finding({"roadmap", ""});
  std::multiset<std::uint32_t> met;
  Points points = 0, of_findings = 0;
  for (const Decision& decision : of.decisions()) {
    met.insert(decision.findings.begin(), decision.findings.end());
    points += decision.points;
  }
  for (const Finding& finding : of.findings()) of_findings += finding.points;
  CHECK(points == of_findings);
  CHECK(met.size() == of.findings().size());
  CHECK(std::set<std::uint32_t>(met.begin(), met.end()).size() == of.findings().size());
}

TEST_CASE("a decision keeps its id while its act changes") {
  const EntityRef braze{EntityKind::tool, "braze", "Braze"};
  CHECK(decision_id(braze, Act::renegotiate) == decision_id(braze, Act::give_notice));
  CHECK(decision_id(braze, Act::renegotiate) != decision_id(braze, Act::assign_owner));
  CHECK(decision_id(braze, Act::plan) != decision_id({EntityKind::objective, "braze", ""}, Act::plan));
  const EntityRef organisation;
  CHECK(decision_id(organisation, Act::plan) != decision_id(organisation, Act::measure));
}

TEST_CASE("an amount is in one decision of its entity") {
  Case of = usual_case();
  of.finding({"notice", "braze", {claim(MoneyClass::at_risk, 900)}});
  of.finding({"owner", "braze", {claim(MoneyClass::at_risk, 900)}});
  of.finding({"seats", "braze", {claim(MoneyClass::recoverable, 100)}});
  of.finding({"unlinked", "braze", {claim(MoneyClass::exposed, 500)}});
  of.finding({"roi", "braze", {claim(MoneyClass::exposed, 900)}});
  std::string text;
  for (const Decision& decision : of.decisions()) {
    text += std::string(name(decision.act));
    for (const DecisionMoney& money : decision.money) text += " " + std::to_string(money.proven.minor / 100);
    text += "\n";
  }
  CHECK(text == "reduce-seats 100 900 0 0\nassign-owner 0 0 0 0\nmeasure 0 0 900 0\n");
}

TEST_CASE("what else could be waste is a question to the contract") {
  Case of = usual_case();
  of.finding({"seats", "braze", {claim(MoneyClass::recoverable, 100, 300)}});
  of.finding({"roi", "braze", {claim(MoneyClass::exposed, 0, 50)}});
  const auto amounts = [](const Decision& decision, MoneyClass money_class) {
    return std::pair(decision.of(money_class).proven.minor / 100,
                     decision.of(money_class).possible.minor / 100);
  };
  CHECK(amounts(of.decisions()[0], MoneyClass::recoverable) ==
        std::pair<std::int64_t, std::int64_t>(100, 300));
  CHECK(amounts(of.decisions()[1], MoneyClass::exposed) == std::pair<std::int64_t, std::int64_t>(0, 50));
  ToolSpend spend;
  spend.possible_waste = 500'00;
  of.terms["braze"].spend = &spend;
  // Of a tool that says nothing of its use anything could be waste.
  CHECK(amounts(of.decisions()[0], MoneyClass::recoverable) ==
        std::pair<std::int64_t, std::int64_t>(100, 100));
  spend.is_examined = true;
  CHECK(amounts(of.decisions()[0], MoneyClass::recoverable) ==
        std::pair<std::int64_t, std::int64_t>(100, 500));
}

TEST_CASE("what is due is ordered by what is at stake and how soon") {
  Case of = usual_case();
  of.contract("soon", 68'000, "2026-12-01", "2026-12-31");
  of.contract("dear", 60'000, "2027-02-27", "2027-03-29");
  of.contract("later", 900'000, "2027-02-28", "2027-03-30");
  of.contract("missed", 80'000, "2026-11-28", "2026-12-28");
  of.finding({"notice", "soon"});
  of.finding({"shelfware", "dear", {claim(MoneyClass::recoverable, 60'000)}});
  of.finding({"notice", "later"});
  of.finding({"seats", "missed", {claim(MoneyClass::recoverable, 10'000)}});
  CHECK(of.text() == R"(due 1 renegotiate soon by 2026-12-01 at stake 17000: notice
due 2 give-notice dear by 2027-02-27 at stake 60000: shelfware
due 3 negotiate missed by 2026-12-28 at stake 27500: seats
money 1 renegotiate later by 2027-02-28: notice
)");
}

TEST_CASE("of a renewal not all is at stake") {
  Case of = usual_case();
  ToolSpend spend;
  spend.parts[SpendPart::waste] = 1'000'00;
  spend.parts[SpendPart::off_strategy] = 2'000'00;
  spend.parts[SpendPart::unproven] = 3'000'00;
  spend.parts[SpendPart::not_known] = 4'000'00;
  spend.parts[SpendPart::too_early] = 5'000'00;
  spend.parts[SpendPart::working] = 9'000'00;
  of.contract("crm", 24'000, "2026-12-10", "2027-01-10");
  of.terms["crm"].spend = &spend;
  of.terms["crm"].commitment = 12'000'00;  // half a year
  of.finding({"notice", "crm", {claim(MoneyClass::opportunity, 1'000)}});
  // (1,000 + 2,000 + 3,000 + 4,000 / 2 + 1,000 + (9,000 - 1,000) / 4) / 2
  CHECK(of.text() == "due 1 renegotiate crm by 2026-12-10 at stake 5500: notice\n");
}

TEST_CASE("short terms, contracts that end by themselves and free tools are not due; unknown costs are") {
  Case of = usual_case();
  of.contract("monthly", 12'000, "2026-12-01", "2026-12-31");
  of.terms["monthly"].commitment = 1'000'00;
  of.contract("ends", 12'000, "2026-12-01", "2026-12-31");
  of.terms["ends"].commitment = 0;
  of.contract("free", 0, "2026-12-01", "2026-12-31");
  for (const char* tool : {"monthly", "ends", "free"}) of.finding({"seats", tool});
  of.contract("quarterly", 12'000, "2026-12-01", "2026-12-31");
  of.terms["quarterly"].term_months = 3;
  of.contract("unpriced", 0, "2026-12-02", "2027-01-01");
  of.terms["unpriced"].annual_cost = of.terms["unpriced"].commitment = std::nullopt;
  for (const char* tool : {"quarterly", "unpriced"}) of.finding({"notice", tool});
  of.contract("critical", 12'000, "2026-12-01", "2026-12-31");
  of.terms["critical"].commitment = 0;
  of.finding({"lapse", "critical"});
  CHECK(of.text() == R"(due 1 renegotiate quarterly by 2026-12-01 at stake 750: notice
due 2 renew critical by 2026-12-31 at stake 0: lapse
due 3 renegotiate unpriced by 2026-12-02: notice
money 1 reduce-seats ends by 2026-12-31: seats
money 2 reduce-seats free by 2026-12-31: seats
money 3 reduce-seats monthly: seats
)");
}

TEST_CASE("money is ordered by what is saved for the effort, and half where it cannot stop within a year") {
  Case of = usual_case();
  of.finding({"duplicate", "merge", {claim(MoneyClass::opportunity, 40'000)}});  // 20,000 / 4
  of.finding({"seats", "seats", {claim(MoneyClass::recoverable, 6'000)}});       // 6,000
  of.finding({"shelfware", "shelf", {claim(MoneyClass::recoverable, 9'000)}});   // 9,000 / 2
  of.contract("bound", 20'000, "2028-12-01", "2028-12-31");                      // 11,000 / 2
  of.finding({"seats", "bound", {claim(MoneyClass::recoverable, 11'000)}});
  CHECK(of.text() == R"(money 1 reduce-seats seats: seats
money 2 reduce-seats bound by 2028-12-01: seats
money 3 merge merge: duplicate
money 4 give-notice shelf: shelfware
)");
}

TEST_CASE("among risks duties come first, then the gravest, then the dearest") {
  Case of = usual_case();
  of.terms["dear"].annual_cost = 900;
  of.terms["cheap"].annual_cost = 100;
  of.finding({"owner", "cheap", {}, Severity::high});
  of.finding({"owner", "dear", {}, Severity::high});
  of.finding({"broken", "grave", {}, Severity::critical});
  of.finding({"privacy", "duty", {}, Severity::medium});
  CHECK(of.text() == R"(risk 1 secure duty: privacy
risk 2 repair grave: broken
risk 3 assign-owner dear: owner
risk 4 assign-owner cheap: owner
)");
}

TEST_CASE("decisions do not depend on the order of findings") {
  Case of = usual_case();
  Case back = usual_case();
  const std::vector<std::pair<const char*, const char*>> pairs{
      {"owner", "a"}, {"owner", "b"}, {"seats", "a"}, {"seats", "c"}, {"roi", "b"}, {"shelfware", "d"}};
  for (const auto& [rule, tool] : pairs) of.finding({rule, tool});
  for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) back.finding({pair->first, pair->second});
  CHECK(of.text() == back.text());
}

TEST_CASE("acts stand in the order in which they take others along") {
  for (std::size_t i = 0; i < act_count; ++i) CHECK(act_meanings[i].act == static_cast<Act>(i));
  CHECK(std::ranges::is_sorted(act_meanings, {}, [](const ActMeaning& of) {
    return of.family == Family::contract ? 0 : 1;  // so that what ends a tool leads all its findings
  }));
}

}  // namespace
}  // namespace martech_audit

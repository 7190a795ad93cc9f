// The days and amounts at which a decision changes its act, its lane or its place.
#include <algorithm>

#include "cases.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

using decisions_test::Case;
using decisions_test::claim;
using decisions_test::day;
using decisions_test::usual_case;

Date after(int days) { return from_days(days_since_epoch(day("2026-11-29")) + days); }

// A year's contract of that cost, whose notice is due in so many days and which renews 30 days later.
void contract(Case& of, std::string_view tool, std::int64_t cost, int days) {
  of.terms[tool] = {.annual_cost = cost * 100,
                    .renews_on = after(days + 30),
                    .notice_by = after(days),
                    .term_months = {},
                    .commitment = cost * 100};
}

TEST_CASE("the day of notice makes the act and the lane") {
  struct NoticeCase {
    int days;
    std::string_view said;
  };
  for (const NoticeCase& c : std::initializer_list<NoticeCase>{
           {91, "money 1 renegotiate crm by 2027-02-28: notice\n"},
           {90, "due 1 renegotiate crm by 2027-02-27 at stake 250: notice\n"},
           {1, "due 1 renegotiate crm by 2026-11-30 at stake 250: notice\n"},
           {0, "due 1 renegotiate crm by 2026-11-29 at stake 250: notice\n"},
           {-1, "due 1 negotiate crm by 2026-12-28 at stake 250: notice\n"},
           {-30, "due 1 negotiate crm by 2026-11-29 at stake 250: notice\n"},
           {-31, "money 1 renegotiate crm: notice\n"},
       }) {
    INFO(c.days);
    Case of = usual_case();
    contract(of, "crm", 1000, c.days);
    of.finding({"notice", "crm"});
    CHECK(of.text() == c.said);
  }
}

TEST_CASE("a contract without a day of notice is decided by its end, one without an end never") {
  Case of = usual_case();
  contract(of, "ends", 1000, 20);
  of.terms["ends"].notice_by = std::nullopt;
  contract(of, "open", 1000, 20);
  of.terms["open"].renews_on = of.terms["open"].notice_by = std::nullopt;
  of.finding({"notice", "ends"});
  of.finding({"notice", "open"});
  of.finding({"notice", "unheard-of"});
  CHECK(of.text() == R"(due 1 renegotiate ends by 2027-01-18 at stake 250: notice
money 1 renegotiate open: notice
money 2 renegotiate unheard-of: notice
)");
}

TEST_CASE("only acts on the contract of a tool have a last day") {
  Case of = usual_case();
  contract(of, "crm", 1000, 5);
  for (const char* rule : {"owner", "privacy", "roi", "broken"}) of.finding({rule, "crm"});
  CHECK(of.text().find(" by ") == std::string::npos);
  of.finding({"unlinked", "crm"});
  CHECK(of.text().starts_with("due 1 link crm by 2026-12-04 at stake 250: unlinked\n"));
}

TEST_CASE("a term of three months is long enough, a day's less is not") {
  const auto lane = [](const std::optional<std::int64_t>& months, std::int64_t commitment) {
    Case of = usual_case();
    contract(of, "crm", 12'000, 5);
    of.terms["crm"].term_months = months;
    of.terms["crm"].commitment = commitment * 100;
    of.finding({"notice", "crm"});
    const std::string text = of.text();
    return text.substr(0, text.find(' '));
  };
  CHECK(lane(3, 12'000) == "due");
  CHECK(lane(2, 12'000) == "money");
  CHECK(lane(std::nullopt, 3'000) == "due");
  CHECK(lane(std::nullopt, 2'999) == "money");
  CHECK(lane(12, 1) == "due");
}

// Which of two contracts comes first.
std::string first_of(std::int64_t cost_a, int days_a, std::int64_t cost_b, int days_b) {
  Case of = usual_case();
  contract(of, "a", cost_a, days_a);
  contract(of, "b", cost_b, days_b);
  of.finding({"notice", "a"});
  of.finding({"notice", "b"});
  return std::string(of.decisions().front().entity.id);
}

TEST_CASE("urgency is whole for 14 days and falls to a quarter at 90") {
  CHECK(first_of(1000, 14, 1001, 1) == "b");  // 1 and 1
  CHECK(first_of(1001, 14, 1000, 1) == "a");
  CHECK(first_of(1000, 14, 1001, 15) == "a");  // 15 days are 0.990
  CHECK(first_of(1000, 14, 1011, 15) == "b");
  CHECK(first_of(1000, 52, 624, 14) == "a");  // half way between, 0.625
  CHECK(first_of(1000, 52, 626, 14) == "b");
  CHECK(first_of(4000, 90, 999, 14) == "a");  // 0.25
  CHECK(first_of(4000, 90, 1001, 14) == "b");
  CHECK(first_of(2000, -1, 999, 14) == "a");  // missed: 0.5, however late
  CHECK(first_of(2000, -29, 1001, 14) == "b");
}

TEST_CASE("what costs and weighs the same is ordered by severity, points and id") {
  Case of = usual_case();
  for (const char* tool : {"d", "c", "b", "a"}) contract(of, tool, 1000, 10);
  of.finding({"notice", "a", {}, Severity::low});
  of.finding({"notice", "b", {}, Severity::high});
  of.finding({"notice", "c", {}, Severity::low, 2 * points_per_point});
  of.finding({"notice", "d", {}, Severity::low});
  std::string order;
  for (const Decision& decision : of.decisions()) order += decision.entity.id;
  CHECK(order == "bcad");
}

TEST_CASE("money is weighed by what is proven, half of what is possible, and the effort") {
  const auto order = [](const std::vector<std::pair<const char*, std::vector<Claim>>>& tools) {
    Case of = usual_case();
    std::string ids(1, 'a');
    std::vector<std::string> kept;
    kept.reserve(tools.size());
    for (const auto& [rule, claims] : tools) {
      kept.push_back(std::string(1, static_cast<char>('a' + kept.size())));
      of.finding({rule, kept.back(), claims});
    }
    std::string shown;
    for (const Decision& decision : of.decisions()) shown += decision.entity.id;
    return shown;
  };
  const auto waste = [](std::int64_t proven, std::int64_t possible) {
    return std::vector<Claim>{claim(MoneyClass::recoverable, proven, possible)};
  };
  const auto chance = [](std::int64_t amount) {
    return std::vector<Claim>{claim(MoneyClass::opportunity, amount)};
  };
  CHECK(order({{"seats", waste(100, 100)}, {"seats", waste(101, 101)}}) == "ba");
  CHECK(order({{"seats", waste(100, 100)}, {"seats", waste(0, 199)}}) == "ab");
  CHECK(order({{"seats", waste(100, 100)}, {"seats", waste(0, 201)}}) == "ba");
  CHECK(order({{"seats", waste(100, 100)}, {"seats", waste(50, 151)}}) == "ba");
  CHECK(order({{"seats", waste(100, 100)}, {"shelfware", waste(199, 199)}}) == "ab");
  CHECK(order({{"seats", waste(100, 100)}, {"shelfware", waste(201, 201)}}) == "ba");
  CHECK(order({{"seats", waste(100, 100)}, {"duplicate", chance(799)}}) == "ab");
  CHECK(order({{"seats", waste(100, 100)}, {"duplicate", chance(801)}}) == "ba");
}

TEST_CASE("off-strategy spend counts for the contract alone") {
  Case of = usual_case();
  ToolSpend spend;
  spend.parts[SpendPart::off_strategy] = 1'000'00;
  of.terms["b"].spend = &spend;
  of.finding({"seats", "a", {claim(MoneyClass::recoverable, 499)}});
  of.finding({"unlinked", "b"});
  CHECK(of.text() == "money 1 link b: unlinked\nmoney 2 reduce-seats a: seats\n");
}

TEST_CASE("foundations are ordered by points for the effort") {
  Case of = usual_case();
  of.rule("quick", Act::describe, Lane::foundations, Effort::low);
  of.finding({"quick", "a", {}, Severity::low, points_per_point});
  of.finding({"roi", "b", {}, Severity::low, 2 * points_per_point + 1});
  of.finding({"roi", "c", {}, Severity::low, 2 * points_per_point - 1});
  CHECK(of.text() ==
        "foundations 1 measure b: roi\nfoundations 2 describe a: quick\nfoundations 3 measure c: roi\n");
}

TEST_CASE("the effort is that of the act, whatever else it takes along") {
  Case of = usual_case();
  of.finding({"seats", "crm"});   // low
  of.finding({"notice", "crm"});  // low
  CHECK(of.decisions()[0].effort == Effort::low);
  of.finding({"shelfware", "crm"});  // medium, and leads
  CHECK(of.decisions()[0].effort == Effort::medium);
  of.finding({"duplicate", "crm"});  // high, and is taken along
  CHECK(of.decisions()[0].effort == Effort::medium);
}

TEST_CASE("nothing found is nothing to decide") { CHECK(usual_case().text() == ""); }

}  // namespace
}  // namespace martech_audit

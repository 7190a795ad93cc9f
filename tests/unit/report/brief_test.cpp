// What a board is asked for: three decisions by the money that does not work, what is due first, a duty last.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "martech_audit/decision.h"
#include "report/brief/choose.h"
#include "report/brief/logo.h"
#include "report_builder.h"
#include "support/catch.h"

namespace martech_audit::report {
namespace {

struct Asked {
  std::string_view tool;
  Lane lane;
  Act act;
  std::int64_t waste = 0, exposed = 0;  // major units
  Severity severity = Severity::high;
};

std::string_view rule_of(Act act) {
  if (meaning(act).is_duty) return "duty";
  return act == Act::train ? "rule-b" : "rule-a";
}

// In the order given; what each is about is called by its id.
AuditReport report_of(const std::vector<Asked>& asked) {
  test::ReportBuilder builder("Org");
  builder.rule({"rule-a", "Title A", "spend"});
  builder.rule({"rule-b", "Title B", "spend"});
  builder.rule({.id = "duty", .title = "Duty", .dimension = "spend", .act = Act::secure, .lane = Lane::risk});
  for (const Asked& each : asked) {
    const EntityRef tool{EntityKind::tool, each.tool, each.tool};
    builder.finding(
        {.rule = rule_of(each.act), .entity = tool, .message = "m", .points = 1, .severity = each.severity});
  }
  AuditReport report = builder.build();
  report.money.total_cost = builder.money(1'000'000);
  report.decisions.clear();
  for (std::size_t i = 0; i < asked.size(); ++i) {
    Decision decision;
    decision.lane = asked[i].lane;
    decision.act = asked[i].act;
    decision.entity = {EntityKind::tool, asked[i].tool, asked[i].tool};
    decision.of(MoneyClass::recoverable) = {builder.money(asked[i].waste), builder.money(asked[i].waste)};
    decision.of(MoneyClass::exposed) = {builder.money(asked[i].exposed), builder.money(asked[i].exposed)};
    const auto finding =
        std::ranges::find(report.findings, asked[i].tool, [](const Finding& each) { return each.entity.id; });
    decision.findings = {static_cast<std::uint32_t>(finding - report.findings.begin())};
    report.decisions.push_back(decision);
  }
  return report;
}

std::string rows_of(const AuditReport& report) {
  std::string text;
  for (const BriefDecision& row : board_decisions(report))
    text += fmt::format("{}{}{} ", row.finding->entity.id, row.is_duty ? "!" : "", row.ends_later ? "…" : "");
  return text;
}

std::string chosen(const std::vector<Asked>& asked) { return rows_of(report_of(asked)); }

TEST_CASE("money decides, and what is due stands first") {
  constexpr Lane due = Lane::due, money = Lane::money;
  CHECK(chosen({}).empty());
  CHECK(chosen({{"a", money, Act::merge, 0, 0}}).empty());
  CHECK(chosen({{"a", due, Act::give_notice, 10'000}, {"b", money, Act::reduce_seats, 80'000}}) == "a b ");
  CHECK(chosen({{"a", due, Act::give_notice, 10'000},
                {"b", due, Act::give_notice, 30'000},
                {"c", money, Act::reduce_seats, 80'000},
                {"d", money, Act::merge, 0, 90'000},
                {"e", money, Act::merge, 0, 20'000}}) == "b c d ");
  SECTION("a deadline keeps a place beside larger amounts, unless it is petty") {
    const Asked large[] = {
        {"a", money, Act::merge, 50'000}, {"b", money, Act::merge, 40'000}, {"c", money, Act::merge, 30'000}};
    CHECK(chosen({large[0], large[1], large[2], {"d", due, Act::give_notice, 5'000}}) == "d a b ");
    CHECK(chosen({large[0], large[1], large[2], {"d", due, Act::give_notice, 500}}) == "a b c ");
  }
}

TEST_CASE("a legal duty takes the last place, other risks none") {
  constexpr Lane risk = Lane::risk, money = Lane::money;
  const std::vector<Asked> asked{{"a", money, Act::merge, 50'000}, {"b", money, Act::merge, 40'000},
                                 {"c", money, Act::merge, 30'000}, {"d", risk, Act::train},
                                 {"e", risk, Act::secure},         {"f", risk, Act::train},
                                 {"g", risk, Act::secure}};
  CHECK(chosen(asked) == "a b e! ");
  const AuditReport report = report_of(asked);
  const std::vector<BriefRisk> risks = board_risks(report, board_decisions(report));
  REQUIRE(risks.size() == 2);
  CHECK(risks[0].findings.front()->entity.id == "g");  // a duty that found no place
  CHECK(risks[1].findings.size() == 2);                // one rule on two tools
}

TEST_CASE("a duty is one of law where something grave stands behind it") {
  constexpr Lane risk = Lane::risk;
  CHECK(chosen({{"a", risk, Act::secure, 0, 0, Severity::medium}}).empty());
  CHECK(chosen({{"a", risk, Act::secure, 0, 0, Severity::medium}, {"b", risk, Act::secure}}) == "b! ");
  CHECK(chosen({{"a", risk, Act::secure}, {"b", risk, Act::secure, 0, 0, Severity::critical}}) == "b! ");
}

// Of the tool that the first is about.
AuditReport with_both_in_one(const std::vector<Asked>& asked) {
  AuditReport report = report_of(asked);
  Decision& first = report.decisions[0];
  first.if_it_stays = report.decisions[1].findings;
  first.findings.push_back(first.if_it_stays.front());
  report.decisions.erase(report.decisions.begin() + 1);
  return report;
}

TEST_CASE("a duty is open until a tool that is to go is gone") {
  const AuditReport report = with_both_in_one({{"a", Lane::money, Act::merge, 50'000},
                                               {"b", Lane::risk, Act::secure},
                                               {"c", Lane::risk, Act::secure, 0, 0, Severity::medium}});
  CHECK(rows_of(report) == "a b!… ");
  const std::vector<BriefRisk> risks = board_risks(report, board_decisions(report));
  REQUIRE(risks.size() == 1);
  CHECK(risks[0].findings.front()->entity.id == "c");
  SECTION("and a risk until then") {
    const AuditReport other = with_both_in_one({{"a", Lane::money, Act::merge, 50'000},
                                                {"b", Lane::risk, Act::train},
                                                {"c", Lane::risk, Act::train}});
    const std::vector<BriefRisk> told = board_risks(other, board_decisions(other));
    REQUIRE(told.size() == 1);
    CHECK(told[0].findings.size() == 2);
  }
}

// A chunk of a PNG image, with a checksum that nobody checks.
std::string chunk(const std::string& name, const std::string& data) {
  return std::string("\0\0\0", 3) + static_cast<char>(data.size()) + name + data + "sum!";
}

TEST_CASE("images are known by how they begin and end") {
  const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg'/>";
  const std::string size("\0\0\0\1\0\0\0\1\x8\2\0\0\0", 13), no_size("\0\0\0\0\0\0\0\1\x8\2\0\0\0", 13);
  const std::string mark = "\x89PNG\r\n\x1a\n", data = chunk("IDAT", "pixel"), end = chunk("IEND", "");
  const std::string header = chunk("IHDR", size), png = mark + header + chunk("tEXt", "note") + data + end;
  CHECK(image_type(png) == "image/png");
  for (const std::string& broken :
       {mark, mark + " rest", mark + header + data, mark + header + end, mark + data + header + end,
        mark + header + header + data + end, mark + chunk("IHDR", no_size) + data + end,
        mark + chunk("IHDR", "short") + data + end, png.substr(0, png.size() - 1),
        mark + header + "\xff\xff\xff\xffIDAT" + end, header + data + end}) {
    INFO(broken.size());
    CHECK(image_type(broken).empty());
  }
  CHECK(image_type("<svg xmlns='http://www.w3.org/2000/svg'><path").empty());
  CHECK(image_type("<svg xmlns='http://www.w3.org/2000/svg'></svg>\n<!-- by hand -->\n") == "image/svg+xml");
  for (const char* before :
       {"", "\xEF\xBB\xBF", " \n", "<?xml version='1.0'?>\n", "<!-- x --> <!DOCTYPE svg>"}) {
    INFO(before);
    CHECK(image_type(before + svg) == "image/svg+xml");
  }
  for (const std::string& other :
       {std::string(), std::string("<svg/>"), "<svgx " + svg, "text " + svg, "<!-- " + svg,
        std::string("GIF89a"), std::string("<html xmlns='http://www.w3.org/2000/svg'>")}) {
    INFO(other);
    CHECK(image_type(other).empty());
    CHECK(data_address(other).empty());
  }
  CHECK(data_address(png).starts_with("data:image/png;base64,iVBORw0KGgo"));
}

}  // namespace
}  // namespace martech_audit::report

// The phrases that all formats for people share.
#include "report/phrases.h"

#include <string>
#include <vector>

#include "machine_samples.h"
#include "report/diff_phrases.h"
#include "support/catch.h"

namespace martech_audit::report {
namespace {

using namespace test;

const Currency eur = *Currency::parse("EUR");
constexpr Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};

Money euros(std::int64_t amount) { return {amount * 100, eur}; }

std::string claimed(const std::vector<Claim>& claims) {
  Finding finding;
  finding.claims = claims;
  return claims_phrase(finding, today);
}

Claim claim(MoneyClass money_class, std::int64_t amount, std::int64_t granted,
            std::optional<Date> from = {}) {
  return {money_class, euros(amount), euros(granted), from};
}

TEST_CASE("money is claimed in words, with the day by which to act") {
  using enum MoneyClass;
  CHECK(claimed({}) == "");
  CHECK(claimed({claim(recoverable, 1'200, 1'200)}) == "waste EUR 1,200");
  CHECK(claimed({claim(recoverable, 1'200, 1'200, on_day(12, 2))}) == "waste EUR 1,200, act by 2026-12-02");
  CHECK(claimed({claim(recoverable, 5, 5, today)}) == "waste EUR 5, act today");
  CHECK(claimed({claim(at_risk, 5, 0, on_day(11, 22))}) == "auto-renewing EUR 5, due since 2026-11-22");
  // What another finding was granted is not waste twice.
  CHECK(claimed({claim(recoverable, 1'200, 200)}) ==
        "waste EUR 200 of EUR 1,200 (the rest is already counted)");
  CHECK(claimed({claim(recoverable, 1'200, 0, on_day(12, 2))}) == "EUR 1,200 already counted as waste");
  CHECK(claimed({claim(exposed, 900, 0), claim(opportunity, 30, 0)}) ==
        "value not shown EUR 900; opportunity EUR 30");
}

TEST_CASE("what the next term commits to is known, a range, a limit or nothing") {
  const auto commitment = [](std::optional<std::int64_t> proven, std::optional<std::int64_t> possible) {
    ToolRow row;
    if (proven) row.renewal_commitment = euros(*proven);
    if (possible) row.possible_commitment = euros(*possible);
    return commitment_phrase(row);
  };
  CHECK(commitment({}, {}) == "");
  CHECK(commitment(1'000, {}) == "EUR 1,000");
  CHECK(commitment(1'000, 1'000) == "EUR 1,000");
  CHECK(commitment(1'000, 3'000) == "EUR 1,000 to EUR 3,000");
  CHECK(commitment(0, 3'000) == "up to EUR 3,000");
  CHECK(commitment({}, 3'000) == "up to EUR 3,000");
  CHECK(commitment(0, 0) == "EUR 0");
}

TEST_CASE("names are listed as far as there is room, and one more rather than counted") {
  const std::vector<std::string_view> names{"Braze", "Segment\n", "Hotjar", "Canva", "Miro"};
  const auto first = [&](std::size_t count, std::size_t most) {
    return names_phrase({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count)}, most);
  };
  CHECK(first(0, 2) == "");
  CHECK(first(1, 2) == "Braze");
  CHECK(first(2, 2) == "Braze, Segment\\n");
  CHECK(first(3, 2) == "Braze, Segment\\n, Hotjar");
  CHECK(first(4, 2) == "Braze, Segment\\n and 2 more");
  CHECK(first(5, 3) == "Braze, Segment\\n, Hotjar and 2 more");
}

TEST_CASE("an entity is called by its name, else its id, else its kind") {
  CHECK(called({EntityKind::tool, "braze", "Braze"}) == "Braze");
  CHECK(called({EntityKind::tool, "braze", ""}) == "braze");
  CHECK(called({EntityKind::organisation, "", ""}) == "organisation");
  CHECK(named({EntityKind::tool, "x", "A\x1b[31m"}) == "A\\x1b[31m");
  const std::string long_name(200, 'w');
  CHECK(named({EntityKind::tool, "x", long_name}) == std::string(79, 'w') + "…");
}

TEST_CASE("a name that only labels a message is left out of it") {
  const auto without = [](std::string_view name, std::string_view message) {
    Finding finding;
    finding.entity = {EntityKind::tool, "x", name};
    finding.message = message;
    return std::string(without_label(finding));
  };
  CHECK(without("Braze", "Braze: 5 of 12 seats in use") == "5 of 12 seats in use");
  CHECK(without("Braze", "Braze has no owner") == "Braze has no owner");
  CHECK(without("Braze", "Brazen: odd") == "Brazen: odd");
  CHECK(without("Braze", "Braze") == "Braze");
  CHECK(without("Braze", "Braze: ") == "");
  CHECK(without("", "x: by its id") == "by its id");
}

TEST_CASE("entities are counted by the plural of their kind") {
  const std::vector<std::pair<EntityKind, std::string>> many{{EntityKind::tool, "2 tools"},
                                                             {EntityKind::person, "2 people"},
                                                             {EntityKind::party, "2 parties"},
                                                             {EntityKind::capability, "2 capabilities"},
                                                             {EntityKind::process, "2 processes"},
                                                             {EntityKind::roadmap, "2 roadmap items"},
                                                             {EntityKind::ledger, "2 ledger entries"},
                                                             {EntityKind::objective, "2 objectives"},
                                                             {EntityKind::dataset, "2 datasets"}};
  for (const auto& [kind, text] : many) CHECK(counted_entities(kind, 2) == text);
  CHECK(counted_entities(EntityKind::process, 1) == "1 process");
  CHECK(counted_entities(EntityKind::tool, 1'200) == "1,200 tools");
}

TEST_CASE("points, places and words") {
  CHECK(points_phrase(tenths(10)) == "1 point");
  CHECK(points_phrase(tenths(11)) == "1.1 points");
  CHECK(points_phrase(1) == "<0.1 points");
  CHECK(points_phrase(0) == "0 points");
  CHECK(place_phrase(at("stack.yaml", 3, 5, 7)) == "stack.yaml:3:5");
  CHECK(place_phrase({}) == "");
  CHECK(spelled_out("web-analytics_tool") == "web analytics tool");
  CHECK(capitalised("reduce seats") == "Reduce seats");
  CHECK(capitalised("Ünder") == "Ünder");
  CHECK(capitalised("") == "");
}

TEST_CASE("changes are said with their sign, of money with both sides") {
  CHECK(change_text(0) == "0");
  CHECK(change_text(tenths(-3)) == "-0.3");
  CHECK(change_text(1) == "+<0.1");
  CHECK(money_change(euros(1'200), euros(900)) == "EUR 1,200 → EUR 900 (-EUR 300)");
  CHECK(money_change(euros(0), euros(2'500)) == "EUR 0 → EUR 2,500 (+EUR 2,500)");
  CHECK(money_change({}, euros(5)) == "unknown → EUR 5");
  CHECK(money_change(euros(5), {}) == "EUR 5 → unknown");
}

TEST_CASE("a change of possible waste is told apart only where it is another one") {
  ReportDiff diff;
  diff.before.money.recoverable = {euros(10), euros(10)};
  diff.after.money.recoverable = {euros(4), euros(4)};
  const auto lines = [&] {
    std::string text;
    for (const MoneyChange& change : money_changes(diff))
      text += std::string(change.name) + ": " + change.text + "\n";
    return text;
  };
  CHECK(lines() == "Waste: EUR 10 → EUR 4 (-EUR 6)\n");
  diff.after.money.recoverable.possible = euros(12);
  CHECK(lines() == "Waste: EUR 10 → EUR 4 (-EUR 6)\nPossible waste: EUR 10 → EUR 12 (+EUR 2)\n");
  diff.before.money.recoverable = {};
  CHECK(lines() == "Waste: unknown → EUR 4\nPossible waste: unknown → EUR 12\n");
}

TEST_CASE("findings that ended, and what moved the gap, are counted in words") {
  ReportDiff diff;
  CHECK(counts_text(diff) == "no findings changed");
  diff.ended = {{nullptr, Ending::fixed}, {nullptr, Ending::fixed}, {nullptr, Ending::waived}};
  diff.fresh.resize(1'000);
  diff.worsened.resize(1);
  diff.improved.resize(2);
  CHECK(counts_text(diff) == "1,000 new, 1 worsened, 2 improved, 2 fixed, 1 closed without a fix");
  diff.gap = {{{Cause::inventory}, tenths(12)},
              {{Cause::waivers}, 0},
              {{Cause::configuration, Cause::packs, Cause::version}, tenths(-2)}};
  CHECK(gap_phrases(diff) ==
        std::vector<std::string>{"the inventory +1.2",
                                 "the configuration or rule packs or the tool version -0.2"});
}

}  // namespace
}  // namespace martech_audit::report

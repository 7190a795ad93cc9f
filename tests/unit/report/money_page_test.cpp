// What a page says of spend and renewals that are not known.
#include <string>

#include "machine_samples.h"
#include "support/catch.h"

namespace martech_audit::money_page {
namespace {

using namespace test;

struct Contract {
  std::optional<std::int64_t> commits, possibly;
  Date notice_by = on_day(12, 31);
};

std::string page_of(const std::vector<Contract>& contracts, std::optional<Money> waste = {}) {
  Machine machine;
  for (const Contract& of : contracts) {
    ToolRow row = row_of(some_tool("crm", "CRM"));
    row.notice_by = of.notice_by;
    if (of.commits) row.renewal_commitment = machine.money(*of.commits);
    if (of.possibly) row.possible_commitment = machine.money(*of.possibly);
    machine.tool(std::move(row));
  }
  AuditReport report = machine.build();
  report.spend_by_category = {{"crm", machine.money(100), 1, waste}};
  return written_as("html", report);
}

// From `begin` to the first `end` behind it.
std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const std::size_t at = text.find(begin);
  if (at == text.npos) return "none";
  return text.substr(at + begin.size(), text.find(end, at + begin.size()) - at - begin.size());
}

std::string calendar_text(const std::vector<Contract>& contracts) {
  return between(page_of(contracts), "<desc id=\"calendar-text\">", "</desc>");
}

// Over the bar of December.
std::string bar_text(const std::vector<Contract>& contracts) {
  const std::string bar = between(page_of(contracts), "<title>Dec 2026", "</g>");
  return between(between(bar, "<text class=\"amount\"", "/text>"), ">", "<");
}

}  // namespace

TEST_CASE("a month of the calendar says what it commits to, what it may, and of how much nobody knows") {
  const std::optional<std::int64_t> unknown;
  CHECK(calendar_text({{1'000, 1'000}, {2'000, unknown}}) == "Dec 2026: 2 contracts, EUR 3,000");
  CHECK(calendar_text({{unknown, 1'000}, {unknown, 2'000}}) == "Dec 2026: 2 contracts, up to EUR 3,000");
  CHECK(calendar_text({{1'000, 1'000}, {unknown, 2'000}}) == "Dec 2026: 2 contracts, EUR 1,000 to EUR 3,000");
  CHECK(calendar_text({{0, 0}}) == "Dec 2026: 1 contract, EUR 0");
  CHECK(calendar_text({{unknown, unknown}}) == "Dec 2026: 1 contract, commitment not known");
  CHECK(calendar_text({{unknown, unknown}, {unknown, 9}}) ==
        "Dec 2026: 2 contracts, up to EUR 9, 1 not known");
  CHECK(calendar_text({{5, 5, on_day(11, 1)}, {unknown, 9}}) ==
        "overdue: 1 contract, EUR 5; Dec 2026: 1 contract, up to EUR 9");
}

TEST_CASE("over the bar of a month stands what it commits to, or at most") {
  const std::optional<std::int64_t> unknown;
  CHECK(bar_text({}) == "none");
  CHECK(bar_text({{1'500, unknown}}) == "1.5k");
  CHECK(bar_text({{1'500, 1'500}, {unknown, 500}}) == "≤ 2.0k");
  CHECK(bar_text({{unknown, unknown}}) == "?");
  CHECK(bar_text({{0, 0}}) == "");
}

TEST_CASE("waste that is not known is no amount in the table of spend") {
  const auto row = [](std::optional<Money> waste) {
    const std::string text = between(page_of({}, waste), "Annual spend and waste", "</table>");
    return between(text, "EUR 100", "\">") + "; " + between(text, "EUR 100</td>", "</tr>");
  };
  CHECK(row({}) == ", waste not known; <td class=\"number\" data-v=\"-1\">not known</td>");
  CHECK(row(Money{0, *Currency::parse("EUR")}) ==
        ", including EUR 0 of waste; <td class=\"number\" data-v=\"0\">EUR 0</td>");
}

}  // namespace martech_audit::money_page

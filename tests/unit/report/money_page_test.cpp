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

}  // namespace

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

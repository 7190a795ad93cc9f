// Where a year's spend ends.
#include <fmt/format.h>

#include "report/figures.h"
#include "report/page/sections.h"
#include "report/page/spend_words.h"

namespace martech_audit::report {
namespace {

// How the yearly spend is known: "EUR 90,000 stated, EUR 8,000 estimated, EUR 1,200 by payments or budgets".
// Nothing where all of it is stated.
std::string bases_phrase(const AuditReport& report) {
  std::int64_t stated = 0, estimated = 0;
  for (const ToolRow& row : report.tools) {
    if (row.spend_basis == SpendBasis::stated) stated = saturating_add(stated, row.yearly_spend);
    if (row.spend_basis == SpendBasis::estimated) estimated = saturating_add(estimated, row.spend.total());
  }
  const std::int64_t rest = report.waterfall->all.total() - stated - estimated;
  std::string text;
  const auto add = [&](std::int64_t minor, std::string_view words) {
    if (minor <= 0) return;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", money_text({minor, report.currency}), words);
  };
  if (estimated == 0 && rest == 0) return text;
  add(stated, "stated");
  add(estimated, "estimated");
  add(rest, "by payments or budgets alone");
  return text;
}

std::vector<Key> key_of(const SpendParts& parts) {
  std::vector<Key> key;
  for (const SpendWords& words : spend_words) {
    if (parts[words.part] != 0) key.push_back({words.shape, words.key});
  }
  return key;
}

}  // namespace

void write_waterfall(const AuditPage& input, Page& page) {
  const AuditReport& report = input.report;
  const SpendParts& all = report.waterfall->all;
  const std::string bases = bases_phrase(report);
  const std::string of = fmt::format(" a year{}", bases.empty() ? "" : fmt::format(" ({})", bases));
  page.add(Measure{"Spend " + money_text({all.total(), report.currency}), of, shares_phrase(all), bar_of(all),
                   key_of(all)});
}

}  // namespace martech_audit::report

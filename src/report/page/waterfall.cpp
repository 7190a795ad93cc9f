// Where a year's spend ends.
#include <fmt/format.h>

#include "report/figures.h"
#include "report/page/sections.h"
#include "report/page/spend_words.h"

namespace martech_audit::report {

void write_waterfall(const AuditPage& input, Page& page) {
  const AuditReport& report = input.report;
  const SpendParts& all = report.waterfall->all;
  const std::string bases = bases_phrase(report);
  // The page says the shares beside their amounts.
  const bool is_page = page.is(on::page);
  const std::string of = bases.empty() || is_page ? " a year" : fmt::format(" a year ({})", bases);
  page.add(Measure{"Spend " + money_text({all.total(), report.currency}), of,
                   is_page ? bases : shares_phrase(all), bar_of(all), spend_key(report)});
}

}  // namespace martech_audit::report

// Where a year's spend ends.
#include <fmt/format.h>

#include "report/figures.h"
#include "report/page/sections.h"
#include "report/page/spend_words.h"

namespace martech_audit::report {
namespace {

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

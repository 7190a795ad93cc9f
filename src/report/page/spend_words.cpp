#include "report/page/spend_words.h"

#include <fmt/format.h>

#include "report/figures.h"

namespace martech_audit::report {

std::string percent_text(const SpendParts& parts, SpendPart part) {
  const std::uint32_t share = percent_shares(parts)[static_cast<std::size_t>(part)];
  return share == 0 && parts[part] != 0 ? std::string("<1%") : fmt::format("{}%", share);
}

std::string shares_phrase(const SpendParts& parts) {
  std::string text;
  for (const SpendWords& words : spend_words) {
    if (parts[words.part] == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", percent_text(parts, words.part), words.words);
  }
  return text;
}

Bar bar_of(const SpendParts& parts) {
  Bar bar{{}, fmt::format("Of a year's spend: {}", shares_phrase(parts))};
  const double total = static_cast<double>(parts.total());
  for (const SpendWords& words : spend_words)
    bar.segments.push_back({words.shape, static_cast<double>(parts[words.part]) / total});
  return bar;
}

std::int64_t estimated_spend(const AuditReport& report) {
  std::int64_t sum = 0;
  for (const ToolRow& row : report.tools) {
    if (row.spend_basis == SpendBasis::estimated) sum = saturating_add(sum, row.spend.total());
  }
  return sum;
}

}  // namespace martech_audit::report

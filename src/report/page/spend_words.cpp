#include "report/page/spend_words.h"

#include <fmt/format.h>

#include <algorithm>

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

std::string bases_phrase(const AuditReport& report) {
  std::int64_t stated = 0, estimated = 0;
  for (const ToolRow& row : report.tools) {
    if (row.spend_basis == SpendBasis::stated)
      stated = saturating_add(stated, row.annual_cost ? row.annual_cost->minor : row.yearly_spend);
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

bool is_judged(SpendPart part, const AuditReport& report) {
  const auto claims = [&](const Rule& rule) {
    if (part != SpendPart::waste) return rule.spend && rule.spend->part == part;
    return std::ranges::find(rule.money, MoneyClass::recoverable, &Rule::Amount::money_class) !=
           rule.money.end();
  };
  const bool is_claimed =
      part == SpendPart::waste || part == SpendPart::off_strategy || part == SpendPart::unproven;
  return !is_claimed || std::ranges::any_of(report.rules, claims);
}

bool is_unjudged(SpendPart part, const AuditReport& report) {
  return report.waterfall->all[part] == 0 && !is_judged(part, report);
}

std::vector<Key> spend_key(const AuditReport& report, std::string_view place) {
  const SpendParts& all = report.waterfall->all;
  std::vector<Key> key;
  for (const SpendWords& words : spend_words) {
    if (is_unjudged(words.part, report)) {
      key.push_back({words.shape, words.key, {{"–"}, {" "}, {"not judged", Ink::faint}}});
    } else if (all[words.part] != 0) {
      key.push_back({words.shape,
                     words.key,
                     {{percent_text(all, words.part), Ink::strong, std::string(place)},
                      {" "},
                      {money_text({all[words.part], report.currency}), Ink::faint}}});
    }
  }
  return key;
}

}  // namespace martech_audit::report

// Where a year's spend ends.
#include <fmt/format.h>

#include <array>

#include "report/figures.h"
#include "report/page/sections.h"

namespace martech_audit::report {
namespace {

// As people read them: what works first.
struct SpendPhrase {
  SpendPart part;
  Part shape;
  std::string_view words;
  std::string_view key;
};
constexpr std::array phrases{
    SpendPhrase{SpendPart::working, Part::used, "shown to work", "works"},
    SpendPhrase{SpendPart::waste, Part::waste, "waste", "waste"},
    SpendPhrase{SpendPart::off_strategy, Part::astray, "off strategy", "off strategy"},
    SpendPhrase{SpendPart::unproven, Part::unproven, "unproven", "unproven"},
    SpendPhrase{SpendPart::too_early, Part::early, "too early to judge", "too early"},
    SpendPhrase{SpendPart::not_known, Part::open, "not known", "not known"},
};

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

std::string shares_phrase(const SpendParts& parts) {
  const auto shares = percent_shares(parts);
  std::string text;
  for (const SpendPhrase& phrase : phrases) {
    if (parts[phrase.part] == 0) continue;
    const std::uint32_t share = shares[static_cast<std::size_t>(phrase.part)];
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ",
                        share == 0 ? std::string("<1%") : fmt::format("{}%", share), phrase.words);
  }
  return text;
}

Bar bar_of(const SpendParts& parts, std::string words) {
  Bar bar;
  bar.words = std::move(words);
  const double total = static_cast<double>(parts.total());
  for (const SpendPhrase& phrase : phrases)
    bar.segments.push_back({phrase.shape, static_cast<double>(parts[phrase.part]) / total});
  return bar;
}

std::vector<Key> key_of(const SpendParts& parts) {
  std::vector<Key> key;
  for (const SpendPhrase& phrase : phrases) {
    if (parts[phrase.part] != 0) key.push_back({phrase.shape, phrase.key});
  }
  return key;
}

}  // namespace

void write_waterfall(const AuditPage& input, Page& page) {
  const AuditReport& report = input.report;
  const SpendParts& all = report.waterfall->all;
  const std::string bases = bases_phrase(report);
  const std::string of = fmt::format(" a year{}", bases.empty() ? "" : fmt::format(" ({})", bases));
  const std::string shares = shares_phrase(all);
  page.add(Measure{"Spend " + money_text({all.total(), report.currency}), of, shares,
                   bar_of(all, fmt::format("Of a year's spend: {}", shares)), key_of(all)});
}

}  // namespace martech_audit::report

// What is spent, what of it works, and the gap.
#include <fmt/format.h>

#include "base/text.h"
#include "report/brief/brief.h"
#include "report/diff_phrases.h"
#include "report/figures.h"
#include "report/page/spend_words.h"

namespace martech_audit::report {
namespace {

Text figure(std::string text, std::string_view place) {
  return {{std::move(text), Ink::strong, std::string(place)}};
}

Fact spend_fact(const AuditReport& report) {
  if (!report.waterfall || report.waterfall->all.total() == 0)
    return {"Spend a year", figure("not known", "money"), ", because no cost is given"};
  const std::int64_t guessed = estimated_spend(report);
  return {"Spend a year", figure(money_text({report.waterfall->all.total(), report.currency}), "waterfall"),
          guessed == 0 ? std::string()
                       : fmt::format(", {} of it estimated", money_text({guessed, report.currency}))};
}

Fact working_fact(const AuditReport& report) {
  if (!report.waterfall || report.waterfall->all.total() == 0)
    return {"Shown to work", figure("not known", "money")};
  const SpendParts& all = report.waterfall->all;
  return {"Shown to work", figure(percent_text(all, SpendPart::working), "waterfall"),
          fmt::format(", {}", money_text({all[SpendPart::working], report.currency}))};
}

Fact saving_fact(const AuditReport& report) {
  const MoneyRange& waste = report.money.recoverable;
  if (!waste.proven) return {"Can be saved", figure("not known", "money"), ", no tool says how it is used"};
  if (waste.possible->minor == 0) return {"Can be saved", figure("nothing found", "money")};
  return {"Can be saved", figure(range_text(*waste.proven, *waste.possible), "money"),
          " a year, of waste alone"};
}

Fact gap_fact(const AuditReport& report) {
  const Score& score = report.score;
  if (!score.has_verdict()) return {"Gap", figure("not known", "gap"), ", because nothing could be checked"};
  return {"Gap", figure(gap_range(score.proven, score.unproven), "gap"),
          score.has_little_evidence()
              ? fmt::format(" of 100; too little evidence to judge ({})", share_text(score.evidence()))
              : std::string(" of 100, lower is better")};
}

std::string comparison(Points change) {
  if (change == 0) return "unchanged";
  return fmt::format("{} by {}", change < 0 ? "better" : "worse", points_text(change < 0 ? -change : change));
}

std::string spend_change(const AuditReport& before, const AuditReport& now) {
  if (!before.waterfall || !now.waterfall) return {};
  const Money then{before.waterfall->all.total(), before.currency},
      today{now.waterfall->all.total(), now.currency};
  return then == today ? "; spend unchanged" : fmt::format("; spend {}", money_change(then, today));
}

std::string since_text(const AuditReport& before, const AuditReport& now) {
  std::string text = fmt::format("Since {}: gap {} → {}", day_text(before.as_of),
                                 gap_range(before.score.proven, before.score.unproven),
                                 gap_range(now.score.proven, now.score.unproven));
  text += fmt::format(", {}", comparison(now.score.gap() - before.score.gap()));
  text += spend_change(before, now);
  const bool is_same_measure = before.score.comparable_key == now.score.comparable_key;
  return text + (is_same_measure ? "." : ". The rules have changed since, which is part of the difference.");
}

std::vector<Key> key_of(const SpendParts& all, Currency currency) {
  std::vector<Key> key;
  for (const SpendWords& words : spend_words) {
    if (all[words.part] == 0) continue;
    key.push_back({words.shape,
                   words.key,
                   {{percent_text(all, words.part), Ink::strong, "waterfall"},
                    {" "},
                    {money_text({all[words.part], currency}), Ink::faint}}});
  }
  return key;
}

std::vector<Cell> part_cells(const SpendWords& words, const SpendParts& all, Currency currency) {
  return {{.text = {{std::string(words.words)}}},
          {.text = {{money_text({all[words.part], currency}), Ink::plain, "waterfall"}}},
          {.text = {{percent_text(all, words.part)}}}};
}

}  // namespace

void write_brief_figures(const Brief& brief, Page& page) {
  const AuditReport& report = brief.report;
  page.add(Facts{{spend_fact(report), working_fact(report), saving_fact(report), gap_fact(report)}});
  if (brief.style.since) page.add(Paragraph{{{since_text(*brief.style.since, report)}}});
}

void write_brief_spend(const Brief& brief, Page& page) {
  const AuditReport& report = brief.report;
  const SpendParts& all = report.waterfall->all;
  page.add(Measure{"Where a year's spend goes", "", "", bar_of(all), key_of(all, report.currency)});
  page.add(Table{
      .label = "Where a year's spend goes",
      .columns = {{"Part", ColumnKind::name}, {"A year", ColumnKind::number}, {"Share", ColumnKind::number}},
      .size = spend_words.size(),
      .row = [&](std::size_t i) { return part_cells(spend_words[i], all, report.currency); },
      .noun = "part",
      .in = on::comment});
}

}  // namespace martech_audit::report

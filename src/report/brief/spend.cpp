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
  const std::string bases = bases_phrase(report);
  return {"Spend a year", figure(money_text({report.waterfall->all.total(), report.currency}), "waterfall"),
          bases.empty() ? std::string() : ", " + bases};
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
  const bool is_found = waste.possible && waste.possible->minor > 0;
  if (!is_found && !is_judged(SpendPart::waste, report))
    return {"Can be saved", figure("not judged", "money"), ", no rule in force looks for waste"};
  if (!waste.proven) return {"Can be saved", figure("not known", "money"), ", no tool says how it is used"};
  if (!is_found) return {"Can be saved", figure("nothing found", "money")};
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

std::string gap_text(const Score& score) {
  return score.has_verdict() ? gap_range(score.proven, score.unproven) : std::string("not known");
}

// Each end for itself: one may be better while the other is worse.
std::string gap_change(const Score& then, const Score& now) {
  std::string text = fmt::format("gap {} → {}", gap_text(then), gap_text(now));
  if (!then.has_verdict() || !now.has_verdict()) return text;
  const std::string proven = printed_change(then.proven, now.proven);
  const std::string all = printed_change(then.gap(), now.gap());
  if (proven == all) return fmt::format("{}: {}", text, all);
  return fmt::format("{}: proven {}, with missing data {}", text, proven, all);
}

std::optional<Money> known_spend(const AuditReport& report) {
  if (!report.waterfall || report.waterfall->all.total() == 0) return std::nullopt;
  return Money{report.waterfall->all.total(), report.currency};
}

std::string spend_change(const AuditReport& before, const AuditReport& now) {
  const std::optional<Money> then = known_spend(before), today = known_spend(now);
  if (then && today) return then == today ? "spend unchanged" : "spend " + money_change(then, today);
  if (!then && !today) return "spend not known";
  const auto text = [](const std::optional<Money>& money) {
    return money ? money_text(*money) : std::string("not known");
  };
  return fmt::format("spend {} → {}", text(then), text(today));
}

std::string since_text(const AuditReport& before, const AuditReport& now) {
  const std::string text = fmt::format("Since {}: {}; {}.", day_text(before.as_of),
                                       gap_change(before.score, now.score), spend_change(before, now));
  const bool is_same_measure = before.score.comparable_key == now.score.comparable_key;
  return text + (is_same_measure ? "" : " The rules have changed since, which is part of the difference.");
}

std::vector<Cell> part_cells(const SpendWords& words, const AuditReport& report) {
  const SpendParts& all = report.waterfall->all;
  const Cell name{.text = {{std::string(words.words)}}};
  if (is_unjudged(words.part, report)) return {name, {.text = {{"not judged"}}}, {.text = {{"–"}}}};
  return {name,
          {.text = {{money_text({all[words.part], report.currency}), Ink::plain, "waterfall"}}},
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
  page.add(Measure{"Where a year's spend goes", "", "", bar_of(all), spend_key(report, "waterfall")});
  page.add(Table{
      .label = "Where a year's spend goes",
      .columns = {{"Part", ColumnKind::name}, {"A year", ColumnKind::number}, {"Share", ColumnKind::number}},
      .size = spend_words.size(),
      .row = [&](std::size_t i) { return part_cells(spend_words[i], report); },
      .noun = "part",
      .in = on::comment});
}

}  // namespace martech_audit::report

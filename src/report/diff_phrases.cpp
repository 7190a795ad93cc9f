#include "report/diff_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/figures.h"

namespace martech_audit {

std::string_view name(Cause cause) {
  constexpr std::array<std::string_view, 6> words{"inventory", "waivers", "configuration",
                                                  "packs",     "time",    "version"};
  return words[static_cast<std::size_t>(cause)];
}

std::string_view name(Ending ending) {
  constexpr std::array<std::string_view, 8> words{"fixed",     "weakened",     "claimed",  "removed",
                                                  "undecided", "inapplicable", "rule_off", "waived"};
  return words[static_cast<std::size_t>(ending)];
}

}  // namespace martech_audit

namespace martech_audit::report {
namespace {

std::string_view in_words(Cause cause) {
  switch (cause) {
    case Cause::inventory:
      return "the inventory";
    case Cause::waivers:
      return "waivers";
    case Cause::configuration:
      return "the configuration";
    case Cause::packs:
      return "rule packs";
    case Cause::time:
      return "elapsed time";
    case Cause::version:
      return "the tool version";
  }
  return {};
}

Money claim_of(const Finding& finding) {
  const Currency currency = finding.claims.empty() ? Currency() : finding.claims.front().claimed.currency;
  return {finding.largest_claim(), currency};
}

}  // namespace

std::string change_text(Points change) {
  if (change == 0) return "0";
  return (change > 0 ? "+" : "-") + points_text(change > 0 ? change : -change);
}

std::string money_change(const std::optional<Money>& before, const std::optional<Money>& after) {
  const auto text = [](const std::optional<Money>& money) {
    return money ? money_text(*money) : std::string("unknown");
  };
  std::string change = fmt::format("{} → {}", text(before), text(after));
  if (!before || !after) return change;
  const bool less = after->minor < before->minor;
  const std::int64_t by = less ? before->minor - after->minor : after->minor - before->minor;
  return change + fmt::format(" ({}{})", less ? '-' : '+', money_text({by, after->currency}));
}

std::vector<std::string> gap_phrases(const ReportDiff& diff) {
  std::vector<std::string> phrases;
  for (const GapPart& part : diff.gap) {
    if (part.change == 0) continue;
    std::string causes;
    for (const Cause cause : part.causes) {
      causes += causes.empty() ? "" : " or ";
      causes += in_words(cause);
    }
    phrases.push_back(fmt::format("{} {}", causes, change_text(part.change)));
  }
  return phrases;
}

std::vector<MoneyChange> money_changes(const ReportDiff& diff) {
  const MoneySummary& before = diff.before.money;
  const MoneySummary& after = diff.after.money;
  std::vector<MoneyChange> changes;
  const auto add = [&](std::string_view name, const std::optional<Money>& then,
                       const std::optional<Money>& now) {
    if (then != now) changes.push_back({name, money_change(then, now)});
  };
  const auto off = [](const AuditReport& report) {
    return report.off_strategy ? std::optional(report.off_strategy->off) : std::nullopt;
  };
  add("Stated costs", before.total_cost, after.total_cost);
  add("Off-strategy spend", off(diff.before), off(diff.after));
  add("Waste", before.recoverable.proven, after.recoverable.proven);
  const auto is_open = [](const MoneyRange& range) { return range.possible != range.proven; };
  if (is_open(before.recoverable) || is_open(after.recoverable))
    add("Possible waste", before.recoverable.possible, after.recoverable.possible);
  add("Auto-renewing", before.at_risk.year.proven, after.at_risk.year.proven);
  add("Value not shown", before.exposed.proven, after.exposed.proven);
  add("Opportunity", before.opportunity.proven, after.opportunity.proven);
  return changes;
}

std::string finding_change(const ChangedFinding& change) {
  std::string text;
  if (change.before->severity != change.after->severity)
    text = fmt::format("{} → {}", name(change.before->severity), name(change.after->severity));
  if (change.before->largest_claim() == change.after->largest_claim()) return text;
  Money before = claim_of(*change.before), after = claim_of(*change.after);
  if (before.minor == 0) before.currency = after.currency;
  if (after.minor == 0) after.currency = before.currency;
  return text + fmt::format("{}{} → {}", text.empty() ? "" : ", ", money_text(before), money_text(after));
}

std::string ending_text(const EndedFinding& ended) {
  switch (ended.ending) {
    case Ending::fixed:
      return "fixed";
    case Ending::weakened:
      return "its evidence was weakened";
    case Ending::claimed:
      return "by a claim without proof";
    case Ending::removed:
      return fmt::format("its {} was removed", name(ended.before->entity.kind));
    case Ending::undecided:
      return "its data is no longer given";
    case Ending::inapplicable:
      return "the rule no longer applies";
    case Ending::rule_off:
      return "the rule is no longer enabled";
    case Ending::waived:
      return "waived";
  }
  return {};
}

std::size_t count_fixed(const ReportDiff& diff) {
  return static_cast<std::size_t>(std::ranges::count(diff.ended, Ending::fixed, &EndedFinding::ending));
}

std::string counts_text(const ReportDiff& diff) {
  const std::size_t fixed = count_fixed(diff);
  std::string text;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", grouped(count), what);
  };
  add(diff.fresh.size(), "new");
  add(diff.worsened.size(), "worsened");
  add(diff.improved.size(), "improved");
  add(fixed, "fixed");
  add(diff.ended.size() - fixed, "closed without a fix");
  return text.empty() ? "no findings changed" : text;
}

}  // namespace martech_audit::report

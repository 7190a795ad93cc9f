#include <algorithm>
#include <cmath>

#include "base/dates.h"
#include "decisions/draft.h"

namespace martech_audit::decisions {
namespace {

constexpr std::int64_t due_days = 90;
constexpr std::int64_t urgent_days = 14;  // up to which urgency is whole
constexpr double least_urgency = 0.25;    // on the last of the days that are due
constexpr double missed_urgency = 0.5;
constexpr std::int64_t year_days = 365;
constexpr double shortest_term = 0.25;  // of a year: what ends sooner is decided often enough

std::int64_t days_until(Date day, Date as_of) { return days_since_epoch(day) - days_since_epoch(as_of); }

// Of the next term, in years; a year where it is not known.
double term_of(const ToolTerms& terms) {
  if (terms.term_months) return static_cast<double>(*terms.term_months) / 12;
  const bool known = terms.commitment && terms.annual_cost && *terms.annual_cost > 0 && *terms.commitment > 0;
  return known ? static_cast<double>(*terms.commitment) / static_cast<double>(*terms.annual_cost) : 1;
}

bool renews(const ToolTerms& terms) { return terms.commitment != std::optional<std::int64_t>(0); }

// What it costs nobody says: that is not nothing.
bool has_open_cost(const ToolTerms& terms) {
  return renews(terms) && !terms.annual_cost && terms.spend == nullptr;
}

double urgency(const Draft& draft, std::int64_t days) {
  if (draft.missed) return missed_urgency;
  if (days <= urgent_days) return 1;
  const double gone = static_cast<double>(days - urgent_days) / static_cast<double>(due_days - urgent_days);
  return 1 - (1 - least_urgency) * gone;
}

// What the next term commits to, by how little speaks for it.
double at_stake(const Draft& draft) {
  if (!renews(draft.terms)) return 0;
  const Year year = year_of(draft);
  // What is saved by a decision is no more than what works: the rest is counted already.
  const auto working = static_cast<double>(year.working);
  const double opportunity =
      std::min(static_cast<double>(draft.decision.of(MoneyClass::opportunity).proven.minor), working);
  const double rest = working - opportunity;
  const double of_year = static_cast<double>(year.waste) + static_cast<double>(year.off_strategy) +
                         static_cast<double>(year.unproven) + static_cast<double>(year.not_known) / 2 +
                         opportunity + rest / 4;
  return of_year * term_of(draft.terms);
}

void find_last_day(const DecisionInput& input, Draft& draft) {
  const ToolTerms& terms = draft.terms;
  Decision& decision = draft.decision;
  if (!terms.renews_on || *terms.renews_on < input.as_of) return;
  decision.last_day = terms.renews_on;
  if (!renews(terms)) return;
  draft.missed = terms.notice_by && *terms.notice_by < input.as_of;
  if (draft.missed) {
    decision.act = Act::negotiate;
    decision.into = nullptr;
  } else if (terms.notice_by) {
    decision.last_day = terms.notice_by;
  }
}

void find_stop(const DecisionInput& input, Draft& draft) {
  if (!draft.terms.renews_on) return;
  auto days = static_cast<double>(days_until(*draft.terms.renews_on, input.as_of));
  if (draft.missed) days += static_cast<double>(year_days) * term_of(draft.terms);
  draft.stops_late = days > year_days;
}

void settle_lane(const DecisionInput& input, Draft& draft) {
  Decision& decision = draft.decision;
  if (!decision.last_day) return;
  const std::int64_t days = days_until(*decision.last_day, input.as_of);
  const double stake = at_stake(draft);
  const bool is_open = has_open_cost(draft.terms);
  if (days > due_days || (stake <= 0 && !is_open && decision.act != Act::renew)) return;
  decision.lane = Lane::due;
  constexpr double most = 9e18;
  if (!is_open) decision.at_stake = Money{std::llround(std::min(stake, most)), input.currency};
  draft.weight = stake * urgency(draft, days);
}

}  // namespace

void find_last_days(const DecisionInput& input, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    const bool is_timed = draft.decision.entity.kind == EntityKind::tool &&
                          meaning(draft.decision.act).family == Family::contract;
    if (!is_timed || (renews(draft.terms) && term_of(draft.terms) < shortest_term)) continue;
    find_last_day(input, draft);
    find_stop(input, draft);
    settle_lane(input, draft);
  }
}

}  // namespace martech_audit::decisions

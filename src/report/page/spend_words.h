// The parts of a year's spend in words and as lengths of a bar.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "martech_audit/waterfall.h"
#include "report/page/page.h"

namespace martech_audit::report {

struct SpendWords {
  SpendPart part;
  Part shape;
  std::string_view words;
  std::string_view key;
};

// As people read them: what works first.
inline constexpr std::array spend_words{
    SpendWords{SpendPart::working, Part::used, "shown to work", "shown to work"},
    SpendWords{SpendPart::waste, Part::waste, "waste", "waste"},
    SpendWords{SpendPart::off_strategy, Part::astray, "off strategy", "off strategy"},
    SpendWords{SpendPart::unproven, Part::unproven, "unproven", "unproven"},
    SpendWords{SpendPart::too_early, Part::early, "too early to judge", "too early"},
    SpendWords{SpendPart::not_known, Part::open, "not known", "not known"},
};

// "12%" of them; "<1%" of what is not nothing.
std::string percent_text(const SpendParts& parts, SpendPart part);

// "48% shown to work, 15% waste"
std::string shares_phrase(const SpendParts& parts);

// The whole of them, in that order.
Bar bar_of(const SpendParts& parts);

// How the yearly spend is known: "EUR 90,000 stated, EUR 8,000 estimated, EUR 1,200 by payments or budgets
// alone". Nothing where all of it is stated. The report has a waterfall.
std::string bases_phrase(const AuditReport& report);

// Whether a rule in force claims the part, or none has to: what nobody looks for is not found either.
bool is_judged(SpendPart part, const AuditReport& report);

// Whether there is none of it because no rule in force claims it.
bool is_unjudged(SpendPart part, const AuditReport& report);

// Each part with its share, which leads to `place` of the page, and its amount.
std::vector<Key> spend_key(const AuditReport& report, std::string_view place = {});

}  // namespace martech_audit::report

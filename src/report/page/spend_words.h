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
    SpendWords{SpendPart::working, Part::used, "shown to work", "works"},
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

// Of a year's spend, what is the mean of other costs; in minor units.
std::int64_t estimated_spend(const AuditReport& report);

}  // namespace martech_audit::report

#include "import/cells/words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "import/cells/cycles.h"
#include "import/cells/is_among.h"
#include "import/cells/money.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

constexpr std::array spreadsheet_errors{"#blocked!"sv, "#calc!"sv,  "#connect!"sv, "#div/0!"sv,
                                        "#error!"sv,   "#field!"sv, "#name?"sv,    "#null!"sv,
                                        "#num!"sv,     "#ref!"sv,   "#spill!"sv,   "#value!"sv};

// Other words for the words of a field, as slugs.
struct OtherWord {
  std::string_view field;
  std::string_view other;
  std::string_view word;
};
constexpr std::array other_words{
    OtherWord{"status", "aktiv", "active"},
    OtherWord{"status", "current", "active"},
    OtherWord{"status", "dang-dung", "active"},
    OtherWord{"status", "dang-su-dung", "active"},
    OtherWord{"status", "deployed", "active"},
    OtherWord{"status", "in-production", "active"},
    OtherWord{"status", "in-nutzung", "active"},
    OtherWord{"status", "in-use", "active"},
    OtherWord{"status", "live", "active"},
    OtherWord{"status", "production", "active"},
    OtherWord{"status", "sanctioned", "active"},
    OtherWord{"status", "enabled", "active"},
    OtherWord{"status", "evaluation", "evaluating"},
    OtherWord{"status", "evaluation-period", "evaluating"},
    OtherWord{"status", "in-evaluation", "evaluating"},
    OtherWord{"status", "products-in-evaluation", "evaluating"},
    OtherWord{"status", "trial", "evaluating"},
    OtherWord{"status", "under-assessment", "evaluating"},
    OtherWord{"status", "implementation", "implementing"},
    OtherWord{"status", "in-implementation", "implementing"},
    OtherWord{"status", "onboarding", "implementing"},
    OtherWord{"status", "under-development", "implementing"},
    OtherWord{"status", "piloting", "pilot"},
    OtherWord{"status", "decommissioning", "retiring"},
    OtherWord{"status", "gekundigt", "retiring"},
    OtherWord{"status", "need-to-close", "retiring"},
    OtherWord{"status", "phase-out", "retiring"},
    OtherWord{"status", "phasing-out", "retiring"},
    OtherWord{"status", "sap-huy", "retiring"},
    OtherWord{"status", "sunset", "retiring"},
    OtherWord{"status", "sunsetting", "retiring"},
    OtherWord{"status", "cancelled", "retired"},
    OtherWord{"status", "canceled", "retired"},
    OtherWord{"status", "closed", "retired"},
    OtherWord{"status", "deactivated", "retired"},
    OtherWord{"status", "decommissioned", "retired"},
    OtherWord{"status", "disabled", "retired"},
    OtherWord{"status", "discontinued", "retired"},
    OtherWord{"status", "end-of-life", "retired"},
    OtherWord{"status", "inactive", "retired"},
    OtherWord{"status", "inaktiv", "retired"},
    OtherWord{"status", "terminated", "retired"},
    OtherWord{"criticality", "business-critical", "critical"},
    OtherWord{"criticality", "mission-critical", "critical"},
    OtherWord{"criticality", "nice-to-have", "optional"},
    OtherWord{"criticality", "non-critical", "optional"},
    OtherWord{"billing", "multiyear", "multi-year"},
    OtherWord{"billing", "usage-based", "usage"},
    OtherWord{"purchase_channel", "expense-report", "expense"},
    OtherWord{"purchase_channel", "expensed", "expense"},
    OtherWord{"purchase_channel", "individual-expense-report", "expense"},
    OtherWord{"metrics", "flat-fee", "flat"},
    OtherWord{"metrics", "flat-rate", "flat"},
    OtherWord{"metrics", "named-user", "seat"},
    OtherWord{"metrics", "per-seat", "seat"},
    OtherWord{"metrics", "per-user", "seat"},
    OtherWord{"metrics", "seats", "seat"},
    OtherWord{"metrics", "user", "seat"},
    OtherWord{"metrics", "users", "seat"},
    OtherWord{"operated_by", "in-house", "internal"},
};

// "x" is left out: some tick with it, some cross out.
constexpr std::array yes_words{"oui"sv,    "si"sv,     "s\u00ED"sv, "sim"sv,     "s\u00EC"sv,
                               "wahr"sv,   "vrai"sv,   "on"sv,      "enabled"sv, "yes"sv,
                               "true"sv,   "y"sv,      "1"sv,       "ja"sv,      "c\u00F3"sv,
                               "\u2713"sv, "\u2714"sv, "\u2611"sv,  "\u2705"sv};
constexpr std::array no_words{"non"sv,        "n\u00E3o"sv, "nee"sv,    "falsch"sv, "faux"sv, "off"sv,
                              "disabled"sv,   "no"sv,       "false"sv,  "n"sv,      "0"sv,    "nein"sv,
                              "kh\u00F4ng"sv, "\u2717"sv,   "\u2718"sv, "\u274C"sv};

struct YesNoWord {
  std::string_view field;
  std::string_view word;
  bool yes;
};
constexpr std::array yes_no_words{
    YesNoWord{"auto_renews", "auto", true},          YesNoWord{"auto_renews", "auto-renew", true},
    YesNoWord{"auto_renews", "auto-renews", true},   YesNoWord{"auto_renews", "automatic", true},
    YesNoWord{"auto_renews", "automatically", true}, YesNoWord{"auto_renews", "automatisch", true},
    YesNoWord{"auto_renews", "automatique", true},   YesNoWord{"auto_renews", "manuell", false},
    YesNoWord{"auto_renews", "manuel", false},       YesNoWord{"auto_renews", "manually", false},
    YesNoWord{"auto_renews", "manual", false},       YesNoWord{"auto_renews", "manual-renewal", false},
};

}  // namespace

bool is_spreadsheet_error(std::string_view text) {
  const std::string lower = lower_ascii(trim(text));
  const bool too_narrow = lower.size() > 2 && lower.find_first_not_of('#') == lower.npos;
  return too_narrow || is_among(spreadsheet_errors, lower);
}

std::optional<bool> read_yes_no(std::string_view text, const Field& field) {
  const std::string lower = lower_ascii(trim(text));
  if (is_among(yes_words, lower)) return true;
  if (is_among(no_words, lower)) return false;
  const std::string wanted = slug(text);
  for (const YesNoWord& known : yes_no_words) {
    if (known.field == field.name && known.word == wanted) return known.yes;
  }
  return std::nullopt;
}

std::string_view read_word(std::string_view text, const Field& field) {
  const std::string wanted = slug(text);
  for (const std::string_view word : field.words) {
    if (word == wanted) return word;
  }
  for (const OtherWord& known : other_words) {
    if (known.field == field.name && known.other == wanted) return known.word;
  }
  if (field.name == "per") return read_period(text);
  if (field.name == "billing") return read_cycle(text).value_or(BillingCycle{}).word();
  return {};
}

}  // namespace martech_audit::import

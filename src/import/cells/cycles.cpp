#include "import/cells/cycles.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include "base/text.h"
#include "import/cells/is_among.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

constexpr std::int64_t weeks_a_year = 52;
constexpr std::int64_t months_a_cycle_year = 12;

// As slugs without hyphens. Words that mean twice in one as well as once in two ("biannual") are left out.
struct CycleWord {
  std::string_view word;
  std::int64_t months;
  std::int64_t weeks = 0;
};
constexpr std::array cycle_words{
    CycleWord{"weekly", 0, 1},     CycleWord{"wochentlich", 0, 1},  CycleWord{"hebdomadaire", 0, 1},
    CycleWord{"semanal", 0, 1},    CycleWord{"fortnightly", 0, 2},  CycleWord{"monthly", 1},
    CycleWord{"monatlich", 1},     CycleWord{"mensuel", 1},         CycleWord{"mensual", 1},
    CycleWord{"mensile", 1},       CycleWord{"maandelijks", 1},     CycleWord{"quarterly", 3},
    CycleWord{"quartalsweise", 3}, CycleWord{"vierteljahrlich", 3}, CycleWord{"trimestriel", 3},
    CycleWord{"trimestral", 3},    CycleWord{"semiannual", 6},      CycleWord{"semiannually", 6},
    CycleWord{"semiyearly", 6},    CycleWord{"halfyearly", 6},      CycleWord{"halfannual", 6},
    CycleWord{"halbjahrlich", 6},  CycleWord{"semestriel", 6},      CycleWord{"semestral", 6},
    CycleWord{"twiceayear", 6},    CycleWord{"annual", 12},         CycleWord{"annually", 12},
    CycleWord{"yearly", 12},       CycleWord{"jahrlich", 12},       CycleWord{"annuel", 12},
    CycleWord{"anual", 12},        CycleWord{"annuale", 12},        CycleWord{"jaarlijks", 12},
    CycleWord{"hangthang", 1},     CycleWord{"hangnam", 12},        CycleWord{"biennial", 24},
    CycleWord{"zweijahrlich", 24}, CycleWord{"triennial", 36}};

// With a number, or alone behind "every".
constexpr std::array cycle_units{
    CycleWord{"week", 0, 1}, CycleWord{"weeks", 0, 1}, CycleWord{"woche", 0, 1}, CycleWord{"wochen", 0, 1},
    CycleWord{"month", 1},   CycleWord{"months", 1},   CycleWord{"monat", 1},    CycleWord{"monate", 1},
    CycleWord{"mois", 1},    CycleWord{"mo", 1},       CycleWord{"quarter", 3},  CycleWord{"quarters", 3},
    CycleWord{"quartal", 3}, CycleWord{"year", 12},    CycleWord{"years", 12},   CycleWord{"yr", 12},
    CycleWord{"yrs", 12},    CycleWord{"jahr", 12},    CycleWord{"jahre", 12},   CycleWord{"ans", 12},
    CycleWord{"anos", 12}};
constexpr std::array counting_words{"alle"sv,  "all"sv,    "cada"sv, "each"sv,    "every"sv,   "in"sv,
                                    "jedes"sv, "jeden"sv,  "once"sv, "a"sv,       "per"sv,     "tous"sv,
                                    "les"sv,   "billed"sv, "paid"sv, "billing"sv, "payment"sv, "ogni"sv};
constexpr std::array once_words{"onetime"sv,  "oneoff"sv,    "once"sv,  "einmalig"sv,
                                "lifetime"sv, "perpetual"sv, "unique"sv};

const CycleWord* find_cycle(std::span<const CycleWord> words, std::string_view word) {
  const auto found = std::ranges::find(words, word, &CycleWord::word);
  return found == words.end() ? nullptr : &*found;
}

BillingCycle cycle_of(const CycleWord& unit, std::int64_t count) {
  const std::int64_t parts = unit.weeks > 0 ? weeks_a_year : months_a_cycle_year;
  const std::int64_t length = count * (unit.weeks > 0 ? unit.weeks : unit.months);
  const std::int64_t common = std::gcd(parts, length);
  return {parts / common, length / common, count * unit.months};
}

// 1 to 99.
std::int64_t count_in(const std::string& word) {
  if (word.size() > 2 || !std::all_of(word.begin(), word.end(), is_digit)) return 0;
  return std::stoll(word);
}

}  // namespace

std::string_view BillingCycle::per() const {
  if (payments == 0) return "once";
  if (months == 1) return "month";
  if (months == 3) return "quarter";
  return months == 12 ? "year" : "";
}

std::string_view BillingCycle::word() const {
  if (months == 1) return "monthly";
  if (months == 3) return "quarterly";
  if (months == 12) return "annual";
  return months >= 24 && months % 12 == 0 ? "multi-year" : "";
}

std::optional<BillingCycle> read_cycle(std::string_view text) {
  std::string whole;
  std::int64_t count = 0;
  const CycleWord* unit = nullptr;
  bool others = false;
  for (const std::string& word : slug_words(text)) {
    whole += word;
    if (const std::int64_t number = count_in(word); number > 0 && count == 0) {
      count = number;
    } else if (const CycleWord* found = find_cycle(cycle_units, word); found != nullptr && unit == nullptr) {
      unit = found;
    } else if (!is_among(counting_words, word)) {
      others = true;
    }
  }
  if (is_among(once_words, whole)) return BillingCycle{};
  if (const CycleWord* word = find_cycle(cycle_words, whole)) return cycle_of(*word, 1);
  if (unit == nullptr || others) return std::nullopt;
  return cycle_of(*unit, std::max<std::int64_t>(count, 1));
}

}  // namespace martech_audit::import

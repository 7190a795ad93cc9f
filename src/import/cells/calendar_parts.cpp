#include "import/cells/calendar_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "import/cells/is_among.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

struct MonthName {
  std::string_view name;  // as slug() spells it
  unsigned number;
};
constexpr std::array month_names{
    MonthName{"jan", 1},        MonthName{"january", 1},   MonthName{"januar", 1},
    MonthName{"janvier", 1},    MonthName{"enero", 1},     MonthName{"ene", 1},
    MonthName{"feb", 2},        MonthName{"february", 2},  MonthName{"februar", 2},
    MonthName{"fevrier", 2},    MonthName{"febrero", 2},   MonthName{"mar", 3},
    MonthName{"march", 3},      MonthName{"marz", 3},      MonthName{"mars", 3},
    MonthName{"marzo", 3},      MonthName{"apr", 4},       MonthName{"april", 4},
    MonthName{"avril", 4},      MonthName{"abril", 4},     MonthName{"may", 5},
    MonthName{"mai", 5},        MonthName{"mayo", 5},      MonthName{"jun", 6},
    MonthName{"june", 6},       MonthName{"juni", 6},      MonthName{"juin", 6},
    MonthName{"junio", 6},      MonthName{"jul", 7},       MonthName{"july", 7},
    MonthName{"juli", 7},       MonthName{"juillet", 7},   MonthName{"julio", 7},
    MonthName{"aug", 8},        MonthName{"august", 8},    MonthName{"aout", 8},
    MonthName{"agosto", 8},     MonthName{"sep", 9},       MonthName{"sept", 9},
    MonthName{"september", 9},  MonthName{"septembre", 9}, MonthName{"septiembre", 9},
    MonthName{"oct", 10},       MonthName{"october", 10},  MonthName{"okt", 10},
    MonthName{"oktober", 10},   MonthName{"octobre", 10},  MonthName{"octubre", 10},
    MonthName{"nov", 11},       MonthName{"november", 11}, MonthName{"novembre", 11},
    MonthName{"noviembre", 11}, MonthName{"dec", 12},      MonthName{"december", 12},
    MonthName{"dez", 12},       MonthName{"dezember", 12}, MonthName{"decembre", 12},
    MonthName{"dic", 12},       MonthName{"diciembre", 12}};

// What a heading may add without saying anything else than what was paid.
constexpr std::array paid_words{"actual"sv, "actuals"sv, "amount"sv,  "betrag"sv,   "charge"sv, "charges"sv,
                                "cost"sv,   "costs"sv,   "fy"sv,      "in"sv,       "ist"sv,    "invoiced"sv,
                                "kosten"sv, "paid"sv,    "payment"sv, "payments"sv, "spend"sv,  "spent"sv};

// "Jan26" is two words, as is "Q1".
std::vector<std::string> words_and_numbers(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : slug_words(text)) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      const bool goes_on = i > 0 && is_digit(word[i]) == is_digit(word[i - 1]);
      goes_on ? void(words.back() += word[i]) : words.push_back({word[i]});
    }
  }
  return words;
}

unsigned number_in(std::string_view digits) {
  unsigned number = 0;
  for (const char digit : digits.substr(0, 8)) number = number * 10 + static_cast<unsigned>(digit - '0');
  return number;
}

class PartReader {
 public:
  std::optional<CalendarPart> read(std::string_view heading) {
    if (const auto day = parse_date(trim(heading).substr(0, 10))) return month_of(*day);
    for (const std::string& word : words_and_numbers(heading)) {
      if (!take(word)) return std::nullopt;
    }
    if (awaits_quarter_ || (!has_kind_ && !part_.year)) return std::nullopt;
    if (pending_ > 0 && !take_pending()) return std::nullopt;
    return part_;
  }

 private:
  static CalendarPart month_of(Date day) {
    return {CalendarPart::Kind::month, static_cast<unsigned>(day.month()), static_cast<int>(day.year())};
  }

  bool take(const std::string& word) {
    if (is_digit(word.front())) return take_number(word);
    if (word == "q") {
      awaits_quarter_ = pending_ == 0;
      return pending_ == 0 || take_quarter(std::exchange(pending_, 0));
    }
    if (const unsigned month = month_number(word); month > 0)
      return take_kind(CalendarPart::Kind::month, month);
    is_short_year_ = is_short_year_ || word == "fy";
    return is_among(paid_words, word);
  }

  bool take_kind(CalendarPart::Kind kind, unsigned number) {
    if (std::exchange(has_kind_, true)) return false;
    part_.kind = kind;
    part_.number = number;
    return true;
  }

  bool take_quarter(unsigned number) {
    awaits_quarter_ = false;
    return number >= 1 && number <= 4 && take_kind(CalendarPart::Kind::quarter, number);
  }

  bool take_number(const std::string& digits) {
    const unsigned number = number_in(digits);
    if (awaits_quarter_) return take_quarter(number);
    const bool is_year = digits.size() == 4 && number >= 1990 && number <= 2100;
    const bool is_short = digits.size() == 2 && (has_kind_ || is_short_year_) && number >= 10;
    if ((is_year || is_short) && !part_.year) {
      part_.year = static_cast<int>(is_year ? number : 2000 + number);
      return true;
    }
    if (digits.size() > 2 || pending_ != 0 || number == 0) return false;
    pending_ = number;
    return true;
  }

  // "2026-01" and "01/2026"
  bool take_pending() {
    return part_.year && pending_ <= 12 && take_kind(CalendarPart::Kind::month, pending_);
  }

  CalendarPart part_;
  bool has_kind_ = false;
  bool awaits_quarter_ = false;
  bool is_short_year_ = false;  // "FY26"
  unsigned pending_ = 0;        // a number of which is to be seen what it is
};

}  // namespace

unsigned month_number(std::string_view word) {
  const auto* month = std::find_if(month_names.begin(), month_names.end(),
                                   [&](const MonthName& known) { return known.name == word; });
  return month == month_names.end() ? 0 : month->number;
}

std::optional<CalendarPart> read_calendar_part(std::string_view heading) {
  return PartReader().read(heading);
}

}  // namespace martech_audit::import

#include "import/cells/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "import/cells/is_among.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

constexpr std::array approximations{"approximately"sv, "approx."sv, "approx"sv,      "about"sv,
                                    "circa"sv,         "around"sv,  "ca."sv,         "ca "sv,
                                    "c. "sv,           "~"sv,       "\xE2\x89\x88"sv};
constexpr std::array counted_things{"seat"sv,   "license"sv,  "licence"sv, "user"sv,    "active user"sv,
                                    "member"sv, "account"sv,  "feature"sv, "contact"sv, "person"sv,
                                    "lizenz"sv, "lizenzen"sv, "nutzer"sv};

struct UnitOf {
  std::string_view word;  // singular
  CountUnit unit;
  std::int64_t factor;
};
constexpr std::array units{
    UnitOf{"day", CountUnit::days, 1},       UnitOf{"calendar day", CountUnit::days, 1},
    UnitOf{"week", CountUnit::days, 7},      UnitOf{"month", CountUnit::months, 1},
    UnitOf{"mo", CountUnit::months, 1},      UnitOf{"quarter", CountUnit::months, 3},
    UnitOf{"year", CountUnit::months, 12},   UnitOf{"yr", CountUnit::months, 12},
    UnitOf{"tag", CountUnit::days, 1},       UnitOf{"tage", CountUnit::days, 1},
    UnitOf{"woche", CountUnit::days, 7},     UnitOf{"wochen", CountUnit::days, 7},
    UnitOf{"monat", CountUnit::months, 1},   UnitOf{"monate", CountUnit::months, 1},
    UnitOf{"jahr", CountUnit::months, 12},   UnitOf{"jahre", CountUnit::months, 12},
    UnitOf{"ng\u00E0y", CountUnit::days, 1}, UnitOf{"th\u00E1ng", CountUnit::months, 1},
    UnitOf{"d", CountUnit::days, 1},         UnitOf{"jour", CountUnit::days, 1},
    UnitOf{"semaine", CountUnit::days, 7},   UnitOf{"moi", CountUnit::months, 1},
    UnitOf{"an", CountUnit::months, 12},     UnitOf{"d\u00EDa", CountUnit::days, 1},
    UnitOf{"dia", CountUnit::days, 1},       UnitOf{"semana", CountUnit::days, 7},
    UnitOf{"me", CountUnit::months, 1},      UnitOf{"mese", CountUnit::months, 1},
    UnitOf{"m\u00EA", CountUnit::months, 1}, UnitOf{"giorno", CountUnit::days, 1},
    UnitOf{"giorni", CountUnit::days, 1},    UnitOf{"mesi", CountUnit::months, 1},
    UnitOf{"dag", CountUnit::days, 1},       UnitOf{"dagen", CountUnit::days, 1},
    UnitOf{"maand", CountUnit::months, 1},   UnitOf{"maanden", CountUnit::months, 1},
};

// What may stand behind a period of notice: "30 days before renewal", "30 Tage zum Laufzeitende".
constexpr std::array said_of_periods{"advance"sv, "antes"sv, "avant"sv,   "before"sv, "in"sv,
                                     "notice"sv,  "of"sv,    "prima"sv,   "prior"sv,  "to"sv,
                                     "vor"sv,     "voor"sv,  "written"sv, "zum"sv,    "zur"sv};

// No-break and narrow spaces become blanks, typographic apostrophes plain ones.
std::string with_plain_separators(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == 0xA0 || c == 0x202F || c == 0x2009) {
      out += ' ';
    } else if (c == 0x2019) {
      out += '\'';
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

// Groups of three, or of two before a last one of three as in India; a first group of one to three.
bool are_groups(std::string_view whole, char separator) {
  std::vector<std::size_t> lengths{0};
  for (const char c : whole) {
    if (c == separator) {
      lengths.push_back(0);
    } else if (!is_digit(c)) {
      return false;
    } else {
      ++lengths.back();
    }
  }
  if (lengths.size() < 2 || lengths.front() == 0 || lengths.front() > 3 || lengths.back() != 3) return false;
  return std::all_of(lengths.begin() + 1, lengths.end() - 1,
                     [&](std::size_t n) { return n == lengths[1] && (n == 3 || n == 2); }) ||
         lengths.size() == 2;
}

std::string without(std::string_view text, char separator) {
  std::string out(text);
  std::erase(out, separator);
  return out;
}

NumberReading value_of(const std::string& digits) {
  if (const auto value = Decimal::parse(digits)) return {value};
  return {std::nullopt, "this is not a number"};
}

NumberReading grouped(std::string_view whole, char separator, std::string_view fraction) {
  if (whole.find(separator) != whole.npos && !are_groups(whole, separator)) {
    return {std::nullopt, fmt::format("the digits around '{}' are not grouped like a number", separator)};
  }
  std::string digits = without(whole, separator);
  if (!fraction.empty()) digits += fmt::format(".{}", fraction);
  return value_of(digits);
}

// One separator, once.
NumberReading with_lone_mark(std::string_view text, std::size_t mark, int decimals, char decimal) {
  const std::string_view before = text.substr(0, mark);
  const std::string_view behind = text.substr(mark + 1);
  if (before.empty() || behind.empty()) return {std::nullopt, "this is not a number"};
  if (behind.size() != 3 || before.size() > 3 || before == "0")
    return value_of(fmt::format("{}.{}", before, behind));
  if (decimal == text[mark]) return value_of(fmt::format("{}.{}", before, behind));
  if (decimals < 3 || decimal != 0) return grouped(text, text[mark], {});
  return {std::nullopt, fmt::format("'{}' may be a thousands or decimal separator", text[mark])};
}

// The most days that so many months have, wherever in the calendar they lie; at most a year of them.
std::int64_t most_days(std::int64_t months) {
  return std::min<std::int64_t>(30 * months + (7 * months + 11) / 12, 366);
}

// "3 months" where days are asked for, as of notice: whoever counts the most days that these can be is in
// time.
NumberReading in_other_unit(std::string_view text, Decimal number, const UnitOf& unit) {
  const bool days = unit.unit == CountUnit::months;
  const std::int64_t count = number.mantissa > 1'000 ? 0 : number.mantissa * unit.factor;
  if (days && count > 0 && count <= 12) return {.value = Decimal{most_days(count), 0}, .approximate = true};
  NumberReading reading;
  reading.problem = fmt::format("this should be a number of {}", days ? "days" : "months");
  if (count == 0) return reading;
  reading.hint = fmt::format("give the number in a mapping, such as values: {{{}: {}}}", trim(text),
                             days ? count * 30 : std::max<std::int64_t>(count / 30, 1));
  return reading;
}

std::string singular(std::string word) {
  if (word.ends_with("(s)")) word.resize(word.size() - 3);
  while (word.ends_with('\'') || word.ends_with('.')) word.pop_back();
  if (word.ends_with('s')) word.pop_back();
  return word;
}

// "days" of "days before renewal"; empty where something else follows.
std::string_view unit_of_period(std::string_view words) {
  const std::size_t end = std::min(words.find_first_of(" -"), words.size());
  const std::string_view behind = trim(words.substr(std::min(end + 1, words.size())));
  const bool fits = is_among(said_of_periods, behind.substr(0, behind.find_first_of(" -")));
  return fits ? words.substr(0, end) : std::string_view();
}

const UnitOf* find_unit(const std::string& words) {
  for (const std::string& word : {singular(words), singular(std::string(unit_of_period(words)))}) {
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const UnitOf& unit) { return unit.word == word; });
    if (found != units.end()) return &*found;
  }
  return nullptr;
}

}  // namespace

std::optional<Decimal> sum_of(Decimal a, Decimal b) {
  for (Decimal* lower = a.scale < b.scale ? &a : &b; a.scale != b.scale; ++lower->scale) {
    if (__builtin_mul_overflow(lower->mantissa, 10, &lower->mantissa)) return std::nullopt;
  }
  if (__builtin_add_overflow(a.mantissa, b.mantissa, &a.mantissa)) return std::nullopt;
  return a;
}

bool drop_approximation(std::string_view& text) {
  const std::string lower = lower_ascii(text);
  for (const std::string_view word : approximations) {
    if (!lower.starts_with(word)) continue;
    text = trim(text.substr(word.size()));
    return true;
  }
  return false;
}

NumberReading read_number(std::string_view written, int decimals, char decimal) {
  const std::string text = with_plain_separators(trim(written));
  if (text.empty() || text.find_first_not_of("0123456789.,' _") != text.npos) {
    return {std::nullopt, "this is not a number"};
  }
  const std::size_t last = text.find_last_of(".,");
  for (const char blank : {' ', '\'', '_'}) {
    if (text.find(blank) == text.npos) continue;
    const std::size_t end = std::min(last, text.size());
    const std::string_view whole = std::string_view(text).substr(0, end);
    return grouped(whole, blank,
                   end == text.size() ? std::string_view() : std::string_view(text).substr(end + 1));
  }
  if (last == text.npos) return value_of(text);
  const char mark = text[last];
  const char other = mark == '.' ? ',' : '.';
  if (text.find(other) != text.npos) {
    if (text.find(mark) != last) return {std::nullopt, "this is not a number"};
    return grouped(text.substr(0, last), other, text.substr(last + 1));
  }
  return text.find(mark) == last ? with_lone_mark(text, last, decimals, decimal) : grouped(text, mark, {});
}

char decimal_mark(std::string_view text) {
  const std::size_t begin = text.find_first_of("0123456789");
  if (begin == text.npos) return 0;
  text = text.substr(begin, text.find_first_not_of("0123456789.,'_ ", begin) - begin);
  text = text.substr(0, text.find_last_of("0123456789") + 1);
  const std::size_t last = text.find_last_of(".,");
  if (last == text.npos) return 0;
  const char mark = text[last];
  const char other = mark == '.' ? ',' : '.';
  const bool is_one = text.find(mark) == last;
  if (text.find(other) != text.npos) return is_one ? mark : char();
  if (!is_one) return other;
  const bool groups = text.size() - last == 4 && last >= 1 && last <= 3 && text.substr(0, last) != "0" &&
                      text.find_first_of("'_ ") == text.npos;
  return groups ? char() : mark;
}

NumberReading read_count(std::string_view text, CountUnit unit) {
  text = trim(text);
  const bool approximate = drop_approximation(text);
  const std::size_t end = std::min(text.find_first_not_of("0123456789.,' _"), text.size());
  NumberReading number = read_number(text.substr(0, end), 0);
  number.approximate = approximate;
  if (!number.value) return {std::nullopt, "this is not a whole number"};
  if (number.value->scale != 0) return {std::nullopt, "this is not a whole number"};
  const std::string words = lower_ascii(trim(text.substr(end)));
  if (words.empty()) return number;
  if (unit == CountUnit::things && is_among(counted_things, singular(words))) return number;
  const UnitOf* known = unit == CountUnit::things ? nullptr : find_unit(words);
  if (known == nullptr) return {std::nullopt, "this is more than one whole number"};
  if (known->unit != unit) return in_other_unit(text, *number.value, *known);
  if (number.value->mantissa > 1'000'000) return {std::nullopt, "this number is too large"};
  number.value->mantissa *= known->factor;
  return number;
}

NumberReading read_percentage(std::string_view text) {
  text = trim(text);
  const bool approximate = drop_approximation(text);
  if (text.ends_with('%')) text.remove_suffix(1);
  NumberReading number = read_number(text, 9);
  number.approximate = approximate;
  return number;
}

}  // namespace martech_audit::import

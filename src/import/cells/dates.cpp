#include "import/cells/dates.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"
#include "import/cells/calendar_parts.h"

namespace martech_audit::import {
namespace {

constexpr std::array<std::string_view, 3> order_names{"dmy", "mdy", "ymd"};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::optional<Date> day_of(unsigned year, unsigned month, unsigned day) {
  const Date date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                  std::chrono::day{day}};
  return year >= 1 && date.ok() ? std::optional(date) : std::nullopt;
}

// Numbers and words, without what stands between them.
struct Piece {
  std::string_view text;
  unsigned number = 0;
  bool is_number = false;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
      Piece piece{text.substr(begin, at - begin), 0, true};
      for (const char c : piece.text.substr(0, 9))
        piece.number = piece.number * 10 + static_cast<unsigned>(c - '0');
      pieces.push_back(piece);
    } else if (is_letter(text[at])) {
      while (at < text.size() && is_letter(text[at])) ++at;
      pieces.push_back({text.substr(begin, at - begin)});
    } else {
      ++at;
    }
  }
  return pieces;
}

// "2026-01-31T10:00:00Z" and "1/31/2026 10:00 AM": the part before the time.
std::string_view without_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos || colon < 9) return text;
  const std::size_t gap = text.find_last_of(" t", colon);
  return gap == text.npos ? text : trim(text.substr(0, gap));
}

// "jan 5 2026", "5 jan 2026", "5 th january 2026"
std::optional<Date> with_month_name(std::vector<Piece> pieces) {
  std::erase_if(pieces, [](const Piece& piece) {
    return piece.text == "st" || piece.text == "nd" || piece.text == "rd" || piece.text == "th" ||
           piece.text == "of";
  });
  if (pieces.size() != 3 || !pieces[2].is_number || pieces[2].text.size() != 4) return std::nullopt;
  const bool month_first = !pieces[0].is_number;
  const Piece& month = pieces[month_first ? 0 : 1];
  const Piece& day = pieces[month_first ? 1 : 0];
  if (month.is_number || !day.is_number || day.text.size() > 2) return std::nullopt;
  return day_of(pieces[2].number, month_number(month.text), day.number);
}

DateReading three_numbers(const std::vector<Piece>& pieces) {
  const auto [a, b, c] = std::array{pieces[0].number, pieces[1].number, pieces[2].number};
  DateReading reading;
  if (pieces[0].text.size() == 4) {
    reading.date = day_of(a, b, c);
    if (!reading.date) reading.problem = "there is no such date";
    return reading;
  }
  reading.short_year = pieces[2].text.size() == 2;
  if (!reading.short_year && pieces[2].text.size() != 4) {
    reading.problem = "this is not a date";
    return reading;
  }
  const unsigned century = reading.short_year ? 2000 : 0;
  reading.by_order = {day_of(century + c, b, a), day_of(century + c, a, b),
                      reading.short_year ? day_of(2000 + a, b, c) : std::nullopt};
  const auto& [dmy, mdy, ymd] = reading.by_order;
  if (reading.short_year) {
    reading.problem = "the year has only two digits";
  } else if (dmy && mdy && *dmy != *mdy) {
    reading.problem = "the day and month are ambiguous";
  } else if (!dmy && !mdy) {
    reading.problem = "there is no such date";
  } else {
    reading.date = dmy ? dmy : mdy;
  }
  return reading;
}

// Spreadsheets count days from 30 December 1899. Five digits from 20000 are days from 1954 to 2119.
std::optional<Date> counted_day(std::string_view text) {
  const std::string_view days = text.substr(0, text.find('.'));
  const std::string_view fraction = text.substr(days.size());
  const bool is_count = days.size() == 5 && days.front() >= '2' && days.front() <= '7' &&
                        days.find_first_not_of("0123456789") == days.npos && fraction != "." &&
                        fraction.find_first_not_of("0123456789", 1) == fraction.npos;
  if (!is_count) return std::nullopt;
  int count = 0;
  for (const char digit : days) count = count * 10 + (digit - '0');
  using namespace std::chrono;
  return Date(sys_days{year{1899} / December / 30} + std::chrono::days{count});
}

}  // namespace

std::optional<DateOrder> date_order(std::string_view name) {
  for (std::size_t i = 0; i < order_names.size(); ++i) {
    if (order_names[i] == name) return static_cast<DateOrder>(i);
  }
  return std::nullopt;
}

std::string_view name(DateOrder order) { return order_names[static_cast<std::size_t>(order)]; }

DateReading read_date(std::string_view text) {
  const std::string lower = lower_ascii(trim(text));
  const std::string_view day = without_time(lower);
  const std::vector<Piece> pieces = pieces_of(day);
  if (const auto counted = counted_day(day)) return {.date = counted, .day_count = true};
  const bool only_numbers = day.find_first_not_of("0123456789/.- ") == day.npos;
  if (only_numbers && pieces.size() == 3) return three_numbers(pieces);
  DateReading reading;
  if (only_numbers && pieces.size() == 1 && day.size() == 8 && day.substr(0, 2) >= "19" &&
      day.substr(0, 2) <= "20") {
    reading.date = day_of(pieces[0].number / 10000, pieces[0].number / 100 % 100, pieces[0].number % 100);
  } else if (day.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz,./- ") == day.npos) {
    reading.date = with_month_name(pieces);
  }
  if (reading.date) return reading;
  const bool month_only = pieces.size() == 2 && (pieces[0].text.size() == 4 || pieces[1].text.size() == 4);
  const bool year_only =
      pieces.size() == 1 && day.size() == 4 && (day.starts_with("19") || day.starts_with("20"));
  reading.problem = month_only  ? "the day is missing"
                    : year_only ? "the month and the day are missing"
                                : "this is not a date";
  return reading;
}

std::optional<DateOrder> proven_order(const DateReading& reading) {
  const auto& [dmy, mdy, ymd] = reading.by_order;
  if (reading.short_year || dmy.has_value() == mdy.has_value()) return std::nullopt;
  return dmy ? DateOrder::dmy : DateOrder::mdy;
}

}  // namespace martech_audit::import

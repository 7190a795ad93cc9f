// What a cell of a workbook says, as text: numbers in decimal, days in ISO 8601.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "import/workbook/number_format.h"

namespace martech_audit::import {

// Day 0 of a workbook's counts of days: 1900 has a 29 February in them, as Lotus 1-2-3 had.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

struct CellText {
  std::string text;
  bool plain = false;  // a number alone
};

// "1.5E+3" as "1500", "0.30000000000000004" as "0.3": spreadsheets compute with fifteen digits. What is no
// number comes back unchanged.
CellText number_text(std::string_view number);

// A number in its format: "85%", "12.5 EUR", "2026-01-31", "2026-01-31T14:30:00". A day stands for any format
// of days and times; amounts of money have two decimals, or as many as are shown.
CellText formatted_text(std::string_view number, const NumberFormat& format, DateSystem system);

// The share as a percentage: "0.85" → "85%".
std::string percent_text(std::string_view number);

// "2026-01-31T00:00:00" → "2026-01-31"
std::string day_text(std::string_view iso);

// "PT12H30M05S" → "12:30:05"; what is no duration comes back unchanged.
std::string duration_text(std::string_view iso);

}  // namespace martech_audit::import

// What a number format of a spreadsheet makes of a number: a day, a percentage, an amount of money.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace martech_audit::import {

struct NumberFormat {
  enum class Kind : std::uint8_t { number, percent, day, time, elapsed };

  Kind kind = Kind::number;
  std::string before = {};  // text that is shown around the number: "$", "EUR", "seats"
  std::string after = {};
  std::optional<int> decimals = {};  // those shown of an amount of money
};

// A format code: `dd/mm/yyyy`, `[$€-407]#,##0.00`, `0.0%`. Of several sections the first one counts.
NumberFormat number_format(std::string_view code);

// The words around a number as it is shown: of "$1,200.00" the sign, of "3 months" the unit. None where the
// number is shown scaled, as "12k" for 12000.
NumberFormat shown_format(std::string_view shown, std::string_view number);

// One of those that are known by number alone.
NumberFormat built_in_format(unsigned id);

}  // namespace martech_audit::import

// Every built-in function. To add one: define its record in the file of its theme, declare it here, and give
// it its line in all_functions.cpp.
#pragma once

#include "cel/function.h"

namespace martech_audit::cel::functions {

// conversions.cpp
extern const Function to_bool, to_bytes, to_double, to_dyn, to_int, to_string, to_uint, type_of;
// dates.cpp
extern const Function add_months, to_duration, to_timestamp, get_date, get_day_of_month, get_day_of_week,
    get_day_of_year, get_full_year, get_hours, get_milliseconds, get_minutes, get_month, get_seconds;
// encoders.cpp
extern const Function base64_decode, base64_encode;
// format.cpp
extern const Function format;
// lists.cpp
extern const Function avg, distinct, first, flatten, last, max, min, range, reverse, size, slice, sort, sum;
// numbers.cpp
extern const Function abs, bit_and, bit_not, bit_or, bit_shift_left, bit_shift_right, bit_xor, ceil, floor,
    greatest, is_finite, is_inf, is_nan, least, round, sign, sqrt, trunc;
// optionals.cpp
extern const Function has_value, none, of, of_non_zero_value, or_other, or_value, unwrap, unwrap_opt, value;
// regex.cpp
extern const Function extract, extract_all, matches, regex_replace;
// sets.cpp
extern const Function sets_contains, sets_equivalent, sets_intersects;
// strings.cpp
extern const Function char_at, contains, ends_with, index_of, join, last_index_of, lower_ascii, quote,
    replace, split, starts_with, substring, trim, upper_ascii;

}  // namespace martech_audit::cel::functions

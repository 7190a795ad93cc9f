// What a plain scalar means: the core schema of YAML 1.2.
//
// `plain` is Node::plain(): a quoted scalar is text whatever it looks like, so every reader gives nothing for
// it. `yes`, `no`, `on`, `off` are text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "martech_audit/money.h"

namespace martech_audit {

// Nothing at all, ~, null, Null, NULL.
bool is_null(std::string_view text, bool plain);

// true, True, TRUE, false, False, FALSE.
std::optional<bool> boolean(std::string_view text, bool plain);

// What a reader of YAML 1.1 takes for a boolean and we do not (yes, no, on, off, y, n in their cases): the
// value it would have had, for a message that says so.
std::optional<bool> old_boolean(std::string_view text, bool plain);

// 12, -12, +12, 1_200, 0x1F, 0o17. Nothing where the text is anything else, or exceeds 64 bits.
std::optional<std::int64_t> integer(std::string_view text, bool plain);

// What integer() reads, and what else is a whole number exactly: 1E5, 12.0, 1.5e1. JSON writes numbers so.
std::optional<std::int64_t> whole_number(std::string_view text, bool plain);

// A number, exactly: 1_200.50, .5, 1.25e3, 0x1F. Nothing where it has more digits than a Decimal.
std::optional<Decimal> decimal(std::string_view text, bool plain);

// Any finite number, to the nearest double. Not .inf and .nan.
std::optional<double> real(std::string_view text, bool plain);

// Whether the text is written as a number, which may have too many digits for each of those above.
bool is_number(std::string_view text, bool plain);

}  // namespace martech_audit

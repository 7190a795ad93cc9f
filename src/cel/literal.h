// The values of literals: digits and escapes.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"
#include "martech_audit/value.h"

namespace martech_audit::cel {

// "42", "0x2A", with a '-' before either. Nothing where it is not in the range of int64.
std::optional<Value> integer_literal(std::string_view digits);
// "42u", "0x2AU"
std::optional<Value> unsigned_literal(std::string_view digits);
// ".5", "1.", "1e-3": what is too large is infinite.
Value real_literal(std::string_view digits);

struct Unescaped {
  std::string_view text;
  std::string_view fault;    // empty where there is none
  std::size_t fault_at = 0;  // byte of the body
};

// `body` is what stands between the quotes. In a string \xff and \377 are code points, in bytes they are
// octets.
Unescaped unescape(std::string_view body, bool bytes, Arena& arena);

}  // namespace martech_audit::cel

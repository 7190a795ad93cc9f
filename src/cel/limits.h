// What an expression may cost. Each can be changed in the Environment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace martech_audit::cel {

struct Limits {
  // Bytes of one expression.
  std::size_t expression_length = 64 * 1024;
  // Height of the syntax tree, and so the depth of every recursion over it: at most some 450 bytes of stack a
  // level, for threads that have little.
  std::uint32_t nesting = 150;
  // Messages of one compilation; what comes after is not looked for.
  std::size_t issues = 100;
};

// Lists in lists and the like that the rounds of reduce() may make. All other values are as deep as an
// expression or an inventory is written.
inline constexpr std::uint32_t deepest_grown = 100;

// Bytes of a text that an expression makes: no message, and no list of names, is that long.
inline constexpr std::size_t longest_text = std::size_t{1} << 20;
inline constexpr std::string_view too_long = "the result is too long";

// Nodes that one evaluation may visit; functions take more where their work grows with their arguments.
inline constexpr std::int64_t default_cost_budget = 10'000'000;

}  // namespace martech_audit::cel

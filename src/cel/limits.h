// What an expression may cost. Each can be changed in the Environment.
#pragma once

#include <cstddef>
#include <cstdint>

namespace martech_audit::cel {

struct Limits {
  // Bytes of one expression.
  std::size_t expression_length = 64 * 1024;
  // Height of the syntax tree, and so the depth of every recursion over it.
  std::uint32_t nesting = 250;
  // Messages of one compilation; what comes after is not looked for.
  std::size_t issues = 100;
};

// Nodes that one evaluation may visit; functions take more where their work grows with their arguments.
inline constexpr std::int64_t default_cost_budget = 10'000'000;

}  // namespace martech_audit::cel

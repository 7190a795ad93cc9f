// Calls of functions.
#pragma once

#include "cel/op.h"
#include "cel/signature.h"

namespace martech_audit::cel {

// One overload as it is tried: bit k of masks[i] says that argument i may be of ValueKind k.
struct Candidate {
  Implementation call = nullptr;
  std::span<const std::uint32_t> masks;
};

struct CallOp : Op {
  std::span<const Op* const> arguments;
  std::span<const Candidate> candidates;  // those the checker left, in the order of the function's table
  const void* prepared = nullptr;
  std::string_view name;
};

Candidate make_candidate(const Signature& signature, Arena& arena);

Value run_call(const Op& op, Frame& frame);  // CallOp

// a.or(b) and a.orValue(b) of a CallOp with two arguments: b is asked only where a has no value.
Value run_or_other(const Op& op, Frame& frame);
Value run_or_value(const Op& op, Frame& frame);

// An evaluation that is an error from the start: ConstantOp with the message as a string.
Value run_failure(const Op& op, Frame& frame);

}  // namespace martech_audit::cel

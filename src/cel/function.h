// Function: one function of the language, built in or of the host, as a record in a table.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "martech_audit/value.h"

namespace martech_audit::cel {

class Environment;

// What a function may use beside its arguments.
struct CallContext {
  Arena& arena;          // what the result points to must live here, in the arguments or for ever
  const void* host;      // Activation::host
  std::int64_t& budget;  // functions whose work grows with their arguments take from it
  std::uint32_t offset;  // of the call in the expression
  const Environment& environment;
  const void* prepared;  // what `prepare` made; null where it was not called

  Value error(std::string_view message) const;  // copies the message
  void charge(std::size_t cost) const { budget -= static_cast<std::int64_t>(cost); }
};

// Arguments come as the signature says (the receiver first), never an error and unknown only where the
// overload takes it. A parameter typed dyn or by a letter may be any value.
using Implementation = Value (*)(const CallContext& context, std::span<const Value> arguments);

// Work on a constant argument that is done once, when the expression is compiled: a regular expression, say.
struct Prepared {
  std::shared_ptr<const void> data;
  std::string fault;  // what is wrong with the constant; compiling fails with it
};
using Prepare = Prepared (*)(const Value& constant);

struct Overload {
  // "size(string) -> int", "string.charAt(int) -> string" (with a receiver), "math.greatest(int...) -> int"
  // (one or more), "list(T).first() -> optional_type(T)".
  std::string_view signature;
  Implementation call;
  bool takes_unknown = false;  // else an unknown argument makes the result unknown
};

struct Function {
  std::string_view name;  // with its namespace: "math.greatest"
  std::span<const Overload> overloads;
  std::string_view summary;  // one clause for people
  std::string_view example;  // an expression
  std::string_view result;   // what the example gives, as to_text prints it
  Prepare prepare = nullptr;
  std::uint8_t prepared_argument = 0;  // which argument `prepare` reads; the receiver is 0
};

}  // namespace martech_audit::cel

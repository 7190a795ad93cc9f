// Small things that several functions need.
#pragma once

#include <string>
#include <string_view>

#include "cel/function.h"
#include "cel/limits.h"

namespace martech_audit::cel::functions {

using Arguments = std::span<const Value>;

// Takes the cost; false where the budget is spent, and whatever is given back is not used.
inline bool afford(const CallContext& context, std::size_t cost) {
  context.charge(cost);
  return context.budget >= 0;
}

// What a conversion to the type that the value has already gives.
inline Value same(const CallContext&, Arguments arguments) { return arguments[0]; }

// Text made by the function, kept in the arena and charged for.
// Text that grows in a loop is asked now and then whether it is longer than a result may be.
inline bool is_too_long(std::string_view text) { return text.size() > longest_text; }

inline Value string_result(const CallContext& context, std::string_view text) {
  if (is_too_long(text)) return context.error(std::string(too_long));
  context.charge(text.size() / 16);
  return Value::string(context.arena.copy(text));
}

inline Value list_result(const CallContext& context, std::span<const Value> items) {
  context.charge(items.size());
  return Value::list(context.arena.copy(items));
}

inline Value some(const CallContext& context, const Value& content) {
  return Value::optional(context.arena.copy(content));
}

}  // namespace martech_audit::cel::functions

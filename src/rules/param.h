// Parameters: their types, defaults, ranges, and what users set.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "martech_audit/diagnostic.h"
#include "rules/benchmarks.h"
#include "rules/draft.h"

namespace martech_audit::rules {

// Reads default, min and max by the parameter's type; both `standard` and `value` become the default, or what
// the benchmark gives that it names. Texts stay views into the document.
void settle_standard(ParamDraft& draft, Benchmarks& benchmarks, Diagnostics& diagnostics);

// The value in force for an organisation of that size; empty: of no size that is known.
const Value& value_for(const Param& param, std::string_view size);

// The value that a user's text gives the parameter, kept in `arena`; else what is wrong with it.
struct ParamValue {
  std::optional<Value> value;
  std::string fault;
};
ParamValue read_param(const Param& param, std::string_view text, Arena& arena);

// As a pack would write it: 0.9, 90, true, text without quotes.
std::string param_text(const Value& value);

}  // namespace martech_audit::rules

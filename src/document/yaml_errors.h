// What yaml-cpp says is wrong, in words that tell what to write instead.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/tree_builder.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit {

// `message` and `offset` are the exception's; `builder` shows what was open, and `resume` is the end of the
// last thing that was read before it.
Diagnostic explain_yaml_error(const Source& source, std::string_view message, std::uint32_t offset,
                              const TreeBuilder& builder, std::uint32_t resume);

// For the quote at `begin`.
Diagnostic unclosed_quote_error(const Source& source, std::size_t begin);

}  // namespace martech_audit

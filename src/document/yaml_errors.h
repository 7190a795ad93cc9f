// What yaml-cpp says is wrong, in words that tell what to write instead.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/tree_builder.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit {

// `message` and `offset` are the exception's; `builder` shows what was open, and `resume` is the end of the
// last thing that was read before it.
Diagnostic explain_yaml_error(const SourcePtr& source, std::string_view message, std::uint32_t offset,
                              const TreeBuilder& builder, std::uint32_t resume);

// For the quote at `begin`.
Diagnostic unclosed_quote_error(const SourcePtr& source, std::size_t begin);

// The list or mapping that begins at `begin` lies in more others than a document may have.
Diagnostic too_deep_error(const SourcePtr& source, std::size_t begin);

// A list or mapping where a key should be. The parser takes one whose end is missing for a key as well.
Diagnostic structured_key_error(const SourcePtr& source, std::size_t begin, std::string_view kind);

}  // namespace martech_audit

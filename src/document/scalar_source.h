// From a scalar's text back to its source: which bytes a byte of the text was made from.
//
// Readers keep only where a scalar starts; this reads it again, along with the text it gave, when someone
// asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace martech_audit {

struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The bytes of `source` that byte `offset` of `text` comes from, where `text` is the value of the scalar that
// starts at `begin`: one byte, an escape such as \u00e9, or a line break with what surrounds it. For the end
// of the text, the empty place behind its last byte.
ByteRange scalar_bytes(std::string_view source, std::uint32_t begin, std::string_view text,
                       std::size_t offset);

// One past the scalar: behind its closing quote or its last line's text.
std::uint32_t scalar_end(std::string_view source, std::uint32_t begin, std::string_view text);

}  // namespace martech_audit

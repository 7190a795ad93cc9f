// What a document may be at most. Each limit has its own message; none is reached by an inventory people
// write.
#pragma once

#include <cstddef>
#include <cstdint>

namespace martech_audit::limits {

inline constexpr std::uint64_t file_size = std::uint64_t{256} << 20;  // bytes
inline constexpr std::size_t depth = 100;                             // mappings and lists inside one another
inline constexpr std::size_t nodes = 40'000'000;                      // keys and values of one document
inline constexpr std::size_t scalar_length = std::size_t{256} << 10;  // bytes of one text
inline constexpr std::uint64_t alias_expansion = 100'000;  // nodes that all aliases of a document stand for

// Bytes that YAML's parser may read ahead of the values it reports: it keeps a whole bracketed list in
// memory, at some two hundred times its size, until it knows that the list is not a key.
inline constexpr std::size_t read_ahead = std::size_t{512} << 10;

}  // namespace martech_audit::limits

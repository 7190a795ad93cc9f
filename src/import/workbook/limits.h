// What a workbook may be at most. A small file can unpack to anything; these keep time and memory in step
// with what a list of tools needs. Each limit has its own message.
#pragma once

#include <cstddef>
#include <cstdint>

namespace martech_audit::import::workbook_limits {

inline constexpr std::size_t entries = 10'000;                         // of the archive
inline constexpr std::uint64_t part_size = std::uint64_t{64} << 20;    // bytes of XML of one part
inline constexpr std::uint64_t parts_size = std::uint64_t{256} << 20;  // and of all that are read
inline constexpr std::uint64_t ratio = 100;  // unpacked to packed bytes; sheets have 10 to 40
inline constexpr std::uint64_t ratio_from = std::uint64_t{4} << 20;  // bytes unpacked that nobody minds
inline constexpr std::size_t token_length = std::size_t{1} << 20;    // bytes of one tag with its attributes
// A cell takes a byte of the file at least, and text shrinks to a tenth; repetition makes more of less.
inline constexpr std::size_t cells = 4'000'000;                    // with text, of all sheets
inline constexpr std::size_t cells_at_first = 200'000;             // and one more for each byte of the file
inline constexpr std::size_t text_length = std::size_t{64} << 20;  // bytes of what the cells say
inline constexpr std::size_t text_at_first = std::size_t{4} << 20;
inline constexpr std::size_t text_ratio = 32;  // bytes more for each byte of the file
inline constexpr std::size_t sheets = 1'000;
inline constexpr std::size_t relations = 10'000;  // of one part to others
inline constexpr std::size_t formats = 65'536;    // of cells; Excel allows 65,490

// The last cell of a sheet is XFD1048576.
inline constexpr std::uint32_t rows = 1'048'576;
inline constexpr std::uint32_t columns = 16'384;

}  // namespace martech_audit::import::workbook_limits

#include "martech_audit/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace martech_audit {
namespace {

constexpr std::size_t block_size = 1024;

// Eight bytes at a time.
struct Counts {
  std::uint32_t line_breaks = 0;
  std::uint32_t leads = 0;  // bytes that begin a code point
};

constexpr std::uint64_t in_every_byte(std::uint8_t value) { return 0x0101'0101'0101'0101U * value; }

// A bit for each byte that is a line break: the one byte that stays zero.
constexpr std::uint64_t line_break_bits(std::uint64_t word) {
  const std::uint64_t differs = word ^ in_every_byte('\n');
  const std::uint64_t carried = (differs & in_every_byte(0x7F)) + in_every_byte(0x7F);
  return ~(carried | differs) & in_every_byte(0x80);
}

// A bit for each byte that continues a code point, 10xxxxxx.
constexpr std::uint64_t continuation_bits(std::uint64_t word) {
  return word & ~(word << 1U) & in_every_byte(0x80);
}

// The sum of eight bytes.
constexpr std::uint32_t sum_of_bytes(std::uint64_t word) {
  constexpr std::uint64_t even = 0x00FF'00FF'00FF'00FF;
  const std::uint64_t pairs = (word & even) + ((word >> 8U) & even);
  return static_cast<std::uint32_t>((pairs * 0x0001'0001'0001'0001U) >> 48U);
}

// Of no more than a block, so that no byte of the sums can overflow. Counting lead bytes needs no decoding
// and is right for all text before the first invalid byte, which is the last place a message can be about.
Counts count(std::string_view text) {
  std::uint64_t line_breaks = 0;
  std::uint64_t continuations = 0;
  const auto add = [&](const char* bytes, std::size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, size);
    line_breaks += line_break_bits(word) >> 7U;
    continuations += continuation_bits(word) >> 7U;
  };
  static_assert(block_size / sizeof(std::uint64_t) <= 255);
  const std::size_t words = text.size() - text.size() % sizeof(std::uint64_t);
  for (std::size_t at = 0; at < words; at += sizeof(std::uint64_t))
    add(text.data() + at, sizeof(std::uint64_t));
  add(text.data() + words, text.size() - words);
  return {sum_of_bytes(line_breaks), static_cast<std::uint32_t>(text.size()) - sum_of_bytes(continuations)};
}

}  // namespace

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return fmt::format("{}{}", letters, row);
}

const std::vector<Source::Mark>& Source::marks() const {
  std::call_once(is_marked_, [this] { make_marks(); });
  return marks_;
}

void Source::make_marks() const {
  marks_.reserve(text_.size() / block_size + 1);
  Mark mark;
  marks_.push_back(mark);
  for (std::size_t at = block_size; at <= text_.size(); at += block_size) {
    const std::string_view block = text().substr(at - block_size, block_size);
    const Counts counts = count(block);
    mark.line_breaks += counts.line_breaks;
    mark.code_points += counts.leads;
    if (const auto last = block.rfind('\n'); last != std::string_view::npos) {
      mark.line_start = static_cast<std::uint32_t>(at - block_size + last + 1);
    }
    marks_.push_back(mark);
  }
}

std::uint32_t Source::code_points_before(std::size_t offset) const {
  const std::size_t block = offset / block_size;
  return marks_[block].code_points + count(text().substr(block * block_size, offset % block_size)).leads;
}

Position Source::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const Mark& mark = marks()[offset / block_size];
  const std::string_view before = text().substr(offset - offset % block_size, offset % block_size);
  const auto last = before.rfind('\n');
  const std::size_t start =
      last == std::string_view::npos ? mark.line_start : offset - before.size() + last + 1;
  Position position;
  position.line = 1 + mark.line_breaks + count(before).line_breaks;
  position.column =
      1 + (offset - start < block_size ? count(text().substr(start, offset - start)).leads
                                       : code_points_before(offset) - code_points_before(start));
  return position;
}

std::string Source::place(std::size_t offset) const {
  if (has_lines_) {
    const Position at = position(offset);
    return fmt::format(":{}:{}", at.line, at.column);
  }
  const auto next = std::ranges::upper_bound(cells_, offset, {}, &CellMark::begin);
  if (next == cells_.begin()) return {};
  const CellMark& cell = *std::prev(next);
  return "!" + cell_name(cell.row, cell.column);
}

std::string_view Source::line(std::uint32_t number) const {
  if (number == 0) return {};
  const auto next = std::ranges::lower_bound(marks(), number - 1, {}, &Mark::line_breaks);
  const auto block = static_cast<std::size_t>(std::max(next - marks_.begin() - 1, std::ptrdiff_t{0}));
  std::size_t start = block * block_size;
  for (std::uint32_t breaks = marks_[block].line_breaks; breaks < number - 1; ++breaks) {
    start = text().find('\n', start) + 1;
    if (start == 0) return {};
  }
  std::string_view line = text().substr(number == 1 ? 0 : start);
  const auto end = line.find('\n');
  if (end == std::string_view::npos) return line;
  line = line.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace martech_audit

#include "martech_audit/source.h"

#include <algorithm>
#include <cstddef>

namespace martech_audit {
namespace {

constexpr std::size_t block_size = 1024;

// Counting lead bytes needs no decoding and is right for all text before the first invalid byte, which is the
// last place a message can be about.
std::uint32_t count_leads(std::string_view text) {
  const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), is_lead));
}

std::uint32_t count_line_breaks(std::string_view text) {
  return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

const std::vector<Source::Mark>& Source::marks() const {
  if (!marks_.empty()) return marks_;
  marks_.reserve(text_.size() / block_size + 1);
  Mark mark;
  marks_.push_back(mark);
  for (std::size_t at = block_size; at <= text_.size(); at += block_size) {
    const std::string_view block = text().substr(at - block_size, block_size);
    mark.line_breaks += count_line_breaks(block);
    mark.code_points += count_leads(block);
    if (const auto last = block.rfind('\n'); last != std::string_view::npos) {
      mark.line_start = static_cast<std::uint32_t>(at - block_size + last + 1);
    }
    marks_.push_back(mark);
  }
  return marks_;
}

std::uint32_t Source::code_points_before(std::size_t offset) const {
  const std::size_t block = offset / block_size;
  return marks_[block].code_points + count_leads(text().substr(block * block_size, offset % block_size));
}

Position Source::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const Mark& mark = marks()[offset / block_size];
  const std::string_view before = text().substr(offset - offset % block_size, offset % block_size);
  const auto last = before.rfind('\n');
  const std::size_t start =
      last == std::string_view::npos ? mark.line_start : offset - before.size() + last + 1;
  Position position;
  position.line = 1 + mark.line_breaks + count_line_breaks(before);
  position.column = 1 + code_points_before(offset) - code_points_before(start);
  return position;
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

#include "martech_audit/source.h"

#include <algorithm>

namespace martech_audit {
namespace {

// Minified JSON is one line of megabytes: columns far into it are counted from the nearest block, not from
// the line.
constexpr std::size_t block_size = 4096;

// Counting lead bytes needs no decoding and is right for all text before the first invalid byte, which is the
// last place a message can be about.
std::uint32_t count_leads(std::string_view text) {
  const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), is_lead));
}

std::vector<std::uint32_t> index_lines(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

std::vector<std::uint32_t> index_code_points(std::string_view text) {
  std::vector<std::uint32_t> before{0};
  for (std::size_t at = block_size; at <= text.size(); at += block_size) {
    before.push_back(before.back() + count_leads(text.substr(at - block_size, block_size)));
  }
  return before;
}

}  // namespace

const std::vector<std::uint32_t>& Source::line_starts() const {
  if (line_starts_.empty()) {
    code_points_ = index_code_points(text_);
    line_starts_ = index_lines(text_);
  }
  return line_starts_;
}

std::uint32_t Source::code_points_before(std::size_t offset) const {
  const std::size_t block = offset / block_size;
  return code_points_[block] + count_leads(text().substr(block * block_size, offset % block_size));
}

Position Source::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto& starts = line_starts();
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::size_t start = *(next - 1);
  Position position;
  position.line = static_cast<std::uint32_t>(next - starts.begin());
  position.column = 1 + (offset - start < block_size ? count_leads(text().substr(start, offset - start))
                                                     : code_points_before(offset) - code_points_before(start));
  return position;
}

std::string_view Source::line(std::uint32_t number) const {
  const auto& starts = line_starts();
  if (number == 0 || number > starts.size()) return {};
  const std::size_t start = starts[number - 1];
  std::string_view line = text();
  if (number < starts.size()) line = line.substr(0, starts[number] - 1);
  line.remove_prefix(start);
  if (number < starts.size() && line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace martech_audit

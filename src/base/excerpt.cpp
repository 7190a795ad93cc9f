#include "base/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace martech_audit {
namespace {

constexpr std::size_t max_columns = 100;
constexpr std::size_t columns_before_mark = 60;
// A line may be megabytes long: only these bytes around the mark are looked at.
constexpr std::size_t bytes_before_mark = 512;
constexpr std::size_t bytes_after_mark = 1024;

// One code point (or invalid byte) as it is shown.
struct Cell {
  std::size_t offset;  // in the line
  std::string shown;
  std::size_t width;
};

struct Row {
  std::vector<Cell> cells;
  bool cut_left = false;
  bool cut_right = false;
};

struct Mark {
  std::size_t first;  // cells [first, last) are marked
  std::size_t last;
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Moves to the start of the code point, if this is one: invalid text may have no start.
std::size_t align(std::string_view line, std::size_t at) {
  std::size_t aligned = at;
  for (int i = 0; i < 3 && aligned > 0 && aligned < line.size() && is_continuation(line[aligned]); ++i)
    --aligned;
  std::size_t next = aligned;
  if (aligned < line.size()) next_code_point(line, next);
  return next > at ? aligned : at;
}

Row split(std::string_view line, std::size_t begin) {
  Row row;
  std::size_t at = begin > bytes_before_mark ? align(line, begin - bytes_before_mark) : 0;
  const std::size_t end = std::min(line.size(), begin + bytes_after_mark);
  row.cut_left = at > 0;
  while (at < end) {
    const std::size_t start = at;
    next_code_point(line, at);
    std::string shown = escape_controls(line.substr(start, at - start));
    const std::size_t width = display_width(shown);
    row.cells.push_back({start, std::move(shown), width});
  }
  row.cut_right = at < line.size();
  return row;
}

std::size_t width_of(const Row& row, std::size_t first, std::size_t last) {
  std::size_t width = 0;
  for (std::size_t i = first; i < last; ++i) width += row.cells[i].width;
  return width;
}

Mark find_mark(const Row& row, std::size_t begin, std::size_t end) {
  const auto is_before = [](const Cell& cell, std::size_t offset) { return cell.offset < offset; };
  const auto at = [&](std::size_t offset) {
    const auto found = std::lower_bound(row.cells.begin(), row.cells.end(), offset, is_before);
    return static_cast<std::size_t>(found - row.cells.begin());
  };
  Mark mark{at(begin), at(end)};
  mark.last = std::max(mark.last, std::min(mark.first + 1, row.cells.size()));
  return mark;
}

void drop_cells_before(Row& row, std::size_t first, Mark& mark) {
  if (first == 0) return;
  row.cells.erase(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(first));
  row.cut_left = true;
  mark.first -= first;
  mark.last -= first;
}

void drop_cells_from(Row& row, std::size_t last, Mark& mark) {
  if (last == row.cells.size()) return;
  row.cells.resize(last);
  row.cut_right = true;
  mark.last = std::min(mark.last, last);
}

// Keeps about a hundred columns with the start of the mark among them.
void cut(Row& row, Mark& mark) {
  if (!row.cut_left && !row.cut_right && width_of(row, 0, row.cells.size()) <= max_columns) return;
  std::size_t first = mark.first;
  std::size_t columns = 0;
  while (first > 0 && columns + row.cells[first - 1].width <= columns_before_mark)
    columns += row.cells[--first].width;
  // A combining mark without its letter would sit on the ellipsis.
  while (first > 0 && first < mark.first && row.cells[first].width == 0) ++first;
  drop_cells_before(row, first, mark);

  std::size_t last = 0;
  columns = 0;
  while (last < row.cells.size() && columns + row.cells[last].width <= max_columns)
    columns += row.cells[last++].width;
  drop_cells_from(row, last, mark);
}

std::string shown(const Row& row) {
  std::string text = row.cut_left ? "…" : "";
  for (const Cell& cell : row.cells) text += cell.shown;
  if (row.cut_right) text += "…";
  return text;
}

std::string underline(const Row& row, const Mark& mark) {
  const std::size_t indent = width_of(row, 0, mark.first) + (row.cut_left ? 1 : 0);
  const std::size_t length = std::max<std::size_t>(1, width_of(row, mark.first, mark.last));
  return std::string(indent, ' ') + "^" + std::string(length - 1, '~');
}

}  // namespace

std::size_t gutter_width(std::uint32_t number) {
  return std::max<std::size_t>(5, fmt::formatted_size("{}", number)) + 1;
}

std::string excerpt(const Location& where) {
  const std::uint32_t number = where.source->position(where.begin).line;
  const std::string_view line = where.source->line(number);
  const auto start = static_cast<std::size_t>(line.data() - where.source->text().data());
  const std::size_t begin = std::min(std::max<std::size_t>(where.begin, start) - start, line.size());
  const std::size_t end = std::min(std::max<std::size_t>(where.end, start + begin) - start, line.size());

  Row row = split(line, begin);
  Mark mark = find_mark(row, begin, end);
  cut(row, mark);
  const std::string text = shown(row);
  const std::size_t gutter = gutter_width(number);
  return fmt::format("{:>{}} |{}{}\n{:{}}| {}\n", number, gutter - 1, text.empty() ? "" : " ", text, "",
                     gutter, underline(row, mark));
}

}  // namespace martech_audit

#include "base/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/command_guard.h"
#include "base/text.h"

namespace martech_audit {
namespace {

constexpr std::size_t widest = 102;
// A line may be megabytes long: only these bytes around the mark are looked at.
constexpr std::size_t bytes_before_mark = 512;
constexpr std::size_t bytes_after_mark = 1024;

// What a terminal draws as one character, or an invalid byte, as it is shown.
struct Cell {
  std::size_t offset;  // in the line
  std::string shown;
  std::size_t width;
};

struct Row {
  std::vector<Cell> cells;
  std::size_t end = 0;  // of the last cell, in the line
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

Row split(std::string_view line, std::size_t begin, const ShowCharacter& shown) {
  Row row;
  std::size_t at = begin > bytes_before_mark ? align(line, begin - bytes_before_mark) : 0;
  const std::size_t end = std::min(line.size(), begin + bytes_after_mark);
  row.cut_left = at > 0;
  CommandGuard guard = CommandGuard::within_line();
  while (at < end) {
    const std::size_t start = at;
    next_character(line, at);
    std::string text;
    guard.append(text, shown(line.substr(start, at - start)));
    const std::size_t width = display_width(text);
    row.cells.push_back({start, std::move(text), width});
  }
  row.end = at;
  row.cut_right = at < line.size();
  return row;
}

std::size_t width_of(const Row& row, std::size_t first, std::size_t last) {
  std::size_t width = 0;
  for (std::size_t i = first; i < last; ++i) width += row.cells[i].width;
  return width;
}

Mark find_mark(const Row& row, std::size_t begin, std::size_t end) {
  const auto count = [&](auto is_counted) {
    return static_cast<std::size_t>(std::ranges::partition_point(row.cells, is_counted) - row.cells.begin());
  };
  // The character that holds the byte; beyond the last one for the end of the line.
  std::size_t first = count([&](const Cell& cell) { return cell.offset <= begin; });
  if (first > 0 && begin < row.end) --first;
  Mark mark{first, count([&](const Cell& cell) { return cell.offset < end; })};
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

// Keeps `columns`, an ellipsis at both ends included, with the start of the mark among them.
void cut(Row& row, Mark& mark, std::size_t columns, std::size_t ellipsis) {
  if (!row.cut_left && !row.cut_right && width_of(row, 0, row.cells.size()) <= columns) return;
  columns -= std::min(columns, 2 * ellipsis);
  std::size_t first = mark.first;
  std::size_t used = 0;
  while (first > 0 && used + row.cells[first - 1].width <= columns * 3 / 5) used += row.cells[--first].width;
  drop_cells_before(row, first, mark);

  std::size_t last = 0;
  used = 0;
  while (last < row.cells.size() && used + row.cells[last].width <= columns) used += row.cells[last++].width;
  drop_cells_from(row, last, mark);
}

std::string underline(const MarkedLine& line) {
  const std::size_t length = std::max<std::size_t>(1, display_width(line.mark));
  return std::string(display_width(line.before), ' ') + "^" + std::string(length - 1, '~');
}

std::string joined(const Row& row, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += row.cells[i].shown;
  return text;
}

}  // namespace

MarkedLine marked_line(std::string_view line, std::size_t begin, std::size_t end, std::size_t columns,
                       const ShowCharacter& shown) {
  Row row = split(line, begin, shown);
  Mark mark = find_mark(row, begin, end);
  const std::string ellipsis = shown("…");
  cut(row, mark, columns, display_width(ellipsis));
  return {(row.cut_left ? ellipsis : "") + joined(row, 0, mark.first), joined(row, mark.first, mark.last),
          joined(row, mark.last, row.cells.size()) + (row.cut_right ? ellipsis : "")};
}

std::size_t gutter_width(std::uint32_t number) {
  return std::max<std::size_t>(5, fmt::formatted_size("{}", number)) + 1;
}

std::string excerpt(const Location& where) {
  const bool has_lines = where.source->has_lines();
  if (!has_lines && where.source->place(where.begin).empty()) return {};
  const std::uint32_t number = where.source->position(where.begin).line;
  const std::string_view line = where.source->line(number);
  if (!has_lines && line.empty()) return {};
  const auto start = static_cast<std::size_t>(line.data() - where.source->text().data());
  const std::size_t begin = std::min(std::max<std::size_t>(where.begin, start) - start, line.size());
  const std::size_t end = std::min(std::max<std::size_t>(where.end, start + begin) - start, line.size());

  const MarkedLine shown = marked_line(line, begin, end, widest, escape_controls);
  const std::string text = shown.before + shown.mark + shown.after;
  const std::size_t gutter = gutter_width(has_lines ? number : 1);
  const std::string label = has_lines ? fmt::format("{}", number) : std::string();
  return fmt::format("{:>{}} |{}{}\n{:{}}| {}\n", label, gutter - 1, text.empty() ? "" : " ", text, "",
                     gutter, underline(shown));
}

}  // namespace martech_audit

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/text.h"
#include "report/text/parts.h"
#include "report/text/text_page.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t between = 2;  // columns of a table
constexpr std::size_t narrowest_bar = 8;
constexpr std::size_t fewest_columns = 21;  // for words, where there are as many

std::string plain(const Text& text) {
  std::string words;
  for (const Span& span : text) words += span.text;
  return words;
}

// A block for each height; where there are more than `width`, for every so many.
std::string sparkline(const std::vector<double>& heights, std::size_t width) {
  constexpr std::array<std::string_view, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const std::size_t count = std::min(heights.size(), width);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const double height = std::clamp(heights[i * heights.size() / count], 0.0, 1.0);
    text += blocks[std::min<std::size_t>(7, static_cast<std::size_t>(height * 8))];
  }
  return text;
}

Text drawn(const Bar& bar, std::size_t width) {
  Text text;
  std::size_t from = 0;
  double sum = 0;
  for (const Bar::Segment& segment : bar.segments) {
    sum = std::clamp(sum + segment.share, 0.0, 1.0);
    // Halves of a cell count, whatever sums lose; what is something has a cell at least.
    const std::size_t least = std::min(width, from + (segment.share > 0 ? 1 : 0));
    const auto end =
        std::max(least, static_cast<std::size_t>(std::lround(sum * static_cast<double>(width) + 1e-9)));
    const Span mark = mark_of(segment.part);
    text.push_back({repeated(mark.text, end - from), mark.ink});
    from = end;
  }
  const Span rest = mark_of(Part::rest);
  text.push_back({repeated(rest.text, width - from), rest.ink});
  return text;
}

}  // namespace

// Columns of the terminal for each column of the table; 0 for those that are not shown.
struct TextPage::Layout {
  std::vector<std::size_t> widths;
  std::size_t last = 0;  // the last column, which goes on in further lines where it is text
};

TextPage::Layout TextPage::layout_of(const Table& block, std::size_t count) const {
  Layout layout{std::vector<std::size_t>(block.columns.size())};
  std::vector<std::size_t>& widths = layout.widths;
  for (std::size_t i = 0; i < widths.size() && block.titles_in_text; ++i)
    widths[i] = canvas_.width_of(block.columns[i].title);
  for (std::size_t row = 0; row < count; ++row) {
    const std::vector<Cell> cells = block.row(row);
    for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i)
      widths[i] = std::max(widths[i], canvas_.width_of(plain(cells[i].text)));
  }
  std::size_t taken = 2;
  std::optional<std::size_t> bar;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const Column& column = block.columns[i];
    if (!is(column.in) || column.kind == ColumnKind::bar) widths[i] = 0;
    if (!is(column.in)) continue;
    layout.last = i;
    if (column.kind == ColumnKind::bar) bar = i;
    if (column.kind != ColumnKind::number)
      widths[i] = std::min(widths[i], std::max(fewest_columns, canvas_.columns() / 3));
    taken += widths[i] + between;
  }
  const std::size_t room = canvas_.columns() - std::min(canvas_.columns(), taken - between);
  if (bar) {
    widths[*bar] = std::min(std::max(room, narrowest_bar), block.columns[*bar].widest);
  } else if (block.columns.front().kind == ColumnKind::name && widths.size() == 2) {
    widths.front() += room;  // a figure beside each name: at the edge
  }
  return layout;
}

void TextPage::write_row(const Table& block, const std::vector<Cell>& cells, const Layout& layout) {
  Text line;
  std::string blanks;  // no line ends with any
  std::size_t at = 0;
  const bool goes_on = block.columns[layout.last].kind == ColumnKind::text;
  for (std::size_t i = 0; i < std::min(cells.size(), block.columns.size()); ++i) {
    const std::size_t width = layout.widths[i];
    if (width == 0) continue;
    const Cell& cell = cells[i];
    Text content = cell.bar ? drawn(*cell.bar, width) : cell.text;
    if (!cell.profile.empty()) content = {{sparkline(cell.profile, width)}};
    std::string words = plain(content);
    if (canvas_.width_of(words) > width && !(goes_on && i == layout.last)) {
      words = canvas_.cell(words, width);
      content = {{words, content.front().ink}};
    }
    const std::size_t used = canvas_.width_of(words);
    const std::string padding(width - std::min(width, used), ' ');
    if (block.columns[i].kind == ColumnKind::number) blanks += padding;
    if (used > 0) {
      line.push_back({std::exchange(blanks, "")});
      line.insert(line.end(), content.begin(), content.end());
    }
    if (block.columns[i].kind != ColumnKind::number) blanks += padding;
    blanks.append(between, ' ');
    if (i < layout.last) at += width + between;
  }
  goes_on ? canvas_.paragraph(2, line, at) : canvas_.line(2, line);
}

void TextPage::write(const Table& block) {
  const std::size_t count = shown(block.most, block.size);
  const Layout layout = layout_of(block, count);
  if (block.titles_in_text) {
    std::vector<Cell> titles;
    for (const Column& column : block.columns) titles.push_back({.text = {{column.title, Ink::faint}}});
    write_row(block, titles, layout);
  }
  for (std::size_t i = 0; i < count; ++i) write_row(block, block.row(i), layout);
  write_rest(block.size - count, block.noun);
}

}  // namespace martech_audit::report

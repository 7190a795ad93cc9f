#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/text/sections.h"
#include "report/text/wrap.h"

namespace martech_audit::report {
namespace {

// A line may be megabytes long: only these code points around the mark are looked at.
constexpr std::uint32_t before_mark = 200;
constexpr std::uint32_t after_mark = 400;

// A source line as it is shown, in three parts of which the middle one is marked.
struct Marked {
  std::string before;
  std::string mark;
  std::string after;
  bool cut_left = false;
};

Marked mark_columns(const Canvas& canvas, const Place& place) {
  Marked line;
  std::uint32_t column = 1;
  for (std::size_t at = 0; at < place.snippet.size() && column < place.column + after_mark; ++column) {
    const std::size_t start = at;
    next_code_point(place.snippet, at);
    if (column + before_mark < place.column) {
      line.cut_left = true;
      continue;
    }
    const bool is_before = column < place.column;
    const bool is_marked = !is_before && (column < place.end_column || column == place.column);
    std::string& part = is_before ? line.before : is_marked ? line.mark : line.after;
    part += canvas.shown(place.snippet.substr(start, at - start));
  }
  return line;
}

// Drops what is left of the mark until the mark begins in the left two thirds of `columns`.
void shift(Marked& line, std::size_t columns) {
  const std::size_t width = display_width(line.before);
  const std::size_t most = columns * 2 / 3;
  const std::size_t whole = width + display_width(line.mark) + display_width(line.after);
  if (width <= most || (whole <= columns && !line.cut_left)) return;
  std::size_t dropped = fitting(line.before, width - most);
  if (display_width(line.before.substr(dropped)) > most) next_code_point(line.before, dropped);
  line.before.erase(0, dropped);
  line.cut_left = true;
}

}  // namespace

void write_snippet(Canvas& canvas, std::size_t indent, const Place& place) {
  if (place.path.empty()) return;
  canvas.paragraph(indent + 2, {{fmt::format("{}:{}:{}", place.path, place.line, place.column), Ink::faint}},
                   2);
  if (place.snippet.empty()) return;
  const std::string number = fmt::format("{}", place.line);
  const std::size_t gutter = std::max<std::size_t>(5, number.size());
  const std::size_t columns = canvas.columns() - std::min(canvas.columns(), indent + gutter + 3);
  Marked line = mark_columns(canvas, place);
  shift(line, columns);
  if (line.cut_left) line.before.insert(0, canvas.shown("…"));

  const std::size_t room = columns - std::min(columns, display_width(line.before));
  const std::size_t length =
      std::clamp<std::size_t>(display_width(line.mark), 1, std::max<std::size_t>(1, room));
  canvas.line(indent, {{fmt::format("{:>{}} | ", number, gutter), Ink::faint},
                       {line.before + line.mark + line.after}});
  canvas.line(indent, {{fmt::format("{:{}} | ", "", gutter), Ink::faint},
                       {std::string(display_width(line.before), ' ') + "^" + std::string(length - 1, '~'),
                        Ink::medium}});
}

}  // namespace martech_audit::report

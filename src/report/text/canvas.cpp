#include "report/text/canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "report/text/wrap.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t narrowest = 16;       // columns of text, whatever stands beside it
constexpr std::size_t gutter = 2;           // between text and what stands flush right
constexpr std::size_t longest_text = 4000;  // bytes of one text that are looked at

std::string_view colour_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
    case Ink::mark:
      return "";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::faint:
    case Ink::code:
      return "\x1b[2m";
    case Ink::good:
      return "\x1b[1;32m";
    case Ink::critical:
      return "\x1b[1;35m";
    case Ink::high:
      return "\x1b[1;31m";
    case Ink::medium:
      return "\x1b[33m";
    case Ink::low:
      return "\x1b[36m";
    case Ink::info:
      return "\x1b[34m";
  }
  return "";
}

std::size_t width_of_line(const Text& line) {
  std::size_t width = 0;
  for (const Span& span : line) width += display_width(span.text);
  return width;
}

// Cuts a line of shown text to `columns`, with `mark` at its end where anything is lost.
Text cut(const Text& line, std::size_t columns, const std::string& mark) {
  if (width_of_line(line) <= columns) return line;
  const std::size_t room = columns - std::min(columns, display_width(mark));
  std::size_t used = 0;
  Text kept;
  for (const Span& span : line) {
    const std::size_t bytes = fitting(span.text, room - used);
    kept.push_back({span.text.substr(0, bytes), span.ink});
    used += display_width(kept.back().text);
    if (bytes < span.text.size()) break;
  }
  kept.push_back({mark});
  return kept;
}

// Sets `aside` flush right of a line that has `columns` for itself.
void set_beside(Text& line, std::size_t columns, const Text& aside) {
  if (aside.empty()) return;
  line.push_back({std::string(columns - std::min(columns, width_of_line(line)) + gutter, ' ')});
  line.insert(line.end(), aside.begin(), aside.end());
}

}  // namespace

std::string repeated(std::string_view mark, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += mark;
  return text;
}

std::string Canvas::shown(std::string_view text) const {
  const bool too_long = text.size() > longest_text;
  std::string safe = escape_controls(too_long ? text.substr(0, fitting(text, longest_text / 4)) : text);
  if (too_long) safe += "…";
  if (safe.starts_with("::"))
    safe.replace(1, 1, "\\x3a");  // it may begin a line, where a CI service obeys it
  return style_.unicode ? safe : to_ascii(safe);
}

Text Canvas::shown(const Text& text) const {
  Text safe;
  for (const Span& span : text) safe.push_back({shown(span.text), span.ink});
  return safe;
}

Canvas::Room Canvas::room_for(std::size_t indent, const Text& aside) const {
  const std::size_t room = std::max(narrowest, style_.width - std::min(style_.width, indent));
  const std::size_t beside = aside.empty() ? 0 : width_of_line(aside) + gutter;
  return {room > beside + narrowest ? room - beside : std::min(room, narrowest), room};
}

std::size_t Canvas::width_of(std::string_view text) const { return display_width(shown(text)); }

std::string Canvas::padded(std::string_view text, std::size_t columns) const {
  const std::size_t width = width_of(text);
  std::string out(text);
  out.append(columns - std::min(columns, width), ' ');
  return out;
}

std::string Canvas::cell(std::string_view text, std::size_t columns) const {
  std::string out;
  for (const Span& span : cut({{shown(text)}}, columns, shown(std::string_view("…")))) out += span.text;
  return padded(out, columns);
}

void Canvas::put(std::size_t indent, const Text& line) {
  std::string out;
  if (std::exchange(gap_wanted_, false)) out += '\n';
  started_ = true;
  out.append(line.empty() ? 0 : indent, ' ');
  for (const Span& span : line) {
    const std::string_view colour = style_.colour ? colour_of(span.ink) : "";
    out += colour;
    out += span.text;
    if (!colour.empty()) out += "\x1b[0m";
  }
  out += '\n';
  sink_(out);
}

void Canvas::heading(std::string_view title) {
  constexpr std::size_t lead = 3;
  gap();
  const std::size_t used = lead + width_of(title) + 1;
  if (!style_.unicode || used + lead > style_.width) return paragraph(0, {{std::string(title), Ink::strong}});
  line(0, {{"── ", Ink::faint},
           {std::string(title), Ink::strong},
           {" " + repeated("─", style_.width - used), Ink::faint}});
}

void Canvas::paragraph(std::size_t indent, const Text& text, std::size_t hang) {
  row(indent, text, {}, hang);
}

void Canvas::row(std::size_t indent, const Text& left, const Text& right, std::size_t hang) {
  const Text aside = shown(right);
  const Room room = room_for(indent, aside);
  const std::size_t rest = room.whole > hang + narrowest ? room.whole - hang : narrowest;
  std::vector<Text> lines = wrap(shown(left), room.beside, rest);
  set_beside(lines.front(), room.beside, aside);
  put(indent, lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i) put(indent + hang, lines[i]);
}

void Canvas::branch(std::size_t indent, std::string_view lead, std::string_view stem, const Text& text) {
  const auto room = [&](std::string_view before) { return room_for(indent + width_of(before), {}).whole; };
  std::string before = shown(lead);
  for (Text& line : wrap(shown(text), room(lead), room(stem))) {
    if (!before.empty()) line.insert(line.begin(), {before, Ink::faint});
    put(indent, line);
    before = shown(stem);
  }
}

void Canvas::line(std::size_t indent, const Text& text, const Text& right) {
  const Text aside = shown(right);
  const Room room = room_for(indent, aside);
  Text out = cut(shown(text), room.beside, shown(std::string_view("…")));
  set_beside(out, room.beside, aside);
  put(indent, out);
}

}  // namespace martech_audit::report

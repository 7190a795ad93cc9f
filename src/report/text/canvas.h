// A page of text for a terminal: wrapped to its width, coloured, and safe.
//
// Everything printed passes through here, so no control character of an inventory can reach the terminal, and
// no section needs to know whether the terminal takes colour or anything beyond ASCII: sections write
// Unicode, the canvas folds it where it must ("–" to "-", "█" to "#", other characters to \u{…}). Width is
// display width.
#pragma once

#include <string>
#include <string_view>

#include "martech_audit/reporter.h"
#include "report/page/words.h"

namespace martech_audit::report {

class Canvas {
 public:
  Canvas(const ReportStyle& style, const Sink& sink) : style_(style), sink_(sink) {}

  std::size_t columns() const { return style_.width; }

  // An empty line; never two together, none before the first line.
  void gap() { gap_wanted_ = started_; }
  // A title after an empty line, with a rule to the edge where the terminal can draw one.
  void heading(std::string_view title);
  // Wrapped at spaces; further lines are indented by `hang` more than the first. Words longer than a line are
  // cut.
  void paragraph(std::size_t indent, const Text& text, std::size_t hang = 0);
  // The same, with `right` flush right on the first line.
  void row(std::size_t indent, const Text& left, const Text& right, std::size_t hang = 0);
  // Wrapped, with `lead` before the first line and `stem` before the others.
  void branch(std::size_t indent, std::string_view lead, std::string_view stem, const Text& text);
  // As one line: what does not fit is cut, and a mark shows it.
  void line(std::size_t indent, const Text& text, const Text& right = {});
  // Columns that `text` will use.
  std::size_t width_of(std::string_view text) const;
  // `text` with spaces added up to `columns`.
  std::string padded(std::string_view text, std::size_t columns) const;
  // Cut, with a mark, or padded to exactly `columns`.
  std::string cell(std::string_view text, std::size_t columns) const;
  // As it will be shown; of very long texts only the beginning.
  std::string shown(std::string_view text) const;

 private:
  struct Room {
    std::size_t beside;  // columns for a line with something flush right
    std::size_t whole;
  };
  Room room_for(std::size_t indent, const Text& aside) const;
  Text shown(const Text& text) const;
  void put(std::size_t indent, const Text& line);

  const ReportStyle& style_;
  const Sink& sink_;
  bool started_ = false;
  bool gap_wanted_ = false;
};

// `mark` so many times: bars are made of it.
std::string repeated(std::string_view mark, std::size_t times);

}  // namespace martech_audit::report

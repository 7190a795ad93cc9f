// Source: a named text, and places in it.
//
// Every message points at bytes of a Source. Offsets count bytes from the start of `text()`; lines and
// columns are 1-based and columns count code points, as editors do. A byte-order mark is not part of the
// text. Nothing of a Source changes for its users, so that threads may share one.
//
// People find a place in a text by line and column. Of a sheet they know cells: a Source can be made of what
// its cells say, and then calls its places by them.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace martech_audit {

// Where people find a byte: both count from 1, columns in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

// Where the text of a cell begins in a Source made of cells; rows and columns count from 1.
struct CellMark {
  std::uint32_t begin = 0;
  std::uint32_t row = 1;
  std::uint32_t column = 1;
};

// "AB12" for row 12 and column 28.
std::string cell_name(std::uint32_t row, std::uint32_t column);

// Neither copied nor moved, since places refer to it; kept by SourcePtr. Texts have less than 4 GiB.
class Source {
 public:
  // `name` is how messages call it: the path as the user gave it, or "<stdin>". No file is opened: whoever
  // makes a Source has read the text, in UTF-8 and without a byte-order mark.
  Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}
  // Of cells, by where they begin, each on lines of its own; without any, of a file that people see no text
  // of.
  Source(std::string name, std::string text, std::vector<CellMark> cells)
      : name_(std::move(name)), text_(std::move(text)), cells_(std::move(cells)), has_lines_(false) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  // Both last as long as the Source.
  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }

  // Any offset is allowed; one past the end is the end. The first call of this or of line() looks through the
  // text once, and other threads wait for it; later ones look at a block of it.
  Position position(std::size_t offset) const;

  // Whether people find places by line and column. Where not, messages show what stands in a cell.
  bool has_lines() const { return has_lines_; }
  const std::vector<CellMark>& cells() const { return cells_; }

  // How messages go on behind name() to call a place: ":12:3", or "!B7" in a sheet; of a sheet, nothing
  // before its first cell.
  std::string place(std::size_t offset) const;

  // Line `number`, from 1, without its line break (LF or CR LF); empty for a line that does not exist. A view
  // of text().
  std::string_view line(std::uint32_t number) const;

 private:
  // What comes before a block of bytes; with one for each line, the marks would outgrow the text.
  struct Mark {
    std::uint32_t line_breaks = 0;
    std::uint32_t code_points = 0;
    std::uint32_t line_start = 0;  // of the line that the block begins in
  };

  const std::vector<Mark>& marks() const;
  void make_marks() const;
  std::uint32_t code_points_before(std::size_t offset) const;

  std::string name_, text_;
  std::vector<CellMark> cells_;
  bool has_lines_ = true;
  mutable std::once_flag is_marked_;
  mutable std::vector<Mark> marks_;  // made when first asked for
};

// How sources are handed about: stages and reports keep what they point into.
using SourcePtr = std::shared_ptr<const Source>;

// Bytes [begin, end) of a Source; no source means "nowhere in particular". It owns the Source with others, so
// that a message can be rendered however long after the file it is about was let go.
struct Location {
  SourcePtr source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  // Whether it is anywhere.
  explicit operator bool() const { return source != nullptr; }
  // The same bytes of the same Source; an equal text elsewhere is another place.
  friend bool operator==(const Location&, const Location&) = default;
};

}  // namespace martech_audit

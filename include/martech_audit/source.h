// Source: a named text, and places in it.
//
// Every message points at bytes of a Source. Offsets count bytes from the start of `text()`; lines and
// columns are 1-based and columns count code points, as editors do. A byte-order mark is not part of the
// text. Nothing of a Source changes for its users, so that threads may share one.
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

// Neither copied nor moved, since places refer to it; kept by SourcePtr. Texts have less than 4 GiB.
class Source {
 public:
  // `name` is how messages call it: the path as the user gave it, or "<stdin>". No file is opened: whoever
  // makes a Source has read the text, in UTF-8 and without a byte-order mark.
  Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  // Both last as long as the Source.
  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }

  // Any offset is allowed; one past the end is the end. The first call of this or of line() looks through the
  // text once, and other threads wait for it; later ones look at a block of it.
  Position position(std::size_t offset) const;

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

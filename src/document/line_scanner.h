// Single-line scalars of YAML for the block reader: where they end, and whether they are simple enough.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/tree_builder.h"

namespace martech_audit {

// A step through the text. Functions that return false mean "give up"; the position is of no use then.
class LineScanner {
 public:
  LineScanner(std::string_view text, TreeBuilder& builder) : text_(text), builder_(builder) {}

  // Looks at the line that starts at `begin`: from here to eol(), its break left out.
  void start_line(std::size_t begin);
  std::size_t eol() const { return eol_; }
  std::size_t next_line() const { return next_line_; }
  bool more() const { return next_line_ < text_.size(); }

  std::size_t at() const { return at_; }
  char peek() const { return at_ < eol_ ? text_[at_] : '\0'; }
  char peek_behind() const { return at_ + 1 < eol_ ? text_[at_ + 1] : '\0'; }
  bool at_end() const { return at_ >= eol_; }
  void skip(std::size_t count) { at_ += count; }
  void skip_blanks() {
    while (at_ < eol_ && text_[at_] == ' ') ++at_;
  }
  // Nothing more but a comment, for which a blank must stand before the '#'.
  bool at_end_or_comment();
  bool at_dash() const { return peek() == '-' && (at_ + 1 == eol_ || text_[at_ + 1] == ' '); }
  bool at_quote() const { return Tree::is_quote(peek()); }

  // Of a plain scalar that starts here in block context; moves to its end, at a ':' or the end of the line or
  // comment.
  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  bool plain_in_block(Span& span);
  // The same in brackets, where ',' and brackets end it too.
  bool plain_in_brackets(Span& span);

  bool add_plain(Span span);
  // What stands behind the quoted scalar that starts here; 0 at the end of the line or where the quote is not
  // closed.
  char behind_quoted() const;
  // Reads a quoted scalar, adds it and moves behind its closing quote.
  bool add_quoted();

 private:
  bool add_escaped(std::size_t begin);

  std::string_view text_;
  TreeBuilder& builder_;
  std::size_t at_ = 0;
  std::size_t eol_ = 0;
  std::size_t next_line_ = 0;
  std::string unescaped_;
};

}  // namespace martech_audit

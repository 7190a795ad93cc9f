// Small steps through YAML source between tokens, for finding what yaml-cpp's events do not say.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace martech_audit {

class SourceCursor {
 public:
  SourceCursor(std::string_view text, std::size_t at) : text_(text), at_(std::min(at, text.size())) {}

  std::size_t at() const { return at_; }
  bool done() const { return at_ >= text_.size(); }
  char peek() const { return done() ? '\0' : text_[at_]; }
  bool at_closing_bracket() const { return peek() == ']' || peek() == '}'; }
  void skip(std::size_t count) { at_ = std::min(at_ + count, text_.size()); }
  void skip_to(std::size_t at) { at_ = std::min(at, text_.size()); }
  void skip_any(std::string_view of) { skip_to(text_.find_first_not_of(of, at_)); }
  void skip_until(std::string_view of) { skip_to(text_.find_first_of(of, at_)); }

  // Blanks, line breaks and comments.
  void skip_space() {
    for (skip_any(" \t\r\n"); peek() == '#'; skip_any(" \t\r\n")) skip_until("\n");
  }

  // An anchor or a tag, if one is here.
  bool skip_property() {
    if (peek() != '&' && peek() != '!') return false;
    skip_until(text_.substr(at_).starts_with("!<") ? ">" : " \t\r\n,[]{}");
    if (peek() == '>') skip(1);
    return true;
  }

  std::size_t column() const { return at_ - line_start(); }
  std::size_t line_start() const {
    const std::size_t line_break = at_ == 0 ? std::string_view::npos : text_.rfind('\n', at_ - 1);
    return line_break == std::string_view::npos ? 0 : line_break + 1;
  }
  std::string_view line() const {
    const std::string_view rest = text_.substr(line_start());
    return rest.substr(0, rest.find_first_of("\r\n"));
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace martech_audit

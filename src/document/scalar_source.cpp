#include "document/scalar_source.h"

#include <algorithm>
#include <charconv>

#include "document/tree.h"

namespace martech_audit {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t utf8_size(std::uint32_t code_point) {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 ? 3 : 4;
}

// Goes through source and text together, one unit (a byte, an escape, a fold) at a time.
class Walk {
 public:
  Walk(std::string_view source, std::uint32_t begin, std::string_view text)
      : source_(source), text_(text), at_(begin), style_(begin < source.size() ? source[begin] : ' ') {
    if (is_quoted()) ++at_;
    if (is_block()) start_block();
  }

  bool is_quoted() const { return style_ == '"' || style_ == '\''; }
  std::size_t at() const { return at_; }
  std::size_t text_at() const { return text_at_; }
  bool done() const { return text_at_ >= text_.size() || at_ >= source_.size(); }

  void step() {
    if (is_block()) return step_block();
    if (breaks_here()) return fold(false);
    if (style_ == '"' && peek() == '\\') return escape();
    take(style_ == '\'' && peek() == '\'' ? 2 : 1, 1);
  }

 private:
  bool is_block() const { return style_ == '|' || style_ == '>'; }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }
  void take(std::size_t source_bytes, std::size_t text_bytes) {
    at_ = std::min(at_ + source_bytes, source_.size());
    text_at_ = std::min(text_at_ + text_bytes, text_.size());
  }
  void skip_blanks() {
    while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
  }
  bool skip_break() {
    if (peek() == '\r' && peek(1) == '\n') ++at_;
    if (peek() != '\n') return false;
    ++at_;
    return true;
  }
  bool breaks_here() const {
    std::size_t ahead = at_;
    while (ahead < source_.size() && is_blank(source_[ahead])) ++ahead;
    return ahead < source_.size() && (source_[ahead] == '\n' || source_[ahead] == '\r');
  }

  // A break with the blanks around it is a space, each further empty line a line feed.
  void fold(bool escaped) {
    std::size_t breaks = 0;
    for (skip_blanks(); skip_break(); skip_blanks()) ++breaks;
    take(0, breaks > 1 ? breaks - 1 : (escaped ? 0 : 1));
  }

  std::uint32_t hex(std::size_t ahead, std::size_t digits) const {
    std::uint32_t value = 0;
    const std::string_view all = source_.substr(std::min(at_ + ahead, source_.size()), digits);
    std::from_chars(all.data(), all.data() + all.size(), value, 16);
    return value;
  }

  void escape_code(std::size_t digits) {
    const std::uint32_t code = hex(2, digits);
    if (digits == 4 && code >= 0xD800 && code < 0xDC00) return take(12, 4);  // JSON's pair of surrogates
    take(2 + digits, utf8_size(code));
  }

  void escape() {
    switch (peek(1)) {
      case '\r':
      case '\n':
        ++at_;
        return fold(true);
      case 'x':
        return escape_code(2);
      case 'u':
        return escape_code(4);
      case 'U':
        return escape_code(8);
      case 'N':
      case '_':
        return take(2, 2);
      case 'L':
      case 'P':
        return take(2, 3);
      default:
        return take(2, 1);
    }
  }

  // The indentation is what the first line with text has more than its text has.
  void start_block() {
    at_ = std::min(source_.find('\n', at_), source_.size() - 1) + 1;
    const std::size_t first = source_.find_first_not_of(" \r\n", at_);
    const std::size_t first_text = text_.find_first_not_of(" \n");
    if (first == std::string_view::npos || first_text == std::string_view::npos) return;
    const auto lead = [](std::string_view all, std::size_t end) {
      const std::size_t line = all.substr(0, end).rfind('\n');
      return line == std::string_view::npos ? end : end - line - 1;
    };
    const std::size_t lead_text = lead(text_, first_text);
    indent_ = std::max(lead(source_, first), lead_text) - lead_text;
    skip_indent();
  }

  void skip_indent() {
    for (std::size_t i = 0; i < indent_ && peek() == ' '; ++i) ++at_;
  }

  void step_block() {
    const std::size_t before = at_;
    if (!skip_break()) return take(1, 1);
    skip_indent();
    if (style_ == '|') return take(0, 1);
    while (at_ > before && skip_break()) skip_indent();
    const std::size_t end = std::min(text_.find_first_not_of('\n', text_at_), text_.size());
    const bool is_space = end == text_at_ && end < text_.size() && text_[end] == ' ';
    take(0, is_space ? 1 : end - text_at_);
  }

  std::string_view source_;
  std::string_view text_;
  std::size_t at_;
  std::size_t text_at_ = 0;
  std::size_t indent_ = 0;
  char style_;
};

}  // namespace

ByteRange scalar_bytes(std::string_view source, std::uint32_t begin, std::string_view text,
                       std::size_t offset) {
  Walk walk(source, begin, text);
  while (!walk.done()) {
    const std::size_t before = walk.at();
    const std::size_t text_before = walk.text_at();
    walk.step();
    if (walk.text_at() > offset) return {narrow(before), narrow(walk.at())};
    if (walk.at() == before && walk.text_at() == text_before) break;
  }
  return {narrow(walk.at()), narrow(walk.at())};
}

std::uint32_t scalar_end(std::string_view source, std::uint32_t begin, std::string_view text) {
  Walk walk(source, begin, text);
  const std::size_t end = scalar_bytes(source, begin, text, text.size()).end;
  if (!walk.is_quoted()) return narrow(end);
  // Trailing blanks, folds and escapes that made no text stand before the closing quote.
  const char quote = source[begin];
  std::size_t at = end;
  while (at < source.size() && source[at] != quote) at += quote == '"' && source[at] == '\\' ? 2 : 1;
  return narrow(std::min(at + 1, source.size()));
}

}  // namespace martech_audit

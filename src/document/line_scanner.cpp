#include "document/line_scanner.h"

#include <array>
#include <cstring>

#include "document/limits.h"
#include "document/tree.h"

namespace martech_audit {
namespace {

// What characters do to a plain scalar.
enum Class : std::uint8_t {
  no_start = 1,   // cannot start one, or may start something else
  block_end = 2,  // may end one in block context
  flow_end = 4,   // ends one in brackets, or may
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (const char c : std::string_view(" \t\r\n,[]{}#&*!|>'\"%@`?:")) {
    classes[static_cast<unsigned char>(c)] |= no_start;
  }
  for (const char c : std::string_view(":#")) classes[static_cast<unsigned char>(c)] |= block_end | flow_end;
  for (const char c : std::string_view(",?[]{}")) classes[static_cast<unsigned char>(c)] |= flow_end;
  return classes;
}

constexpr auto classes = make_classes();

bool is(char c, Class what) { return (classes[static_cast<unsigned char>(c)] & what) != 0; }

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_null_word(std::string_view text) {
  if (text.size() == 1) return text[0] == '~';
  return text.size() == 4 && (text == "null" || text == "Null" || text == "NULL");
}

// The escapes that people write; 0 for others.
char unescape(char c) {
  switch (c) {
    case '"':
      return '"';
    case '\\':
      return '\\';
    case 'n':
      return '\n';
    case 't':
      return '\t';
    default:
      return '\0';
  }
}

}  // namespace

void LineScanner::start_line(std::size_t begin) {
  at_ = begin;
  const auto* found = static_cast<const char*>(std::memchr(text_.data() + begin, '\n', text_.size() - begin));
  eol_ = found == nullptr ? text_.size() : static_cast<std::size_t>(found - text_.data());
  next_line_ = found == nullptr ? text_.size() : eol_ + 1;
  if (eol_ > begin && text_[eol_ - 1] == '\r') --eol_;
}

bool LineScanner::at_end_or_comment() {
  const std::size_t before = at_;
  skip_blanks();
  return at_ == eol_ || (text_[at_] == '#' && at_ > before);
}

bool LineScanner::plain_in_block(Span& span) {
  const char first = peek();
  if (is(first, no_start) || (first == '-' && !is_word(peek_behind()) && peek_behind() != '.')) return false;
  span.begin = at_;
  for (; at_ < eol_; ++at_) {
    const char c = text_[at_];
    if (!is(c, block_end)) continue;
    if (c == ':' && (at_ + 1 == eol_ || text_[at_ + 1] == ' ')) break;
    if (c == '#' && text_[at_ - 1] == ' ') break;
  }
  span.end = at_;
  while (text_[span.end - 1] == ' ') --span.end;
  return span.end - span.begin <= limits::scalar_length;
}

bool LineScanner::plain_in_brackets(Span& span) {
  const char first = peek();
  if (is(first, no_start) || (first == '-' && !is_word(peek_behind()))) return false;
  span.begin = at_;
  for (; at_ < eol_; ++at_) {
    const char c = text_[at_];
    if (!is(c, flow_end)) continue;
    if (c == ',' || c == ']' || c == '}') break;
    if (c != ':') return false;
    const char behind = peek_behind();
    if (behind == ' ') break;
    if (!is_word(behind) && behind != '/') return false;
  }
  span.end = at_;
  while (text_[span.end - 1] == ' ') --span.end;
  return at_ < eol_ && span.end - span.begin <= limits::scalar_length;
}

bool LineScanner::add_plain(Span span) {
  const std::size_t length = span.end - span.begin;
  if (length <= 4 && is_null_word(text_.substr(span.begin, length))) {
    builder_.null(narrow(span.begin), narrow(length));
  } else {
    builder_.slice(narrow(span.begin), narrow(length), true);
  }
  return true;
}

char LineScanner::behind_quoted() const {
  const char quote = text_[at_];
  for (std::size_t at = at_ + 1; at < eol_; ++at) {
    if (quote == '"' && text_[at] == '\\') {
      ++at;
    } else if (text_[at] == quote) {
      const char behind = at + 1 < eol_ ? text_[at + 1] : '\0';
      if (quote == '"' || behind != quote) return behind;
      ++at;
    }
  }
  return '\0';
}

bool LineScanner::add_quoted() {
  const std::size_t begin = at_;
  const char quote = text_[at_++];
  while (at_ < eol_ && text_[at_] != quote && text_[at_] != '\\') ++at_;
  while (at_ < eol_ && quote == '\'' && text_[at_] != quote) ++at_;
  if (at_ >= eol_ || at_ - begin > limits::scalar_length) return false;
  const bool closed = text_[at_] == quote && (quote == '"' || peek_behind() != quote);
  if (!closed) return add_escaped(begin);
  builder_.slice(narrow(begin), narrow(at_ - begin - 1), false);
  ++at_;
  return true;
}

// From the first escape on: '' in single quotes, a backslash in double quotes.
bool LineScanner::add_escaped(std::size_t begin) {
  const char quote = text_[begin];
  unescaped_.assign(text_, begin + 1, at_ - begin - 1);
  for (; at_ < eol_; ++at_) {
    char c = text_[at_];
    const bool escape = quote == '"' ? c == '\\' : c == quote && peek_behind() == quote;
    if (!escape && c == quote) break;
    if (escape) {
      c = quote == '"' ? unescape(peek_behind()) : quote;
      ++at_;
    }
    if (c == '\0') return false;
    unescaped_ += c;
  }
  if (at_ >= eol_ || unescaped_.size() > limits::scalar_length) return false;
  builder_.side(narrow(begin), unescaped_, false);
  ++at_;
  return true;
}

}  // namespace martech_audit

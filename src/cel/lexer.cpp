#include "cel/lexer.h"

#include <string>

#include "base/text.h"
#include "cel/grammar.h"
#include "cel/literal.h"

namespace martech_audit::cel {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }
bool may_be_quoted(char c) { return is_word(c) || c == '.' || c == '-' || c == '/' || c == ' '; }

}  // namespace

Token Lexer::make(TokenKind kind, std::size_t begin, std::string_view text) const {
  return {kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), text, Value()};
}

Token Lexer::invalid(std::size_t begin, std::string_view message) const {
  return make(TokenKind::invalid, begin, message);
}

void Lexer::skip_blanks() {
  while (at_ < text_.size()) {
    if (std::string_view(" \t\r\n\f").find(text_[at_]) != std::string_view::npos) {
      ++at_;
    } else if (text_.substr(at_).starts_with("//")) {
      const std::size_t line_end = text_.find('\n', at_);
      at_ = line_end == std::string_view::npos ? text_.size() : line_end;
    } else {
      return;
    }
  }
}

Token Lexer::next() {
  skip_blanks();
  if (at_ == text_.size()) return make(TokenKind::end, at_, {});
  const char c = text_[at_];
  if (starts_text()) return text_literal();
  if (is_letter(c)) return word();
  if (is_digit(c)) return number();
  if (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) return number();
  return c == '`' ? quoted_identifier() : symbol();
}

Token Lexer::word() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_word(text_[at_])) ++at_;
  const std::string_view name = text_.substr(begin, at_ - begin);
  Token token = make(is_literal(name) ? TokenKind::literal : TokenKind::identifier, begin, name);
  if (token.kind == TokenKind::literal && name != "null") token.value = Value::boolean(name == "true");
  return token;
}

Token Lexer::quoted_identifier() {
  const std::size_t begin = at_++;
  while (at_ < text_.size() && may_be_quoted(text_[at_])) ++at_;
  if (at_ == text_.size() || text_[at_] != '`') {
    return invalid(begin,
                   "a quoted name is letters, digits, '_', '-', '.', '/' and spaces between backticks");
  }
  const std::string_view name = text_.substr(begin + 1, at_ - begin - 1);
  ++at_;
  return name.empty() ? invalid(begin, "a name cannot be empty")
                      : make(TokenKind::quoted_identifier, begin, name);
}

void Lexer::skip_digits() {
  while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
}

// True where there is one of them: the number is a double.
bool Lexer::skip_fraction_and_exponent() {
  const std::size_t start = at_;
  const auto peek = [this](std::size_t ahead) {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  };
  if (peek(0) == '.' && is_digit(peek(1))) {
    ++at_;
    skip_digits();
  }
  if (peek(0) == 'e' || peek(0) == 'E') {
    const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if (is_digit(peek(1 + sign))) {
      at_ += 1 + sign;
      skip_digits();
    }
  }
  return at_ != start;
}

Token Lexer::number() {
  const std::size_t begin = at_;
  const bool prefix = text_.substr(at_).starts_with("0x") || text_.substr(at_).starts_with("0X");
  const bool hex = prefix && at_ + 2 < text_.size() && is_hex_digit(text_[at_ + 2]);
  bool real = false;
  if (hex) {
    at_ += 2;
    while (at_ < text_.size() && is_hex_digit(text_[at_])) ++at_;
  } else {
    skip_digits();
    real = skip_fraction_and_exponent();
  }
  const bool is_unsigned = !real && at_ < text_.size() && (text_[at_] == 'u' || text_[at_] == 'U');
  if (is_unsigned) ++at_;
  if (at_ < text_.size() && is_word(text_[at_])) {
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return invalid(begin, "this is no number");
  }
  Token token = make(TokenKind::literal, begin, text_.substr(begin, at_ - begin));
  if (real) {
    token.value = real_literal(token.text);
    return token;
  }
  const std::optional<Value> value = is_unsigned ? unsigned_literal(token.text) : integer_literal(token.text);
  // The largest magnitude fits only with a sign before it; the parser asks negate() then.
  token.value = value ? *value : Value::error(nullptr);
  return token;
}

Token Lexer::negate(const Token& number, std::uint32_t begin) const {
  Token token = number;
  token.begin = begin;
  if (number.value.is(ValueKind::real)) {
    token.value = Value::real(-number.value.as_real());
    return token;
  }
  const std::optional<Value> value = integer_literal("-" + std::string(number.text));
  token.value = value ? *value : Value::error(nullptr);
  return token;
}

bool Lexer::starts_text() const {
  std::size_t i = at_;
  bool raw = false;
  bool bytes = false;
  for (; i < text_.size(); ++i) {
    const char c = text_[i];
    if ((c == 'r' || c == 'R') && !raw) {
      raw = true;
    } else if ((c == 'b' || c == 'B') && !bytes) {
      bytes = true;
    } else {
      return c == '"' || c == '\'';
    }
  }
  return false;
}

bool Lexer::find_closing(std::string_view quotes, bool raw) {
  for (; at_ < text_.size(); ++at_) {
    if (text_.substr(at_).starts_with(quotes)) return true;
    if (quotes.size() == 1 && (text_[at_] == '\n' || text_[at_] == '\r')) return false;
    if (text_[at_] == '\\' && !raw && at_ + 1 < text_.size()) ++at_;
  }
  return false;
}

Token Lexer::text_literal() {
  const std::size_t begin = at_;
  bool raw = false;
  bool bytes = false;
  for (; text_[at_] != '"' && text_[at_] != '\''; ++at_) {
    raw = raw || text_[at_] == 'r' || text_[at_] == 'R';
    bytes = bytes || text_[at_] == 'b' || text_[at_] == 'B';
  }
  std::string_view quotes = text_.substr(at_, 3);
  if (quotes != "\"\"\"" && quotes != "'''") quotes = quotes.substr(0, 1);
  at_ += quotes.size();
  const std::size_t body_begin = at_;
  if (!find_closing(quotes, raw)) return invalid(begin, "this text has no closing quote");
  const std::string_view body = text_.substr(body_begin, at_ - body_begin);
  at_ += quotes.size();
  const Unescaped content = raw ? Unescaped{body, {}, 0} : unescape(body, bytes, arena_);
  if (!content.fault.empty()) {
    Token fault = invalid(body_begin + content.fault_at, content.fault);
    fault.end = fault.begin + 2;
    return fault;
  }
  Token token = make(TokenKind::literal, begin, text_.substr(begin, at_ - begin));
  token.value = bytes ? Value::bytes(content.text) : Value::string(content.text);
  return token;
}

Token Lexer::symbol() {
  static constexpr std::string_view symbols[] = {"==", "!=", "<=", ">=", "&&", "||", "<", ">",
                                                 "+",  "-",  "*",  "/",  "%",  "!",  "?", ":",
                                                 ".",  ",",  "(",  ")",  "[",  "]",  "{", "}"};
  const std::size_t begin = at_;
  for (const std::string_view symbol : symbols) {
    if (text_.substr(at_).starts_with(symbol)) {
      at_ += symbol.size();
      return make(TokenKind::symbol, begin, symbol);
    }
  }
  const char32_t character = next_code_point(text_, at_);
  if (character >= 0x2018 && character <= 0x201F) return invalid(begin, "quotes are written ' or \"");
  switch (text_[begin]) {
    case '=':
      return invalid(begin, "nothing is assigned here; compare with '=='");
    case '&':
      return invalid(begin, "write '&&' for and");
    case '|':
      return invalid(begin, "write '||' for or");
    default:
      return invalid(begin, "this character means nothing here");
  }
}

}  // namespace martech_audit::cel

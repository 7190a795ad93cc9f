// Lexer: text → tokens. Knows comments, numbers, and all forms of string and bytes literals.
#pragma once

#include <string_view>

#include "base/arena.h"
#include "cel/token.h"

namespace martech_audit::cel {

class Lexer {
 public:
  // The text of literals with escapes is made in the arena; the rest views `text`.
  Lexer(std::string_view text, Arena& arena) : text_(text), arena_(arena) {}

  // After the last token, `end` for ever. A fault is an `invalid` token that covers it.
  Token next();

  // The int or double literal after a minus sign, which belongs to it: -9223372036854775808 is an int
  // although 9223372036854775808 is not. `number` is the token that followed the sign at `begin`.
  Token negate(const Token& number, std::uint32_t begin) const;

 private:
  void skip_blanks();
  Token make(TokenKind kind, std::size_t begin, std::string_view text) const;
  Token invalid(std::size_t begin, std::string_view message) const;
  Token word();
  Token quoted_identifier();
  Token number();
  Token symbol();
  bool starts_text() const;
  Token text_literal();
  bool find_closing(std::string_view quotes, bool raw);
  void skip_digits();
  bool skip_fraction_and_exponent();

  std::string_view text_;
  Arena& arena_;
  std::size_t at_ = 0;
};

}  // namespace martech_audit::cel

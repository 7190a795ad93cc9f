// Tokens of an expression.
#pragma once

#include <cstdint>
#include <string_view>

#include "martech_audit/value.h"

namespace martech_audit::cel {

enum class TokenKind : std::uint8_t {
  end,
  identifier,         // reserved words included; text is the name
  quoted_identifier,  // `x-cost-code`; text is without the backticks
  literal,  // value holds it; of an int beyond int64 only `-9223372036854775808` is one, see lexer.h
  symbol,   // punctuation and operators; text is the symbol
  invalid,  // text is the message
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;
  Value value;

  bool is(std::string_view symbol) const { return kind == TokenKind::symbol && text == symbol; }
};

}  // namespace martech_audit::cel

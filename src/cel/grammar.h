// What the grammar has in tables: reserved words and binary operators.
#pragma once

#include <string>

#include "cel/ast.h"
#include "cel/token.h"

namespace martech_audit::cel {

// They may name fields and functions of a receiver, nothing else.
bool is_reserved(std::string_view word);
bool is_literal(std::string_view word);  // true, false, null
// Whether the word, which is an identifier, may follow a '.' without backticks.
bool is_selector(std::string_view word);

struct Infix {
  std::string_view symbol;
  int strength;  // 1 to 5, from || to *
  Operator op;
};

// The binary operator that the token is; null where it is none.
const Infix* find_infix(const Token& token);

// What to write where no operator stands between two tokens; other languages have words for some.
std::string hint_between(std::string_view before, std::string_view after);

}  // namespace martech_audit::cel

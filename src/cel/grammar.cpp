#include "cel/grammar.h"

#include <algorithm>

namespace martech_audit::cel {

namespace {

constexpr std::string_view reserved[] = {"as",       "break",     "const",  "continue", "else", "for",
                                         "function", "if",        "import", "in",       "let",  "loop",
                                         "package",  "namespace", "return", "var",      "void", "while"};

constexpr Infix infixes[] = {
    {"||", 1, Operator::logical_or}, {"&&", 2, Operator::logical_and}, {"==", 3, Operator::equal},
    {"!=", 3, Operator::not_equal},  {"<=", 3, Operator::less_equal},  {">=", 3, Operator::greater_equal},
    {"<", 3, Operator::less},        {">", 3, Operator::greater},      {"in", 3, Operator::in},
    {"+", 4, Operator::add},         {"-", 4, Operator::subtract},     {"*", 5, Operator::multiply},
    {"/", 5, Operator::divide},      {"%", 5, Operator::modulo},
};

}  // namespace

bool is_reserved(std::string_view word) {
  return std::find(std::begin(reserved), std::end(reserved), word) != std::end(reserved);
}

bool is_literal(std::string_view word) { return word == "true" || word == "false" || word == "null"; }

bool is_selector(std::string_view word) { return !is_literal(word) && word != "in"; }

const Infix* find_infix(const Token& token) {
  const bool word = token.kind == TokenKind::identifier && token.text == "in";
  if (token.kind != TokenKind::symbol && !word) return nullptr;
  const auto* found = std::find_if(std::begin(infixes), std::end(infixes),
                                   [&](const Infix& infix) { return infix.symbol == token.text; });
  return found == std::end(infixes) ? nullptr : found;
}

std::string hint_between(std::string_view before, std::string_view after) {
  if (after == "and") return "write '&&'";
  if (after == "or") return "write '||'";
  if (after == "not" || before == "not") return "write '!' for 'not'";
  return "write an operator between '" + std::string(before) + "' and '" + std::string(after) + "'";
}

}  // namespace martech_audit::cel

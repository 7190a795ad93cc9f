#include "cel/parser.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "cel/grammar.h"
#include "cel/lexer.h"
#include "cel/macros.h"

namespace martech_audit::cel {

namespace {

// Recursive descent, with the strength of operators for the binary ones. After a fault the current token is
// `end`, so that every loop and every level above comes to its end; what they make then is never seen.
class Parser {
 public:
  Parser(Ast& ast, const Limits& limits, std::vector<Issue>& issues)
      : arena_(ast.arena), limits_(limits), issues_(issues), lexer_(ast.text, ast.arena) {
    advance();
  }

  Node* parse() {
    Node* root = expression();
    if (!failed_ && token_.kind != TokenKind::end) {
      fail(token_, "expected an operator or the end here", hint_between(last_, token_.text));
    }
    return failed_ ? nullptr : root;
  }

 private:
  using Nodes = std::vector<Node*>;

  void advance() {
    last_end_ = token_.end;
    last_ = token_.text;
    if (failed_) return;
    token_ = lexer_.next();
    if (token_.kind == TokenKind::invalid) fail(token_, std::string(token_.text));
  }

  void fail(std::uint32_t begin, std::uint32_t end, std::string message, std::string hint = {}) {
    if (!failed_) issues_.push_back({begin, end, std::move(message), std::move(hint)});
    failed_ = true;
    token_ = Token{TokenKind::end, begin, begin, {}, {}};
  }

  void fail(const Token& at, std::string message, std::string hint = {}) {
    fail(at.begin, std::max(at.end, at.begin), std::move(message), std::move(hint));
  }

  bool accept(std::string_view symbol) {
    if (!token_.is(symbol)) return false;
    advance();
    return true;
  }

  void expect(std::string_view symbol, std::string_view after) {
    if (accept(symbol)) return;
    fail(token_, "expected '" + std::string(symbol) + "' " + std::string(after));
  }

  // Counts one level of the parser's own recursion.
  struct Level {
    explicit Level(Parser& owner) : parser(owner) { ++parser.depth_; }
    ~Level() { --parser.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    Parser& parser;
  };

  bool too_deep(std::uint32_t depth) {
    if (depth <= limits_.nesting) return false;
    fail(token_, "this nests deeper than " + std::to_string(limits_.nesting) + " levels");
    return true;
  }

  Node* make(NodeKind kind, std::uint32_t begin, const Nodes& children) {
    Node* node = &arena_.make<Node>(1)[0];
    node->kind = kind;
    node->begin = node->place = begin;
    node->end = last_end_;
    node->children = arena_.make<Node*>(children.size());
    std::copy(children.begin(), children.end(), node->children.begin());
    for (const Node* child : children) node->height = std::max(node->height, child->height + 1);
    too_deep(node->height);
    return node;
  }

  Node* operation(Operator op, std::uint32_t begin, std::uint32_t place, const Nodes& children) {
    Node* node = make(NodeKind::operation, begin, children);
    node->op = op;
    node->place = place;
    return node;
  }

  Node* expression() {
    const Level level(*this);
    if (too_deep(depth_)) return make(NodeKind::literal, token_.begin, {});
    Node* condition = binary(1);
    if (!token_.is("?")) return condition;
    const std::uint32_t place = token_.begin;
    advance();
    Node* then = binary(1);
    expect(":", "and what holds otherwise");
    Node* otherwise = expression();
    return operation(Operator::conditional, condition->begin, place, {condition, then, otherwise});
  }

  Node* binary(int strength) {
    Node* left = unary();
    for (const Infix* next = find_infix(token_); next != nullptr && next->strength >= strength;
         next = find_infix(token_)) {
      left = next->strength <= 2 ? chain(left, *next) : pair(left, *next);
    }
    return left;
  }

  Node* pair(Node* left, const Infix& operation_sign) {
    const std::uint32_t place = token_.begin;
    advance();
    Node* right = binary(operation_sign.strength + 1);
    return operation(operation_sign.op, left->begin, place, {left, right});
  }

  // a && b && c is one node, so that long chains are flat.
  Node* chain(Node* first, const Infix& sign) {
    const std::uint32_t place = token_.begin;
    Nodes operands{first};
    while (token_.is(sign.symbol)) {
      advance();
      operands.push_back(binary(sign.strength + 1));
    }
    return operation(sign.op, first->begin, place, operands);
  }

  Node* unary() {
    const bool minus = token_.is("-");
    if (!minus && !token_.is("!")) return member();
    const Level level(*this);
    if (too_deep(depth_)) return make(NodeKind::literal, token_.begin, {});
    const std::uint32_t begin = token_.begin;
    advance();
    if (minus && is_signed_number(token_)) {
      token_ = lexer_.negate(token_, begin);
      return member();
    }
    Node* operand = unary();
    return operation(minus ? Operator::negate : Operator::logical_not, begin, begin, {operand});
  }

  static bool is_signed_number(const Token& token) {
    const bool number = token.kind == TokenKind::literal && token.text.find_first_of("0123456789.") == 0;
    return number && !token.value.is(ValueKind::unsigned_integer) && token.text.back() != 'u' &&
           token.text.back() != 'U';
  }

  Node* member() {
    Node* node = primary();
    while (true) {
      if (token_.is(".")) {
        node = select(node);
      } else if (token_.is("[")) {
        node = index(node);
      } else {
        return node;
      }
    }
  }

  Node* select(Node* target) {
    advance();
    const bool optional = accept("?");
    const Token name = token_;
    const bool word = name.kind == TokenKind::identifier && name.text != "in";
    if (!word && name.kind != TokenKind::quoted_identifier)
      fail(name, "expected a field or function after '.'", "write its name, or leave the '.' out");
    advance();
    if (word && !optional && token_.is("(")) return call(target, name);
    Node* node = make(NodeKind::select, target->begin, {target});
    node->name = name.text;
    node->optional = optional;
    node->place = name.begin;
    return node;
  }

  Node* index(Node* target) {
    const std::uint32_t place = token_.begin;
    advance();
    const Operator op = accept("?") ? Operator::optional_index : Operator::index;
    Node* position = expression();
    expect("]", "after the index");
    return operation(op, target->begin, place, {target, position});
  }

  Node* call(Node* target, const Token& name) {
    Nodes children;
    if (target != nullptr) children.push_back(target);
    advance();
    while (!token_.is(")") && !failed_) {
      children.push_back(expression());
      if (!accept(",")) break;
      if (token_.is(")")) fail(token_, "expected an argument after ','", "write one, or leave the ',' out");
    }
    expect(")", "after the arguments");
    Node* node = make(NodeKind::call, target != nullptr ? target->begin : name.begin, children);
    node->name = name.text;
    node->place = name.begin;
    node->member = target != nullptr;
    if (failed_) return node;
    const MacroFault fault = expand_macro(*node, arena_);
    if (fault.at != nullptr) fail(fault.at->begin, fault.at->end, fault.message);
    return node;
  }

  Node* primary() {
    const Token token = token_;
    switch (token.kind) {
      case TokenKind::literal:
        return literal(token);
      case TokenKind::identifier:
        return name(false);
      case TokenKind::symbol:
        break;
      case TokenKind::quoted_identifier:
        fail(token, "a name between backticks can only follow a '.'",
             "write what it is a field of before it: a.`" + std::string(token.text) + "`");
        return make(NodeKind::literal, token.begin, {});
      default:
        return nothing(token);
    }
    if (token.is(".")) return rooted_name();
    if (token.is("(")) return group();
    if (token.is("[")) return list();
    return token.is("{") ? map() : nothing(token);
  }

  Node* nothing(const Token& token) {
    const bool at_end = token.kind == TokenKind::end;
    fail(token, at_end ? "expected an expression before the end" : "expected an expression here",
         last_.empty() ? "write one"
                       : "write what belongs after '" + std::string(last_) + "', or leave that out");
    return make(NodeKind::literal, token.begin, {});
  }

  Node* literal(const Token& token) {
    if (token.value.is_error()) fail(token, "this number does not fit into 64 bits", "as a double: 1e20");
    advance();
    Node* node = make(NodeKind::literal, token.begin, {});
    node->value = token.value;
    return node;
  }

  Node* name(bool rooted) {
    const Token token = token_;
    if (is_reserved(token.text))
      fail(token, "'" + std::string(token.text) + "' is a reserved word", "choose another name");
    advance();
    if (token_.is("(")) return call(nullptr, token);
    if (token_.is("{")) fail(token_, "messages cannot be made here", "write a map: {\"key\": value}");
    Node* node = make(NodeKind::name, token.begin, {});
    node->name = token.text;
    node->rooted = rooted;
    return node;
  }

  Node* rooted_name() {
    const std::uint32_t begin = token_.begin;
    advance();
    if (token_.kind != TokenKind::identifier)
      fail(token_, "expected a name after '.'", "write one, or leave the '.' out");
    Node* node = name(true);
    node->begin = begin;
    node->rooted = true;
    return node;
  }

  Node* group() {
    const std::uint32_t begin = token_.begin;
    advance();
    Node* node = expression();
    expect(")", "to close this group");
    node->begin = begin;
    node->end = last_end_;
    return node;
  }

  Node* list() {
    const std::uint32_t begin = token_.begin;
    advance();
    Nodes items;
    while (!token_.is("]") && !failed_) {
      const bool optional = accept("?");
      items.push_back(expression());
      items.back()->optional_entry = optional;
      if (!accept(",")) break;
    }
    expect("]", "at the end of the list");
    return make(NodeKind::list, begin, items);
  }

  Node* map() {
    const std::uint32_t begin = token_.begin;
    advance();
    Nodes items;
    while (!token_.is("}") && !failed_) {
      const bool optional = accept("?");
      items.push_back(expression());
      expect(":", "after the key");
      items.push_back(expression());
      items[items.size() - 2]->optional_entry = optional;
      if (!accept(",")) break;
    }
    expect("}", "at the end of the map");
    return make(NodeKind::map, begin, items);
  }

  Arena& arena_;
  const Limits& limits_;
  std::vector<Issue>& issues_;
  Lexer lexer_;
  Token token_;
  std::uint32_t last_end_ = 0;
  std::string_view last_;  // the token before
  std::uint32_t depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Ast> parse(std::string_view text, const Limits& limits, std::vector<Issue>& issues) {
  if (text.size() > limits.expression_length) {
    issues.push_back(
        {0, 0, "this expression is longer than " + std::to_string(limits.expression_length) + " bytes", {}});
    return std::nullopt;
  }
  if (const std::optional<std::size_t> at = first_invalid_utf8(text)) {
    const auto offset = static_cast<std::uint32_t>(*at);
    issues.push_back({offset, offset + 1, "this is not UTF-8", {}});
    return std::nullopt;
  }
  Ast ast;
  ast.text = ast.arena.copy(text);
  ast.root = Parser(ast, limits, issues).parse();
  if (ast.root == nullptr) return std::nullopt;
  return ast;
}

}  // namespace martech_audit::cel

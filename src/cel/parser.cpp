#include "cel/parser.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "cel/grammar.h"
#include "cel/lexer.h"
#include "cel/macros.h"

namespace martech_audit::cel {

namespace {

// Recursive descent from bracket to bracket; the operators between wait on a stack of their own for what
// follows them. What stands on the way down takes little of the machine's stack: the rest is made in
// functions of its own, which are not inlined. After a fault the current token is `end`, so that every loop
// and every level above comes to its end; what they make then is never seen.
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
  using Nodes = std::span<Node* const>;

  // An operator whose right operand is not read yet. Its left ones are those of operands_ from `first` on.
  struct Waiting {
    Operator op;
    int strength;
    std::uint32_t begin;
    std::uint32_t place;
    std::size_t first;
  };
  static constexpr int prefix = 6;  // stronger than every infix operator

  void advance() {
    last_end_ = token_.end;
    last_ = token_.text;
    if (failed_) return;
    token_ = lexer_.next();
    if (token_.kind == TokenKind::invalid) fail(token_, std::string(token_.text));
  }

  [[gnu::noinline]] void fail(std::uint32_t begin, std::uint32_t end, std::string message,
                              std::string hint = {}) {
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
    if (!accept(symbol)) miss(symbol, after);
  }

  [[gnu::noinline]] void miss(std::string_view symbol, std::string_view after) {
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

  [[gnu::noinline]] bool too_deep(std::size_t depth) {
    if (depth <= limits_.nesting) return false;
    fail(token_, "this nests deeper than " + std::to_string(limits_.nesting) + " levels");
    return true;
  }

  [[gnu::noinline]] Node* make(NodeKind kind, std::uint32_t begin, Nodes children) {
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

  // Of the operands that were pushed since there were `first`, which are taken off.
  Node* make_of(NodeKind kind, std::uint32_t begin, std::size_t first) {
    Node* node = make(kind, begin, Nodes(operands_).subspan(first));
    operands_.resize(first);
    return node;
  }

  Node* operation(Operator op, std::uint32_t begin, std::uint32_t place, std::size_t first) {
    Node* node = make_of(NodeKind::operation, begin, first);
    node->op = op;
    node->place = place;
    return node;
  }

  Node* expression() {
    const Level level(*this);
    if (too_deep(depth_)) return make(NodeKind::literal, token_.begin, {});
    Node* condition = operators();
    return token_.is("?") ? conditional(condition) : condition;
  }

  Node* conditional(Node* condition) {
    const std::size_t first = operands_.size();
    const std::uint32_t place = token_.begin;
    advance();
    operands_.push_back(condition);
    operands_.push_back(operators());
    expect(":", "and what holds otherwise");
    operands_.push_back(expression());
    return operation(Operator::conditional, condition->begin, place, first);
  }

  Node* operators() {
    const std::size_t outside = waiting_.size();
    while (true) {
      while (starts_prefix()) push_prefix(outside);
      operands_.push_back(member());
      const Infix* next = find_infix(token_);
      while (waiting_.size() > outside && must_come_first(next)) apply_last();
      if (next == nullptr) break;
      push_infix(*next, outside);
    }
    Node* node = operands_.back();
    operands_.pop_back();
    return node;
  }

  bool starts_prefix() const { return token_.is("-") || token_.is("!"); }

  // A minus before a number belongs to it.
  [[gnu::noinline]] void push_prefix(std::size_t outside) {
    const bool minus = token_.is("-");
    const std::uint32_t begin = token_.begin;
    if (too_deep(depth_ + waiting_.size() - outside)) return;
    advance();
    if (minus && is_signed_number(token_)) {
      token_ = lexer_.negate(token_, begin);
    } else {
      const Operator op = minus ? Operator::negate : Operator::logical_not;
      waiting_.push_back({op, prefix, begin, begin, operands_.size()});
    }
  }

  // a && b && c is one node, so that long chains are flat.
  [[gnu::noinline]] void push_infix(const Infix& sign, std::size_t outside) {
    const std::uint32_t place = token_.begin;
    advance();
    const bool goes_on = waiting_.size() > outside && waiting_.back().op == sign.op && is_chain(sign.op);
    if (goes_on) return;
    waiting_.push_back({sign.op, sign.strength, operands_.back()->begin, place, operands_.size() - 1});
  }

  static bool is_chain(Operator op) { return op == Operator::logical_or || op == Operator::logical_and; }

  // Whether what waits takes the operand that was read before `next` does.
  bool must_come_first(const Infix* next) const {
    const Waiting& last = waiting_.back();
    if (next == nullptr || next->strength < last.strength) return true;
    return next->strength == last.strength && !is_chain(last.op);
  }

  void apply_last() {
    const Waiting last = waiting_.back();
    waiting_.pop_back();
    operands_.push_back(operation(last.op, last.begin, last.place, last.first));
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
        advance();
        node = select(node, accept("?"));
      } else if (token_.is("[")) {
        node = index(node);
      } else {
        return node;
      }
    }
  }

  Node* select(Node* target, bool optional) {
    const std::string_view name = token_.text;
    const std::uint32_t place = token_.begin + (token_.kind == TokenKind::quoted_identifier ? 1 : 0);
    const bool calls = take_selector() && !optional && token_.is("(");
    if (calls) return call(target, name, place);
    Node* node = make(NodeKind::select, target->begin, {&target, 1});
    node->name = name;
    node->optional = optional;
    node->place = place;
    return node;
  }

  // Whether it may be called: names between backticks are of fields alone.
  [[gnu::noinline]] bool take_selector() {
    const bool word = token_.kind == TokenKind::identifier && token_.text != "in";
    if (!word && token_.kind != TokenKind::quoted_identifier)
      fail(token_, "expected a field or function after '.'", "write its name, or leave the '.' out");
    advance();
    return word;
  }

  Node* index(Node* target) {
    const std::uint32_t place = token_.begin;
    advance();
    const Operator op = accept("?") ? Operator::optional_index : Operator::index;
    operands_.push_back(target);
    operands_.push_back(expression());
    expect("]", "after the index");
    return operation(op, target->begin, place, operands_.size() - 2);
  }

  Node* call(Node* target, std::string_view name, std::uint32_t place) {
    const std::size_t first = operands_.size();
    if (target != nullptr) operands_.push_back(target);
    advance();
    while (!token_.is(")") && !failed_) {
      operands_.push_back(expression());
      if (!accept(",")) break;
      if (token_.is(")")) miss_argument();
    }
    expect(")", "after the arguments");
    Node* node = make_of(NodeKind::call, target != nullptr ? target->begin : place, first);
    node->name = name;
    node->place = place;
    node->member = target != nullptr;
    if (!failed_) expand(*node);
    return node;
  }

  [[gnu::noinline]] void miss_argument() {
    fail(token_, "expected an argument after ','", "write one, or leave the ',' out");
  }

  [[gnu::noinline]] void expand(Node& call) {
    const MacroFault fault = expand_macro(call, arena_);
    if (fault.at != nullptr) fail(fault.at->begin, fault.at->end, fault.message);
  }

  Node* primary() {
    if (token_.kind == TokenKind::identifier) return name(false);
    if (token_.is(".")) return rooted_name();
    if (token_.is("(")) return group();
    if (token_.is("[")) return list();
    if (token_.is("{")) return map();
    return token_.kind == TokenKind::literal ? literal() : nothing();
  }

  [[gnu::noinline]] Node* nothing() {
    const Token token = token_;
    if (token.kind == TokenKind::quoted_identifier) {
      fail(token, "a name between backticks can only follow a '.'",
           "write what it is a field of before it: a.`" + std::string(token.text) + "`");
    } else {
      const bool at_end = token.kind == TokenKind::end;
      fail(token, at_end ? "expected an expression before the end" : "expected an expression here",
           last_.empty() ? "write one"
                         : "write what belongs after '" + std::string(last_) + "', or leave that out");
    }
    return make(NodeKind::literal, token.begin, {});
  }

  [[gnu::noinline]] Node* literal() {
    const Token token = token_;
    if (token.value.is_error()) fail(token, "this number does not fit into 64 bits", "as a double: 1e20");
    advance();
    Node* node = make(NodeKind::literal, token.begin, {});
    node->value = token.value;
    return node;
  }

  Node* name(bool rooted) {
    const std::string_view text = token_.text;
    const std::uint32_t begin = token_.begin;
    if (takes_called_name()) return call(nullptr, text, begin);
    Node* node = make(NodeKind::name, begin, {});
    node->name = text;
    node->rooted = rooted;
    return node;
  }

  [[gnu::noinline]] bool takes_called_name() {
    if (is_reserved(token_.text)) {
      fail(token_, "'" + std::string(token_.text) + "' is a reserved word", "choose another name");
    }
    advance();
    if (token_.is("{")) fail(token_, "messages cannot be made here", "write a map: {\"key\": value}");
    return token_.is("(");
  }

  Node* rooted_name() {
    const std::uint32_t begin = token_.begin;
    advance();
    if (token_.kind != TokenKind::identifier) miss_name();
    Node* node = name(true);
    node->begin = begin;
    node->rooted = true;
    return node;
  }

  [[gnu::noinline]] void miss_name() {
    fail(token_, "expected a name after '.'", "write one, or leave the '.' out");
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
    const std::size_t first = operands_.size();
    const std::uint32_t begin = token_.begin;
    advance();
    while (!token_.is("]") && !failed_) {
      const bool optional = accept("?");
      operands_.push_back(expression());
      operands_.back()->optional_entry = optional;
      if (!accept(",")) break;
    }
    expect("]", "at the end of the list");
    return make_of(NodeKind::list, begin, first);
  }

  Node* map() {
    const std::size_t first = operands_.size();
    const std::uint32_t begin = token_.begin;
    advance();
    while (!token_.is("}") && !failed_) {
      const bool optional = accept("?");
      operands_.push_back(expression());
      operands_.back()->optional_entry = optional;
      expect(":", "after the key");
      operands_.push_back(expression());
      if (!accept(",")) break;
    }
    expect("}", "at the end of the map");
    return make_of(NodeKind::map, begin, first);
  }

  Arena& arena_;
  const Limits& limits_;
  std::vector<Issue>& issues_;
  Lexer lexer_;
  Token token_;
  std::vector<Waiting> waiting_;
  std::vector<Node*> operands_;  // and items and arguments, until what they belong to is made
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

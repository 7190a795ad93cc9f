// How operators bind, for each pair of them, and what is said where one of its parts is not there.
#include "cel/dump.h"
#include "cel/parser.h"
#include "shop.h"
#include "support/catch.h"

namespace martech_audit::cel {
namespace {

std::string tree_of(const std::string& text) {
  std::vector<Issue> issues;
  const std::optional<Ast> ast = parse(text, Limits(), issues);
  return ast ? dump(*ast->root) : Shop::issues_text(issues);
}

struct Binary {
  const char* sign;
  int strength;  // as the specification has it
};
constexpr Binary binaries[] = {{"||", 1}, {"&&", 2}, {"==", 3}, {"!=", 3}, {"<", 3}, {"<=", 3}, {">", 3},
                               {">=", 3}, {"in", 3}, {"+", 4},  {"-", 4},  {"*", 5}, {"/", 5},  {"%", 5}};

std::string joined(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : " ") + part;
  return text;
}

TEST_CASE("of two operators the stronger binds first, of equal ones the first") {
  for (const Binary& first : binaries) {
    for (const Binary& second : binaries) {
      const std::string text = joined({"a", first.sign, "b", second.sign, "c"});
      INFO(text);
      const std::string left = joined({"((a", first.sign, "b)", second.sign, "c)"});
      const std::string right = joined({"(a", first.sign, "(b", second.sign, "c))"});
      const bool chain = first.strength == second.strength && first.strength < 3;
      const std::string flat = joined({"(a", first.sign, "b", second.sign, "c)"});
      CHECK(tree_of(text) == (chain ? flat : first.strength >= second.strength ? left : right));
      CHECK(tree_of(joined({"a", first.sign, "(b", second.sign, "c)"})) == right);
    }
  }
}

TEST_CASE("a sign before an operand binds before all others, a selection before the sign") {
  for (const Binary& binary : binaries) {
    const std::string sign = binary.sign;
    INFO(sign);
    CHECK(tree_of("!a " + sign + " -b") == "((!a) " + sign + " (-b))");
    CHECK(tree_of("-a.b " + sign + " !c[0]") == "((-a.b) " + sign + " (!c[0]))");
    CHECK(tree_of("-f(a) " + sign + " -1") == "((-f(a)) " + sign + " -1)");
  }
}

TEST_CASE("a condition binds last, from the right") {
  for (const Binary& binary : binaries) {
    const std::string sign = binary.sign;
    INFO(sign);
    CHECK(tree_of("a " + sign + " b ? c : d " + sign + " e") ==
          "((a " + sign + " b) ? c : (d " + sign + " e))");
    CHECK(tree_of("a ? b " + sign + " c : d") == "(a ? (b " + sign + " c) : d)");
    CHECK(tree_of("(a ? b : c) " + sign + " d") == "((a ? b : c) " + sign + " d)");
  }
  CHECK(tree_of("a ? b : c ? d : e") == "(a ? b : (c ? d : e))");
  CHECK(tree_of("(a ? b : c) ? d : e") == "((a ? b : c) ? d : e)");
  CHECK(tree_of("a ? b ? c : d : e") == "6-7: expected ':' and what holds otherwise");
}

TEST_CASE("an operator without its right side is pointed at, and one without its left") {
  for (const Binary& binary : binaries) {
    const std::string sign = binary.sign;
    const std::string end = std::to_string(3 + sign.size()), begin = std::to_string(sign.size());
    INFO(sign);
    CHECK(tree_of("a " + sign + " ") ==
          end + "-" + end + ": expected an expression before the end (write what belongs after '" + sign +
              "', or leave that out)");
    if (sign == "-") continue;  // is a sign before b
    const bool word = sign == "in";
    CHECK(tree_of(sign + " b") == (word ? "0-2: 'in' is a reserved word (choose another name)"
                                        : "0-" + begin + ": expected an expression here (write one)"));
  }
}

TEST_CASE("words of other languages for operators are told apart") {
  CHECK(tree_of("a or b") == "2-4: expected an operator or the end here (write '||')");
  CHECK(tree_of("a and not b") == "2-5: expected an operator or the end here (write '&&')");
  CHECK(tree_of("not a") == "4-5: expected an operator or the end here (write '!' for 'not')");
  CHECK(tree_of("a not in b") == "2-5: expected an operator or the end here (write '!' for 'not')");
  CHECK(tree_of("a is b") ==
        "2-4: expected an operator or the end here (write an operator between 'a' and 'is')");
  CHECK(tree_of("a = b") == "2-3: nothing is assigned here; compare with '=='");
  CHECK(tree_of("a === b") == "4-5: nothing is assigned here; compare with '=='");
  CHECK(tree_of("a <> b") ==
        "3-4: expected an expression here (write what belongs after '<', or leave that out)");
  CHECK(tree_of("a & b") == "2-3: write '&&' for and");
  CHECK(tree_of("a | b") == "2-3: write '||' for or");
  CHECK(tree_of("a ^ b") == "2-3: this character means nothing here");
  CHECK(tree_of("a ** b") ==
        "3-4: expected an expression here (write what belongs after '*', or leave that out)");
  CHECK(tree_of("a; b") == "1-2: this character means nothing here");
  CHECK(tree_of("a ≥ b") == "2-5: this character means nothing here");
  CHECK(tree_of("$a") == "0-1: this character means nothing here");
  CHECK(tree_of("@a") == "0-1: this character means nothing here");
  CHECK(tree_of("a -> b") ==
        "3-4: expected an expression here (write what belongs after '-', or leave that out)");
  CHECK(tree_of("x => x") == "2-3: nothing is assigned here; compare with '=='");
}

TEST_CASE("brackets that do not close, or close nothing, are said where it shows") {
  CHECK(tree_of("(a") == "2-2: expected ')' to close this group");
  CHECK(tree_of("a)") == "1-2: expected an operator or the end here (write an operator between 'a' and ')')");
  CHECK(tree_of("(a]") == "2-3: expected ')' to close this group");
  CHECK(tree_of("()") ==
        "1-2: expected an expression here (write what belongs after '(', or leave that out)");
  CHECK(tree_of("[a") == "2-2: expected ']' at the end of the list");
  CHECK(tree_of("[a b]") == "3-4: expected ']' at the end of the list");
  CHECK(tree_of("[,]") ==
        "1-2: expected an expression here (write what belongs after '[', or leave that out)");
  CHECK(tree_of("a[0") == "3-3: expected ']' after the index");
  CHECK(tree_of("a[]") ==
        "2-3: expected an expression here (write what belongs after '[', or leave that out)");
  CHECK(tree_of("{a: 1") == "5-5: expected '}' at the end of the map");
  CHECK(tree_of("{a}") == "2-3: expected ':' after the key");
  CHECK(tree_of("{a: }") ==
        "4-5: expected an expression here (write what belongs after ':', or leave that out)");
  CHECK(tree_of("{: 1}") ==
        "1-2: expected an expression here (write what belongs after '{', or leave that out)");
  CHECK(tree_of("f(a") == "3-3: expected ')' after the arguments");
  CHECK(tree_of("f(a b)") == "4-5: expected ')' after the arguments");
  CHECK(tree_of("f(,a)") ==
        "2-3: expected an expression here (write what belongs after '(', or leave that out)");
  CHECK(tree_of("f(a,)") == "4-5: expected an argument after ',' (write one, or leave the ',' out)");
  CHECK(tree_of("a.f(") ==
        "4-4: expected an expression before the end (write what belongs after '(', or leave that out)");
  CHECK(tree_of("a..b") ==
        "2-3: expected a field or function after '.' (write its name, or leave the '.' out)");
  CHECK(tree_of("a.?") ==
        "3-3: expected a field or function after '.' (write its name, or leave the '.' out)");
  CHECK(tree_of(".") == "1-1: expected a name after '.' (write one, or leave the '.' out)");
  CHECK(tree_of("?a") == "0-1: expected an expression here (write one)");
  CHECK(tree_of("a ?") ==
        "3-3: expected an expression before the end (write what belongs after '?', or leave that out)");
  CHECK(tree_of("a ? b :") ==
        "7-7: expected an expression before the end (write what belongs after ':', or leave that out)");
  CHECK(tree_of("A{}") == "1-2: messages cannot be made here (write a map: {\"key\": value})");
}

}  // namespace
}  // namespace martech_audit::cel

#include "cel/parser.h"

#include "cel/dump.h"
#include "shop.h"
#include "support/catch.h"

namespace martech_audit::cel {
namespace {

std::string parsed(std::string_view text) {
  std::vector<Issue> issues;
  const std::optional<Ast> ast = parse(text, Limits(), issues);
  return ast ? dump(*ast->root) : Shop::issues_text(issues);
}

struct ParserCase {
  std::string_view text;
  std::string_view printed;
};

constexpr ParserCase trees[] = {
    // literals
    {"1", "1"},
    {"0x2A", "42"},
    {"-0x2a", "-42"},
    {"7u", "7u"},
    {".5", "0.5"},
    {"1e3", "1000.0"},
    {"1e400", "double(\"Infinity\")"},
    {"1e-400", "0.0"},
    {"-9223372036854775808", "-9223372036854775808"},
    {"null", "null"},
    {"true", "true"},
    {"'a\\tb'", "\"a\\tb\""},
    {"r'a\\tb'", "\"a\\\\tb\""},
    {"b'\\xff'", "b\"\\xff\""},
    {"'\\xff'", "\"ÿ\""},
    {"'''it's\n'''", "\"it's\\n\""},
    {"bR'\\d'", "b\"\\x5cd\""},
    // operators, from loose to tight
    {"a || b || c", "(a || b || c)"},
    {"a || b && c", "(a || (b && c))"},
    {"(a || b) || c", "((a || b) || c)"},
    {"a ? b : c ? d : e", "(a ? b : (c ? d : e))"},
    {"a < b == c", "((a < b) == c)"},
    {"a in b", "(a in b)"},
    {"a + b - c", "((a + b) - c)"},
    {"a + b * c % d", "(a + ((b * c) % d))"},
    {"!a.b", "(!a.b)"},
    {"!!a", "(!(!a))"},
    {"-a", "(-a)"},
    {"a - 1", "(a - 1)"},
    {"a-1", "(a - 1)"},
    {"- 1", "-1"},
    {"--1", "(-(-1))"},
    {"-(1)", "(-(1))"},
    // members
    {".a.b", ".a.b"},
    {"a.b.c", "a.b.c"},
    {"a.`x-cost code`", "a.`x-cost code`"},
    {"a.`b`", "a.b"},
    {"a.`8b`", "a.`8b`"},
    {"a.`true` == a.`null`", "(a.`true` == a.`null`)"},
    {"a.`if` || a.`in`", "(a.if || a.`in`)"},
    {"(1).f()", "(1).f()"},
    {"1e400.f()", "double(\"Infinity\").f()"},
    {"a.if", "a.if"},
    {"a.?b", "a.?b"},
    {"a[0]", "a[0]"},
    {"a[?0]", "a[?0]"},
    {"a.f(b, c)", "a.f(b, c)"},
    {"f()", "f()"},
    {"a.as()", "a.as()"},
    // lists and maps
    {"[]", "[]"},
    {"[1, ?a, 2,]", "[1, ?a, 2]"},
    {"[a.?b]", "[a.?b]"},
    {"{}", "{}"},
    {"{'a': 1, ?b: c,}", "{\"a\": 1, ?b: c}"},
    // macros
    {"has(a.b.c)", "has(a.b.c)"},
    {"a.all(x, x > 0)", "a.all(x, (x > 0))"},
    {"a.exists_one(x, x)", "a.exists_one(x, x)"},
    {"a.existsOne(i, x, x)", "a.exists_one(i, x, x)"},
    {"a.map(x, p, v)", "a.map(x, p, v)"},
    {"a.transformMap(k, v, v)", "a.transformMap(k, v, v)"},
    {"cel.bind(x, 1, x + x)", "cel.bind(x, 1, (x + x))"},
    {"o.optMap(x, x)", "o.optMap(x, x)"},
    {"a.reduce(total, x, 0, total + x)", "a.reduce(total, x, 0, (total + x))"},
    {"a.all(x)", "a.all(x)"},
    // comments and blanks
    {"1 // one\n + 2", "(1 + 2)"},
};

constexpr ParserCase parser_faults[] = {
    {"", "0-0: expected an expression before the end (write one)"},
    {"1 +", "3-3: expected an expression before the end (write what belongs after '+', or leave that out)"},
    {"1 2", "2-3: expected an operator or the end here (write an operator between '1' and '2')"},
    {"a and b", "2-5: expected an operator or the end here (write '&&')"},
    {"not a", "4-5: expected an operator or the end here (write '!' for 'not')"},
    {"a == “b”", "5-8: quotes are written ' or \""},
    {"a = b", "2-3: nothing is assigned here; compare with '=='"},
    {"a & b", "2-3: write '&&' for and"},
    {"(1", "2-2: expected ')' to close this group"},
    {"[1", "2-2: expected ']' at the end of the list"},
    {"{1: }", "4-5: expected an expression here (write what belongs after ':', or leave that out)"},
    {"{1}", "2-3: expected ':' after the key"},
    {"f(1,)", "4-5: expected an argument after ',' (write one, or leave the ',' out)"},
    {"a.", "2-2: expected a field or function after '.' (write its name, or leave the '.' out)"},
    {"a.1", "1-3: expected an operator or the end here (write an operator between 'a' and '.1')"},
    {"a ? b", "5-5: expected ':' and what holds otherwise"},
    {"for", "0-3: 'for' is a reserved word (choose another name)"},
    {"`a`",
     "0-3: a name between backticks can only follow a '.' (write what it is a field of before it: a.`a`)"},
    {"a.`b", "2-4: a quoted name is letters, digits, '_', '-', '.', '/' and spaces between backticks"},
    {"M{a: 1}", "1-2: messages cannot be made here (write a map: {\"key\": value})"},
    {"9223372036854775808", "0-19: this number does not fit into 64 bits (as a double: 1e20)"},
    {"-9223372036854775809", "0-20: this number does not fit into 64 bits (as a double: 1e20)"},
    {"18446744073709551616u", "0-21: this number does not fit into 64 bits (as a double: 1e20)"},
    {"12a", "0-3: this is no number"},
    {"'a", "0-2: this text has no closing quote"},
    {"'a\nb'", "0-2: this text has no closing quote"},
    {"'\\q'", "1-3: unknown escape; a backslash itself is written \\\\"},
    {"'\\ud800'", "1-3: this is no Unicode code point"},
    {"b'\\u0041'", "2-4: bytes have no Unicode escapes; write \\x for each octet"},
    {"'\\400'", "1-3: unknown escape; a backslash itself is written \\\\"},
    {"a.all(1, true)", "6-7: 'all' needs the plain name of a variable here"},
    {"a.all(x, x, true)", "9-10: the two variables need different names"},
    {"has(a)", "4-5: 'has' needs a field, such as has(a.b)"},
    {"§", "0-2: this character means nothing here"},
};

TEST_CASE("expressions parse to trees") {
  for (const ParserCase& c : trees) {
    INFO(c.text);
    CHECK(parsed(c.text) == c.printed);
  }
}

TEST_CASE("what is printed of a tree parses to the same tree") {
  for (const ParserCase& c : trees) {
    INFO(c.text);
    CHECK(parsed(c.printed) == c.printed);
  }
  for (const Function* function : all_functions()) {
    INFO(function->example);
    CHECK(parsed(parsed(function->example)) == parsed(function->example));
  }
}

TEST_CASE("what is no expression is said at its place") {
  for (const ParserCase& c : parser_faults) {
    INFO(c.text);
    CHECK(parsed(c.text) == c.printed);
  }
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST_CASE("depth and length have limits") {
  CHECK(parsed(repeated("(", 140) + "1" + repeated(")", 140)) == "1");
  CHECK(parsed(repeated("(", 300) + "1" + repeated(")", 300)).find("this nests deeper than 150 levels") !=
        std::string::npos);
  CHECK(parsed(repeated("!", 300) + "a").find("this nests deeper") != std::string::npos);
  CHECK(parsed("a" + repeated(".b", 300)).find("this nests deeper") != std::string::npos);
  CHECK(parsed("1" + repeated(" + 1", 300)).find("this nests deeper") != std::string::npos);
  CHECK(parsed("-" + repeated("- ", 140) + "a").find("nests") == std::string::npos);
  CHECK(parsed(repeated("1||1&&1==1+1*(", 300) + "1" + repeated(")", 300)).find("this nests deeper") !=
        std::string::npos);
  CHECK(parsed("a" + repeated(" || a", 5000)).substr(0, 9) == "(a || a |");
  CHECK(parsed(repeated(" ", 70000)) == "0-0: this expression is longer than 65536 bytes");
  CHECK(parsed("'\xff'") == "1-2: this is not UTF-8");
}

}  // namespace
}  // namespace martech_audit::cel

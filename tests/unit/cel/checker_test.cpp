#include "shop.h"
#include "support/catch.h"

namespace martech_audit::cel {
namespace {

struct Case {
  std::string_view text;
  std::string_view result;
};

constexpr Case types[] = {
    {"1", "int"},
    {"[]", "list(dyn)"},
    {"{}", "map(dyn, dyn)"},
    {"[1, 2]", "list(int)"},
    {"[1, 'a']", "list(dyn)"},
    {"[[], [1]]", "list(list(int))"},
    {"{'a': 1u}", "map(string, uint)"},
    {"[1][0]", "int"},
    {"{'a': 1.5}.a", "double"},
    {"dyn(1)", "dyn"},
    {"dyn(1) + 1", "int"},
    {"dyn(1) + dyn(2)", "dyn"},
    {"1 < 2.0", "bool"},
    {"true ? 1 : dyn('a')", "dyn"},
    {"as_of - duration('1h')", "google.protobuf.Timestamp"},
    {"as_of - as_of", "google.protobuf.Duration"},
    {"[1, 2].map(x, string(x))", "list(string)"},
    {"{'a': 1}.map(k, k)", "list(string)"},
    {"{'a': 1}.filter(k, true)", "list(string)"},
    {"{'a': 1}.transformMap(k, v, double(v))", "map(string, double)"},
    {"[1].transformMap(i, v, 'x')", "map(int, string)"},
    {"[1.5, 2.5].reduce(total, x, 0.0, total + x)", "double"},
    {"[3, 1].sortBy(x, -x)", "list(int)"},
    {"optional.of(1)", "optional_type(int)"},
    {"[optional.none(), optional.of(1)]", "list(optional_type(int))"},
    {"optional.of([1])[0]", "optional_type(int)"},
    {"{'a': 1}.?a", "optional_type(int)"},
    {"{'a': 1}[?'a'].orValue(2)", "int"},
    {"[?optional.of(1)]", "list(int)"},
    {"cel.bind(x, 'a', x + x)", "string"},
    {"type(1)", "type(int)"},
    {"int", "type(int)"},
    {"[1, 2].first()", "optional_type(int)"},
    {"math.greatest(1, 2)", "int"},
    {"math.greatest(1, 2.0)", "dyn"},
    {"tool", "Tool"},
    {"tool.seats.purchased", "int"},
    {"tool.owner", "Person"},
    {"tool.?owner.department", "optional_type(string)"},
    {"tool.`x-cost-code`", "dyn"},
    {"org.tools.filter(t, t.price > 1)", "list(Tool)"},
    {"org.tools.map(t, t.seats.active).sum()", "int"},
    {"has(tool.owner)", "bool"},
};

constexpr Case faults[] = {
    {"nope", "0-4: undeclared name 'nope' (one of: tool, org, as_of)"},
    {"toool.name", "0-5: undeclared name 'toool' (did you mean 'tool'?)"},
    {"tool.seats.bougt", "11-16: Seats has no field 'bougt' (one of: purchased, active)"},
    {"tool.onwer.name", "5-10: Tool has no field 'onwer' (did you mean 'owner'?)"},
    {"tool.name.first", "10-15: a value of type string has no fields (leave '.first' out)"},
    {"siz('a')", "0-3: there is no function 'siz' (did you mean 'size'?)"},
    {"size(1)",
     "0-4: no overload of 'size' for (int); there are: size(list(T)) → int, size(map(K, V)) → int, "
     "size(string) → int, size(bytes) → int, list(T).size() → int, map(K, V).size() → int, string.size() → "
     "int, "
     "bytes.size() → int"},
    {"1.startsWith('a')",
     "2-12: no overload int.startsWith(string); there are: string.startsWith(string) → bool"},
    {"1 + 1.0",
     "2-3: no overload of '+' for (int, double); there are: int + int, uint + uint, double + double, string "
     "+ "
     "string, bytes + bytes, list + list, duration + duration, timestamp + duration, duration + timestamp "
     "(make both "
     "numbers of one type: int(x), uint(x) or double(x))"},
    {"1 == 'a'", "2-4: no overload of '==' for (int, string); there are: two of one type"},
    {"'a' < 1",
     "4-5: no overload of '<' for (string, int); there are: two numbers, or two of bool, string, bytes, "
     "timestamp, "
     "duration"},
    {"1 in ['a']",
     "2-4: no overload of 'in' for (int, list(string)); there are: T in list(T), K in map(K, V)"},
    {"[1]['a']", "3-4: no overload of '[_]' for (list(int), string); there are: list(T)[int], map(K, V)[K]"},
    {"-'a'", "0-1: no overload of '-' for (string); there are: -int, -double"},
    {"1 && true", "0-1: '&&' needs a bool, this is int (write a condition, such as x > 0 or x == \"text\")"},
    {"!1", "1-2: '!' needs a bool, this is int (write a condition, such as x > 0 or x == \"text\")"},
    {"1 ? 2 : 3", "0-1: '?:' needs a bool, this is int (write a condition, such as x > 0 or x == \"text\")"},
    {"true ? 1 : 'a'", "5-6: '?:' gives int or string; both must be of one type (dyn(x) allows either)"},
    {"[1].all(x, x)",
     "11-12: 'all' needs a bool here, this is int (write a condition, such as x > 0 or x == \"text\")"},
    {"1.exists(x, true)", "0-1: 'exists' needs a list or a map, this is int (a list of one is written [x])"},
    {"{1.5: 1}", "1-4: a key is an int, uint, bool or string, this is double (make it text: string(x))"},
    {"{1: 2}.a", "7-8: the keys of this map are int, not string (write the key in brackets: [key])"},
    {"[?1]", "2-3: an entry written with '?' needs an optional, this is int (leave the '?' out)"},
    {"optional.of(1).orValue('a')",
     "15-22: no overload optional_type(int).orValue(string); there are: optional_type(T).orValue(T) → T"},
    {"'a'.matches('(')", "12-15: invalid regular expression: missing ): ("},
    // all of them, not only the first
    {"tool.nam + tool.pric",
     "5-8: Tool has no field 'nam' (did you mean 'name'?)\n16-20: Tool has no field 'pric' (did you mean "
     "'price'?)"},
};

TEST_CASE("types are deduced") {
  Shop shop;
  for (const Case& c : types) {
    INFO(c.text);
    const Compiled compiled = compile(shop.environment, c.text);
    REQUIRE(Shop::issues_text(compiled.issues) == "");
    CHECK(to_string(compiled.program->result_type()) == c.result);
  }
}

TEST_CASE("what does not fit is said in words, at its place") {
  Shop shop;
  for (const Case& c : faults) {
    INFO(c.text);
    CHECK(Shop::issues_text(compile(shop.environment, c.text).issues) == c.result);
  }
}

TEST_CASE("the type of the result can be asked for") {
  Shop shop;
  CompileOptions options;
  options.expected = Type::of(TypeKind::boolean);
  CHECK(compile(shop.environment, "1 < 2", options).program);
  CHECK(compile(shop.environment, "dyn(1)", options).program);
  CHECK(Shop::issues_text(compile(shop.environment, "1 + 2", options).issues) ==
        "0-5: expected bool, this is int");
}

TEST_CASE("types print as they are read") {
  for (const std::string_view text : {"dyn", "null_type", "bool", "list(map(string, optional_type(int)))",
                                      "type(google.protobuf.Timestamp)", "map(int, list(dyn))"}) {
    const std::optional<Type> type = parse_type(text);
    REQUIRE(type);
    CHECK(to_string(*type) == text);
  }
  CHECK(!parse_type("list(int"));
  CHECK(!parse_type("lust(int)"));
  CHECK(parse_type("list(int)") == Type::list(Type::of(TypeKind::integer)));
}

TEST_CASE("the longest name that is declared counts, the container's first") {
  Environment environment;
  environment.declare("a.b.c", Type::of(TypeKind::integer));
  environment.declare("a.b", Type::map(Type::of(TypeKind::string), Type::of(TypeKind::string)));
  environment.declare("x.y", Type::of(TypeKind::boolean));
  environment.declare("y", Type::of(TypeKind::string));
  environment.set_container("x");
  const auto type_of = [&](std::string_view text) {
    const Compiled compiled = compile(environment, text);
    return compiled.program ? to_string(compiled.program->result_type()) : Shop::issues_text(compiled.issues);
  };
  CHECK(type_of("a.b.c") == "int");
  CHECK(type_of("a.b.d") == "string");
  CHECK(type_of("y") == "bool");
  CHECK(type_of(".y") == "string");
  CHECK(type_of("[1].exists(y, y == 1)") == "bool");
  CHECK(type_of("[1].map(y, .y)") == "list(string)");
}

}  // namespace
}  // namespace martech_audit::cel

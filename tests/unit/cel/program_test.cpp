// Programs and what they are compiled with: names, containers, functions of the host, limits, unchecked text.
#include "cases.h"

namespace martech_audit::cel {
namespace {

std::string issues(const Environment& environment, std::string_view text,
                   const CompileOptions& options = {}) {
  return Shop::issues_text(compile(environment, text, options).issues);
}

// What a text that is not checked gives, where nothing is declared.
std::string unchecked(std::string_view text) {
  const Environment environment;
  const Compiled compiled = compile(environment, text, {.expected = {}, .check = false});
  if (!compiled.program) return Shop::issues_text(compiled.issues);
  Arena arena;
  Activation activation{{}, nullptr, arena};
  return to_text(compiled.program->evaluate(activation));
}

TEST_CASE("what is not checked is an error where it is met, and nowhere else") {
  struct Case {
    std::string_view text, result;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"1 + 2", "3"},
           {"1 + 'a'", "error(\"no such overload: '+' for (int, string)\")"},
           {"true || nobody", "true"},
           {"nobody", "error(\"undeclared name 'nobody'\")"},
           {"nobody.name", "error(\"undeclared name 'nobody'\")"},
           {"false && nothing(1)", "false"},
           {"nothing(1)", "error(\"there is no function 'nothing'\")"},
           {"'a'.nothing()", "error(\"there is no function 'nothing'\")"},
           {"[1].all(true)", "error(\"'all' does not take 1 argument\")"},
           {"size(1)", "error(\"no such overload: 'size' for (int)\")"},
           {"'a'.startsWith(1)", "error(\"no such overload: 'startsWith' for (string, int)\")"},
           {"lists.range('a')", "error(\"no such overload: 'lists.range' for (string)\")"},
           {"[1].map(x, x.y)", "error(\"no field 'y' in a value of type int\")"},
           {"true ? 1 : 'a'", "1"},
           {"{'a': 1}.a + 1", "2"},
           {"int == type(1)", "true"},
           {"[1, 'a', null][2]", "null"},
           {"1 +",
            "3-3: expected an expression before the end (write what belongs after '+', or leave that out)"},
           {"'a'.matches('(')", "12-15: invalid regular expression: missing ): ("},
       }) {
    INFO(c.text);
    CHECK(unchecked(c.text) == c.result);
  }
}

TEST_CASE("a constant part that goes wrong does so when it is evaluated") {
  Environment environment;
  CHECK(issues(environment, "1 / 0 == 1 || true") == "");
  CHECK(issues(environment, "timestamp('nonsense') == timestamp(0)") == "");
  check({{"false && timestamp('x') == as_of", "false"},
         {"duration('x') == duration('y')", "error(\"\\\"x\\\" is not a duration, or is too long\")"}});
}

TEST_CASE("the result must be of the type that is wanted, with the hint for it") {
  Shop shop;
  struct Case {
    Type wanted;
    std::string_view text, said;
  };
  const Type boolean = Type::of(TypeKind::boolean), real = Type::of(TypeKind::real);
  const Type texts = Type::list(Type::of(TypeKind::string));
  for (const Case& c : std::initializer_list<Case>{
           {boolean, "tool.seats.active", "0-17: expected bool, this is int (compare it)"},
           {boolean, "tool.name", "0-9: expected bool, this is string (compare it)"},
           {boolean, "has(tool.owner)", ""},
           {boolean, "null", "0-4: expected bool, this is null_type (compare it)"},
           {boolean, "optional.of(true)", "0-17: expected bool, this is optional_type(bool) (compare it)"},
           {boolean, "{'a': true}.a", ""},
           {boolean, "dyn(1)", ""},
           {real, "1", "0-1: expected double, this is int (compare it)"},
           {real, "tool.annual_cost", ""},
           {texts, "[]", ""},
           {texts, "tool.tags", ""},
           {texts, "[1]", "0-3: expected list(string), this is list(int) (compare it)"},
           {texts, "tool.tags.map(t, size(t))",
            "0-25: expected list(string), this is list(int) (compare it)"},
           {Type::of(TypeKind::timestamp), "null", ""},
           {Type::map(Type::of(TypeKind::string), real), "{'a': 1}",
            "0-8: expected map(string, double), this is map(string, int) (compare it)"},
       }) {
    INFO(c.text);
    CompileOptions options;
    options.expected = c.wanted;
    options.expected_hint = "compare it";
    CHECK(issues(shop.environment, c.text, options) == c.said);
  }
}

TEST_CASE("no more messages are made than the limit says") {
  Shop shop;
  const auto count = [&](std::string_view text) { return compile(shop.environment, text).issues.size(); };
  shop.environment.limits().issues = 3;
  CHECK(count("[a, b, c, d, e, f]") == 3);
  CHECK(count("[a, b]") == 2);
  shop.environment.limits().expression_length = 5;
  CHECK(issues(shop.environment, "1 + 23") == "0-0: this expression is longer than 5 bytes");
  CHECK(issues(shop.environment, "1 + 2") == "");
  shop.environment.limits().expression_length = 100;
  shop.environment.limits().nesting = 3;
  CHECK(issues(shop.environment, "[[1]]") == "");
  CHECK(issues(shop.environment, "[[[[1]]]]") == "3-4: this nests deeper than 3 levels");
}

TEST_CASE("hints lead to the names there are, or to where they are listed") {
  Shop shop;
  shop.environment.set_help({.fields = "see the list of fields", .functions = "see the list of functions"});
  struct Case {
    std::string_view text, said;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"tool.nam", "5-8: Tool has no field 'nam' (did you mean 'name'?)"},
           {"tool.quite_different",
            "5-20: Tool has no field 'quite_different' (one of: name, seats, owner, tags, started, price, "
            "age, annual_cost)"},
           {"tool.owner.nmae", "11-15: Person has no field 'nmae' (did you mean 'name'?)"},
           {"tool.`x-anything`", ""},
           {"tool.owner.`x-anything`", "12-22: Person has no field 'x-anything' (one of: name, department)"},
           {"sizee(tool.name)", "0-5: there is no function 'sizee' (did you mean 'size'?)"},
           {"tool.name.startWith('a')",
            "10-19: there is no function 'startWith' (did you mean 'startsWith'?)"},
           {"tool.name.quite_different()",
            "10-25: there is no function 'quite_different' (see the list of functions)"},
           {"math.maximum(1, 2)", "0-12: there is no function 'math.maximum' (see the list of functions)"},
           {"math.greates(1)", "0-12: there is no function 'math.greates' (did you mean 'math.greatest'?)"},
           {"regex.matches('a', 'b')",
            "0-13: there is no function 'regex.matches' (see the list of functions)"},
           {"nowhere.size()", "0-7: undeclared name 'nowhere' (one of: tool, org, as_of)"},
           {"[1].map(math, math.greates(1))",
            "19-26: there is no function 'greates' (see the list of functions)"},
           {"as_off > as_of", "0-6: undeclared name 'as_off' (did you mean 'as_of'?)"},
       }) {
    INFO(c.text);
    CHECK(issues(shop.environment, c.text) == c.said);
  }
}

Value twice(const CallContext&, std::span<const Value> arguments) {
  return Value::integer(2 * arguments[0].as_integer());
}
Value longer(const CallContext& context, std::span<const Value> arguments) {
  if (arguments[0].as_text().empty()) return context.error("there is nothing to make longer");
  return arguments[0];
}
Value is_given(const CallContext&, std::span<const Value> arguments) {
  return Value::boolean(!arguments[0].is_unknown());
}

TEST_CASE("functions of the host stand beside the built-in ones, and before them") {
  static constexpr Overload size_overloads[] = {{"size(int) -> int", &twice}};
  static constexpr Overload longer_overloads[] = {{"string.longer() -> string", &longer}};
  static constexpr Overload given_overloads[] = {
      {.signature = "given(T) -> bool", .call = &is_given, .takes_unknown = true}};
  static constexpr Overload in_house[] = {{"house.twice(int) -> int", &twice}};
  Shop shop;
  shop.environment.add_function({"size", size_overloads, "Twice.", "size(2)", "4"});
  shop.environment.add_function({"longer", longer_overloads, "Longer.", "'a'.longer()", "\"a\""});
  shop.environment.add_function({"given", given_overloads, "Given.", "given(1)", "true"});
  shop.environment.add_function({"house.twice", in_house, "Twice.", "house.twice(2)", "4"});
  CHECK(shop("size(21)") == "42");
  CHECK(shop("size('a')") == "0-4: no overload of 'size' for (string); there are: size(int) → int");
  CHECK(shop("tool.name.longer()") == "\"CRM\"");
  CHECK(shop("''.longer()") == "error(\"there is nothing to make longer\")");
  CHECK(shop("given(tool.price)", 0) == "true");
  CHECK(shop("given(tool.price)", 1) == "false");
  CHECK(shop("given(1 / 0)", 1) == "error(\"division by zero\")");
  CHECK(shop("house.twice(4)") == "8");
  CHECK(shop("house.twice") == "0-5: undeclared name 'house' (one of: tool, org, as_of)");
  shop.environment.set_container("house");
  CHECK(shop("twice(4)") == "8");
  CHECK(shop("house.twice(4)") == "8");
}

TEST_CASE("a place of an error is that of the part that failed") {
  Shop shop;
  struct Case {
    std::string_view text, part;
  };
  for (const Case& c : std::initializer_list<Case>{{"1 + 2 / 0", "/"},
                                                   {"[1, 2].map(x, 10 / (x - 1))", "/"},
                                                   {"'abc'.substring(4)", "substring"},
                                                   {"tool.tags[5]", "["},
                                                   {"{'a': 1}.b", "b"},
                                                   {"timestamp(tool.name)", "timestamp"}}) {
    INFO(c.text);
    const Compiled compiled = compile(shop.environment, c.text);
    REQUIRE(compiled.program);
    const Value value = shop.evaluate(*compiled.program);
    REQUIRE(value.is_error());
    CHECK(c.text.substr(value.as_error()->offset).starts_with(c.part));
  }
}

// Each part that was evaluated, with its value; records shortened.
std::string traced(Shop& shop, std::string_view text, std::size_t tool) {
  const Compiled compiled = compile(shop.environment, text);
  if (!compiled.program) return Shop::issues_text(compiled.issues);
  std::string shown;
  for (const TraceEntry& entry : shop.trace(*compiled.program, tool)) {
    const std::string value = to_text(entry.value);
    shown += std::string(text.substr(entry.begin, entry.end - entry.begin)) + " = " +
             (value.find("record") == std::string::npos ? value : "…") + "\n";
  }
  return shown;
}

TEST_CASE("a trace shows what decided, and what was missing") {
  Shop shop;
  CHECK(traced(shop, "tool.seats.active >= tool.seats.purchased / 2", 0) ==
        "tool.seats.active >= tool.seats.purchased / 2 = false\n"
        "tool.seats.active = 40\n"
        "tool = …\n"
        "tool.seats.purchased / 2 = 50\n"
        "tool.seats.purchased = 100\n"
        "tool = …\n");
  CHECK(traced(shop, "tool.price > 1.0", 1) ==
        "tool.price > 1.0 = unknown(price)\n"
        "tool.price = unknown(price)\n"
        "tool = …\n");
  CHECK(traced(shop, "true ? tool.name : ''", 1) ==
        "true ? tool.name : '' = \"Bare\"\n"
        "tool.name = \"Bare\"\n"
        "tool = …\n");
  CHECK(traced(shop, "1 / 0 == 1", 0) ==
        "1 / 0 == 1 = error(\"division by zero\")\n"
        "1 / 0 = error(\"division by zero\")\n");
}

TEST_CASE("what an expression reads is known without evaluating it") {
  Shop shop;
  const auto reads = [&](std::string_view text) {
    const Compiled compiled = compile(shop.environment, text);
    if (!compiled.program) return Shop::issues_text(compiled.issues);
    std::string shown;
    for (const FieldRead& read : compiled.program->reads())
      shown += std::string(read.struct_name) + "." + read.path + (read.presence_only ? "?" : "") + " ";
    return shown;
  };
  CHECK(reads("1 + 1") == "");
  CHECK(reads("tool.name") == "Tool.name ");
  CHECK(reads("has(tool.name)") == "Tool.name? ");
  CHECK(reads("has(tool.name) && tool.name != ''") == "Tool.name ");
  CHECK(reads("tool.seats.active + tool.seats.active") == "Tool.seats.active ");
  CHECK(reads("has(tool.seats.active)") == "Tool.seats.active? ");
  CHECK(reads("has(tool.owner.name)") == "Person.name? Tool.owner? ");
  CHECK(reads("org.tools.all(t, t.seats.active > 0)") == "Organisation.tools Tool.seats.active ");
  CHECK(reads("org.tools[0].name") == "Tool.name Organisation.tools ");
  CHECK(reads("cel.bind(t, tool, t.name)") == "Tool.name ");
  CHECK(reads("dyn(tool).name") == "");
  CHECK(reads("tool.?owner.?name") == "Tool.owner? ");
  CHECK(reads("false && tool.age > 1") == "Tool.age ");
}

}  // namespace
}  // namespace martech_audit::cel

// Macros: their forms, their variables, and what they give where a round goes wrong.
#include "cases.h"

namespace martech_audit::cel {
namespace {

TEST_CASE("a variable of a macro hides what is outside, and is gone after it") {
  check({
      {"[1, 2].map(x, [x].map(x, x + 10))", "[[11], [12]]"},
      {"[1].exists(tool, tool == 1)", "true"},
      {"['a'].map(tool, tool) == ['a'] && tool.name == 'CRM'", "true"},
      {"[1].all(x, true) && x", "20-21: undeclared name 'x' (one of: tool, org, as_of)"},
      {"[x].map(x, x)", "1-2: undeclared name 'x' (one of: tool, org, as_of)"},
      {"[1].map(x, y)", "11-12: undeclared name 'y' (one of: x, tool, org, as_of)"},
      {"[1].map(int, int + 1)", "[2]"},
      {"[1].map(total, totl)", "15-19: undeclared name 'totl' (did you mean 'total'?)"},
      {"cel.bind(a, 1, cel.bind(b, a + 1, a + b))", "3"},
      {"cel.bind(a, a, 1)", "12-13: undeclared name 'a' (one of: tool, org, as_of)"},
      {"[1, 2].map(x, x) + [3].map(x, x)", "[1, 2, 3]"},
      {"[[1, 2], [3]].map(l, l.map(x, [x].exists(y, y == l[0])))", "[[true, false], [true]]"},
      {"[1].map(.x, x)", "8-10: 'map' needs the plain name of a variable here"},
      {"[1].map(a.b, 1)", "8-11: 'map' needs the plain name of a variable here"},
      {"[1].map(for, 1)", "8-11: 'for' is a reserved word (choose another name)"},
      {"[1].transformList(i, i, i)", "21-22: the two variables need different names"},
      {"[1].reduce(a, a, 0, a)", "14-15: the two variables need different names"},
  });
}

TEST_CASE("loops over maps go by keys, or by keys and values") {
  check({
      {"{'a': 1, 'b': 2}.all(k, k < 'c')", "true"},
      {"{'a': 1, 'b': 2}.all(k, v, v < 2)", "false"},
      {"{'a': 1, 'b': 2}.exists(k, v, k == 'b' && v == 1)", "false"},
      {"{'a': 1, 'b': 2}.exists_one(k, k == 'a')", "true"},
      {"{'a': 1, 'b': 2}.existsOne(k, v, v > 0)", "false"},
      {"{'a': 1, 'b': 2}.filter(k, k != 'a')", "[\"b\"]"},
      {"{'a': 1, 'b': 2}.map(k, k == 'b', k + k)", "[\"bb\"]"},
      {"{'a': 1, 'b': 2}.transformList(k, v, k + string(v))", "[\"a1\", \"b2\"]"},
      {"{'a': 1, 'b': 2}.transformList(k, v, v > 1, k)", "[\"b\"]"},
      {"{'a': 1, 'b': 2}.transformMap(k, v, v * 10)", "{\"a\": 10, \"b\": 20}"},
      {"{'a': 1, 'b': 2}.transformMap(k, v, v == 1, v)", "{\"a\": 1}"},
      {"['x', 'y'].transformMap(i, v, v)", "{0: \"x\", 1: \"y\"}"},
      {"['x', 'y'].transformMapEntry(i, v, {v: i})", "{\"x\": 0, \"y\": 1}"},
      {"['x', 'y'].transformMapEntry(i, v, i > 0, {v: i})", "{\"y\": 1}"},
      {"[1, 2].transformMapEntry(i, v, {v: i, v + 10: i})", "{1: 0, 11: 0, 2: 1, 12: 1}"},
      {"['x', 'x'].transformMapEntry(i, v, {v: i})", "error(\"a key is repeated\")"},
      {"['x'].transformMapEntry(i, v, {})", "{}"},
      {"{'a': 1, 'b': 2}.reduce(text, k, '', text + k)", "\"ab\""},
      {"{}.all(k, false) && !{}.exists(k, true)", "true"},
      {"{'b': 1, 'a': 2}.map(k, k)", "[\"b\", \"a\"]"},
  });
}

TEST_CASE("a round that goes wrong matters unless another decides") {
  check({
      {"[1, 0].all(x, 1 / x > 0)", "error(\"division by zero\")"},
      {"[0, 2].all(x, 1 / x > 0)", "false"},
      {"[0, 2].exists(x, 1 / x == 0)", "true"},
      {"[0, 2].exists(x, 1 / x == 1)", "error(\"division by zero\")"},
      {"[0, 1].exists_one(x, 1 / x == 1)", "error(\"division by zero\")"},
      {"[0, 1].filter(x, 1 / x == 1)", "error(\"division by zero\")"},
      {"[0, 1].map(x, x > 0, 1 / x)", "[1]"},
      {"[0, 1].map(x, 1 / x > 0, x)", "error(\"division by zero\")"},
      {"[2, 0].transformMap(i, x, 1 / x)", "error(\"division by zero\")"},
      {"[2, 0].transformMapEntry(i, x, {1 / x: i})", "error(\"division by zero\")"},
      {"[2, 0].sortBy(x, 1 / x)", "error(\"division by zero\")"},
      {"[2, 0].reduce(total, x, 0, total + 1 / x)", "error(\"division by zero\")"},
      {"[1].reduce(total, x, 1 / 0, total)", "error(\"division by zero\")"},
      {"cel.bind(x, 1 / 0, 2)", "2"},
      {"cel.bind(x, 1 / 0, x > 0 || true)", "true"},
      {"cel.bind(x, 1 / 0, x)", "error(\"division by zero\")"},
      {"optional.of(0).optMap(x, 1 / x)", "error(\"division by zero\")"},
      {"optional.none().optMap(x, 1 / 0)", "optional.none()"},
      {"[1, 2].all(x, dyn('a'))", "error(\"no such overload: 'all' for (string)\")"},
      {"[1, 2].exists(x, dyn(1))", "error(\"no such overload: 'exists' for (int)\")"},
      {"[1].filter(x, dyn(x))", "error(\"no such overload: 'filter' for (int)\")"},
      {"[1].exists_one(x, dyn(null))", "error(\"no such overload: 'exists_one' for (null_type)\")"},
      {"[1].map(x, dyn(1), x)", "error(\"no such overload: 'map' for (int)\")"},
      {"[1].transformMapEntry(i, x, dyn(x))", "error(\"no such overload: 'transformMapEntry' for (int)\")"},
      {"[dyn(1), dyn('a')].sortBy(x, x)", "error(\"these keys have no order among them\")"},
  });
}

TEST_CASE("what is no list or map cannot be gone over") {
  check({
      {"dyn(1).all(x, true)", "error(\"no such overload: 'all' for (int)\")"},
      {"dyn('ab').map(x, x)", "error(\"no such overload: 'map' for (string)\")"},
      {"dyn({'a': 1}).sortBy(x, x)", "error(\"no such overload: 'sortBy' for (map)\")"},
      {"dyn(1).optMap(x, x)", "error(\"no such overload: 'optMap' for (int)\")"},
      {"optional.of(1).optFlatMap(x, dyn(x))", "error(\"no such overload: 'optFlatMap' for (int)\")"},
      {"'ab'.filter(c, c == 'a')",
       "0-4: 'filter' needs a list or a map, this is string (a list of one is written [x])"},
      {"tool.filter(c, true)",
       "0-4: 'filter' needs a list or a map, this is Tool (a list of one is written [x])"},
      {"{'a': 1}.sortBy(x, x)",
       "0-8: 'sortBy' needs a list, this is map(string, int) (a list of one is written [x])"},
      {"[1].optMap(x, x)", "0-3: 'optMap' needs an optional, this is list(int) (make one: optional.of(x))"},
  });
}

TEST_CASE("bodies are checked as what they are for") {
  check({
      {"[1].exists(x, 'a')",
       "14-17: 'exists' needs a bool here, this is string (write a condition, such as x > 0 or x == "
       "\"text\")"},
      {"[1].filter(x, null)",
       "14-18: 'filter' needs a bool here, this is null_type (write a condition, such as x > 0 or x == "
       "\"text\")"},
      {"[1].map(x, x, x)",
       "11-12: 'map' needs a bool here, this is int (write a condition, such as x > 0 or x == \"text\")"},
      {"[1].transformMap(i, v, v, v)",
       "23-24: 'transformMap' needs a bool here, this is int (write a condition, such as x > 0 or x == "
       "\"text\")"},
      {"[1].transformMapEntry(i, v, v)",
       "28-29: 'transformMapEntry' needs a map of one entry, this is int (write {key: value})"},
      {"[1].reduce(total, x, '', total + x)",
       "31-32: no overload of '+' for (string, int); there are: int + int, uint + uint, double + double, "
       "string + string, bytes + bytes, list + list, duration + duration, timestamp + duration, duration + "
       "timestamp"},
      {"[1].reduce(total, x, 0, 1.5)",
       "24-27: 'reduce' starts with int and goes on with double; both must be of one type (start with a "
       "value of the type that it goes on with)"},
      {"[1.5].reduce(total, x, [], total + [x])", "[1.5]"},
      {"[{'a': 1}].exists(m, m.a == 'x')",
       "25-27: no overload of '==' for (int, string); there are: two of one type"},
      {"optional.of(1).optFlatMap(x, x)",
       "29-30: 'optFlatMap' needs an optional here, this is int (make one: optional.of(x))"},
  });
}

TEST_CASE("a macro with too few or too many arguments says how it is written") {
  check({
      {"org.tools.exists(t.name == 'CRM')",
       "10-16: 'exists' does not take 1 argument (write x.exists(item, condition) or x.exists(key, item, "
       "condition))"},
      {"[1].all(true)",
       "4-7: 'all' does not take 1 argument (write x.all(item, condition) or x.all(key, item, condition))"},
      {"[1].filter()", "4-10: 'filter' does not take 0 arguments (write x.filter(item, condition))"},
      {"[1].map(i, x, true, x)",
       "4-7: 'map' does not take 4 arguments (write x.map(item, value) or x.map(item, condition, value))"},
      {"[1].reduce(a, x, a)",
       "4-10: 'reduce' does not take 3 arguments (write x.reduce(result, item, start, next))"},
      {"[1].sortBy()", "4-10: 'sortBy' does not take 0 arguments (write x.sortBy(item, value))"},
      {"has()", "0-3: 'has' does not take 0 arguments (write has(a.b))"},
      {"has(tool.name, tool.owner)", "0-3: 'has' does not take 2 arguments (write has(a.b))"},
      {"cel.bind(x, 1)", "4-8: 'bind' does not take 2 arguments (write cel.bind(name, value, result))"},
      {"all([1], x, true)",
       "9-10: undeclared name 'x' (one of: tool, org, as_of)\n0-3: there is no function 'all'"},
  });
}

TEST_CASE("has() asks for one field, and nothing else") {
  check({
      {"has(tool.seats.active)", "true"},
      {"has({'a': 1}.a) && !has({'a': 1}.b)", "true"},
      {"has({'a': {'b': null}}.a.b)", "true"},
      {"has({}.a.b)", "error(\"no such key: 'a'\")"},
      {"has(tool.?owner.name)", "true"},
      {"has(tool.nme)", "9-12: Tool has no field 'nme' (did you mean 'name'?)"},
      {"has(tool)", "4-8: 'has' needs a field, such as has(a.b)"},
      {"has(tool.?owner)", "4-15: 'has' needs a field, such as has(a.b)"},
      {"has(tool['name'])", "4-16: 'has' needs a field, such as has(a.b)"},
      {"has(size(tool.name))", "4-19: 'has' needs a field, such as has(a.b)"},
      {"has(tool.name.first)", "14-19: a value of type string has no fields (leave '.first' out)"},
      {"has(dyn(1).a)", "error(\"no field 'a' in a value of type int\")"},
      {"has(optional.of({'a': 1}).a)", "true"},
      {"has(optional.none().a)", "false"},
  });
}

}  // namespace
}  // namespace martech_audit::cel

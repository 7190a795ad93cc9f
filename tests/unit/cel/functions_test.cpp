#include <algorithm>
#include <set>

#include "cel/signature.h"
#include "shop.h"
#include "support/catch.h"

namespace martech_audit::cel {
namespace {

std::string evaluated(std::string_view text) {
  static Shop shop;
  return shop(std::string(text));
}

TEST_CASE("every function has a summary and an example that holds") {
  for (const Function* function : all_functions()) {
    INFO(function->name);
    CHECK(function->summary.ends_with('.'));
    CHECK(!function->overloads.empty());
    CHECK(evaluated(function->example) == function->result);
  }
}

TEST_CASE("the table of functions is sorted, and every signature is read") {
  const auto all = all_functions();
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const Function* a, const Function* b) { return a->name < b->name; }));
  std::set<std::string_view> names;
  for (const Function* function : all) {
    CHECK(names.insert(function->name).second);
    for (const Overload& overload : function->overloads) {
      INFO(overload.signature);
      CHECK(overload.call != nullptr);
      CHECK(overload.signature.find(std::string(function->name) + "(") != std::string_view::npos);
      Arena arena;
      CHECK(read_signature(overload, function->name, arena) != nullptr);
    }
  }
}

struct CallCase {
  std::string_view text;
  std::string_view result;
};

constexpr CallCase cases[] = {
    // what rule authors ask for
    {"[].avg()", "error(\"avg() of an empty list; check size() > 0 first\")"},
    {"[1u, 2u].avg()", "1.5"},
    {"[dyn(1), dyn(2.5)].avg()", "1.75"},
    {"[dyn(1), dyn('a')].avg()", "error(\"'avg' needs numbers\")"},
    {"[1.5, 0.5].min() + [1.5, 0.5].max()", "2.0"},
    {"[timestamp('2026-11-23T00:00:00Z'), timestamp('2025-11-23T00:00:00Z')].max().getFullYear()", "2026"},
    {"[].max()", "error(\"min() or max() of an empty list; check size() > 0 first\")"},
    {"[dyn(1), dyn('a')].min()", "error(\"these values cannot be ordered\")"},
    {"[[1], [2]].min()", "error(\"these values cannot be ordered\")"},
    {"timestamp('2024-02-29T01:02:03.5Z').addMonths(12)", "timestamp(\"2025-02-28T01:02:03.5Z\")"},
    {"timestamp('2026-11-23T00:00:00Z').addMonths(-12)", "timestamp(\"2025-11-23T00:00:00Z\")"},
    {"timestamp('9999-12-01T00:00:00Z').addMonths(1)", "error(\"the timestamp is out of range\")"},
    {"timestamp('2026-11-23T00:00:00Z').addMonths(9223372036854775807)",
     "error(\"more months than ten thousand years\")"},
    // numbers
    {"9223372036854775807 + 1", "error(\"the result does not fit into 64 bits\")"},
    {"-9223372036854775808 / -1", "error(\"the result does not fit into 64 bits\")"},
    {"-9223372036854775808 % -1", "error(\"the result does not fit into 64 bits\")"},
    {"1 / 0", "error(\"division by zero\")"},
    {"1u - 2u", "error(\"the result does not fit into 64 bits\")"},
    {"1.0 / 0.0", "double(\"Infinity\")"},
    {"0.0 / 0.0 == 0.0 / 0.0", "false"},
    {"0.0 / 0.0 < 1.0 || 0.0 / 0.0 >= 1.0", "false"},
    {"dyn(1) == 1u && dyn(1u) == 1.0", "true"},
    {"1 in [dyn(1.0)]", "true"},
    {"int(9223372036854775807.0)", "error(\"the number is outside the range of int\")"},
    {"int(-1.9)", "-1"},
    {"int('+5')", "5"},
    {"int('5x')", "error(\"\\\"5x\\\" is no int\")"},
    {"uint(-1)", "error(\"the number is outside the range of uint\")"},
    {"double('1e3')", "1000.0"},
    {"double('NaN')", "double(\"NaN\")"},
    {"string(1e21)", "\"1e+21\""},
    {"string(5000000.0)", "\"5000000\""},
    {"string(0.1 + 0.2)", "\"0.30000000000000004\""},
    {"string(-0.0)", "\"-0\""},
    {"math.sign(-0.5)", "-1.0"},
    {"math.greatest(['a'])", "error(\"a string is no number\")"},
    // strings count code points
    {"'☺é'.size()", "2"},
    {"'a☺b'.charAt(1)", "\"☺\""},
    {"'a☺b'.charAt(4)", "error(\"index out of range: 4\")"},
    {"'a☺b☺'.lastIndexOf('☺')", "3"},
    {"'abc'.indexOf('', 3)", "3"},
    {"'abc'.replace('', '-')", "\"-a-b-c-\""},
    {"'abc'.replace('', '-', 2)", "\"-a-bc\""},
    {"'a☺'.split('')", "[\"a\", \"☺\"]"},
    {"''.split('')", "[]"},
    {"''.split(',')", "[\"\"]"},
    {"'a,b,c'.split(',', 2)", "[\"a\", \"b,c\"]"},
    {"'a,b,c'.split(',', -1)", "[\"a\", \"b\", \"c\"]"},
    {"'\\u2003 a b\\n'.trim()", "\"a b\""},
    {"'  '.trim()", "\"\""},
    {"'a☺'.reverse()", "\"☺a\""},
    {"'ÀB'.lowerAscii()", "\"Àb\""},
    {"'hello'.substring(2, 1)", "error(\"the end of the substring is before its start\")"},
    {"string(b'\\xff')", "error(\"these bytes are not UTF-8\")"},
    {"'%s|%5'.format([1])", "error(\"there is no format clause \\\"%5\\\"\")"},
    {"'%d%%'.format([50])", "\"50%\""},
    {"'%x %X %o %b'.format([-255, 255, 8, 5])", "\"-ff FF 10 101\""},
    {"'%s'.format([[1.5, {'b': 1, 'a': duration('90s')}]])", "\"[1.5, {a: 90s, b: 1}]\""},
    {"'%s'.format([])", "error(\"the format has more clauses than there are values\")"},
    {"'%d'.format([1.5])", "error(\"the format clause \\\"%d\\\" cannot show a double\")"},
    // regular expressions
    {"'Résumé'.matches('^R.sum.$')", "true"},
    {"'a'.matches(tool.name + '(')", "error(\"invalid regular expression: missing ): CRM(\")"},
    {"regex.replace('banana', 'a', 'x', 2)", "\"bxnxna\""},
    {"regex.replace('abc', '', '-')", "\"-a-b-c-\""},
    {"regex.replace('abc', '(b)', r'[\\1]')", "\"a[b]c\""},
    {"regex.replace('abc', 'b', r'\\1')", "error(\"the replacement names an unknown group\")"},
    {"regex.extract('abc', 'x')", "optional.none()"},
    {"regex.extractAll('a=1,b=2', '([a-z])=')", "[\"a\", \"b\"]"},
    {"regex.extract('ab', '(a)(b)')", "error(\"the expression has more than one group\")"},
    // time
    {"timestamp('2024-02-29T00:00:00Z') + duration('24h')", "timestamp(\"2024-03-01T00:00:00Z\")"},
    {"timestamp('2023-02-29T00:00:00Z')",
     "error(\"\\\"2023-02-29T00:00:00Z\\\" is not a timestamp between the years 1 and 9999\")"},
    {"timestamp('2024-01-01T00:00:00.5+01:00')", "timestamp(\"2023-12-31T23:00:00.5Z\")"},
    {"timestamp(0) - duration('1ns')", "timestamp(\"1969-12-31T23:59:59.999999999Z\")"},
    {"timestamp('9999-12-31T23:59:59Z') + duration('1s')",
     "error(\"the result is outside the range of time\")"},
    {"duration('-1.5h')", "duration(\"-5400s\")"},
    {"duration('1h1m1s1ms1us1ns')", "duration(\"3661.001001001s\")"},
    {"duration('1µs')", "duration(\"0.000001s\")"},
    {"duration('1')", "error(\"\\\"1\\\" is not a duration, or is too long\")"},
    {"duration('0')", "duration(\"0s\")"},
    {"duration('3730s').getMinutes()", "62"},
    {"timestamp('2024-06-30T22:30:00Z').getHours('02:00')", "0"},
    {"timestamp('2024-06-30T22:30:00Z').getMonth('+02:00')", "6"},
    {"timestamp('2024-06-30T22:30:00Z').getHours('25:00')", "error(\"there is no time zone '25:00'\")"},
    {"timestamp('2024-06-30T22:30:00Z').getHours('Europe/Berlin')", "0"},
    {"timestamp('2024-12-31T22:30:00Z').getHours('Europe/Berlin')", "23"},
    {"timestamp('2500-07-01T12:00:00Z').getHours('America/New_York')", "8"},
    {"timestamp('0001-01-01T00:00:00Z').getFullYear('America/New_York')", "0"},
    {"timestamp('2024-06-30T22:30:00Z').getHours('US/Pacific')", "15"},
    {"timestamp(0).getHours('Mars/Olympus')", "error(\"there is no time zone 'Mars/Olympus'\")"},
    {"timestamp(0).getHours('Factory')", "error(\"there is no time zone 'Factory'\")"},
    {"timestamp(0).getHours('file:/etc/localtime')",
     "error(\"there is no time zone 'file:/etc/localtime'\")"},
    {"timestamp(0).getHours('libc:localtime')", "error(\"there is no time zone 'libc:localtime'\")"},
    {"timestamp('1969-12-31T00:00:00Z').getDayOfWeek()", "3"},
    // lists, maps, sets
    {"[3, 1, 2].sort()", "[1, 2, 3]"},
    {"['b', 'a'].sortBy(x, x)", "[\"a\", \"b\"]"},
    {"[1, 'a'].sort()", "error(\"these values cannot be ordered\")"},
    {"[[1, [2]], [3]].flatten(2)", "[1, 2, 3]"},
    {"[1, 2, 3].slice(2, 4)", "error(\"there is no slice from 2 to 4\")"},
    {"[duration('1s'), duration('2s')].sum()", "duration(\"3s\")"},
    {"[9223372036854775807, 1].sum()", "error(\"the result does not fit into 64 bits\")"},
    {"[1, 2, 3].reduce(total, x, 10, total + x)", "16"},
    {"[1, 2][2]", "error(\"no such index: 2\")"},
    {"{'a': 1}['b']", "error(\"no such key: \\\"b\\\"\")"},
    {"{1: 'a', 1u: 'b'}", "error(\"a key is repeated\")"},
    {"{'a': 1}.transformMapEntry(k, v, {v: k})", "{1: \"a\"}"},
    {"[1, 1].transformMapEntry(i, v, {v: i})", "error(\"a key is repeated\")"},
    {"sets.equivalent([1], [1.0, dyn(1u)])", "true"},
    {"lists.range(-1)", "[]"},
    {"optional.of(1).orValue(1 / 0)", "1"},
    {"optional.none().value()", "error(\"optional.none() has no value\")"},
    {"base64.decode('aGVsbG8')", "b\"hello\""},
    {"base64.decode('a')", "error(\"this is not base64\")"},
    {"[1, 2].exists(x, 1 / (x - 1) == 1)", "true"},
    {"[1, 2].map(x, 1 / (x - 1))", "error(\"division by zero\")"},
    {"cel.bind(x, 2, x * x)", "4"},
    {"{'a': 1, 'b': 2}.exists(k, v, k == 'b' && v == 2)", "true"},
};

TEST_CASE("functions and operators at their edges") {
  for (const CallCase& c : cases) {
    INFO(c.text);
    CHECK(evaluated(c.text) == c.result);
  }
}

Value double_it(const CallContext& context, std::span<const Value> arguments) {
  const auto factor = context.host != nullptr ? *static_cast<const std::int64_t*>(context.host) : 2;
  return Value::integer(factor * arguments[0].as_integer());
}

TEST_CASE("a host adds functions of its own") {
  static constexpr Overload overloads[] = {{"times(int) -> int", &double_it}};
  Environment environment;
  environment.add_function({"times", overloads, "Multiplies.", "times(2)", "4"});
  const Compiled compiled = compile(environment, "times(21)");
  REQUIRE(compiled.program);
  Arena arena;
  const std::int64_t factor = 3;
  Activation activation{{}, {}, arena, &factor};
  CHECK(to_text(compiled.program->evaluate(activation)) == "63");
}

TEST_CASE("an evaluation ends when its budget does") {
  Shop shop;
  for (const std::string_view text : {
           "lists.range(1000).all(x, lists.range(1000).all(y, x + y >= 0))",
           "true || lists.range(1000).all(x, lists.range(1000).all(y, x + y >= 0)) || true",
           "lists.range(60).reduce(text, i, 'ab', text + text) == ''",
           "lists.range(60).reduce(l, i, [1], l + l).size() == 1",
           "lists.range(60).reduce(l, i, dyn([]), [l, l]) == lists.range(60).reduce(l, i, dyn([]), [l, l])",
           "'%s'.format([lists.range(60).reduce(l, i, dyn([]), [l, l])]) == ''",
           "lists.range(60).reduce(l, i, dyn([]), [l, l]).flatten(60) == []",
           ("lists.range(1000).map(x, 'a').join('').replace('a', lists.range(1000).map(x, 'a').join('')) == "
            "''"),
       }) {
    INFO(text);
    const Compiled compiled = compile(shop.environment, text);
    REQUIRE(Shop::issues_text(compiled.issues) == "");
    const Value value = shop.evaluate(*compiled.program, 0, 20'000);
    if (text.starts_with("true ||")) {
      CHECK(to_text(value) == "true");
    } else {
      CHECK(to_text(value) ==
            "error(\"stopped here: this takes more than the 20000 steps that one evaluation may take\")");
    }
    shop.arena.reset();
  }
}

TEST_CASE("no text is made that is longer than a mebibyte") {
  Shop shop;
  const std::string long_text = "lists.range(19).reduce(text, i, 'ab', text + text)";  // 1 MiB
  for (const std::string& text :
       {"(" + long_text + " + 'c')", "[" + long_text + ", 'c'].join()", long_text + ".replace('a', 'cc')",
        "regex.replace(" + long_text + ", 'a', 'cc')", "'%s%s'.format([" + long_text + ", 'c'])",
        long_text + ".replace('', 'c')"}) {
    INFO(text);
    const Compiled compiled = compile(shop.environment, text + ".size()");
    REQUIRE(Shop::issues_text(compiled.issues) == "");
    CHECK(to_text(shop.evaluate(*compiled.program, 0)) == "error(\"the result is too long\")");
    shop.arena.reset();
  }
  const Compiled most = compile(shop.environment, long_text + ".size()");
  CHECK(to_text(shop.evaluate(*most.program, 0)) == "1048576");
}

TEST_CASE("one program serves many activations") {
  Shop shop;
  const Compiled compiled = compile(shop.environment, "tool.name + '!'");
  CHECK(to_text(shop.evaluate(*compiled.program, 0)) == "\"CRM!\"");
  CHECK(to_text(shop.evaluate(*compiled.program, 1)) == "\"Bare!\"");
}

TEST_CASE("a value that is not as declared is an error") {
  Environment environment;
  environment.declare("n", Type::of(TypeKind::integer));
  const Compiled compiled =
      compile(environment, "size(string(n + 1)) > 0 && n.startsWith == 1", {.expected = {}, .check = false});
  REQUIRE(compiled.program);
  Arena arena;
  const std::array<Value, 1> wrong = {Value::string("x")};
  Activation activation{wrong, {}, arena};
  CHECK(to_text(compiled.program->evaluate(activation)) ==
        "error(\"no such overload: '+' for (string, int)\")");
  Activation empty{{}, {}, arena};
  CHECK(to_text(compiled.program->evaluate(empty)) == "error(\"this variable has no value\")");
}

}  // namespace
}  // namespace martech_audit::cel

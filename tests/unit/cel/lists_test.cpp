// Functions of lists, numbers, sets and optionals at their edges.
#include "cases.h"

namespace martech_audit::cel {
namespace {

TEST_CASE("sums and means are of numbers, each in its own type") {
  check({
      {"[].sum()", "0.0"},
      {"[1, 2].sum()", "3"},
      {"[1u, 2u].sum()", "3u"},
      {"[0.5, 0.25].sum()", "0.75"},
      {"[1].filter(x, false).sum()", "0"},
      {"[duration('1h'), duration('-30m')].sum()", "duration(\"1800s\")"},
      {"['a', 'b'].sum()",
       "11-14: no overload list(string).sum(); there are: list(double).sum() → double, list(int).sum() → "
       "int, "
       "list(uint).sum() → uint, list(duration).sum() → duration"},
      {"[dyn('a'), dyn('b')].sum()", "error(\"'sum' needs numbers or durations\")"},
      {"[dyn(1), dyn(2u)].sum()", "error(\"no such overload: '+' for (int, uint)\")"},
      {"[dyn(1), dyn('a')].sum()", "error(\"no such overload: '+' for (int, string)\")"},
      {"[dyn(null)].sum()", "error(\"'sum' needs numbers or durations\")"},
      {"[18446744073709551615u, 1u].sum()", "error(\"the result does not fit into 64 bits\")"},
      {"[9223372036854775807, 1, -1].sum()", "error(\"the result does not fit into 64 bits\")"},
      {"[1].avg()", "1.0"},
      {"[1, 2].avg()", "1.5"},
      {"[9223372036854775807, 9223372036854775807].avg()", "9223372036854775808.0"},
      {"[dyn(1), dyn(2u), dyn(4.5)].avg()", "2.5"},
      {"[1, 2, 6].map(x, x * 2).avg()", "6.0"},
  });
}

TEST_CASE("the least and the greatest item, the first of equal ones") {
  check({
      {"[2, 1, 3].min()", "1"},
      {"[2, 1, 3].max()", "3"},
      {"['b', 'a'].min()", "\"a\""},
      {"[true, false].max()", "true"},
      {"[dyn(1), dyn(1.0), dyn(1u)].max()", "1"},
      {"[dyn(1.0), dyn(1)].min()", "1.0"},
      {"[duration('1s'), duration('-1s')].min()", "duration(\"-1s\")"},
      {"[null].max()", "error(\"these values cannot be ordered\")"},
      {"[{'a': 1}].min()", "error(\"these values cannot be ordered\")"},
      {"math.greatest(1, 2u)", "2u"},
      {"math.greatest(1, 1.0)", "1"},
      {"math.least(1.0, 1)", "1.0"},
      {"math.greatest([1, 3, 2])", "3"},
      {"math.greatest([])", "error(\"there is no number to choose\")"},
      {"math.least(dyn('a'), 1)", "error(\"a string is no number\")"},
      {"math.greatest(-9223372036854775808, 18446744073709551615u)", "18446744073709551615u"},
      {"math.least(5)", "5"},
      {"math.least('a')", "error(\"a string is no number\")"},
  });
}

TEST_CASE("lists are cut, turned, flattened and sorted") {
  check({
      {"[1, 2, 3].slice(0, 3)", "[1, 2, 3]"},
      {"[1, 2, 3].slice(1, 1)", "[]"},
      {"[1, 2, 3].slice(3, 3)", "[]"},
      {"[1, 2, 3].slice(-1, 1)", "error(\"there is no slice from -1 to 1\")"},
      {"[1, 2, 3].slice(2, 1)", "error(\"there is no slice from 2 to 1\")"},
      {"[1, 2, 3].slice(0, 4)", "error(\"there is no slice from 0 to 4\")"},
      {"[].reverse()", "[]"},
      {"[1, [2, 3]].reverse()", "[[2, 3], 1]"},
      {"[[1], [], [2, 3]].flatten()", "[1, 2, 3]"},
      {"[[1, [2]], 3].flatten()", "[1, [2], 3]"},
      {"[[1, [2, [3]]]].flatten(2)", "[1, 2, [3]]"},
      {"[[1], 2].flatten(0)", "[[1], 2]"},
      {"[[1]].flatten(-1)", "error(\"'flatten' needs a depth of at least 0\")"},
      {"[[1, [2]]].flatten(9223372036854775807)", "[1, 2]"},
      {"[1, 1u, 1.0, 'a', 'a'].distinct()", "[1, \"a\"]"},
      {"[[1], [1], [2]].distinct()", "[[1], [2]]"},
      {"[].distinct()", "[]"},
      {"[3, 1, 2].sort()", "[1, 2, 3]"},
      {"['b', 'a', 'B'].sort()", "[\"B\", \"a\", \"b\"]"},
      {"[dyn(2), dyn(1.5), dyn(1u)].sort()", "[1u, 1.5, 2]"},
      {"[true, false].sort()", "[false, true]"},
      {"[].sort()", "[]"},
      {"[null].sort()", "[null]"},
      {"[null, null].sort()", "error(\"these values cannot be ordered\")"},
      {"[dyn(2), dyn('a'), dyn(1)].sort()", "error(\"these values cannot be ordered\")"},
      {"['bb', 'a', 'cc'].sortBy(w, size(w))", "[\"a\", \"bb\", \"cc\"]"},
      {"['bb', 'a', 'cc'].sortBy(w, -size(w))", "[\"bb\", \"cc\", \"a\"]"},
      {"lists.range(0)", "[]"},
      {"lists.range(2)", "[0, 1]"},
      {"lists.range(1000001)", "error(\"'lists.range' makes at most a million numbers\")"},
      {"[1, 2].first().value() + [1, 2].last().value()", "3"},
      {"[].first()", "optional.none()"},
      {"size([1, 2]) + [1].size() + size({'a': 1}) + {}.size() + size(b'\\xff') + 'é'.size()", "6"},
  });
}

TEST_CASE("rounding is to whole numbers, and keeps what is no number") {
  check({
      {"math.round(0.5) + math.round(-0.5)", "0.0"},
      {"math.round(2.5)", "3.0"},
      {"math.round(-2.5)", "-3.0"},
      {"math.ceil(-0.5)", "-0.0"},
      {"math.ceil(1.0)", "1.0"},
      {"math.floor(-0.5)", "-1.0"},
      {"math.trunc(1.9) + math.trunc(-1.9)", "0.0"},
      {"math.round(double('NaN'))", "double(\"NaN\")"},
      {"math.floor(double('-Infinity'))", "double(\"-Infinity\")"},
      {"math.abs(-2.5)", "2.5"},
      {"math.abs(-9223372036854775808)", "error(\"the result does not fit into 64 bits\")"},
      {"math.abs(3u)", "3u"},
      {"math.sign(0)", "0"},
      {"math.sign(7u)", "1u"},
      {"math.sign(0u)", "0u"},
      {"math.sign(-9223372036854775808)", "-1"},
      {"math.sign(0.0)", "0.0"},
      {"math.sqrt(2.25)", "1.5"},
      {"math.sqrt(16)", "4.0"},
      {"math.sqrt(9u)", "3.0"},
      {"math.sqrt(-1.0)", "double(\"NaN\")"},
      {"math.isNaN(math.sqrt(-1)) && !math.isNaN(1.0)", "true"},
      {"math.isInf(-1.0 / 0.0) && !math.isInf(0.0 / 0.0)", "true"},
      {"math.isFinite(1.0) && !math.isFinite(0.0 / 0.0) && !math.isFinite(1.0 / 0.0)", "true"},
      {"math.round(1)",
       "0-10: no overload of 'math.round' for (int); there are: math.round(double) → double"},
  });
}

TEST_CASE("bits are those of two's complement") {
  check({
      {"math.bitAnd(12, 10)", "8"},
      {"math.bitAnd(-1, 255)", "255"},
      {"math.bitOr(12u, 10u)", "14u"},
      {"math.bitXor(12, 10)", "6"},
      {"math.bitXor(-1, 0)", "-1"},
      {"math.bitNot(0)", "-1"},
      {"math.bitNot(0u)", "18446744073709551615u"},
      {"math.bitShiftLeft(1, 63)", "-9223372036854775808"},
      {"math.bitShiftLeft(1u, 63)", "9223372036854775808u"},
      {"math.bitShiftLeft(1, 64)", "0"},
      {"math.bitShiftRight(-1, 63)", "1"},
      {"math.bitShiftRight(-1, 64)", "0"},
      {"math.bitShiftRight(1024, 3)", "128"},
      {"math.bitShiftRight(8u, 9223372036854775807)", "0u"},
      {"math.bitShiftLeft(1, -1)", "error(\"a shift needs a distance of at least 0\")"},
      {"math.bitAnd(1, 1u)",
       "0-11: no overload of 'math.bitAnd' for (int, uint); there are: math.bitAnd(int, int) → int, "
       "math.bitAnd(uint, uint) → uint"},
  });
}

TEST_CASE("lists as sets know neither order nor number") {
  check({
      {"sets.contains([1, 2], [])", "true"},
      {"sets.contains([], [1])", "false"},
      {"sets.contains([1, 2], [2, 2, 1])", "true"},
      {"sets.contains([dyn(1)], [dyn(1u), dyn(1.0)])", "true"},
      {"sets.equivalent([], [])", "true"},
      {"sets.equivalent([1, 2], [2, 1, 2])", "true"},
      {"sets.equivalent([1, 2], [1])", "false"},
      {"sets.equivalent([1], [1, 2])", "false"},
      {"sets.intersects([], [])", "false"},
      {"sets.intersects([1, 2], [3, 2])", "true"},
      {"sets.intersects([[1]], [[1]])", "true"},
  });
}

TEST_CASE("an optional has a value or has none") {
  check({
      {"optional.of(null)", "optional.of(null)"},
      {"optional.of(optional.none()).hasValue()", "true"},
      {"optional.ofNonZeroValue(0)", "optional.none()"},
      {"optional.ofNonZeroValue(0u)", "optional.none()"},
      {"optional.ofNonZeroValue(-0.0)", "optional.none()"},
      {"optional.ofNonZeroValue(false)", "optional.none()"},
      {"optional.ofNonZeroValue(null)", "optional.none()"},
      {"optional.ofNonZeroValue(b'')", "optional.none()"},
      {"optional.ofNonZeroValue([])", "optional.none()"},
      {"optional.ofNonZeroValue({})", "optional.none()"},
      {"optional.ofNonZeroValue(duration('0s'))", "optional.none()"},
      {"optional.ofNonZeroValue(optional.none())", "optional.none()"},
      {"optional.ofNonZeroValue(timestamp(0))", "optional.of(timestamp(\"1970-01-01T00:00:00Z\"))"},
      {"optional.ofNonZeroValue(int)", "optional.of(int)"},
      {"optional.ofNonZeroValue([0])", "optional.of([0])"},
      {"optional.of(1).or(optional.of(1 / 0))", "optional.of(1)"},
      {"optional.none().or(optional.none())", "optional.none()"},
      {"optional.none().orValue(1 / 0)", "error(\"division by zero\")"},
      {"optional.none().or(optional.of(tool.name)).value()", "\"CRM\""},
      {"optional.of(1) == optional.of(1)", "true"},
      {"optional.of(dyn(1)) == optional.of(dyn(1u))", "true"},
      {"optional.none() == optional.of(1)", "false"},
      {"optional.of(1).optMap(x, x + 1).optFlatMap(x, optional.of(x * 2))", "optional.of(4)"},
      {"optional.of(1).optFlatMap(x, optional.none())", "optional.none()"},
      {"optional.unwrap([])", "[]"},
      {"[optional.none(), optional.of(2)].unwrapOpt()", "[2]"},
      {"optional.unwrap([dyn(1)])", "error(\"'optional.unwrap' needs a list of optionals\")"},
      {"[?optional.none(), 1, ?optional.of(2)]", "[1, 2]"},
      {"[?dyn(1)]", "error(\"no such overload: '?' for (int)\")"},
      {"{?'a': optional.none(), 'b': 1}", "{\"b\": 1}"},
      {"{?'a': dyn(1)}", "error(\"no such overload: '?' for (int)\")"},
      {"[[1, 2]][?0][1]", "optional.of(2)"},
      {"[[1, 2]][?1][1]", "optional.none()"},
      {"[[1, 2]][?0][9]", "optional.none()"},
      {"{'a': {'b': 1}}.?a.?b", "optional.of(1)"},
      {"{'a': {}}.?a.b", "optional.none()"},
      {"optional.of({'a': 1})[?'a']", "optional.of(1)"},
  });
}

TEST_CASE("conversions say what they cannot convert") {
  check({
      {"int('-9223372036854775808')", "-9223372036854775808"},
      {"int('9223372036854775808')", "error(\"\\\"9223372036854775808\\\" is no int\")"},
      {"int('')", "error(\"\\\"\\\" is no int\")"},
      {"int(' 1')", "error(\"\\\" 1\\\" is no int\")"},
      {"int('+-1')", "error(\"\\\"+-1\\\" is no int\")"},
      {"int('0x1f')", "error(\"\\\"0x1f\\\" is no int\")"},
      {"int('1e3')", "error(\"\\\"1e3\\\" is no int\")"},
      {"int(-9223372036854775808.0)", "error(\"the number is outside the range of int\")"},
      {"int(double('NaN'))", "error(\"the number is outside the range of int\")"},
      {"int(9223372036854774784.0)", "9223372036854774784"},
      {"uint('-0')", "error(\"\\\"-0\\\" is no uint\")"},
      {"uint(-0.9)", "error(\"the number is outside the range of uint\")"},
      {"uint(18446744073709551616.0)", "error(\"the number is outside the range of uint\")"},
      {"uint(0.9)", "0u"},
      {"double('1e400')", "error(\"\\\"1e400\\\" is no double\")"},
      {"double('1,5')", "error(\"\\\"1,5\\\" is no double\")"},
      {"double('-inf')", "double(\"-Infinity\")"},
      {"double('0x10')", "error(\"\\\"0x10\\\" is no double\")"},
      {"double(18446744073709551615u)", "18446744073709551616.0"},
      {"bool('True') && bool('1') && bool('t')", "true"},
      {"bool('tRUE')", "error(\"\\\"tRUE\\\" is no bool\")"},
      {"bool('')", "error(\"\\\"\\\" is no bool\")"},
      {"string(b'\\xc3\\x28')", "error(\"these bytes are not UTF-8\")"},
      {"string(1.0)", "\"1\""},
      {"string(1e-7)", "\"1e-07\""},
      {"string(-9223372036854775808)", "\"-9223372036854775808\""},
      {"type(tool)", "Tool"},
      {"type(type(1))", "type"},
      {"type(null) == null_type && type({}) == map && type(optional.none()) == optional_type", "true"},
      {"type(as_of) == google.protobuf.Timestamp && type(as_of - as_of) == google.protobuf.Duration", "true"},
      {"type(1) == type(1u)", "false"},
      {"base64.encode(b'')", "\"\""},
      {"base64.encode(b'\\xff')", "\"/w==\""},
      {"base64.decode('/w==')", "b\"\\xff\""},
      {"base64.decode('_w==')", "error(\"this is not base64\")"},
      {"base64.decode('/w=')", "error(\"this is not base64\")"},
      {"base64.decode('')", "b\"\""},
  });
}

}  // namespace
}  // namespace martech_audit::cel

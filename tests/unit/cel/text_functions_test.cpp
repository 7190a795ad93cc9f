// Functions of text: positions count code points, whatever bytes they take.
#include "cases.h"

namespace martech_audit::cel {
namespace {

TEST_CASE("positions count code points from 0 to the end, and nothing beyond") {
  check({
      {"'dữ liệu'.size()", "7"},
      {"'dữ'.charAt(0)", "\"d\""},
      {"'dữ'.charAt(1)", "\"ữ\""},
      {"'dữ'.charAt(2)", "\"\""},
      {"'dữ'.charAt(3)", "error(\"index out of range: 3\")"},
      {"'dữ'.charAt(-1)", "error(\"index out of range: -1\")"},
      {"''.charAt(0)", "\"\""},
      {"'dữ liệu'.indexOf('l')", "3"},
      {"'dữ liệu'.indexOf('ệ', 5)", "5"},
      {"'dữ liệu'.indexOf('ữ', 2)", "-1"},
      {"'dữ'.indexOf('', 2)", "2"},
      {"'dữ'.indexOf('d', 3)", "error(\"index out of range: 3\")"},
      {"'dữ'.indexOf('d', -1)", "error(\"index out of range: -1\")"},
      {"''.indexOf('')", "0"},
      {"'aba'.lastIndexOf('a')", "2"},
      {"'aba'.lastIndexOf('a', 1)", "0"},
      {"'aba'.lastIndexOf('b', 0)", "-1"},
      {"'aba'.lastIndexOf('')", "3"},
      {"'aba'.lastIndexOf('', 1)", "1"},
      {"'aba'.lastIndexOf('a', 4)", "error(\"index out of range: 4\")"},
      {"'dữ liệu'.substring(3)", "\"liệu\""},
      {"'dữ liệu'.substring(0, 2)", "\"dữ\""},
      {"'dữ'.substring(2)", "\"\""},
      {"'dữ'.substring(1, 1)", "\"\""},
      {"'dữ'.substring(0, 3)", "error(\"index out of range: 3\")"},
      {"'dữ'.substring(3, 4)", "error(\"index out of range: 3\")"},
      {"'dữ'.substring(-1)", "error(\"index out of range: -1\")"},
  });
}

TEST_CASE("what is contained is found at both ends and in between") {
  check({
      {"'crm'.contains('')", "true"},
      {"''.contains('a')", "false"},
      {"'crm'.startsWith('crm')", "true"},
      {"'crm'.startsWith('crmx')", "false"},
      {"'crm'.endsWith('')", "true"},
      {"'dữ'.endsWith('ữ')", "true"},
      {"'CRM'.contains('crm')", "false"},
  });
}

TEST_CASE("text is replaced from the front, as often as is said") {
  check({
      {"'aaa'.replace('a', 'b')", "\"bbb\""},
      {"'aaa'.replace('aa', 'b')", "\"ba\""},
      {"'aaa'.replace('a', 'aa')", "\"aaaaaa\""},
      {"'aaa'.replace('a', '', 0)", "\"aaa\""},
      {"'aaa'.replace('a', 'b', 1)", "\"baa\""},
      {"'aaa'.replace('a', 'b', -5)", "\"bbb\""},
      {"'aaa'.replace('x', 'b')", "\"aaa\""},
      {"''.replace('', 'x')", "\"x\""},
      {"'dữ'.replace('', '|')", "\"|d|ữ|\""},
      {"'dữ'.replace('', '|', 1)", "\"|dữ\""},
      {"'dữ'.replace('ữ', 'u')", "\"du\""},
  });
}

TEST_CASE("text is split into as many parts as are asked for") {
  check({
      {"'a,,b,'.split(',')", "[\"a\", \"\", \"b\", \"\"]"},
      {"','.split(',')", "[\"\", \"\"]"},
      {"'ab'.split('ab')", "[\"\", \"\"]"},
      {"'a, b'.split(', ')", "[\"a\", \"b\"]"},
      {"'a,b'.split(';')", "[\"a,b\"]"},
      {"'a,b,c'.split(',', 1)", "[\"a,b,c\"]"},
      {"'a,b,c'.split(',', 3)", "[\"a\", \"b\", \"c\"]"},
      {"'a,b,c'.split(',', 9)", "[\"a\", \"b\", \"c\"]"},
      {"'a,b,c'.split(',', 0)", "[]"},
      {"'dữ'.split('')", "[\"d\", \"ữ\"]"},
      {"'abc'.split('', 2)", "[\"a\", \"bc\"]"},
      {"['a', '', 'b'].join('-')", "\"a--b\""},
      {"['a'].join('-')", "\"a\""},
      {"['a', 'b'].join()", "\"ab\""},
      {"[].join('-')", "\"\""},
      {"[dyn('a'), dyn(1)].join('-')", "error(\"'join' needs a list of strings\")"},
      {"'a,b'.split(',').join(',') == 'a,b'", "true"},
  });
}

TEST_CASE("white space is taken off both ends, of every script") {
  check({
      {"' \\t\\r\\n\\f\\va\\u0085'.trim()", "\"a\""},
      {"'\\u00a0\\u1680\\u2000\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000a'.trim()", "\"a\""},
      {"'\\u200ba'.trim().size()", "2"},
      {"'a b'.trim()", "\"a b\""},
      {"''.trim()", "\"\""},
      {"'AzÄ[@'.lowerAscii()", "\"azÄ[@\""},
      {"'Azä{`'.upperAscii()", "\"AZä{`\""},
      {"'ab☺'.reverse()", "\"☺ba\""},
      {"''.reverse()", "\"\""},
  });
}

TEST_CASE("a quoted text reads as itself") {
  check({
      {"strings.quote('')", "\"\\\"\\\"\""},
      {"strings.quote('a\\tb\\\\')", "\"\\\"a\\\\tb\\\\\\\\\\\"\""},
      {"strings.quote('dữ')", "\"\\\"dữ\\\"\""},
      {"strings.quote('\\x07')", "\"\\\"\\\\a\\\"\""},
  });
}

TEST_CASE("format shows values by their clauses") {
  check({
      {"'%s'.format(['a'])", "\"a\""},
      {"'%s %s %s'.format([null, true, int])", "\"null true int\""},
      {"'%s %s %s'.format([1, 2u, 2.5])", "\"1 2 2.5\""},
      {"'%s'.format([b'\\x41\\xff'])", "\"A\xef\xbf\xbd\""},
      {"'%s %s'.format([timestamp(0), duration('90m')])", "\"1970-01-01T00:00:00Z 5400s\""},
      {"'%s'.format([[1, ['a'], {}]])", "\"[1, [a], {}]\""},
      {"'%s'.format([{'b': 1, 'a': [2]}])", "\"{a: [2], b: 1}\""},
      {"'%d %d'.format([-3, 4u])", "\"-3 4\""},
      {"'%d'.format([double('NaN')])", "\"NaN\""},
      {"'%d'.format([double('-Infinity')])", "\"-Infinity\""},
      {"'%f'.format([1])", "\"1.000000\""},
      {"'%.0f %.1f %.3f'.format([2.5, 0.05, 1.0005])", "\"2 0.1 1.000\""},
      {"'%.2f'.format([-0.001])", "\"-0.00\""},
      {"'%f'.format([double('Infinity')])", "\"Infinity\""},
      {"'%e'.format([12345.678])", "\"1.234568e+04\""},
      {"'%.1e'.format([0.00012])", "\"1.2e-04\""},
      {"'%b %b %b'.format([5, -5, true])", "\"101 -101 1\""},
      {"'%o %o'.format([8, 8u])", "\"10 10\""},
      {"'%x %X %x'.format([255, 255, -1])", "\"ff FF -1\""},
      {"'%x'.format([-9223372036854775808])", "\"-8000000000000000\""},
      {"'%x %X'.format(['az', b'\\xfe'])", "\"617a FE\""},
      {"'%%'.format([])", "\"%\""},
      {"'100%% of %s'.format(['it'])", "\"100% of it\""},
      {"'%s'.format(['a', 'b'])", "\"a\""},
  });
}

TEST_CASE("a clause that cannot be shown is said as it stands") {
  check({
      {"'%'.format([1])", "error(\"there is no format clause \\\"%\\\"\")"},
      {"'%q'.format([1])", "error(\"there is no format clause \\\"%q\\\"\")"},
      {"'%ữ'.format([1])", "error(\"there is no format clause \\\"%ữ\\\"\")"},
      {"'% d'.format([1])", "error(\"there is no format clause \\\"% \\\"\")"},
      {"'%.f'.format([1])", "error(\"there is no format clause \\\"%.\\\"\")"},
      {"'%.2'.format([1])", "error(\"there is no format clause \\\"%.2\\\"\")"},
      {"'%.2y'.format([1])", "error(\"there is no format clause \\\"%.2y\\\"\")"},
      {"'%.1001f'.format([1])", "error(\"there is no format clause \\\"%.1001\\\"\")"},
      {"'%.-1f'.format([1])", "error(\"there is no format clause \\\"%.-1\\\"\")"},
      {"'%.99999999999f'.format([1])", "error(\"there is no format clause \\\"%.99999999999\\\"\")"},
      {"'%s %s'.format([1])", "error(\"the format has more clauses than there are values\")"},
      {"'%d'.format(['a'])", "error(\"the format clause \\\"%d\\\" cannot show a string\")"},
      {"'%.2f'.format([true])", "error(\"the format clause \\\"%.2f\\\" cannot show a bool\")"},
      {"'%e'.format([[1]])", "error(\"the format clause \\\"%e\\\" cannot show a list\")"},
      {"'%b'.format(['a'])", "error(\"the format clause \\\"%b\\\" cannot show a string\")"},
      {"'%o'.format([true])", "error(\"the format clause \\\"%o\\\" cannot show a bool\")"},
      {"'%x'.format([1.5])", "error(\"the format clause \\\"%x\\\" cannot show a double\")"},
      {"'%s'.format([optional.of(1)])",
       "error(\"the format clause \\\"%s\\\" cannot show a optional_type\")"},
      {"'%s'.format([[optional.none()]])", "error(\"the format clause \\\"%s\\\" cannot show a list\")"},
      {"'%s'.format([tool])", "error(\"the format clause \\\"%s\\\" cannot show a record\")"},
  });
}

TEST_CASE("regular expressions find, take out and replace") {
  check({
      {"'plan-2026'.matches('[0-9]+$')", "true"},
      {"matches('', '')", "true"},
      {"'a\\nb'.matches('^b')", "false"},
      {"'a\\nb'.matches('(?m)^b')", "true"},
      {"'dữ'.matches('^..$')", "true"},
      {"'a'.matches('[')", "12-15: invalid regular expression: missing ]: ["},
      {"'a'.matches('a**')", "12-17: invalid regular expression: bad repetition operator: **"},
      {"'a'.matches('(?=a)')", "12-19: invalid regular expression: invalid perl operator: (?="},
      {"'a'.matches(r'\\1')", "12-17: invalid regular expression: invalid escape sequence: \\1"},
      {"regex.extract('id=42;', 'id=([0-9]+)')", "optional.of(\"42\")"},
      {"regex.extract('id=;', 'id=([0-9]+)?')", "optional.none()"},
      {"regex.extract('id=;', 'id=([0-9]*)')", "optional.of(\"\")"},
      {"regex.extractAll('a1b22', '[a-z]([0-9])?')", "[\"1\", \"2\"]"},
      {"regex.extractAll('ab', '')", "[\"\", \"\", \"\"]"},
      {"regex.extractAll('ab', 'x')", "[]"},
      {"regex.extractAll('ab', '(a)(b)')", "error(\"the expression has more than one group\")"},
      {"regex.replace('abab', 'a', 'x', 1)", "\"xbab\""},
      {"regex.replace('abab', 'a', 'x', 0)", "\"abab\""},
      {"regex.replace('dữ', '', '.')", "\".d.ữ.\""},
      {"regex.replace('ab', '(a)|(b)', r'[\\1\\2]')", "\"[a][b]\""},
      {"regex.replace('ab', 'a', r'\\0\\0')", "\"aab\""},
      {"regex.replace('ab', 'a', r'\\\\')", "\"\\\\b\""},
      {"regex.replace('ab', 'a', r'\\x')", "error(\"the replacement names an unknown group\")"},
      {"regex.replace('ab', 'a', '\\\\')", "error(\"the replacement names an unknown group\")"},
      {"regex.replace('ab', 'c', r'\\9')", "\"ab\""},
      {"regex.extract('a', dyn(tool.name) + '[')", "error(\"invalid regular expression: missing ]: [\")"},
  });
}

}  // namespace
}  // namespace martech_audit::cel

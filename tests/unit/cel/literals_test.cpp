// Literals at the edges of what is one: numbers, escapes, quotes, names between backticks.
#include "cases.h"

namespace martech_audit::cel {
namespace {

TEST_CASE("whole numbers are read up to the last that fits into 64 bits") {
  check({
      {"0", "0"},
      {"007", "7"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"- 9223372036854775808", "-9223372036854775808"},
      {"0x7fffffffffffffff", "9223372036854775807"},
      {"-0x8000000000000000", "-9223372036854775808"},
      {"0X0f", "15"},
      {"18446744073709551615u", "18446744073709551615u"},
      {"0xFFFFFFFFFFFFFFFFu", "18446744073709551615u"},
      {"0x10U", "16u"},
      {"0xFFFFFFFFFFFFFFFF", "0-18: this number does not fit into 64 bits (as a double: 1e20)"},
      {"-0x8000000000000001", "0-19: this number does not fit into 64 bits (as a double: 1e20)"},
      {"0x10000000000000000u", "0-20: this number does not fit into 64 bits (as a double: 1e20)"},
      {"-(9223372036854775808)", "2-21: this number does not fit into 64 bits (as a double: 1e20)"},
  });
}

TEST_CASE("doubles are read however they are written, and never turn into their opposite") {
  const std::string zeros(400, '0');
  const std::string tiny = "0." + zeros + "1", huge = "1" + zeros + ".0";
  const std::string scaled_up = tiny + "e401", scaled_down = huge + "e-400", still_huge = huge + "e-1";
  check({
      {"1.0", "1.0"},
      {".25", "0.25"},
      {"1e0", "1.0"},
      {"1E+2", "100.0"},
      {"2.5e-3", "0.0025"},
      {"-1.5", "-1.5"},
      {"-.5", "-0.5"},
      {"-0.0", "-0.0"},
      {"0.1", "0.1"},
      {"123456789012345680000.0", "123456789012345683968.0"},
      {"1e21", "1e+21"},
      {"0.00001", "1e-05"},
      {"1.7976931348623157e308", "1.7976931348623157e+308"},
      {"1e309", "double(\"Infinity\")"},
      {"-1e309", "double(\"-Infinity\")"},
      {"-1e-400", "-0.0"},
      {tiny, "0.0"},
      {huge, "double(\"Infinity\")"},
      {still_huge, "double(\"Infinity\")"},
  });
  check({{scaled_up, "1.0"}, {scaled_down, "1.0"}});
}

TEST_CASE("what only looks like a number is none") {
  check({
      {"0x", "0-2: this is no number"},
      {"0xu", "0-3: this is no number"},
      {"-0x", "1-3: this is no number"},
      {"0xg", "0-3: this is no number"},
      {"1_000", "0-5: this is no number"},
      {"12seats", "0-7: this is no number"},
      {"1.5u", "0-4: this is no number"},
      {"1e", "0-2: this is no number"},
      {"1e5u", "0-4: this is no number"},
      {"1uu", "0-3: this is no number"},
      {"1.", "2-2: expected a field or function after '.' (write its name, or leave the '.' out)"},
      {"1,5", "1-2: expected an operator or the end here (write an operator between '1' and ',')"},
      {"1 000", "2-5: expected an operator or the end here (write an operator between '1' and '000')"},
      {"1.e5", "2-4: a value of type int has no fields (leave '.e5' out)"},
  });
}

TEST_CASE("escapes stand for what the specification says") {
  check({
      {R"('\a\b\f\n\r\t\v')", R"("\a\b\f\n\r\t\v")"},
      {R"('\\ \? \" \' \`')", R"("\\ ? \" ' `")"},
      {R"("it's")", R"("it's")"},
      {R"('say "hi"')", R"("say \"hi\"")"},
      {R"('\x41\X42')", R"("AB")"},
      {R"('\101\060')", R"("A0")"},
      {R"('\377')", R"("ÿ")"},
      {R"('\u00e9\u20AC')", R"("é€")"},
      {R"('\U0001F600')", R"("😀")"},
      {R"(b'\x00\377')", R"(b"\x00\xff")"},
      {R"(b'é')", R"(b"\xc3\xa9")"},
      {R"(B'a' + b"b")", R"(b"ab")"},
      {R"(r'\n' == '\\n')", "true"},
      {R"(R"a\"")", "5-6: this text has no closing quote"},
      {R"(rb'\' == b'\\')", "true"},
      {R"(Br'\x')", R"(b"\x5cx")"},
      {"'''a\n'b''' == 'a\\n\\'b'", "true"},
  });
}

TEST_CASE("an escape that means nothing is pointed at") {
  check({
      {R"('C:\Users')", "3-5: '\\U' needs eight hexadecimal digits"},
      {R"('C:\data')", "3-5: unknown escape; a backslash itself is written \\\\"},
      {R"('\x4')", "1-3: '\\x' needs two hexadecimal digits"},
      {R"('\xzz')", "1-3: '\\x' needs two hexadecimal digits"},
      {R"('\x-1')", "1-3: '\\x' needs two hexadecimal digits"},
      {R"('\08')", "1-3: an octal escape has three digits, up to \\377"},
      {R"('\7')", "1-3: unknown escape; a backslash itself is written \\\\"},
      {R"('ab\u12')", "3-5: '\\u' needs four hexadecimal digits"},
      {R"('\U00110000')", "1-3: this is no Unicode code point"},
      {R"('\udfff')", "1-3: this is no Unicode code point"},
      {R"('\U0000D800')", "1-3: this is no Unicode code point"},
      {R"(b'\U00000041')", "2-4: bytes have no Unicode escapes; write \\x for each octet"},
      {R"('''a\q''')", "4-6: unknown escape; a backslash itself is written \\\\"},
      {R"('\')", "0-3: this text has no closing quote"},
  });
}

TEST_CASE("a text ends at its own quotes") {
  check({
      {"''", "\"\""},
      {"''''''", "\"\""},
      {"''' ' '' '''", "\" ' '' \""},
      {"\"\"\"a\"\"\"", "\"a\""},
      {"'a' 'b'", "4-7: expected an operator or the end here (write an operator between ''a'' and ''b'')"},
      {"'''a''", "0-6: this text has no closing quote"},
      {"\"a'", "0-3: this text has no closing quote"},
      {"'a\rb'", "0-2: this text has no closing quote"},
      {"'a\\\nb'", "2-4: unknown escape; a backslash itself is written \\\\"},
      {"‘a’", "0-3: quotes are written ' or \""},
      {"«a»", "0-2: this character means nothing here"},
      {"ab'c'", "2-5: expected an operator or the end here (write an operator between 'ab' and ''c'')"},
  });
}

TEST_CASE("a name between backticks is a field as it is written") {
  check({
      {"{'a.b': 1}.`a.b`", "1"},
      {"{'a/b c-d': 1}.`a/b c-d`", "1"},
      {"{'in': 1}.`in`", "1"},
      {"{'for': 1}.for", "1"},
      {"{'a': 1}.``", "9-11: a name cannot be empty"},
      {"{'a': 1}.`é`",
       "9-10: a quoted name is letters, digits, '_', '-', '.', '/' and spaces between backticks"},
      {"{'a': 1}.`a`()",
       "12-13: expected an operator or the end here (write an operator between 'a' and '(')"},
      {"{'a': 1}.in", "9-11: expected a field or function after '.' (write its name, or leave the '.' out)"},
      {"{'a': 1}.true",
       "9-13: expected a field or function after '.' (write its name, or leave the '.' out)"},
  });
}

TEST_CASE("reserved words are names of fields alone") {
  Shop shop;
  for (const std::string word :
       {"as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
        "package", "namespace", "return", "var", "void", "while"}) {
    INFO(word);
    CHECK(shop(word) ==
          "0-" + std::to_string(word.size()) + ": '" + word + "' is a reserved word (choose another name)");
    CHECK(shop("{'" + word + "': 1}." + word) == "1");
  }
}

TEST_CASE("comments and blanks stand between tokens, and nowhere else") {
  check({
      {"\t1\r\n+\f2 // three", "3"},
      {"1 // one\n// nothing\n- 1", "0"},
      {"'// no comment'", "\"// no comment\""},
      {"//", "2-2: expected an expression before the end (write one)"},
      {"1 / / 2", "4-5: expected an expression here (write what belongs after '/', or leave that out)"},
      {"1 # one", "2-3: this character means nothing here"},
      {"1\xc2\xa0+ 1", "1-3: this character means nothing here"},
  });
}

}  // namespace
}  // namespace martech_audit::cel

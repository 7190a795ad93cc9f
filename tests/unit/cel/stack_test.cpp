// The deepest expressions that the limits allow, and deeper ones, on little stack.
#include "base/arena.h"
#include "cel/cel.h"
#include "cel/parser.h"
#include "support/catch.h"
#include "support/small_stack.h"

namespace martech_audit::cel {
namespace {

struct Nest {
  const char* open;
  const char* middle;
  const char* close;
};

constexpr Nest nests[] = {
    {"(", "1", ")"},
    {"[", "1", "]"},
    {"{1:", "1", "}"},
    {"[?", "optional.of(1)", "]"},
    {"size([", "1", "])"},
    {"string(", "'a'", ")"},
    {"true?1:", "1", ""},
    {"true?(", "1", "):1"},
    {"-(", "1", ")"},
    {"!", "true", ""},
    {"- ", "x", ""},
    {"[1][", "0", "]"},
    {"true||(", "true", ")"},
    {"1+(", "1", ")"},
    {"", "x", "+1"},
    {"", "x", ".a"},
    {"", "x", ".?a"},
    {"true||true&&1<1+1*(", "1", ")"},
    {"(false||true&&true==(1<1+1*(", "1", ")?1:1))"},
    {"[1].all(i,", "true", ")"},
    {"[1].exists_one(i,", "true", ")"},
    {"[1].filter(i,", "true", ").size()==1"},
    {"[1].map(i,true,", "1", ")"},
    {"{1:1}.transformMap(k,v,", "1", ")"},
    {"{1:1}.transformMapEntry(k,v,{1:", "1", "})"},
    {"cel.bind(i,", "1", ",i)"},
    {"cel.bind(i,1,", "1", ")"},
    {"[1].sortBy(i,", "1", ")"},
    {"[1].reduce(a,i,0,", "1", ")"},
    {"optional.of(1).optMap(i,", "1", ")"},
    {"optional.of(1).optFlatMap(i,", "optional.of(1)", ")"},
    {"optional.of(1).orValue(", "1", ")"},
    {"has({'a':", "1", "}.a)"},
    {"'a'.contains(string(", "'a'", "))"},
    {"[x]==[", "x", "]"},
};

std::string nested(const Nest& nest, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += nest.open;
  text += nest.middle;
  for (std::size_t i = 0; i < times; ++i) text += nest.close;
  return text;
}

// Everything of the program that goes down an expression, one after the other.
void put_through(const Environment& environment, const std::string& text, bool check) {
  Compiled compiled = compile(environment, text, {.expected = {}, .check = check});
  if (!compiled.program) return;
  Arena arena;
  const Value variables[] = {Value::integer(1)};
  Activation activation{.variables = variables, .arena = arena};
  to_text(compiled.program->evaluate(activation));
  activation.budget = default_cost_budget;
  compiled.program->trace(activation);
}

TEST_CASE("no expression takes more than a small stack") {
  Environment environment;
  environment.declare("x", Type::dyn());
  for (const Nest& nest : nests) {
    INFO(nest.open << nest.middle << nest.close);
    std::size_t deepest = 0;
    for (std::size_t times = 1; times <= environment.limits().nesting; ++times) {
      std::vector<Issue> issues;
      if (parse(nested(nest, times), environment.limits(), issues)) deepest = times;
    }
    CHECK(deepest >= 12);
    for (const std::size_t times : {deepest, deepest + 1, std::size_t{3000}}) {
      for (const bool check : {true, false}) {
        tests::on_small_stack([&] { put_through(environment, nested(nest, times), check); });
      }
    }
  }
}

TEST_CASE("what grows round by round has a limit, however it grows") {
  Environment environment;
  const auto value = [&](const std::string& text) {
    std::string shown;
    tests::on_small_stack([&] {
      const Compiled compiled = compile(environment, text, {.expected = {}, .check = false});
      Arena arena;
      Activation activation{.variables = {}, .arena = arena};
      shown = to_text(compiled.program->evaluate(activation));
    });
    return shown;
  };
  const std::string rounds = "lists.range(1000).reduce(a, i, dyn([]), ";
  const std::string refused = "error(\"the result is nested more than 100 deep\")";
  CHECK(value("[1, 2].reduce(a, i, dyn([]), [a])") == "[[[]]]");
  CHECK(value("size(lists.range(1000).reduce(a, i, [], a + [[[i]]]))") == "1000");
  CHECK(value(rounds + "[a])") == refused);
  CHECK(value(rounds + "[a, a])") == refused);
  CHECK(value(rounds + "{'a': a})") == refused);
  CHECK(value(rounds + "optional.of(a))") == refused);
  CHECK(value(rounds + "[1, a].slice(0, 2))") == refused);
  CHECK(value(rounds + "[a].map(b, [b]))") == refused);
  CHECK(value(rounds + "i % 2 == 0 ? [a] : a)") == refused);
}

}  // namespace
}  // namespace martech_audit::cel

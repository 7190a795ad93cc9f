// Parses, checks and evaluates whatever it is given. Beside what the sanitizers see: a tree prints as an
// expression that parses to the same tree; evaluating twice gives the same; no evaluation takes more steps
// than its budget allows.
#include <chrono>
#include <string>
#include <string_view>

#include "cel/dump.h"
#include "cel/parser.h"
#include "fuzzing.h"
#include "unit/cel/shop.h"

namespace martech_audit::cel {
namespace {

using fuzz::demand;

constexpr std::int64_t budget = 100'000;
// A step takes well below a microsecond, under sanitizers some; ten thousand times the usual is no slow
// machine.
constexpr std::chrono::seconds far_too_long{5};

// Parentheses count as nesting, and the printed form has more of them.
Limits generous() {
  Limits limits;
  limits.nesting *= 4;
  limits.expression_length *= 8;
  return limits;
}

void check_round_trip(std::string_view text) {
  std::vector<Issue> issues;
  const std::optional<Ast> ast = parse(text, Limits(), issues);
  if (!ast) return;
  const std::string printed = dump(*ast->root);
  if (printed.find("…") != std::string::npos) return;  // a text too long to print
  const std::optional<Ast> again = parse(printed, generous(), issues);
  demand(again.has_value(), "printed tree does not parse", printed);
  demand(dump(*again->root) == printed, "printed tree parses to another", printed);
}

std::string evaluated(Shop& shop, const Program& program) {
  const auto start = std::chrono::steady_clock::now();
  std::string text = to_text(shop.evaluate(program, 0, budget));
  demand(std::chrono::steady_clock::now() - start < far_too_long, "the budget did not hold", program.text());
  shop.arena.reset();
  return text;
}

void check_evaluation(Shop& shop, std::string_view text) {
  for (const bool check : {true, false}) {
    const Compiled compiled = compile(shop.environment, text, {.expected = {}, .check = check});
    demand(compiled.program.has_value() == compiled.issues.empty(), "neither a program nor issues", text);
    for (const Issue& issue : compiled.issues) {
      demand(issue.begin <= issue.end && issue.end <= text.size(), "an issue beyond the text", text);
    }
    if (!compiled.program) continue;
    const std::string first = evaluated(shop, *compiled.program);
    demand(evaluated(shop, *compiled.program) == first, "two evaluations differ", text);
    shop.trace(*compiled.program);
    shop.arena.reset();
  }
}

}  // namespace
}  // namespace martech_audit::cel

void martech_audit::fuzz::check_input(std::string_view text) {
  static cel::Shop shop;
  cel::check_round_trip(text);
  cel::check_evaluation(shop, text);
}

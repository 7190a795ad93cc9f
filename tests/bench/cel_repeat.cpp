// cel_repeat LETTER COUNT: evaluates an expression so often, for count_instructions.sh.
#include <cstdlib>

#include "cel_expressions.h"

int main(int argc, char** argv) {
  using namespace martech_audit::cel;
  if (argc != 3) return 2;
  BenchStack stack;
  std::size_t holds = 0;
  for (const BenchExpression& expression : bench_expressions) {
    if (expression.letter != argv[1][0]) continue;
    const Program program = stack.compiled(expression);
    const auto count = static_cast<std::size_t>(std::atoll(argv[2]));
    for (std::size_t i = 0; i < count; ++i) holds += stack.evaluate(program, i) ? 1 : 0;
  }
  std::printf("%zu\n", holds);
}

// Evaluations a second, one thread, compiled once, over ten thousand records; `vs_cel_go` and `vs_javascript`
// are multiples of what those reached.
#include <benchmark/benchmark.h>

#include "cel_expressions.h"

namespace martech_audit::cel {
namespace {

BenchStack& stack() {
  static BenchStack made;
  return made;
}

void evaluate(benchmark::State& state, const BenchExpression& expression) {
  const Program program = stack().compiled(expression);
  std::size_t which = 0;
  for ([[maybe_unused]] const auto _ : state) benchmark::DoNotOptimize(stack().evaluate(program, which++));
  const auto rate = [](double of) {
    return benchmark::Counter(1 / of, benchmark::Counter::kIsIterationInvariantRate);
  };
  state.counters["per_second"] = rate(1);
  state.counters["vs_cel_go"] = rate(expression.cel_go);
  state.counters["vs_javascript"] = rate(expression.javascript);
}

void compile_all(benchmark::State& state) {
  for ([[maybe_unused]] const auto _ : state) {
    for (const BenchExpression& expression : bench_expressions) {
      benchmark::DoNotOptimize(stack().compiled(expression));
    }
  }
}

}  // namespace
}  // namespace martech_audit::cel

int main(int argc, char** argv) {
  using namespace martech_audit::cel;
  for (const BenchExpression& expression : bench_expressions) {
    benchmark::RegisterBenchmark((std::string("evaluate_") + expression.letter).c_str(),
                                 [&expression](benchmark::State& state) { evaluate(state, expression); });
  }
  benchmark::RegisterBenchmark("compile_the_three", compile_all);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}

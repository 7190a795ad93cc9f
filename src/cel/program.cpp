#include <algorithm>
#include <array>

#include "cel/builder.h"
#include "cel/cel.h"
#include "cel/chain.h"
#include "cel/checker.h"
#include "cel/parser.h"

namespace martech_audit::cel {

struct Program::Code {
  Ast ast;
  const Environment* environment = nullptr;
  Built built;
  std::uint32_t locals = 0;
  std::vector<FieldRead> reads;
  std::string text;
};

namespace {

// Room for the locals of one evaluation.
constexpr std::size_t usual_locals = 8;

Frame make_frame(const Environment& environment, Activation& activation, Value* locals) {
  return {activation.arena, activation.variables, activation.derived, locals,
          activation.host,  activation.budget,    environment,        activation.budget};
}

}  // namespace

Program::Program(std::unique_ptr<const Code> code) : code_(std::move(code)) {}
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

Value Program::evaluate(Activation& activation) const {
  std::array<Value, usual_locals> near;
  Value* locals =
      code_->locals <= usual_locals ? near.data() : activation.arena.make<Value>(code_->locals).data();
  Frame frame = make_frame(*code_->environment, activation, locals);
  const Op& root = *code_->built.root;
  const Value result = root(frame);
  if (activation.budget >= 0) return result;
  // Whatever came of it; of an error, its place tells best where the budget went.
  const Op at{nullptr, result.is_error() ? result.as_error()->offset : root.place};
  return spent(frame, at);
}

std::vector<TraceEntry> Program::trace(Activation& activation) const {
  Value* locals = activation.arena.make<Value>(code_->locals).data();
  Frame frame = make_frame(*code_->environment, activation, locals);
  std::vector<TraceEntry> entries;
  for (const TracePoint& point : code_->built.trace_points) {
    entries.push_back({point.node->begin, point.node->end, (*point.op)(frame)});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const TraceEntry& a, const TraceEntry& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return entries;
}

Type Program::result_type() const { return code_->ast.root->type; }
const std::vector<FieldRead>& Program::reads() const { return code_->reads; }
const std::string& Program::text() const { return code_->text; }

Compiled compile(const Environment& environment, Ast ast, const CompileOptions& options) {
  Compiled compiled;
  auto code = std::make_unique<Program::Code>();
  code->ast = std::move(ast);
  code->environment = &environment;
  code->text = code->ast.text;
  Checker checker(environment, code->ast, options, compiled.issues);
  if (!checker.run()) return compiled;
  code->locals = checker.locals();
  code->built = build(environment, code->ast, compiled.issues);
  code->reads = reads_of(*code->ast.root);
  if (compiled.issues.empty()) compiled.program.emplace(std::move(code));
  return compiled;
}

Compiled compile(const Environment& environment, std::string_view text, const CompileOptions& options) {
  Compiled compiled;
  std::optional<Ast> ast = parse(text, environment.limits(), compiled.issues);
  if (!ast) return compiled;
  return compile(environment, std::move(*ast), options);
}

}  // namespace martech_audit::cel

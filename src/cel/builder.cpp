#include "cel/builder.h"

#include <algorithm>

#include "cel/calls.h"
#include "cel/chain.h"
#include "cel/collections.h"
#include "cel/fields.h"
#include "cel/functions/functions.h"
#include "cel/operators.h"

namespace martech_audit::cel {

namespace {

Value run_constant(const Op& op, Frame&) { return static_cast<const ConstantOp&>(op).value; }

Value run_variable(const Op& op, Frame& frame) {
  const std::uint32_t index = static_cast<const IndexedOp&>(op).index;
  if (index >= frame.variables.size()) [[unlikely]]
    return fail(frame, op, "this variable has no value");
  return settle(frame.variables[index]);
}

Value run_local(const Op& op, Frame& frame) { return frame.locals[static_cast<const IndexedOp&>(op).index]; }

bool is_constant(const Op* op) { return op->run == &run_constant; }

std::uint32_t count_nodes(const Node& node) {
  std::uint32_t count = 1;
  for (const Node* child : node.children) count += count_nodes(*child);
  return count;
}

// Each kind of node is built in a function of its own, which is not inlined: frames on the way down are
// small.
class Builder {
 public:
  Builder(const Environment& environment, Ast& ast, std::vector<Issue>& issues)
      : environment_(environment), arena_(ast.arena), issues_(issues) {}

  Built build_tree(const Node& root) {
    built_.root = build(root);
    return std::move(built_);
  }

 private:
  template <class T>
  T* make(Op::Run run, const Node& node) {
    T* op = &arena_.make<T>(1)[0];
    op->run = run;
    op->place = node.place;
    return op;
  }

  const Op* constant(const Value& value, const Node& node) {
    auto* op = make<ConstantOp>(&run_constant, node);
    op->value = value;
    return op;
  }

  const Op* build(const Node& node) {
    const Op* op = build_kind(node);
    if (depth_ == 0 && node.kind != NodeKind::literal) built_.trace_points.push_back({&node, op});
    return op;
  }

  const Op* build_kind(const Node& node) {
    if (node.resolution.kind == Resolution::Kind::failed) return failure(node);
    if (node.resolution.kind == Resolution::Kind::variable) return variable(node);
    if (node.resolution.kind == Resolution::Kind::type_name) return constant(node.resolution.type_name, node);
    switch (node.kind) {
      case NodeKind::literal:
        return constant(node.value, node);
      case NodeKind::name:
        return local(node);
      case NodeKind::select:
        return node.optional ? optional_select(node) : select(node);
      case NodeKind::operation:
        return operation(node);
      case NodeKind::call:
        return call(node);
      case NodeKind::list:
      case NodeKind::map:
        return collection(node);
      case NodeKind::macro:
        return macro(node);
    }
    return nullptr;
  }

  const Op* failure(const Node& node) {
    auto* op = make<ConstantOp>(&run_failure, node);
    op->value = Value::string(node.resolution.failure);
    return op;
  }

  const Op* variable(const Node& node) {
    auto* op = make<IndexedOp>(&run_variable, node);
    op->index = node.resolution.index;
    return op;
  }

  const Op* local(const Node& node) {
    auto* op = make<IndexedOp>(&run_local, node);
    op->index = node.resolution.index;
    return op;
  }

  // Fields
  // --------------------------------------------------------------------------------------------------------

  [[gnu::noinline]] FieldOp* field(const Node& node, Op::Run run) {
    const Chain chain = chain_of(node);
    const std::span<FieldStep> steps = arena_.make<FieldStep>(chain.selects.size());
    std::transform(chain.selects.begin(), chain.selects.end(), steps.begin(), [](const Node* select) {
      const StructField& field = *select->resolution.field;
      return FieldStep{select->children[0]->type.structure()->shape, field.derived, field.slot, select->name};
    });
    auto* op = make<FieldOp>(run, node);
    op->base = build(*chain.base);
    op->steps = steps;
    op->path = arena_.copy(std::string_view(chain.path()));
    return op;
  }

  SelectOp* select_by_name(const Node& node, Op::Run run) {
    auto* op = make<SelectOp>(run, node);
    op->operand = build(*node.children[0]);
    op->name = node.name;
    op->tests_path = node.children[0]->kind == NodeKind::select || node.children[0]->kind == NodeKind::name;
    return op;
  }

  const Op* select(const Node& node) {
    if (is_field(node)) return field(node, &run_field);
    return select_by_name(node, &run_select);
  }

  const Op* optional_select(const Node& node) { return select_by_name(node, &run_optional_select); }

  const Op* presence(const Node& node) {
    const Node& select = *node.children[0];
    if (is_field(select)) return field(select, &run_has_field);
    return select_by_name(select, &run_has_select);
  }

  // Operators, lists and maps
  // -------------------------------------------------------------------------------------

  std::span<const Op*> build_all(std::span<Node* const> nodes) {
    const std::span<const Op*> ops = arena_.make<const Op*>(nodes.size());
    std::transform(nodes.begin(), nodes.end(), ops.begin(),
                   [this](const Node* node) { return build(*node); });
    return ops;
  }

  [[gnu::noinline]] const Op* operation(const Node& node) {
    const std::span<const Op* const> operands = build_all(node.children);
    return fold(node, operands, operation_of(node, operands));
  }

  const Op* operation_of(const Node& node, std::span<const Op* const> operands) {
    const bool and_ = node.op == Operator::logical_and;
    if (and_ || node.op == Operator::logical_or || node.op == Operator::conditional) {
      auto* op = make<ManyOp>(and_                              ? &run_and
                              : node.op == Operator::logical_or ? &run_or
                                                                : &run_conditional,
                              node);
      op->operands = operands;
      return op;
    }
    if (operands.size() == 1) {
      auto* op = make<UnaryOp>(unary_run(node.op), node);
      op->operand = operands[0];
      return op;
    }
    const TypeKind left = node.children[0]->type.kind();
    auto* op = make<BinaryOp>(binary_run(node.op, left, node.children[1]->type.kind()), node);
    op->left = operands[0];
    op->right = operands[1];
    return op;
  }

  std::span<const bool> optional_flags(const Node& node) {
    const auto marked = [](const Node* child) { return child->optional_entry; };
    if (std::none_of(node.children.begin(), node.children.end(), marked)) return {};
    const std::size_t stride = node.kind == NodeKind::map ? 2 : 1;
    const std::span<bool> flags = arena_.make<bool>(node.children.size() / stride);
    for (std::size_t i = 0; i < flags.size(); ++i) flags[i] = node.children[i * stride]->optional_entry;
    return flags;
  }

  [[gnu::noinline]] const Op* collection(const Node& node) {
    auto* op = make<CollectionOp>(node.kind == NodeKind::list ? &run_list : &run_map, node);
    op->items = build_all(node.children);
    op->optional = optional_flags(node);
    return fold(node, op->items, op);
  }

  // Calls
  // ---------------------------------------------------------------------------------------------------------

  [[gnu::noinline]] const Op* call(const Node& node) {
    const std::span<const Signature* const> overloads = node.resolution.overloads;
    const std::span<Candidate> candidates = arena_.make<Candidate>(overloads.size());
    std::transform(overloads.begin(), overloads.end(), candidates.begin(),
                   [this](const Signature* signature) { return make_candidate(*signature, arena_); });
    auto* op = make<CallOp>(call_run(*node.resolution.function), node);
    op->name = node.name;
    op->arguments = build_all(node.children);
    op->candidates = candidates;
    op->prepared = prepare(*node.resolution.function, node, op->arguments);
    return is_of_host(*node.resolution.function) ? op : fold(node, op->arguments, op);
  }

  static Op::Run call_run(const Function& function) {
    if (&function == &functions::or_other) return &run_or_other;
    return &function == &functions::or_value ? &run_or_value : &run_call;
  }

  bool is_of_host(const Function& function) const {
    const std::vector<Function>& all = environment_.host_functions();
    return &function >= all.data() && &function < all.data() + all.size();
  }

  const void* prepare(const Function& function, const Node& node, std::span<const Op* const> arguments) {
    const std::size_t which = function.prepared_argument;
    if (function.prepare == nullptr || which >= arguments.size() || !is_constant(arguments[which]))
      return nullptr;
    Prepared prepared = function.prepare(static_cast<const ConstantOp*>(arguments[which])->value);
    if (!prepared.fault.empty()) {
      const Node& argument = *node.children[which];
      issues_.push_back({argument.begin, argument.end, std::move(prepared.fault), {}});
      return nullptr;
    }
    built_.prepared.push_back(std::move(prepared.data));
    return built_.prepared.back().get();
  }

  // Macros
  // --------------------------------------------------------------------------------------------------------

  const Op* macro(const Node& node) {
    switch (node.macro) {
      case Macro::has:
        return presence(node);
      case Macro::bind:
      case Macro::optional_map:
      case Macro::optional_flat_map:
        return loop<LoopOp>(node, binding_run(node.macro));
      case Macro::reduce:
        return reduce(node);
      default:
        return loop<LoopOp>(node, loop_run(node.macro));
    }
  }

  template <class T>
  T* loop(const Node& node, Op::Run run) {
    T* op = make<T>(run, node);
    op->range = build(*node.children[0]);
    ++depth_;
    const bool filtered = node.children.size() == 3 && node.macro != Macro::reduce;
    if (filtered) op->filter = build(*node.children[1]);
    op->body = build(*node.children.back());
    --depth_;
    op->slot = node.resolution.index;
    op->pairs = node.variables.size() == 2;
    op->cost = count_nodes(*node.children.back()) + (filtered ? count_nodes(*node.children[1]) : 0);
    op->name = node.name;
    return op;
  }

  [[gnu::noinline]] const Op* reduce(const Node& node) {
    auto* op = loop<ReduceOp>(node, loop_run(node.macro));
    op->start = build(*node.children[1]);
    return op;
  }

  // What has only constants for operands is one, unless computing it fails: then evaluating says so.
  const Op* fold(const Node& node, std::span<const Op* const> operands, const Op* op) {
    if (!std::all_of(operands.begin(), operands.end(), is_constant)) return op;
    constexpr std::int64_t enough = 10'000;
    std::int64_t budget = enough;
    Frame frame{arena_, {}, {}, nullptr, nullptr, budget, environment_};
    const Value value = (*op)(frame);
    return is_trouble(value) || budget < 0 ? op : constant(value, node);
  }

  const Environment& environment_;
  Arena& arena_;
  std::vector<Issue>& issues_;
  Built built_;
  std::uint32_t depth_ = 0;  // of macro bodies
};

}  // namespace

Built build(const Environment& environment, Ast& ast, std::vector<Issue>& issues) {
  return Builder(environment, ast, issues).build_tree(*ast.root);
}

}  // namespace martech_audit::cel

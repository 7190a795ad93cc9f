// The Common Expression Language (google/cel-spec) without protocol buffers.
//
//   Environment: what an expression may name   ─┐
//   text                                       ─┴→ compile() → Program → evaluate(Activation) → Value
//
// Compiling reports every fault of the text; evaluating never throws. What a Program evaluates to is a value,
// an `error` (EvaluationError), or `unknown` with the facts that were missing; CEL's own absorption decides
// which: `false && unknown` is false, `true && unknown` unknown, and unknown goes before error where both
// remain.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "base/slots.h"
#include "cel/function.h"
#include "cel/limits.h"
#include "cel/type.h"
#include "martech_audit/value.h"

namespace martech_audit::cel {

struct Ast;

// What expressions may name. Built first, then read only: compile() may be called on it from many threads. It
// owns its struct types and must outlive every Program compiled with it.
class Environment {
 public:
  struct Variable {
    std::string name;
    Type type;
  };

  // The index of its value in Activation::variables. The name may be dotted ("x.y"); declaring it again only
  // changes its type.
  std::uint32_t declare(std::string_view name, Type type);

  // The address stays. `shape` must be its own: records find their type by it.
  StructType& add_struct(std::string name, std::uint16_t shape);

  // The record and all it views must outlive the Environment. Goes before a built-in function of that name.
  void add_function(const Function& function);

  // Names are looked up in "a.b", then in "a", then as they stand.
  void set_container(std::string container) { container_ = std::move(container); }

  // Where people find the names they may write; hints where no name is near the one they wrote.
  struct Help {
    std::string fields;
    std::string functions;
  };
  void set_help(Help help) { help_ = std::move(help); }
  Limits& limits() { return limits_; }

  const std::vector<Variable>& variables() const { return variables_; }
  const std::deque<StructType>& structs() const { return structs_; }
  const std::string& container() const { return container_; }
  const Help& help() const { return help_; }
  const Limits& limits() const { return limits_; }

  std::optional<std::uint32_t> find_variable(std::string_view name) const;
  const StructType* find_struct(std::uint16_t shape) const;
  const Function* find_function(std::string_view name) const;  // built-in ones too
  const std::vector<Function>& host_functions() const { return functions_; }

 private:
  std::vector<Variable> variables_;
  std::unordered_map<std::string, std::uint32_t> variable_index_;
  std::deque<StructType> structs_;
  std::vector<const StructType*> struct_of_shape_;
  std::vector<Function> functions_;
  std::string container_;
  Help help_;
  Limits limits_;
};

// Every built-in function, sorted by name.
std::span<const Function* const> all_functions();

// Where derived fields come from: fields of a record that its slots do not hold.
class DerivedFields {
 public:
  virtual ~DerivedFields() = default;
  // What the value points to may be made in `arena`.
  virtual Value read(const Record& record, std::uint32_t slot, Arena& arena) const = 0;
};

// What one evaluation sees. Slots and variables may hold `decimal` (read as double), `date` (as timestamp at
// midnight UTC, `before` as unknown) and `unknown`.
struct Activation {
  std::span<const Value> variables;           // by the index that declare() gave
  const DerivedFields* derived = nullptr;     // null where no struct has any
  Arena& arena;                               // temporaries and results; the caller resets it
  const void* host = nullptr;                 // for host functions
  std::int64_t budget = default_cost_budget;  // what is left; below zero the evaluation was stopped
};

// A fault in the text of an expression, at bytes [begin, end).
struct Issue {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string message;  // one clause, no full stop
  std::string hint;     // what to write instead; may be empty
};

// A field that an expression reads, found without evaluating it: {"Tool", "seats.purchased"}. As in Missing,
// blocks belong to the path and any other struct begins a new one. A name tested by has() alone is
// `presence_only`.
struct FieldRead {
  std::string_view struct_name;
  std::string path;
  bool presence_only = false;
  friend bool operator==(const FieldRead&, const FieldRead&) = default;
};

// The value that a part of the expression, bytes [begin, end), has.
struct TraceEntry {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Value value;
};

// A compiled expression. Evaluating it changes nothing in it: one Program may serve many threads.
class Program {
 public:
  Program(Program&&) noexcept;
  Program& operator=(Program&&) noexcept;
  ~Program();

  // Literals in the result belong to the Program, all else to the arena or the activation's own data.
  Value evaluate(Activation& activation) const;

  // The value of each part of the expression outside macro bodies, in the order of the text, outermost first.
  // Literals are left out. Costs several evaluations.
  std::vector<TraceEntry> trace(Activation& activation) const;

  Type result_type() const;  // dyn where it was not checked
  const std::vector<FieldRead>& reads() const;
  const std::string& text() const;

  struct Code;
  explicit Program(std::unique_ptr<const Code> code);

 private:
  std::unique_ptr<const Code> code_;
};

struct CompileOptions {
  std::optional<Type> expected;         // of the result; anything goes where it is not given
  std::string_view expected_hint = {};  // what to write where the result is of another type
  bool check = true;                    // false: types and names are looked at when evaluating
};

// A program, or at least one issue; never both.
struct Compiled {
  std::optional<Program> program;
  std::vector<Issue> issues;
};

// The text is copied.
Compiled compile(const Environment& environment, std::string_view text, const CompileOptions& options = {});

// Compiles a syntax tree (parser.h) that may have been changed since it was parsed.
Compiled compile(const Environment& environment, Ast ast, const CompileOptions& options = {});

// For people and tests: as CEL would write the value, deterministic: 1u, 2.5, "text", b"\x00", [1, 2], {"k":
// 1}, timestamp("…"), duration("1.5s"), optional.none(). Records show as record(shape, index).
std::string to_text(const Value& value);

}  // namespace martech_audit::cel

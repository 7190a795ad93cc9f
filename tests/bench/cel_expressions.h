// What the benchmarks of expressions evaluate: ten thousand tools of a small model, and three expressions
// that rules are made of, with what other implementations reached on the machine of `performance` in
// src/cel/README.md.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/slots.h"
#include "cel/cel.h"
#include "martech_audit/record.h"

namespace martech_audit::cel {

struct BenchExpression {
  char letter;
  std::string_view text;
  double cel_go;      // evaluations a second
  double javascript;  // the fastest implementation in JavaScript
};

inline constexpr std::array bench_expressions{
    BenchExpression{
        'a',
        "tool.seats.purchased > 0 && double(tool.seats.active) / double(tool.seats.purchased) < 0.6 && "
        "tool.annual_cost >= 5000.0",
        1.32e6, 1.66e6},
    BenchExpression{'b', "!tool.objectives.exists(o, o in org.objectives)", 0.25e6, 1.17e6},
    BenchExpression{'c',
                    "tool.capabilities.filter(c, c.startsWith(\"email\")).size() > 1 && "
                    "tool.owner.department != \"Marketing\"",
                    0.41e6, 0.95e6},
};

// Tools with seats, a cost, five objectives out of forty, four capabilities and an owner; an organisation
// with twenty of the objectives.
class BenchStack {
 public:
  static constexpr std::size_t tools = 10'000;

  BenchStack() : records_(tools) {
    declare();
    fill();
    variables_ = {Value(), Value::record(&org_)};
  }

  Program compiled(const BenchExpression& expression) const {
    Compiled result = compile(environment_, expression.text);
    if (!result.program) {
      std::fprintf(stderr, "%s\n", result.issues.front().message.c_str());
      std::exit(1);
    }
    return *std::move(result.program);
  }

  // True or not; for tool number `which`, counted round.
  bool evaluate(const Program& program, std::size_t which) {
    variables_[0] = Value::record(&records_[which % tools]);
    Activation activation{variables_, nullptr, scratch_};
    const bool result = program.evaluate(activation).as_boolean();
    scratch_.reset();
    return result;
  }

 private:
  enum Shapes : std::uint16_t { seats_shape, person_shape, tool_shape, org_shape };

  void declare() {
    const Type text = Type::of(TypeKind::string);
    const Type whole = Type::of(TypeKind::integer);
    StructType& seats = environment_.add_struct("Seats", seats_shape);
    StructType& person = environment_.add_struct("Person", person_shape);
    StructType& tool = environment_.add_struct("Tool", tool_shape);
    StructType& org = environment_.add_struct("Organisation", org_shape);
    seats.block = true;
    seats.fields = {{"purchased", whole, 0, false, ""}, {"active", whole, 1, false, ""}};
    person.fields = {{"department", text, 0, false, ""}};
    tool.fields = {{"seats", Type::structure(&seats), 0, false, ""},
                   {"annual_cost", Type::of(TypeKind::real), 1, false, ""},
                   {"objectives", Type::list(text), 2, false, ""},
                   {"capabilities", Type::list(text), 3, false, ""},
                   {"owner", Type::structure(&person), 4, false, ""}};
    org.fields = {{"objectives", Type::list(text), 0, false, ""}};
    environment_.declare("tool", Type::structure(&tool));
    environment_.declare("org", Type::structure(&org));
  }

  Value record(std::uint16_t shape, std::vector<Value> slots) {
    Record made;
    made.values = Slots(memory_.copy(std::span<const Value>(slots)).data());
    made.shape = shape;
    return Value::record(memory_.copy(made));
  }

  Value list(const std::vector<Value>& items) {
    return Value::list(memory_.copy(std::span<const Value>(items)));
  }

  Value numbered(std::string_view word, unsigned long number) {
    const std::string text = std::string(word) + std::to_string(number);
    return Value::string(memory_.copy(std::string_view(text)));
  }

  void fill() {
    std::minstd_rand random(20261123);
    const auto below = [&](unsigned long limit) { return random() % limit; };
    std::vector<Value> goals;
    for (unsigned long i = 0; i < 20; ++i) goals.push_back(numbered("objective-", 2 * i));
    org_.shape = org_shape;
    org_.values = Slots(memory_.copy(std::span<const Value>(std::array{list(goals)})).data());
    static constexpr std::array<std::string_view, 6> capabilities{"email-delivery", "email-design", "sms",
                                                                  "analytics",      "crm",          "ads"};
    static constexpr std::array<std::string_view, 4> departments{"Marketing", "Sales", "Service", "IT"};
    for (Record& tool : records_) {
      const auto purchased = static_cast<std::int64_t>(below(200));
      const auto active = static_cast<std::int64_t>(below(200));
      std::vector<Value> objectives, provided;
      for (int i = 0; i < 5; ++i)
        objectives.push_back(numbered("objective-", 2 * below(20) + (below(8) != 0 ? 1 : 0)));
      for (int i = 0; i < 4; ++i) provided.push_back(Value::string(capabilities[below(capabilities.size())]));
      const std::vector<Value> slots{
          record(seats_shape, {Value::integer(purchased), Value::integer(active)}),
          Value::decimal(static_cast<std::int64_t>(below(2'000'000)), 2), list(objectives), list(provided),
          record(person_shape, {Value::string(departments[below(departments.size())])})};
      tool.shape = tool_shape;
      tool.values = Slots(memory_.copy(std::span<const Value>(slots)).data());
    }
  }

  Environment environment_;
  Arena memory_;
  Arena scratch_;
  std::vector<Record> records_;
  Record org_;
  std::array<Value, 2> variables_;
};

}  // namespace martech_audit::cel

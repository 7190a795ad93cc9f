// A small model for tests: tools with a block of seats, an owner, and derived facts.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/slots.h"
#include "cel/cel.h"
#include "martech_audit/record.h"

namespace martech_audit::cel {

class Shop {
 public:
  enum Shape : std::uint16_t { tool_shape, seats_shape, person_shape, org_shape };
  enum ToolSlot { name, seats, owner, tags, started, price, age, extras, tool_slots };

  Shop() {
    declare_structs();
    environment.declare("tool", Type::structure(tool_));
    environment.declare("org", Type::structure(org_));
    environment.declare("as_of", Type::of(TypeKind::timestamp));
    Record* crm = add_tool("CRM");
    slots(crm)[seats] = Value::record(make_record(seats_shape, {Value::integer(100), Value::integer(40)}));
    slots(crm)[owner] =
        Value::record(make_record(person_shape, {Value::string("Ada"), Value::string("Sales")}));
    slots(crm)[tags] = list({Value::string("email"), Value::string("core")});
    slots(crm)[started] = Value::date(20000);
    slots(crm)[price] = Value::decimal(1250, 2);
    slots(crm)[extras] = map({{Value::string("x-cost-code"), Value::integer(7)}});
    derived_.rows[0] = Value::real(5000);
    Record* bare = add_tool("Bare");
    slots(bare)[tags] = Value::list({});
    slots(bare)[started] = Value::date(15000, true);
    missing_ = {Missing{bare, "costs", {}}, Missing{bare, "seats.active", {}}};
    derived_.rows[1] = Value::unknown(missing_);
    Record* odd = add_tool("Odd");
    reason_ = Missing{odd, "owner", "shared mailbox"};
    slots(odd)[owner] = Value::unknown({&reason_, 1});
    slots(odd)[seats] = Value::record(make_record(seats_shape, {Value::integer(10), Value::unknown()}));
    derived_.rows[2] = Value::real(10);
    bought_ = Missing{odd, "bought", {}, {}, Between{100, 200, "age"}};
    slots(odd)[age] = Value::unknown({&bought_, 1});
    org_slots_ = {list({Value::record(&tools_[0]), Value::record(&tools_[1]), Value::record(&tools_[2])}),
                  Value::unknown()};
    org_record_.values = Slots(org_slots_.data());
    org_record_.shape = org_shape;
  }
  Shop(const Shop&) = delete;
  Shop& operator=(const Shop&) = delete;

  // What `text` gives for tool number `which`, as text; the messages where it does not compile.
  std::string operator()(const std::string& text, std::size_t which = 0) {
    const Compiled compiled = compile(environment, text);
    if (!compiled.program) return issues_text(compiled.issues);
    return to_text(evaluate(*compiled.program, which));
  }

  Value evaluate(const Program& program, std::size_t which = 0, std::int64_t budget = default_cost_budget) {
    variables_ = {Value::record(&tools_[which]), Value::record(&org_record_),
                  Value::timestamp(1795392000, 0)};
    Activation activation{variables_, &derived_, arena, nullptr, budget};
    return program.evaluate(activation);
  }

  std::vector<TraceEntry> trace(const Program& program, std::size_t which = 0) {
    variables_ = {Value::record(&tools_[which]), Value::record(&org_record_),
                  Value::timestamp(1795392000, 0)};
    Activation activation{variables_, &derived_, arena};
    return program.trace(activation);
  }

  const Record* tool(std::size_t which) const { return &tools_[which]; }

  static std::string issues_text(const std::vector<Issue>& issues) {
    std::string text;
    for (const Issue& issue : issues) {
      text += std::to_string(issue.begin) + "-" + std::to_string(issue.end) + ": " + issue.message;
      if (!issue.hint.empty()) text += " (" + issue.hint + ")";
      text += "\n";
    }
    if (!text.empty()) text.pop_back();
    return text;
  }

  Environment environment;
  Arena arena;

 private:
  void declare_structs() {
    const Type text = Type::of(TypeKind::string);
    const Type whole = Type::of(TypeKind::integer);
    const Type real = Type::of(TypeKind::real);
    StructType& seats_type = environment.add_struct("Seats", seats_shape);
    StructType& person = environment.add_struct("Person", person_shape);
    StructType& tool_type = environment.add_struct("Tool", tool_shape);
    StructType& org_type = environment.add_struct("Organisation", org_shape);
    seats_type.block = true;
    seats_type.fields = {{"purchased", whole, 0, false, ""}, {"active", whole, 1, false, ""}};
    person.fields = {{"name", text, 0, false, ""}, {"department", text, 1, false, ""}};
    tool_type.fields = {{"name", text, name, false, ""},
                        {"seats", Type::structure(&seats_type), seats, false, ""},
                        {"owner", Type::structure(&person), owner, false, ""},
                        {"tags", Type::list(text), tags, false, ""},
                        {"started", Type::of(TypeKind::timestamp), started, false, ""},
                        {"price", real, price, false, ""},
                        {"age", whole, age, false, ""},
                        {"annual_cost", real, 0, true, ""}};
    tool_type.extras_slot = extras;
    org_type.fields = {{"tools", Type::list(Type::structure(&tool_type)), 0, false, ""},
                       {"teams", Type::list(text), 1, false, ""}};
    tool_ = &tool_type;
    org_ = &org_type;
  }

  Record* make_record(std::uint16_t shape, std::initializer_list<Value> values) {
    const auto kept = arena_of_model_.make<Value>(values.size());
    std::copy(values.begin(), values.end(), kept.begin());
    Record* record = &arena_of_model_.make<Record>(1)[0];
    record->values = Slots(kept.data());
    record->shape = shape;
    return record;
  }

  Record* add_tool(std::string_view title) {
    Record* record = &tools_[count_];
    record->index = static_cast<std::uint32_t>(count_);
    record->shape = tool_shape;
    tool_slots_[count_].fill(Value::unknown());
    tool_slots_[count_][name] = Value::string(title);
    record->values = Slots(tool_slots_[count_].data());
    ++count_;
    return record;
  }

  std::array<Value, tool_slots>& slots(const Record* record) { return tool_slots_[record->index]; }

  Value list(std::initializer_list<Value> items) {
    return Value::list(arena_of_model_.copy(std::span<const Value>(items.begin(), items.size())));
  }

  Value map(std::initializer_list<MapEntry> entries) {
    const auto kept = arena_of_model_.copy(std::span<const MapEntry>(entries.begin(), entries.size()));
    return Value::map(arena_of_model_.copy(Map{kept}));
  }

  Arena arena_of_model_;
  const StructType* tool_ = nullptr;
  const StructType* org_ = nullptr;
  std::size_t count_ = 0;
  std::array<Record, 3> tools_{};
  std::array<std::array<Value, tool_slots>, 3> tool_slots_;
  struct Costs final : DerivedFields {
    Value read(const Record& tool, std::uint32_t, Arena&) const override { return rows[tool.index]; }
    std::array<Value, 3> rows;
  };
  Costs derived_;
  std::array<Missing, 2> missing_;
  Missing reason_;
  Missing bought_;
  std::array<Value, 2> org_slots_;
  Record org_record_;
  std::array<Value, 3> variables_;
};

}  // namespace martech_audit::cel

#include "cel/fields.h"
#include "base/slots.h"
#include "martech_audit/record.h"

#include <algorithm>
#include <array>
#include <string>

namespace martech_audit::cel {

namespace {

Value missing_field(Frame& frame, const Record* entity, std::string_view path) {
  return Value::unknown({frame.arena.copy(Missing{entity, path, {}}), 1});
}

// What is stored as not an ordinary value: made one, or an unknown that says which fact is missing.
Value settle_field(const Value& stored, Frame& frame, const Record* entity, std::string_view path) {
  const Value value = settle_stored(stored);
  return value.is_unknown() && value.missing().empty() ? missing_field(frame, entity, path) : value;
}

Value read(const Frame& frame, const Record& record, bool derived, std::uint32_t slot) {
  if (!derived) return values_of(record)[slot];
  return frame.derived == nullptr ? Value::unknown() : frame.derived->read(record, slot, frame.arena);
}

Value no_field(Frame& frame, const Op& op, std::string_view name, const Value& target) {
  return fail(
      frame, op,
      "no field '" + std::string(name) + "' in a value of type " + std::string(type_name(target.kind())));
}

// An absent fact is no value; one that does not apply is neither there nor absent.
Value presence_of_unknown(const Value& unknown) {
  const auto missing = unknown.missing();
  const bool applies =
      std::all_of(missing.begin(), missing.end(), [](const Missing& m) { return m.not_applicable.empty(); });
  return applies ? Value::boolean(false) : unknown;
}

Value presence(const Value& value) {
  if (value.is_unknown()) return presence_of_unknown(value);
  if (value.is_error()) return value;
  return Value::boolean(!value.is(ValueKind::list) || !value.as_list().empty());
}

// A record's field by name; not settled, and an unknown says nothing of where it is from.
struct Lookup {
  Value value;
  bool exists = false;
};

Lookup look_up_extra(const Record& record, const StructType& type, std::string_view name) {
  if (!type.extras_slot || !name.starts_with("x-")) return {};
  const Value extras = values_of(record)[*type.extras_slot];
  if (!extras.is(ValueKind::map)) return {Value::unknown(), true};
  const Value* found = find(*extras.as_map(), Value::string(name));
  return {found != nullptr ? *found : Value::unknown(), true};
}

Lookup look_up(const Frame& frame, const Record& record, std::string_view name) {
  const StructType* type = frame.environment.find_struct(record.shape);
  if (type == nullptr) return {};
  const StructField* field = type->find(name);
  if (field == nullptr) return look_up_extra(record, *type, name);
  return {read(frame, record, field->derived, field->slot), true};
}

Value select_field(const Value& target, std::string_view name, const Op& op, Frame& frame);

Value some(Frame& frame, const Value& content) { return Value::optional(frame.arena.copy(content)); }

// target.?name of a value that is no optional.
Value select_if_there(const Value& target, std::string_view name, const Op& op, Frame& frame) {
  if (is_trouble(target)) return target;
  if (target.is(ValueKind::map)) {
    const Value* found = find(*target.as_map(), Value::string(name));
    return found == nullptr ? Value::optional(nullptr) : some(frame, settle(*found));
  }
  const Value value = select_field(target, name, op, frame);
  if (value.is_error()) return value;
  if (!value.is_unknown()) return some(frame, value);
  const Value there = presence_of_unknown(value);
  return there.is_unknown() ? there : Value::optional(nullptr);
}

Value select_in_optional(const Value& optional, std::string_view name, const Op& op, Frame& frame) {
  const Value* content = optional.as_optional();
  return content == nullptr ? optional : select_if_there(*content, name, op, frame);
}

Value select_field(const Value& target, std::string_view name, const Op& op, Frame& frame) {
  if (target.is(ValueKind::map)) {
    const Value* found = find(*target.as_map(), Value::string(name));
    return found != nullptr ? settle(*found) : fail(frame, op, "no such key: '" + std::string(name) + "'");
  }
  if (target.is(ValueKind::record)) {
    const Lookup found = look_up(frame, *target.as_record(), name);
    if (!found.exists) return no_field(frame, op, name, target);
    return settle_field(found.value, frame, target.as_record(), name);
  }
  if (target.is(ValueKind::optional)) return select_in_optional(target, name, op, frame);
  return is_trouble(target) ? target : no_field(frame, op, name, target);
}

// Steps from `step` on, whose target is not the record it was compiled for: absent, or not as declared.
Value run_rest(const FieldOp& self, std::size_t step, Value value, const Record* entity, Frame& frame) {
  if (step > 0 && value.is_unknown()) return settle_field(value, frame, entity, self.path);
  for (; step < self.steps.size(); ++step) value = select_field(value, self.steps[step].name, self, frame);
  return value;
}

// As it stands in the slot; `entity` is the record that the path begins at.
inline Value stored_field(const FieldOp& self, Frame& frame, const Record*& entity) {
  Value value = (*self.base)(frame);
  entity = value.is(ValueKind::record) ? value.as_record() : nullptr;
  for (std::size_t i = 0; i < self.steps.size(); ++i) {
    const FieldStep& step = self.steps[i];
    if (!value.is(ValueKind::record) || value.as_record()->shape != step.shape) [[unlikely]] {
      return run_rest(self, i, value, entity, frame);
    }
    value = read(frame, *value.as_record(), step.derived, step.slot);
  }
  return value;
}

}  // namespace

Value run_field(const Op& op, Frame& frame) {
  const auto& self = static_cast<const FieldOp&>(op);
  const Record* entity = nullptr;
  const Value value = stored_field(self, frame, entity);
  if (value.kind() < ValueKind::decimal) [[likely]]
    return value;
  return settle_field(value, frame, entity, self.path);
}

Value run_has_field(const Op& op, Frame& frame) {
  const auto& self = static_cast<const FieldOp&>(op);
  const Record* entity = nullptr;
  const Value value = stored_field(self, frame, entity);
  // A date that is only known to be before some day reads as unknown, but it was given.
  if (value.is(ValueKind::date)) return Value::boolean(true);
  return presence(settle_field(value, frame, entity, self.path));
}

Value run_select(const Op& op, Frame& frame) {
  const auto& self = static_cast<const SelectOp&>(op);
  return select_field((*self.operand)(frame), self.name, op, frame);
}

Value run_optional_select(const Op& op, Frame& frame) {
  const auto& self = static_cast<const SelectOp&>(op);
  const Value target = (*self.operand)(frame);
  if (target.is(ValueKind::optional)) return select_in_optional(target, self.name, op, frame);
  return select_if_there(target, self.name, op, frame);
}

Value run_has_select(const Op& op, Frame& frame) {
  const auto& self = static_cast<const SelectOp&>(op);
  Value target = (*self.operand)(frame);
  while (target.is(ValueKind::optional) && target.as_optional() != nullptr) target = *target.as_optional();
  if (target.is(ValueKind::optional)) return Value::boolean(false);
  if (target.is(ValueKind::map)) {
    return Value::boolean(find(*target.as_map(), Value::string(self.name)) != nullptr);
  }
  if (target.is_unknown()) return self.tests_path ? presence_of_unknown(target) : target;
  if (target.is(ValueKind::record) &&
      look_up(frame, *target.as_record(), self.name).value.is(ValueKind::date)) {
    return Value::boolean(true);
  }
  return presence(select_field(target, self.name, op, frame));
}

}  // namespace martech_audit::cel

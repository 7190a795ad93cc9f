#include "cel/calls.h"

#include <algorithm>
#include <array>

namespace martech_audit::cel {

namespace {

constexpr auto last_kind = static_cast<std::uint32_t>(ValueKind::record);

constexpr std::uint32_t bit(ValueKind kind) { return 1U << static_cast<std::uint32_t>(kind); }

std::uint32_t mask_of(Type parameter) {
  std::uint32_t mask = 0;
  for (std::uint32_t kind = 0; kind <= last_kind; ++kind) {
    if (admits(parameter, static_cast<ValueKind>(kind))) mask |= 1U << kind;
  }
  return mask;
}

bool fits(const Candidate& candidate, std::span<const Value> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::uint32_t mask = candidate.masks[std::min(i, candidate.masks.size() - 1)];
    if ((mask & bit(arguments[i].kind())) == 0) return false;
  }
  return true;
}

Value apply(const CallOp& self, Frame& frame, std::span<const Value> arguments) {
  for (const Candidate& candidate : self.candidates) {
    if (!fits(candidate, arguments)) continue;
    const CallContext context{frame.arena, frame.host,        frame.budget,
                              self.place,  frame.environment, self.prepared};
    return candidate.call(context, arguments);
  }
  Troubles troubles(frame.arena);
  for (const Value& argument : arguments) troubles.note(argument);
  return troubles.any() ? troubles.result() : no_overload(frame, self, self.name, arguments);
}

}  // namespace

Candidate make_candidate(const Signature& signature, Arena& arena) {
  const std::span<std::uint32_t> masks = arena.make<std::uint32_t>(signature.parameters.size());
  const std::uint32_t unknown = signature.overload->takes_unknown ? bit(ValueKind::unknown) : 0;
  std::transform(signature.parameters.begin(), signature.parameters.end(), masks.begin(),
                 [&](Type parameter) { return mask_of(parameter) | unknown; });
  return {signature.overload->call, masks};
}

Value run_call(const Op& op, Frame& frame) {
  constexpr std::size_t usual = 4;
  const auto& self = static_cast<const CallOp&>(op);
  std::array<Value, usual> near;
  const std::size_t count = self.arguments.size();
  const std::span<Value> arguments =
      count <= usual ? std::span(near).first(count) : frame.arena.make<Value>(count);
  for (std::size_t i = 0; i < count; ++i) arguments[i] = (*self.arguments[i])(frame);
  return apply(self, frame, arguments);
}

Value run_or_other(const Op& op, Frame& frame) {
  const auto& self = static_cast<const CallOp&>(op);
  const Value first = (*self.arguments[0])(frame);
  if (is_trouble(first) || (first.is(ValueKind::optional) && first.as_optional() != nullptr)) return first;
  return apply(self, frame, std::array{first, (*self.arguments[1])(frame)});
}

Value run_or_value(const Op& op, Frame& frame) {
  const auto& self = static_cast<const CallOp&>(op);
  const Value first = (*self.arguments[0])(frame);
  if (is_trouble(first)) return first;
  if (first.is(ValueKind::optional) && first.as_optional() != nullptr) return *first.as_optional();
  return apply(self, frame, std::array{first, (*self.arguments[1])(frame)});
}

Value run_failure(const Op& op, Frame& frame) {
  return fail(frame, op, static_cast<const ConstantOp&>(op).value.as_text());
}

Value CallContext::error(std::string_view message) const {
  return Value::error(arena.copy(EvaluationError{arena.copy(message), offset}));
}

}  // namespace martech_audit::cel

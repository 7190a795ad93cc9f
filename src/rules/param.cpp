#include "rules/param.h"

#include <fmt/format.h>

#include "base/text.h"
#include "document/scalar.h"

namespace martech_audit::rules {
namespace {

std::optional<Value> parse(std::string_view type, std::string_view text, bool plain) {
  if (type == "string") return Value::string(text);
  if (type == "bool") {
    const auto value = boolean(text, plain);
    return value ? std::optional(Value::boolean(*value)) : std::nullopt;
  }
  if (type == "int") {
    const auto value = integer(text, plain);
    return value ? std::optional(Value::integer(*value)) : std::nullopt;
  }
  const auto value = real(text, plain);
  return value ? std::optional(Value::real(*value)) : std::nullopt;
}

std::string_view expected(std::string_view type) {
  if (type == "bool") return "true or false";
  return type == "int" ? "a whole number" : "a number";
}

double number(const Value& value) {
  return value.is(ValueKind::integer) ? static_cast<double>(value.as_integer()) : value.as_real();
}

bool is_number(const Value& value) { return value.is(ValueKind::integer) || value.is(ValueKind::real); }

// Empty where the value lies between the parameter's bounds.
std::string out_of_range(const Param& param, const Value& value) {
  if (!is_number(value)) return {};
  if (param.min && number(value) < *param.min) {
    return fmt::format("{} is below the least value, {}", param_text(value), *param.min);
  }
  if (param.max && number(value) > *param.max) {
    return fmt::format("{} is above the greatest value, {}", param_text(value), *param.max);
  }
  return {};
}

std::optional<double> read_bound(Node node, const Param& param, Diagnostics& diagnostics) {
  if (!node) return std::nullopt;
  if (param.type == "bool" || param.type == "string") {
    diagnostics.error(node.key_where(), fmt::format("'{}' makes no sense for a {}", node.key(), param.type),
                      "leave it out");
    return std::nullopt;
  }
  const auto bound = real(node.text(), node.plain());
  if (!bound)
    diagnostics.error(node.where(), fmt::format("'{}' must be a number", node.key()),
                      "write a number such as 0.5, without quotes");
  return bound;
}

}  // namespace

void settle_standard(ParamDraft& draft, Diagnostics& diagnostics) {
  Param& param = draft.param;
  if (!draft.type) return;
  param.min = read_bound(draft.min, param, diagnostics);
  param.max = read_bound(draft.max, param, diagnostics);
  if (param.min && param.max && *param.min > *param.max) {
    diagnostics.error(draft.min.where(), "'min' is greater than 'max'", "exchange the two");
  }
  if (!draft.standard) return;
  const auto standard = parse(param.type, draft.standard.text(), draft.standard.plain());
  if (!standard) {
    diagnostics.error(draft.standard.where(),
                      fmt::format("the default of '{}' must be {}, not '{}'", param.name,
                                  expected(param.type), draft.standard.text()),
                      "change the default or the type");
    return;
  }
  param.standard = param.value = *standard;
  if (const std::string fault = out_of_range(param, *standard); !fault.empty()) {
    diagnostics.error(draft.standard.where(), fault, "change the default or the bound");
  }
}

ParamValue read_param(const Param& param, std::string_view text, Arena& arena) {
  const auto value = parse(param.type, trim(text), true);
  if (!value) return {std::nullopt, fmt::format("'{}' is not {}", text, expected(param.type))};
  if (std::string fault = out_of_range(param, *value); !fault.empty()) return {std::nullopt, fault};
  return {value->is(ValueKind::string) ? Value::string(arena.copy(value->as_text())) : *value, {}};
}

std::string param_text(const Value& value) {
  switch (value.kind()) {
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return std::to_string(value.as_integer());
    case ValueKind::real:
      return fmt::format("{}", value.as_real());
    default:
      return std::string(value.as_text());
  }
}

}  // namespace martech_audit::rules

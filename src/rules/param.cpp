#include "rules/param.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "cel/values.h"
#include "document/scalar.h"
#include "rules/pack_fields.h"

namespace martech_audit::rules {
namespace {

std::optional<Value> parse(std::string_view type, std::string_view text, bool plain) {
  if (type == "string") return Value::string(text);
  if (type == "bool") {
    const auto value = boolean(text, plain);
    return value ? std::optional(Value::boolean(*value)) : std::nullopt;
  }
  if (type == "int") {
    const auto value = whole_number(text, plain);
    return value ? std::optional(Value::integer(*value)) : std::nullopt;
  }
  const auto value = real(text, plain);
  return value ? std::optional(Value::real(*value)) : std::nullopt;
}

std::string_view expected(std::string_view type) {
  if (type == "bool") return "true or false";
  return type == "int" ? "a whole number" : "a number";
}

// Empty where the value lies between the parameter's bounds.
std::string out_of_range(const Param& param, const Value& value) {
  if (!cel::is_number(value)) return {};
  if (param.min && cel::as_double(value) < *param.min) {
    return fmt::format("{} is below the minimum, {}", param_text(value), *param.min);
  }
  if (param.max && cel::as_double(value) > *param.max) {
    return fmt::format("{} is above the maximum, {}", param_text(value), *param.max);
  }
  return {};
}

std::optional<double> read_bound(Node node, const Param& param, Diagnostics& diagnostics) {
  if (!node) return std::nullopt;
  if (param.type == "bool" || param.type == "string") {
    diagnostics.error(node.key_where(), fmt::format("'{}' does not apply to a {}", node.key(), param.type),
                      "leave it out");
    return std::nullopt;
  }
  const auto bound = real(node.text(), node.plain());
  if (!bound)
    diagnostics.error(node.where(), fmt::format("'{}' must be a number", node.key()),
                      "write a number such as 0.5, without quotes");
  return bound;
}

// The number of the benchmark that the parameter names. No node where there is none to be had.
Node take_benchmark(ParamDraft& draft, Benchmarks& benchmarks, Diagnostics& diagnostics) {
  Param& param = draft.param;
  if (draft.standard || !param.source.empty()) {
    diagnostics.error(draft.benchmark.key_where(), "the benchmark already gives the value and source",
                      "leave out 'default' and 'source', or the benchmark");
  }
  if (param.type != "int" && param.type != "double") {
    diagnostics.error(draft.benchmark.where(), fmt::format("a benchmark is a number, not a {}", param.type),
                      "write a default and its source");
    return {};
  }
  const Benchmark* benchmark = find_benchmark(draft.benchmark, benchmarks, diagnostics);
  if (benchmark == nullptr) return {};
  param.benchmark = draft.benchmark.text();
  param.source = source_text(*benchmark);
  param.pinned = benchmark->replaces;
  return benchmark->value;
}

// Where the standard value is written.
Node standard_of(ParamDraft& draft, Benchmarks& benchmarks, Diagnostics& diagnostics) {
  if (draft.benchmark) return take_benchmark(draft, benchmarks, diagnostics);
  if (!draft.standard) record::report_missing<ParamDraft>(draft.node, "default", diagnostics);
  if (draft.param.source.empty() && !draft.node.find("source")) {
    record::report_missing<ParamDraft>(draft.node, "source", diagnostics);
  }
  return draft.standard;
}

void settle_sizes(const ParamDraft& draft, Param& param, Diagnostics& diagnostics) {
  if (!draft.by_size) return;
  for (const Node member : draft.by_size) {
    const auto value = parse(param.type, member.text(), member.plain());
    const std::string fault =
        value ? out_of_range(param, *value)
              : fmt::format("the value of '{}' for {} organisations must be {}, not '{}'", param.name,
                            member.key(), expected(param.type), member.text());
    if (!fault.empty()) {
      diagnostics.error(member.where(), fault, "change the value, or the type or bounds of the parameter");
    } else {
      param.by_size.emplace_back(member.key(), *value);
    }
  }
}

}  // namespace

void settle_standard(ParamDraft& draft, Benchmarks& benchmarks, Diagnostics& diagnostics) {
  if (!draft.node.is_mapping()) return;  // reported
  Param& param = draft.param;
  const Node node = standard_of(draft, benchmarks, diagnostics);
  if (!draft.type) return;
  param.min = read_bound(draft.min, param, diagnostics);
  param.max = read_bound(draft.max, param, diagnostics);
  if (param.min && param.max && *param.min > *param.max) {
    diagnostics.error(draft.min.where(), "'min' is greater than 'max'", "swap the two");
  }
  settle_sizes(draft, param, diagnostics);
  if (!node) return;
  const std::string whose = param.benchmark.empty() ? fmt::format("default of '{}'", param.name)
                                                    : fmt::format("benchmark '{}'", param.benchmark);
  const std::string_view what = param.benchmark.empty() ? "default" : "benchmark";
  const std::string of_whom = param.benchmark.empty() ? "" : fmt::format(" of parameter '{}'", param.name);
  const auto standard = parse(param.type, node.text(), node.plain());
  if (!standard) {
    diagnostics.error(node.where(),
                      fmt::format("the {} must be {}, not '{}'", whose, expected(param.type), node.text()),
                      fmt::format("change the {} or the type{}", what, of_whom));
    return;
  }
  param.standard = param.value = *standard;
  if (const std::string fault = out_of_range(param, *standard); !fault.empty()) {
    diagnostics.error(node.where(), fault, fmt::format("change the {} or the bound{}", what, of_whom));
  }
}

const Value& value_for(const Param& param, std::string_view size) {
  const auto own = std::ranges::find(param.by_size, size, &std::pair<std::string, Value>::first);
  return own == param.by_size.end() ? param.value : own->second;
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

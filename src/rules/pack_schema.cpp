#include "rules/pack_schema.h"

#include <nlohmann/json.hpp>
#include <span>

#include "rules/benchmarks.h"
#include "rules/pack_fields.h"
#include "rules/read_value.h"
#include "rules/words.h"

namespace martech_audit {
namespace rules {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view variable_pattern = "^[a-z_][a-z0-9_]*$";

Json one_of(std::span<const std::string_view> words) { return {{"enum", words}}; }
Json text() { return {{"type", "string"}, {"minLength", 1}}; }
Json matching(std::string_view pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
Json identifier() { return matching("^[a-z0-9][a-z0-9-]*$"); }

// YAML makes `true` and `12` values of their own, which are expressions all the same.
Json expression() { return {{"type", {"string", "boolean", "number"}}}; }

Json list_of(Json item) { return {{"anyOf", Json::array({item, Json{{"type", "array"}, {"items", item}}})}}; }

template <class Draft>
Json object(std::span<const FieldRow<Draft>> rows);

Json money() {
  const Json amount{{"anyOf", Json::array({expression(), object(amount_rows())})}};
  Json properties = Json::object();
  for (const std::string_view word : money_class_words) properties[std::string(word)] = amount;
  properties["actionable_from"] = expression();
  return {{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
}

Json severity_map() {
  return {
      {"type", "object"}, {"propertyNames", one_of(severity_words)}, {"additionalProperties", expression()}};
}

Json param_schema() {
  Json schema = object(param_rows());
  schema["oneOf"] = Json::array({{{"required", {"default", "source"}}}, {{"required", {"benchmark"}}}});
  return schema;
}

Json params() {
  return {{"type", "object"},
          {"propertyNames", {{"pattern", variable_pattern}}},
          {"additionalProperties", param_schema()}};
}

Json reference_to_benchmark() {
  return {{"type", "object"},
          {"additionalProperties", false},
          {"required", {"benchmark"}},
          {"properties", {{"benchmark", identifier()}}}};
}

Json expressions() {
  return {{"type", "object"},
          {"propertyNames", {{"pattern", variable_pattern}}},
          {"additionalProperties", expression()}};
}

Json form(Form form) {
  switch (form) {
    case Form::text:
    case Form::template_text:
    case Form::path:
      return text();
    case Form::identifier:
      return identifier();
    case Form::version:
      return matching(R"(^[0-9]+\.[0-9]+\.[0-9]+$)");
    case Form::number:
      return {{"type", "number"}};
    case Form::count:
      return {{"type", "integer"}, {"minimum", 0}, {"maximum", largest_weight}};
    case Form::flag:
      return {{"type", "boolean"}};
    case Form::scalar:
      return {{"type", {"boolean", "number", "string"}}};
    case Form::param_type:
      return one_of(param_types);
    case Form::severity:
      return one_of(severity_words);
    case Form::effort:
      return one_of(effort_words);
    case Form::scope:
      return one_of(scopes());
    case Form::expression:
      return expression();
    case Form::expressions:
      return expressions();
    case Form::references:
      return list_of({{"anyOf", Json::array({text(), reference_to_benchmark()})}});
    case Form::grade:
      return one_of(benchmark_grades);
    case Form::benchmarks:
      return {{"type", "array"}, {"items", object(benchmark_rows())}};
    case Form::identifiers:
      return list_of(identifier());
    case Form::severity_map:
      return severity_map();
    case Form::money:
      return money();
    case Form::params:
      return params();
    case Form::variable:
      return matching(variable_pattern);
    case Form::facts:
      return {{"type", "array"}, {"items", object(fact_rows())}};
    case Form::rules:
      return {{"type", "array"}, {"items", object(rule_rows())}};
  }
  return Json::object();
}

template <class Draft>
Json object(std::span<const FieldRow<Draft>> rows) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const auto& row : rows) {
    Json property = form(row.form);
    property["description"] = row.summary;
    properties[std::string(row.name)] = std::move(property);
    if (row.required) required.push_back(row.name);
  }
  return {{"type", "object"},
          {"additionalProperties", false},
          {"required", std::move(required)},
          {"properties", std::move(properties)}};
}

}  // namespace
}  // namespace rules

namespace {

template <class Draft>
std::string schema_of(std::string_view title, std::span<const rules::FieldRow<Draft>> rows) {
  rules::Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
  schema.update(rules::object(rows));
  return schema.dump(2) + "\n";
}

}  // namespace

std::string rules_schema() { return schema_of("Rule pack of martech-audit", rules::pack_rows()); }
std::string benchmarks_schema() {
  return schema_of("Set of benchmarks of martech-audit", rules::benchmark_file_rows());
}

}  // namespace martech_audit

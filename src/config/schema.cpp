#include <nlohmann/json.hpp>

#include "base/vocabulary.h"
#include "config/config.h"
#include "config/keys.h"
#include "model/field_table.h"

namespace martech_audit {
namespace {

using Json = nlohmann::ordered_json;
using config::KeyKind;

Json text() { return {{"type", "string"}, {"minLength", 1}}; }
Json severity() { return {{"enum", severity_words_worst_first}}; }

Json of_kind(KeyKind kind) {
  switch (kind) {
    case KeyKind::word:
    case KeyKind::path:
      return text();
    case KeyKind::date:
      return {{"type", "string"}, {"format", "date"}};
    case KeyKind::number:
      return {{"type", "number"}, {"minimum", 0}};
    case KeyKind::count:
      return {{"type", "integer"}, {"minimum", 1}};
    case KeyKind::flag:
      return {{"type", "boolean"}};
    case KeyKind::paths:
    case KeyKind::words:
      return {{"anyOf", Json::array({text(), Json{{"type", "array"}, {"items", text()}}})}};
  }
  return Json::object();
}

Json object(Json properties) {
  return {{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
}

Json map_of(Json value, const char* about) {
  return {{"type", "object"}, {"additionalProperties", std::move(value)}, {"description", about}};
}

Json waiver() {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field& field : model::waiver_shape.fields) {
    Json property = field.kind == FieldKind::date ? of_kind(KeyKind::date) : text();
    property["description"] = field.summary;
    properties[std::string(field.name)] = std::move(property);
    if (field.presence == Presence::required) required.push_back(field.name);
  }
  Json schema = object(std::move(properties));
  schema["required"] = std::move(required);
  return schema;
}

Json setting() {
  const Json whole = object({{"enabled", of_kind(KeyKind::flag)},
                             {"severity", severity()},
                             {"weight", {{"type", "integer"}, {"minimum", 0}, {"maximum", 1000}}}});
  Json switched{"on", "off", true, false};
  for (const std::string_view word : severity_words_worst_first) switched.push_back(word);
  return {{"anyOf", Json::array({Json{{"enum", std::move(switched)}}, whole})}};
}

Json keys_of(std::string_view group) {
  Json properties = Json::object();
  for (const config::Key& key : config::keys()) {
    if (key.group != group) continue;
    Json property = of_kind(key.kind);
    property["description"] = key.summary;
    properties[std::string(key.name)] = std::move(property);
  }
  return properties;
}

}  // namespace

std::string config_schema() {
  const Json value{{"type", {"string", "number", "boolean"}}};
  Json properties = keys_of("");
  properties["gate"] = object(keys_of("gate"));
  properties["rules"] = map_of(setting(), "per rule: on, off, a severity, or a severity and a weight");
  properties["params"] = map_of(map_of(value, "by parameter"), "by pack: values of its parameters");
  properties["thresholds"] =
      map_of(map_of(map_of(value, "by parameter"), "by pack"), "per tool category: parameters that differ");
  Json waiver_policy = object({{"approved_by", {{"type", "array"}, {"items", text()}, {"minItems", 1}}},
                               {"max_days", of_kind(KeyKind::count)}});
  waiver_policy["description"] = "required approvers and maximum length of waivers in days";
  properties["waiver_policy"] = std::move(waiver_policy);
  properties["waivers"] = {{"type", "array"}, {"items", waiver()}};
  Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", "Configuration of martech-audit (.martech-audit.yaml)"}};
  schema.update(object(std::move(properties)));
  return schema.dump(2) + "\n";
}

}  // namespace martech_audit

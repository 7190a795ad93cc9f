#include "model/schema.h"

#include <nlohmann/json.hpp>
#include <string>

#include "model/field_table.h"

namespace martech_audit {
namespace model {
namespace {

using Json = nlohmann::ordered_json;

Json definition(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

Json words_of(std::span<const std::string_view> words) {
  Json list = Json::array();
  for (const std::string_view word : words) list.push_back(word);
  return {{"enum", list}};
}

Json number_of(const Field& field) {
  const Range any;
  Json number = {
      {"type", field.kind == FieldKind::integer || field.kind == FieldKind::map ? "integer" : "number"}};
  if (field.range.least != any.least) number["minimum"] = field.range.least;
  if (field.range.most != any.most) number["maximum"] = field.range.most;
  return number;
}

// A block whose bare field may stand alone: money as a number, a capability as its id.
Json block_of(const Shape& shape);

Json map_of(const Field& field) {
  if (field.block == nullptr) return {{"type", "object"}, {"additionalProperties", number_of(field)}};
  return {{"type", "object"},
          {"propertyNames", {{"pattern", "^[A-Z]{3}$"}}},
          {"additionalProperties", block_of(*field.block)}};
}

Json one_of(const Field& field) {
  switch (field.kind) {
    case FieldKind::text:
      return definition("text");
    case FieldKind::id:
      return definition("id");
    case FieldKind::word:
      return words_of(field.words);
    case FieldKind::currency:
      return {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}};
    case FieldKind::boolean:
      return {{"type", "boolean"}};
    case FieldKind::integer:
    case FieldKind::decimal:
      return number_of(field);
    case FieldKind::date:
      return definition("date");
    case FieldKind::reference:
      return field.in_place ? definition(std::string(shape_for(field.target).name)) : definition("text");
    case FieldKind::block:
      return block_of(*field.block);
    case FieldKind::map:
      return map_of(field);
  }
  return {};
}

Json block_of(const Shape& shape) {
  Json block = definition(std::string(shape.name));
  if (shape.bare.empty()) return block;
  return {{"anyOf", Json::array({one_of(shape.fields[*shape.index_of(shape.bare)]), block})}};
}

Json property(const Field& field) {
  Json value = one_of(field);
  if (field.list) value = {{"type", "array"}, {"items", value}};
  if (field.presence != Presence::required) {
    value = {{"anyOf", Json::array({value, {{"type", "null"}}, definition("not_applicable")})}};
  }
  value["description"] = field.summary;
  if (field.kind == FieldKind::word && !field.fallback.empty()) value["default"] = field.fallback;
  return value;
}

bool is_defaultable(const Field& field) {
  return field.by_default || (field.kind == FieldKind::block && !field.list);
}

// What `defaults: {tools: …}` may hold.
Json defaults_for_tools() {
  Json properties = Json::object();
  for (const Field& field : tool_shape.fields) {
    if (is_defaultable(field)) properties[std::string(field.name)] = property(field);
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json object(const Shape& shape) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field& field : shape.fields) {
    if (field.derived) continue;
    properties[std::string(field.name)] = property(field);
    if (field.presence == Presence::required) required.push_back(field.name);
  }
  Json schema = {{"type", "object"}, {"properties", properties}};
  if (!required.empty()) schema["required"] = required;
  if (shape.open) schema["patternProperties"] = {{"^x-", Json::object()}};
  schema["additionalProperties"] = false;
  return schema;
}

// Under a tool one end of an integration is the tool itself.
void relax_integrations(Json& definitions) {
  Json nested = definitions["integration"];
  nested.erase("required");
  definitions["tool.integration"] = nested;
  definitions["tool"]["properties"]["integrations"]["anyOf"][0]["items"] = definition("tool.integration");
}

Json shared_definitions() {
  const Json date = {{"type", "string"}, {"pattern", "^\\d{4}-\\d{2}-\\d{2}$"}};
  return {{"id", {{"type", "string"}, {"pattern", "^[a-z0-9][a-z0-9-]*$"}}},
          {"text", {{"type", Json::array({"string", "number", "boolean"})}}},
          {"date",
           {{"anyOf", Json::array({date,
                                   {{"type", "object"},
                                    {"properties", {{"before", date}}},
                                    {"required", Json::array({"before"})},
                                    {"additionalProperties", false}}})}}},
          {"not_applicable",
           {{"type", "object"},
            {"description", "Marks the field as not applicable, with a reason; reports list these marks"},
            {"properties", {{"not_applicable", {{"type", "string"}, {"minLength", 1}}}}},
            {"required", Json::array({"not_applicable"})},
            {"additionalProperties", false}}}};
}

bool is_written(const Shape& shape) {
  return shape.id != organisation_shape.id && shape.id != party_shape.id && shape.id != file_shape.id &&
         shape.id != defaults_shape.id;
}

}  // namespace
}  // namespace model

std::string inventory_schema() {
  using namespace model;
  Json definitions = shared_definitions();
  for (const Shape* shape : shapes) {
    if (is_written(*shape)) definitions[std::string(shape->name)] = object(*shape);
  }
  relax_integrations(definitions);
  Json root = object(file_shape);
  root["properties"]["defaults"] = {
      {"type", "object"},
      {"description", file_shape.fields[*file_shape.index_of("defaults")].summary},
      {"properties", {{"tools", defaults_for_tools()}}},
      {"additionalProperties", false}};
  root["required"] = Json::array({"martech"});  // a directory of files has the organisation in one of them
  Json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "martech-audit inventory"},
      {"description", "Marketing technology inventory of an organisation and the strategy it serves"}};
  schema.update(root);
  schema["$defs"] = definitions;
  return schema.dump(2) + "\n";
}

}  // namespace martech_audit

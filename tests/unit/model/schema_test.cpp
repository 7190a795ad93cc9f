#include "model/schema.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "document/scalar.h"
#include "support/catch.h"
#include "unit/model/example.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

using nlohmann::json;

json to_json(Node node) {
  switch (node.kind()) {
    case NodeKind::null:
      return nullptr;
    case NodeKind::scalar: {
      if (const auto value = boolean(node.text(), node.plain())) return *value;
      if (const auto value = integer(node.text(), node.plain())) return *value;
      if (const auto value = real(node.text(), node.plain())) return *value;
      return std::string(node.text());
    }
    case NodeKind::sequence: {
      json list = json::array();
      for (const Node item : node) list.push_back(to_json(item));
      return list;
    }
    case NodeKind::mapping:
      break;
  }
  json object = json::object();
  for (const Node value : node) object[std::string(value.key())] = to_json(value);
  return object;
}

bool matches(const json& pattern, const std::string& text) {
  return std::regex_search(text, std::regex(pattern.get<std::string>()));
}

bool has_type(const json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  return type == "object" ? value.is_object() : value.is_null();
}

// The part of JSON Schema that ours uses.
class Validator {
 public:
  explicit Validator(json root) : root_(std::move(root)) {}
  bool accepts(const json& value) const { return accepts(root_, value); }

 private:
  bool accepts(const json& schema, const json& value) const {
    for (const auto& [key, rule] : schema.items()) {
      if (!holds(schema, key, rule, value)) return false;
    }
    return true;
  }

  bool holds(const json& schema, const std::string& key, const json& rule, const json& value) const {
    if (key == "$ref") return accepts(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), value);
    if (key == "type") {
      const json types = rule.is_array() ? rule : json::array({rule});
      return std::any_of(types.begin(), types.end(), [&](const json& type) { return has_type(value, type); });
    }
    if (key == "anyOf") {
      return std::any_of(rule.begin(), rule.end(), [&](const json& one) { return accepts(one, value); });
    }
    if (key == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end();
    if (key == "pattern") return !value.is_string() || matches(rule, value);
    if (key == "minLength") return !value.is_string() || value.get<std::string>().size() >= rule;
    if (key == "minimum") return !value.is_number() || value >= rule;
    if (key == "maximum") return !value.is_number() || value <= rule;
    if (key == "items") {
      return !value.is_array() ||
             std::all_of(value.begin(), value.end(), [&](const json& item) { return accepts(rule, item); });
    }
    return !value.is_object() || members_hold(schema, key, rule, value);
  }

  bool members_hold(const json& schema, const std::string& key, const json& rule, const json& value) const {
    if (key == "required") {
      return std::all_of(rule.begin(), rule.end(), [&](const json& name) { return value.contains(name); });
    }
    if (key == "propertyNames") {
      return std::all_of(value.items().begin(), value.items().end(),
                         [&](const auto& member) { return accepts(rule, json(member.key())); });
    }
    if (key != "additionalProperties") return true;
    for (const auto& [name, member] : value.items()) {
      const json* found = &rule;
      if (schema.contains("properties") && schema["properties"].contains(name))
        found = &schema["properties"][name];
      if (found == &rule && schema.contains("patternProperties") && name.starts_with("x-")) continue;
      if (found->is_boolean() ? !found->get<bool>() : !accepts(*found, member)) return false;
    }
    return true;
  }

  json root_;
};

json parse(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = read_document(std::make_shared<Source>("a.yaml", text), diagnostics);
  REQUIRE(document);
  return to_json(document->root());
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("the schema accepts the complete example") {
  const Validator validator(json::parse(inventory_schema()));
  CHECK(validator.accepts(parse(complete_example)));
  CHECK(
      validator.accepts(parse("martech: 1\ntools: [{id: a, name: A, integrations: [{to: b}], cost: 12}]\n")));
}

TEST_CASE("the schema rejects what the reader rejects") {
  const Validator validator(json::parse(inventory_schema()));
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"problem: One", "probem: One"},
      {"status: implementing", "status: started"},
      {"martech: 1", "martech: 2"},
      {"name: Mailer\n", "vendor: Mailer\n"},
      {"purchased: 12", "purchased: -1"},
      {"purchased: 12", "purchased: many"},
      {"auto_renews: true", "auto_renews: yes"},
      {"live_on: 2022-03-01", "live_on: 07/13/2012"},
      {"id: crm\n", "id: C R M\n"},
      {"sql: 2}", "sql: 5}"},
      {"USD: {rate", "Dollar: {rate"},
      {"ledger:", "ledgers:"},
      {"reason: Agreed with the board, ", ""},
      {"not_applicable: free of charge", "not_applicable: \"\""},
      {"live_on: {before: 2024-07-01}", "owner: lena"}};
  for (const auto& [from, to] : changes) {
    INFO(from << " → " << to);
    const std::string text = replaced(complete_example, from, to);
    CHECK_FALSE(validator.accepts(parse(text)));
    CHECK_FALSE(read_text(text).inventory);
  }
}

TEST_CASE("every property of the schema is described") {
  const json schema = json::parse(inventory_schema());
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK_FALSE(schema.contains("$id"));
  for (const auto& [name, definition] : schema["$defs"].items()) {
    if (!definition.contains("properties") || name == "date" || name == "not_applicable") continue;
    for (const auto& [field, property] : definition["properties"].items()) {
      INFO(name << "." << field);
      CHECK(property.contains("description"));
    }
  }
}

TEST_CASE("the reference page in docs is up to date") {
  std::ifstream file(MARTECH_AUDIT_SOURCE_DIR "/docs/inventory.md");
  std::stringstream page;
  page << file.rdbuf();
  INFO("refresh it: martech-audit schema reference > docs/inventory.md");
  CHECK((page.str() == inventory_reference()));
}

}  // namespace
}  // namespace martech_audit::test

#include "rules/pack_schema.h"

#include <nlohmann/json.hpp>

#include "rules/pack_fields.h"
#include "support/catch.h"

using namespace martech_audit;
using nlohmann::json;

namespace {

template <class Draft>
void check_rows(std::span<const rules::FieldRow<Draft>> rows, const json& object) {
  CHECK(object["additionalProperties"] == false);
  CHECK(object["properties"].size() == rows.size());
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const json& property = object["properties"][std::string(row.name)];
    CHECK(property["description"] == row.summary);
    const json& required = object["required"];
    CHECK((std::find(required.begin(), required.end(), row.name) != required.end()) == row.required);
  }
}

}  // namespace

TEST_CASE("The schema of packs has every field of the tables") {
  const json schema = json::parse(rules_schema());
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  check_rows(rules::pack_rows(), schema);
  check_rows(rules::param_rows(), schema["properties"]["params"]["additionalProperties"]);
  const json& rule = schema["properties"]["rules"]["items"];
  check_rows(rules::rule_rows(), rule);
  const json& amount = rule["properties"]["money"]["properties"]["recoverable"]["anyOf"][1];
  check_rows(rules::amount_rows(), amount);
}

TEST_CASE("The schema shows the words that packs choose from") {
  const json schema = json::parse(rules_schema());
  const json& rule = schema["properties"]["rules"]["items"]["properties"];
  CHECK(rule["severity"]["enum"] == json{"info", "low", "medium", "high", "critical"});
  CHECK(rule["effort"]["enum"] == json{"low", "medium", "high"});
  const json& scopes = rule["for"]["enum"];
  CHECK(std::find(scopes.begin(), scopes.end(), "tool") != scopes.end());
  CHECK(std::find(scopes.begin(), scopes.end(), "party") == scopes.end());
  CHECK(rules_schema().ends_with("}\n"));
}

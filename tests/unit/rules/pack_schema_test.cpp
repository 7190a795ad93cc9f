#include "rules/pack_schema.h"

#include <nlohmann/json.hpp>

#include "rules/pack_fields.h"
#include "support/catch.h"

using namespace martech_audit;
using nlohmann::json;

namespace {

template <class T>
void check_fields(const json& object) {
  const std::vector<record::FieldText>& fields = record::fields_of<T>();
  CHECK(object["additionalProperties"] == false);
  CHECK(object["properties"].size() == fields.size());
  for (const auto& field : fields) {
    CAPTURE(field.name);
    const json& property = object["properties"][std::string(field.name)];
    CHECK(property["description"] == field.about);
    const json& required = object["required"];
    CHECK((std::find(required.begin(), required.end(), field.name) != required.end()) == field.required);
  }
}

}  // namespace

TEST_CASE("The schema of packs has every field that is read") {
  const json schema = json::parse(rules_schema());
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  check_fields<rules::PackDraft>(schema);
  check_fields<rules::ParamDraft>(schema["properties"]["params"]["additionalProperties"]);
  const json& rule = schema["properties"]["rules"]["items"];
  check_fields<rules::RuleDraft>(rule);
  const json& amount = rule["properties"]["money"]["properties"]["recoverable"]["anyOf"][1];
  check_fields<rules::AmountDraft>(amount);
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

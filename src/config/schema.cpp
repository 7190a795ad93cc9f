#include "config/config.h"
#include "config/fields.h"
#include "model/field_table.h"

namespace martech_audit {

void config::describe_waiver(Schema& schema) {
  std::vector<std::string_view> required;
  schema.members([&] {
    for (const Field& field : model::waiver_shape.fields) {
      schema.within(field.name, [&] {
        field.kind == FieldKind::date ? schema.form<Date>() : schema.form<std::string>();
        schema.member("description", field.summary);
      });
      if (field.presence == Presence::required) required.push_back(field.name);
    }
  });
  schema.texts("required", required);
}

std::string config_schema(const options::Keys& keys) {
  return record::json_text([&](record::JsonWriter& json) {
    config::Schema schema(json);
    json.begin_object(record::JsonWriter::Layout::lines);
    schema.member("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.member("title", "Configuration of martech-audit (.martech-audit.yaml)");
    schema.members([&] {
      keys.describe("", schema);
      for (const std::string_view group : keys.groups())
        schema.within(group, [&] { schema.members([&] { keys.describe(group, schema); }); });
      Config any;
      schema.fields(any);
    });
    json.end_object();
  });
}

}  // namespace martech_audit

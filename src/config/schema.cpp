#include <array>

#include "base/vocabulary.h"
#include "config/config.h"
#include "model/field_table.h"
#include "options/schema_text.h"
#include "rules/words.h"

namespace martech_audit {
namespace {

using options::SchemaText;

void write_waiver(SchemaText& to) {
  to.members([&] {
    for (const Field& field : model::waiver_shape.fields) {
      to.object(field.name, [&] {
        if (field.kind == FieldKind::date) {
          to.text("type", "string");
          to.text("format", "date");
        } else {
          to.some_text();
        }
        to.text("description", field.summary);
      });
    }
  });
  to.array("required", [&] {
    for (const Field& field : model::waiver_shape.fields) {
      if (field.presence == Presence::required) to.json().string(field.name);
    }
  });
}

// A word, or a mapping that says more.
void write_rule_setting(SchemaText& to) {
  to.array("anyOf", [&] {
    to.object([&] {
      to.array("enum", [&] {
        to.words(std::array<std::string_view, 2>{"on", "off"});
        to.json().boolean(true);
        to.json().boolean(false);
        to.words(severity_words_worst_first);
      });
    });
    to.object([&] {
      to.members([&] {
        to.object("enabled", [&] { to.text("type", "boolean"); });
        to.object("severity", [&] { to.array("enum", [&] { to.words(severity_words_worst_first); }); });
        to.object("weight", [&] {
          to.text("type", "integer");
          to.number("minimum", 0);
          to.number("maximum", rules::largest_weight);
        });
      });
    });
  });
}

void write_param_values(SchemaText& to) {
  to.map_of("by parameter", [&] {
    to.array("type", [&] { to.words(std::array<std::string_view, 3>{"string", "number", "boolean"}); });
  });
}

void write_waiver_policy(SchemaText& to) {
  to.members([&] {
    to.object("approved_by", [&] {
      to.text("type", "array");
      to.object("items", [&] { to.some_text(); });
      to.number("minItems", 1);
    });
    to.object("max_days", [&] {
      to.text("type", "integer");
      to.number("minimum", 1);
    });
  });
  to.text("description", "required approvers and maximum length of waivers in days");
}

void write_properties(SchemaText& to, const options::Keys& keys) {
  keys.write_schema("", to);
  to.object("gate", [&] { to.members([&] { keys.write_schema("gate", to); }); });
  to.object("rules", [&] {
    to.map_of("per rule: on, off, a severity, or a severity and a weight", [&] { write_rule_setting(to); });
  });
  to.object("params",
            [&] { to.map_of("by pack: values of its parameters", [&] { write_param_values(to); }); });
  to.object("thresholds", [&] {
    to.map_of("per tool category: parameters that differ",
              [&] { to.map_of("by pack", [&] { write_param_values(to); }); });
  });
  to.object("waiver_policy", [&] { write_waiver_policy(to); });
  to.object("waivers", [&] {
    to.text("type", "array");
    to.object("items", [&] { write_waiver(to); });
  });
}

}  // namespace

std::string config_schema(const options::Keys& keys) {
  std::string schema;
  const Sink sink = [&](std::string_view bytes) { schema += bytes; };
  record::JsonWriter json(sink);
  SchemaText to(json);
  to.object([&] {
    to.text("$schema", "https://json-schema.org/draft/2020-12/schema");
    to.text("title", "Configuration of martech-audit (.martech-audit.yaml)");
    to.members([&] { write_properties(to, keys); });
  });
  json.finish();
  return schema;
}

}  // namespace martech_audit

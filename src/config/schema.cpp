#include <utility>

#include "base/vocabulary.h"
#include "config/config.h"
#include "model/field_table.h"
#include "record/json_writer.h"
#include "rules/read_value.h"

namespace martech_audit {
namespace {

// JSON as the schema is laid out: whatever is open closes where its writing ends.
class SchemaText {
 public:
  explicit SchemaText(record::JsonWriter& json) : json_(json) {}

  record::JsonWriter& json() { return json_; }

  template <class Write>
  void object(Write write) {
    json_.begin_object(record::JsonWriter::Layout::lines);
    write();
    json_.end_object();
  }
  template <class Write>
  void object(std::string_view key, Write write) {
    json_.key(key);
    object(write);
  }
  template <class Write>
  void array(std::string_view key, Write write) {
    json_.key(key);
    json_.begin_array(record::JsonWriter::Layout::lines);
    write();
    json_.end_array();
  }

  void text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void number(std::string_view key, int value) {
    json_.key(key);
    json_.integer(value);
  }

  // An object of its own members, which `write` writes.
  template <class Write>
  void members(Write write) {
    text("type", "object");
    json_.key("additionalProperties");
    json_.boolean(false);
    object("properties", write);
  }
  // An object of any members, of which `write` writes one.
  template <class Write>
  void map_of(std::string_view about, Write write) {
    text("type", "object");
    object("additionalProperties", write);
    text("description", about);
  }

  void some_text() {
    text("type", "string");
    number("minLength", 1);
  }
  void words(std::span<const std::string_view> words) {
    for (const std::string_view word : words) json_.string(word);
  }

 private:
  record::JsonWriter& json_;
};

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
  keys.write_schema("", to.json());
  to.object("gate", [&] { to.members([&] { keys.write_schema("gate", to.json()); }); });
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

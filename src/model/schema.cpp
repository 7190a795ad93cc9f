#include "model/schema.h"

#include <array>
#include <string>
#include <vector>

#include "model/field_table.h"
#include "record/schema_writer.h"

namespace martech_audit {
namespace model {
namespace {

constexpr std::string_view nested_integration = "tool.integration";  // one end of it is the tool itself

class InventorySchema : public record::SchemaWriter<record::ByHand> {
 public:
  explicit InventorySchema(record::JsonWriter& json) : SchemaWriter(json) {}

  void write() {
    member("$schema", "https://json-schema.org/draft/2020-12/schema");
    member("title", "martech-audit inventory");
    member("description", "Marketing technology inventory of an organisation and the strategy it serves");
    object(file_shape);
    within("$defs", [&] {
      define_shared();
      for (const Shape* shape : shapes) {
        if (is_written(*shape)) within(shape->name, [&] { object(*shape); });
      }
      within(nested_integration, [&] { object(shape_for(EntityKind::integration), Ends::one_is_the_tool); });
    });
  }

 private:
  enum class Ends : std::uint8_t { both_given, one_is_the_tool };

  static bool is_written(const Shape& shape) {
    return shape.id != organisation_shape.id && shape.id != party_shape.id && shape.id != file_shape.id &&
           shape.id != defaults_shape.id;
  }

  void object(const Shape& shape, Ends ends = Ends::both_given) {
    member("type", "object");
    within("properties", [&] {
      for (const Field& field : shape.fields) {
        if (!field.derived) within(field.name, [&] { property(field, shape); });
      }
    });
    if (ends == Ends::both_given) required(shape);
    if (shape.open) within("patternProperties", [&] { within("^x-", [] {}); });
    no_other_members();
  }

  // A directory of files has the organisation in one of them.
  void required(const Shape& shape) {
    std::vector<std::string_view> names;
    for (const Field& field : shape.fields) {
      const bool wanted = shape.id == file_shape.id ? field.name == "martech"
                                                    : field.presence == Presence::required && !field.derived;
      if (wanted) names.push_back(field.name);
    }
    if (!names.empty()) texts("required", names);
  }

  void property(const Field& field, const Shape& owner) {
    if (owner.id == file_shape.id && field.name == "defaults") return defaults(field);
    const auto value = [&] { field.list ? list(field, owner) : one(field); };
    if (field.presence == Presence::required) {
      value();
    } else {
      const auto nothing = [&] { member("type", "null"); };
      field.always ? any_of(value, nothing) : any_of(value, nothing, [&] { refer("not_applicable"); });
    }
    member("description", field.summary);
    if (field.kind == FieldKind::word && !field.fallback.empty()) member("default", field.fallback);
  }

  void list(const Field& field, const Shape& owner) {
    member("type", "array");
    within("items", [&] {
      const bool is_nested = field.in_place && field.target == EntityKind::integration;
      is_nested&& owner.id == tool_shape.id ? refer(nested_integration) : one(field);
    });
  }

  void one(const Field& field) {
    switch (field.kind) {
      case FieldKind::text:
        return refer("text");
      case FieldKind::id:
        return refer("id");
      case FieldKind::word:
        return words(field.words);
      case FieldKind::currency:
        return matching(record::currency_pattern);
      case FieldKind::boolean:
        return member("type", "boolean");
      case FieldKind::integer:
        return number("integer", field.range);
      case FieldKind::decimal:
        return number("number", field.range);
      case FieldKind::date:
        return refer("date");
      case FieldKind::reference:
        if (field.block != nullptr) return any_of([&] { refer("text"); }, [&] { refer(field.block->name); });
        return refer(field.in_place ? shape_for(field.target).name : "text");
      case FieldKind::block:
        return block(*field.block);
      case FieldKind::map:
        return map(field);
    }
  }

  void number(std::string_view type, Range range) {
    const Range any;
    member("type", type);
    if (range.least != any.least) minimum(range.least);
    if (range.most != any.most) maximum(range.most);
  }

  // One whose bare field may stand alone: money as a number, a capability as its id.
  void block(const Shape& shape) {
    if (shape.bare.empty()) return refer(shape.name);
    any_of([&] { one(shape.fields[*shape.index_of(shape.bare)]); }, [&] { refer(shape.name); });
  }

  void map(const Field& field) {
    if (field.block != nullptr) {
      return by_key([&] { member("pattern", record::currency_pattern); }, [&] { block(*field.block); });
    }
    member("type", "object");
    within("additionalProperties", [&] { number("integer", field.range); });
  }

  // What `defaults: {tools: …}` may hold.
  void defaults(const Field& field) {
    member("type", "object");
    member("description", field.summary);
    within("properties", [&] {
      within("tools", [&] {
        member("type", "object");
        within("properties", [&] {
          for (const Field& given : tool_shape.fields) {
            const bool fits = given.by_default || (given.kind == FieldKind::block && !given.list);
            if (fits) within(given.name, [&] { property(given, tool_shape); });
          }
        });
        no_other_members();
      });
    });
    no_other_members();
  }

  void define_shared() {
    within("id", [&] { matching(record::identifier_pattern); });
    within("text", [&] { types({"string", "number", "boolean"}); });
    within("date", [&] {
      any_of([&] { matching(date_pattern); },
             [&] { only_member("before", {}, [&] { matching(date_pattern); }); });
    });
    within("not_applicable", [&] {
      only_member("not_applicable",
                  "Marks the field as not applicable, with a reason; reports list these marks", [&] {
                    member("type", "string");
                    not_blank();
                  });
    });
  }

  template <class Describe>
  void only_member(std::string_view name, std::string_view about, Describe describe) {
    member("type", "object");
    if (!about.empty()) member("description", about);
    within("properties", [&] { within(name, describe); });
    texts("required", std::array{name});
    no_other_members();
  }

  void refer(std::string_view definition) { member("$ref", "#/$defs/" + std::string(definition)); }

  static constexpr std::string_view date_pattern = R"(^\d{4}-\d{2}-\d{2}$)";
};

}  // namespace
}  // namespace model

std::string inventory_schema() {
  return record::json_text([](record::JsonWriter& json) {
    json.begin_object(record::JsonWriter::Layout::lines);
    model::InventorySchema(json).write();
    json.end_object();
  });
}

}  // namespace martech_audit

// Every field of the field table, put into an inventory: refused at its place where the value is not of its
// kind, absent where nothing is written, read where it is right.
#include <functional>

#include "base/slots.h"
#include "model/field_table.h"
#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

// Of each kind one entity with the id x, so that what refers to it is no fault; `%` is where fields go.
constexpr std::string_view frame = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR%organisation%}
strategy: {reviewed_on: 2026-01-01, roadmap: [{id: x%roadmap%}]}
objectives: [{id: x%objective%}]
kpis: [{id: x%kpi%}]
budgets: [{id: x%budget%}]
teams: [{id: x%team%}]
people: [{id: y%person%}]
forums: [{id: x%forum%}]
trainings: [{id: x%training%}]
channels: [{id: x%channel%}]
capabilities: [{id: x%capability%}]
datasets: [{id: x%dataset%}]
processes: [{id: x%process%}]
initiatives: [{id: x%initiative%}]
integrations: [{id: x, from: x, to: other%integration%}]
ledger: [{x-n: 1%ledger%}]
tools:
  - {id: x, name: X%tool%}
  - {id: other, name: Other}
)yaml";

// The inventory in which an entity of `kind` has the text, and the entries for fields of others are gone.
std::string inventory_with(std::string_view kind, const std::string& fields) {
  std::string text(frame);
  const std::string wanted = "%" + std::string(kind) + "%";
  if (const std::size_t at = text.find(wanted); at != std::string::npos)
    text.replace(at, wanted.size(), fields);
  for (std::size_t at = 0; (at = text.find('%', at)) != std::string::npos;)
    text.erase(at, text.find('%', at + 1) + 1 - at);
  return text;
}

struct Diagnosed {
  std::string message;
  std::string marked;  // the text that the caret is under
};

std::vector<Diagnosed> diagnosed(const std::string& text) {
  const SourcePtr source = std::make_shared<Source>("inventory.yaml", text);
  Diagnostics diagnostics;
  const auto document = read_document(source, diagnostics);
  REQUIRE(document);
  read_inventory({*document}, diagnostics);
  std::vector<Diagnosed> list;
  for (const Diagnostic& one : diagnostics.all())
    list.push_back(
        {one.message, std::string(source->text().substr(one.where.begin, one.where.end - one.where.begin))});
  return list;
}

// A field that people can write, and how what is written leads to it.
struct Written {
  std::string_view kind;
  std::string path;
  const Field* field;
  std::function<std::string(const std::string&)> around;
};

void collect(std::string_view kind, const Shape& shape, const std::string& path,
             const std::function<std::string(const std::string&)>& around, std::vector<Written>& fields) {
  for (const Field& field : shape.fields) {
    if (field.derived || field.in_place || field.kind == FieldKind::id) continue;
    const std::string name(field.name), full = path + name;
    if (field.name == "name" && kind == "tool" && path.empty()) continue;  // the frame has it
    if (kind == "integration" && (field.name == "from" || field.name == "to")) continue;
    const std::string key = name.find('.') == std::string::npos ? name : "\"" + name + "\"";
    const auto here = [around, key](const std::string& value) { return around(key + ": " + value); };
    if (field.kind == FieldKind::block) {
      if (field.block->name.find("waiver") != std::string_view::npos) continue;  // has fields it needs
      const bool list = field.list;
      const auto inside = [here, list](const std::string& value) {
        return here(list ? "[{" + value + "}]" : "{" + value + "}");
      };
      const bool needs_id = field.block->index_of("id").has_value();
      if (!needs_id) collect(kind, *field.block, full + ".", inside, fields);
    } else {
      fields.push_back({kind, full, &field, here});
    }
  }
}

std::vector<Written> all_written() {
  std::vector<Written> fields;
  const auto behind_comma = [](const std::string& field) { return ", " + field; };
  for (std::size_t i = 1; i < entity_kind_count; ++i) {
    const auto kind = static_cast<EntityKind>(i);
    if (kind != EntityKind::party) collect(name(kind), model::shape_for(kind), "", behind_comma, fields);
  }
  return fields;
}

std::string item_of(const Field& field) { return field.list ? "an entry of " : ""; }

std::string with_name(const Field& field) { return item_of(field) + "'" + std::string(field.name) + "'"; }

// A value that the field does not take, and what is said of it.
std::pair<std::string, std::string> wrong_value(const Field& field) {
  switch (field.kind) {
    case FieldKind::word:
      return {"nothing-like-it", "'" + std::string(field.name) + "' cannot be 'nothing-like-it'"};
    case FieldKind::boolean:
      return {"yes", "'" + std::string(field.name) + "' must be true or false; 'yes' is text in YAML 1.2"};
    case FieldKind::integer:
      return {"twelve", with_name(field) + " must be a whole number, not 'twelve'"};
    case FieldKind::decimal:
      return {"twelve", with_name(field) + " must be a number, not 'twelve'"};
    case FieldKind::date:
      return {"soon", with_name(field) + " must be a date, not 'soon'"};
    case FieldKind::currency:
      return {"euros", "'euros' is not a currency code of ISO 4217"};
    case FieldKind::map:
      return {"[a]", with_name(field) + " must be a mapping, not a list"};
    case FieldKind::reference:
      return {"nowhere", "unknown " +
                             (field.target == EntityKind::party ? std::string("person or team")
                                                                : std::string(name(field.target))) +
                             " 'nowhere'"};
    default:
      return {"{a: 1}", with_name(field) + " must be text, not a mapping"};
  }
}

TEST_CASE("every field refuses a value that is not of its kind, at the value") {
  const std::vector<Written> fields = all_written();
  CHECK(fields.size() > 200);
  for (const Written& written : fields) {
    const auto [value, said] = wrong_value(*written.field);
    const std::string text =
        inventory_with(written.kind, written.around(written.field->list ? "[" + value + "]" : value));
    INFO(text);
    const std::vector<Diagnosed> found = diagnosed(text);
    REQUIRE(!found.empty());
    CHECK(found.front().message == said);
    CHECK(found.front().marked == value);
    CHECK(found.size() == 1);
  }
}

TEST_CASE("every list refuses a single value, and every single value a list") {
  for (const Written& written : all_written()) {
    const Field& field = *written.field;
    if (field.kind == FieldKind::map) continue;
    const std::string value = field.list ? "one" : "[one]";
    const std::string text = inventory_with(written.kind, written.around(value));
    INFO(text);
    const std::vector<Diagnosed> found = diagnosed(text);
    REQUIRE(found.size() == 1);
    CHECK(found.front().marked == value);
    CHECK(found.front().message.find(field.list ? " must be a list, not 'one'" : ", not a list") !=
          std::string::npos);
  }
}

TEST_CASE("every number is held to its bounds") {
  std::size_t bounded = 0;
  for (const Written& written : all_written()) {
    const Field& field = *written.field;
    const bool is_number = field.kind == FieldKind::integer || field.kind == FieldKind::decimal;
    if (!is_number || field.list) continue;
    ++bounded;
    if (field.range.most == Range{}.most || field.range.least == Range{}.least) continue;  // has no bound
    const bool needs_a_note = written.kind == "ledger" && field.range.least < 0;
    for (const auto& [value, fits] :
         std::initializer_list<std::pair<std::int64_t, bool>>{{field.range.least, true},
                                                              {field.range.least - 1, false},
                                                              {field.range.most, true},
                                                              {field.range.most + 1, false}}) {
      const std::string number = std::to_string(value);
      const std::string text =
          inventory_with(written.kind, written.around(number) + (needs_a_note ? ", note: a refund" : ""));
      INFO(text);
      const std::vector<Diagnosed> found = diagnosed(text);
      CHECK(found.empty() == fits);
      if (!fits && !found.empty()) CHECK(found.front().marked == number);
    }
  }
  CHECK(bounded > 20);
}

TEST_CASE("every field may be left empty, or marked as not applicable but for words that always apply") {
  for (const Written& written : all_written()) {
    const Field& field = *written.field;
    if (field.presence == Presence::required) continue;
    INFO(written.kind << "." << written.path);
    CHECK(diagnosed(inventory_with(written.kind, written.around(""))).empty());
    if (field.list || field.kind == FieldKind::map) continue;
    const std::string text = inventory_with(written.kind, written.around("{not_applicable: we have none}"));
    const auto found = diagnosed(text);
    CHECK(found.empty() == !field.always);
    if (field.always && !found.empty())
      CHECK(found.front().message == "'" + std::string(field.name) + "' cannot be marked not_applicable");
  }
}

TEST_CASE("every word of a list is read as itself") {
  for (const Written& written : all_written()) {
    const Field& field = *written.field;
    if (field.kind != FieldKind::word) continue;
    for (const std::string_view word : field.words) {
      const std::string value(word);
      const std::string text =
          inventory_with(written.kind, written.around(field.list ? "[" + value + "]" : value));
      const Reading reading = read_text(text);
      INFO(text << reading.messages);
      REQUIRE(reading.inventory);
      if (field.list || written.path.find('.') != std::string::npos) continue;
      const auto kind = std::ranges::find(all_shapes(), written.kind, &Shape::name) - all_shapes().begin();
      CHECK(read(reading.inventory->entities(static_cast<EntityKind>(kind))[0], written.path).as_text() ==
            word);
    }
  }
}

}  // namespace
}  // namespace martech_audit::test

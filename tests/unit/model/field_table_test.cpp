#include "model/field_table.h"

#include <algorithm>
#include <set>

#include "model/field_path.h"
#include "support/catch.h"

namespace martech_audit::test {
namespace {

using model::find_path;

TEST_CASE("every field has a summary: one clause that starts like a sentence and has no full stop") {
  for (const Shape* shape : all_shapes()) {
    for (const Field& field : shape->fields) {
      INFO(shape->name << "." << field.name);
      REQUIRE(field.summary.size() > 5);
      CHECK((field.summary[0] < 'a' || field.summary.starts_with("false:") || field.summary[0] > 'z'));
      CHECK(field.summary.back() != '.');
    }
  }
}

TEST_CASE("every field is found by its name, and nothing else is") {
  for (const Shape* shape : all_shapes()) {
    for (std::size_t i = 0; i < shape->fields.size(); ++i) CHECK(shape->index_of(shape->fields[i].name) == i);
    CHECK_FALSE(shape->index_of("no such field"));
    CHECK_FALSE(shape->index_of(""));
  }
}

TEST_CASE("rows are complete: words, blocks and targets where their kind needs them") {
  for (const Shape* shape : all_shapes()) {
    for (const Field& field : shape->fields) {
      INFO(shape->name << "." << field.name);
      const bool may_be_a_word = field.kind == FieldKind::reference;  // "manual" for a tool
      if (!may_be_a_word) CHECK((field.kind == FieldKind::word) == !field.words.empty());
      if (field.kind == FieldKind::block) CHECK(field.block != nullptr);
      if (field.kind == FieldKind::reference) CHECK(field.target != EntityKind::organisation);
      if (field.presence == Presence::link) CHECK(field.list);
      if (field.kind == FieldKind::text && !field.fallback.empty()) {
        CHECK(shape->index_of(field.fallback).has_value());
        continue;
      }
      const auto words = field.kind == FieldKind::block ? std::span(model::payment_periods) : field.words;
      if (!field.fallback.empty()) CHECK(std::count(words.begin(), words.end(), field.fallback) == 1);
    }
  }
}

void check_limits(const Shape& root, const Shape& shape) {
  for (const Field& field : shape.fields) {
    INFO(root.name << ": " << shape.name << "." << field.name);
    for (const Limit& limit : field.limits) CHECK(find_path(root, limit.other));
    if (field.kind == FieldKind::block && !field.list) check_limits(root, *field.block);
  }
}

TEST_CASE("the other field of every limit exists") {
  for (std::size_t kind = 0; kind < entity_kind_count; ++kind)
    check_limits(*model::shapes[kind], *model::shapes[kind]);
}

TEST_CASE("shapes have names of their own, and entity kinds are found by theirs") {
  std::set<std::string_view> names;
  for (const Shape* shape : all_shapes()) names.insert(shape->name);
  CHECK(names.size() ==
        all_shapes().size() - 1);  // the organisation as rules see it, and its block in the file
  for (std::size_t kind = 0; kind < entity_kind_count; ++kind) {
    CHECK(entity_kind(name(static_cast<EntityKind>(kind))) == static_cast<EntityKind>(kind));
  }
  CHECK_FALSE(entity_kind("tool.seats"));
}

TEST_CASE("paths that do not exist are not found") {
  const Shape& tool = shape_of(EntityKind::tool);
  CHECK(find_path(tool, "contract.ends")->kind == FieldKind::date);
  CHECK(find_path(tool, "pricing.lower_plan.annual.amount")->depth == 4);
  CHECK(find_path(tool, "objectives")->list);
  for (const char* path :
       {"", "seats.bought", "name.first", "objectives.id", "seats.", ".seats", "skills_needed.sql"}) {
    INFO(path);
    CHECK_FALSE(find_path(tool, path));
  }
}

}  // namespace
}  // namespace martech_audit::test

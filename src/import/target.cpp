#include "import/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/field_table.h"

namespace martech_audit::import {
namespace {

struct ExtraKind {
  std::string_view name;
  Field field;
};
constexpr std::array extra_fields{
    ExtraKind{"boolean", {.name = "boolean", .kind = FieldKind::boolean}},
    ExtraKind{"count", model::count("count", "")},
    ExtraKind{"date", model::date("date", "")},
    ExtraKind{"number", {.name = "number", .kind = FieldKind::decimal}},
    ExtraKind{"text", {.name = "text", .kind = FieldKind::text}},
};

// Kinds that are free text while an inventory declares none of them, as imported ones do.
bool may_be_free_text(EntityKind kind) {
  return kind == EntityKind::party || kind == EntityKind::team || kind == EntityKind::capability ||
         kind == EntityKind::channel || kind == EntityKind::process;
}

bool fits_a_cell(const Field& field) {
  if (field.in_place) return field.target == EntityKind::integration;
  if (field.derived || field.kind == FieldKind::map) return false;
  if (field.kind == FieldKind::reference) {
    return may_be_free_text(field.target) || is_declared_by_import(field.target);
  }
  if (field.kind != FieldKind::block) return true;
  return field.block == &model::money_shape || field.block->bare == "id";
}

Target money_at(std::string path, const Field& field, const Shape& money, const std::string& prefix) {
  Target target{std::move(path), &field};
  target.amount = field.kind == FieldKind::block ? prefix + "amount" : target.path;
  target.currency = prefix + "currency";
  target.amounts =
      field.kind == FieldKind::block ? money.fields[*money.index_of("amount")].range : field.range;
  if (money.index_of("per")) target.per = prefix + "per";
  return target;
}

Target target_at(const std::string& path, const Shape& parent, const Field& field) {
  if (field.kind == FieldKind::block && field.block == &model::money_shape) {
    return money_at(path, field, *field.block, path + ".");
  }
  if (field.kind == FieldKind::decimal && parent.index_of("currency")) {
    return money_at(path, field, parent, path.substr(0, path.size() - field.name.size()));
  }
  return {path, &field};
}

void collect(const Shape& shape, const std::string& prefix, std::vector<std::string>& paths) {
  for (const Field& field : shape.fields) {
    const std::string path = prefix + std::string(field.name);
    if (fits_a_cell(field)) paths.push_back(path);
    if (field.kind == FieldKind::block && !field.list) collect(*field.block, path + ".", paths);
  }
}

}  // namespace

bool is_declared_by_import(EntityKind kind) {
  return kind == EntityKind::objective || kind == EntityKind::kpi || kind == EntityKind::tool;
}

std::optional<Target> find_target(EntityKind kind, std::string_view path) {
  const Shape* shape = &shape_of(kind);
  for (std::size_t begin = 0; shape != nullptr && begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const auto slot = shape->index_of(path.substr(begin, end - begin));
    if (!slot) return std::nullopt;
    const Field& field = shape->fields[*slot];
    if (end == path.size()) {
      return fits_a_cell(field) ? std::optional(target_at(std::string(path), *shape, field)) : std::nullopt;
    }
    shape = field.kind == FieldKind::block && !field.list ? field.block : nullptr;
    begin = end + 1;
  }
  return std::nullopt;
}

std::vector<std::string> target_paths(EntityKind kind) {
  std::vector<std::string> paths;
  collect(shape_of(kind), "", paths);
  return paths;
}

std::optional<Target> extra_target(std::string_view key, std::string_view parse) {
  for (const ExtraKind& kind : extra_fields) {
    if (kind.name == parse) return Target{std::string(key), &kind.field};
  }
  return std::nullopt;
}

}  // namespace martech_audit::import

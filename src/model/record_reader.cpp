#include "model/record_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/placeholder.h"
#include "base/slots.h"
#include "base/text.h"
#include "model/hints.h"
#include "model/read_scalar.h"

namespace martech_audit::model {
namespace {

// Keeps what it refers to as it was, whatever a nested read does to it.
template <class T>
class Restore {
 public:
  explicit Restore(T& variable) : variable_(variable), before_(variable) {}
  Restore(const Restore&) = delete;
  Restore& operator=(const Restore&) = delete;
  ~Restore() { variable_ = before_; }

 private:
  T& variable_;
  T before_;
};

bool is_given(const Value& slot) {
  return slot.is(ValueKind::list) ? !slot.as_list().empty() : !slot.is_unknown();
}

// What was probably meant by a text where an entity should stand.
std::string entity_form(std::string_view text) {
  if (text.find(':') != std::string_view::npos) return "write a space after each colon, as in 'id: acme-crm'";
  return fmt::format("write {{id: {}, …}}", slug(text));
}

// "{purchased: …, assigned: …}"
std::string block_form(const Shape& shape) {
  std::string form;
  for (const Field& field : shape.fields.first(std::min<std::size_t>(2, shape.fields.size()))) {
    form += fmt::format("{}{}: …", form.empty() ? "" : ", ", field.name);
  }
  return "write {" + form + "}";
}

}  // namespace

Record RecordReader::read(Node node, const Shape& shape, Record* entity) {
  const Restore keep(entity_);
  entity_ = entity;
  Record record = building_.make_record(shape, document_, node);
  const auto slots = building_.make_slots(shape);
  record.values = Slots(slots.data());
  read_members(node, shape, slots);
  return record;
}

void RecordReader::read_entity(Node node, const Shape& shape, Record& record, Record* owner) {
  owner_ = owner;
  entity_ = &record;
  record = building_.make_record(shape, document_, node);
  OpenSlots slots(building_, shape);
  if (node.is_mapping()) {
    read_members(node, shape, slots.all());
  } else {
    const auto id = shape.index_of("id");
    if (id && node.is_scalar())
      slots[*id] = Value::string(node.text());  // so that nothing else is said about it
    building_.diagnostics.error(
        node.where(), fmt::format("{} must be a mapping, not {}", with_article(shape.name), found(node)),
        id && node.is_scalar() ? entity_form(node.text()) : block_form(shape));
  }
  record.values = slots.packed();
}

Value RecordReader::read_value(Node node, const Field& field, Record& entity) {
  entity_ = &entity;
  Value value = Value::unknown();
  read_field(node, field, value);
  return value;
}

void RecordReader::read_members(Node mapping, const Shape& shape, std::span<Value> slots) {
  std::vector<MapEntry> extra;
  for (const Node value : mapping) {
    const auto index = shape.index_of(value.key());
    if (!index || shape.fields[*index].derived) {
      read_unlisted(value, shape, extra);
    } else if (!is_given(slots[*index])) {  // a key given twice is the document's to report
      read_field(value, shape.fields[*index], slots[*index]);
    }
  }
  if (!extra.empty()) {
    Arena& arena = building_.storage.arena;
    slots.back() = Value::map(arena.copy(Map{arena.copy(std::span<const MapEntry>(extra))}));
  }
  if (!in_defaults_) complete(mapping, shape, slots);
}

void RecordReader::read_unlisted(Node value, const Shape& shape, std::vector<MapEntry>& extra) {
  const std::string_view key = value.key();
  if (shape.open && key.starts_with("x-")) {
    extra.push_back({Value::string(key), read_tree(value, building_.storage.arena)});
    return;
  }
  if (value.is_merge()) return;
  const Shape& whole = entity_ == nullptr ? shape : shape_of(*entity_);
  building_.diagnostics.error(value.key_where(), unknown_key_message(key, shape),
                              [&] { return unknown_key_hint(key, shape, whole); });
}

// What is required, the words meant where nothing is said, and ids for names.
void RecordReader::complete(Node mapping, const Shape& shape, std::span<Value> slots) {
  std::vector<std::string_view> missing;
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    const Field& field = shape.fields[i];
    if (field.presence == Presence::required) {
      if (!is_given(slots[i]) && must_be_written(mapping, field, shape)) missing.push_back(field.name);
    } else if (field.kind == FieldKind::text && !field.fallback.empty() && slots[i].is_unknown()) {
      slots[i] = slots[*shape.index_of(field.fallback)];
    } else if (field.kind == FieldKind::word && !field.fallback.empty() && slots[i].is_unknown() &&
               slots[i].missing().empty()) {
      slots[i] = Value::string(field.fallback);
    }
  }
  if (missing.empty() || mapping.find("<<").is_merge()) return;  // which may bring what is missing
  building_.diagnostics.error(mapping.where(), missing_message(missing, shape), missing_hint(missing));
}

// Not where something faulty was written, which has been reported; not the ends of integrations under a tool;
// and the sections of a file may stand in another one.
bool RecordReader::must_be_written(Node mapping, const Field& field, const Shape& shape) const {
  if (field.derived || owner_ != nullptr || shape.id == file_shape.id) return false;
  const Node written = mapping.find(field.name);
  return !written || written.is_null();
}

bool RecordReader::is_fillable(const Field& field) const {
  return !path_.empty() || field.by_default || (field.kind == FieldKind::block && !field.list);
}

void RecordReader::read_field(Node node, const Field& field, Value& slot) {
  if (node.is_null()) return;
  if (in_defaults_ && !is_fillable(field)) {
    building_.diagnostics.error(node.key_where(), fmt::format("'{}' cannot have a default", field.name),
                                "defaults are for blocks of a tool, such as cost or usage, and for live_on");
    return;
  }
  if (read_mark(node, field, slot)) return;
  if (field.in_place) {
    defer_list(node, field);
  } else if (field.list) {
    read_list(node, field, slot);
  } else {
    read_item(node, field, slot);
  }
}

// {not_applicable: reason}
bool RecordReader::read_mark(Node node, const Field& field, Value& slot) {
  if (!node.is_mapping()) return false;
  const Node reason = node.find("not_applicable");
  if (!reason) return false;
  Diagnostics& diagnostics = building_.diagnostics;
  if (field.presence == Presence::required) {
    diagnostics.error(node.where(),
                      fmt::format("'{}' is required and cannot be marked not_applicable", field.name));
  } else if (field.always) {
    diagnostics.error(node.where(), fmt::format("'{}' cannot be marked not_applicable", field.name),
                      fmt::format("write one of {}", fmt::join(field.words, ", ")));
  } else if (node.size() > 1) {
    diagnostics.error(reason.key_where(), "not_applicable cannot be combined with other fields");
  } else if (!reason.is_scalar() || is_placeholder(reason.text())) {
    diagnostics.error(reason.where(), "not_applicable needs a reason", "write {not_applicable: \"why\"}");
  } else {
    const Missing missing{entity_, path_to(field), reason.text()};
    slot = Value::unknown({building_.storage.arena.copy(missing), 1});
  }
  return true;
}

std::string_view RecordReader::path_to(const Field& field) {
  return building_.storage.arena.copy(
      std::string_view(fmt::format("{}{}{}", fmt::join(path_, "."), path_.empty() ? "" : ".", field.name)));
}

void RecordReader::defer_list(Node node, const Field& field) {
  if (node.is_sequence()) {
    const bool in_tool = entity_ != nullptr && entity_->shape == tool_shape.id;
    building_.pending_of(field.target).push_back({node, document_, in_tool ? entity_ : nullptr});
    return;
  }
  building_.is_broken(field.target) = true;
  building_.diagnostics.error(node.where(),
                              fmt::format("'{}' must be a list, not {}", field.name, found(node)),
                              "start each entry with a dash, '- id: …'");
}

void RecordReader::read_list(Node node, const Field& field, Value& slot) {
  if (!node.is_sequence()) {
    building_.diagnostics.error(node.where(),
                                fmt::format("'{}' must be a list, not {}", field.name, found(node)),
                                node.is_scalar() ? fmt::format("write [{}]", node.text()) : std::string());
    return;
  }
  const auto items = building_.storage.arena.reserve<Value>(node.size());
  std::size_t kept = 0;
  for (const Node item : node) {
    const Scratch scratch(building_);
    if (item.is_null()) {
      building_.diagnostics.error(item.where(), fmt::format("an entry of '{}' is empty", field.name));
      continue;
    }
    items[kept] = Value::unknown();
    read_item(item, field, items[kept]);
    if (!items[kept].is_unknown() && !scratch.is_used()) ++kept;
  }
  // Measurements or regions of which none stands there are not given; a link to nothing is a statement.
  const bool is_a_statement = field.presence == Presence::link || field.kind == FieldKind::word;
  if (kept == 0 && !is_a_statement) return;
  slot = Value::list(items.first(kept));
}

void RecordReader::read_item(Node node, const Field& field, Value& slot) {
  switch (field.kind) {
    case FieldKind::block:
      return read_block(node, field, slot);
    case FieldKind::map:
      return read_map(node, field, slot);
    case FieldKind::reference:
      return read_reference(node, field, slot);
    default:
      if (const auto value = read_scalar(node, field, building_.diagnostics)) slot = *value;
  }
}

// The id of a link that more is said of; what that is, is looked up when all ids are known.
void RecordReader::read_link(Node node, const Field& field, Value& slot) {
  Value more = Value::unknown();
  read_block(node, field, more);
  const Node id = node.find("id");
  if (more.is(ValueKind::record) && id && id.is_scalar()) read_reference(id, field, slot);
}

void RecordReader::read_reference(Node node, const Field& field, Value& slot) {
  if (field.block != nullptr && node.is_mapping()) return read_link(node, field, slot);
  const auto id = read_scalar(node, field, building_.diagnostics);
  if (!id || std::ranges::find(field.words, id->as_text()) != field.words.end()) return;
  slot = *id;
  building_.fixups.push_back({&slot, node.id(), document_, field.target});
}

// Whether the block is part of the paths below it: the layout of the file is not.
bool RecordReader::names_a_step(const Shape& shape) const {
  return shape.id != organisation_block_shape.id && shape.id != defaults_shape.id &&
         shape.id != tool_shape.id;
}

void RecordReader::read_block(Node node, const Field& field, Value& slot) {
  const Shape& shape = *field.block;
  if (!node.is_mapping() && (shape.bare.empty() || !node.is_scalar())) {
    building_.diagnostics.error(node.where(),
                                fmt::format("{} must be a block, not {}", subject(field), found(node)),
                                block_form(shape));
    return;
  }
  const Restore keep(in_defaults_);
  in_defaults_ = in_defaults_ || shape.id == defaults_shape.id;
  const bool is_step = names_a_step(shape);
  if (is_step) path_.push_back(field.name);
  Record record = building_.make_record(shape, document_, node);
  OpenSlots slots(building_, shape);
  if (node.is_mapping()) {
    read_members(node, shape, slots.all());
  } else {
    const std::size_t bare = *shape.index_of(shape.bare);
    read_item(node, shape.fields[bare], slots[bare]);
  }
  record.values = slots.packed();
  slot = Value::record(building_.storage.arena.copy(record));
  if (is_step) path_.pop_back();
}

void RecordReader::read_map(Node node, const Field& field, Value& slot) {
  if (!node.is_mapping()) {
    building_.diagnostics.error(node.where(),
                                fmt::format("'{}' must be a mapping, not {}", field.name, found(node)),
                                field.block != nullptr ? "write {USD: {rate: 0.92}}" : "write {name: level}");
    return;
  }
  Arena& arena = building_.storage.arena;
  std::vector<MapEntry> entries;
  for (const Node value : node) {
    if (value.is_merge()) continue;
    const Scratch scratch(building_);
    const Field item{.name = value.key(),
                     .kind = field.block != nullptr ? FieldKind::block : FieldKind::integer,
                     .block = field.block,
                     .range = field.range};
    Value read = Value::unknown();
    read_item(value, item, read);
    if (!read.is_unknown() && !scratch.is_used()) entries.push_back({Value::string(value.key()), read});
  }
  slot = Value::map(arena.copy(Map{arena.copy(std::span<const MapEntry>(entries))}));
}

}  // namespace martech_audit::model

// Mappings of a document to records, by the field table.
#pragma once

#include <string_view>
#include <vector>

#include "model/storage.h"

namespace martech_audit::model {

// Reads one mapping after the other of one document. References are left as text with a fixup, lists of
// entities are left to Building::pending. Faults are reported; what is faulty counts as not given.
class RecordReader {
 public:
  RecordReader(Building& building, std::uint16_t document) : building_(building), document_(document) {}

  // A new record of `shape` at `node`. `entity` is what marks of not_applicable are said about.
  Record read(Node node, const Shape& shape, Record* entity);

  // Fills `record`, which the marks are about. With `owner` the record is an integration written under that
  // tool.
  void read_entity(Node node, const Shape& shape, Record& record, Record* owner = nullptr);

  // The value of one field of `entity` that is written elsewhere.
  Value read_value(Node node, const Field& field, Record& entity);

 private:
  void read_members(Node mapping, const Shape& shape, std::span<Value> slots);
  void read_unlisted(Node value, const Shape& shape, std::vector<MapEntry>& extra);
  void read_field(Node node, const Field& field, Value& slot);
  void read_list(Node node, const Field& field, Value& slot);
  void read_item(Node node, const Field& field, Value& slot);
  void read_block(Node node, const Field& field, Value& slot);
  void read_map(Node node, const Field& field, Value& slot);
  void read_link(Node node, const Field& field, Value& slot);
  void read_reference(Node node, const Field& field, Value& slot);
  bool read_mark(Node node, const Field& field, Value& slot);
  bool is_fillable(const Field& field) const;
  void complete(Node mapping, const Shape& shape, std::span<Value> slots);
  bool names_a_step(const Shape& shape) const;
  bool must_be_written(Node mapping, const Field& field, const Shape& shape) const;
  void defer_list(Node node, const Field& field);
  std::string_view path_to(const Field& field);

  Building& building_;
  std::uint16_t document_;
  Record* entity_ = nullptr;
  Record* owner_ = nullptr;             // of integrations under a tool: that tool
  std::vector<std::string_view> path_;  // blocks from the entity to where we are
  bool in_defaults_ = false;
};

// The value as expressions see it, for facts of the user's own: maps, lists, numbers, texts.
Value read_tree(Node node, Arena& arena);

}  // namespace martech_audit::model

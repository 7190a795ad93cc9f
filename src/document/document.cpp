#include "document/document.h"

#include <algorithm>

#include "document/embedded.h"
#include "document/scalar_source.h"
#include "document/source_cursor.h"
#include "document/tree.h"

namespace martech_audit {
namespace {

std::uint32_t end_of_value(const Tree& tree, std::uint32_t id);

// Behind the closing bracket. What is taken for a tag may end at a bracket that nothing closes: then behind
// that.
std::uint32_t end_of_brackets(const Tree& tree, std::uint32_t id) {
  const std::uint32_t after = tree.after(id);
  std::uint32_t last = after;
  for (std::uint32_t child = id + 1; child < after; child = tree.after(child)) last = child;
  SourceCursor cursor(tree.source->text(),
                      last == after ? tree.record(id).begin + 1 : end_of_value(tree, last));
  for (cursor.skip_space(); cursor.peek() == ',' || cursor.peek() == ':'; cursor.skip_space()) cursor.skip(1);
  return cursor.at_closing_bracket() ? narrow(cursor.at() + 1) : tree.record(id).begin + 1;
}

std::uint32_t end_of_container(const Tree& tree, std::uint32_t id) {
  const NodeRecord& record = tree.record(id);
  const char first = SourceCursor(tree.source->text(), record.begin).peek();
  if (first == '[' || first == '{') return end_of_brackets(tree, id);
  if (record.kind() == RecordKind::mapping && record.count() > 0) return end_of_value(tree, id + 1);
  return record.begin + 1;
}

std::uint32_t end_of_scalar(const Tree& tree, const NodeRecord& record) {
  const std::string_view text = tree.source->text();
  SourceCursor cursor(text, record.begin);
  const bool quoted = record.kind() == RecordKind::scalar && Tree::is_quote(cursor.peek());
  if (!record.is_side()) return record.begin + record.tail + (quoted ? 2 : 0);
  if (cursor.peek() != '|' && cursor.peek() != '>') return scalar_end(text, record.begin, tree.text(record));
  cursor.skip_until(" \t\r\n");
  return narrow(cursor.at());
}

// The end of where(): for block-style lists and mappings a part of the first line.
std::uint32_t end_of_value(const Tree& tree, std::uint32_t id) {
  const NodeRecord& record = tree.record(id);
  if (record.is_container()) return end_of_container(tree, id);
  if (record.kind() != RecordKind::alias) return end_of_scalar(tree, record);
  SourceCursor cursor(tree.source->text(), record.begin);
  cursor.skip_until(" \t\r\n,[]{}");
  return narrow(cursor.at());
}

}  // namespace

std::string_view name(NodeKind kind) {
  switch (kind) {
    case NodeKind::null:
      return "null";
    case NodeKind::scalar:
      return "text";
    case NodeKind::sequence:
      return "list";
    case NodeKind::mapping:
      return "mapping";
  }
  return {};
}

// A mapping whose first key is empty begins behind that key: no place ends before it begins.
Location Node::where() const {
  const std::uint32_t begin = tree_->record(id_).begin;
  return {tree_->source, begin, std::max(begin, end_of_value(*tree_, id_))};
}

bool Node::is_merge() const { return key() == "<<" && key_node().plain(); }

Location Node::key_where() const { return has_key() ? key_node().where() : where(); }

Location Node::where(std::size_t begin, std::size_t end) const {
  const std::uint32_t first = source_offset(begin);
  if (end <= begin) return {tree_->source, first, first};
  if (!record().is_side()) return {tree_->source, first, source_offset(end)};
  const ByteRange last = scalar_bytes(tree_->source->text(), record().begin, text(), end - 1);
  return {tree_->source, first, last.end};
}

std::uint32_t Node::source_offset(std::size_t text_offset) const {
  const NodeRecord& scalar = record();
  if (scalar.is_container()) return scalar.begin;
  if (scalar.is_side()) return scalar_bytes(tree_->source->text(), scalar.begin, text(), text_offset).begin;
  const std::size_t base = narrow(static_cast<std::size_t>(text().data() - tree_->source->text().data()));
  return narrow(base + std::min<std::size_t>(text_offset, scalar.tail));
}

Node Node::find(std::string_view key) const {
  if (!is_mapping()) return {};
  const NodeId id = tree_->resolve(id_);
  const NodeId end = tree_->after(id);
  for (NodeId at = id + 1; at < end; at = tree_->after(at + 1)) {
    if (tree_->text(tree_->record(at)) == key) return {tree_, at + 1};
  }
  return {};
}

Document Document::from_image(const EmbeddedDocument& image) {
  auto tree = std::make_shared<Tree>();
  tree->source = std::make_shared<Source>(std::string(image.name), std::string(image.text));
  tree->nodes = image.nodes;
  tree->sides = image.sides;
  tree->side = image.side;
  return Document(std::move(tree));
}

}  // namespace martech_audit

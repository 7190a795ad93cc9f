#include "rules/test_inventory.h"

#include <string_view>

#include "document/tree_builder.h"

namespace martech_audit::rules {
namespace {

constexpr std::string_view test_currency = "EUR";

class InventoryWriter {
 public:
  InventoryWriter(const Document& file, Node written, std::optional<NodeId> left_out)
      : tree_(file.tree()), written_(written), left_out_(left_out), builder_(file.source()) {}

  Document write() {
    builder_.open(RecordKind::mapping, place());
    if (!has(written_, "martech")) add("martech", "1");
    if (!has(written_, "organisation")) {
      add_text("organisation");
      builder_.open(RecordKind::mapping, place());
      complete(written_.find("organisation"));
      builder_.close();
    }
    if (written_.is_mapping()) copy_members(written_);
    builder_.close();
    return Document(builder_.finish());
  }

 private:
  std::uint32_t place() const { return written_.where().begin; }
  static bool has(Node mapping, std::string_view key) { return static_cast<bool>(mapping.find(key)); }

  void add_text(std::string_view text) { builder_.side(place(), text, true); }
  void add(std::string_view key, std::string_view value) {
    add_text(key);
    add_text(value);
  }

  // What every organisation must say.
  void complete(Node organisation) {
    if (!organisation || !has(organisation, "name")) add("name", "Test");
    if (!organisation || !has(organisation, "currency")) add("currency", test_currency);
  }

  void copy(Node node) {
    switch (node.kind()) {
      case NodeKind::null:
      case NodeKind::scalar:
        return copy_leaf(node);
      case NodeKind::sequence:
        builder_.open(RecordKind::sequence, record(node).begin);
        for (const Node item : node) {
          if (item.id() != left_out_) copy(item);
        }
        return builder_.close();
      case NodeKind::mapping:
        builder_.open(RecordKind::mapping, record(node).begin);
        if (node == written_.find("organisation")) complete(node);
        copy_members(node);
        return builder_.close();
    }
  }

  void copy_members(Node mapping) {
    for (const Node value : mapping) {
      if (value.id() == left_out_) continue;
      copy_leaf(value.key_node());
      copy(value);
    }
  }

  void copy_leaf(Node node) {
    const NodeRecord& leaf = record(node);
    if (leaf.is_side()) {
      builder_.side(leaf.begin, node.text(), leaf.is_plain());
    } else if (leaf.kind() == RecordKind::null) {
      builder_.null(leaf.begin, leaf.tail);
    } else {
      builder_.slice(leaf.begin, leaf.tail, leaf.is_plain());
    }
  }

  const NodeRecord& record(Node node) const { return tree_.record(tree_.resolve(node.id())); }

  const Tree& tree_;
  Node written_;
  std::optional<NodeId> left_out_;
  TreeBuilder builder_;
};

}  // namespace

Document make_inventory(const Document& file, Node written, std::optional<NodeId> left_out) {
  return InventoryWriter(file, written, left_out).write();
}

}  // namespace martech_audit::rules

// TreeBuilder: what the readers write a Tree with, node by node in the order of the text.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "document/tree.h"

namespace martech_audit {

class TreeBuilder {
 public:
  explicit TreeBuilder(SourcePtr source);

  // A sequence or mapping; what follows is inside it until close(). In a mapping, keys and values take turns.
  void open(RecordKind kind, std::uint32_t begin) { open_.push_back({add({kind, begin}), 0}); }
  void close() {
    const Open& top = open_.back();
    const std::uint32_t count = is_mapping(top) ? top.children / 2 : top.children;
    tree_->own_nodes[top.node].close(count, size());
    open_.pop_back();
  }

  // A scalar whose text stands in the source as it is, behind its quote if it has one.
  void slice(std::uint32_t begin, std::uint32_t length, bool plain) {
    leaf(RecordKind::scalar, begin, length, plain);
  }
  // A null that was written (`~`) or, with length 0, left out.
  void null(std::uint32_t begin, std::uint32_t length) { leaf(RecordKind::null, begin, length, true); }
  void alias(std::uint32_t begin, std::uint32_t target) { leaf(RecordKind::alias, begin, target, false); }
  // A scalar whose text differs from its source.
  void side(std::uint32_t begin, std::string_view text, bool plain);

  bool expects_key() const {
    return !open_.empty() && is_mapping(open_.back()) && open_.back().children % 2 == 0;
  }
  std::size_t depth() const { return open_.size(); }
  // The number that the next node will have.
  std::uint32_t size() const { return static_cast<std::uint32_t>(tree_->own_nodes.size()); }
  const NodeRecord& last() const { return tree_->own_nodes.back(); }
  // The innermost open sequence or mapping; only where depth() > 0.
  const NodeRecord& innermost() const { return tree_->own_nodes[open_.back().node]; }

  // The finished tree; the builder is empty afterwards.
  std::shared_ptr<const Tree> finish();

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t children;  // keys and values both count
  };

  bool is_mapping(const Open& open) const {
    return tree_->own_nodes[open.node].kind() == RecordKind::mapping;
  }

  std::uint32_t add(NodeRecord record) {
    if (expects_key()) record.mark_key();
    if (!open_.empty()) ++open_.back().children;
    tree_->own_nodes.push_back(record);
    return size() - 1;
  }
  void leaf(RecordKind kind, std::uint32_t begin, std::uint32_t tail, bool plain) {
    NodeRecord record(kind, begin, plain);
    record.tail = tail;
    add(record);
  }

  std::shared_ptr<Tree> tree_;
  std::vector<Open> open_;
};

}  // namespace martech_audit

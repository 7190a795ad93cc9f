// TreeBuilder: what the readers write a Tree with, node by node in the order of the text.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "document/tree.h"

namespace martech_audit {

// A mapping that gives one key again and again is millions of faults that nobody is shown: in large mappings,
// members behind the first hundred of them are counted and left out of the tree.
class TreeBuilder {
 public:
  explicit TreeBuilder(SourcePtr source);

  // A sequence or mapping; what follows is inside it until close(). In a mapping, keys and values take turns.
  void open(RecordKind kind, std::uint32_t begin) { open_.push_back({add({kind, begin}), 0}); }
  void close() {
    if (has_keys()) end_keys();
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
  // Something refers to the node, which stays therefore, whatever the keys around it.
  void protect(std::uint32_t node) { protected_ = node; }
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
  static constexpr std::uint32_t none = 0;  // the root, which is no key
  static constexpr std::uint32_t many_members = 1000;
  // The keys of a large mapping that is open, hashed: their nodes, none where a place is free.
  struct Keys {
    std::uint32_t mapping;
    std::uint32_t count = 0;
    std::vector<std::uint32_t> places = {};
    std::uint32_t repeated = none;  // the key of the member under way, if it is to be left out
  };

  bool is_mapping(const Open& open) const {
    return tree_->own_nodes[open.node].kind() == RecordKind::mapping;
  }

  std::uint32_t add(NodeRecord record) {
    if (expects_key()) {
      if (has_keys()) leave_out_repeated();
      record.mark_key();
    } else if (!open_.empty() && open_.back().children > 2 * many_members && is_mapping(open_.back())) {
      note_key(size() - 1);
    }
    if (!open_.empty()) ++open_.back().children;
    tree_->own_nodes.push_back(record);
    return size() - 1;
  }
  void leaf(RecordKind kind, std::uint32_t begin, std::uint32_t tail, bool plain) {
    NodeRecord record(kind, begin, plain);
    record.tail = tail;
    add(record);
  }

  // Of the innermost sequence or mapping.
  bool has_keys() const { return !keys_.empty() && keys_.back().mapping == open_.back().node; }
  void note_key(std::uint32_t key);
  void start_keys(std::uint32_t next_key);
  void end_keys();
  void leave_out_repeated();
  bool insert(Keys& keys, std::uint32_t key) const;
  void grow(Keys& keys) const;
  std::string_view text_of(std::uint32_t key) const;

  std::shared_ptr<Tree> tree_;
  std::vector<Open> open_;
  std::vector<Keys> keys_;    // innermost last
  std::size_t repeated_ = 0;  // members of large mappings so far whose key was given before
  std::uint32_t protected_ = none;
};

}  // namespace martech_audit

// Document: the tree of a YAML or JSON text, in which every node knows where it stood.
//
//   std::optional<Document> document = read_document(source, diagnostics);
//   for (Node tool : document->root().find("tools")) use(tool.find("name").text(), tool.where());
//
// A Document is a cheap handle of an immutable tree. A Node is a cheaper one and stays good as long as any
// copy of its Document lives. Aliases are followed silently: a node that is one looks like the value it
// stands for, only `where()` says where the alias was written. Nothing here expands them, and read_document()
// has made sure that whoever walks the tree meets no more than limits::alias_expansion further nodes and no
// depth beyond limits::depth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "document/tree.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/source.h"

namespace martech_audit {

struct EmbeddedDocument;

// `null` is a value that was left out, or a plain `~` or `null`.
enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };

// "null", "text", "list", "mapping": what messages call it.
std::string_view name(NodeKind kind);

// Numbers nodes in the order of the text, from 0, the root.
using NodeId = std::uint32_t;

class Node {
 public:
  class Iterator;

  // No node: what find() gives for a key that is absent. Only `operator bool` may be asked of it.
  Node() = default;
  Node(const Tree* tree, NodeId id) : tree_(tree), id_(id) {}
  explicit operator bool() const { return tree_ != nullptr; }

  NodeKind kind() const { return static_cast<NodeKind>(record().kind()); }
  bool is_null() const { return kind() == NodeKind::null; }
  bool is_scalar() const { return kind() == NodeKind::scalar; }
  bool is_sequence() const { return kind() == NodeKind::sequence; }
  bool is_mapping() const { return kind() == NodeKind::mapping; }

  // A scalar's value: escapes and folding undone, numbers as they were written. Empty for sequences and
  // mappings.
  std::string_view text() const;

  // Whether a scalar was written without quotes, so that `12` may be a number and `true` a boolean
  // (scalar.h). JSON's numbers, true and false are plain, its strings are not.
  bool plain() const { return record().is_plain(); }

  NodeId id() const { return id_; }

  // The value's place: a scalar with its quotes, a bracketed list whole, of block-style lists the first dash,
  // of block-style mappings the first key, of a `|` text its first line; empty, behind the colon, where
  // nothing was written. An alias gives its own place.
  Location where() const;

  // Bytes [begin, end) of text() as a place in the source, exact across escapes and folded lines.
  Location where(std::size_t begin, std::size_t end) const;

  // The byte of the source where byte `text_offset` of text() was written. Offsets beyond the text give the
  // end.
  std::uint32_t source_offset(std::size_t text_offset) const;

  // Of a mapping's member; a root or an item of a sequence has none: empty text, and the place of the value.
  bool has_key() const { return id_ > 0 && tree_->record(id_ - 1).is_key(); }
  std::string_view key() const {
    return has_key() ? tree_->text(tree_->record(id_ - 1)) : std::string_view();
  }
  Location key_where() const;

  // The key as a node, for where(begin, end) inside it. Only with has_key().
  Node key_node() const { return {tree_, id_ - 1}; }

  // Whether the key is a plain `<<`: reported when the document was read, and no field of anything.
  bool is_merge() const;

  // Items of a sequence or members of a mapping in the order of the text; 0 for others.
  std::size_t size() const;
  Iterator begin() const;
  Iterator end() const;

  // The value of the member `key`; no node where there is none or this is not a mapping. Linear.
  Node find(std::string_view key) const;

  // The same node of the same document (an alias and its anchor are two).
  friend bool operator==(const Node&, const Node&) = default;

 private:
  friend class Document;
  const NodeRecord& record() const { return tree_->record(tree_->resolve(id_)); }

  const Tree* tree_ = nullptr;
  NodeId id_ = 0;
};

class Node::Iterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = Node;
  using difference_type = std::ptrdiff_t;
  using pointer = const Node*;
  using reference = Node;

  Iterator() = default;
  // `step` is what lies between the end of one child and the next: a key or nothing.
  Iterator(const Tree* tree, NodeId id, NodeId step) : tree_(tree), id_(id), step_(step) {}
  Node operator*() const { return {tree_, id_}; }
  Iterator& operator++() {
    id_ = tree_->after(id_) + step_;
    return *this;
  }
  Iterator operator++(int) {
    const Iterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.id_ == b.id_; }

 private:
  const Tree* tree_ = nullptr;
  NodeId id_ = 0;
  NodeId step_ = 0;
};

class Document {
 public:
  explicit Document(std::shared_ptr<const Tree> tree) : tree_(std::move(tree)) {}

  // A document that the build has read already (embedded.h): no parsing, next to no copying.
  static Document from_image(const EmbeddedDocument& image);

  Node root() const { return {tree_.get(), 0}; }
  Node node(NodeId id) const { return {tree_.get(), id}; }
  std::size_t node_count() const { return tree_->nodes.size(); }

  // RFC 6901: "/tools/3/name", "" for the root. A key gives the pointer of its member, a node below an anchor
  // that of the anchor. The first calls build an index of large lists and must not race.
  std::string pointer(NodeId id) const;

  const SourcePtr& source() const { return tree_->source; }
  const Tree& tree() const { return *tree_; }
  const std::shared_ptr<const Tree>& shared_tree() const { return tree_; }

 private:
  std::shared_ptr<const Tree> tree_;
};

// Reads JSON where the source's name ends in .json, or where it starts with '{' or '[' and is JSON; else
// YAML.
//
// Nothing comes back when there is no tree to speak of: a syntax error, or a limit (limits.h) exceeded.
// Faults that leave the tree whole, such as a key given twice, are reported and the Document is returned all
// the same, so that later stages can add what they find: ask `diagnostics` before acting on it.
std::optional<Document> read_document(const SourcePtr& source, Diagnostics& diagnostics);

// One node a line: two spaces a level, line:column, kind or text. For tests and for looking at trees.
std::string dump(const Document& document);

inline std::string_view Node::text() const {
  const NodeRecord& here = record();
  return here.is_container() ? std::string_view() : tree_->text(here);
}

inline std::size_t Node::size() const { return record().is_container() ? record().count() : 0; }

inline Node::Iterator Node::begin() const {
  const NodeId id = tree_->resolve(id_);
  const NodeId step = is_mapping() ? 1 : 0;
  return {tree_, id + 1 + step, step};
}

inline Node::Iterator Node::end() const {
  const NodeId step = is_mapping() ? 1 : 0;
  return {tree_, tree_->after(tree_->resolve(id_)) + step, step};
}

}  // namespace martech_audit

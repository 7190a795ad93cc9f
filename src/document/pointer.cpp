// JSON pointers of nodes (RFC 6901).
#include <algorithm>

#include "document/document.h"

namespace martech_audit {
namespace {

// Containers with more children than this get an index when a pointer leads through them; walking is fine for
// others.
constexpr std::uint32_t many_children = 64;

using ChildIndex = Tree::ChildIndex;

const ChildIndex& child_index(const Tree& tree, std::uint32_t container) {
  const std::lock_guard lock(tree.indexing);
  const auto known = std::find_if(tree.child_indexes.begin(), tree.child_indexes.end(),
                                  [&](const ChildIndex& index) { return index.container == container; });
  if (known != tree.child_indexes.end()) return *known;
  ChildIndex index{container, {}};
  index.starts.reserve(tree.record(container).count());
  for (const Node child : Node(&tree, container)) index.starts.push_back(child.id());
  tree.child_indexes.push_back(std::move(index));
  return tree.child_indexes.back();
}

struct Child {
  std::uint32_t node;
  std::uint32_t ordinal;
};

// The child that contains `id`; a key belongs to its value.
Child child_containing(const Tree& tree, std::uint32_t container, std::uint32_t id) {
  if (tree.record(id).is_key()) ++id;
  if (tree.record(container).count() > many_children) {
    const auto& starts = child_index(tree, container).starts;
    const auto next = std::upper_bound(starts.begin(), starts.end(), id);
    return {*(next - 1), static_cast<std::uint32_t>(next - starts.begin() - 1)};
  }
  std::uint32_t ordinal = 0;
  for (const Node child : Node(&tree, container)) {
    if (id < tree.after(child.id())) return {child.id(), ordinal};
    ++ordinal;
  }
  return {id, ordinal};
}

void append_token(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

}  // namespace

std::string Document::pointer(NodeId id) const {
  std::string pointer;
  const NodeId target = tree_->record(id).is_key() ? id + 1 : id;
  for (NodeId at = 0; at != target;) {
    const Child child = child_containing(*tree_, at, target);
    const Node node(tree_.get(), child.node);
    append_token(pointer, node.has_key() ? std::string(node.key()) : std::to_string(child.ordinal));
    at = child.node;
  }
  return pointer;
}

}  // namespace martech_audit

#include "document/tree_builder.h"

namespace martech_audit {
namespace {

// Inventories have a node for nine bytes or so, lists of single letters one for two. Memory that is reserved
// and never touched costs nothing, while a vector that grows holds its content twice for a moment.
constexpr std::size_t bytes_per_node = 2;

}  // namespace

TreeBuilder::TreeBuilder(SourcePtr source) : tree_(std::make_shared<Tree>()) {
  tree_->own_nodes.reserve(source->text().size() / bytes_per_node + 16);
  tree_->source = std::move(source);
}

void TreeBuilder::side(std::uint32_t begin, std::string_view text, bool plain) {
  const auto at = static_cast<std::uint32_t>(tree_->own_side.size());
  leaf(RecordKind::scalar, begin, static_cast<std::uint32_t>(tree_->own_sides.size()), plain);
  tree_->own_nodes.back().mark_side();
  tree_->own_sides.push_back({at, static_cast<std::uint32_t>(text.size())});
  tree_->own_side += text;
}

std::shared_ptr<const Tree> TreeBuilder::finish() {
  tree_->nodes = tree_->own_nodes;
  tree_->sides = tree_->own_sides;
  tree_->side = tree_->own_side;
  return std::move(tree_);
}

}  // namespace martech_audit

#include "document/tree_builder.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "martech_audit/diagnostic.h"

namespace martech_audit {
namespace {

// Inventories have a node for nine bytes or so, lists of single letters one for two. Memory that is reserved
// and never touched costs nothing, while a vector that grows holds its content twice for a moment.
constexpr std::size_t bytes_per_node = 2;

constexpr std::size_t first_places = 4096;  // a power of two

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

std::string_view TreeBuilder::text_of(std::uint32_t key) const {
  tree_->sides = tree_->own_sides;
  tree_->side = tree_->own_side;
  return tree_->text(tree_->own_nodes[key]);
}

// False where a key of the same text is there.
bool TreeBuilder::insert(Keys& keys, std::uint32_t key) const {
  const std::string_view text = text_of(key);
  const std::size_t mask = keys.places.size() - 1;
  std::size_t at = std::hash<std::string_view>()(text) & mask;
  for (; keys.places[at] != none; at = (at + 1) & mask) {
    if (text_of(keys.places[at]) == text) return false;
  }
  keys.places[at] = key;
  ++keys.count;
  return true;
}

// A third of the places stays free.
void TreeBuilder::grow(Keys& keys) const {
  if (keys.count * std::size_t{3} < keys.places.size() * 2) return;
  Keys larger{.mapping = keys.mapping, .places = std::vector(keys.places.size() * 2, none)};
  for (const std::uint32_t key : keys.places) {
    if (key != none) insert(larger, key);
  }
  keys = std::move(larger);
}

void TreeBuilder::start_keys(std::uint32_t next_key) {
  const std::uint32_t mapping = open_.back().node;
  keys_.push_back({.mapping = mapping, .places = std::vector(first_places, none)});
  const auto after = [&](std::uint32_t id) {
    const NodeRecord& record = tree_->own_nodes[id];
    return record.is_container() ? record.tail : id + 1;
  };
  for (std::uint32_t key = mapping + 1; key < next_key; key = after(key + 1)) {
    if (!insert(keys_.back(), key)) ++repeated_;
  }
}

void TreeBuilder::note_key(std::uint32_t key) {
  if (!has_keys()) start_keys(key);
  Keys& keys = keys_.back();
  if (insert(keys, key)) {
    grow(keys);
  } else if (++repeated_ > max_shown_diagnostics) {
    keys.repeated = key;
  }
}

void TreeBuilder::leave_out_repeated() {
  const std::uint32_t key = std::exchange(keys_.back().repeated, none);
  if (key == none || protected_ >= key) return;
  std::size_t sides = tree_->own_sides.size();
  const auto first = tree_->own_nodes.begin() + static_cast<std::ptrdiff_t>(key);
  for (auto node = first; node != tree_->own_nodes.end(); ++node) {
    if (node->is_side()) sides = std::min<std::size_t>(sides, node->tail);
  }
  if (sides < tree_->own_sides.size()) tree_->own_side.resize(tree_->own_sides[sides].begin);
  tree_->own_sides.resize(sides);
  tree_->own_nodes.erase(first, tree_->own_nodes.end());
  open_.back().children -= 2;
  ++tree_->members_left_out;
}

void TreeBuilder::end_keys() {
  leave_out_repeated();
  keys_.pop_back();
}

std::shared_ptr<const Tree> TreeBuilder::finish() {
  tree_->nodes = tree_->own_nodes;
  tree_->sides = tree_->own_sides;
  tree_->side = tree_->own_side;
  return std::move(tree_);
}

}  // namespace martech_audit

#include "cel/chain.h"

#include <algorithm>

namespace martech_audit::cel {

namespace {

// The struct that the fields of a chain belong to, as far as it is known.
const StructType* owner(const Node& base) {
  return base.type.is(TypeKind::structure) ? base.type.structure() : nullptr;
}

void add(std::vector<FieldRead>& reads, FieldRead read) {
  const auto same = std::find_if(reads.begin(), reads.end(), [&](const FieldRead& other) {
    return other.struct_name == read.struct_name && other.path == read.path;
  });
  if (same == reads.end()) {
    reads.push_back(std::move(read));
  } else {
    same->presence_only = same->presence_only && read.presence_only;
  }
}

// The base of the chain. Apart from collect(), which stands on the stack once a level.
[[gnu::noinline]] const Node* add_chain(const Node& node, bool presence_only, std::vector<FieldRead>& reads) {
  const Chain chain = is_field(node) ? chain_of(node) : Chain{node.children[0], {&node}};
  const StructType* structure = owner(*chain.base);
  if (structure != nullptr) add(reads, {structure->name, chain.path(), presence_only || node.optional});
  return chain.base;
}

void collect(const Node& node, bool presence_only, std::vector<FieldRead>& reads) {
  if (node.kind == NodeKind::macro && node.macro == Macro::has)
    return collect(*node.children[0], true, reads);
  if (node.kind == NodeKind::select && node.resolution.kind == Resolution::Kind::field)
    return collect(*add_chain(node, presence_only, reads), presence_only, reads);
  for (const Node* child : node.children) collect(*child, false, reads);
}

}  // namespace

std::string Chain::path() const {
  std::string path;
  for (const Node* select : selects) path += (path.empty() ? "" : ".") + std::string(select->name);
  return path;
}

bool is_field(const Node& node) {
  return node.kind == NodeKind::select && !node.optional && node.resolution.kind == Resolution::Kind::field &&
         node.resolution.field != nullptr && node.children[0]->type.is(TypeKind::structure);
}

Chain chain_of(const Node& select) {
  Chain chain;
  const Node* node = &select;
  while (true) {
    chain.selects.insert(chain.selects.begin(), node);
    node = node->children[0];
    if (!is_field(*node) || !node->type.structure()->block) break;
  }
  chain.base = node;
  return chain;
}

std::vector<FieldRead> reads_of(const Node& root) {
  std::vector<FieldRead> reads;
  collect(root, false, reads);
  return reads;
}

}  // namespace martech_audit::cel

#include "document/tree_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "document/document.h"

namespace martech_audit {
namespace {

// Up to here, comparing each key with each other beats hashing.
constexpr std::size_t few_keys = 24;

struct Key {
  std::string_view text;
  std::uint32_t node;
};

class KeyChecker {
 public:
  KeyChecker(const Tree& tree, Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  void check(std::uint32_t mapping) {
    if (tree_.record(mapping).count() > few_keys) return compare_hashed(mapping);
    keys_.clear();
    for_each_key(mapping, [&](const Key& key) { keys_.push_back(key); });
    compare_pairs();
  }

 private:
  template <class Take>
  void for_each_key(std::uint32_t mapping, Take take) const {
    const std::uint32_t end = tree_.after(mapping);
    for (std::uint32_t key = mapping + 1; key < end; key = tree_.after(key + 1))
      take(Key{tree_.text(tree_.record(key)), key});
  }

  void compare_pairs() {
    for (std::size_t later = 0; later < keys_.size(); ++later) {
      check_merge(keys_[later]);
      const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(later);
      const auto first =
          std::find_if(keys_.begin(), end, [&](const Key& key) { return key.text == keys_[later].text; });
      if (first != end) report(*first, keys_[later]);
    }
  }

  void compare_hashed(std::uint32_t mapping) {
    std::unordered_map<std::string_view, std::uint32_t> seen;
    for_each_key(mapping, [&](const Key& key) {
      check_merge(key);
      const auto [first, is_new] = seen.emplace(key.text, key.node);
      if (!is_new) report({first->first, first->second}, key);
    });
  }

  void check_merge(const Key& key) {
    if (key.text != "<<" || !tree_.record(key.node).is_plain()) return;
    diagnostics_.error(Node(&tree_, key.node).where(), "merge keys ('<<') are not supported",
                       "write the members out, or use an alias for the whole value");
  }

  void report(const Key& first, const Key& again) {
    diagnostics_.error(Node(&tree_, again.node).where(),
                       fmt::format("key '{}' is given twice", shorten(escape_controls(again.text), 60)),
                       "keep one of the two");
    diagnostics_.note(Node(&tree_, first.node).where(), "first given here");
  }

  const Tree& tree_;
  Diagnostics& diagnostics_;
  std::vector<Key> keys_;
};

}  // namespace

void check_keys(const Tree& tree, Diagnostics& diagnostics) {
  KeyChecker checker(tree, diagnostics);
  for (std::uint32_t id = 0; id < tree.nodes.size(); ++id) {
    if (tree.record(id).kind() == RecordKind::mapping) checker.check(id);
  }
}

}  // namespace martech_audit

#include "document/tree_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <functional>
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
    first_keys_.assign(std::bit_ceil(std::size_t{tree_.record(mapping).count()} * 3 / 2), 0);
    for_each_key(mapping, [&](const Key& key) {
      check_merge(key);
      std::uint32_t& first = first_key(key.text);
      if (first == 0) {
        first = key.node;
      } else {
        report({key.text, first}, key);
      }
    });
  }

  // The node of the first key of this text, or the place where it goes.
  std::uint32_t& first_key(std::string_view text) {
    const std::size_t mask = first_keys_.size() - 1;
    std::size_t at = std::hash<std::string_view>()(text) & mask;
    while (first_keys_[at] != 0 && tree_.text(tree_.record(first_keys_[at])) != text) at = (at + 1) & mask;
    return first_keys_[at];
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
  // Four bytes a place, a third of the places free: a mapping may be as large as its file. No key is node 0.
  std::vector<std::uint32_t> first_keys_;
};

}  // namespace

void check_keys(const Tree& tree, Diagnostics& diagnostics) {
  KeyChecker checker(tree, diagnostics);
  for (std::uint32_t id = 0; id < tree.nodes.size(); ++id) {
    if (tree.record(id).kind() == RecordKind::mapping) checker.check(id);
  }
  // Counted alone: as many as are shown are in the tree.
  for (std::size_t i = 0; i < tree.members_left_out; ++i) diagnostics.error({}, "a key is given twice");
}

}  // namespace martech_audit

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

// A file of nothing but faults must not fill the memory with reports.
constexpr std::size_t most_reports = 1000;

struct Key {
  std::string_view text;
  std::uint32_t node;
};

class KeyChecker {
 public:
  KeyChecker(const Tree& tree, Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  void check(std::uint32_t mapping) {
    keys_.clear();
    const std::uint32_t end = tree_.after(mapping);
    for (std::uint32_t key = mapping + 1; key < end; key = tree_.after(key + 1)) {
      keys_.push_back({tree_.text(tree_.record(key)), key});
    }
    if (keys_.size() <= few_keys) {
      compare_pairs();
    } else {
      compare_hashed();
    }
  }

  std::size_t reports() const { return reports_; }

 private:
  void compare_pairs() {
    for (std::size_t later = 0; later < keys_.size(); ++later) {
      check_merge(keys_[later]);
      const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(later);
      const auto first =
          std::find_if(keys_.begin(), end, [&](const Key& key) { return key.text == keys_[later].text; });
      if (first != end) report(*first, keys_[later]);
    }
  }

  void compare_hashed() {
    std::unordered_map<std::string_view, std::uint32_t> seen;
    seen.reserve(keys_.size());
    for (const Key& key : keys_) {
      check_merge(key);
      const auto [first, is_new] = seen.emplace(key.text, key.node);
      if (!is_new) report({first->first, first->second}, key);
    }
  }

  void check_merge(const Key& key) {
    if (key.text != "<<" || !tree_.record(key.node).is_plain() || ++reports_ > most_reports) return;
    diagnostics_.error(Node(&tree_, key.node).where(), "merge keys ('<<') are not supported",
                       "write the members out, or use an alias for the whole value");
  }

  void report(const Key& first, const Key& again) {
    if (++reports_ > most_reports) return;
    diagnostics_.error(Node(&tree_, again.node).where(),
                       fmt::format("key '{}' is given twice", shorten(escape_controls(again.text), 60)),
                       "keep one of the two");
    diagnostics_.note(Node(&tree_, first.node).where(), "first given here");
  }

  const Tree& tree_;
  Diagnostics& diagnostics_;
  std::vector<Key> keys_;
  std::size_t reports_ = 0;
};

}  // namespace

void check_keys(const Tree& tree, Diagnostics& diagnostics) {
  KeyChecker checker(tree, diagnostics);
  for (std::uint32_t id = 0; id < tree.nodes.size(); ++id) {
    if (tree.record(id).kind() == RecordKind::mapping) checker.check(id);
    if (checker.reports() >= most_reports) return;
  }
}

}  // namespace martech_audit

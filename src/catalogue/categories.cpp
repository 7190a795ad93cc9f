#include "catalogue/categories.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/text.h"
#include "catalogue/entries.h"
#include "embedded/catalogue_categories.h"

namespace martech_audit::catalogue {
namespace {

// By bit.
constexpr std::array<std::string_view, 17> trait_names{
    "keeps-customers", "sends",        "sells",      "advertises", "counts-visits",  "attributes",
    "plans",           "has-calendar", "visualises", "publishes",  "runs-workflows", "collaborates",
    "data-driven",     "predictive",   "contextual", "augmented",  "agile"};

template <class Entry>
using Names = std::vector<std::pair<std::string_view, Entry>>;

Traits read_traits(Node node) {
  Traits traits = 0;
  for (const std::string_view name : texts_at(node, "traits")) {
    const auto at = std::ranges::find(trait_names, name);
    if (at == trait_names.end()) throw std::logic_error(fmt::format("categories.yaml: no trait '{}'", name));
    traits |= Traits{1} << static_cast<unsigned>(at - trait_names.begin());
  }
  return traits;
}

template <class Entry>
const Entry* find(const Names<Entry>& names, std::string_view name) {
  const auto at = std::ranges::lower_bound(names, name, {}, &std::pair<std::string_view, Entry>::first);
  return at != names.end() && at->first == name ? &at->second : nullptr;
}

// Most texts are slugs already.
template <class Entry>
const Entry* find_folded(const Names<Entry>& names, std::string_view text) {
  const Entry* found = find(names, text);
  return found != nullptr ? found : find(names, slug(text));
}

class Taxonomy {
 public:
  Taxonomy() : document_(Document::from_image(embedded::catalogue_categories().front())) {
    const Node root = document_.root();
    for (const Node node : root.find("categories")) {
      categories_.push_back({text_at(node, "id"), text_at(node, "title"), text_at(node, "group"),
                             text_at(node, "within"), texts_at(node, "also"), read_traits(node)});
    }
    for (std::uint32_t i = 0; i < categories_.size(); ++i) {
      by_name_.emplace_back(categories_[i].id, i);
      for (const std::string_view name : categories_[i].also) by_name_.emplace_back(name, i);
    }
    for (const Node node : root.find("capabilities")) {
      capabilities_.push_back({texts_at(node, "words"), read_traits(node)});
    }
    for (const CapabilityWords& capability : capabilities_) {
      for (const std::string_view word : capability.words)
        by_capability_.emplace_back(word, capability.traits);
    }
    std::ranges::sort(by_name_);
    std::ranges::sort(by_capability_);
  }

  std::span<const Category> categories() const { return categories_; }
  std::span<const CapabilityWords> capabilities() const { return capabilities_; }

  const Category* category(std::string_view text) const {
    const std::uint32_t* number = find_folded(by_name_, text);
    return number == nullptr ? nullptr : &categories_[*number];
  }

  Traits capability(std::string_view text) const {
    const Traits* traits = find_folded(by_capability_, text);
    return traits == nullptr ? 0 : *traits;
  }

 private:
  Document document_;  // owns the texts
  std::vector<Category> categories_;
  std::vector<CapabilityWords> capabilities_;
  Names<std::uint32_t> by_name_;
  Names<Traits> by_capability_;
};

const Taxonomy& taxonomy() {
  static const Taxonomy read;
  return read;
}

}  // namespace

std::vector<std::string_view> names_of(Traits traits) {
  std::vector<std::string_view> names;
  for (unsigned bit = 0; bit < trait_names.size(); ++bit) {
    if ((traits >> bit & 1U) != 0) names.push_back(trait_names[bit]);
  }
  return names;
}

std::span<const Category> categories() { return taxonomy().categories(); }

std::span<const CapabilityWords> capability_words() { return taxonomy().capabilities(); }

const Category* category_named(std::string_view text) { return taxonomy().category(text); }

Traits traits_of_category(std::string_view text) {
  const Category* category = category_named(text);
  return category == nullptr ? 0 : category->traits;
}

Traits traits_of_capability(std::string_view text) {
  return taxonomy().capability(text) | traits_of_category(text);
}

}  // namespace martech_audit::catalogue

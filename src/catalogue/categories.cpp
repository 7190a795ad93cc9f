#include "catalogue/categories.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "catalogue/own_file.h"
#include "embedded/catalogue_categories.h"

namespace martech_audit {
namespace catalogue {
namespace {

// By bit.
constexpr std::array<std::string_view, 17> trait_names{
    "keeps-customers", "sends",        "sells",      "advertises", "counts-visits",  "attributes",
    "plans",           "has-calendar", "visualises", "publishes",  "runs-workflows", "collaborates",
    "data-driven",     "predictive",   "contextual", "augmented",  "agile"};

template <class Entry>
using Names = std::vector<std::pair<std::string_view, Entry>>;

struct TaxonomyFile {
  std::vector<Category> categories;
  std::vector<CapabilityWords> capabilities;
};

void read_trait(const record::HandReader& from, Node node, Traits& traits) {
  if (const auto bit = record::read_word(node, "trait", trait_names, from.diagnostics()))
    traits |= Traits{1} << *bit;
}

auto traits_in(Traits& traits) {
  return record::read_by([&traits](const record::HandReader& from, Node node) {
    for (const Node one : record::read_list(node, from.diagnostics())) read_trait(from, one, traits);
  });
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

}  // namespace
}  // namespace catalogue

template <>
struct record::Fields<catalogue::TaxonomyFile> {
  static constexpr std::string_view noun = "the file of categories";

  template <class V>
  static void of(V& visit, catalogue::TaxonomyFile& file) {
    visit("categories", file.categories, "group by group");
    visit("capabilities", file.capabilities, "names that imply traits");
  }
};

template <>
struct record::Fields<catalogue::Category> {
  static constexpr std::string_view noun = "a category";

  template <class V>
  static void of(V& visit, catalogue::Category& category) {
    visit("id", category.id, "a slug");
    visit("title", category.title, "what people call it");
    visit("group", category.group, "of the landscape");
    visit.optional("within", category.within, "the wider category");
    visit.optional("also", category.also, "other names, as slugs");
    visit.optional("traits", catalogue::traits_in(category.traits), "what tools of it do");
  }
};

template <>
struct record::Fields<catalogue::CapabilityWords> {
  static constexpr std::string_view noun = "a capability";

  template <class V>
  static void of(V& visit, catalogue::CapabilityWords& capability) {
    visit("words", capability.words, "its names, as slugs");
    visit("traits", catalogue::traits_in(capability.traits), "what it implies");
  }
};

namespace catalogue {
namespace {

class Taxonomy {
 public:
  Taxonomy() : document_(Document::from_image(embedded::catalogue_categories().front())) {
    auto file = read_whole_file<TaxonomyFile>(document_);
    categories_ = std::move(file.categories);
    capabilities_ = std::move(file.capabilities);
    for (std::uint32_t i = 0; i < categories_.size(); ++i) {
      by_name_.emplace_back(categories_[i].id, i);
      for (const std::string_view name : categories_[i].also) by_name_.emplace_back(name, i);
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

}  // namespace catalogue
}  // namespace martech_audit

#include "catalogue/products.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "catalogue/addresses.h"
#include "catalogue/own_file.h"
#include "document/yaml_quoting.h"
#include "embedded/catalogue_products.h"

namespace martech_audit {
namespace catalogue {
namespace {

// Words at the end of a name that do not tell one product from another.
constexpr std::array<std::string_view, 21> endings{
    "ag",         "app",  "basic",   "business", "co",           "corp", "corporation",
    "enterprise", "free", "gmbh",    "inc",      "limited",      "llc",  "ltd",
    "oy",         "plus", "premium", "pro",      "professional", "sa",   "standard"};
static_assert(std::ranges::is_sorted(endings));

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words = slug_words(name);
  while (words.size() > 1 && std::ranges::binary_search(endings, std::string_view(words.back()))) {
    words.pop_back();
  }
  return words;
}

// "Adobe Marketo, Inc." → "adobemarketo"
std::string folded(std::string_view name) { return fmt::format("{}", fmt::join(words_of(name), "")); }

// The names of a product in the forms in which they are compared.
struct Forms {
  std::string vendor;                // folded
  std::vector<std::string> names;    // folded
  std::vector<std::string> written;  // in small letters
};

struct ProductFile {
  std::vector<std::string_view> shared;
  std::vector<Product> products;
};

}  // namespace
}  // namespace catalogue

template <>
struct record::Fields<catalogue::ProductFile> {
  static constexpr std::string_view noun = "the file of products";

  template <class V>
  static void of(V& visit, catalogue::ProductFile& file) {
    visit("shared", file.shared, "domains at which many products lie");
    visit("products", file.products, "by category");
  }
};

template <>
struct record::Fields<catalogue::Product> {
  static constexpr std::string_view noun = "a product";

  template <class V>
  static void of(V& visit, catalogue::Product& product) {
    visit("name", product.name, "as its vendor calls it");
    visit("vendor", product.vendor, "who sells it");
    visit("domain", product.domain, "of its web site");
    visit("category", product.category, "id of a category");
    visit.optional("metrics", product.metrics, "what the price depends on");
    visit.optional("also", product.also, "other names");
  }
};

namespace catalogue {
namespace {

class Shelf {
 public:
  Shelf() : document_(Document::from_image(embedded::catalogue_products().front())) {
    auto [shared, products] = read_whole_file<ProductFile>(document_);
    shared_ = std::move(shared);
    products_ = std::move(products);
    for (const Product& product : products_) {
      Forms& forms = forms_.emplace_back(Forms{folded(product.vendor), {}, {}});
      add(product.name, forms);
      for (const std::string_view name : product.also) add(name, forms);
    }
  }

  std::span<const Product> products() const { return products_; }

  bool is_shared(std::string_view host) const {
    return std::ranges::any_of(shared_, [&](std::string_view domain) { return lies_in(host, domain); });
  }

  template <class Fits>
  std::vector<const Product*> all_that(Fits fits) const {
    std::vector<const Product*> found;
    for (std::size_t i = 0; i < products_.size(); ++i) {
      if (fits(products_[i], forms_[i])) found.push_back(&products_[i]);
    }
    return found;
  }

 private:
  static void add(std::string_view name, Forms& forms) {
    forms.names.push_back(folded(name));
    forms.written.push_back(lower_ascii(name));
  }

  Document document_;                     // owns the texts
  std::vector<std::string_view> shared_;  // domains
  std::vector<Product> products_;
  std::vector<Forms> forms_;
};

const Shelf& shelf() {
  static const Shelf read;
  return read;
}

class Search {
 public:
  explicit Search(const Description& tool) : tool_(tool), vendor_(folded(tool.vendor)) {}

  Match run() const {
    for (const auto step : {&Search::by_exact_name, &Search::by_domain, &Search::by_folded_name}) {
      auto found = (this->*step)();
      if (found.size() == 1) return {std::move(found), true};
      if (found.size() > 1) return narrowed(std::move(found));
    }
    return {by_vendor(), false};
  }

 private:
  bool may_be_of(const Forms& product) const {
    if (tool_.vendor.empty() || vendor_ == product.vendor) return true;
    return vendor_ == product.names.front();  // who says vendor and means the product
  }

  std::vector<const Product*> by_exact_name() const {
    return by_names(lower_ascii, [](const std::string& name, const Forms& product) {
      return std::ranges::find(product.written, name) != product.written.end();
    });
  }

  std::vector<const Product*> by_folded_name() const {
    return by_names(folded, [&](const std::string& whole, const Forms& product) {
      return std::ranges::any_of(product.names, [&](const std::string& other) {
        if (whole == other || whole == product.vendor + other) return true;
        return vendor_ == product.vendor && product.vendor + whole == other;
      });
    });
  }

  template <class Form, class Fits>
  std::vector<const Product*> by_names(Form form, Fits fits) const {
    for (const std::string_view written : tool_.names) {
      const std::string name = form(written);
      auto found = shelf().all_that(
          [&](const Product&, const Forms& product) { return may_be_of(product) && fits(name, product); });
      if (!found.empty()) return found;
    }
    return {};
  }

  std::vector<const Product*> by_domain() const {
    if (tool_.url.empty()) return {};
    const std::string host = host_of(tool_.url);
    const bool shared = shelf().is_shared(host) || is_in_a_store(tool_.url);
    return shelf().all_that([&](const Product& product, const Forms& forms) {
      return may_be_of(forms) && lies_in(host, product.domain) && (!shared || shares_word(product));
    });
  }

  // Where many products lie, the name has to say something of this one, its vendor apart.
  bool shares_word(const Product& product) const {
    std::vector<std::string> known = slug_words(product.name);
    for (const std::string_view name : product.also)
      std::ranges::move(slug_words(name), std::back_inserter(known));
    std::vector<std::string> vendor = slug_words(product.vendor);
    if (product.name == product.vendor) vendor.clear();
    return std::ranges::any_of(tool_.names, [&](std::string_view name) {
      return std::ranges::any_of(slug_words(name), [&](const std::string& word) {
        return std::ranges::find(known, word) != known.end() &&
               std::ranges::find(vendor, word) == vendor.end();
      });
    });
  }

  std::vector<const Product*> by_vendor() const {
    if (tool_.names.empty()) return {};
    const std::string name = folded(tool_.names.front());
    return shelf().all_that(
        [&](const Product&, const Forms& product) { return may_be_of(product) && product.vendor == name; });
  }

  // Several products at one address, say: the name may tell them apart.
  Match narrowed(std::vector<const Product*> found) const {
    const auto named = by_folded_name();
    if (named.size() == 1 && std::ranges::find(found, named.front()) != found.end()) return {named, true};
    return {std::move(found), false};
  }

  const Description& tool_;
  std::string vendor_;
};

}  // namespace

std::span<const Product> products() { return shelf().products(); }

Match find_product(const Description& tool) { return Search(tool).run(); }

std::vector<std::string> suggested_fields(const Product& product, const Description& tool) {
  std::vector<std::string> fields;
  if (!tool.has_category) fields.push_back(fmt::format("category: {}", product.category));
  if (tool.vendor.empty()) {
    const std::string_view quote = is_plain(product.vendor) ? "" : "'";
    fields.push_back(fmt::format("vendor: {0}{1}{0}", quote, product.vendor));
  }
  if (!tool.has_metrics && !product.metrics.empty())
    fields.push_back(fmt::format("pricing: {{metrics: [{}]}}", fmt::join(product.metrics, ", ")));
  return fields;
}

std::string choices_text(const Match& match) {
  std::string text;
  for (const Product* product : match.candidates)
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", product->name, product->category);
  return text;
}

}  // namespace catalogue
}  // namespace martech_audit

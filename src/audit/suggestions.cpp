#include "audit/suggestions.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/edit_distance.h"
#include "base/text.h"
#include "catalogue/categories.h"
#include "catalogue/products.h"
#include "tables/row_values.h"

namespace martech_audit {
namespace {

// Ruled out is an answer, too.
bool says(const Record& tool, std::string_view field) {
  const Value value = read(tool, field);
  return !value.is_unknown() || !value.missing().empty();
}

catalogue::Description description_of(const Record& tool) {
  catalogue::Description description;
  description.names.push_back(text_or_empty(read(tool, "name")));
  for (const Value& alias : items_of(read(tool, "aliases"))) description.names.push_back(alias.as_text());
  description.vendor = text_or_empty(read(tool, "vendor"));
  description.url = text_or_empty(read(tool, "url"));
  description.has_category = says(tool, "category");
  description.has_metrics = says(tool, "pricing.metrics");
  return description;
}

std::string in_words(const std::vector<std::string>& fields) {
  std::string text;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view before = i == 0 ? "" : i + 1 == fields.size() ? " and " : ", ";
    text += fmt::format("{}'{}'", before, fields[i]);
  }
  return text;
}

void suggest_fields(const Inventory& inventory, const Record& tool, Diagnostics& diagnostics) {
  const catalogue::Description description = description_of(tool);
  const catalogue::Match match = find_product(description);
  if (match.sure) {
    const auto fields = suggested_fields(*match.candidates.front(), description);
    if (fields.empty()) return;
    const catalogue::Product& product = *match.candidates.front();
    const bool by_its_name = product.name == description.names.front();
    diagnostics.note(inventory.where(tool, "name"),
                     by_its_name ? fmt::format("'{}' is a known product", product.name)
                                 : fmt::format("'{}' looks like {}",
                                               escape_controls(description.names.front()), product.name),
                     fmt::format("{}add {}", by_its_name ? "" : "if it is, ", in_words(fields)));
  } else if (!match.candidates.empty() && !description.has_category) {
    diagnostics.note(inventory.where(tool, "name"),
                     fmt::format("'{}' matches several products", escape_controls(description.names.front())),
                     "name the product or add its category: " + choices_text(match));
  }
}

std::vector<std::string_view> names_of_categories() {
  std::vector<std::string_view> names;
  for (const catalogue::Category& entry : catalogue::categories()) {
    names.push_back(entry.id);
    names.insert(names.end(), entry.also.begin(), entry.also.end());
  }
  return names;
}

void check_category(const Inventory& inventory, const Record& tool,
                    const std::vector<std::string_view>& known, Diagnostics& diagnostics) {
  const std::string_view category = text_or_empty(read(tool, "category"));
  if (category.empty() || catalogue::category_named(category) != nullptr) return;
  diagnostics.note(
      inventory.where(tool, "category"),
      fmt::format("unknown category '{}': nothing can be inferred from it", escape_controls(category)), [&] {
        const std::string guess = did_you_mean(slug(category), known);
        return guess.empty() ? "see 'martech-audit schema categories'; other categories are allowed" : guess;
      });
}

}  // namespace

void suggest(const Inventory& inventory, Diagnostics& diagnostics) {
  const std::vector<std::string_view> categories = names_of_categories();
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    suggest_fields(inventory, tool, diagnostics);
    check_category(inventory, tool, categories, diagnostics);
  }
}

}  // namespace martech_audit

#include "catalogue/categories_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <utility>

#include "catalogue/categories.h"

namespace martech_audit {
namespace {

using catalogue::Category;
using catalogue::names_of;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> groups{{
    {"advertising", "Advertising and promotion"},
    {"content", "Content and experience"},
    {"relationships", "Social and relationships"},
    {"commerce", "Commerce and sales"},
    {"data", "Data"},
    {"management", "Management"},
}};

constexpr std::string_view head =
    R"(# Categories

Printed by `martech-audit schema categories`.

Values for the `category` of a tool: the category id or one of its other names, regardless of case, spaces and punctuation.
Other text is allowed, but rules infer nothing from it; `validate` points it out.

The groups are compatible with the 49 subcategories of the marketing technology landscape by chiefmartec and MartechTribe; the
names are our own. Categories marked with an arrow are subcategories of the one above.

The category determines some facts about a tool: whether it holds the customer record, sends messages, measures traffic, plans
or publishes, and which Marketing 5.0 components it contributes to. The field `marketing5` overrides the last of these.
)";

std::string row(const Category& category) {
  const std::string_view arrow = category.within.empty() ? "" : "↳ ";
  return fmt::format("| {}`{}` | {} | {} | {} |\n", arrow, category.id, category.title,
                     fmt::join(category.also, ", "), fmt::join(names_of(category.traits), ", "));
}

}  // namespace

std::string categories_page() {
  std::string page(head);
  for (const auto& [group, title] : groups) {
    page += fmt::format("\n## {}\n\n| category | | also | does |\n|---|---|---|---|\n", title);
    for (const Category& category : catalogue::categories()) {
      if (category.group == group) page += row(category);
    }
  }
  page +=
      "\n## Capabilities\n\nCapability names that imply the same, in addition to those above:\n\n"
      "| capabilities | do |\n|---|---|\n";
  for (const auto& [words, traits] : catalogue::capability_words()) {
    page += fmt::format("| {} | {} |\n", fmt::join(words, ", "), fmt::join(names_of(traits), ", "));
  }
  return page;
}

}  // namespace martech_audit

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

What a tool is: `category` of a tool takes one of these, or one of the other names; capital letters, spaces and
punctuation do not matter. Any other text is allowed. Rules conclude nothing from it, and `validate` says so.

Group by group they are compatible with the 49 subcategories of the marketing technology landscape of chiefmartec and
MartechTribe; the words are our own. Those marked with an arrow are finer, and belong to the one above.

What tools of a category do is what facts are made from: who keeps the customer record, sends messages, counts visits,
plans or publishes, and which components of Marketing 5.0 a tool contributes to. A tool can say the last of these
itself, as `marketing5`.
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
      "\n## Capabilities\n\nNames of capabilities from which the same is concluded, beside those above:\n\n"
      "| capabilities | do |\n|---|---|\n";
  for (const auto& [words, traits] : catalogue::capability_words()) {
    page += fmt::format("| {} | {} |\n", fmt::join(words, ", "), fmt::join(names_of(traits), ", "));
  }
  return page;
}

}  // namespace martech_audit

#include "catalogue/categories.h"

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include "support/catch.h"

#include "base/text.h"
#include "catalogue/categories_page.h"

using namespace martech_audit;
using namespace martech_audit::catalogue;

TEST_CASE("a category is found by any of its names") {
  const std::pair<const char*, const char*> cases[] = {
      {"crm", "crm"},
      {"CRM", "crm"},
      {"Customer Relationship Management", "crm"},
      {"E-Mail Marketing", "email-marketing"},
      {"CMS & Web Experience Management", "cms"},
      {"Display & Programmatic Advertising", "display-advertising"},
      {"Business/Customer Intelligence & Data Science", "business-intelligence"},
      {"web_analytics", "web-analytics"},
      {"A/B testing", "testing-personalisation"},
      {"Cookie consent", "privacy-compliance"},
      {"crm!", "crm"},
      {"crms", ""},
      {"", ""},
      {"\xff\xfe", ""},
  };
  for (const auto& [text, id] : cases) {
    INFO(text);
    const Category* category = category_named(text);
    CHECK((category == nullptr ? "" : category->id) == id);
  }
}

TEST_CASE("what is concluded from categories and capabilities") {
  CHECK(names_of(traits_of_category("CRM")) == std::vector<std::string_view>{"keeps-customers"});
  CHECK(names_of(traits_of_category("content calendar")).empty());
  CHECK(names_of(traits_of_capability("content calendar")) ==
        std::vector<std::string_view>{"plans", "has-calendar"});
  CHECK(names_of(traits_of_capability("CRM")) == std::vector<std::string_view>{"keeps-customers"});
  CHECK(names_of(traits_of_capability("fax")).empty());
}

TEST_CASE("the categories are whole") {
  std::set<std::string_view> names;
  std::map<std::string_view, std::size_t> wide;
  std::string_view before;
  for (const Category& category : categories()) {
    INFO(category.id);
    CHECK(category.id == slug(category.id));
    CHECK(!category.title.empty());
    CHECK(names.insert(category.id).second);
    for (const std::string_view name : category.also) {
      INFO(name);
      CHECK(name == slug(name));
      CHECK(names.insert(name).second);
    }
    if (category.within.empty()) {
      before = category.id;
      ++wide[category.group];
    } else {
      CHECK(category.within == before);
    }
  }
  CHECK(wide == std::map<std::string_view, std::size_t>{{"advertising", 7},
                                                        {"content", 10},
                                                        {"relationships", 10},
                                                        {"commerce", 6},
                                                        {"data", 9},
                                                        {"management", 7}});
  std::set<std::string_view> words;
  for (const CapabilityWords& capability : capability_words()) {
    CHECK(capability.traits != 0);
    for (const std::string_view word : capability.words) {
      INFO(word);
      CHECK(word == slug(word));
      CHECK(words.insert(word).second);
    }
  }
}

TEST_CASE("docs/categories.md is what is printed") {
  std::ifstream file(MARTECH_AUDIT_SOURCE_DIR "/docs/categories.md");
  const std::string page((std::istreambuf_iterator<char>(file)), {});
  INFO("print it again: martech-audit schema categories > docs/categories.md");
  CHECK(page == categories_page());
}

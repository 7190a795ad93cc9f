#include "catalogue/products.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include "support/catch.h"

#include "catalogue/categories.h"
#include "model/fields_tool.h"

using namespace martech_audit::catalogue;

namespace {

struct Case {
  const char* name;
  const char* vendor;
  const char* url;
  const char* found;  // names, with "?" behind where it is a question
};

std::string found(const Case& c) {
  const Match match = find_product({{c.name}, c.vendor, c.url});
  std::vector<std::string_view> names;
  for (const Product* product : match.candidates) names.push_back(product->name);
  const bool asks = !match.sure && !names.empty();
  return fmt::format("{}{}", fmt::join(names, " | "), asks ? " ?" : "");
}

}  // namespace

TEST_CASE("products are found by name, then address, then the name folded") {
  static constexpr Case cases[] = {
      {"Marketo Engage", "", "", "Marketo Engage"},
      {"marketo engage", "", "", "Marketo Engage"},
      {"Pardot", "", "", "Marketing Cloud Account Engagement"},
      {"GA4", "", "", "Google Analytics"},
      {"our bulletin", "", "https://us4.mailchimp.com/login?x=1", "Mailchimp"},
      {"our bulletin", "", "mailchimp.com", "Mailchimp"},
      {"our bulletin", "", "https://me@mailchimp.com:8443/", "Mailchimp"},
      {"our bulletin", "", "https://notmailchimp.com/", ""},
      {"our bulletin", "", "https://mailchimp.com.evil.example/", ""},
      {"Salesforce Sales Cloud Inc.", "", "", "Salesforce Sales Cloud"},
      {"Power-BI Pro", "", "", "Power BI"},
      {"Adobe Marketo Engage", "", "", "Marketo Engage"},
      {"Sales Cloud", "Salesforce", "", "Salesforce Sales Cloud"},
      {"Sales Cloud", "", "", ""},
      {"Sales Cloud", "Salesforce", "https://acme.my.salesforce.com", "Salesforce Sales Cloud"},
      {"Weirdo", "", "", ""},
      {"", "", "", ""},
  };
  for (const Case& c : cases) {
    INFO(c.name << ", " << c.vendor << ", " << c.url);
    CHECK(found(c) == c.found);
  }
}

TEST_CASE("names that several products go by are asked about") {
  static constexpr Case cases[] = {
      {"HubSpot", "", "", "HubSpot Marketing Hub | HubSpot CRM | Clearbit ?"},
      {"HubSpot", "HubSpot", "https://app.hubspot.com", "HubSpot Marketing Hub | HubSpot CRM ?"},
      {"HubSpot CRM", "HubSpot", "https://app.hubspot.com", "HubSpot CRM"},
      {"hub", "", "https://app.hubspot.com", "HubSpot Marketing Hub | HubSpot CRM ?"},
      {"Zoho", "", "", "Zoho CRM ?"},
      {"Salesforce", "", "",
       "Marketing Cloud Account Engagement | Marketing Cloud Engagement | Salesforce Sales Cloud | "
       "Salesforce Commerce Cloud | Tableau | MuleSoft | Salesforce Data Cloud | Slack ?"},
  };
  for (const Case& c : cases) {
    INFO(c.name << ", " << c.vendor << ", " << c.url);
    CHECK(found(c) == c.found);
  }
}

TEST_CASE("a product of another vendor is none") {
  static constexpr Case cases[] = {
      {"Close", "", "", "Close"},
      {"Close", "Acme Ltd", "", ""},
      {"Segment", "Twilio Inc.", "", "Segment"},
      {"Segment", "Segment", "", "Segment"},
      {"Later", "Later", "", "Later"},
      {"Later", "Acme", "https://later.com", ""},
  };
  for (const Case& c : cases) {
    INFO(c.name << ", " << c.vendor << ", " << c.url);
    CHECK(found(c) == c.found);
  }
}

TEST_CASE("what a product would add") {
  const Match match = find_product({{"Aha!"}, "", ""});
  REQUIRE(match.sure);
  CHECK(suggested_fields(*match.candidates.front(), {{"Aha!"}, "", ""}) ==
        std::vector<std::string>{"category: product-management", "vendor: Aha! Labs",
                                 "pricing: {metrics: [seat]}"});
  CHECK(suggested_fields(*match.candidates.front(), {{"Aha!"}, "Aha! Labs", "", true, false}) ==
        std::vector<std::string>{"pricing: {metrics: [seat]}"});
  CHECK(suggested_fields(*match.candidates.front(), {{"Aha!"}, "Aha! Labs", "", true, true}).empty());
}

TEST_CASE("the products are whole") {
  CHECK(products().size() > 300);
  std::set<std::string_view> names;
  for (const Product& product : products()) {
    INFO(product.name);
    CHECK(names.insert(product.name).second);
    for (const std::string_view name : product.also) CHECK(names.insert(name).second);
    const Category* category = category_named(product.category);
    REQUIRE(category != nullptr);
    CHECK(category->id == product.category);
    CHECK(!product.vendor.empty());
    CHECK(product.domain.find('.') != product.domain.npos);
    for (const std::string_view metric : product.metrics) {
      INFO(metric);
      CHECK(std::ranges::find(martech_audit::model::pricing_metrics, metric) !=
            martech_audit::model::pricing_metrics.end());
    }
  }
}

// Products by their address, name and vendor, however people write these.
#include <string>
#include "support/catch.h"

#include "catalogue/categories.h"
#include "catalogue/products.h"

using namespace martech_audit::catalogue;

namespace {

std::string named(const Match& match) {
  std::string text = match.sure ? "" : "? ";
  for (const Product* product : match.candidates) text += std::string(product->name) + ";";
  return match.candidates.empty() ? "nothing" : text;
}

std::string by_url(std::string_view url) { return named(find_product({{"our tool"}, "", url})); }
std::string by_name(std::string_view name, std::string_view vendor = {}) {
  return named(find_product({{name}, vendor, ""}));
}

}  // namespace

TEST_CASE("where many products lie, an address tells only what the name does not contradict") {
  struct Case {
    std::string_view name, url, product;
  };
  for (const auto& [name, url, product] :
       {Case{"Cloud Watcher", "https://www.microsoft.com/en/watcher", "nothing"},
        Case{"Teams (EU)", "https://www.microsoft.com/teams", "Microsoft Teams;"},
        Case{"Our Microsoft", "https://www.microsoft.com", "nothing"},
        Case{"Popup Maker", "https://marketplace.klaviyo.com/popup-maker", "nothing"},
        Case{"Popup Maker", "https://klaviyo.com/integrations/popup-maker", "nothing"},
        Case{"Our Klaviyo", "https://www.klaviyo.com/products/email", "Klaviyo;"},
        Case{"Popup Maker", "https://klaviyo.com/?from=store", "Klaviyo;"},
        Case{"Popup Maker", "https://app.klaviyo.com/login", "Klaviyo;"}}) {
    INFO(name << " " << url);
    CHECK(named(find_product({{name}, "", url})) == product);
  }
}

TEST_CASE("an address is looked at for its host alone") {
  for (const char* url :
       {"klaviyo.com", "www.klaviyo.com", "https://www.klaviyo.com", "HTTPS://WWW.KLAVIYO.COM/",
        "http://klaviyo.com:80/a", "https://user:word@klaviyo.com/x",
        "https://klaviyo.com?next=https://mailchimp.com/", "klaviyo.com/login?next=https://mailchimp.com/",
        "klaviyo.com#https://mailchimp.com", "//klaviyo.com"}) {
    INFO(url);
    CHECK(by_url(url) == (std::string_view(url).starts_with("//") ? "nothing" : "Klaviyo;"));
  }
  for (const char* url : {"", "klaviyo", "klaviyo.community", "xklaviyo.com", "klaviyo.com.example.org",
                          "https://example.org/klaviyo.com", "https://example.org/?klaviyo.com",
                          "https://klaviyo.com@example.org/", "://", "https://"}) {
    INFO(url);
    CHECK(by_url(url) == "nothing");
  }
}

TEST_CASE("a name is known without its case, punctuation, vendor and legal form") {
  for (const char* name :
       {"Klaviyo", "klaviyo", "KLAVIYO", "Klaviyo, Inc.", "Klaviyo Inc", "klaviyo.", " Klaviyo "}) {
    INFO(name);
    CHECK(by_name(name) == "Klaviyo;");
  }
  CHECK(by_name("DV360") == "Display & Video 360;");
  CHECK(by_name("Display and Video 360") == "nothing");
  CHECK(by_name("Display & Video 360", "Google") == "Display & Video 360;");
  CHECK(by_name("Google Display & Video 360") == "Display & Video 360;");
  CHECK(by_name("Klaviy") == "nothing");
  CHECK(by_name("Klaviyo Klaviyo") == "Klaviyo;");
}

TEST_CASE("the first name that is known decides, the vendor forbids") {
  CHECK(named(find_product({{"our tool", "Klaviyo", "Mailchimp"}, "", ""})) == "Klaviyo;");
  CHECK(named(find_product({{"our tool", "Klaviyo"}, "Intuit", ""})) == "nothing");
  CHECK(named(find_product({{"our tool", "Klaviyo", "Mailchimp"}, "Intuit", ""})) == "Mailchimp;");
  CHECK(named(find_product({{"Klaviyo"}, "", "https://mailchimp.com"})) == "Klaviyo;");
  CHECK(named(find_product({{"Klaviyo"}, "Intuit", "https://mailchimp.com"})) == "Mailchimp;");
  CHECK(named(find_product({{}, "Klaviyo", ""})) == "nothing");
  CHECK(named(find_product({{}, "", ""})) == "nothing");
}

TEST_CASE("a question names what there is to choose from") {
  const Match match = find_product({{"Zoho"}, "", ""});
  CHECK(!match.sure);
  CHECK(choices_text(match) == "Zoho CRM (crm)");
  CHECK(choices_text(find_product({{"Weirdo"}, "", ""})).empty());
}

TEST_CASE("only what is not said is suggested") {
  const Match match = find_product({{"Klaviyo"}, "", ""});
  REQUIRE(match.sure);
  const auto fields = [&](const Description& tool) {
    std::string text;
    for (const std::string& field : suggested_fields(*match.candidates.front(), tool)) text += field + "\n";
    return text;
  };
  const std::string category = "category: email-marketing\n", vendor = "vendor: Klaviyo\n",
                    metrics = "pricing: {metrics: [contact]}\n";
  CHECK(fields({{"Klaviyo"}, "", "", false, false}) == category + vendor + metrics);
  CHECK(fields({{"Klaviyo"}, "", "", true, false}) == vendor + metrics);
  CHECK(fields({{"Klaviyo"}, "Klaviyo", "", false, false}) == category + metrics);
  CHECK(fields({{"Klaviyo"}, "", "", true, true}) == vendor);
  CHECK(fields({{"Klaviyo"}, "Klaviyo", "", true, true}) == "");
}

TEST_CASE("traits are those of the category, its finer kind, or of the words of a capability") {
  const auto traits = [](Traits of) {
    std::string text;
    for (const std::string_view name : names_of(of)) text += std::string(name) + " ";
    return text;
  };
  CHECK(traits(0) == "");
  CHECK(traits(Trait::keeps_customers | Trait::agile) == "keeps-customers agile ");
  CHECK(traits(traits_of_category("email-marketing")) == "sends publishes ");
  CHECK(traits(traits_of_category("Newsletters")) == "sends publishes ");
  CHECK(traits(traits_of_category("dam")) == "");
  CHECK(traits(traits_of_category("mrm")) == "plans has-calendar runs-workflows ");
  CHECK(traits(traits_of_category("no such thing")) == "");
  CHECK(traits(traits_of_capability("newsletter")) == "sends publishes ");
}

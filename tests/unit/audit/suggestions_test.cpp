// What is suggested where an inventory leaves something out that the catalogue knows.
#include "audit/suggestions.h"

#include "document/document.h"
#include "model/reader.h"
#include "support/catch.h"

namespace martech_audit::test {
namespace {

// One suggestion a line, for the tools of the list.
std::string suggested(const std::string& tools) {
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>(
      "stack.yaml", "martech: 1\norganisation: {name: Acme, currency: EUR}\ntools:\n" + tools);
  const auto document = read_document(source, diagnostics);
  REQUIRE(document);
  const auto inventory = read_inventory({*document}, diagnostics);
  INFO(render(diagnostics));
  REQUIRE(inventory);
  Diagnostics notes;
  suggest(*inventory, notes);
  std::string text;
  for (const Diagnostic& note : notes.all()) {
    const Position at = source->position(note.where.begin);
    text += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + std::string(name(note.level)) +
            ": " + note.message + " (" + note.hint + ")\n";
  }
  return text;
}

TEST_CASE("a known product is offered what is not said of it") {
  CHECK(suggested("  - {id: k, name: Klaviyo}\n") ==
        "4:19 note: 'Klaviyo' is a known product (add 'category: email-marketing', 'vendor: Klaviyo' and "
        "'pricing: "
        "{metrics: [contact]}')\n");
  CHECK(suggested("  - {id: k, name: Klaviyo, vendor: Klaviyo, category: email-marketing}\n") ==
        "4:19 note: 'Klaviyo' is a known product (add 'pricing: {metrics: [contact]}')\n");
  CHECK(suggested("  - {id: k, name: Klaviyo, vendor: Klaviyo, category: email-marketing, pricing: {metrics: "
                  "[seat]}}\n") == "");
  CHECK(suggested("  - {id: k, name: Klaviyo, category: {not_applicable: ours}, vendor: Klaviyo, pricing: "
                  "{metrics: {not_applicable: free}}}\n") == "");
}

TEST_CASE("what only looks like a product is offered with a doubt") {
  CHECK(suggested("  - {id: k, name: klaviyo inc, vendor: Klaviyo, category: email-marketing}\n") ==
        "4:19 note: 'klaviyo inc' looks like Klaviyo (if it is, add 'pricing: {metrics: [contact]}')\n");
  CHECK(suggested("  - {id: k, name: Our letters, url: \"https://www.klaviyo.com\", vendor: Klaviyo, "
                  "category: email-marketing}\n") ==
        "4:19 note: 'Our letters' looks like Klaviyo (if it is, add 'pricing: {metrics: [contact]}')\n");
  CHECK(suggested(
            "  - {id: k, name: Letters, aliases: [Klaviyo], vendor: Klaviyo, category: email-marketing}\n") ==
        "4:19 note: 'Letters' looks like Klaviyo (if it is, add 'pricing: {metrics: [contact]}')\n");
  CHECK(suggested("  - {id: k, name: Klaviyo, vendor: Acme, category: email-marketing}\n") == "");
}

TEST_CASE("a name that several products go by is asked about, unless the category is said") {
  CHECK(suggested("  - {id: h, name: HubSpot}\n") ==
        "4:19 note: 'HubSpot' matches several products (name the product or add its category: HubSpot "
        "Marketing Hub "
        "(marketing-automation), HubSpot CRM (crm), Clearbit (audience-data))\n");
  CHECK(suggested("  - {id: h, name: HubSpot, category: crm}\n") == "");
}

TEST_CASE("a category that nothing is known of is said, with the nearest one") {
  CHECK(suggested("  - {id: a, name: Ours, category: emial marketing}\n") ==
        "4:35 note: unknown category 'emial marketing': nothing can be inferred from it (did you mean "
        "'email-marketing'?)\n");
  CHECK(suggested("  - {id: a, name: Ours, category: time travel}\n") ==
        "4:35 note: unknown category 'time travel': nothing can be inferred from it (see 'martech-audit "
        "schema categories'; "
        "other categories are allowed)\n");
  CHECK(suggested("  - {id: a, name: Ours, category: E-Mail Marketing}\n") == "");
  CHECK(suggested("  - {id: a, name: Ours}\n") == "");
}

TEST_CASE("names that do harm are shown harmless") {
  CHECK(suggested("  - {id: h, name: \"HubSpot\\e[31m\", url: \"https://www.klaviyo.com\", vendor: Klaviyo, "
                  "category: crm}\n") ==
        "4:19 note: 'HubSpot\\x1b[31m' looks like Klaviyo (if it is, add 'pricing: {metrics: [contact]}')\n");
}

}  // namespace
}  // namespace martech_audit::test

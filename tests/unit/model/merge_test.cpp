#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

const std::string head = "martech: 1\norganisation: {name: Acme, currency: EUR}\n";

TEST_CASE("lists of several files are one list, in the order of the files") {
  const Reading reading = read_texts({
      {"a.yaml", head + "people: [{id: mai}]\ntools: [{id: crm, name: CRM, owner: tom}]\nwaivers:\n"
                        "  - {rule: a, entity: crm, reason: b, owner: mai, expires: 2026-12-31}\n"},
      {"b.yaml",
       "martech: 1\npeople: [{id: tom}]\ntools: [{id: cms, name: CMS, owner: mai, supports: [crm]}]\n"
       "strategy: {roadmap: [{id: swap, tools: [crm]}]}\nwaivers:\n"
       "  - {rule: b, entity: cms, reason: b, owner: tom, expires: 2026-12-31}\n"},
  });
  CHECK(reading.messages == "");
  REQUIRE(reading.inventory);
  const Inventory& inventory = *reading.inventory;
  CHECK(inventory.sources().size() == 2);
  const auto tools = inventory.entities(EntityKind::tool);
  REQUIRE(tools.size() == 2);
  CHECK(dump(tools[0]) ==
        "tool 'crm'\n  name: CRM\n  kind: business\n  status: active\n  owner: party:tom\n");
  CHECK(inventory.where(tools[1], "name").source->name() == "b.yaml");
  CHECK(inventory.pointer(tools[1], "name") == "/tools/0/name");
  CHECK(inventory.waivers().size() == 2);
  CHECK(inventory.where(inventory.organisation(), "strategy").source->name() == "b.yaml");
  CHECK(read(inventory.organisation(), "roadmap").as_list().size() == 1);
}

TEST_CASE("defaults of one file hold for the tools of all") {
  const Reading reading = read_texts({
      {"a.yaml", head + "tools: [{id: crm, name: CRM, cost: 12}]\n"},
      {"b.yaml", "martech: 1\ndefaults: {tools: {cost: {per: year}}}\n"},
  });
  CHECK(reading.messages == "");
  const Record& crm = reading.inventory->entities(EntityKind::tool)[0];
  CHECK(read(crm, "cost.per").as_text() == "year");
  CHECK(reading.inventory->where(crm, "cost.per").source->name() == "b.yaml");
}

TEST_CASE("an organisation may be said twice if both agree") {
  const Reading reading = read_texts({
      {"a.yaml",
       "martech: 1\norganisation: {name: Acme, currency: EUR, exchange_rates: {USD: {rate: 0.9}}}\n"},
      {"b.yaml",
       "martech: 1\norganisation: {name: Acme, currency: EUR, size: mid, exchange_rates: {USD: 0.9}}\n"},
  });
  CHECK(reading.messages == "");
  CHECK(read(reading.inventory->organisation(), "size").as_text() == "mid");
}

TEST_CASE("what two files say in other words is the same") {
  const auto said = [](const std::string& first, const std::string& second) {
    const auto file = [](const std::string& fields) {
      return "martech: 1\norganisation: {name: Acme, currency: EUR, " + fields + "}\n";
    };
    const std::string messages = read_texts({{"a.yaml", file(first)}, {"b.yaml", file(second)}}).messages;
    return messages.substr(0, messages.find('\n'));
  };
  const std::string differs = "b.yaml:2:";
  CHECK(said("exchange_rates: {USD: 0.9, GBP: 1.2}", "exchange_rates: {GBP: 1.20, USD: {rate: 0.90}}") == "");
  CHECK(said("exchange_rates: {USD: 0.9, GBP: 1.2}", "exchange_rates: {USD: 0.9}").starts_with(differs));
  CHECK(said("exchange_rates: {USD: 0.9}", "exchange_rates: {USD: 0.91}").starts_with(differs));
  CHECK(said("exchange_rates: {USD: 0.9}", "exchange_rates: {USD: {rate: 0.9, as_of: 2026-01-01}}")
            .starts_with(differs));
  CHECK(said("size: mid", "size: small").starts_with(differs));
  CHECK(said("size: mid", "marketing_headcount: 4") == "");
  CHECK(said("marketing_headcount: 4", "marketing_headcount: 4.0") == "");
  CHECK(said("size: {not_applicable: a club}", "size: {not_applicable: we are a club}") == "");
  CHECK(said("size: {not_applicable: a club}", "size: small").starts_with(differs));
  CHECK(said("size: small", "size: {not_applicable: a club}").starts_with(differs));
}

TEST_CASE("what does not apply to the organisation is marked, and not merely left out") {
  const Reading reading =
      read_texts({{"a.yaml",
                   "martech: 1\norganisation: {name: Acme, currency: EUR, size: {not_applicable: a club}}\n"
                   "strategy: {reviewed_on: {not_applicable: never}}\n"}});
  CHECK(reading.messages == "");
  CHECK(dump(reading.inventory->organisation()) ==
        "organisation\n  name: Acme\n  currency: EUR\n  size: not_applicable(a club)\n"
        "  strategy: {reviewed_on: not_applicable(never)}\n");
}

TEST_CASE("what files disagree about is shown in both") {
  const Reading reading = read_texts({
      {"a.yaml",
       head + "defaults: {tools: {cost: {per: year}}}\nx-source: one\ntools: [{id: crm, name: CRM}]\n"},
      {"b.yaml",
       "martech: 1\norganisation: {name: Acme Inc, currency: EUR}\ndefaults: {tools: {cost: {per: month}}}\n"
       "x-source: two\ntools: [{id: crm, name: Other}]\n"},
  });
  CHECK_FALSE(reading.inventory);
  CHECK(reading.messages ==
        R"(b.yaml:2:22: error: another file has a different 'name' for the organisation
    2 | organisation: {name: Acme Inc, currency: EUR}
      |                      ^~~~~~~~
      hint: keep it in one file
a.yaml:2:22: note: the first 'name' is here
    2 | organisation: {name: Acme, currency: EUR}
      |                      ^~~~
b.yaml:3:19: error: another file also has defaults for tools
    3 | defaults: {tools: {cost: {per: month}}}
      |                   ^~~~~~~~~~~~~~~~~~~~
      hint: defaults apply to all files: keep them in one
a.yaml:3:19: note: the first defaults are here
    3 | defaults: {tools: {cost: {per: year}}}
      |                   ^~~~~~~~~~~~~~~~~~~
b.yaml:4:1: error: 'x-source' is given twice for the organisation
    4 | x-source: two
      | ^~~~~~~~
      hint: say it once
b.yaml:5:14: error: a second tool has the id 'crm'
    5 | tools: [{id: crm, name: Other}]
      |              ^~~
      hint: ids must be unique; change one of them
a.yaml:5:14: note: the first 'crm' is here
    5 | tools: [{id: crm, name: CRM}]
      |              ^~~
)");
}

TEST_CASE("each file says its format version") {
  const Reading reading = read_texts({{"a.yaml", head}, {"b.yaml", "tools: []\n"}});
  CHECK(reading.messages ==
        "b.yaml:1:1: error: the format version is missing\n"
        "    1 | tools: []\n"
        "      | ^~~~~\n"
        "      hint: start with 'martech: 1'\n");
}

TEST_CASE("without a document there is no inventory") {
  CHECK(read_texts({}).messages == "error: no inventory was given\n");
}

TEST_CASE("JSON is read like YAML") {
  const Reading reading =
      read_texts({{"a.json", R"({"martech": 1, "organisation": {"name": "Acme", "currency": "EUR"},
                      "tools": [{"id": "crm", "name": "CRM", "live_on": "2024-01-31", "cost": 12.50}]})"}});
  CHECK(reading.messages == "");
  CHECK(dump(reading.inventory->entities(EntityKind::tool)[0]) ==
        "tool 'crm'\n  name: CRM\n  kind: business\n  status: active\n  live_on: 2024-01-31\n"
        "  cost: {amount: 12.50, currency: EUR}\n");
}

}  // namespace
}  // namespace martech_audit::test

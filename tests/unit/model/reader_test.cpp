#include "model/reader.h"
#include "base/slots.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "model/field_path.h"
#include "support/catch.h"
#include "support/skip.h"
#include "unit/model/example.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

using model::at;
using model::path_of;

const Record& tool(const Inventory& inventory, std::string_view id) {
  return *inventory.find(EntityKind::tool, id);
}

TEST_CASE("the complete example loads without a word") {
  const Reading reading = read_text(complete_example);
  REQUIRE(reading.messages == "");
  REQUIRE(reading.inventory);
}

// So that a new field cannot be forgotten here.
TEST_CASE("the complete example gives every field") {
  const Reading reading = read_text(complete_example);
  std::string missing;
  for (std::size_t kind = 0; kind < entity_kind_count; ++kind) {
    std::vector<const Record*> level;
    for (const Record& record : reading.inventory->entities(static_cast<EntityKind>(kind)))
      level.push_back(&record);
    while (!level.empty()) {
      std::vector<const Record*> below;
      const Shape& shape = shape_of(*level[0]);
      for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        bool given = false;
        for (const Record* record : level) {
          if (record->shape != shape.id) continue;
          const Value& value = values_of(*record)[i];
          given = given || (value.is(ValueKind::list) ? !value.as_list().empty() : !value.is_unknown());
          if (shape.fields[i].kind == FieldKind::block && value.is(ValueKind::record))
            below.push_back(value.as_record());
        }
        if (!given) missing += std::string(shape.name) + "." + std::string(shape.fields[i].name) + "\n";
      }
      std::erase_if(below, [&](const Record* record) { return record->shape != below[0]->shape; });
      level = below;
    }
  }
  CHECK(missing == "");
}

TEST_CASE("a record's dump shows what was read") {
  const Reading reading = read_text(complete_example);
  const Inventory& inventory = *reading.inventory;
  CHECK(dump(inventory.organisation()) ==
        "organisation\n"
        "  name: Nordlicht Books\n"
        "  currency: EUR\n"
        "  exchange_rates: {USD: {rate: 0.9, as_of: 2026-09-30}, SEK: {rate: 0.087, as_of: 2026-09-30}}\n"
        "  size: small\n"
        "  marketing_headcount: 11\n"
        "  strategy: {reviewed_on: 2026-02-10, roadmap: [roadmap:one-profile]}\n"
        "  waivers: [{rule: objective-without-kpi, entity: objective/loyal-readers, reason: Agreed with the "
        "board, "
        "owner: party:lena, expires: 2026-12-31}]\n"
        "  x: {x-registry: HRB 1201, x-source: spreadsheet of June}\n");
  CHECK(dump(tool(inventory, "mailer")) ==
        "tool 'mailer'\n"
        "  name: Mailer\n"
        "  vendor: Postwerk\n"
        "  kind: business\n"
        "  status: active\n"
        "  capabilities: [{id: newsletters, primary: true, capability: capability:newsletters}, {id: "
        "reader-groups, "
        "capability: capability:reader-groups}]\n"
        "  owner: party:growth\n"
        "  live_on: before 2024-07-01\n"
        "  pricing: {metrics: [message]}\n"
        "  usage: {active: 3, measured_on: 2026-09-30, window_days: 30}\n"
        "  consumption: {metric: message, committed: 500000, consumed: 120000, measured_on: 2026-11-01}\n"
        "  cost: {amount: 9800, currency: USD, per: year}\n"
        "  one_time: {implementation: {amount: 2000, currency: EUR, per: once}, training: {amount: 500, "
        "currency: EUR, "
        "per: once}}\n"
        "  ai: {used: true, purpose: subject lines of letters, autonomous: false, human_review: true}\n"
        "  marketing5: [data-driven, augmented]\n"
        "  integrations: [integration:mail-events, integration:mailer-to-webstat]\n"
        "  waivers: [{rule: feature-underuse, reason: Three imprints follow in spring, owner: party:lena, "
        "expires: "
        "2027-04-30, created: 2026-09-01, approved_by: Board, ticket: OPS-7}]\n");
  CHECK(dump(tool(inventory, "profile-hub")) ==
        "tool 'profile-hub'\n"
        "  name: Profile hub\n"
        "  kind: integration\n"
        "  status: implementing\n"
        "  supports: [mailer, reader-groups]\n"
        "  supports_tools: [tool:mailer]\n"
        "  supports_capabilities: [capability:reader-groups]\n"
        "  owner: party:tech\n"
        "  live_on: before 2024-07-01\n"
        "  security: {sso: not_applicable(no human users)}\n");
  CHECK(dump(inventory.entities(EntityKind::party)[0]) ==
        "party 'lena'\n"
        "  name: Lena Vogt\n"
        "  kind: person\n"
        "  department: Marketing\n"
        "  function: marketing\n"
        "  role: Head of Growth\n"
        "  team: team:growth\n"
        "  skills: {newsletters: 4, sql: 0}\n"
        "  authority: [marketing]\n");
}

TEST_CASE("the published example loads without a word") {
  const std::string path = MARTECH_AUDIT_SHARED_DATA "/../design/inventory.md";
  std::ifstream file(path);
  if (!file) return tests::skip(path);
  std::stringstream page;
  page << file.rdbuf();
  const std::string text = page.str();
  const std::size_t begin = text.find("```yaml\n") + 8;
  const Reading reading = read_text(text.substr(begin, text.find("```\n", begin) - begin));
  CHECK(reading.messages == "");
  CHECK(reading.inventory);
}

TEST_CASE("paths run through blocks and references") {
  const Reading reading = read_text(complete_example);
  const Inventory& inventory = *reading.inventory;
  CHECK(at(tool(inventory, "crm"), path_of(EntityKind::tool, "seats.purchased")).as_integer() == 12);
  CHECK(at(tool(inventory, "crm"), path_of(EntityKind::tool, "owner.department")).as_text() == "Marketing");
  CHECK(at(tool(inventory, "mailer"), path_of(EntityKind::tool, "seats.purchased")).is_unknown());
  CHECK(read(tool(inventory, "crm"), "pricing.lower_plan.annual.per").as_text() == "year");
}

TEST_CASE("a mark is an unknown with its reason, also where a field below it is read") {
  const Reading reading = read_text(complete_example);
  const Record& webstat = tool(*reading.inventory, "webstat");
  const Value amount = at(webstat, path_of(EntityKind::tool, "cost.amount"));
  REQUIRE(amount.missing().size() == 1);
  CHECK(amount.missing()[0].entity == &webstat);
  CHECK(amount.missing()[0].path == "cost");
  CHECK(amount.missing()[0].not_applicable == "free of charge");
  const Value sso = read(tool(*reading.inventory, "profile-hub"), "security.sso");
  REQUIRE(sso.missing().size() == 1);
  CHECK(sso.missing()[0].path == "security.sso");
}

TEST_CASE("facts of one's own are kept as a map in the last slot") {
  const Reading reading = read_text(complete_example);
  const Record& crm = tool(*reading.inventory, "crm");
  const Value& own = values_of(crm)[shape_of(crm).fields.size()];
  REQUIRE(own.is(ValueKind::map));
  REQUIRE(own.as_map()->entries.size() == 2);
  CHECK(own.as_map()->entries[0].key.as_text() == "x-cost-code");
  CHECK(own.as_map()->entries[0].value.as_map()->entries[0].value.as_integer() == 12);
  CHECK(own.as_map()->entries[0].value.as_map()->entries[1].value.is(ValueKind::decimal));
  CHECK(own.as_map()->entries[1].value.as_integer() == 2024);
}

TEST_CASE("places lead to what was written, or to the defaults that filled it") {
  const Reading reading = read_text(complete_example);
  const Inventory& inventory = *reading.inventory;
  const auto excerpt = [&](const Record& record, std::string_view path) {
    const Location where = inventory.where(record, path);
    return std::string(where.source->text().substr(where.begin, where.end - where.begin));
  };
  const Record& crm = tool(inventory, "crm");
  CHECK(excerpt(crm, "seats.purchased") == "12");
  CHECK(excerpt(crm, "seats") == "{purchased: 12, assigned: 10, planned: 1, contract_minimum: 5}");
  CHECK(excerpt(crm, "usage.window_days") == "30");
  CHECK(excerpt(crm, "cost.currency") == "EUR");
  CHECK(excerpt(crm, "seats.bought") == excerpt(crm, "seats"));
  CHECK(excerpt(tool(inventory, "mailer"), "live_on") == "{before: 2024-07-01}");
  CHECK(excerpt(inventory.organisation(), "name") == "Nordlicht Books");
  CHECK(excerpt(inventory.organisation(), "strategy.reviewed_on") == "2026-02-10");
  CHECK(inventory.pointer(crm, "seats.purchased") == "/tools/0/seats/purchased");
  CHECK(inventory.pointer(tool(inventory, "mailer"), "live_on") == "/defaults/tools/live_on");
  CHECK(inventory.pointer(inventory.organisation(), "name") == "/organisation/name");
  CHECK(inventory.pointer(inventory.organisation()) == "");
}

TEST_CASE("waivers are plain structs") {
  const Reading reading = read_text(complete_example);
  const auto waivers = reading.inventory->waivers();
  REQUIRE(waivers.size() == 2);
  CHECK(waivers[0].entity == "objective/loyal-readers");
  CHECK(waivers[1].entity == "mailer");
  CHECK(waivers[1].rule == "feature-underuse");
  CHECK(waivers[1].owner == "lena");
  using namespace std::chrono;
  CHECK(waivers[1].expires == year_month_day(2027y, April, 30d));
  CHECK(waivers[1].created == year_month_day(2026y, September, 1d));
  CHECK(waivers[1].approved_by == "Board");
  CHECK(waivers[1].ticket == "OPS-7");
  CHECK(waivers[1].where.source->position(waivers[1].where.begin).line == 156);
}

TEST_CASE("money is told in the organisation's currency and its rates") {
  const Reading reading = read_text(complete_example);
  const Inventory& inventory = *reading.inventory;
  CHECK(inventory.currency().code() == "EUR");
  CHECK(inventory.exchange_rate(*Currency::parse("EUR"))->to_string() == "1");
  CHECK(inventory.exchange_rate(*Currency::parse("SEK"))->to_string() == "0.087");
  CHECK_FALSE(inventory.exchange_rate(*Currency::parse("JPY")));
}

TEST_CASE("an empty list of what every organisation has says nothing") {
  const Reading reading = read_text(with_head("objectives: []\nkpis: []\nteams: []\nbudgets: []\n"));
  for (const EntityKind kind :
       {EntityKind::objective, EntityKind::kpi, EntityKind::team, EntityKind::budget}) {
    CHECK_FALSE(reading.inventory->declared(kind));
  }
  CHECK(read(reading.inventory->organisation(), "objectives").is_unknown());
}

TEST_CASE("a list that is not given is absent, an empty one is empty, a link is never absent") {
  const Reading reading = read_text(with_head("datasets: []\ntools: [{id: crm, name: CRM}]\n"));
  const Inventory& inventory = *reading.inventory;
  CHECK(read(inventory.organisation(), "datasets").is(ValueKind::list));
  CHECK(read(inventory.organisation(), "kpis").is_unknown());
  CHECK(inventory.declared(EntityKind::dataset));
  CHECK_FALSE(inventory.declared(EntityKind::kpi));
  CHECK(read(tool(inventory, "crm"), "objectives").as_list().empty());
  CHECK(read(tool(inventory, "crm"), "pricing.metrics").is_unknown());
  CHECK(read(tool(inventory, "crm"), "owner").is_unknown());
}

TEST_CASE("without lists, owners, teams, capabilities, channels and processes are free text") {
  const Reading reading = read_text(with_head(R"(tools:
  - {id: crm, name: CRM, owner: Jane Roe, user_teams: [Sales], capabilities: [leads], channels: [mail], process: Quotes}
  - {id: cms, name: CMS, owner: Jane Roe, supports: [crm, publishing]}
)"));
  CHECK(reading.messages == "");
  const Inventory& inventory = *reading.inventory;
  CHECK(dump(inventory) ==
        "organisation\n  name: Acme\n  currency: EUR\n"
        "party 'Jane Roe'\n  name: Jane Roe\n  kind: text\n"
        "tool 'crm'\n  name: CRM\n  kind: business\n  status: active\n"
        "  capabilities: [{id: leads, capability: capability:leads}]\n  process: process:Quotes\n"
        "  channels: [channel:mail]\n  owner: party:Jane Roe\n  user_teams: [team:Sales]\n"
        "tool 'cms'\n  name: CMS\n  kind: business\n  status: active\n"
        "  supports: [crm, publishing]\n  supports_tools: [tool:crm]\n  supports_capabilities: "
        "[capability:publishing]\n"
        "  owner: party:Jane Roe\n");
  CHECK(read(tool(inventory, "crm"), "owner").as_record() ==
        read(tool(inventory, "cms"), "owner").as_record());
  CHECK(read(tool(inventory, "crm"), "process.title").as_text() == "Quotes");
}

TEST_CASE("defaults fill only blocks that a tool has, and never a mark") {
  const Reading reading = read_text(with_head(R"(defaults:
  tools:
    live_on: 2024-01-01
    cost: {currency: EUR, per: year}
    pricing: {unit_price: {per: month}}
tools:
  - {id: a, name: A, cost: 12, pricing: {plan: Pro}}
  - {id: b, name: B, live_on: {not_applicable: never}, pricing: {unit_price: 3.5}}
)"));
  CHECK(reading.messages == "");
  CHECK(dump(tool(*reading.inventory, "a")) ==
        "tool 'a'\n  name: A\n  kind: business\n  status: active\n  live_on: 2024-01-01\n  pricing: {plan: "
        "Pro}\n"
        "  cost: {amount: 12, currency: EUR, per: year}\n");
  CHECK(dump(tool(*reading.inventory, "b")) ==
        "tool 'b'\n  name: B\n  kind: business\n  status: active\n  live_on: not_applicable(never)\n"
        "  pricing: {unit_price: {amount: 3.5, currency: EUR, per: month}}\n");
}

TEST_CASE("integrations are the tools' own, wherever they are written") {
  const Reading reading = read_text(with_head(R"(integrations:
  - {from: a, to: b}
  - {from: a, to: b, kind: file}
tools:
  - {id: a, name: A}
  - {id: b, name: B, integrations: [{from: c}, {to: c}]}
  - {id: c, name: C}
)"));
  CHECK(reading.messages == "");
  const Inventory& inventory = *reading.inventory;
  std::string ids;
  for (const Record& integration : inventory.entities(EntityKind::integration)) ids += dump(integration);
  CHECK(ids ==
        "integration 'a-to-b'\n  from: tool:a\n  to: tool:b\n"
        "integration 'a-to-b-2'\n  from: tool:a\n  to: tool:b\n  kind: file\n"
        "integration 'c-to-b'\n  from: tool:c\n  to: tool:b\n"
        "integration 'b-to-c'\n  from: tool:b\n  to: tool:c\n");
  CHECK(read(tool(inventory, "b"), "integrations").as_list().size() == 4);
  CHECK(read(tool(inventory, "c"), "integrations").as_list().size() == 2);
}

}  // namespace
}  // namespace martech_audit::test

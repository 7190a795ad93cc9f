#include "unit/tables/tables_text.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

std::string teams(std::string_view lists) {
  const Stack stack(lists);
  std::string text = "\n";
  for (const TeamRow& row : stack.report.teams) {
    text += Line(row.team.id)
                .put("name", row.team.name)
                .put("owns", tools_at(stack.report, row.owns))
                .put("uses", tools_at(stack.report, row.uses))
                .take();
  }
  return text;
}

std::string integrations(std::string_view lists) {
  const Stack stack(lists);
  std::string text = "\n";
  for (const IntegrationRow& row : stack.report.integrations) {
    text += Line(row.id)
                .put("from", tools_at(stack.report, {row.from}))
                .put("to", tools_at(stack.report, {row.to}))
                .put("kind", row.kind)
                .put("direction", row.direction)
                .put("status", row.status)
                .take();
  }
  return text;
}

}  // namespace

TEST_CASE("a team answers for its own tools and for those of its people") {
  CHECK(teams(R"(
teams: [{id: it, name: IT}, {id: crm, name: CRM}, {id: idle, name: Idle}]
people: [{id: ana, name: Ana, team: it}, {id: bo, name: Bo}]
tools:
  - {id: d, name: D, owner: ana, user_teams: [crm, it, crm]}
  - {id: c, name: C, owner: it, user_teams: [crm]}
  - {id: b, name: B, owner: bo}
  - {id: a, name: A, owner: crm, technical_owner: it, backup_owner: ana}
)") == R"(
crm name=CRM owns=a uses=c+d
idle name=Idle
it name=IT owns=c+d uses=d
)");
}

TEST_CASE("teams in free text have no rows") {
  CHECK(teams(R"(
tools: [{id: a, name: A, owner: The web team, user_teams: [web]}]
)") == "\n");
  CHECK(teams("teams: [{id: it}]\ntools: []\n") == "\nit name=it\n");
}

TEST_CASE("integrations are rows by id, between rows of tools") {
  CHECK(integrations(R"(
integrations:
  - {id: zip, from: crm, to: mail, kind: api, direction: both, status: active}
  - {from: mail, to: ads}
tools:
  - {id: mail, name: M, integrations: [{to: crm, kind: manual, status: broken}]}
  - {id: crm, name: C}
  - {id: ads, name: A}
)") == R"(
mail-to-ads from=mail to=ads
mail-to-crm from=mail to=crm kind=manual status=broken
zip from=crm to=mail kind=api direction=both status=active
)");
  CHECK(integrations("tools: [{id: a, name: A}]\n") == "\n");
}

// What each profile of lists of people makes of an export: counts and days, and nobody's name.
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit::import::test;

TEST_CASE("Adobe: a user with two rows is one seat, and nothing says when it was used") {
  CHECK(imported_by("adobe-users", R"(Identity Type,Username,Email,Product Configurations,Team Products
Federated ID,ana,ana@x.example,"All Apps, Stock",
Federated ID,bo,bo@x.example,All Apps,
Federated ID,ana,ANA@x.example,Stock,
)") == R"(
tools:
  - id: adobe
    name: Adobe
    seats:
      assigned: 2
)");
}

TEST_CASE("Entra: sign-ins are people by application, each once, and no seats") {
  CHECK(imported_by("entra-sign-ins", R"(CreatedDateTime,UserPrincipalName,AppDisplayName,Status
2026-11-02T08:00:00Z,ana@x.example,Miro,Success
2026-11-09T08:00:00Z,ana@x.example,Miro,Success
2026-11-05T08:00:00Z,bo@x.example,Miro,Success
2026-11-05T08:00:00Z,bo@x.example,Canva,Success
)") == R"(
tools:
  - id: miro
    name: Miro
    usage:
      active: 2
      last_activity_on: 2026-11-09
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
  - id: canva
    name: Canva
    usage:
      active: 1
      last_activity_on: 2026-11-05
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
)");
}

TEST_CASE("Google Workspace: suspended users have a seat and no use, and who never signed in has no use") {
  CHECK(imported_by(
            "google-workspace-users",
            R"(First Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY]
Ana,ana@x.example,Active,2026/11/20 10:00:00
Bo,bo@x.example,Suspended,2026/11/21 10:00:00
Cy,cy@x.example,Active,Never logged in
)") == R"(
tools:
  - id: google-workspace
    name: Google Workspace
    vendor: Google
    seats:
      assigned: 3
    usage:
      active: 1
      last_activity_on: 2026-11-21
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
)");
}

TEST_CASE("HubSpot: users with a last login are active") {
  CHECK(imported_by("hubspot-users", R"(User ID,Email,Last login date,Assigned role
1,ana@x.example,2026-11-20,Admin
2,bo@x.example,,Sales
)") == R"(
tools:
  - id: hubspot
    name: HubSpot
    vendor: HubSpot
    seats:
      assigned: 2
    usage:
      active: 1
      last_activity_on: 2026-11-20
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
)");
}

TEST_CASE("Microsoft 365: activations are counted by product") {
  CHECK(imported_by("microsoft-activations",
                    R"(User Principal Name,Display Name,Product Type,Last Activated Date
ana@x.example,Ana,Project,2026-11-01
bo@x.example,Bo,Project,2026-10-01
bo@x.example,Bo,Visio,2026-10-01
)") == R"(
tools:
  - id: project
    name: Project
    seats:
      assigned: 2
    usage:
      active: 2
      last_activity_on: 2026-11-01
      evidence: activity
      measured_on: 2026-11-23
      window_days: 60
  - id: visio
    name: Visio
    seats:
      assigned: 1
    usage:
      active: 1
      last_activity_on: 2026-10-01
      evidence: activity
      measured_on: 2026-11-23
      window_days: 60
)");
}

TEST_CASE("Microsoft 365: of the last activities the latest counts, and of deleted users none") {
  CHECK(
      imported_by(
          "microsoft-active-users",
          R"(User Principal Name,Is Deleted,Exchange Last Activity Date,OneDrive Last Activity Date,Teams Last Activity Date
ana@x.example,False,2026-11-01,,2026-11-19
bo@x.example,True,2026-11-02,,2026-11-20
cy@x.example,False,,,
)") == R"(
tools:
  - id: microsoft-365
    name: Microsoft 365
    vendor: Microsoft
    seats:
      assigned: 2
    usage:
      active: 1
      last_activity_on: 2026-11-19
      evidence: activity
      measured_on: 2026-11-23
      window_days: 60
)");
}

TEST_CASE("Microsoft Teams: deleted users are not counted") {
  CHECK(imported_by("microsoft-teams-activity",
                    R"(User Principal Name,Last Activity Date,Is Deleted,Team Chat Message Count
ana@x.example,2026-11-19,False,12
bo@x.example,2026-11-19,True,12
)") == R"(
tools:
  - id: microsoft-teams
    name: Microsoft Teams
    vendor: Microsoft
    seats:
      assigned: 1
    usage:
      active: 1
      last_activity_on: 2026-11-19
      evidence: activity
      measured_on: 2026-11-23
      window_days: 60
)");
}

TEST_CASE("Okta: whoever was unassigned has no seat and no use") {
  CHECK(imported_by("okta-assignments", R"(User,Login,Application name,Assigned on,Last login,Unassigned on
Ana,ana@x.example,Miro,2026-01-01,2026-11-01,
Bo,bo@x.example,Miro,2026-01-01,2026-10-01,2026-10-02
Cy,cy@x.example,Miro,2026-01-01,,
)") == R"(
tools:
  - id: miro
    name: Miro
    seats:
      assigned: 2
    usage:
      active: 1
      last_activity_on: 2026-11-01
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
)");
}

TEST_CASE("Okta: sign-ins are counted by application and person") {
  CHECK(imported_by("okta-usage", R"(Person,Login,Instance Name,Login Date
Ana,ana@x.example,Miro,2026-11-01
Ana,ana@x.example,Miro,2026-11-08
Bo,bo@x.example,Canva,2026-11-08
)") == R"(
tools:
  - id: miro
    name: Miro
    usage:
      active: 1
      last_activity_on: 2026-11-08
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
  - id: canva
    name: Canva
    usage:
      active: 1
      last_activity_on: 2026-11-08
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
)");
}

TEST_CASE("Slack: billed members are seats") {
  CHECK(imported_by("slack-members", R"(username,email,status,billing-active,has-2fa,userid
ana,ana@x.example,Member,1,1,U1
bo,bo@x.example,Deactivated,0,0,U2
cy,cy@x.example,Member,1,0,U3
)") == R"(
tools:
  - id: slack
    name: Slack
    vendor: Slack
    seats:
      assigned: 2
)");
}

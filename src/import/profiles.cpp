#include "import/profiles.h"

#include <algorithm>
#include <array>

#include "import/column_plan.h"
#include "import/header_names.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

constexpr std::array adobe_headings{"Identity Type"sv, "Username"sv, "Product Configurations"sv};
// A row may have several product configurations, and nothing says when they were used.
constexpr std::string_view adobe = R"(
defaults: {name: Adobe}
people: {person: [Email, Username]}
)";

constexpr std::array card_headings{"Merchant"sv, "Amount"sv};
constexpr std::string_view card = R"(
list: ledger
columns: {Merchant: vendor, Amount: amount, Currency: currency}
)";

constexpr std::array entra_headings{"UserPrincipalName"sv, "AppDisplayName"sv, "CreatedDateTime"sv};
constexpr std::string_view entra = R"(
people: {person: UserPrincipalName, tool: AppDisplayName, last_used: CreatedDateTime, sign_ins: true}
)";

constexpr std::array focus_headings{"BilledCost"sv, "BillingCurrency"sv, "ChargePeriodStart"sv};
// A charge period ends before the moment given (FOCUS, ChargePeriodEnd).
constexpr std::string_view focus = R"(
list: ledger
billing_data: true
columns:
  ProviderName: vendor
  BilledCost: amount
  BillingCurrency: currency
  ChargePeriodStart: period.starts
  ChargePeriodEnd: {field: period.ends, day_before: true}
)";

constexpr std::array gitlab_headings{"title"sv, "business_owner"sv, "technical_owner"sv,
                                     "critical_systems_tier"sv, "integration_method"sv};
// Only plain statements are taken over: SWA fills in stored passwords, so it is not single sign-on here; "no"
// customer data does not mean that there are no personal data; who owns a tool need not be who uses it.
constexpr std::string_view gitlab = R"(
currency: USD
columns:
  title: name
  business_owner: owner
  technical_owner: technical_owner
  description: notes
  processing_customer_data: {field: data.personal, values: {true: true, yes: true}, otherwise: keep, keep: true}
  integration_method:
    field: security.sso
    values: {SAML: true, Okta: true, SWA/SAML: true, SSO: true, Google SSO: true, Gmail SSO: true,
             GitLab SSO: true, SSO with Google: true, SFDC SSO login: true}
    otherwise: keep
    keep: true
  critical_systems_tier:
    field: criticality
    values: {Tier 1 Business: critical, Tier 1 Product: critical, Tier 2: important, Tier 2 Core: important,
             Tier 2 Support: important, Tier 2 Business: important, Tier 3 / Non-critical: optional}
    otherwise: keep
    keep: true
)";

constexpr std::array google_headings{"Email Address [Required]"sv, "Status [READ ONLY]"sv,
                                     "Last Sign In [READ ONLY]"sv};
constexpr std::string_view google = R"(
date_order: ymd
defaults: {name: Google Workspace, vendor: Google}
people:
  person: "Email Address [Required]"
  last_used: "Last Sign In [READ ONLY]"
  only: {"Status [READ ONLY]": [Active, Suspended]}
  inactive: {"Status [READ ONLY]": [Suspended]}
)";

constexpr std::array hubspot_headings{"User ID"sv, "Last login date"sv, "Assigned role"sv};
constexpr std::string_view hubspot = R"(
defaults: {name: HubSpot, vendor: HubSpot}
people: {person: [Email, User ID], last_used: Last login date}
)";

constexpr std::array leanix_headings{"lifecycle:active"sv, "lifecycle:endOfLife"sv};
constexpr std::string_view leanix = R"(
columns:
  lifecycle:active: live_on
  alias: aliases
)";

constexpr std::array data_dictionary_headings{"tool_name"sv, "integration_status"sv, "licensed_seats"sv};
constexpr std::string_view data_dictionary = R"(
columns:
  tool_name: name
  cost_annual: {field: cost, with: {cost.per: year}}
  cost_monthly: {field: cost, with: {cost.per: month}}
  auth_method: {field: security.sso, values: {SSO: true, SAML: true, SAML SSO: true}, otherwise: keep, keep: true}
)";

constexpr std::array microsoft_activations_headings{"User Principal Name"sv, "Product Type"sv,
                                                    "Last Activated Date"sv};
constexpr std::string_view microsoft_activations = R"(
people: {person: User Principal Name, tool: Product Type, last_used: Last Activated Date, evidence: activity}
)";

constexpr std::array microsoft_active_headings{"User Principal Name"sv, "Exchange Last Activity Date"sv,
                                               "Teams Last Activity Date"sv};
constexpr std::string_view microsoft_active = R"(
defaults: {name: Microsoft 365, vendor: Microsoft}
people:
  person: User Principal Name
  last_used: [Exchange Last Activity Date, OneDrive Last Activity Date, SharePoint Last Activity Date,
              Skype For Business Last Activity Date, Yammer Last Activity Date, Teams Last Activity Date]
  only: {Is Deleted: ["False", "No"]}
  evidence: activity
)";

constexpr std::array microsoft_licence_headings{"Product Title"sv, "Total Licenses"sv, "Expired Licenses"sv};
constexpr std::string_view microsoft_licences = R"(
defaults: {vendor: Microsoft}
columns:
  Product Title: name
  Total Licenses: seats.purchased
  Assigned licenses: seats.assigned
)";

constexpr std::array microsoft_teams_headings{"User Principal Name"sv, "Last Activity Date"sv,
                                              "Team Chat Message Count"sv};
constexpr std::string_view microsoft_teams = R"(
defaults: {name: Microsoft Teams, vendor: Microsoft}
people:
  person: User Principal Name
  last_used: Last Activity Date
  only: {Is Deleted: ["False", "No"]}
  evidence: activity
)";

constexpr std::array netsuite_headings{"Document Number"sv, "Name"sv, "Account"sv, "Amount"sv};
constexpr std::string_view netsuite = R"(
list: ledger
columns: {Name: vendor, Amount: amount, Currency: currency}
)";

constexpr std::array okta_assignment_headings{"User"sv, "Application name"sv, "Assigned on"sv};
constexpr std::string_view okta_assignments = R"(
people: {person: [Login, User], tool: Application name, last_used: Last login, removed: Unassigned on}
)";

constexpr std::array okta_usage_headings{"Login"sv, "Instance Name"sv, "Login Date"sv};
constexpr std::string_view okta_usage = R"(
people: {person: [Login, Person], tool: Instance Name, last_used: [Login Date_ISO8601, Login Date], sign_ins: true}
)";

constexpr std::array ramp_headings{"merchant_name"sv, "currency_code"sv, "amount"sv};
constexpr std::string_view ramp = R"(
list: ledger
columns: {merchant_name: vendor, amount: amount, currency_code: currency}
ignore: [card_holder.first_name, card_holder.last_name, card_holder.user_id]
)";

constexpr std::array slack_headings{"username"sv, "billing-active"sv, "has-2fa"sv};
constexpr std::string_view slack = R"(
defaults: {name: Slack, vendor: Slack}
people: {person: [userid, email], only: {billing-active: ["1", "true"]}}
)";

constexpr std::array snipe_headings{"Item name"sv, "reassignable"sv, "Licensed To Name"sv,
                                    "expiration date"sv};
constexpr std::string_view snipe = R"(
columns:
  Item name: name
  manufacturer: vendor
  purchase date: purchased_on
  purchase cost: {field: cost, with: {cost.per: once}}
  expiration date: contract.ends
  seats: seats.purchased
ignore: [Name]
)";

constexpr std::array spend_headings{"Supplier"sv, "Transaction Number"sv, "Amount"sv};
constexpr std::string_view spend = R"(
list: ledger
columns: {Supplier: vendor, Amount: amount}
)";

constexpr std::array tracker_headings{"name"sv, "billing_period"sv, "price"sv, "currency"sv};
constexpr std::string_view tracker = R"(
columns:
  name: name
  team: user_teams
  price: cost
  billing_period: contract.billing
  currency: cost.currency
  description: notes
)";

constexpr std::array zylo_headings{"applicationName"sv, "annualCost"sv, "licenseCount"sv,
                                   "usedLicenseCount"sv};
constexpr std::string_view zylo = R"(
columns:
  applicationName: name
  annualCost: {field: cost, with: {cost.per: year}}
  licenseCount: seats.purchased
  usedLicenseCount: seats.assigned
  renewalDate: contract.ends
)";

constexpr std::array all{
    Profile{"adobe-users", "Adobe Admin Console: users, counted", adobe_headings, adobe},
    Profile{"card-payments", "Card payments and expenses by merchant, as a ledger", card_headings, card},
    Profile{"entra-sign-ins", "Microsoft Entra: sign-ins, counted by application", entra_headings, entra},
    Profile{"focus", "FinOps FOCUS billing data, as a ledger", focus_headings, focus},
    Profile{"gitlab-tech-stack", "GitLab's public tech_stack.yml", gitlab_headings, gitlab},
    Profile{"google-workspace-users", "Google Workspace: users, counted", google_headings, google},
    Profile{"hubspot-users", "HubSpot: users, counted", hubspot_headings, hubspot},
    Profile{"leanix", "LeanIX: applications with lifecycle columns", leanix_headings, leanix},
    Profile{"martech-data-dictionary", "A martech register with underscored names", data_dictionary_headings,
            data_dictionary},
    Profile{"microsoft-activations", "Microsoft 365: activations by user, counted by product",
            microsoft_activations_headings, microsoft_activations},
    Profile{"microsoft-active-users", "Microsoft 365: active user detail, counted", microsoft_active_headings,
            microsoft_active},
    Profile{"microsoft-licences", "Microsoft 365: licence totals", microsoft_licence_headings,
            microsoft_licences},
    Profile{"microsoft-teams-activity", "Microsoft Teams: user activity, counted", microsoft_teams_headings,
            microsoft_teams},
    Profile{"netsuite-bills", "NetSuite: bills and credits of vendors, as a ledger", netsuite_headings,
            netsuite},
    Profile{"okta-assignments", "Okta: current assignments, counted by application", okta_assignment_headings,
            okta_assignments},
    Profile{"okta-usage", "Okta: application usage, counted by application", okta_usage_headings, okta_usage},
    Profile{"ramp-transactions", "Ramp: card transactions, as a ledger", ramp_headings, ramp},
    Profile{"slack-members", "Slack: workspace members, counted", slack_headings, slack},
    Profile{"snipe-it-licences", "Snipe-IT: licences", snipe_headings, snipe},
    Profile{"spend-ledger", "Payments to suppliers, as a ledger", spend_headings, spend},
    Profile{"subscription-tracker", "A list of subscriptions with price and billing period", tracker_headings,
            tracker},
    Profile{"zylo-subscriptions", "Zylo: subscriptions", zylo_headings, zylo},
};

bool fits(const Profile& profile, const RecordTable& table) {
  return std::all_of(profile.headings.begin(), profile.headings.end(),
                     [&](std::string_view heading) { return find_column(table, heading).has_value(); });
}

void keep_present(std::vector<std::string>& headings, const RecordTable& table) {
  std::erase_if(headings, [&](const std::string& heading) { return !find_column(table, heading); });
}

}  // namespace

std::span<const Profile> profiles() { return all; }

const Profile* find_profile(std::string_view name) {
  const auto* found = std::find_if(all.begin(), all.end(), [&](const Profile& p) { return p.name == name; });
  return found == all.end() ? nullptr : found;
}

const Profile* recognised_profile(const RecordTable& table) {
  const Profile* best = nullptr;
  for (const Profile& profile : all) {
    if (!fits(profile, table)) continue;
    if (best == nullptr || profile.headings.size() > best->headings.size()) best = &profile;
  }
  return best;
}

Mapping mapping_of(const Profile& profile, const RecordTable& table) {
  Diagnostics none;  // a test reads them all
  const auto source =
      std::make_shared<Source>(std::string(profile.name) + ".yaml", std::string(profile.mapping));
  const auto document = read_document(source, none);
  Mapping mapping = document ? read_mapping(*document, none) : Mapping{};
  std::erase_if(mapping.columns, [&](const ColumnRule& rule) { return !find_column(table, rule.heading); });
  for (ColumnRule& rule : mapping.columns) rule.where = {};  // the text does not outlive this call
  if (mapping.people) {
    keep_present(mapping.people->person, table);
    keep_present(mapping.people->last_used, table);
    const auto is_absent = [&](const RowsWith& rows) { return !find_column(table, rows.heading); };
    std::erase_if(mapping.people->only, is_absent);
    std::erase_if(mapping.people->inactive, is_absent);
    if (!find_column(table, mapping.people->removed)) mapping.people->removed.clear();
  }
  return mapping;
}

}  // namespace martech_audit::import

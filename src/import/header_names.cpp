#include "import/header_names.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.h"
#include "import/cells/money.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

constexpr HeaderName names[] = {
    // too many for clang to count by std::array's deduction
    HeaderName{"toolname", "name"},
    HeaderName{"tool", "name"},
    HeaderName{"applicationname", "name"},
    HeaderName{"application", "name"},
    HeaderName{"appname", "name"},
    HeaderName{"appdisplayname", "name"},
    HeaderName{"app", "name"},
    HeaderName{"softwarename", "name"},
    HeaderName{"software", "name"},
    HeaderName{"swname", "name"},
    HeaderName{"servicename", "name"},
    HeaderName{"service", "name"},
    HeaderName{"platform", "name"},
    HeaderName{"productname", "name"},
    HeaderName{"producttitle", "name"},
    HeaderName{"product", "name"},
    HeaderName{"itemname", "name"},
    HeaderName{"subscriptionname", "name"},
    HeaderName{"subscription", "name"},
    HeaderName{"licensename", "name"},
    HeaderName{"licencename", "name"},
    HeaderName{"name", "name"},
    HeaderName{"title", "name"},
    HeaderName{"contractname", "name"},
    HeaderName{"contracttitle", "name"},
    HeaderName{"alias", "aliases"},
    HeaderName{"aliases", "aliases"},
    HeaderName{"alsoknownas", "aliases"},
    HeaderName{"vendor", "vendor"},
    HeaderName{"vendorname", "vendor"},
    HeaderName{"publisher", "vendor"},
    HeaderName{"publishername", "vendor"},
    HeaderName{"manufacturer", "vendor"},
    HeaderName{"swmanufacturer", "vendor"},
    HeaderName{"provider", "vendor"},
    HeaderName{"providername", "vendor"},
    HeaderName{"supplier", "vendor"},
    HeaderName{"counterparty", "vendor"},
    HeaderName{"counterpartyname", "vendor"},
    HeaderName{"ivendorname", "vendor"},
    HeaderName{"category", "category"},
    HeaderName{"toolcategory", "category"},
    HeaderName{"applicationtype", "category"},
    HeaderName{"primaryfunction", "category"},
    HeaderName{"function", "category"},
    HeaderName{"status", "status"},
    HeaderName{"lifecycle", "status"},
    HeaderName{"lifecyclestatus", "status"},
    HeaderName{"lifecyclestage", "status"},
    HeaderName{"toolstatus", "status"},
    HeaderName{"contractstatus", "status"},
    HeaderName{"state", "status"},
    HeaderName{"problem", "problem"},
    HeaderName{"problemsolved", "problem"},
    HeaderName{"purpose", "problem"},
    HeaderName{"job", "problem"},
    HeaderName{"whatitdoes", "problem"},
    HeaderName{"primaryuse", "problem"},
    HeaderName{"usecase", "problem"},
    HeaderName{"businessjustification", "problem"},
    HeaderName{"capability", "capabilities"},
    HeaderName{"capabilities", "capabilities"},
    HeaderName{"businesscapability", "capabilities"},
    HeaderName{"businesscapabilities", "capabilities"},
    HeaderName{"objectives", "objectives"},
    HeaderName{"objective", "objectives"},
    HeaderName{"businessobjectives", "objectives"},
    HeaderName{"businessobjective", "objectives"},
    HeaderName{"strategicobjectives", "objectives"},
    HeaderName{"strategicobjective", "objectives"},
    HeaderName{"goals", "objectives"},
    HeaderName{"goal", "objectives"},
    HeaderName{"businessgoals", "objectives"},
    HeaderName{"businessgoal", "objectives"},
    HeaderName{"kpis", "kpis"},
    HeaderName{"kpi", "kpis"},
    HeaderName{"successmetrics", "kpis"},
    HeaderName{"successmetric", "kpis"},
    HeaderName{"integrateswith", "integrations"},
    HeaderName{"integrations", "integrations"},
    HeaderName{"connectedto", "integrations"},
    HeaderName{"businessprocess", "process"},
    HeaderName{"process", "process"},
    HeaderName{"workflow", "process"},
    HeaderName{"channels", "channels"},
    HeaderName{"businessowner", "owner"},
    HeaderName{"toolowner", "owner"},
    HeaderName{"applicationowner", "owner"},
    HeaderName{"appowner", "owner"},
    HeaderName{"primaryappowner", "owner"},
    HeaderName{"owner", "owner"},
    HeaderName{"ownername", "owner"},
    HeaderName{"contractowner", "owner"},
    HeaderName{"subscriptionowner", "owner"},
    HeaderName{"responsible", "owner"},
    HeaderName{"respparty", "owner"},
    HeaderName{"billingowner", "owner"},
    HeaderName{"owneremail", "owner"},
    HeaderName{"technicalowner", "technical_owner"},
    HeaderName{"itowner", "technical_owner"},
    HeaderName{"systemowner", "technical_owner"},
    HeaderName{"administrator", "technical_owner"},
    HeaderName{"backupowner", "backup_owner"},
    HeaderName{"secondaryowner", "backup_owner"},
    HeaderName{"deputy", "backup_owner"},
    HeaderName{"userteams", "user_teams"},
    HeaderName{"usergroups", "user_teams"},
    HeaderName{"teams", "user_teams"},
    HeaderName{"team", "user_teams"},
    HeaderName{"primarydepartment", "user_teams"},
    HeaderName{"department", "user_teams"},
    HeaderName{"departments", "user_teams"},
    HeaderName{"golivedate", "live_on"},
    HeaderName{"golive", "live_on"},
    HeaderName{"livesince", "live_on"},
    HeaderName{"liveon", "live_on"},
    HeaderName{"inusesince", "live_on"},
    HeaderName{"launchdate", "live_on"},
    HeaderName{"purchasedate", "purchased_on"},
    HeaderName{"datepurchased", "purchased_on"},
    HeaderName{"dateofpurchase", "purchased_on"},
    HeaderName{"purchasedon", "purchased_on"},
    HeaderName{"purchasechannel", "purchase_channel"},
    HeaderName{"purchasedvia", "purchase_channel"},
    HeaderName{"howbought", "purchase_channel"},
    HeaderName{"criticality", "criticality"},
    HeaderName{"businesscriticality", "criticality"},
    HeaderName{"importance", "criticality"},
    HeaderName{"pricingmetric", "pricing.metrics"},
    HeaderName{"pricingmodel", "pricing.metrics"},
    HeaderName{"pricingunit", "pricing.metrics"},
    HeaderName{"licensemetric", "pricing.metrics"},
    HeaderName{"costseatmonth", "pricing.unit_price", "pricing.unit_price.per", "month"},
    HeaderName{"unitprice", "pricing.unit_price"},
    HeaderName{"unitcost", "pricing.unit_price"},
    HeaderName{"costperseat", "pricing.unit_price"},
    HeaderName{"costperuser", "pricing.unit_price"},
    HeaderName{"costperlicense", "pricing.unit_price"},
    HeaderName{"priceperseat", "pricing.unit_price"},
    HeaderName{"priceperuser", "pricing.unit_price"},
    HeaderName{"priceperlicense", "pricing.unit_price"},
    HeaderName{"contractedunitprice", "pricing.unit_price"},
    HeaderName{"plan", "pricing.plan"},
    HeaderName{"plantier", "pricing.plan"},
    HeaderName{"planname", "pricing.plan"},
    HeaderName{"edition", "pricing.plan"},
    HeaderName{"licensetier", "pricing.plan"},
    HeaderName{"licensetype", "pricing.plan"},
    HeaderName{"subscriptionplan", "pricing.plan"},
    HeaderName{"seatspurchased", "seats.purchased"},
    HeaderName{"purchasedseats", "seats.purchased"},
    HeaderName{"licensedseats", "seats.purchased"},
    HeaderName{"totallicenses", "seats.purchased"},
    HeaderName{"totallicences", "seats.purchased"},
    HeaderName{"numberoflicenses", "seats.purchased"},
    HeaderName{"numberoflicences", "seats.purchased"},
    HeaderName{"numberofseats", "seats.purchased"},
    HeaderName{"licensecount", "seats.purchased"},
    HeaderName{"licensecapacity", "seats.purchased"},
    HeaderName{"licenses", "seats.purchased"},
    HeaderName{"licences", "seats.purchased"},
    HeaderName{"seatcount", "seats.purchased"},
    HeaderName{"seats", "seats.purchased"},
    HeaderName{"seatsassigned", "seats.assigned"},
    HeaderName{"assignedseats", "seats.assigned"},
    HeaderName{"assignedlicenses", "seats.assigned"},
    HeaderName{"assignedlicences", "seats.assigned"},
    HeaderName{"allocatedcapacity", "seats.assigned"},
    HeaderName{"usedlicensecount", "seats.assigned"},
    HeaderName{"usedlicenses", "seats.assigned"},
    HeaderName{"licensesinuse", "seats.assigned"},
    HeaderName{"seatsused", "seats.assigned"},
    HeaderName{"provisioned", "seats.assigned"},
    HeaderName{"assigned", "seats.assigned"},
    HeaderName{"activeusers30d", "usage.active", "usage.window_days", "30"},
    HeaderName{"activeuserslast30days", "usage.active", "usage.window_days", "30"},
    HeaderName{"activeusers60d", "usage.active", "usage.window_days", "60"},
    HeaderName{"activeusers90d", "usage.active", "usage.window_days", "90"},
    HeaderName{"monthlyactiveusers", "usage.active", "usage.window_days", "30"},
    HeaderName{"activeusers", "usage.active"},
    HeaderName{"activeseats", "usage.active"},
    HeaderName{"engaged", "usage.active"},
    HeaderName{"lastactivity", "usage.last_activity_on"},
    HeaderName{"lastactivitydate", "usage.last_activity_on"},
    HeaderName{"lastactivedate", "usage.last_activity_on"},
    HeaderName{"lastactivateddate", "usage.last_activity_on"},
    HeaderName{"lastused", "usage.last_activity_on"},
    HeaderName{"lastuseddate", "usage.last_activity_on"},
    HeaderName{"lastmeaningfullogin", "usage.last_activity_on"},
    HeaderName{"lastlogin", "usage.last_activity_on"},
    HeaderName{"lastlogindate", "usage.last_activity_on"},
    HeaderName{"lastsignin", "usage.last_activity_on"},
    HeaderName{"featuresused", "usage.features_used"},
    HeaderName{"featuresavailable", "usage.features_available"},
    HeaderName{"annualcost", "cost", "cost.per", "year"},
    HeaderName{"costannual", "cost", "cost.per", "year"},
    HeaderName{"totalannualcost", "cost", "cost.per", "year"},
    HeaderName{"yearlycost", "cost", "cost.per", "year"},
    HeaderName{"costperyear", "cost", "cost.per", "year"},
    HeaderName{"annualspend", "cost", "cost.per", "year"},
    HeaderName{"annualspendperservice", "cost", "cost.per", "year"},
    HeaderName{"annualprice", "cost", "cost.per", "year"},
    HeaderName{"annualcontractvalue", "cost", "cost.per", "year"},
    HeaderName{"acv", "cost", "cost.per", "year"},
    HeaderName{"quarterlycost", "cost", "cost.per", "quarter"},
    HeaderName{"monthlycost", "cost", "cost.per", "month"},
    HeaderName{"costmonthly", "cost", "cost.per", "month"},
    HeaderName{"costpermonth", "cost", "cost.per", "month"},
    HeaderName{"monthlyspend", "cost", "cost.per", "month"},
    HeaderName{"monthlyprice", "cost", "cost.per", "month"},
    HeaderName{"cost", "cost"},
    HeaderName{"price", "cost"},
    HeaderName{"amount", "cost"},
    HeaderName{"spend", "cost"},
    HeaderName{"subscriptioncost", "cost"},
    HeaderName{"currency", "cost.currency"},
    HeaderName{"currencycode", "cost.currency"},
    HeaderName{"billingcurrency", "cost.currency"},
    HeaderName{"implementationcost", "one_time.implementation"},
    HeaderName{"implementationfee", "one_time.implementation"},
    HeaderName{"setupcost", "one_time.implementation"},
    HeaderName{"setupfee", "one_time.implementation"},
    HeaderName{"trainingcost", "one_time.training"},
    HeaderName{"contractstartdate", "contract.starts"},
    HeaderName{"contractstart", "contract.starts"},
    HeaderName{"contracteffectivedate", "contract.starts"},
    HeaderName{"effectivedate", "contract.starts"},
    HeaderName{"subscriptionstart", "contract.starts"},
    HeaderName{"startdate", "contract.starts"},
    HeaderName{"contractenddate", "contract.ends"},
    HeaderName{"contractend", "contract.ends"},
    HeaderName{"contractexpirationdate", "contract.ends"},
    HeaderName{"enddate", "contract.ends"},
    HeaderName{"expirationdate", "contract.ends"},
    HeaderName{"expirydate", "contract.ends"},
    HeaderName{"expires", "contract.ends"},
    HeaderName{"renewaldate", "contract.ends"},
    HeaderName{"nextrenewaldate", "contract.ends"},
    HeaderName{"nextrenewal", "contract.ends"},
    HeaderName{"contractrenewaldate", "contract.ends"},
    HeaderName{"renewal", "contract.ends"},
    HeaderName{"renewson", "contract.ends"},
    HeaderName{"contractlengthmonths", "contract.term_months"},
    HeaderName{"contractterm", "contract.term_months"},
    HeaderName{"contractlength", "contract.term_months"},
    HeaderName{"termmonths", "contract.term_months"},
    HeaderName{"termlength", "contract.term_months"},
    HeaderName{"term", "contract.term_months"},
    HeaderName{"noticeperioddays", "contract.notice_days"},
    HeaderName{"noticedays", "contract.notice_days"},
    HeaderName{"noticeperiod", "contract.notice_days"},
    HeaderName{"cancellationnotice", "contract.notice_days"},
    HeaderName{"cancellationnoticeperiod", "contract.notice_days"},
    HeaderName{"renewalnoticedays", "contract.notice_days"},
    HeaderName{"notifydaystocancel", "contract.notice_days"},
    HeaderName{"autorenewal", "contract.auto_renews"},
    HeaderName{"autorenew", "contract.auto_renews"},
    HeaderName{"autorenews", "contract.auto_renews"},
    HeaderName{"automaticrenewal", "contract.auto_renews"},
    HeaderName{"upliftcap", "contract.uplift_cap_percent"},
    HeaderName{"upliftcappercent", "contract.uplift_cap_percent"},
    HeaderName{"billingfrequency", "contract.billing"},
    HeaderName{"billingcycle", "contract.billing"},
    HeaderName{"billingperiod", "contract.billing"},
    HeaderName{"billing", "contract.billing"},
    HeaderName{"paymentfrequency", "contract.billing"},
    HeaderName{"personaldata", "data.personal"},
    HeaderName{"containspii", "data.personal"},
    HeaderName{"pii", "data.personal"},
    HeaderName{"dpa", "data.processing_agreement"},
    HeaderName{"dpasigned", "data.processing_agreement"},
    HeaderName{"dataprocessingagreement", "data.processing_agreement"},
    HeaderName{"dataresidency", "data.residency"},
    HeaderName{"datalocation", "data.residency"},
    HeaderName{"sso", "security.sso"},
    HeaderName{"ssoenabled", "security.sso"},
    HeaderName{"singlesignon", "security.sso"},
    HeaderName{"mfa", "security.mfa"},
    HeaderName{"mfaenabled", "security.mfa"},
    HeaderName{"2fa", "security.mfa"},
    HeaderName{"offboarding", "security.offboarding"},
    HeaderName{"offboardingprotocol", "security.offboarding"},
    HeaderName{"lastreviewed", "reviewed_on"},
    HeaderName{"lastreview", "reviewed_on"},
    HeaderName{"lastreviewdate", "reviewed_on"},
    HeaderName{"reviewedon", "reviewed_on"},
    HeaderName{"auditdate", "reviewed_on"},
    HeaderName{"url", "url"},
    HeaderName{"website", "url"},
    HeaderName{"loginurl", "url"},
    HeaderName{"costcentre", "cost_centre"},
    HeaderName{"costcenter", "cost_centre"},
    HeaderName{"tags", "tags"},
    HeaderName{"labels", "tags"},
    HeaderName{"notes", "notes"},
    HeaderName{"note", "notes"},
    HeaderName{"comments", "notes"},
    HeaderName{"comment", "notes"},
    HeaderName{"remarks", "notes"},
    HeaderName{"description", "notes"},
};

// Sorted.
constexpr std::array identifying{
    "assigneduser"sv, "email"sv,  "emailaddress"sv, "emailaddressrequired"sv, "login"sv, "person"sv, "user"sv,
    "useremail"sv,    "userid"sv, "username"sv,     "userprincipalname"sv};
constexpr std::array describing{"applicationlogin"sv,   "applicationusername"sv,
                                "displayname"sv,        "employeeid"sv,
                                "employeename"sv,       "employeetitle"sv,
                                "expensedbyemail"sv,    "firstname"sv,
                                "firstnamerequired"sv,  "fullname"sv,
                                "homeaddress"sv,        "homephone"sv,
                                "homesecondaryemail"sv, "ipaddress"sv,
                                "lastname"sv,           "lastnamerequired"sv,
                                "licensedtoemail"sv,    "licensedtoname"sv,
                                "licenseemail"sv,       "manageremail"sv,
                                "mobilephone"sv,        "newprimaryemailuploadonly"sv,
                                "password"sv,           "passwordrequired"sv,
                                "recoveryemail"sv,      "recoveryphone"sv,
                                "userdisplayname"sv,    "workaddress"sv,
                                "workphone"sv,          "worksecondaryemail"sv};

constexpr std::string_view unnamed = "unnamed";  // slug() of what has none

// Everything above Latin but marks, punctuation and symbols.
bool is_letter_of_other_script(char32_t c) {
  const bool mark = c >= 0x300 && c < 0x370;
  const bool symbol = (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) ||
                      (c >= 0xFE00 && c < 0xFE70) || (c >= 0xFF00 && c < 0xFF10) ||
                      (c >= 0x1F000 && c < 0x20000);
  return c >= 0x180 && !mark && !symbol;
}

const HeaderName* find_name(std::string_view key) {
  const auto* found =
      std::find_if(std::begin(names), std::end(names), [&](const HeaderName& n) { return n.name == key; });
  return found == std::end(names) ? nullptr : found;
}

// "Cost (USD)" → "USD", and "Cost " in `before`.
std::string_view bracketed(std::string_view text, std::string_view& before) {
  const std::size_t open = text.find_last_of("([");
  if (open == text.npos || (!text.ends_with(')') && !text.ends_with(']'))) return {};
  before = text.substr(0, open);
  return trim(text.substr(open + 1, text.size() - open - 2));
}

}  // namespace

std::span<const HeaderName> header_names() { return names; }

// Letters of scripts that slug() cannot spell are part of a name too; signs such as "✓" only where there is
// nothing else.
std::string header_key(std::string_view text) {
  text = trim(text);
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const std::string_view letter = text.substr(begin, at - begin);
    const std::string spelt = slug(letter);
    if (spelt != unnamed) {
      key += spelt;
    } else if (is_letter_of_other_script(c)) {
      key += letter;
    }
  }
  return key.empty() ? lower_ascii(text) : key;
}

bool has_slug(std::string_view text) {
  const std::string key = header_key(text);
  return slug(text) != unnamed &&
         std::all_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Heading read_heading(std::string_view text) {
  Heading heading{.meaning = find_name(header_key(text)), .currency = {}};
  std::string_view before;
  if (const std::string_view inside = bracketed(trim(text), before); !inside.empty()) {
    heading.currency = read_currency(inside);
    heading.per = read_period(inside);
    if (heading.meaning == nullptr) heading.meaning = find_name(header_key(before));
  }
  return heading;
}

PersonColumn person_column(std::string_view heading) {
  const std::string key = header_key(heading);
  if (std::binary_search(identifying.begin(), identifying.end(), key)) return PersonColumn::identifies;
  const bool describes = std::find(describing.begin(), describing.end(), key) != describing.end();
  return describes ? PersonColumn::describes : PersonColumn::none;
}

}  // namespace martech_audit::import

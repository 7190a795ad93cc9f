// The table of header_names().
#include <algorithm>
#include <array>

#include "import/header_names.h"

namespace martech_audit::import {
namespace {

// A row for each meaning: names in English, German and Vietnamese, divided by blanks.
struct UsualNames {
  std::string_view field;
  std::string_view names;
  std::string_view with_field = {};
  std::string_view with_value = {};
};
constexpr UsualNames usual_names[] = {
    {"name",
     "toolname tool applicationname application appname appdisplayname app softwarename"
     " software swname servicename service platform productname producttitle product itemname"
     " subscriptionname subscription licensename licencename name title contractname"
     " contracttitle systemname system toolplatform toolapp solution solutionname martechtool"
     " werkzeug werkzeugname anwendung programm congcu phanmem tencongcu tenphanmem ungdung"
     " sanpham"},
    {"aliases", "alias aliases alsoknownas"},
    {"vendor",
     "vendor vendorname suppliername publisher publishername manufacturer swmanufacturer provider"
     " providername supplier counterparty counterpartyname ivendorname toolvendor"
     " softwarevendor anbieter hersteller lieferant nhacungcap"},
    {"category",
     "subcategory category toolcategory applicationtype primaryfunction function primarycategory"
     " toolcategories softwarecategory kategorie danhmuc"},
    {"status",
     "status lifecycle lifecyclestatus lifecyclestage toolstatus contractstatus state"
     " appstatus applicationstatus trangthai"},
    {"problem",
     "problem problemsolved purpose job whatitdoes primaryuse usecase businessjustification"
     " primarypurpose businesspurpose purposeuse usedfor whatweuseitfor whatisitusedfor zweck"
     " einsatzzweck mucdich"},
    {"capabilities", "capability capabilities businesscapability businesscapabilities"},
    {"objectives",
     "objectives objective businessobjectives businessobjective strategicobjectives"
     " strategicobjective goals goal businessgoals businessgoal ziele ziel muctieu"},
    {"kpis", "kpis kpi successmetrics successmetric"},
    {"integrations",
     "integrateswith integrations connectedto integratedwith connectswith connectedtools"
     " connectedsystems integriertmit tichhopvoi"},
    {"process", "businessprocess process workflow"},
    {"channels", "channels kanale"},
    {"owner",
     "businessowner toolowner applicationowner appowner primaryappowner owner ownername"
     " contractowner subscriptionowner responsible respparty billingowner owneremail"
     " toolmanager internalowner marketingowner primaryowner accountable accountableowner"
     " responsibleperson verantwortlich verantwortlicher verantwortlicheperson ansprechpartner"
     " besitzer nguoiphutrach chusohuu"},
    {"technical_owner",
     "technicalowner itowner systemowner administrator techowner technicalcontact techlead"
     " technischverantwortlich"},
    {"backup_owner", "backupowner secondaryowner deputy stellvertretung stellvertreter"},
    {"user_teams",
     "userteams usergroups teams team primarydepartment department departments owningteam"
     " owningdepartment usedby teamsusing departmentsusing abteilung abteilungen nutzerteams"
     " bophan phongban"},
    {"live_on", "golivedate golive livesince liveon inusesince launchdate inbetriebseit"},
    {"purchased_on", "purchasedate datepurchased dateofpurchase purchasedon kaufdatum ngaymua"},
    {"purchase_channel", "purchasechannel purchasedvia howbought"},
    {"criticality", "criticality businesscriticality importance kritikalitat"},
    {"pricing.metrics", "pricingmetric pricingmodel pricingunit licensemetric"},
    {"pricing.unit_price", "costseatmonth", "pricing.unit_price.per", "month"},
    {"pricing.unit_price",
     "costperseat costperuser costperlicense costperlicence priceperseat priceperuser priceperlicense"
     " priceperlicence costseat costuser costlicense costlicence priceseat priceuser seatprice userprice"
     " preisprolizenz preispronutzer",
     "pricing.metrics", "seat"},
    {"pricing.unit_price", "unitprice unitcost contractedunitprice"},
    {"pricing.plan", "plan plantier planname edition licensetier licensetype subscriptionplan tarif"},
    {"seats.purchased",
     "licensesbought licencesbought boughtlicences boughtlicenses seatspurchased purchasedseats "
     "licensedseats totallicenses totallicences numberoflicenses"
     " numberoflicences numberofseats licensecount licensecapacity licenses licences seatcount"
     " seats licensespurchased licencespurchased purchasedlicenses licensesowned totalseats"
     " seatsbought licensequantity lizenzen anzahllizenzen sitze sogiayphep soluonggiayphep"
     " soluongtaikhoan"},
    {"seats.assigned",
     "seatsassigned assignedseats assignedlicenses assignedlicences allocatedcapacity"
     " usedlicensecount usedlicenses licensesinuse seatsused provisioned assigned"
     " licensesassigned licencesassigned licensesused licencesused usedseats usedlicences"
     " seatsinuse zugewiesenelizenzen genutztelizenzen belegtelizenzen"},
    {"usage.active", "activeusers30d activeuserslast30days activeusers30days activeuserspast30days",
     "usage.window_days", "30"},
    {"usage.active", "activeusers60d activeusers60days activeuserslast60days", "usage.window_days", "60"},
    {"usage.active", "activeusers90d activeusers90days activeuserslast90days", "usage.window_days", "90"},
    {"usage.active", "monthlyactiveusers", "usage.window_days", "30"},
    {"usage.active",
     "activeusers activeseats engaged activelicenses activelicences aktivenutzer davongenutzt songuoidung"},
    {"usage.last_activity_on",
     "lastactivity lastactivitydate lastactivedate lastactivateddate lastused lastuseddate"
     " lastmeaningfullogin lastlogin lastlogindate lastsignin letztenutzung letzteaktivitat"},
    {"usage.features_used", "featuresused"},
    {"usage.features_available", "featuresavailable"},
    {"cost",
     "annualcost costannual totalannualcost yearlycost costperyear annualspend"
     " annualspendperservice annualprice annualcontractvalue acv annuallicencecost annuallicensecost "
     "annualsubscription annualsubscriptioncost annualsubscriptionfee annualizedspend"
     " annualisedspend annualizedcost annualisedcost annualcosts annualfee"
     " annualamount annualvalue yearlyspend yearlyprice yearlyfee spendperyear"
     " totalannualspend jahrlichekosten jahreskosten kostenprojahr chiphihangnam chiphinam",
     "cost.per", "year"},
    {"cost", "quarterlycost", "cost.per", "quarter"},
    {"cost",
     "monthlycost costmonthly costpermonth monthlyspend monthlyprice monthlycosts monthlyfee"
     " monatlichekosten monatskosten kostenpromonat chiphihangthang",
     "cost.per", "month"},
    {"cost",
     "cost price amount spend subscriptioncost costs fee kosten betrag preis"
     " chiphi"},
    {"cost.currency", "currency currencycode billingcurrency wahrung tiente"},
    {"one_time.implementation", "implementationcost implementationfee setupcost setupfee"},
    {"one_time.training", "trainingcost"},
    {"contract.starts",
     "contractstartdate contractstart contracteffectivedate effectivedate subscriptionstart"
     " startdate contractstartson startson vertragsbeginn laufzeitbeginn ngaybatdau"},
    {"contract.ends",
     "contractenddate contractend contractexpirationdate enddate expirationdate expirydate"
     " expires renewaldate nextrenewaldate nextrenewal contractrenewaldate renewal renewson"
     " contractends contractexpires contractexpiration contractexpiry renewaldue"
     " renewalduedate subscriptionend enddateofcontract vertragsende laufzeitende"
     " verlangerungsdatum verlangerung ngayhethan ngayketthuc ngaygiahan"},
    {"contract.term_months",
     "contractlengthmonths contractterm contractlength termmonths termlength term laufzeit"
     " vertragslaufzeit"},
    {"contract.notice_days",
     "noticeperioddays noticedays noticeperiod cancellationnotice cancellationnoticeperiod"
     " renewalnoticedays notifydaystocancel notice noticedate noticedeadline noticeby optoutdate optoutby "
     "cancelby cancelbydate lastdaytocancel cancellationdeadline "
     "cancellationperiod kundigungstermin kundbarbis kundigungsfrist"
     " thoihanbaotruoc"},
    {"contract.auto_renews",
     "autorenewal autorenew autorenews automaticrenewal autorenewing renewaltype"
     " autorenewstatus automatischeverlangerung tudonggiahan"},
    {"contract.uplift_cap_percent", "upliftcap upliftcappercent"},
    {"contract.billing",
     "paymentcycle paymentinterval billinginterval billingschedule billingfrequency billingcycle "
     "billingperiod billing paymentfrequency billingterm"
     " billingtype abrechnung zahlungsweise"},
    {"data.personal", "personaldata containspii pii personenbezogenedaten dulieucanhan"},
    {"data.processing_agreement", "dpa dpasigned dataprocessingagreement avv avvertrag"},
    {"data.residency", "dataresidency datalocation"},
    {"security.sso", "sso ssoenabled singlesignon ssoconnected ssointegrated"},
    {"security.mfa", "mfa mfaenabled 2fa"},
    {"security.offboarding", "offboarding offboardingprotocol"},
    {"reviewed_on",
     "lastreviewed lastreview lastreviewdate reviewedon auditdate letztepruefung letzteprufung"},
    {"url", "url website homepage loginurl"},
    {"cost_centre", "costcentre costcenter kostenstelle"},
    {"tags", "tags labels"},
    {"notes",
     "notes note comments comment remarks description bemerkung bemerkungen anmerkung"
     " anmerkungen kommentar kommentare notizen beschreibung ghichu mota"},
};

constexpr std::size_t count_names() {
  std::size_t count = 0;
  for (const UsualNames& usual : usual_names) {
    count += 1 + static_cast<std::size_t>(std::count(usual.names.begin(), usual.names.end(), ' '));
  }
  return count;
}

constexpr auto split_names() {
  std::array<HeaderName, count_names()> all{};
  std::size_t next = 0;
  for (const UsualNames& usual : usual_names) {
    for (std::size_t begin = 0; begin <= usual.names.size();) {
      const std::size_t end = std::min(usual.names.find(' ', begin), usual.names.size());
      all[next++] = {usual.names.substr(begin, end - begin), usual.field, usual.with_field, usual.with_value};
      begin = end + 1;
    }
  }
  return all;
}

constexpr auto names = split_names();

}  // namespace

std::span<const HeaderName> header_names() { return names; }

}  // namespace martech_audit::import

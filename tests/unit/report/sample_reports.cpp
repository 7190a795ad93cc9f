#include "sample_reports.h"

#include <array>
#include <string>

#include "report_builder.h"

namespace martech_audit::test {
namespace {

constexpr Date day(int year, unsigned month, unsigned day_of_month) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day_of_month}};
}

EntityRef tool(std::string_view id, std::string_view name) { return {EntityKind::tool, id, name}; }
EntityRef organisation() { return {}; }

// The place of `marked` on its first line in `source`.
Place place(const SourcePtr& source, std::string_view marked, std::string_view pointer) {
  const std::size_t at = source->text().find(marked);
  const Position position = source->position(at);
  const std::string_view line = source->line(position.line);
  return {
      .path = source->name(),
      .line = position.line,
      .column = position.column,
      .end_column = position.column + static_cast<std::uint32_t>(marked.size()),
      .byte = static_cast<std::uint32_t>(at - static_cast<std::size_t>(line.data() - source->text().data())),
      .pointer = pointer,
      .snippet = line};
}

ToolRow row(EntityRef of, std::string_view owner, std::optional<Money> cost) {
  ToolRow made;
  made.tool = of;
  made.status = "active";
  made.owner = owner;
  made.annual_cost = cost;
  return made;
}

}  // namespace

AuditReport clean_report() {
  ReportBuilder builder("Corner Shop");
  builder.source("inventory.yaml", "martech: 1\n");
  builder.rule({"ownerless-tool", "Tool without an owner", "people", Severity::high, Effort::low});
  builder.decided(24);
  builder.tool(row(tool("shop", "Shop"), "anna", builder.money(1200)));
  builder.report().off_strategy = SpendOffStrategy{builder.money(0), builder.money(1200)};
  return builder.build();
}

AuditReport void_report() {
  ReportBuilder builder("Nobody");
  builder.source("inventory.yaml", "martech: 1\n");
  AuditReport report = builder.build();
  report.score = {};
  report.gate = {false, 2, {}};
  return report;
}

AuditReport starter_report() {
  ReportBuilder builder("Little Roastery");
  const SourcePtr text =
      builder.source("inventory.yaml",
                     "martech: 1\norganisation:\n  name: Little Roastery\n  currency: EUR\ntools:\n"
                     "  - {id: shopify, name: Shopify, owner: Anna, cost: {amount: 1_188}}\n"
                     "  - {id: mailchimp, name: Mailchimp, owner: Anna, cost: {amount: 540}}\n"
                     "  - {id: canva, name: Canva, owner: Jonas, cost: {amount: 110}}\n");
  builder.rule(
      {"no-objectives", "No objectives are declared", "strategy", Severity::high, Effort::medium,
       "Write down the two or three results that marketing must bring this year; then link tools to them."});
  builder.rule({"problem-unnamed", "Tool that names no problem", "strategy", Severity::medium, Effort::low,
                "Say in one sentence which problem the tool solves, and for whom."});
  builder.rule({"process-missing", "Tool outside any process", "agility", Severity::low, Effort::medium,
                "Name the process the tool is part of, or stop using it."});
  builder.rule({"tool-without-objective", "Tool that serves no active objective", "strategy",
                Severity::medium, Effort::low});
  builder.rule({"unused-licences", "Seats paid for and not used", "spend", Severity::medium, Effort::low});
  builder.rule(
      {"auto-renewal", "Renews by itself before anybody decides", "contracts", Severity::high, Effort::low});
  builder.rule({"isolated-tool", "Tool that is connected to nothing", "data", Severity::medium, Effort::high,
                "Connect it to the system that keeps the customer record, or retire it."});
  const std::array tools{tool("shopify", "Shopify"), tool("mailchimp", "Mailchimp"), tool("canva", "Canva")};
  builder.finding({"no-objectives",
                   organisation(),
                   "no objectives are declared",
                   tenths(81),
                   {},
                   place(text, "organisation", "/organisation")});
  for (const EntityRef& each : tools) {
    builder.finding({"problem-unnamed",
                     each,
                     each.id == "shopify" ? "Shopify names no problem that it solves"
                     : each.id == "canva" ? "Canva names no problem that it solves"
                                          : "Mailchimp names no problem that it solves",
                     tenths(31),
                     {},
                     place(text, each.name, "/tools/0")});
  }
  for (const EntityRef& each : tools) {
    builder.finding({"isolated-tool",
                     each,
                     "is connected to nothing",
                     tenths(21),
                     {{MoneyClass::exposed, builder.money(540), builder.money(0), {}}},
                     place(text, each.name, "/tools/0")});
  }
  builder.finding({"process-missing", tools[1], "Mailchimp is part of no process", tenths(11)});
  for (const EntityRef& each : tools) {
    builder.missing("tool-without-objective", each, tenths(60), {{organisation(), "objectives"}});
    builder.missing("unused-licences", each, tenths(40), {{each, "seats.purchased"}, {each, "usage.active"}});
    builder.missing("auto-renewal", each, tenths(45), {{each, "contract.auto_renews"}});
    builder.tool(
        row(each, each.id == "canva" ? "Jonas" : "Anna", builder.money(each.id == "shopify" ? 1188 : 540)));
  }
  builder.decided(30);
  builder.report().gate = {false, 1, {{"fail_on", "high", "1"}}};
  builder.report().diagnostics.push_back(
      {DiagnosticLevel::note, {text, 0, 7}, "no objectives are declared", "add the list 'objectives'"});
  return builder.build();
}

namespace {

constexpr std::string_view retailer_text =
    R"(martech: 1
organisation: {name: Acme Outdoor, currency: EUR}
objectives:
  - {id: repeat-purchase, title: Lift repeat purchases, priority: 1}
tools:
  - id: salesforce
    name: Salesforce Sales Cloud
    seats: {purchased: 120, assigned: 97}
    usage: {active: 61, measured_on: 2026-11-01}
    cost: {amount: 108_000}
  - id: braze
    name: Braze
    owner: crm
    contract: {ends: 2027-02-28, notice_days: 90, auto_renews: true}
  - id: hootsuite
    name: Hootsuite
    usage: {active: 0, last_activity_on: 2026-05-02}
  - id: segment
    name: Segment
)";

void add_retailer_rules(ReportBuilder& builder) {
  builder.rule(
      {"auto-renewal", "Renews by itself before anybody decides", "contracts", Severity::high, Effort::low,
       "Decide before the notice deadline whether the tool is still needed, at which price and in which "
       "size; put the date into a calendar that two people read."});
  builder.rule({"shelfware", "Paid for and not used", "spend", Severity::high, Effort::low,
                "Confirm that no integration or data set depends on it, then give notice.", Act::give_notice,
                Lane::money});
  builder.rule({"unused-licences", "Seats paid for and not used", "spend", Severity::medium, Effort::low,
                "Take back seats of leavers now; reduce the number at the renewal.", Act::reduce_seats,
                Lane::money});
  builder.rule({"tool-without-objective", "Tool that serves no active objective", "strategy",
                Severity::medium, Effort::low,
                "Link the tool to the objective it serves, or decide at the next renewal whether it is "
                "still needed.",
                Act::link, Lane::money});
  builder.rule({"silo-ownership", "Customer data owned by one function", "people", Severity::medium,
                Effort::medium,
                "Name a co-owner from the function that is missing, and give both the same objective."});
  builder.rule(
      {"duplicate-capability", "Two tools for one job", "spend", Severity::medium, Effort::high,
       "Keep the one that serves the objective and is connected; plan the move before giving notice.",
       Act::merge, Lane::money});
  builder.rule({"no-backup-owner", "Critical tool that one person keeps running", "people", Severity::low,
                Effort::low, "Name a second person and let them run it for a week."});
  builder.rule({"roi-unlinked", "Tool without a KPI that could prove it", "measurement", Severity::high,
                Effort::medium, "Link the tool to the KPI it should move, with a baseline and a date."});
  builder.rule(
      {"integration-broken", "Integration that has stopped", "data", Severity::high, Effort::medium});
}

void add_retailer_findings(ReportBuilder& builder, const SourcePtr& text) {
  const EntityRef salesforce = tool("salesforce", "Salesforce Sales Cloud");
  const EntityRef braze = tool("braze", "Braze");
  const EntityRef hootsuite = tool("hootsuite", "Hootsuite");
  const auto claim = [&](MoneyClass kind, std::int64_t amount, std::int64_t granted,
                         std::optional<Date> from) {
    return Claim{kind, builder.money(amount), builder.money(granted), from};
  };
  builder.finding({"auto-renewal",
                   braze,
                   "Braze renews for a year on 2027-02-28; notice is due within 7 days",
                   tenths(62),
                   {claim(MoneyClass::at_risk, 66'240, 0, day(2026, 11, 30))},
                   place(text, "auto_renews", "/tools/1/contract"),
                   Severity::critical});
  builder.finding({"shelfware",
                   hootsuite,
                   "nobody has used Hootsuite since 2026-05-02",
                   tenths(41),
                   {claim(MoneyClass::recoverable, 9'600, 9'600, day(2027, 1, 31))},
                   place(text, "usage: {active: 0", "/tools/2/usage")});
  builder.finding({"roi-unlinked",
                   salesforce,
                   "Salesforce Sales Cloud is linked to no KPI",
                   tenths(38),
                   {claim(MoneyClass::exposed, 108'000, 0, {})},
                   place(text, "id: salesforce", "/tools/0")});
  builder.finding({"unused-licences",
                   salesforce,
                   "Salesforce Sales Cloud: 61 of 120 seats in use (51%)",
                   tenths(35),
                   {claim(MoneyClass::recoverable, 46'800, 40'500, day(2027, 3, 1))},
                   place(text, "seats: {purchased: 120, assigned: 97}", "/tools/0/seats"),
                   Severity::high});
  builder.finding({"unused-licences",
                   hootsuite,
                   "Hootsuite: 0 of 10 seats in use (0%)",
                   tenths(12),
                   {claim(MoneyClass::recoverable, 9'600, 0, day(2027, 1, 31))},
                   place(text, "usage: {active: 0", "/tools/2/usage"),
                   std::nullopt,
                   "shelfware"});
  const std::array unlinked{tool("hotjar", "Hotjar"),   tool("mailchimp", "Mailchimp"),
                            tool("segment", "Segment"), tool("tableau", "Tableau"),
                            tool("trello", "Trello"),   hootsuite};
  constexpr std::array<std::string_view, 6> messages{
      "Hotjar is linked to no objective",
      "Mailchimp is linked only to closed or planned objectives",
      "Segment names no tool or capability that it supports",
      "Tableau is linked to no objective",
      "Trello is linked to no objective",
      "Hootsuite is linked to no objective"};
  for (std::size_t i = 0; i < unlinked.size(); ++i) {
    builder.finding({"tool-without-objective",
                     unlinked.at(i),
                     messages.at(i),
                     tenths(static_cast<std::int64_t>(16 - i)),
                     {claim(MoneyClass::exposed, 3'000, 0, {})},
                     i == 2 ? place(text, "name: Segment", "/tools/3") : Place{}});
  }
  builder.finding({"silo-ownership",
                   salesforce,
                   "Salesforce Sales Cloud holds customer data and belongs to marketing alone",
                   tenths(22),
                   {},
                   place(text, "id: salesforce", "/tools/0")});
  builder.finding({"duplicate-capability",
                   tool("mailchimp", "Mailchimp"),
                   "Mailchimp and Braze both send e-mail to customers in the EU",
                   tenths(17),
                   {claim(MoneyClass::opportunity, 7'200, 0, {})}});
  builder.finding({"no-backup-owner", braze, "nobody can stand in for the owner of Braze", tenths(4)});
  const Waiver& waiver = builder.waiver({"silo-ownership",
                                         "segment",
                                         "IT joins in January",
                                         "mai",
                                         day(2027, 1, 31),
                                         day(2026, 10, 1),
                                         "cmo",
                                         "MOPS-112",
                                         {text, 0, 7}});
  builder.finding({"silo-ownership",
                   tool("segment", "Segment"),
                   "Segment holds customer data and belongs to IT alone",
                   tenths(19),
                   {},
                   {},
                   std::nullopt,
                   {},
                   &waiver});
}

void add_retailer_tables(ReportBuilder& builder) {
  const auto add = [&](std::string_view id, std::string_view name, std::string_view owner,
                       std::optional<Money> cost) {
    ToolRow made = row(tool(id, name), owner, cost);
    made.category = "crm";
    made.department = "Marketing";
    builder.tool(std::move(made));
  };
  add("braze", "Braze", "crm", builder.money(66'240));
  add("hootsuite", "Hootsuite", "crm", builder.money(9'600));
  add("hotjar", "Hotjar", "", builder.money(3'000));
  add("mailchimp", "Mailchimp", "crm", builder.money(7'200));
  add("salesforce", "Salesforce Sales Cloud", "mai", builder.money(108'000));
  add("segment", "Segment", "it", std::nullopt);
  add("tableau", "Tableau", "it", builder.money(12'000));
  add("trello", "Trello", "mai", builder.money(900));
  AuditReport& report = builder.report();
  report.tools[4].objectives = {"repeat-purchase"};
  report.tools[4].utilisation = 61.0 / 120.0;
  report.tools[0].renews_on = day(2027, 2, 28);
  report.tools[0].notice_by = day(2026, 11, 30);
  report.off_strategy = SpendOffStrategy{builder.money(32'700), builder.money(206'940)};
  report.marketing5 = {{"data-driven", 3, 3, {0, 5, 6, 7}},
                       {"predictive", 1, 3, {4}},
                       {"contextual", 0, 0, {}},
                       {"augmented", 0, 1, {}},
                       {"agile", 2, 2, {7}}};
  report.spend_by_category = {{"crm", builder.money(206'940), 8, builder.money(50'100)}};
  report.spend_by_department = {{"Marketing", builder.money(206'940), 8, builder.money(50'100)}};
  report.spend_by_objective = {{{"repeat-purchase", builder.money(174'240)}, {"", builder.money(32'700)}}};
}

}  // namespace

AuditReport retailer_report() {
  ReportBuilder builder("Acme Outdoor");
  const SourcePtr text = builder.source("retailer/inventory.yaml", std::string(retailer_text));
  add_retailer_rules(builder);
  add_retailer_findings(builder, text);
  const std::array unmeasured{tool("hotjar", "Hotjar"), tool("tableau", "Tableau"), tool("trello", "Trello")};
  for (const EntityRef& each : unmeasured) {
    builder.missing("unused-licences", each, tenths(21), {{each, "seats.purchased"}, {each, "usage.active"}});
    builder.missing("auto-renewal", each, 1'533'333'333, {{each, "contract.auto_renews"}});
  }
  builder.missing("shelfware", unmeasured[1], tenths(14), {{unmeasured[1], "usage.active"}});
  builder.missing("integration-broken", organisation(), tenths(30), {{organisation(), "integrations"}});
  add_retailer_tables(builder);
  builder.decided(61);
  AuditReport& report = builder.report();
  report.gate = {false, 1, {{"fail_on", "high", "4"}, {"max_gap", "45", "48.4"}}};
  report.loosened = {"rule feature-underuse is off (.martech-audit.yaml:4:3)",
                     "segment: security.sso is marked not applicable (no human users)"};
  report.diagnostics.push_back(
      {DiagnosticLevel::warning, {text, 0, 7}, "more seats are in use than were bought", ""});
  return builder.build();
}

AuditReport hostile_report() {
  ReportBuilder builder("Evil \x1b]0;owned\x07 & <b>Sons</b>\r\nFAIL");
  const SourcePtr text =
      builder.source("in\x1b[31mventory.yaml",
                     "tools:\n  - {name: "
                     "\"\xe6\x9d\xb1\xe4\xba\xac\xe3\x83\x9e\xe3\x83\xbc\xe3\x82\xb1\",\towner: \x1b[2J}\n" +
                         std::string(300, 'x') + " name: far " + std::string(3000, 'y') + "\n");
  builder.rule({"shelfware", "Paid for and not used", "spend", Severity::high, Effort::low,
                "First line of a fix\n  that goes on\x1b[0m, with a | table | and `code`."});
  builder.rule(
      {"ownerless-tool", "Tool without an owner", "people\xe2\x80\xae", Severity::medium, Effort::low});
  const std::string long_name = "A name of " + std::string(500, 'w') + " letters without a blank";
  const SourcePtr names = builder.source("names", long_name);
  const std::array entities{
      tool("ansi",
           "\x1b[31mRed\x1b[0m \x9b"
           "31m"),
      tool("bidi",
           "user\xe2\x80\xae"
           "gnp.exe\xe2\x81\xa6 \xe2\x80\x8bhidden"),
      tool("cjk",
           "\xe6\x9d\xb1\xe4\xba\xac\xe3\x83\x9e\xe3\x83\xbc\xe3\x82\xb1\xe3\x83\x86\xe3\x82\xa3\xe3\x83\xb3"
           "\xe3\x82\xb0"),
      tool("emoji", "\xf0\x9f\x9a\x80 Launch \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb"),
      tool("formula", "=HYPERLINK(\"http://evil.example\",\"click\")"),
      tool("long", names->text()),
      tool("markup", "<script>alert(1)</script> [x](javascript:y) @team ::error::"),
      tool("nul", std::string_view("N\0UL\n\n::warning::", 17)),
      tool("viet",
           "Ti\xe1\xba\xbfp th\xe1\xbb\x8b s\xe1\xbb\x91 \xe2\x80\x93 nha\xcc\x80 ba\xcc\x81n l\xe1\xba\xbb"),
      tool("invalid", "bro\xffken"),
  };
  builder.finding({"shelfware",
                   entities[2],
                   entities[2].name,
                   tenths(100),
                   {{MoneyClass::recoverable, builder.money(9'000'000'000'000),
                     builder.money(9'000'000'000'000), day(2026, 11, 23)}},
                   place(text, "owner", "/tools/0/owner")});
  builder.finding(
      {"shelfware", entities[5], entities[5].name, tenths(90), {}, place(text, "far", "/tools/1")});
  for (const EntityRef& each : entities) {
    builder.finding({"ownerless-tool", each, each.name, tenths(10)});
    ToolRow made = row(each, each.name, builder.money(10));
    made.category = each.name;
    made.notice_by = day(2026, 11, 30);
    made.renewal_commitment = builder.money(10);
    builder.tool(std::move(made));
  }
  builder.missing("shelfware", entities[0], tenths(5), {{entities[0], "x-\x1b[5mblink"}});
  builder.decided(40);
  builder.report().gate = {false, 1, {{"fail_on", "high", "2"}}};
  builder.report().loosened = {std::string("rule \x1b[8mhidden is off")};
  builder.report().diagnostics.push_back(
      {DiagnosticLevel::warning, {text, 9, 13}, "odd \x1b[1mname", "try \xe2\x80\xae this"});
  return builder.build();
}

std::span<const SampleReport> sample_reports() {
  static constexpr std::array samples{
      SampleReport{"clean", clean_report},       SampleReport{"hostile", hostile_report},
      SampleReport{"retailer", retailer_report}, SampleReport{"starter", starter_report},
      SampleReport{"void", void_report},
  };
  return samples;
}

}  // namespace martech_audit::test

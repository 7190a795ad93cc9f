// Words alone make no verdict better: edits of tools that say less, or call things by another name, tried at
// the tools of a retailer and of a B2B maker; and edits that mend something, which must.
#include <martech_audit/diff.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "document/document.h"
#include "support/catch.h"

namespace martech_audit::tests::cosmetics {
namespace {

using Json = nlohmann::json;

// Every so many tools an edit is tried, another one's first.
#ifdef MARTECH_AUDIT_SANITIZED
constexpr std::size_t stride = 31;
#else
constexpr std::size_t stride = 4;
#endif

constexpr Points rounding = 1000;

Json scalar(Node node) {
  std::string digits(node.text());
  std::erase(digits, '_');
  const bool is_word = digits == "true" || digits == "false" || digits == "null";
  const bool is_number = !digits.empty() && digits.find_first_not_of("0123456789.-") == digits.npos &&
                         std::ranges::count(digits, '-') == 0 && std::ranges::count(digits, '.') <= 1;
  return node.plain() && (is_word || is_number) ? Json::parse(digits) : Json(std::string(node.text()));
}

Json json_of(Node node) {
  if (node.is_null()) return nullptr;
  if (node.is_scalar()) return scalar(node);
  Json made = node.is_mapping() ? Json::object() : Json::array();
  for (const Node item : node) {
    if (node.is_mapping()) made[std::string(item.key())] = json_of(item);
    if (!node.is_mapping()) made.push_back(json_of(item));
  }
  return made;
}

Json stack_of(const char* path) {
  Diagnostics diagnostics;
  std::ifstream file(std::string(MARTECH_AUDIT_SOURCE_DIR) + "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  const auto document = read_document(std::make_shared<const Source>(path, text.str()), diagnostics);
  REQUIRE(document);
  return json_of(document->root());
}

AuditOptions options() {
  using namespace std::chrono_literals;
  AuditOptions options;
  options.as_of = 2026y / 11 / 23;
  // Optional rules do not apply where their figures are missing (docs/score.md).
  for (const char* rule : {"feature-underuse", "consumption-over-committed", "budget-exceeded",
                           "objective-overdue", "review-overdue"})
    options.rules.push_back({rule, false, {}, {}});
  return options;
}

DiffSide side_of(const Json& stack) {
  const auto source = std::make_shared<const Source>("stack.json", stack.dump(1));
  Diagnostics diagnostics;
  auto report = audit({source}, options(), diagnostics);
  INFO(render(diagnostics));
  REQUIRE(report);
  return {"stack.json", *std::move(report), {source}, options()};
}

ReportDiff compare(const Json& before, const Json& after) {
  Diagnostics diagnostics;
  auto made = diff(side_of(before), side_of(after), {}, diagnostics);
  REQUIRE(made);
  return *std::move(made);
}

bool is_high(const Finding& finding) { return finding.severity >= Severity::high; }

std::size_t count_high(const AuditReport& report) {
  return static_cast<std::size_t>(std::ranges::count_if(report.findings, is_high));
}

std::vector<std::string> fingerprints(const AuditReport& report) {
  std::vector<std::string> all;
  for (const Finding& finding : report.findings) all.emplace_back(finding.fingerprint_text());
  std::ranges::sort(all);
  return all;
}

// Serious findings that ended without a fix, or are less serious now because evidence was weakened.
std::size_t no_longer_shown(const ReportDiff& diff) {
  const auto ended = std::ranges::count_if(diff.ended, [](const EndedFinding& one) {
    return one.ending != Ending::fixed && is_high(*one.before);
  });
  const auto lower = std::ranges::count_if(*diff.lost_evidence, [](const std::string& line) {
    return line.ends_with("and its evidence was weakened");
  });
  return static_cast<std::size_t>(ended + lower);
}

Json& at(Json& tool, const char* path) {
  const Json::json_pointer pointer(path);
  Json& block = tool[pointer.parent_pointer()];
  if (!block.is_object() || block.contains("not_applicable")) block = Json::object();
  return block[pointer.back()];
}
bool has(const Json& tool, const char* path) { return tool.contains(Json::json_pointer(path)); }

using Change = std::function<bool(Json& tool)>;  // false: there is nothing to change

Change set(const char* path, const Json& value) {
  return [=](Json& tool) {
    at(tool, path) = value;
    return true;
  };
}
// Only where something stands there.
Change replace(const char* path, const Json& value) {
  return [=](Json& tool) { return has(tool, path) && (at(tool, path) = value, true); };
}
Change remove(const char* path) {
  return [=](Json& tool) {
    const Json::json_pointer pointer(path);
    return has(tool, path) && tool.at(pointer.parent_pointer()).erase(pointer.back()) == 1;
  };
}
Change mark(const char* path) { return replace(path, {{"not_applicable", "we have no need of it"}}); }

// A link that says how.
Json told(const char* objective) { return {{"id", objective}, {"how", "answers what buyers ask first"}}; }

struct Edit {
  const char* name;
  Change change;
};

const Json vague = {{"before", "2026-11-20"}};
const Json stretch = {{"kind", "it is part of all that we run"},
                      {"pricing.metrics", "we pay one price for all"},
                      {"usage", "nobody has to sign in"}};

bool plan_the_rest(Json& tool) {
  if (!has(tool, "/seats/purchased") || !has(tool, "/usage/active")) return false;
  tool["seats"]["planned"] =
      std::max(tool["seats"]["purchased"].get<int>() - tool["usage"]["active"].get<int>(), 0);
  return true;
}

// Nothing that they say is worth a point.
std::vector<Edit> vaguer() {
  std::vector<Edit> edits{
      {"live before some day", set("/live_on", vague)},
      {"bought before some day", replace("/purchased_on", vague)},
      {"last activity before some day", replace("/usage/last_activity_on", vague)},
      {"a problem of no meaning", set("/problem", "tbd")},
      {"a problem that is a name", set("/problem", "A tool")},
      {"a season that nothing shows", set("/usage/seasonal", true)},
      {"seats planned for ever", replace("/seats/planned", 10000)},
      {"as many planned as are idle", plan_the_rest},
      {"no users, by a mark", mark("/usage")},
      {"no count, by a mark", mark("/usage/active")},
      {"no seats, by a mark", mark("/seats")},
      {"no price, by a mark", mark("/pricing")},
      {"no metrics, by a mark", mark("/pricing/metrics")},
      {"no purchase day", remove("/purchased_on")},
      {"no go-live day", remove("/live_on")},
      {"no owner", remove("/owner")},
      {"no users known", remove("/usage/active")},
      {"no history", remove("/usage/history")},
      {"no notice period", remove("/contract/notice_days")},
      {"no word on renewal", remove("/contract/auto_renews")},
      {"a vendor that says nothing", replace("/vendor", "tbd")},
      {"units without a day", set("/consumption/consumed", 1)},
      {"an empty history", replace("/usage/history", Json::array())},
  };
  for (const char* metrics : {"flat", "other"})
    edits.push_back({"priced by something else", [=](Json& tool) {
                       return has(tool, "/seats/purchased") && set("/pricing/metrics", Json{metrics})(tool);
                     }});
  return edits;
}

// Another name for the same thing, which a reason or a contradiction may or may not stand by.
std::vector<Edit> relabelled() {
  std::vector<Edit> edits{{"optional", set("/criticality", "optional")},
                          {"without a category", remove("/category")},
                          {"priced by contacts", replace("/pricing/metrics", {"contact"})},
                          {"run by an agency", set("/operated_by", "agency")},
                          {"inherited", set("/purchase_channel", "inherited")},
                          {"no skills needed", set("/skills_needed", Json::object())},
                          {"without personal data", set("/data/personal", false)},
                          {"billed by use", replace("/contract/billing", "usage")},
                          {"bound to all seats", [](Json& tool) {
                             return has(tool, "/seats/purchased") &&
                                    set("/seats/contract_minimum", tool["seats"]["purchased"])(tool);
                           }}};
  for (const char* status : {"evaluating", "pilot", "implementing", "retiring", "retired"})
    edits.push_back({status, set("/status", status)});
  for (const char* kind : {"infrastructure", "security", "compliance", "integration"}) {
    edits.push_back({kind, set("/kind", kind)});
    edits.push_back({kind, [=](Json& tool) {
                       tool["because"] = stretch;
                       return set("/kind", kind)(tool);
                     }});
  }
  return edits;
}

void check_edit(const Json& stack, const AuditReport& before, const Edit& edit, std::size_t tool,
                bool may_move_gap) {
  Json edited = stack;
  if (!edit.change(edited["tools"][tool]) || edited == stack) return;
  INFO(edit.name << ": " << stack["tools"][tool]["id"]);
  const AuditReport after = side_of(edited).report;
  if (!may_move_gap) CHECK(after.score.gap() + rounding >= before.score.gap());
  const auto was = fingerprints(before), is = fingerprints(after);
  if (std::ranges::includes(is, was) && count_high(after) >= count_high(before)) return;
  const ReportDiff diff = compare(stack, edited);
  for (const EndedFinding& ended : diff.ended) {
    INFO(diff.before.rules[ended.before->rule].id << " on " << ended.before->entity.id);
    CHECK(ended.ending != Ending::fixed);
  }
  CHECK(count_high(diff.after) + no_longer_shown(diff) >= count_high(before));
  CHECK_FALSE(diff.lost_evidence->empty());
}

void check_edits(const char* path, const std::vector<Edit>& edits, bool may_move_gap) {
  const Json stack = stack_of(path);
  const AuditReport before = side_of(stack).report;
  for (std::size_t number = 0; number < edits.size(); ++number) {
    for (std::size_t tool = number % stride; tool < stack["tools"].size(); tool += stride)
      check_edit(stack, before, edits[number], tool, may_move_gap);
  }
}

constexpr const char* retailer = "examples/retailer/inventory.yaml";
constexpr const char* b2b = "tests/stacks/b2b.yaml";

Json& tool_of(Json& stack, const char* id) {
  for (Json& tool : stack["tools"]) {
    if (tool["id"] == id) return tool;
  }
  throw std::invalid_argument(id);
}

struct Improvement {
  const char* tool;
  const char* rule;
  Change change;
};

void check_improvements(const char* path, const std::vector<Improvement>& improvements) {
  const Json stack = stack_of(path);
  for (const Improvement& improvement : improvements) {
    INFO(improvement.rule << " of " << improvement.tool);
    Json better = stack;
    REQUIRE(improvement.change(tool_of(better, improvement.tool)));
    const ReportDiff diff = compare(stack, better);
    CHECK(diff.after.score.gap() < diff.before.score.gap());
    CHECK(std::ranges::any_of(diff.ended, [&](const EndedFinding& ended) {
      return ended.ending == Ending::fixed && ended.before->entity.id == improvement.tool &&
             diff.before.rules[ended.before->rule].id == improvement.rule;
    }));
  }
}

bool order_fewer_seats(Json& tool) {
  const double paid = tool["cost"]["amount"].get<double>() / tool["seats"]["purchased"].get<double>();
  const int needed = tool["usage"]["active"].get<int>() + 2;
  tool["seats"] = {{"purchased", needed}, {"assigned", needed}};
  tool["cost"]["amount"] = paid * needed;
  return true;
}

TEST_CASE("property: saying less improves no verdict on a retailer") {
  check_edits(retailer, vaguer(), false);
}

TEST_CASE("property: saying less improves no verdict on a B2B stack") { check_edits(b2b, vaguer(), false); }

TEST_CASE("property: another label fixes nothing at a retailer") {
  check_edits(retailer, relabelled(), true);
}

TEST_CASE("property: another label fixes nothing in a B2B stack") { check_edits(b2b, relabelled(), true); }

// KPIs of objectives that the tool does not serve.
std::vector<Edit> foreign_kpis(
    std::initializer_list<std::pair<const char*, const char*>> kpis_of_objectives) {
  std::vector<Edit> edits;
  for (const auto& [kpi, objective] : kpis_of_objectives) {
    edits.push_back({kpi, [kpi = kpi, objective = objective](Json& tool) {
                       if (has(tool, "/kpis") || !has(tool, "/objectives")) return false;
                       for (const Json& link : tool["objectives"]) {
                         if (link == objective) return false;
                       }
                       tool["kpis"] = {kpi};
                       return true;
                     }});
  }
  return edits;
}

TEST_CASE("property: a KPI of other objectives improves no verdict") {
  check_edits(retailer, foreign_kpis({{"repeat-rate", "repeat-purchase"}, {"pickup-share", "shop-pickup"}}),
              false);
}

TEST_CASE("a link without a reason ends findings by a claim, and not by a fix") {
  const Json stack = stack_of(retailer);
  Json linked = stack;
  tool_of(linked, "zendesk")["kpis"] = {"repeat-rate"};
  tool_of(linked, "persado")["objectives"] = {"repeat-purchase"};
  const ReportDiff diff = compare(stack, linked);
  CHECK(std::ranges::count(diff.ended, Ending::claimed, &EndedFinding::ending) >= 2);
  for (const EndedFinding& ended : diff.ended) CHECK(ended.ending != Ending::fixed);
  CHECK(diff.unproven_claims->size() == 2);
}

TEST_CASE("what is really mended at a retailer is fixed") {
  check_improvements(retailer, {{"qualtrics", "tool-without-objective",
                                 set("/objectives", {"nordic-launch", told("brand-community")})},
                                {"hootsuite", "ownerless-tool", set("/owner", "sofia")},
                                {"surveymonkey", "uncapped-uplift", set("/contract/uplift_cap_percent", 4)}});
}

TEST_CASE("what is really mended in a B2B stack is fixed") {
  check_improvements(b2b,
                     {{"gong", "unused-licences", order_fewer_seats},
                      {"drift", "tool-without-objective", set("/objectives", {"apac", told("pipeline")})},
                      {"hubspot", "ownerless-tool", set("/owner", "brand")},
                      {"gong", "privacy-basics-missing", set("/data/processing_agreement", true)},
                      {"lavender", "ai-without-purpose", [](Json& tool) {
                         tool["data"]["consent_basis"] = "legitimate-interests";
                         tool["ai"]["autonomous"] = false;
                         return set("/ai/purpose", "Drafts first replies to prospects")(tool);
                       }}});
}

}  // namespace
}  // namespace martech_audit::tests::cosmetics

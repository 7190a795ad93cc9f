// What the score promises (the design's properties of the gap score), from the inventory's text to the
// report, on generated inventories and with every built-in rule.
#include <martech_audit/audit.h>
#include <martech_audit/reporter.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "stacks.h"
#include "support/catch.h"
#include "support/sample.h"

namespace martech_audit::test {
namespace {

// Fields whose deletion is a statement rather than silence, so that the gap may fall; docs/score.md tells
// users.
constexpr std::array<std::string_view, 17> statements{
    "/initiatives/*/decision",          // without a decision a pilot is still running
    "/people",                          // without the list nobody is known to have left
    "/people/*/left_on",                // who has no last day is still there
    "/tools/*/capabilities/*/primary",  // without the mark the capability is a lesser one beside marked ones
    "/tools/*/status",               // without a status a tool is active, and is judged where it was spared
    "/organisation/exchange_rates",  // part of costs
    "/tools/*/category",             // without a category nothing speaks against the labels of a tool
    "/tools/*/criticality",  // decides, with users, cost and contract, which of two duplicates should go,
    "/tools/*/usage",        // and another one is of another cost
    "/tools/*/usage/active",
    "/tools/*/contract",
    "/tools/*/contract/ends",  // the end then follows from start and term, and the term from both
    "/tools/*/contract/term_months",
    "/tools/*/kind",                  // without a kind a tool is a business tool, and follows no others
    "/tools/*/skills_needed/design",  // a skill that a tool does not name it does not take
    "/tools/*/skills_needed/email",
    "/tools/*/skills_needed/sql",
};

// Rules that hold something against the whole: with everything there twice, shares, counts and the purchases
// of a year are others, a vendor's payments fit several tools, a subject has two records, one person decides
// no longer alone, a tool that does not say where it sends may do so on the copy's channels too, and there
// are as many teams again for the same headcount. Copies are rows of the same contracts, whose seats are one
// sum.
constexpr std::array<std::string_view, 11> wholes{
    "big-bang-rollout",       "bought-off-roadmap", "conflicting-senders",
    "disparate-databases",    "ledger-mismatch",    "marketing5-coverage",
    "no-bridging-executive",  "stack-only-grows",   "strategy-trails-technology",
    "subgroup-fragmentation", "unused-licences"};

constexpr Points rounding = 1000;  // one billionth of a point for each of some hundred pairs

AuditOptions options() {
  using namespace std::chrono_literals;
  AuditOptions options;
  options.as_of = 2026y / 11 / 23;
  // Optional: rules.md leaves such rules out of the property on deletion.
  for (const char* rule : {"feature-underuse", "status-contradicted", "consumption-over-committed",
                           "budget-exceeded", "objective-overdue", "review-overdue"})
    options.rules.push_back({rule, false, {}, {}});
  return options;
}

std::optional<AuditReport> try_audit(const Json& stack) {
  Diagnostics diagnostics;
  return audit({std::make_shared<const Source>("stack.json", stack.dump(1))}, options(), diagnostics);
}

AuditReport audit_of(const std::vector<SourcePtr>& sources) {
  Diagnostics diagnostics;
  auto report = audit(sources, options(), diagnostics);
  INFO(render(diagnostics));
  REQUIRE(report);
  return *std::move(report);
}

AuditReport audit_of(const Json& stack) {
  return audit_of({std::make_shared<const Source>("stack.json", stack.dump(1))});
}

std::string written(const AuditReport& report, std::string_view format) {
  std::string text;
  find_reporter(format)->write(report, {.verbose = true}, [&](std::string_view bytes) { text += bytes; });
  return text;
}

template <class Check>
void for_each_stack(std::uint32_t count, Check check) {
  constexpr std::array<std::size_t, 3> sizes{4, 12, 60};
  for (std::uint32_t seed = 0; seed < sample_of(count); ++seed) {
    INFO("seed " << seed);
    check(make_stack(seed, sizes[seed % sizes.size()]), Dice(seed + 1'000'000));
  }
}

void collect_fields(const Json& value, const std::string& at, std::vector<std::string>& fields) {
  if (!value.is_structured()) return;
  for (const auto& [key, item] : value.items()) {
    if (value.is_object()) fields.push_back(at + "/" + key);
    collect_fields(item, at + "/" + key, fields);
  }
}

// "/tools/3/status" → "/tools/*/status".
std::string shape_of_path(const std::string& field) {
  std::string shape;
  for (const char c : field) {
    const bool is_number = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (is_number && shape.ends_with("/*")) continue;
    shape += is_number && shape.ends_with('/') ? '*' : c;
  }
  return shape;
}

// Costs move exposures, and "free" is one.
bool is_cost(const Json& stack, const std::string& field) {
  const std::string shape = shape_of_path(field);
  if (shape.starts_with("/tools/*/cost")) return true;
  return shape.starts_with("/tools/*/pricing") &&
         stack.at(Json::json_pointer(field)).dump().find("free") != std::string::npos;
}

bool is_statement(const std::string& field) {
  return std::ranges::find(statements, shape_of_path(field)) != statements.end();
}

// Payments tell of trouble, and a vendor whose they are: without them no price increase shows.
bool is_payment(const std::string& field) {
  const std::string shape = shape_of_path(field);
  return shape.starts_with("/ledger") || shape == "/tools/*/vendor";
}

bool names_no_seat(const Json& tool) {
  const auto metrics = Json::json_pointer("/pricing/metrics");
  return tool.contains(metrics) && tool.at(metrics).dump().find("\"seat\"") == std::string::npos;
}

// What speaks against a label, against a status or tells who has left: without it they are believed, as
// statements of trouble are that nobody makes. `diff` lists what was lost.
bool speaks_against(const Json& stack, const std::string& field) {
  const std::string shape = shape_of_path(field);
  const std::size_t item = field.find('/', field.find('/', 1) + 1);
  if (item == field.npos) return false;
  const Json& entity = stack.at(Json::json_pointer(field.substr(0, item)));
  if (shape == "/people/*/team") return entity.contains("left_on");
  if (shape.starts_with("/tools/*/seats")) return names_no_seat(entity);
  if (shape == "/tools/*/data/consent_basis") return entity["data"].value("personal", true) == false;
  const std::string status = entity.is_object() ? entity.value("status", "") : "";
  if (!shape.starts_with("/tools/*/") || status.empty() || status == "active") return false;
  return std::ranges::any_of(std::array{"contract", "usage", "retired_on", "purchased_on", "live_on"},
                             [&](const char* key) { return shape.find(key) == 9; });
}

Json without(const Json& stack, const std::string& field) {
  Json rest = stack;
  const Json::json_pointer at(field);
  rest.at(at.parent_pointer()).erase(at.back());
  return rest;
}

void sort_items(Json& list) { std::sort(list.begin(), list.end()); }

// What may differ where only places do.
void forget_places(Json& report) {
  if (!report.is_structured()) return;
  if (report.is_object()) {
    for (const char* place : {"location", "sha256", "digest"}) report.erase(place);
  }
  for (Json& item : report) forget_places(item);
  if (report.is_object() && report.contains("diagnostics")) sort_items(report["diagnostics"]);
}

std::string without_places(const AuditReport& report) {
  Json json = Json::parse(written(report, "json"));
  forget_places(json);
  // Of more warnings than are kept, the first ones by place are.
  if (json["diagnostics_left_out"]["warnings"] != 0) json.erase("diagnostics");
  return json.dump(1);
}

// Shows the first line that differs instead of two whole reports.
void check_same(const std::string& one, const std::string& other) {
  const auto [here, there] = std::ranges::mismatch(one, other);
  const auto line = [](const std::string& text, std::string::const_iterator at) {
    const auto offset = static_cast<std::size_t>(at - text.begin());
    const std::size_t begin = text.rfind('\n', offset == 0 ? 0 : offset - 1) + 1;
    return text.substr(begin, text.find('\n', offset) - begin);
  };
  INFO(line(one, here) << "\n" << line(other, there));
  CHECK(here == one.end());
  CHECK(there == other.end());
}

// Whoever the inventory knows; where it lists nobody, any name will do.
Json decider(const Json& stack) {
  for (const char* list : {"teams", "people"}) {
    if (stack.contains(list)) return stack[list][0]["id"];
  }
  return "Anna";
}

template <class Items>
Points sum_of_points(const Items& items) {
  Points sum = 0;
  for (const auto& item : items) sum += item.points;
  return sum;
}

std::map<std::string, double> rule_gaps(const AuditReport& report) {
  std::map<std::string, double> gaps;
  for (const RuleScore& rule : report.score.rules) {
    if (rule.exposure == 0) continue;
    gaps[report.rules[rule.rule].id] =
        static_cast<double>(rule.proven + rule.unproven) / static_cast<double>(rule.exposure);
  }
  return gaps;
}

}  // namespace

TEST_CASE("property: deleting a field never lowers the gap") {
  constexpr std::size_t most_fields = 120 / sample_step;
  for_each_stack(45, [](const Json& stack, Dice dice) {
    const Points gap = audit_of(stack).score.gap();
    std::vector<std::string> fields;
    collect_fields(stack, "", fields);
    for (const std::string& field : fields) {
      if (is_statement(field) || is_cost(stack, field) || is_payment(field) || speaks_against(stack, field))
        continue;
      if (dice.roll(fields.size()) >= most_fields) continue;
      const auto less = try_audit(without(stack, field));
      if (!less) continue;  // it was required, or something refers to it
      INFO("without " << field << ", which was " << stack.at(Json::json_pointer(field)).dump());
      CHECK(less->score.gap() + rounding >= gap);
    }
  });
}

TEST_CASE("property: the order of entities changes nothing but places") {
  for_each_stack(45, [](const Json& stack, Dice dice) {
    check_same(without_places(audit_of(shuffled(stack, dice.fork()))), without_places(audit_of(stack)));
  });
}

TEST_CASE("property: the order of files changes nothing but their own list") {
  for_each_stack(15, [](const Json& stack, Dice) {
    Json people = Json::object();
    Json rest = stack;
    people["martech"] = 1;
    for (const char* list : {"teams", "people", "kpis", "objectives"}) {
      if (!stack.contains(list)) continue;
      people[list] = stack[list];
      rest.erase(list);
    }
    const auto first = std::make_shared<const Source>("a.json", rest.dump(1));
    const auto second = std::make_shared<const Source>("b.json", people.dump(1));
    const auto report = [](const std::vector<SourcePtr>& sources) {
      Json json = Json::parse(written(audit_of(sources), "json"));
      sort_items(json["inputs"]);
      json.erase("digest");
      return json.dump(1);
    };
    check_same(report({first, second}), report({second, first}));
  });
}

TEST_CASE("property: the same bytes twice give the same report") {
  for_each_stack(10, [](const Json& stack, Dice) {
    for (const char* format : {"json", "text"}) {
      check_same(written(audit_of(stack), format), written(audit_of(stack), format));
    }
  });
}

TEST_CASE("property: the gap lies within 0 and 100, and its parts add up to it exactly") {
  for_each_stack(90, [](const Json& stack, Dice) {
    const AuditReport report = audit_of(stack);
    const Score& score = report.score;
    CHECK(score.gap() >= 0);
    CHECK(score.gap() <= score.exposure);
    CHECK(score.exposure == 100 * points_per_point);
    CHECK(sum_of_points(report.findings) + sum_of_points(report.waived) +
              sum_of_points(report.evidence_missing) + score.unattributed ==
          score.gap());
    Points rules = score.unattributed;
    for (const RuleScore& rule : score.rules) rules += rule.proven + rule.unproven + rule.money;
    CHECK(rules == score.gap());
    Points dimensions = score.unattributed;
    for (const DimensionScore& dimension : score.dimensions) dimensions += dimension.points();
    CHECK(dimensions == score.gap());
  });
}

TEST_CASE("property: the waterfall grants no tool more than it costs, nor all of them more than the spend") {
  for_each_stack(90, [](const Json& stack, Dice) {
    const AuditReport report = audit_of(stack);
    std::int64_t waste = 0;
    for (const ToolRow& tool : report.tools) {
      CHECK(tool.waste.minor >= 0);
      CHECK(tool.waste.minor <= tool.yearly_spend);
      waste += tool.waste.minor;
    }
    CHECK(waste == (report.money.recoverable.proven ? report.money.recoverable.proven->minor : 0));
    if (!report.waterfall) return;
    std::int64_t spend =
        report.waterfall->unlisted + report.waterfall->unassigned + report.waterfall->unaccounted;
    for (const ToolRow& tool : report.tools) spend += tool.spend.total();
    CHECK(spend == report.waterfall->all.total());
    CHECK(waste <= report.waterfall->all.total());
    if (report.off_strategy) {
      CHECK(report.off_strategy->total == *report.money.total_cost);
      CHECK(report.off_strategy->off.minor <= report.off_strategy->total.minor);
    }
    CHECK(report.spend_by_objective.has_value() == report.off_strategy.has_value());
    if (report.spend_by_objective) {
      std::int64_t by_objective = 0;
      for (const ObjectiveSpend& row : *report.spend_by_objective) by_objective += row.annual_cost.minor;
      CHECK(by_objective == report.money.total_cost->minor);
    }
    std::int64_t by_category = 0;
    for (const SpendRow& row : report.spend_by_category) by_category += row.annual_cost.minor;
    CHECK(by_category == (report.money.total_cost ? report.money.total_cost->minor : 0));
  });
}

TEST_CASE("property: an inventory and a renamed copy of it have the same gaps by rule") {
  for_each_stack(30, [](const Json& stack, Dice) {
    const auto once = rule_gaps(audit_of(stack));
    const auto twice = rule_gaps(audit_of(doubled(stack)));
    for (const auto& [rule, gap] : once) {
      if (std::ranges::find(wholes, rule) != wholes.end()) continue;
      INFO(rule);
      CHECK(twice.at(rule) == Approx(gap).margin(1e-7));
    }
  });
}

TEST_CASE("property: a waiver moves neither the score nor the money") {
  for_each_stack(45, [](const Json& stack, Dice dice) {
    const AuditReport before = audit_of(stack);
    if (before.findings.empty()) return;
    const Finding& finding = before.findings[dice.roll(before.findings.size())];
    if (finding.entity.kind != EntityKind::tool) return;
    Json waived = stack;
    waived["waivers"] = {{{"rule", before.rules[finding.rule].id},
                          {"entity", finding.entity.id},
                          {"reason", "decided"},
                          {"owner", decider(stack)},
                          {"expires", "2027-06-30"}}};
    const AuditReport after = audit_of(waived);
    REQUIRE(after.waived.size() == 1);
    CHECK(after.findings.size() + 1 == before.findings.size());
    CHECK(after.score.gap() == before.score.gap());
    CHECK(after.score.gap_points == before.score.gap_points);
    CHECK(after.money.recoverable == before.money.recoverable);
    CHECK(after.money.exposed == before.money.exposed);
    CHECK(after.money.at_risk == before.money.at_risk);
    CHECK(after.money.waived.minor == after.waived[0].waste());
  });
}

TEST_CASE("property: what a severity is called never moves the score") {
  for_each_stack(15, [](const Json& stack, Dice) {
    const auto source = std::make_shared<const Source>("stack.json", stack.dump(1));
    AuditOptions louder = options();
    louder.rules.push_back({"ownerless-tool", {}, Severity::low, 30});
    Diagnostics diagnostics;
    const auto report = audit({source}, louder, diagnostics);
    REQUIRE(report);
    CHECK(report->score.gap() == audit_of(stack).score.gap());
  });
}

}  // namespace martech_audit::test

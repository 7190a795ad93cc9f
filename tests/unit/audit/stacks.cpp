#include "stacks.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace martech_audit::test {
namespace {

constexpr std::array<std::string_view, 6> functions{"marketing", "it", "data", "sales", "service", "product"};
constexpr std::array<std::string_view, 5> departments{"Marketing", "IT", "Sales", "Service", "Digital"};
constexpr std::array<std::string_view, 14> categories{"crm",
                                                      "cdp",
                                                      "dam",
                                                      "cms",
                                                      "seo",
                                                      "web-analytics",
                                                      "project-management",
                                                      "social-media-management",
                                                      "dashboards",
                                                      "email-marketing",
                                                      "marketing-automation",
                                                      "ecommerce-platform",
                                                      "search-advertising",
                                                      "data-warehouse"};
constexpr std::array<std::string_view, 5> integration_kinds{"native", "api", "ipaas", "file", "manual"};
constexpr std::array<std::string_view, 4> vendors{"Acme", "Globex", "Initech", "Umbrella"};
constexpr std::array<std::string_view, 3> regions{"EU", "US", "APAC"};

std::string day(Dice& dice, int first_year, int last_year) {
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(dice.between(first_year, last_year)) + "-" + two(dice.between(1, 12)) + "-" +
         two(dice.between(1, 28));
}

// Not after the day that stacks are judged at.
std::string past_day(Dice& dice, int first_year, int last_year) {
  return std::min(day(dice, first_year, last_year), std::string("2026-11-23"));
}

// How complete the inventory is, what it refers to, and the blocks it is made of.
class StackMaker {
 public:
  StackMaker(std::uint32_t seed, std::size_t most_tools)
      : dice_(seed), given_(dice_.one_of(std::array<std::size_t, 4>{55, 75, 90, 98})) {
    ids_["tools"] = names("t", 1 + dice_.roll(most_tools));
    for (const auto& [list, most] : {std::pair{"objectives", 5},
                                     {"kpis", 4},
                                     {"teams", 5},
                                     {"people", 6},
                                     {"capabilities", 7},
                                     {"processes", 3},
                                     {"channels", 3},
                                     {"datasets", 6}}) {
      if (dice_.chance(85))
        ids_[list] = names(std::string(list, 1) + "-", 1 + dice_.roll(static_cast<std::size_t>(most)));
    }
  }

  Json whole() {
    Json stack{{"martech", 1},
               {"organisation",
                {{"name", "Acme"}, {"currency", "EUR"}, {"exchange_rates", {{"USD", {{"rate", 0.92}}}}}}}};
    add(stack, "teams", &StackMaker::team);
    add(stack, "people", &StackMaker::person);
    add(stack, "kpis", &StackMaker::kpi);
    add(stack, "objectives", &StackMaker::objective);
    add(stack, "capabilities", &StackMaker::capability);
    add(stack, "processes", &StackMaker::process);
    add(stack, "channels", &StackMaker::channel);
    add(stack, "tools", &StackMaker::tool);
    add(stack, "datasets", &StackMaker::dataset);
    if (dice_.chance(80)) stack["integrations"] = integrations();
    if (dice_.chance(50)) stack["initiatives"] = numbered("pilot", 3, &StackMaker::initiative);
    if (dice_.chance(60)) stack["strategy"] = strategy();
    if (dice_.chance(60)) stack["budgets"] = budgets();
    if (dice_.chance(60)) stack["forums"] = numbered("forum", 2, &StackMaker::forum);
    if (dice_.chance(60)) stack["trainings"] = numbered("course", 4, &StackMaker::training);
    if (dice_.chance(60)) stack["ledger"] = ledger();
    if (dice_.chance(50)) stack["organisation"]["size"] = dice_.chance(50) ? "small" : "mid";
    return stack;
  }

 private:
  using Make = Json (StackMaker::*)(const std::string& id);

  static std::vector<std::string> names(const std::string& prefix, std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) names.push_back(prefix + std::to_string(i));
    return names;
  }

  void add(Json& stack, const std::string& list, Make of) {
    if (!ids_.contains(list)) return;
    stack[list] = Json::array();
    for (const std::string& id : ids_[list]) stack[list].push_back((this->*of)(id));
  }

  Json numbered(const std::string& prefix, std::size_t most, Make of) {
    Json items = Json::array();
    for (const std::string& id : names(prefix, 1 + dice_.roll(most))) items.push_back((this->*of)(id));
    return items;
  }

  bool given() { return dice_.chance(given_); }

  // Sets the field where the inventory has it.
  template <class Value>
  void field(Json& of, const char* name, Value value) {
    if (given()) of[name] = std::move(value);
  }

  // One or a few of the ids of a list, if there is such a list.
  void link(Json& of, const char* name, const std::string& list) {
    if (ids_.contains(list) && given()) of[name] = dice_.one_of(ids_[list]);
  }
  void links(Json& of, const char* name, const std::string& list, std::size_t most = 2) {
    if (!ids_.contains(list) || !given()) return;
    of[name] = Json::array();
    for (const std::string& id : some(list, most)) of[name].push_back(id);
  }
  std::vector<std::string> some(const std::string& list, std::size_t most) {
    const auto& all = ids_[list];
    std::vector<std::string> chosen;
    const std::size_t first = dice_.roll(all.size());
    const std::size_t count = std::min(all.size(), 1 + dice_.roll(most));
    for (std::size_t i = 0; i < count; ++i) {
      chosen.push_back(all[(first + i) % all.size()]);
    }
    return chosen;
  }

  void owner(Json& of, const char* name) {
    const bool by_person = dice_.chance(60);
    if (ids_.contains("people") && (by_person || !ids_.contains("teams"))) return link(of, name, "people");
    if (ids_.contains("teams")) return link(of, name, "teams");
    field(of, name, dice_.chance(50) ? "Anna" : "Jonas");
  }

  Json team(const std::string& id) {
    Json team{{"id", id}};
    field(team, "function", dice_.one_of(functions));
    field(team, "department", dice_.one_of(departments));
    return team;
  }

  Json person(const std::string& id) {
    Json person{{"id", id}};
    link(person, "team", "teams");
    if (given()) person["skills"] = levels(4);
    if (dice_.chance(40)) person["authority"] = {dice_.one_of(functions), dice_.one_of(functions)};
    if (dice_.chance(15)) person["left_on"] = day(dice_, 2025, 2026);
    return person;
  }

  Json levels(std::int64_t most) {
    Json levels = Json::object();
    for (const char* skill : {"sql", "email", "design"}) {
      if (dice_.chance(50)) levels[skill] = dice_.between(0, most);
    }
    return levels;
  }

  Json process(const std::string& id) {
    Json process{{"id", id}};
    owner(process, "owner");
    return process;
  }

  Json forum(const std::string& id) {
    Json forum{{"id", id}};
    links(forum, "teams", "teams", 3);
    field(forum, "last_held_on", past_day(dice_, 2026, 2026));
    return forum;
  }

  Json training(const std::string& id) {
    Json training{{"id", id}};
    field(training, "topics", dice_.chance(50) ? "data analysis" : "customer journeys");
    if (training.contains("topics")) training["topics"] = Json::array({training["topics"]});
    link(training, "audience", "teams");
    links(training, "tools", "tools");
    field(training, "held_on", past_day(dice_, 2025, 2026));
    field(training, "status", dice_.chance(80) ? "completed" : "planned");
    return training;
  }

  Json period(std::int64_t year) {
    const std::string in = std::to_string(year);
    Json period = Json::object();
    field(period, "starts", in + (dice_.chance(70) ? "-01-01" : "-10-01"));
    field(period, "ends", in + "-12-31");
    return period;
  }

  Json budgets() {
    Json items = Json::array();
    for (const char* kind : {"total", "total", "media", "reserve", "reserve"}) {
      if (dice_.chance(30)) continue;
      Json item{{"id", "budget" + std::to_string(items.size())},
                {"period", period(dice_.between(2025, 2027))}};
      field(item, "kind", kind);
      field(item, "amount", dice_.between(0, kind == std::string_view("reserve") ? 100 : 1000));
      if (dice_.chance(40)) item["review_days"] = dice_.one_of(std::array{30, 90, 180});
      items.push_back(item);
    }
    return items;
  }

  // Of a tool that names its vendor the same one.
  Json ledger() {
    Json items = Json::array();
    for (std::size_t left = dice_.roll(2 * ids_["tools"].size()); left > 0; --left) {
      Json item{{"period", period(dice_.between(2025, 2026))}};
      field(item, "amount", dice_.between(0, 150) * 1000);
      if (dice_.chance(15)) {
        field(item, "vendor", "Hooli");
      } else {
        const std::string tool = dice_.one_of(ids_["tools"]);
        if (dice_.chance(80)) item["tool"] = tool;
        if (const auto sold = vendors_.find(tool); sold != vendors_.end())
          field(item, "vendor", sold->second);
      }
      items.push_back(item);
    }
    return items;
  }

  Json strategy() {
    Json strategy = Json::object();
    field(strategy, "roadmap", numbered("item", 3, &StackMaker::roadmap_item));
    field(strategy, "reviewed_on", past_day(dice_, 2025, 2026));
    return strategy;
  }

  Json kpi(const std::string& id) {
    Json kpi{{"id", id}};
    field(kpi, "unit", "percent");
    field(kpi, "baseline", 10);
    field(kpi, "target", 20);
    link(kpi, "source", "tools");
    field(kpi, "measured_on", past_day(dice_, 2026, 2026));
    return kpi;
  }

  Json objective(const std::string& id) {
    Json objective{{"id", id}, {"title", "Objective " + id}};
    field(objective, "priority", dice_.between(1, 3));
    field(objective, "status", dice_.chance(75) ? "active" : dice_.chance(50) ? "closed" : "planned");
    owner(objective, "owner");
    links(objective, "kpis", "kpis");
    links(objective, "requires", "capabilities", 3);
    if (dice_.chance(10)) objective["needs_technology"] = false;
    return objective;
  }

  Json capability(const std::string& id) {
    Json capability{{"id", id}};
    if (dice_.chance(50)) link(capability, "objective", "objectives");
    return capability;
  }

  Json channel(const std::string& id) {
    Json channel{{"id", id}};
    field(channel, "kind", dice_.chance(70) ? "online" : "offline");
    field(channel, "in_use", dice_.chance(85));
    links(channel, "tools", "tools", 5);
    return channel;
  }

  // Says of its tool what the tool says of itself.
  Json dataset(const std::string& id) {
    Json dataset{{"id", id}};
    const std::string tool = dice_.one_of(ids_["tools"]);
    field(dataset, "tool", tool);
    field(dataset, "subject", personal_[tool] && dice_.chance(70) ? "customer" : "product");
    field(dataset, "personal", personal_[tool]);
    field(dataset, "record_of", dice_.chance(50));
    field(dataset, "collected", dice_.chance(80));
    if (dice_.chance(60)) field(dataset, "decisions", Json{"offers"});
    if (dice_.chance(80)) links(dataset, "accessible_to", "teams", 3);
    return dataset;
  }

  Json integrations() {
    Json items = Json::array();
    const auto& tools = ids_["tools"];
    const std::size_t count = dice_.roll(2 * tools.size());
    for (std::size_t i = 0; i < count; ++i) {
      const std::string from = dice_.one_of(tools);
      const std::string to = dice_.one_of(tools);
      if (from == to) continue;
      Json item{{"id", "i" + std::to_string(i)}, {"from", from}, {"to", to}};
      field(item, "status", dice_.chance(75) ? "active" : dice_.chance(50) ? "broken" : "planned");
      field(item, "kind", dice_.one_of(integration_kinds));
      field(item, "direction", dice_.chance(50) ? "both" : "one-way");
      field(item, "last_success_on", dice_.chance(70) ? "2026-11-20" : past_day(dice_, 2026, 2026));
      if (dice_.chance(80)) owner(item, "owner");
      items.push_back(item);
    }
    return items;
  }

  Json initiative(const std::string& id) {
    Json initiative{{"id", id}};
    field(initiative, "kind", dice_.chance(80) ? "pilot" : "rollout");
    link(initiative, "tool", "tools");
    const std::string starts = day(dice_, 2025, 2026);
    field(initiative, "starts", starts);
    field(initiative, "decide_by", std::max(starts, day(dice_, 2026, 2027)));
    if (dice_.chance(70)) field(initiative, "success_criteria", Json{"more orders"});
    if (dice_.chance(30)) field(initiative, "audience_share", dice_.chance(50) ? 0.1 : 0.9);
    if (dice_.chance(30)) field(initiative, "outcome", "more orders");
    if (dice_.chance(40)) initiative["decision"] = dice_.chance(50) ? "stop" : "scale";
    return initiative;
  }

  Json roadmap_item(const std::string& id) {
    Json item{{"id", id}};
    links(item, "tools", "tools", 3);
    link(item, "objective", "objectives");
    field(item, "starts", day(dice_, 2024, 2026));
    field(item, "ends", day(dice_, 2027, 2028));
    if (dice_.chance(60)) {
      item["feasibility"] = Json::object();
      owner(item["feasibility"], "checked_by");
      field(item["feasibility"], "result", dice_.one_of(std::array{"feasible", "risky", "infeasible"}));
    }
    return item;
  }

  Json tool(const std::string& id) {
    Json tool{{"id", id}, {"name", "Tool " + id}};
    add_purpose(tool);
    add_people(tool);
    add_life(tool);
    add_use(tool);
    add_money(tool);
    personal_[id] = dice_.chance(50);
    if (given()) add_data(tool, personal_[id]);
    return tool;
  }

  void add_data(Json& tool, bool personal) {
    Json data{{"personal", personal}};
    if (dice_.chance(80)) field(data, "processing_agreement", dice_.chance(80));
    if (dice_.chance(80)) field(data, "consent_basis", "consent");
    tool["data"] = data;
    if (given()) tool["security"] = {{"sso", dice_.chance(60)}};
    Json ai{{"used", dice_.chance(40)}};
    if (dice_.chance(70)) field(ai, "purpose", "drafts");
    field(ai, "autonomous", dice_.chance(30));
    if (dice_.chance(70)) field(ai, "human_review", dice_.chance(70));
    if (given()) tool["ai"] = ai;
  }

  void add_purpose(Json& tool) {
    field(tool, "category",
          dice_.chance(35) ? std::string_view("email-marketing") : dice_.one_of(categories));
    field(tool, "vendor", dice_.one_of(vendors));
    if (tool.contains("vendor")) vendors_[tool["id"]] = tool["vendor"];
    if (dice_.chance(60)) link(tool, "process", "processes");
    if (dice_.chance(20)) {
      tool["kind"] = dice_.one_of(std::array{"infrastructure", "security", "compliance", "integration"});
      links(tool, "supports", dice_.chance(70) ? "tools" : "capabilities");
    }
    if (dice_.chance(75)) field(tool, "problem", "Something hurts");
    if (dice_.chance(85)) links(tool, "objectives", "objectives");
    links(tool, "kpis", "kpis");
    if (dice_.chance(50)) links(tool, "channels", "channels");
    if (given()) add_capabilities(tool);
    if (dice_.chance(25)) tool["scope"] = {{"regions", {dice_.one_of(regions)}}};
  }

  void add_capabilities(Json& tool) {
    if (!ids_.contains("capabilities")) return;
    tool["capabilities"] = Json::array();
    for (const std::string& id : some("capabilities", 2)) {
      tool["capabilities"].push_back(dice_.chance(30) ? Json{{"id", id}, {"primary", true}} : Json(id));
    }
  }

  void add_people(Json& tool) {
    owner(tool, "owner");
    owner(tool, "technical_owner");
    if (dice_.chance(50)) owner(tool, "backup_owner");
    links(tool, "user_teams", "teams", 3);
    if (given()) tool["skills_needed"] = levels(3);
    if (dice_.chance(10)) tool["operated_by"] = dice_.chance(50) ? "agency" : "internal";
    field(tool, "criticality", dice_.one_of(std::array{"critical", "important", "optional"}));
    field(tool, "purchase_channel", dice_.one_of(std::array{"procurement", "department", "expense", "free"}));
    if (dice_.chance(40)) tool["approved_by"] = {"it"};
  }

  void add_life(Json& tool) {
    if (dice_.chance(30)) {
      tool["status"] = dice_.one_of(std::array{"evaluating", "pilot", "implementing", "retiring", "retired"});
    } else {
      field(tool, "status", "active");
    }
    // Nothing is live, or under contract, before it was bought.
    const std::string purchased = day(dice_, 2020, 2026);
    field(tool, "purchased_on", purchased);
    if (dice_.chance(40)) {
      field(tool, "purchase_channel", dice_.one_of(std::array{"procurement", "expense", "inherited"}));
    }
    const std::string live = std::max(purchased, day(dice_, 2025, 2026));
    if (given()) tool["live_on"] = dice_.chance(20) ? Json{{"before", live}} : Json(live);
    if (tool.contains("status") && tool["status"] == "retired")
      field(tool, "retired_on", past_day(dice_, 2026, 2026));
    first_day_ = purchased;
  }

  void add_use(Json& tool) {
    const std::int64_t purchased = dice_.between(1, 200);
    const std::int64_t active = dice_.chance(10) ? 0 : dice_.between(0, purchased);
    Json seats = Json::object();
    field(seats, "purchased", purchased);
    if (dice_.chance(20)) seats["planned"] = dice_.between(0, 10);
    if (dice_.chance(20)) seats["contract_minimum"] = dice_.between(0, purchased);
    Json usage = Json::object();
    field(usage, "active", active);
    field(usage, "last_activity_on", past_day(dice_, 2026, 2026));
    field(usage, "measured_on", dice_.chance(80) ? "2026-11-02" : "2026-02-01");
    if (dice_.chance(10)) usage["seasonal"] = true;
    if (dice_.chance(70)) field(usage, "history", history(active));
    if (dice_.chance(20)) {
      usage["features_used"] = dice_.between(0, 20);
      usage["features_available"] = 20;
    }
    if (dice_.chance(60)) tool["seats"] = seats;
    if (given()) tool["usage"] = usage;
    if (dice_.chance(20)) tool["consumption"] = {{"committed", 100}, {"consumed", dice_.between(0, 120)}};
  }

  // Mostly more users than today.
  Json history(std::int64_t active) {
    Json counts = Json::array();
    for (const char* day : {"2026-05-04", "2026-08-03"}) {
      Json count = Json::object();
      field(count, "measured_on", day);
      field(count, "active", dice_.between(active / 2, active * 2));
      counts.push_back(count);
    }
    return counts;
  }

  void add_money(Json& tool) {
    const bool is_free = dice_.chance(8);
    if (is_free) {
      tool["pricing"] = {{"metrics", {"free"}}};
    } else if (given()) {
      tool["pricing"] = {{"metrics", {dice_.chance(60) ? "seat" : "flat"}}};
    }
    if (!is_free && dice_.chance(85)) {
      tool["cost"] = {{"amount", dice_.between(0, 150) * 1000 + dice_.between(0, 999)},
                      {"currency", dice_.chance(80) ? "EUR" : "USD"},
                      {"per", dice_.chance(80) ? "year" : "month"}};
    }
    if (is_free || !given()) return;
    Json contract = Json::object();
    field(contract, "starts", std::max(first_day_, day(dice_, 2024, 2025)));
    field(contract, "ends", std::max(first_day_, day(dice_, 2026, 2027)));
    field(contract, "term_months", dice_.one_of(std::array{1, 12, 12, 24, 36}));
    field(contract, "notice_days", dice_.one_of(std::array{30, 60, 90}));
    field(contract, "auto_renews", dice_.chance(75));
    if (dice_.chance(40)) contract["uplift_cap_percent"] = dice_.between(2, 9);
    if (dice_.chance(20)) contract["billing"] = dice_.one_of(std::array{"annual", "usage"});
    tool["contract"] = contract;
  }

  Dice dice_;
  std::size_t given_;  // percent
  std::map<std::string, std::vector<std::string>> ids_;
  std::map<std::string, bool> personal_;
  std::string first_day_;                       // of the tool at hand
  std::map<std::string, std::string> vendors_;  // of the tools that name one
};

void shuffle(Json& list, Dice& dice) {
  for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[dice.roll(i)]);
}

void shuffle_lists(Json& lists, Dice& dice) {
  for (Json& list : lists) {
    if (list.is_array()) shuffle(list, dice);
  }
}

// Every id gets a suffix, and with it whatever names it.
void rename(Json& value, const std::vector<std::string>& ids) {
  if (value.is_string()) {
    const auto text = value.get<std::string>();
    if (std::ranges::binary_search(ids, text)) value = text + "-copy";
  } else if (value.is_structured()) {
    for (Json& item : value) rename(item, ids);
  }
}

void collect_ids(const Json& value, std::vector<std::string>& ids) {
  if (!value.is_structured()) return;
  if (value.is_object() && value.contains("id")) ids.push_back(value["id"]);
  for (const Json& item : value) collect_ids(item, ids);
}

void append(Json& to, const Json& from) {
  for (const auto& [key, value] : from.items()) {
    if (value.is_array()) {
      for (const Json& item : value) to[key].push_back(item);
    } else if (key == "strategy") {
      append(to[key], value);
    }
  }
}

}  // namespace

Json make_stack(std::uint32_t seed, std::size_t most_tools) { return StackMaker(seed, most_tools).whole(); }

Json shuffled(const Json& stack, std::uint32_t seed) {
  Json other = stack;
  Dice dice(seed);
  shuffle_lists(other, dice);
  if (other.contains("strategy")) shuffle_lists(other["strategy"], dice);
  return other;
}

Json doubled(const Json& stack) {
  std::vector<std::string> ids;
  collect_ids(stack, ids);
  std::ranges::sort(ids);
  Json copy = stack;
  rename(copy, ids);
  Json both = stack;
  append(both, copy);
  return both;
}

}  // namespace martech_audit::test

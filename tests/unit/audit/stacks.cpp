#include "stacks.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace martech_audit::test {
namespace {

constexpr std::array<std::string_view, 6> functions{"marketing", "it", "data", "sales", "service", "product"};
constexpr std::array<std::string_view, 5> departments{"Marketing", "IT", "Sales", "Service", "Digital"};
constexpr std::array<std::string_view, 10> categories{"crm",
                                                      "cdp",
                                                      "dam",
                                                      "seo",
                                                      "web-analytics",
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
    add(stack, "channels", &StackMaker::channel);
    add(stack, "tools", &StackMaker::tool);
    add(stack, "datasets", &StackMaker::dataset);
    if (dice_.chance(80)) stack["integrations"] = integrations();
    if (dice_.chance(60)) stack["budgets"] = numbered("budget", 2, &StackMaker::budget);
    if (dice_.chance(50)) stack["initiatives"] = numbered("pilot", 3, &StackMaker::initiative);
    if (dice_.chance(60)) stack["strategy"] = {{"roadmap", numbered("item", 3, &StackMaker::roadmap_item)}};
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
    if (dice_.chance(15)) person["left_on"] = day(dice_, 2025, 2026);
    return person;
  }

  Json kpi(const std::string& id) {
    Json kpi{{"id", id}};
    field(kpi, "unit", "percent");
    field(kpi, "baseline", 10);
    field(kpi, "target", 20);
    link(kpi, "source", "tools");
    field(kpi, "measured_on", day(dice_, 2026, 2026));
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

  Json budget(const std::string& id) {
    Json budget{{"id", id}};
    field(budget, "kind", dice_.chance(50) ? "media" : "martech");
    field(budget, "amount", dice_.chance(80) ? 100'000 : 0);
    return budget;
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
    if (dice_.chance(60)) field(dataset, "decisions", Json{"whom to write to"});
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
      field(item, "last_success_on", dice_.chance(70) ? "2026-11-20" : day(dice_, 2026, 2026));
      if (dice_.chance(80)) owner(item, "owner");
      items.push_back(item);
    }
    return items;
  }

  Json initiative(const std::string& id) {
    Json initiative{{"id", id}, {"kind", "pilot"}};
    link(initiative, "tool", "tools");
    field(initiative, "decide_by", day(dice_, 2026, 2027));
    if (dice_.chance(40)) initiative["decision"] = dice_.chance(50) ? "stop" : "scale";
    return initiative;
  }

  Json roadmap_item(const std::string& id) {
    Json item{{"id", id}};
    links(item, "tools", "tools", 3);
    link(item, "objective", "objectives");
    field(item, "starts", day(dice_, 2024, 2026));
    field(item, "ends", day(dice_, 2027, 2028));
    return item;
  }

  Json tool(const std::string& id) {
    Json tool{{"id", id}, {"name", "Tool " + id}};
    add_purpose(tool);
    add_people(tool);
    add_life(tool);
    add_use(tool);
    add_money(tool);
    add_data(tool);
    return tool;
  }

  void add_data(Json& tool) {
    personal_[tool["id"]] = dice_.chance(50);
    if (!given()) return;
    tool["data"] = {{"personal", personal_[tool["id"]]}};
    field(tool["data"], "processing_agreement", dice_.chance(80));
    if (dice_.chance(80)) field(tool["data"], "consent_basis", "consent");
    field(tool, "criticality", dice_.chance(30) ? "critical" : "optional");
    if (given()) tool["security"] = {{"sso", dice_.chance(60)}};
  }

  void add_purpose(Json& tool) {
    field(tool, "category",
          dice_.chance(35) ? std::string_view("email-marketing") : dice_.one_of(categories));
    field(tool, "vendor", dice_.one_of(vendors));
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
    links(tool, "user_teams", "teams", 3);
  }

  void add_life(Json& tool) {
    if (dice_.chance(30)) {
      tool["status"] = dice_.one_of(std::array{"evaluating", "pilot", "implementing", "retiring", "retired"});
    } else {
      field(tool, "status", "active");
    }
    field(tool, "purchased_on", day(dice_, 2020, 2025));
    if (given()) {
      tool["live_on"] =
          dice_.chance(20) ? Json{{"before", day(dice_, 2025, 2026)}} : Json(day(dice_, 2025, 2026));
    }
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
    field(usage, "last_activity_on", day(dice_, 2026, 2026));
    field(usage, "measured_on", dice_.chance(80) ? "2026-11-02" : "2026-02-01");
    if (dice_.chance(10)) usage["seasonal"] = true;
    if (dice_.chance(20)) {
      usage["features_used"] = dice_.between(0, 20);
      usage["features_available"] = 20;
    }
    if (dice_.chance(60)) tool["seats"] = seats;
    if (given()) tool["usage"] = usage;
    if (dice_.chance(20)) tool["consumption"] = {{"committed", 100}, {"consumed", dice_.between(0, 120)}};
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
    field(contract, "starts", day(dice_, 2024, 2025));
    field(contract, "ends", day(dice_, 2026, 2027));
    field(contract, "term_months", dice_.one_of(std::array{1, 12, 12, 24, 36}));
    field(contract, "notice_days", dice_.one_of(std::array{30, 60, 90}));
    field(contract, "auto_renews", dice_.chance(75));
    tool["contract"] = contract;
  }

  Dice dice_;
  std::size_t given_;  // percent
  std::map<std::string, std::vector<std::string>> ids_;
  std::map<std::string, bool> personal_;
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

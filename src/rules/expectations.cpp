#include "rules/expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

namespace martech_audit::rules {
namespace {

// What came of one entity.
struct Actual {
  std::string entity;  // id; "organisation"
  TestOutcome outcome = TestOutcome::not_applicable;
  const Gap* gap = nullptr;
  const Undecided* undecided = nullptr;
};

std::string id_of(const Record& entity) {
  const Value id = read(entity, "id");
  return std::string(id.is(ValueKind::string) ? id.as_text() : name(EntityKind::organisation));
}

std::vector<Actual> actuals(const Outcomes& outcomes, const Inventory& inventory, const Rule& rule) {
  std::vector<Actual> all;
  std::unordered_map<const Record*, std::size_t> of;
  const auto add = [&](const Record& entity) {
    of.emplace(&entity, all.size());
    all.push_back({id_of(entity), TestOutcome::not_applicable, nullptr, nullptr});
  };
  for (const Record& entity : inventory.entities(rule.scope)) add(entity);
  if (all.empty()) add(inventory.organisation());
  for (const Judgement& judgement : outcomes.rules.front().judged) {
    all[judgement.entity].outcome = TestOutcome::pass;  // the others are told apart below
  }
  for (const Gap& gap : outcomes.gaps) {
    all[of.at(gap.entity)].outcome = TestOutcome::gap;
    all[of.at(gap.entity)].gap = &gap;
  }
  for (const Undecided& undecided : outcomes.undecided) {
    all[of.at(undecided.entity)].outcome = TestOutcome::unknown;
    all[of.at(undecided.entity)].undecided = &undecided;
  }
  return all;
}

std::string amounts_text(const std::vector<std::string>& amounts) {
  return amounts.empty() ? "no money" : fmt::format("{}", fmt::join(amounts, " and "));
}

std::string claims_text(std::span<const Claim> claims) {
  std::vector<std::string> amounts;
  for (const MoneyClass money_class :
       {MoneyClass::recoverable, MoneyClass::at_risk, MoneyClass::exposed, MoneyClass::opportunity}) {
    for (const Claim& claim : claims) {
      if (claim.money_class != money_class || claim.claimed.minor == 0) continue;
      amounts.push_back(fmt::format("{} {}", name(money_class), claim.claimed.to_string()));
    }
  }
  return amounts_text(amounts);
}

// "unproven 0.5", "waste 0.00 to 1200.00", "waste 0.00 to all", or "none".
std::string spend_text(const std::optional<SpendClaim>& claim, Currency currency) {
  if (!claim) return "none";
  const auto text = [&](std::int64_t much) {
    if (much == std::numeric_limits<std::int64_t>::max()) return std::string("all");
    if (claim->part == SpendPart::waste) return Money{much, currency}.to_string();
    return fmt::format("{}", static_cast<double>(much) / static_cast<double>(whole_share));
  };
  const std::string least = text(claim->proven), most = text(claim->possible);
  return fmt::format("{} {}", name(claim->part), least == most ? least : least + " to " + most);
}

// An amount with more decimals than the currency has is nothing that a claim could be, and shows as it is
// written.
std::string expected_money(const std::vector<std::pair<MoneyClass, Decimal>>& money, Currency currency) {
  std::vector<std::string> amounts;
  for (const auto& [money_class, amount] : money) {
    const auto exact = Money::from(amount, currency);
    amounts.push_back(
        fmt::format("{} {}", name(money_class), exact ? exact->to_string() : amount.to_string()));
  }
  return amounts_text(amounts);
}

// To as many decimals as the expected text has.
std::string degree_text(Degree degree, std::string_view like) {
  const std::size_t point = like.find('.');
  const std::size_t decimals = point == std::string_view::npos ? 0 : like.size() - point - 1;
  const double unit = std::pow(10.0, static_cast<double>(decimals));
  const double rounded = std::round(static_cast<double>(degree) / full_degree * unit) / unit;  // halves up
  return fmt::format("{:.{}f}", rounded, decimals);
}

// The two lines to compare: what is expected, and the same of what came.
struct Lines {
  std::string expected, got;

  void add(std::string_view expected_part, std::string_view got_part) {
    expected.append(", ").append(expected_part);
    got.append(", ").append(got_part);
  }
};

void add_gap(Lines& lines, const Expectation& expected, const Gap& gap, const Rule& rule, Currency currency) {
  if (expected.severity) lines.add(*expected.severity, name(gap.severity));
  if (expected.degree) {
    lines.add("degree " + *expected.degree, "degree " + degree_text(gap.degree, *expected.degree));
  }
  if (expected.into)
    lines.add("into " + *expected.into,
              gap.into == nullptr ? "into nothing" : fmt::format("into {}", id_of(*gap.into)));
  if (expected.at) lines.add("at " + *expected.at, rule.at.empty() ? "at nothing" : "at " + rule.at);
  if (expected.money) lines.add(expected_money(*expected.money, currency), claims_text(gap.claims));
  if (expected.message) lines.add(*expected.message, gap.message);
}

void add_spend(Lines& lines, const Expectation& expected, const Actual& actual, Currency currency) {
  if (!expected.spend) return;
  const auto spend = actual.gap != nullptr         ? actual.gap->spend
                     : actual.undecided != nullptr ? actual.undecided->spend
                                                   : std::nullopt;
  lines.add("spend " + *expected.spend, "spend " + spend_text(spend, currency));
}

std::string short_text(const Actual& actual) {
  std::string text(name(actual.outcome));
  if (actual.gap != nullptr) text += fmt::format(", {}", actual.gap->message);
  if (actual.undecided != nullptr) {
    std::vector<std::string> fields;
    for (const Missing& missing : actual.undecided->missing) {
      fields.push_back(
          fmt::format("{} of {}", missing.path,
                      id_of(missing.entity == nullptr ? *actual.undecided->entity : *missing.entity)));
    }
    text += fmt::format(", missing {}", fmt::join(fields, ", "));
  }
  return text;
}

std::string difference(std::string_view entity, std::string_view expected, std::string_view got) {
  return fmt::format("{}: expected {}\n{:{}}  got      {}\n", entity, expected, "", entity.size(), got);
}

// Empty where the expectation is met.
std::string compare(const Expectation& expected, const Actual& actual, const Rule& rule, Currency currency) {
  if (expected.outcome != actual.outcome) {
    return difference(actual.entity, name(expected.outcome), short_text(actual));
  }
  Lines lines{std::string(name(expected.outcome)), std::string(name(actual.outcome))};
  if (actual.gap != nullptr) add_gap(lines, expected, *actual.gap, rule, currency);
  add_spend(lines, expected, actual, currency);
  return lines.expected == lines.got ? "" : difference(actual.entity, lines.expected, lines.got);
}

const Actual* find_actual(const Expectation& expected, std::span<const Actual> actuals) {
  if (!expected.entity) return actuals.size() == 1 ? &actuals.front() : nullptr;
  const auto at = std::ranges::find(actuals, *expected.entity, &Actual::entity);
  return at == actuals.end() ? nullptr : &*at;
}

std::string no_entity(const Expectation& expected, std::span<const Actual> actuals) {
  if (!expected.entity)
    return fmt::format("'entity' must say which of {} entities is meant\n", actuals.size());
  return fmt::format("unknown entity '{}'\n", *expected.entity);
}

}  // namespace

std::string differences(const TestCase& test, const Outcomes& outcomes, const Inventory& inventory,
                        const Rule& rule) {
  const std::vector<Actual> all = actuals(outcomes, inventory, rule);
  std::vector<const Actual*> expected;
  std::string text;
  for (const Expectation& expectation : test.expect) {
    const Actual* actual = find_actual(expectation, all);
    expected.push_back(actual);
    text += actual == nullptr ? no_entity(expectation, all)
                              : compare(expectation, *actual, rule, inventory.currency());
  }
  for (const Actual& actual : all) {
    const bool surprise = actual.gap != nullptr && std::ranges::find(expected, &actual) == expected.end();
    if (surprise) text += difference(actual.entity, "nothing", short_text(actual));
  }
  return text;
}

}  // namespace martech_audit::rules

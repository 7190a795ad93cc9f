#include "rules/default_act.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace martech_audit::rules {
namespace {

struct OfDimension {
  std::string_view dimension;
  ActAndLane leads_to;
};

constexpr std::array of_dimensions{
    OfDimension{"agility", {Act::plan, Lane::foundations}},
    OfDimension{"contracts", {Act::renegotiate, Lane::money}},
    OfDimension{"data", {Act::connect, Lane::foundations}},
    OfDimension{"experience", {Act::connect, Lane::foundations}},
    OfDimension{"governance", {Act::describe, Lane::risk}},
    OfDimension{"innovation", {Act::plan, Lane::foundations}},
    OfDimension{"measurement", {Act::measure, Lane::foundations}},
    OfDimension{"people", {Act::assign_owner, Lane::risk}},
    OfDimension{"spend", {Act::renegotiate, Lane::money}},
    OfDimension{"strategy", {Act::describe, Lane::foundations}},
};

}  // namespace

ActAndLane default_act(const Rule& rule) {
  const auto claims = [&](MoneyClass wanted) {
    return std::ranges::find(rule.money, wanted, &Rule::Amount::money_class) != rule.money.end();
  };
  for (const MoneyClass wanted : {MoneyClass::recoverable, MoneyClass::opportunity, MoneyClass::at_risk}) {
    if (claims(wanted)) return {Act::renegotiate, Lane::money};
  }
  if (claims(MoneyClass::exposed)) return {Act::measure, Lane::foundations};
  const auto found = std::ranges::find(of_dimensions, rule.dimension, &OfDimension::dimension);
  return found == of_dimensions.end() ? ActAndLane{Act::describe, Lane::foundations} : found->leads_to;
}

}  // namespace martech_audit::rules

#include <algorithm>

#include "decisions/draft.h"
#include "martech_audit/money.h"

namespace martech_audit::decisions {
namespace {

bool same_entity(const Draft& a, const Draft& b) {
  return a.decision.entity.kind == b.decision.entity.kind && a.decision.entity.id == b.decision.entity.id;
}

std::int64_t largest_claim(const DecisionInput& input, const Decision& decision, MoneyClass wanted) {
  std::int64_t largest = 0;
  for (const std::uint32_t index : decision.findings) {
    for (const Claim& claim : input.findings[index].claims) {
      if (claim.money_class == wanted) largest = std::max(largest, claim.claimed.minor);
    }
  }
  return largest;
}

void count_waste(const DecisionInput& input, Draft& draft) {
  Decision& decision = draft.decision;
  DecisionMoney& waste = decision.of(MoneyClass::recoverable);
  for (const std::uint32_t index : decision.findings)
    waste.proven.minor = saturating_add(waste.proven.minor, input.findings[index].waste());
  waste.possible = waste.proven;
  // What else could be waste is a question to the contract.
  const bool is_contract = meaning(decision.act).family == Family::contract;
  if (is_contract && draft.terms.spend != nullptr)
    waste.possible.minor = std::max(waste.possible.minor, draft.terms.spend->possible_waste);
}

// Rules see the same money from several sides: the largest claim of an entity is counted, where it is made.
void count_class(const DecisionInput& input, std::span<Draft> of_entity, MoneyClass money_class) {
  Draft* holder = nullptr;
  std::int64_t largest = 0;
  for (Draft& draft : of_entity) {
    const std::int64_t claim = largest_claim(input, draft.decision, money_class);
    if (claim <= largest) continue;
    largest = claim;
    holder = &draft;
  }
  if (holder == nullptr) return;
  const Money amount{largest, input.currency};
  holder->decision.of(money_class) = {amount, amount};
}

}  // namespace

void count_money(const DecisionInput& input, std::vector<Draft>& drafts) {
  for (auto begin = drafts.begin(); begin != drafts.end();) {
    const auto end =
        std::find_if(begin, drafts.end(), [&](const Draft& d) { return !same_entity(d, *begin); });
    for (auto draft = begin; draft != end; ++draft) count_waste(input, *draft);
    for (const MoneyClass other : {MoneyClass::at_risk, MoneyClass::exposed, MoneyClass::opportunity})
      count_class(input, std::span(begin, end), other);
    begin = end;
  }
}

Year year_of(const Draft& draft) {
  const Decision& decision = draft.decision;
  Year year;
  if (draft.terms.spend != nullptr) {
    const SpendParts& parts = draft.terms.spend->parts;
    year.waste = parts[SpendPart::waste];
    year.off_strategy = parts[SpendPart::off_strategy];
    year.unproven = parts[SpendPart::unproven];
    year.working = parts[SpendPart::working];
    year.not_known = parts[SpendPart::not_known];
  } else if (decision.entity.kind == EntityKind::tool) {
    year.waste = decision.of(MoneyClass::recoverable).proven.minor;
    year.working = std::max<std::int64_t>(draft.terms.annual_cost.value_or(0) - year.waste, 0);
  } else {
    year.off_strategy = decision.of(MoneyClass::exposed).proven.minor;  // paid for what is on no list
  }
  return year;
}

}  // namespace martech_audit::decisions

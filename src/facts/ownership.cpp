#include "facts/ownership.h"

#include <algorithm>
#include <array>
#include <bit>
#include <initializer_list>

#include "facts/context.h"
#include "facts/data_flows.h"
#include "facts/departures.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/sums.h"

namespace martech_audit::facts {
namespace {

// A bit for each word of business_functions.
using FunctionSet = std::uint8_t;
static_assert(model::business_functions.size() <= 8);

FunctionSet function_set(std::string_view word) {
  const auto at = std::find(model::business_functions.begin(), model::business_functions.end(), word);
  if (at == model::business_functions.end()) return 0;
  return static_cast<FunctionSet>(1U << static_cast<unsigned>(at - model::business_functions.begin()));
}

// There are few sets of functions, and many tools: each list is made once.
class FunctionLists {
 public:
  explicit FunctionLists(const Context& context) : context_(context) {}

  Value of(FunctionSet set) {
    Value& list = lists_[set];
    if (!list.is(ValueKind::list)) list = make(set);
    return list;
  }

 private:
  Value make(FunctionSet set) const {
    std::vector<Value> words;
    for (std::size_t i = 0; i < model::business_functions.size(); ++i) {
      if ((set >> i & 1U) != 0) words.push_back(Value::string(model::business_functions[i]));
    }
    std::sort(words.begin(), words.end(),
              [](const Value& a, const Value& b) { return a.as_text() < b.as_text(); });
    return context_.list(words);
  }

  const Context& context_;
  std::array<Value, 256> lists_{};
};

// A team that stands for free text has no place of its own.
void lacks_function_of(const Context& context, Given& given, const Record& team) {
  if (context.inventory.declared(EntityKind::team)) {
    given.lacks(team, team_field::function);
  } else {
    given.lacks(context.inventory.organisation(), list_field::teams);
  }
}

class Participants {
 public:
  Participants(const Context& context, const Departures& departures, const Record& entity)
      : context_(context), departures_(departures), entity_(entity), given_(entity) {}

  // A function that nobody names matters only as long as fewer than two are known. Who has left brings none.
  Value functions(std::initializer_list<FieldPath> owners, const FieldPath& teams, FunctionLists& lists) {
    for (const FieldPath& owner : owners) {
      const Record* party = reference_of(entity_, owner);
      if (party != nullptr && !has_left(context_, departures_, *party)) add_party(*party);
    }
    for (const Value& team : links_of(entity_, teams)) add(*team.as_record(), team_field::function);
    if (std::popcount(found_) < 2 && !given_) return given_.unknown(context_.memory);
    return lists.of(found_);
  }

 private:
  bool add(const Record& record, const FieldPath& function) {
    const FunctionSet set = function_set(text_of(record, function));
    found_ |= set;
    if (set == 0 && record.shape == static_cast<std::uint16_t>(EntityKind::team)) {
      lacks_function_of(context_, given_, record);
    }
    return set != 0;
  }

  void add_party(const Record& party) {
    if (add(party, party_field::function)) return;
    if (const Record* team = reference_of(party, party_field::team)) {
      return lacks_function_of(context_, given_, *team);
    }
    const Record* person = context_.inventory.find(EntityKind::person, text_of(party, party_field::id));
    if (person != nullptr) {
      given_.lacks(*person, person_field::team);
    } else {
      given_.lacks(context_.inventory.organisation(), list_field::teams);
    }
  }

  const Context& context_;
  const Departures& departures_;
  const Record& entity_;
  Given given_;
  FunctionSet found_ = 0;
};

}  // namespace

Ownership derive_ownership(const Context& context, const Departures& departures) {
  Ownership ownership;
  FunctionLists lists(context);
  for (const Record& tool : context.tools()) {
    ownership.functions.push_back(
        Participants(context, departures, tool)
            .functions({tool_field::owner, tool_field::technical_owner, tool_field::backup_owner},
                       tool_field::user_teams, lists));
  }
  return ownership;
}

Value dataset_functions(const Context& context, const Record& dataset) {
  Given given(dataset);
  FunctionSet found = 0;
  for (const Value& team : given.links(dataset_field::accessible_to)) {
    const FunctionSet set = function_set(text_of(*team.as_record(), team_field::function));
    if (set == 0) lacks_function_of(context, given, *team.as_record());
    found |= set;
  }
  if (std::popcount(found) < 2 && !given) return given.unknown(context.memory);
  return FunctionLists(context).of(found);
}

Value objective_functions(const Context& context, const Departures& departures, const Record& objective) {
  FunctionLists lists(context);
  return Participants(context, departures, objective)
      .functions({objective_field::owner}, objective_field::co_owner_teams, lists);
}

Value tool_functions(const Context&, const Ownership& ownership, const Record& tool) {
  return ownership.functions[tool.index];
}

Value tool_owner_department(const Context& context, const Record& tool) {
  Given given(tool);
  const Record* owner = given.reference(tool_field::owner);
  if (!given) return given.unknown(context.memory);
  const Value& department = at(*owner, party_field::department);
  if (!department.is_unknown()) return department;
  if (const Record* team = reference_of(*owner, party_field::team)) {
    given.lacks(*team, team_field::department);
  } else if (const Record* person =
                 context.inventory.find(EntityKind::person, text_of(*owner, party_field::id))) {
    given.lacks(*person, person_field::team);
  } else {
    given.lacks(context.inventory.organisation(), list_field::teams);
  }
  return given.unknown(context.memory);
}

Value org_siloed_share(const Context& context, const DataFlows& data_flows, const Ownership& ownership,
                       const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  std::vector<Missing> missing;
  std::int64_t holders = 0;
  std::int64_t siloed = 0;
  for (const Record* tool : context.lifecycle.by_id) {
    const Value& holds = data_flows.holds_customer_data[tool->index];
    const Value& functions = ownership.functions[tool->index];
    if (!is_active(context, *tool) || (!holds.is_unknown() && !holds.as_boolean())) continue;
    ++holders;
    for (const Value& ingredient : {holds, functions}) {
      if (!ingredient.is_unknown()) continue;
      missing.insert(missing.end(), ingredient.missing().begin(), ingredient.missing().end());
    }
    if (functions.is(ValueKind::list) && functions.as_list().size() < 2) ++siloed;
  }
  if (!given) return given.unknown(context.memory);
  return missing.empty() ? Value::real(ratio(siloed, holders)) : context.unknown(missing);
}

}  // namespace martech_audit::facts

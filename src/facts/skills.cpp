#include "facts/skills.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "facts/context.h"
#include "facts/departures.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {
namespace {

// Teams within teams are followed this far; deeper ones, and circles, are not believed.
constexpr int deepest_team = 16;

struct Holder {
  const Record* person = nullptr;
  std::int64_t level = -1;
};

// Of a group of people: who is best and second best at each skill, and somebody of whom nothing is said.
struct Group {
  std::unordered_map<std::string_view, std::array<Holder, 2>> best;
  const Record* silent = nullptr;
};

const Map* skills_of(const Record& person) {
  const Value& skills = at(person, person_field::skills);
  return skills.is(ValueKind::map) ? skills.as_map() : nullptr;
}

void count_skills(Group& group, const Record& person) {
  const Map* skills = skills_of(person);
  if (skills == nullptr) {
    if (group.silent == nullptr && !is_ruled_out(person, person_field::skills)) group.silent = &person;
    return;
  }
  for (const MapEntry& skill : skills->entries) {
    auto& [first, second] = group.best[skill.key.as_text()];
    const Holder holder{&person, skill.value.as_integer()};
    if (holder.level > first.level) {
      second = std::exchange(first, holder);
    } else if (holder.level > second.level) {
      second = holder;
    }
  }
}

// Those who are still there, by themselves and by team.
class Staff {
 public:
  explicit Staff(const Context& context) {
    for (const Record* person :
         sorted_by_id(context.inventory.entities(EntityKind::person), person_field::id)) {
      if (person_left(context, *person).as_boolean()) continue;
      count_skills(persons_[text_of(*person, person_field::id)], *person);
      const Record* team = reference_of(*person, person_field::team);
      for (int depth = 0; team != nullptr && depth < deepest_team; ++depth) {
        count_skills(teams_[team], *person);
        team =
            context.inventory.declared(EntityKind::team) ? reference_of(*team, team_field::parent) : nullptr;
      }
    }
  }

  // The groups around a tool; people may be in several.
  std::vector<const Group*> around(const Record& tool) const {
    std::vector<const Group*> groups;
    for (const FieldPath& path : {tool_field::owner, tool_field::technical_owner, tool_field::backup_owner}) {
      const Record* party = reference_of(tool, path);
      if (party == nullptr) continue;
      const std::string_view id = text_of(*party, party_field::id);
      if (text_of(*party, party_field::kind) == "person") add(groups, persons_, id);
      if (text_of(*party, party_field::kind) == "team")
        add(groups, teams_, reference_of(*party, party_field::team));
    }
    for (const Value& team : links_of(tool, tool_field::user_teams)) add(groups, teams_, team.as_record());
    return groups;
  }

 private:
  template <class Key>
  static void add(std::vector<const Group*>& groups, const std::unordered_map<Key, Group>& all,
                  const Key& key) {
    const auto found = all.find(key);
    if (found != all.end()) groups.push_back(&found->second);
  }

  std::unordered_map<std::string_view, Group> persons_;
  std::unordered_map<const Record*, Group> teams_;
};

// How many have the skill, as far as two; those without an entry of skills are given besides.
struct Count {
  std::size_t sure = 0;
  const Record* maybe = nullptr;
};

Count count(const std::vector<const Group*>& groups, std::string_view skill, std::int64_t level) {
  Count counted;
  const Record* first = nullptr;
  for (const Group* group : groups) {
    if (counted.maybe == nullptr) counted.maybe = group->silent;
    const auto found = group->best.find(skill);
    if (found == group->best.end()) continue;
    for (const Holder& holder : found->second) {
      if (holder.level < level || holder.person == first || counted.sure == 2) continue;
      first = holder.person;
      ++counted.sure;
    }
  }
  return counted;
}

class SkillReader {
 public:
  explicit SkillReader(const Context& context) : context_(context), staff_(context) {}

  Skills read() {
    Skills skills;
    for (const Record& tool : context_.tools()) {
      Given given(tool);
      const Value& needed = at(tool, tool_field::skills_needed);
      if (!needed.is(ValueKind::map)) given.lacks(tool_field::skills_needed);
      if (!context_.inventory.declared(EntityKind::person)) {
        given.lacks(context_.inventory.organisation(), list_field::people);
      }
      const bool known = static_cast<bool>(given);
      skills.missing.push_back(known ? held_by_fewer(tool, *needed.as_map(), 1)
                                     : given.unknown(context_.memory));
      skills.lone.push_back(known ? held_by_fewer(tool, *needed.as_map(), 2) : skills.missing.back());
    }
    return skills;
  }

 private:
  // For 1 the skills that nobody has, for 2 those that a single person has.
  Value held_by_fewer(const Record& tool, const Map& needed, std::size_t wanted) const {
    const std::vector<const Group*> groups = staff_.around(tool);
    std::vector<std::string_view> skills;
    Given given(tool);
    for (const MapEntry& skill : needed.entries) {
      if (skill.value.as_integer() == 0) continue;
      const Count counted = count(groups, skill.key.as_text(), skill.value.as_integer());
      if (counted.sure >= wanted) continue;
      if (counted.maybe != nullptr) given.lacks(*counted.maybe, person_field::skills);
      if (counted.sure + 1 == wanted) skills.push_back(skill.key.as_text());
    }
    return given ? context_.sorted_texts(std::move(skills)) : given.unknown(context_.memory);
  }

  const Context& context_;
  Staff staff_;
};

}  // namespace

Skills derive_skills(const Context& context) { return SkillReader(context).read(); }

Trainings derive_trainings(const Context& context) {
  std::vector<std::vector<Value>> held(context.tools().size());
  std::vector<std::vector<Missing>> open(held.size());
  const auto trainings = context.inventory.entities(EntityKind::training);
  for (const Record* training : sorted_by_id(trainings, training_field::id)) {
    const Value taught = training_held(context, *training);
    for (const Value& tool : links_of(*training, training_field::tools)) {
      const std::uint32_t index = tool.as_record()->index;
      if (taught.is_unknown()) {
        open[index].push_back({training, training_field::status.text, {}});
      } else if (taught.as_boolean()) {
        held[index].push_back(Value::record(training));
      }
    }
  }
  std::vector<Value> values;
  Given given(context.inventory.organisation());
  given.links(list_field::trainings);
  for (std::size_t i = 0; i < held.size(); ++i) {
    if (!given) {
      values.push_back(given.unknown(context.memory));
    } else if (held[i].empty() && !open[i].empty()) {
      values.push_back(context.unknown(open[i]));
    } else {
      values.push_back(context.list(held[i]));
    }
  }
  return {std::move(values)};
}

// Whoever was taught for no hours was not taught.
Value training_held(const Context& context, const Record& training) {
  const auto hours = decimal_of(training, training_field::hours);
  if (hours && hours->mantissa == 0) return Value::boolean(false);
  Given given(training);
  const std::string_view status = given.text(training_field::status);
  return given ? Value::boolean(status == "completed") : given.unknown(context.memory);
}

Value tool_lone_skills(const Context&, const Skills& skills, const Record& tool) {
  return skills.lone[tool.index];
}

Value tool_skill_gaps(const Context&, const Skills& skills, const Record& tool) {
  return skills.missing[tool.index];
}

Value tool_trainings(const Context&, const Trainings& trainings, const Record& tool) {
  return trainings.of_tool[tool.index];
}

}  // namespace martech_audit::facts

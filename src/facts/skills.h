// Whether the people around a tool can use it.
//
// Around a tool are its owners and its user teams, with the teams within them; who has left is not. A skill
// that a person's entry leaves out is a skill the person does not have; a person without any entry of skills
// may have all of them, which matters as long as too few others do.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

struct Skills {  // a tool each: list of skills that it takes, or unknown
  std::vector<Value> missing;
  std::vector<Value> lone;
};

Skills derive_skills(const Context& context);

struct Trainings {
  std::vector<Value> of_tool;  // list of trainings, or unknown
};

Trainings derive_trainings(const Context& context);

Value training_held(const Context& context, const Record& training);
Value tool_lone_skills(const Context& context, const Skills& skills, const Record& tool);
Value tool_skill_gaps(const Context& context, const Skills& skills, const Record& tool);
Value tool_trainings(const Context& context, const Trainings& trainings, const Record& tool);

}  // namespace martech_audit::facts

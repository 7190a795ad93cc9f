// What entries refer to and an inventory must declare: objectives and KPIs of tools, tools of payments.
#pragma once

#include <string>
#include <vector>

#include "import/draft.h"

namespace martech_audit::import {

struct Declaration {
  EntityKind kind = EntityKind::objective;
  std::string id;
  std::string title;  // as the first cell that names it has it
};

// Gives an id to every objective, KPI and paid tool that the drafts name in their own words, puts the ids in
// the place of the words, and returns what is to be declared, in the order of the drafts within a kind. Names
// that differ in case alone are one. Owners, teams, capabilities, channels and processes stay free text:
// nothing in a sheet tells a person from a team, and an inventory that declares none of them takes their
// names as they are.
std::vector<Declaration> declare_references(std::vector<Draft>& drafts, EntityKind kind);

}  // namespace martech_audit::import

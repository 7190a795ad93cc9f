// RulePack: rules that belong together, with their parameters.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "martech_audit/rule.h"
#include "martech_audit/source.h"

namespace martech_audit {

// A fact that a pack defines: expressions read it like a built-in one (fact.h). It sees the facts defined
// before it, in its own pack and in those given earlier.
struct DefinedFact {
  EntityKind of = EntityKind::tool;
  std::string name;
  std::string type;        // as Fact::type; follows from the expression where the pack states none
  std::string summary;     // one clause, with the unit
  std::string expression;  // as the pack has it
};

// A file of rules as it is in force: settings of the user are in its params and rules already.
struct RulePack {
  std::string id;       // by which settings name it
  std::string version;  // three numbers: 1.0.0
  std::string title;
  std::string about;                    // may be empty
  std::vector<Param> params;            // in the order of the file
  std::vector<DefinedFact> facts;       // in the order of the file
  std::vector<Rule> rules;              // in the order of the file
  std::vector<std::string> dimensions;  // that the pack adds to the built-in ones
  SourcePtr source;                     // the text it was read from
  bool built_in = false;                // part of the program, not given by the user
};

// A pack in force, as reports name it.
struct PackUse {
  std::string id;
  std::string version;
  std::string sha256;
};

// A parameter in force; the value as text that differs where values differ.
struct ParamUse {
  std::string pack;
  std::string name;
  std::string value;
  std::string category = {};  // for tools of this category alone
};

}  // namespace martech_audit

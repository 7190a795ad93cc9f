// RulePack: rules that belong together, with their parameters.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "martech_audit/rule.h"
#include "martech_audit/source.h"

namespace martech_audit {

struct RulePack {
  std::string id;
  std::string version;
  std::string title;
  std::string about;
  std::vector<Param> params;
  std::vector<Rule> rules;              // in the order of the file
  std::vector<std::string> dimensions;  // that the pack adds to the built-in ones
  SourcePtr source;
  bool built_in = false;
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

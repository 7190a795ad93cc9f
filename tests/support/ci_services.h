// What CI services take for commands in what a program prints, after the sources and manuals of their
// runners.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace martech_audit::tests {

struct CiCommand {
  std::string service;
  std::string name;
  std::string data;  // decoded
  std::string line;
};

// Every line that one of GitHub's runner, Azure Pipelines, TeamCity and GitLab would obey. Stricter than they
// are: any name is taken for one that they know.
std::vector<CiCommand> ci_commands(std::string_view printed);

}  // namespace martech_audit::tests

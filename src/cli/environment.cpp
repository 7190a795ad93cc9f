#include "cli/environment.h"

#include <fmt/format.h>

#include <cstdlib>
#include <set>

#include "base/ascii.h"

namespace martech_audit::cli {
namespace {

// One command line a process.
std::set<const CLI::Option*>& taken() {
  static std::set<const CLI::Option*> options;
  return options;
}

bool may_come_from_environment(const CLI::Option& option) {
  return !option.get_lnames().empty() && option.count() == 0 && option.get_configurable() &&
         option.get_lnames().front() != "help" && option.get_lnames().front() != "version";
}

void take(CLI::Option& option) {
  const std::string variable = variable_of(option.get_lnames().front());
  const char* value = std::getenv(variable.c_str());
  if (value == nullptr || *value == '\0') return;
  try {
    option.add_result(std::string(value));
    option.run_callback();
  } catch (const CLI::ParseError& error) {
    throw CLI::ValidationError(variable, error.what());
  }
  taken().insert(&option);
}

}  // namespace

std::string variable_of(std::string_view option) {
  std::string name = "MARTECH_AUDIT_";
  for (const char c : option)
    name += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

void take_environment(CLI::App& command) {
  for (CLI::App* at = &command; at != nullptr; at = at->get_parent()) {
    for (CLI::Option* option : at->get_options()) {
      if (may_come_from_environment(*option)) take(*option);
    }
  }
}

bool is_from_environment(const CLI::Option& option) { return taken().contains(&option); }

}  // namespace martech_audit::cli

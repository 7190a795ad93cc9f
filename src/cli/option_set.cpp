#include "cli/option_set.h"

namespace martech_audit::cli {

OptionSet::OptionSet() {
  judging.declare(app_);
  judging.declare_baseline(app_);
  gate.declare(app_);
  gate.declare_of_changes(app_);
}

void OptionSet::take(const CLI::App& line) {
  for (const CLI::Option* given : line.get_options()) {
    if (given->count() == 0 || given->get_lnames().empty()) continue;
    const std::string& name = given->get_lnames().front();
    CLI::Option* const option = app_.get_option_no_throw("--" + name);
    if (option == nullptr || name == "help" || name == "policy") continue;
    for (const std::string& result : given->results()) option->add_result(result);
    option->run_callback();
  }
}

}  // namespace martech_audit::cli

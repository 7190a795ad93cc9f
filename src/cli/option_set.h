// Options as something else than the command line fills them.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/audit_options.h"

namespace martech_audit::cli {

// Of a policy, or of the other side of a comparison. Nothing is given at first.
class OptionSet {
 public:
  OptionSet();
  OptionSet(const OptionSet&) = delete;
  OptionSet& operator=(const OptionSet&) = delete;

  // What the line and the environment give to options that are in the set, too, but for --policy, which
  // decides for the line alone; before any configuration is loaded on either side.
  void take(const CLI::App& line);

  CLI::App& app() { return app_; }

  JudgingOptions judging;
  GateFlags gate;

 private:
  CLI::App app_;
};

}  // namespace martech_audit::cli

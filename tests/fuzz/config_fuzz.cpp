// What stands beside an inventory, by the first byte: a configuration, waivers, a baseline or benchmarks;
// then the smaller example is judged by it.
#include <array>

#include "cli/command.h"
#include "config/config.h"
#include "findings/baseline.h"
#include "fuzzing.h"

namespace martech_audit::fuzz {
namespace {

void take_configuration(const SourcePtr& text, AuditOptions& options, Diagnostics& diagnostics) {
  static cli::Globals globals;
  static const options::Command program = cli::whole_program(globals);
  const std::optional<Config> config = read_config(text, "folder", options::Keys(program), diagnostics);
  if (!config) return;
  options.rules = config->rules;
  options.params = config->params;
  options.waivers = config->waivers;
}

void take_waivers(const SourcePtr& text, AuditOptions& options, Diagnostics&) { options.waivers = {{text}}; }

void take_baseline(const SourcePtr& text, AuditOptions& options, Diagnostics& diagnostics) {
  options.baseline = read_baseline(text, diagnostics);
}

void take_benchmarks(const SourcePtr& text, AuditOptions& options, Diagnostics&) {
  options.benchmarks = text;
}

constexpr std::array takers{take_configuration, take_waivers, take_baseline, take_benchmarks};

}  // namespace

void check_input(std::string_view text) {
  static const SourcePtr inventory = source("inventory.yaml", file_text("examples/starter/inventory.yaml"));
  if (text.empty()) return;
  const auto kind = static_cast<std::size_t>(text.front()) % takers.size();
  AuditOptions options = fuzz::options();
  options.packs = {pack(text.size())};
  Diagnostics diagnostics;
  takers[kind](source("settings.yaml", text.substr(1)), options, diagnostics);
  check(diagnostics);
  if (diagnostics.has_errors()) return;
  const auto report = audit({inventory}, options, diagnostics);
  check(report.has_value(), diagnostics);
  if (report) check_report(*report, Figures::hold);
}

}  // namespace martech_audit::fuzz

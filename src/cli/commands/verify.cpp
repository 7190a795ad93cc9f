// verify: a saved report's figures, recomputed from its own terms and, where it is given, from the inventory.
#include <fmt/format.h>

#include <array>

#include "base/sha256.h"
#include "base/text.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/saved_reports.h"
#include "report/figures.h"
#include "saved/verify.h"

namespace martech_audit::cli {
namespace {

using saved::Discrepancy;

constexpr std::size_t most_shown = 40;

struct VerifyOptions {
  std::string report;
  JudgingOptions judging;
};

std::string in_words(const std::string& path, const Discrepancy& one) {
  const std::string says = one.says.empty() ? "is missing" : "is " + one.says;
  const std::string right = one.expected.empty() ? "should be absent"
                            : one.says.empty()   ? "it should be " + one.expected
                                                 : "recomputed: " + one.expected;
  return fmt::format("{}: {} {}; {}\n", path, escape_controls(one.pointer), says, right);
}

std::string in_words(const std::string& path, const std::vector<Discrepancy>& found) {
  if (found.size() == 1 && found.front().pointer == "/digest") {
    return fmt::format("{}: the digest does not match: the report was changed after it was written\n", path);
  }
  std::string text;
  for (std::size_t i = 0; i < std::min(found.size(), most_shown); ++i) text += in_words(path, found[i]);
  if (found.size() > most_shown) text += fmt::format("{}: and {} more\n", path, found.size() - most_shown);
  return text;
}

// The files given under the names that the report knows them by; what is wrong where they are not the same.
Result<std::vector<SourcePtr>> same_inputs(const std::vector<SourcePtr>& given, const AuditReport& report) {
  if (given.size() != report.inputs.size()) {
    return Error{fmt::format("the report was made from {}, but {} given",
                             counted(report.inputs.size(), "file"),
                             given.size() == 1 ? "1 is" : fmt::format("{} are", given.size()))};
  }
  std::vector<SourcePtr> sources;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const InputFile& input = report.inputs[i];
    const std::string sha256 = sha256_hex(given[i]->text());
    if (sha256 != input.sha256) {
      return Error{fmt::format("{} is not the audited file: its SHA-256 is {}, but {} had {}",
                               given[i]->name(), sha256, input.path, input.sha256)};
    }
    sources.push_back(std::make_shared<const Source>(input.path, std::string(given[i]->text())));
  }
  return sources;
}

struct Checked {
  std::string text;               // what does not hold; empty where everything does
  std::optional<int> no_verdict;  // the exit code where the inventory could not be judged, as was said
};

// Judges the inventory as the report says it was judged.
Checked check_inventory(VerifyOptions& options, const SourcePtr& saved, const AuditReport& report) {
  Diagnostics diagnostics;
  Result<AuditOptions> audit_options = options.judging.audit_options(diagnostics);
  if (!audit_options) return {{}, fail(audit_options.error())};
  const Result<std::vector<SourcePtr>> given =
      read_inventory_sources(options.judging.inventory, options.judging.stdin_name);
  if (!given) return {{}, fail(given.error())};
  const Result<std::vector<SourcePtr>> sources = same_inputs(*given, report);
  if (!sources) return {fmt::format("{}: {}\n", saved->name(), sources.error().message), {}};
  audit_options->as_of = report.as_of;
  audit_options->gate = report.gate.limits;
  audit_options->rules = report.rule_settings;
  audit_options->params = report.param_settings;
  const std::optional<AuditReport> anew = audit(*sources, *audit_options, diagnostics);
  if (!anew) return {{}, fail(diagnostics)};
  return {in_words(saved->name(), saved::differences(saved, *anew)), {}};
}

std::string praise(const AuditReport& report, const std::string& path, bool judged_anew) {
  return fmt::format("{}: all figures verified: gap {} from {} checks of {} rules, {}{}\n",
                     escape_controls(path), report::points_text(report.score.gap()),
                     grouped(report.score.judged), report.score.rules.size(),
                     counted(report.findings.size() + report.waived.size(), "finding"),
                     judged_anew ? "; auditing the inventory again gives the same report" : "");
}

int verify(VerifyOptions& options, const Run& run) {
  const bool has_inventory = !options.judging.inventory.empty();
  if (const auto failed = has_inventory ? options.judging.configure(run) : std::nullopt) return *failed;
  Diagnostics diagnostics;
  const Result<SavedReport> saved = load_report(options.report, diagnostics);
  if (!saved) return fail(saved.error());
  if (!saved->report) return fail(diagnostics);
  const std::string& path = saved->source->name();
  std::string text = in_words(path, saved::verify(saved->source, *saved->report));
  if (has_inventory && text.empty()) {
    const Checked checked = check_inventory(options, saved->source, *saved->report);
    if (checked.no_verdict) return *checked.no_verdict;
    text = checked.text;
  }
  const bool holds = text.empty();
  const Result<Written> written = write_text("-", holds ? praise(*saved->report, path, has_inventory) : text);
  if (!written) return fail(written.error());
  return holds ? exit_ok : exit_gate_failed;
}

constexpr std::array verified_report{Row{saved_report_argument, &VerifyOptions::report}};

}  // namespace

Command verify_command(const Globals& globals) {
  const Group<JudgingOptions> judging{JudgingOptions::inventory_files(), JudgingOptions::pack_files(),
                                      JudgingOptions::waiver_files(), JudgingOptions::baseline_file(),
                                      JudgingOptions::configuration_files()};
  return command<VerifyOptions>(globals, "verify", "Verify every figure in a saved report",
                                {verified_report, {&VerifyOptions::judging, judging}}, verify);
}

}  // namespace martech_audit::cli

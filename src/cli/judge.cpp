#include "cli/judge.h"

#include <fmt/format.h>

#include <utility>

#include "cli/inputs.h"
#include "cli/log.h"
#include "cli/messages.h"
#include "cli/progress_bar.h"

namespace martech_audit::cli {

std::optional<int> judge(JudgingOptions& options, const GateOptions& gate, Judged& judged) {
  Diagnostics diagnostics;
  Result<AuditOptions> audit_options = options.audit_options(diagnostics);
  if (!audit_options) return fail(audit_options.error());
  audit_options->gate = gate;
  Result<std::vector<SourcePtr>> sources = read_inventory_sources(options.inventory, options.stdin_name);
  if (!sources) return fail(sources.error());
  for (const SourcePtr& source : *sources)
    log_information(fmt::format("read {}, {} bytes", source->name(), source->text().size()));
  ProgressBar bar(!logs_information());  // where the log goes there is no room for it
  audit_options->progress = [&](std::string_view doing, double done) { bar.show(doing, done); };
  std::optional<AuditReport> report = audit(*sources, *audit_options, diagnostics);
  audit_options->progress = nullptr;
  bar.end();
  if (!report) return fail(diagnostics);
  log_information(fmt::format("made {} checks", report->score.judged));
  judged = {*std::move(audit_options), *std::move(sources), *std::move(report), std::move(diagnostics)};
  return std::nullopt;
}

}  // namespace martech_audit::cli

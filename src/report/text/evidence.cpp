#include <fmt/format.h>

#include <algorithm>

#include "report/figures.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t shown_fields = 6;
constexpr std::size_t shown_additions = 3;

std::string rest_phrase(std::size_t fields) { return fmt::format("and {} more", counted(fields, "field")); }

}  // namespace

void write_evidence(Page& page) {
  const std::vector<MissingField>& fields = page.missing.fields();
  if (fields.empty() || page.first_look) return;
  page.canvas.heading("Missing data (undecided points by field)");
  const std::size_t shown = page.style.verbose ? fields.size() : std::min(shown_fields, fields.size());
  for (std::size_t i = 0; i < shown; ++i) {
    page.canvas.line(2, {{fields_text({&fields[i]})}}, {{points_phrase(fields[i].points)}});
  }
  if (shown < fields.size()) page.canvas.line(2, {{rest_phrase(fields.size() - shown)}});
}

void write_next(Page& page) {
  const std::vector<Addition> additions = page.missing.additions(shown_additions);
  if (additions.empty()) return;
  page.canvas.heading(fmt::format("What to add next ({} of the evidence is available)",
                                  share_text(evidence_share(page.report.score))));
  for (std::size_t i = 0; i < additions.size(); ++i) {
    const Addition& addition = additions[i];
    page.canvas.line(2, {{fmt::format("{}. {}", i + 1, fields_text(addition.fields))}},
                     {{"decides " + points_phrase(addition.points)}});
  }
}

}  // namespace martech_audit::report

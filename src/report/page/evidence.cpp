// What the inventory does not say, and what to say next.
#include <fmt/format.h>

#include "report/figures.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t most_additions = 5;

std::vector<Cell> field_cells(const MissingField& field) {
  return {{.text = {{fields_text({&field})}}},
          {.text = {{points_phrase(field.points)}}, .sort = std::to_string(field.points)}};
}

void write_fields(const std::vector<MissingField>& fields, Page& page) {
  page.add(Heading{.title = "Missing data", .in = on::terminal | on::page});
  page.add(Table{.label = "Missing fields",
                 .columns = {{"Field", ColumnKind::name}, {"Undecided", ColumnKind::number}},
                 .size = fields.size(),
                 .row = [&](std::size_t i) { return field_cells(fields[i]); },
                 .most = {.terminal = 6},
                 .noun = "field",
                 .fold = {"All missing fields", on::page},
                 .in = on::terminal | on::page});
}

}  // namespace

void write_evidence(const AuditPage& input, Page& page) {
  write_fields(input.missing.fields(), page);
  const std::vector<Addition> additions = input.missing.additions(most_additions);
  if (additions.empty()) return;
  page.add(Heading{
      .title = "What to add next",
      .note = fmt::format("{} of the evidence is available", share_text(input.report.score.evidence())),
      .level = 3});
  page.add(List{.size = additions.size(),
                .item =
                    [&](std::size_t i) {
                      return Item{{{fields_text(additions[i].fields) + input.missing.beside(additions[i]) +
                                    together_text(additions[i])}},
                                  {{decides_text(additions[i])}}};
                    },
                .ordered = true,
                .most = {.first_look = 3, .terminal = 3, .comment = 3},
                .noun = ""});
}

}  // namespace martech_audit::report

// What the inventory does not say.
#include <fmt/format.h>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/missing_fields.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t shown_additions = 5;

}  // namespace

std::optional<data> evidence_data(const AuditReport& report, const Sink&) {
  const Score& score = report.score;
  const MissingFields missing(report);
  data page;
  put(page, "evidence",
      fmt::format("{} of {} checks decided ({}).", grouped(score.decided), grouped(score.judged),
                  share_text(evidence_share(score))));
  put_list(page, "additions", list_of(missing.additions(shown_additions), [](const Addition& addition) {
             data item;
             put(item, "fields", fields_text(addition.fields));
             put(item, "points", points_phrase(addition.points));
             return item;
           }));
  put_list(page, "fields", list_of(missing.fields(), [](const MissingField& field) {
             data item;
             put(item, "field", fields_text({&field}));
             put(item, "points", points_text(field.points));
             put(item, "points_sort", std::to_string(field.points));
             return item;
           }));
  return page;
}

}  // namespace martech_audit::report

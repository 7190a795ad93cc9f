// Contracts whose first and last day leave no room for their term, or for their notice period.
#include <fmt/format.h>

#include "base/dates.h"
#include "base/slots.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

// Ends are moved to the end of a month or a year.
constexpr std::int64_t most_days_short = 31;

std::optional<std::int64_t> exact_day(const Record& tool, std::string_view path) {
  const Value day = read(tool, path);
  return day.is(ValueKind::date) && !day.is_before() ? std::optional(day.as_integer()) : std::nullopt;
}

class TermCheck {
 public:
  TermCheck(Building& building, const Record& tool)
      : building_(building),
        tool_(tool),
        starts_(exact_day(tool, "contract.starts")),
        ends_(exact_day(tool, "contract.ends")) {}

  void run() const {
    if (!starts_ || !ends_ || *ends_ < *starts_) return;
    for (const std::string_view path : {"contract.initial_term_months", "contract.term_months"}) {
      const Value months = read(tool_, path);
      if (!months.is(ValueKind::integer)) continue;
      const Date end = add_months(from_days(*starts_), static_cast<int>(months.as_integer()));
      if (days_since_epoch(end) > *ends_ + 1 + most_days_short)
        warn(path, months, "; a first term of another length is 'initial_term_months'");
      return;
    }
    const Value notice = read(tool_, "contract.notice_days");  // where no term is given that bounds it
    const bool is_bounded = read(tool_, "contract.renewal_term_months").is(ValueKind::integer);
    if (!is_bounded && notice.is(ValueKind::integer) && notice.as_integer() > *ends_ + 1 - *starts_)
      warn("contract.notice_days", notice, "");
  }

 private:
  void warn(std::string_view path, const Value& value, std::string_view hint) const {
    building_.diagnostics.warning(
        location_of(building_.storage, tool_, path),
        fmt::format("tool '{}': '{}' ({}) is longer than from 'contract.starts' ({}) to 'contract.ends' ({})",
                    id_of(tool_), path, value.as_integer(), to_string(from_days(*starts_)),
                    to_string(from_days(*ends_))),
        fmt::format("correct one of the three{}", hint));
  }

  Building& building_;
  const Record& tool_;
  std::optional<std::int64_t> starts_, ends_;
};

}  // namespace

void check_terms(Building& building) {
  for (const Record& tool : building.storage.list(EntityKind::tool).records) TermCheck(building, tool).run();
}

}  // namespace martech_audit::model

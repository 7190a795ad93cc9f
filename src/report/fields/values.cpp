#include "report/fields/values.h"

namespace martech_audit::report {

Place place_of(const Location& location) {
  if (!location) return {};
  const Position begin = location.source->position(location.begin);
  const Position end = location.source->position(location.end);
  const bool is_marked = end.line == begin.line && end.column > begin.column;
  return {.path = location.source->name(),
          .line = begin.line,
          .column = begin.column,
          .end_column = is_marked ? end.column : begin.column + 1,
          .pointer = {},
          .snippet = location.source->line(begin.line)};
}

}  // namespace martech_audit::report

#include "import/limit_check.h"

#include <fmt/format.h>

#include "base/dates.h"
#include "import/draft.h"
#include "martech_audit/money.h"

namespace martech_audit::import {
namespace {

bool is_broken(std::string_view value, Limit::Kind kind, std::string_view other) {
  if (kind == Limit::Kind::not_before) {
    const auto day = parse_date(value);
    const auto limit = parse_date(other);
    return day && limit && *day < *limit;
  }
  const auto number = Decimal::parse(value);
  const auto limit = Decimal::parse(other);
  return number && limit && number->to_double() > limit->to_double();
}

void check(const Shape& shape, const std::string& prefix, const Draft& draft,
           std::vector<BrokenLimit>& broken) {
  for (const Field& field : shape.fields) {
    const std::string path = prefix + std::string(field.name);
    if (field.kind == FieldKind::block && !field.list) check(*field.block, path + ".", draft, broken);
    for (const Limit& limit : field.limits) {
      if (!draft.has(path) || !draft.has(limit.other)) continue;
      if (!limit.warns && is_broken(draft.text(path), limit.kind, draft.text(limit.other))) {
        broken.push_back({path, fmt::format("{} is {} {}, {}", draft.text(path),
                                            limit.kind == Limit::Kind::at_most ? "more than" : "earlier than",
                                            limit.other, draft.text(limit.other))});
      }
      break;
    }
  }
}

}  // namespace

std::vector<BrokenLimit> broken_limits(const Draft& draft, EntityKind kind) {
  std::vector<BrokenLimit> broken;
  check(shape_of(kind), "", draft, broken);
  return broken;
}

}  // namespace martech_audit::import

#include "report/missing_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>

#include "base/dates.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

using Key = std::pair<EntityKind, std::string_view>;
using Fields = std::vector<std::uint32_t>;

bool is_before(const MissingField& a, const MissingField& b) {
  if (a.points != b.points) return a.points > b.points;
  return std::pair(a.kind, a.path) < std::pair(b.kind, b.path);
}

// Numbers fields as they are met and counts who lacks them.
class Fieldbook {
 public:
  std::uint32_t number(const EntityRef& entity, const EvidenceGap::Field& field) {
    const auto [at, is_new] =
        numbers_.try_emplace({entity.kind, field.path}, static_cast<std::uint32_t>(fields_.size()));
    if (is_new) {
      fields_.push_back({.kind = entity.kind, .path = field.path});
      entities_.emplace_back();
    }
    auto& outdated = fields_[at->second].outdated;
    if (field.outdated && (!outdated || *field.outdated < *outdated)) outdated = field.outdated;
    if (entities_[at->second].insert(entity.id).second) ++fields_[at->second].entities;
    return at->second;
  }

  std::vector<MissingField>& fields() { return fields_; }

 private:
  std::map<Key, std::uint32_t> numbers_;
  std::vector<MissingField> fields_;
  std::vector<std::unordered_set<std::string_view>> entities_;
};

// Where each field goes when they are sorted.
Fields sort_fields(std::vector<MissingField>& fields) {
  Fields order(fields.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return is_before(fields[a], fields[b]); });
  Fields place(fields.size());
  std::vector<MissingField> sorted;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted.push_back(fields[order[i]]);
  }
  fields = std::move(sorted);
  return place;
}

// The first of the owners, who are names where neither people nor teams are listed.
OwnerByName owner_by_name(const AuditReport& report) {
  const auto is_listed = [&](EntityKind kind) {
    const auto roster = std::ranges::find(report.rosters, kind, &Roster::kind);
    return roster != report.rosters.end() && !roster->ids.empty();
  };
  OwnerByName owner;
  if (is_listed(EntityKind::person) || is_listed(EntityKind::team)) return owner;
  for (const ToolRow& row : report.tools) {
    if (owner.name.empty()) owner.name = row.owner;
    owner.has_others = owner.has_others || (!row.owner.empty() && row.owner != owner.name);
  }
  return owner;
}

std::string of_entities(EntityKind kind, std::uint64_t entities) {
  if (kind == EntityKind::organisation) return {};
  return " of " + counted_entities(kind, entities);
}

}  // namespace

MissingFields::MissingFields(const AuditReport& report) : owner_(owner_by_name(report)) {
  Fieldbook book;
  std::map<Fields, Points> patterns;
  Fields numbers;
  for (const EvidenceGap& gap : report.evidence_missing) {
    numbers.clear();
    for (const EvidenceGap::Field& field : gap.fields)
      numbers.push_back(book.number(gap.entity_of(field), field));
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    if (numbers.empty()) continue;
    for (const std::uint32_t number : numbers) book.fields()[number].points += gap.points;
    patterns[numbers] += gap.points;
  }
  fields_ = std::move(book.fields());
  const Fields place = sort_fields(fields_);
  for (auto& [fields, points] : patterns) {
    Pattern pattern{{}, points};
    for (const std::uint32_t field : fields) pattern.fields.push_back(place[field]);
    std::sort(pattern.fields.begin(), pattern.fields.end());
    patterns_.push_back(std::move(pattern));
  }
  std::sort(patterns_.begin(), patterns_.end(),
            [](const Pattern& a, const Pattern& b) { return a.fields < b.fields; });
}

namespace {

bool covers(const Fields& given, const Fields& wanted) {
  return std::includes(given.begin(), given.end(), wanted.begin(), wanted.end());
}

Fields united(const Fields& a, const Fields& b) {
  Fields both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

// What is given after a step, and what the step settles.
struct Choice {
  Fields given;
  Points points = 0;
  Points for_each = -1;  // points for each field that is new
};

// The step of those that may be next that settles most for each field to give; the first of equals.
template <class Patterns, class MayBeNext>
Choice best_choice(const Patterns& open, const Fields& given, MayBeNext may_be_next) {
  Choice best;
  for (const auto& candidate : open) {
    if (!may_be_next(candidate)) continue;
    Choice choice{united(given, candidate.fields)};
    for (const auto& pattern : open)
      choice.points += covers(choice.given, pattern.fields) ? pattern.points : 0;
    choice.for_each = choice.points / static_cast<Points>(choice.given.size() - given.size());
    if (choice.for_each > best.for_each) best = std::move(choice);
  }
  return best;
}

bool is_payments(const MissingField& field) {
  return field.kind == EntityKind::organisation && field.path == "ledger";
}
bool is_cost(const MissingField& field) {
  return field.kind == EntityKind::tool && field.path.starts_with("cost");
}

bool intersect(const Fields& a, const Fields& b) {
  return std::ranges::any_of(a, [&](std::uint32_t field) { return std::ranges::binary_search(b, field); });
}

// The oldest of several.
std::string age_text(std::span<const MissingField* const> fields) {
  std::optional<Date> oldest;
  for (const MissingField* field : fields) {
    if (field->outdated && (!oldest || *field->outdated < *oldest)) oldest = field->outdated;
  }
  return oldest ? fmt::format(" (too old: {})", to_string(*oldest)) : std::string();
}

// Of fields of one kind.
std::string paths_text(std::span<const MissingField* const> fields) {
  constexpr std::size_t most = 4;
  const std::size_t shown = fields.size() > most ? most - 1 : fields.size();
  std::string text;
  std::uint64_t entities = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    entities = std::max(entities, fields[i]->entities);
    if (i >= shown) continue;
    if (i > 0) text += i + 1 == fields.size() ? " and " : ", ";
    text += fields[i]->path;
  }
  if (shown < fields.size()) text += fmt::format(" and {} more fields", fields.size() - shown);
  return text + of_entities(fields.front()->kind, entities) + age_text(fields);
}

}  // namespace

// Payments that wait for costs which are not given either.
bool MissingFields::waits(const Pattern& pattern, const Fields& given) const {
  const auto names = [&](auto is) {
    return std::ranges::any_of(pattern.fields, [&](std::uint32_t field) { return is(fields_[field]); });
  };
  if (!names(is_payments) || names(is_cost)) return false;
  for (std::uint32_t i = 0; i < fields_.size(); ++i) {
    if (is_cost(fields_[i]) && !std::ranges::binary_search(given, i)) return true;
  }
  return false;
}

std::vector<Addition> MissingFields::additions(std::size_t most) const {
  std::vector<Addition> steps;
  std::vector<Fields> added;  // by each step
  Fields given;
  std::vector<Pattern> open = patterns_;
  while (steps.size() < most && !open.empty()) {
    Choice best = best_choice(open, given, [&](const Pattern& pattern) { return !waits(pattern, given); });
    Addition step;
    step.points = best.points;
    Fields fields;
    std::ranges::set_difference(best.given, given, std::back_inserter(fields));
    for (const std::uint32_t field : fields) step.fields.push_back(&fields_[field]);
    std::stable_sort(step.fields.begin(), step.fields.end(),
                     [](const MissingField* a, const MissingField* b) {
                       return std::pair(is_payments(*a), a->kind) < std::pair(is_payments(*b), b->kind);
                     });
    for (const Pattern& pattern : open) {
      if (!covers(best.given, pattern.fields)) continue;
      if (covers(fields, pattern.fields)) step.alone += pattern.points;
      for (std::size_t i = 0; i < added.size(); ++i) {
        if (intersect(added[i], pattern.fields)) step.with.push_back(i + 1);
      }
    }
    std::ranges::sort(step.with);
    step.with.erase(std::unique(step.with.begin(), step.with.end()), step.with.end());
    std::erase_if(open, [&](const Pattern& pattern) { return covers(best.given, pattern.fields); });
    given = std::move(best.given);
    added.push_back(std::move(fields));
    steps.push_back(std::move(step));
  }
  return steps;
}

std::string MissingFields::beside(const Addition& addition) const {
  const auto names = [&](std::string_view path) {
    return std::ranges::any_of(addition.fields, [&](const MissingField* field) {
      return field->kind == EntityKind::organisation && field->path == path;
    });
  };
  const std::string_view list = names("teams") ? "teams" : names("people") ? "people" : "";
  if (list.empty() || owner_.name.empty()) return {};
  const std::string id = slug(owner_.name);
  return fmt::format(": [{{id: {}, name: {}}}{}]; then owners are ids: owner: {}", id, owner_.name,
                     owner_.has_others ? ", …" : "", id);
}

std::string decides_text(const Addition& addition) {
  return "up to " + points_phrase(addition.alone == 0 ? addition.points : addition.alone);
}

std::string together_text(const Addition& addition) {
  if (addition.with.empty()) return {};
  std::string with;
  for (std::size_t i = 0; i < addition.with.size(); ++i)
    with += fmt::format("{}{}",
                        i == 0                          ? ""
                        : i + 1 == addition.with.size() ? " and "
                                                        : ", ",
                        addition.with[i]);
  const std::string_view steps = addition.with.size() == 1 ? "step" : "steps";
  return addition.alone == 0
             ? fmt::format(" (only with {} {})", steps, with)
             : fmt::format(" ({} together with {} {})", points_phrase(addition.points), steps, with);
}

std::string fields_text(const std::vector<const MissingField*>& fields) {
  std::string text;
  for (auto at = fields.begin(); at != fields.end();) {
    const EntityKind kind = (*at)->kind;
    const auto end =
        std::find_if(at, fields.end(), [&](const MissingField* field) { return field->kind != kind; });
    if (!text.empty()) text += "; ";
    text += paths_text({at, end});
    at = end;
  }
  return text;
}

}  // namespace martech_audit::report

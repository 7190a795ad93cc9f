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

std::string of_entities(EntityKind kind, std::uint64_t entities) {
  if (kind == EntityKind::organisation) return {};
  return " of " + counted_entities(kind, entities);
}

}  // namespace

MissingFields::MissingFields(const AuditReport& report) {
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

// The step that settles most for each field to give; the first of equals.
template <class Patterns>
Choice best_choice(const Patterns& open, const Fields& given) {
  Choice best;
  for (const auto& candidate : open) {
    Choice choice{united(given, candidate.fields)};
    for (const auto& pattern : open)
      choice.points += covers(choice.given, pattern.fields) ? pattern.points : 0;
    choice.for_each = choice.points / static_cast<Points>(choice.given.size() - given.size());
    if (choice.for_each > best.for_each) best = std::move(choice);
  }
  return best;
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

std::vector<Addition> MissingFields::additions(std::size_t most) const {
  std::vector<Addition> steps;
  Fields given;
  std::vector<Pattern> open = patterns_;
  while (steps.size() < most && !open.empty()) {
    Choice best = best_choice(open, given);
    Addition step{{}, best.points};
    for (const std::uint32_t field : best.given) {
      if (!std::binary_search(given.begin(), given.end(), field)) step.fields.push_back(&fields_[field]);
    }
    std::stable_sort(step.fields.begin(), step.fields.end(),
                     [](const MissingField* a, const MissingField* b) { return a->kind < b->kind; });
    std::erase_if(open, [&](const Pattern& pattern) { return covers(best.given, pattern.fields); });
    given = std::move(best.given);
    steps.push_back(std::move(step));
  }
  return steps;
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

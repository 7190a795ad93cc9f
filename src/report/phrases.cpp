#include "report/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "base/text.h"
#include "report/figures.h"

namespace martech_audit::report {
namespace {

std::string when_phrase(std::optional<Date> date, Date as_of) {
  if (!date) return {};
  if (*date == as_of) return ", act today";
  return fmt::format(", {} {}", *date > as_of ? "act by" : "due since", to_string(*date));
}

// What the waterfall gave to another finding is waste there, so here only the rest is.
std::string claim_phrase(const Claim& claim, Date as_of) {
  const bool shared = claim.money_class == MoneyClass::recoverable && claim.allocated != claim.claimed;
  if (shared && claim.allocated.minor == 0) return money_text(claim.claimed) + " already counted as waste";
  std::string text = fmt::format("{} {}", money_class_phrase(claim.money_class),
                                 money_text(shared ? claim.allocated : claim.claimed));
  if (shared) text += fmt::format(" of {} (the rest is already counted)", money_text(claim.claimed));
  return text + when_phrase(claim.actionable_from, as_of);
}

}  // namespace

std::string_view money_class_phrase(MoneyClass money_class) {
  switch (money_class) {
    case MoneyClass::recoverable:
      return "waste";
    case MoneyClass::at_risk:
      return "auto-renewing";
    case MoneyClass::exposed:
      return "value not shown";
    case MoneyClass::opportunity:
      break;
  }
  return "opportunity";
}

std::string points_phrase(Points points) {
  const std::string number = points_text(points);
  return number + (number == "1" ? " point" : " points");
}

std::string claims_phrase(const Finding& finding, Date as_of) {
  std::string text;
  for (const Claim& claim : finding.claims) {
    if (!text.empty()) text += "; ";
    text += claim_phrase(claim, as_of);
  }
  return text;
}

std::string commitment_phrase(const ToolRow& tool) {
  const auto& proven = tool.renewal_commitment;
  const auto& possible = tool.possible_commitment;
  if (proven) return range_text(*proven, possible.value_or(*proven));
  return possible ? "up to " + money_text(*possible) : std::string();
}

std::string names_phrase(const std::vector<std::string_view>& names, std::size_t most, std::size_t columns) {
  std::string text;
  const std::size_t shown = names.size() <= most + 1 ? names.size() : most;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += ", ";
    text += brief(names[i], columns);
  }
  if (shown < names.size()) text += fmt::format(" and {} more", grouped(names.size() - shown));
  return text;
}

std::string brief(std::string_view text, std::size_t columns) {
  return shorten(escape_controls(text), columns);
}

std::string spelled_out(std::string_view id) {
  std::string words(id);
  std::ranges::replace_if(
      words, [](char c) { return c == '-' || c == '_'; }, ' ');
  return words;
}

std::string capitalised(std::string_view phrase) {
  std::string text(phrase);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string_view called(const EntityRef& entity) {
  if (!entity.name.empty()) return entity.name;
  return entity.id.empty() ? name(entity.kind) : entity.id;
}

std::string counted_entities(EntityKind kind, std::uint64_t number) {
  struct Irregular {
    EntityKind kind;
    std::string_view many;
  };
  constexpr std::array irregular{
      Irregular{EntityKind::party, "parties"},           Irregular{EntityKind::person, "people"},
      Irregular{EntityKind::capability, "capabilities"}, Irregular{EntityKind::process, "processes"},
      Irregular{EntityKind::roadmap, "roadmap items"},   Irregular{EntityKind::ledger, "ledger entries"},
  };
  const auto* const word = std::ranges::find(irregular, kind, &Irregular::kind);
  return counted(number, name(kind), word == irregular.end() ? std::string_view() : word->many);
}

std::string named(const EntityRef& entity) { return brief(called(entity), longest_name); }

std::string_view without_label(const Finding& finding) {
  const std::string_view name = called(finding.entity);
  std::string_view message = finding.message;
  if (!message.starts_with(name) || !message.substr(name.size()).starts_with(": ")) return message;
  return message.substr(name.size() + 2);
}

std::string place_phrase(const Place& place) {
  return place.path.empty() ? "" : fmt::format("{}:{}:{}", place.path, place.line, place.column);
}

MarkedLine marked_line(const Place& place, std::size_t columns, const ShowCharacter& shown) {
  std::size_t end = place.byte;
  for (std::uint32_t i = place.column; i < place.end_column && end < place.snippet.size(); ++i)
    next_code_point(place.snippet, end);
  return martech_audit::marked_line(place.snippet, place.byte, end, columns, shown);
}

}  // namespace martech_audit::report

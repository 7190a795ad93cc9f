#include "config/waivers.h"

#include <fmt/format.h>

#include "base/dates.h"
#include "model/field_rows.h"
#include "rules/read_value.h"

namespace martech_audit::config {
namespace {

using rules::Form;

template <auto Member>
void text(Node node, Waiver& waiver, Diagnostics& diagnostics) {
  if (const auto value = rules::read_text(node, diagnostics)) waiver.*Member = std::string(*value);
}

std::optional<Date> day(Node node, Diagnostics& diagnostics) {
  const auto date = node.is_scalar() ? parse_date(node.text()) : std::nullopt;
  if (!date) {
    diagnostics.error(node.where(), fmt::format("'{}' must be a day that exists", node.key()),
                      fmt::format("write {}: 2026-12-31", node.key()));
    return std::nullopt;
  }
  const int year = static_cast<int>(date->year());
  if (year < model::years.least || year > model::years.most) {
    diagnostics.error(node.where(), fmt::format("'{}' lies in the year {:04}", node.key(), year),
                      fmt::format("years go from {} to {}; write the day that is meant", model::years.least,
                                  model::years.most));
    return std::nullopt;
  }
  return date;
}

void expires(Node node, Waiver& waiver, Diagnostics& diagnostics) {
  if (const auto date = day(node, diagnostics)) waiver.expires = *date;
}

void created(Node node, Waiver& waiver, Diagnostics& diagnostics) { waiver.created = day(node, diagnostics); }

constexpr rules::FieldRow<Waiver> row_table[] = {
    {{"rule", Form::identifier, true, "the rule whose finding is accepted"}, text<&Waiver::rule>},
    {{"entity", Form::text, true, "a tool's id, or kind/id as in objective/growth, or organisation"},
     text<&Waiver::entity>},
    {{"reason", Form::text, true, "why it is accepted for a while"}, text<&Waiver::reason>},
    {{"owner", Form::text, true, "who answers for it"}, text<&Waiver::owner>},
    {{"expires", Form::text, true, "the last day it holds, the whole of it"}, expires},
    {{"created", Form::text, false, "the day it was decided"}, created},
    {{"approved_by", Form::text, false, "who approved it"}, text<&Waiver::approved_by>},
    {{"ticket", Form::text, false, "where it was discussed"}, text<&Waiver::ticket>},
};

}  // namespace

std::span<const rules::FieldRow<Waiver>> waiver_rows() { return row_table; }

std::vector<Waiver> read_waiver_list(Node list, Diagnostics& diagnostics) {
  std::vector<Waiver> waivers;
  if (!list.is_sequence()) {
    diagnostics.error(list.where(), fmt::format("waivers must be a list, not {}", rules::found(list)),
                      "start each waiver with '- rule: …'");
    return waivers;
  }
  waivers.reserve(list.size());
  for (const Node item : list) {
    const std::size_t before = diagnostics.errors();
    Waiver waiver;
    waiver.expires = {};
    rules::read_fields<Waiver>(item, "a waiver", row_table, waiver, diagnostics);
    waiver.where = item.where();
    if (diagnostics.errors() == before) waivers.push_back(std::move(waiver));
  }
  return waivers;
}

}  // namespace martech_audit::config

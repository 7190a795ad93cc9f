#include "record/hand_reader.h"

#include <fmt/format.h>

#include "base/dates.h"

namespace martech_audit::record {
namespace {

std::vector<std::string_view> names_of(std::span<const FieldText> fields, bool required_alone) {
  std::vector<std::string_view> names;
  for (const FieldText& field : fields) {
    if (field.required || !required_alone) names.push_back(field.name);
  }
  return names;
}

// "rule" of "a rule"
std::string_view without_article(std::string_view noun) { return noun.substr(noun.find(' ') + 1); }

}  // namespace

std::string_view HandReader::text(Node node) const {
  return read_text(node, diagnostics_).value_or(std::string_view());
}

void HandReader::boolean(Node node, bool& value) const {
  if (const auto flag = read_flag(node, diagnostics_)) value = *flag;
}

void HandReader::date(Node node, Date& value) const {
  if (const auto day = node.is_scalar() ? parse_date(node.text()) : std::nullopt) {
    value = *day;
  } else {
    diagnostics_.error(node.where(), fmt::format("'{}' must be a date", node.key()), "write 2026-11-23");
  }
}

bool HandReader::expect_fields(Node node, std::string_view noun, std::span<const FieldText> fields) const {
  return node.is_mapping() || expect_mapping(node, noun,
                                             fmt::format("write each field as 'name: value'; it needs {}",
                                                         fmt::join(names_of(fields, true), ", ")),
                                             diagnostics_);
}

bool HandReader::expect_items(Node node, std::string_view noun, std::span<const FieldText> fields) const {
  return node.is_sequence() ||
         expect_list(node,
                     fmt::format("start each {} with '- {}: …'", without_article(noun),
                                 std::ranges::find(fields, true, &FieldText::required)->name),
                     diagnostics_);
}

void HandReader::report_unknown(Node value, std::string_view noun, std::span<const FieldText> fields) const {
  report_unknown_field(value, noun, names_of(fields, false), diagnostics_);
}

void HandReader::report_missing(Node mapping, std::string_view noun, std::span<const FieldText> fields,
                                std::uint64_t given) const {
  for (const FieldText& field : fields) {
    if (field.required && (given & 1U) == 0) record::report_missing(mapping, noun, field, diagnostics_);
    given >>= 1U;
  }
}

void report_missing(Node mapping, std::string_view noun, const FieldText& field, Diagnostics& diagnostics) {
  diagnostics.error(mapping.where(), fmt::format("{} needs '{}'", noun, field.name),
                    fmt::format("{}: {}", field.name, field.about));
}

}  // namespace martech_audit::record

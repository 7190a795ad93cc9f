// Any bytes as a mapping file, put to a sheet, to records inside one another and to rows about people.
#include <array>

#include "fuzzing.h"
#include "import/import.h"

namespace martech_audit::fuzz {
namespace {

constexpr const char* records =
    R"({"data": [{"name": "Mail", "cost": {"amount": 12.5, "currency": "EUR", "per": "month"}, "seats": 5,
  "contracts": [{"ends": "2027-01-31", "notice": 30}, {"endDate": "31/12/2027"}],
  "integrations": [{"to": "Chat", "kind": "api"}]}, {"name": "Chat", "tags": ["a", "b"], "x": null}]})";
constexpr const char* people =
    "Login,Email,Application,Last login,Unassigned on,billing-active\n"
    "ana,ana@example.com,Mail,2026-11-01,,1\nben,,Mail,03/04/2026,2026-10-01,0\nana,,Chat,,,1\n";

void check_mapping(const SourcePtr& mapping, const SourcePtr& sheet) {
  Diagnostics diagnostics;
  const auto result =
      import::import_records(sheet, {.mapping = mapping, .currency = Currency::parse("EUR")}, diagnostics);
  check(result.has_value(), diagnostics);
  if (result) check_imported(result->yaml);
}

}  // namespace

void check_input(std::string_view bytes) {
  static const std::array sheets{source("messy.csv", file_text("tests/unit/import/data/messy.csv")),
                                 source("records.json", records), source("people.csv", people)};
  const SourcePtr mapping = source("map.yaml", bytes);
  for (const SourcePtr& sheet : sheets) check_mapping(mapping, sheet);
}

}  // namespace martech_audit::fuzz

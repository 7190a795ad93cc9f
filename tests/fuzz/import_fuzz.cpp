// Any bytes as a sheet or a list of records. The first one names the profile, the second the kind of file.
#include <array>

#include "fuzzing.h"
#include "import/import.h"
#include "import/profiles.h"

namespace martech_audit::fuzz {
namespace {

constexpr std::array kinds{"sheet.csv", "list.yaml", "list.json"};

// One number more than there are profiles: whichever is recognised.
std::string profile(std::size_t number) {
  const auto all = import::profiles();
  number %= all.size() + 1;
  return number == 0 ? std::string() : std::string(all[number - 1].name);
}

}  // namespace

void check_input(std::string_view text) {
  if (text.size() < 2) return;
  import::ImportOptions options;
  options.profile = profile(static_cast<unsigned char>(text[0]));
  options.currency = Currency::parse("EUR");
  options.rates = {{*Currency::parse("USD"), *Decimal::parse("0.9"), {}}};
  const char* name = kinds[static_cast<unsigned char>(text[1]) % kinds.size()];
  Diagnostics diagnostics;
  const auto result = import::import_records(source(name, text.substr(2)), options, diagnostics);
  check(result.has_value(), diagnostics);
  if (result) check_imported(result->yaml);
}

}  // namespace martech_audit::fuzz

// import: a spreadsheet or export becomes an inventory.
#include "import/import.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "base/dates.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/input_files.h"
#include "cli/messages.h"
#include "cli/outputs.h"

namespace martech_audit::cli {
namespace {

struct ImportFlags {
  std::string source;
  std::string sheet;
  std::string mapping;
  std::string profile;
  std::string organisation;
  std::string currency;
  std::vector<std::string> rates;
  std::string date_order;
  std::string measured_on;
  std::string encoding;
  std::string output = "-";
  bool follow = false;
  bool force = false;
};

std::vector<std::string_view> profiles() {
  std::vector<std::string_view> names;
  for (const import::ProfileName& profile : import::profile_names()) names.push_back(profile.name);
  return names;
}
std::vector<std::string_view> date_orders() { return {"dmy", "mdy", "ymd"}; }

constexpr std::array import_rows{
    Row{Option::path(
            "source", "SOURCE",
            "Workbook (.xlsx, .ods), CSV, YAML or JSON file with a list of records; - for standard input")
            .as_required_argument(),
        &ImportFlags::source},
    Row{Option::text("sheet", "NAME", "Sheet of a workbook, if not the one that holds the list of tools"),
        &ImportFlags::sheet},
    Row{Option::path("map", "FILE", "Mapping file: which column fills which field"), &ImportFlags::mapping},
    Row{Option::known("profile", "NAME", "Import profile, if it is not detected", profiles).listing_words(),
        &ImportFlags::profile},
    Row{Option::text("organisation", "NAME", "Name of the organisation"), &ImportFlags::organisation},
    Row{Option::text("currency", "CODE", "Currency of the organisation"), &ImportFlags::currency},
    Row{Option::text("rate", "CODE=RATE@DATE", "Exchange rate, for example USD=0.92@2026-11-01; repeatable"),
        &ImportFlags::rates},
    Row{Option::word("date-order", "ORDER", "Order of day, month and year in dates such as 03/04/2026",
                     date_orders),
        &ImportFlags::date_order},
    Row{Option::date("measured-on", "DATE", "Date of the active-user counts, if the source has none"),
        &ImportFlags::measured_on},
    Row{Option::word("encoding", "NAME", "Encoding of the source, if it is not detected",
                     import::encoding_words)
            .listing_words(),
        &ImportFlags::encoding},
    Row{Option::path("output", "FILE", "Output file for the inventory").with_letter('o').with_default(),
        &ImportFlags::output},
    Row{Option::flag("force", "Overwrite an existing file"), &ImportFlags::force},
    Row{follow_option, &ImportFlags::follow},
};

Result<import::ImportOptions> import_options(const ImportFlags& options) {
  import::ImportOptions result;
  if (!options.mapping.empty()) {
    Result<SourcePtr> mapping = read_input(options.mapping);
    if (!mapping) return mapping.error();
    result.mapping = *mapping;
  }
  result.sheet = options.sheet;
  result.profile = options.profile;
  result.organisation = options.organisation;
  if (!options.currency.empty()) {
    result.currency = Currency::parse(options.currency);
    if (!result.currency)
      return Error{fmt::format("--currency is '{}'; write an ISO 4217 code such as EUR", options.currency)};
  }
  for (const std::string& text : options.rates) {
    Result<import::ExchangeRate> rate = import::parse_rate(text);
    if (!rate) return rate.error();
    result.rates.push_back(*rate);
  }
  if (!options.measured_on.empty()) {
    result.measured_on = parse_date(options.measured_on);
    if (!result.measured_on)
      return Error{
          fmt::format("--measured-on is '{}'; write a date such as 2026-01-31", options.measured_on)};
  }
  result.encoding = import::encoding(options.encoding);
  if (!options.date_order.empty()) result.order = import::date_order(options.date_order);
  return result;
}

int run_import(ImportFlags& options, const Run&) {
  const bool to_file = options.output != "-";
  std::error_code ignored;
  if (to_file && !options.force && std::filesystem::exists(options.output, ignored)) {
    return fail(
        fmt::format("{} already exists and was not changed; use --force to replace it", options.output));
  }
  const Result<import::ImportOptions> settings = import_options(options);
  if (!settings) return fail(settings.error());
  const Result<SourcePtr> source = read_input(options.source);
  if (!source) return fail(source.error());
  Diagnostics diagnostics;
  const std::optional<import::ImportResult> result = import::import_records(*source, *settings, diagnostics);
  if (!result) return fail(diagnostics);
  const Result<Written> written = write_text(options.output, result->yaml, links(options.follow));
  if (!written) return fail(written.error());
  print(diagnostics);
  say(result->summary);
  return exit_ok;
}

}  // namespace

Command import_command(const Globals& globals) {
  return command<ImportFlags>(globals, "import", "Import a spreadsheet or export as an inventory",
                              import_rows, run_import);
}

}  // namespace martech_audit::cli

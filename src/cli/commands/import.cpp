// import: a spreadsheet or export becomes an inventory.
#include "import/import.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "base/dates.h"
#include "cli/checks.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/input_files.h"
#include "cli/messages.h"
#include "cli/outputs.h"

namespace martech_audit::cli {
namespace {

struct ImportFlags {
  std::string source;
  std::string mapping;
  std::string profile;
  std::string organisation;
  std::string currency;
  std::vector<std::string> rates;
  std::string date_order;
  std::string measured_on;
  std::string output = "-";
  Links links = Links::refuse;
  bool force = false;
};

Result<import::ImportOptions> import_options(const ImportFlags& options) {
  import::ImportOptions result;
  if (!options.mapping.empty()) {
    Result<SourcePtr> mapping = read_input(options.mapping);
    if (!mapping) return mapping.error();
    result.mapping = *mapping;
  }
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
  if (!options.date_order.empty()) result.order = import::date_order(options.date_order);
  return result;
}

int run_import(const ImportFlags& options) {
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
  const Result<Written> written = write_text(options.output, result->yaml, options.links);
  if (!written) return fail(written.error());
  print(diagnostics);
  say(result->summary);
  return exit_ok;
}

std::string profile_list() {
  std::string list;
  for (const import::ProfileName& profile : import::profile_names()) {
    list += fmt::format("{}{}", list.empty() ? "" : ", ", profile.name);
  }
  return list;
}

}  // namespace

Action declare_import(CLI::App& app, const Globals&) {
  auto options = std::make_shared<ImportFlags>();
  app.add_option("source", options->source,
                 "CSV, YAML or JSON file with a list of records; - for standard input")
      ->required()
      ->type_name("SOURCE");
  app.add_option("--map", options->mapping, "Mapping file: which column fills which field")
      ->type_name("FILE");
  app.add_option("--profile", options->profile, "Import profile, if it is not detected: " + profile_list())
      ->type_name("NAME");
  app.add_option("--organisation", options->organisation, "Name of the organisation")->type_name("NAME");
  app.add_option("--currency", options->currency, "Currency of the organisation")->type_name("CODE");
  app.add_option("--rate", options->rates, "Exchange rate, for example USD=0.92@2026-11-01; repeatable")
      ->type_name("CODE=RATE@DATE");
  app.add_option("--date-order", options->date_order,
                 "Order of day, month and year in dates such as 03/04/2026")
      ->check(one_of({"dmy", "mdy", "ymd"}))
      ->type_name("ORDER");
  app.add_option("--measured-on", options->measured_on,
                 "Date of the active-user counts, if the source has none")
      ->type_name("DATE");
  app.add_option("-o,--output", options->output, "Output file for the inventory")
      ->type_name("FILE")
      ->capture_default_str();
  app.add_flag("--force", options->force, "Overwrite an existing file");
  declare_links(app, options->links);
  return [options] { return run_import(*options); };
}

}  // namespace martech_audit::cli

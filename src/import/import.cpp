#include "import/import.h"

#include <fmt/format.h>

#include <set>

#include "base/dates.h"
#include "base/edit_distance.h"
#include "import/billing_rows.h"
#include "import/cells/calendar_parts.h"
#include "import/gaps.h"
#include "import/header_names.h"
#include "import/holder_list.h"
#include "import/join_holders.h"
#include "import/name_column.h"
#include "import/people.h"
#include "import/period_columns.h"
#include "import/profiles.h"
#include "import/read_table.h"
#include "import/suggest.h"
#include "import/summary.h"
#include "import/workbook/workbook.h"
#include "import/writer.h"
#include "model/reader.h"

namespace martech_audit::import {
namespace {

// What the user says, without what a profile adds.
Mapping given_mapping(const ImportOptions& options, Diagnostics& diagnostics) {
  Mapping mapping;
  if (options.mapping) {
    if (const auto document = read_document(options.mapping, diagnostics)) {
      mapping = read_mapping(*document, diagnostics);
    }
  }
  Mapping flags;
  flags.kind = mapping.kind;
  flags.organisation = options.organisation;
  flags.currency = options.currency;
  flags.rates = options.rates;
  flags.order = options.order;
  if (options.measured_on) flags.defaults.emplace_back("usage.measured_on", to_string(*options.measured_on));
  return merged(std::move(flags), mapping);
}

// A year or a day may be a heading, and is more often data.
bool has_only_numbers(std::string_view text) { return text.find_first_not_of("0123456789-/. ") == text.npos; }

// `named`: keys of the headings that the mapping names.
bool is_known_heading(const std::set<std::string>& named, EntityKind kind, std::string_view text) {
  if (named.contains(header_key(text)) || named_field(kind, text)) return true;
  return read_heading(text).meaning != nullptr || person_column(text) != PersonColumn::none ||
         (!has_only_numbers(text) && read_calendar_part(text).has_value());
}

std::string file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return std::string(slash == path.npos ? path : path.substr(slash + 1));
}

class Importer {
 public:
  Importer(const SourcePtr& source, const ImportOptions& options, Diagnostics& diagnostics)
      : name_(source->name()), source_(source), options_(options), diagnostics_(diagnostics) {}

  std::optional<ImportResult> run() {
    mapping_ = given_mapping(options_, diagnostics_);
    if (!check_profile_name()) return std::nullopt;
    if (!is_workbook(source_->text()) && !decode_source()) return std::nullopt;
    auto table = read_source();
    if (!table || diagnostics_.has_errors()) return std::nullopt;
    table_ = std::move(*table);
    source_ = table_.source;
    add_profile();
    if (table_.rows.empty()) {
      diagnostics_.error({source_, 0, 0}, "there are no rows below the headings",
                         "export the sheet again, including its rows");
      return std::nullopt;
    }
    const bool people = mapping_.people || (mapping_.kind == EntityKind::tool && mapping_.columns.empty() &&
                                            is_list_of_people(table_));
    return people ? import_people() : import_entries();
  }

 private:
  bool check_profile_name() {
    if (options_.profile.empty() || find_profile(options_.profile) != nullptr) return true;
    std::vector<std::string_view> names;
    for (const Profile& profile : profiles()) names.push_back(profile.name);
    diagnostics_.error({}, fmt::format("there is no profile '{}'", options_.profile),
                       did_you_mean(options_.profile, names));
    return false;
  }

  bool decode_source() {
    auto decoded = decode(source_, options_.encoding, diagnostics_);
    if (!decoded) return false;
    source_ = std::move(decoded->source);
    if (!decoded->assumption.empty()) assumptions_.push_back(std::move(decoded->assumption));
    return true;
  }

  std::optional<RecordTable> read_source() {
    std::set<std::string> named;
    for (const ColumnRule& rule : mapping_.columns) named.insert(header_key(rule.heading));
    TableOptions table{mapping_.header_row, mapping_.records, mapping_.rows,
                       [&](std::string_view text) { return is_known_heading(named, mapping_.kind, text); },
                       options_.sheet};
    return read_table(source_, table, diagnostics_);
  }

  void add_profile() {
    if (!options_.profile.empty()) {
      profile_ = find_profile(options_.profile);
    } else if (!options_.mapping) {
      profile_ = recognised_profile(table_);
    }
    if (profile_ != nullptr) mapping_ = merged(std::move(mapping_), mapping_of(*profile_, table_));
  }

  std::optional<ImportResult> import_people() {
    auto rule =
        mapping_.people ? mapping_.people : usual_people_rule(table_, mapping_, source_, diagnostics_);
    if (!rule) return std::nullopt;
    const auto money = plan_money(table_, {}, mapping_, source_, diagnostics_);
    Drafts drafts = count_people(table_, *rule, mapping_, diagnostics_);
    if (!money || diagnostics_.has_errors()) return std::nullopt;
    return finish({}, std::move(drafts), *money, true);
  }

  std::optional<ImportResult> import_entries() {
    std::vector<ColumnPlan> plans = plan_columns(table_, mapping_, diagnostics_);
    if (mapping_.kind == EntityKind::tool) find_names(plans);
    if (diagnostics_.has_errors()) return std::nullopt;
    if (mapping_.billing_data) joined_ = join_billing_rows(table_, plans, mapping_);
    for (std::string& said : settle_period_columns(table_, plans, mapping_))
      assumptions_.push_back(std::move(said));
    const auto holders = find_holders(table_, plans, mapping_);
    const auto money = plan_money(table_, plans, mapping_, source_, diagnostics_);
    if (!money) return std::nullopt;
    Drafts drafts = make_drafts(table_, plans, *money, mapping_, diagnostics_);
    if (holders) drafts = join_holders(std::move(drafts), *holders, table_, mapping_, *money, diagnostics_);
    if (diagnostics_.has_errors()) return std::nullopt;
    return finish(plans, std::move(drafts), *money, false);
  }

  void find_names(std::vector<ColumnPlan>& plans) {
    NameColumn names = settle_name_column(table_, plans, mapping_);
    if (!names.assumption.empty()) assumptions_.push_back(std::move(names.assumption));
    if (names.found) return;
    diagnostics_.error(table_.columns.front().where, "no column contains the tool names",
                       "name it in a mapping: columns: {Your heading: name}");
  }

  std::optional<ImportResult> finish(const std::vector<ColumnPlan>& plans, Drafts drafts,
                                     const MoneyPlan& money, bool people) {
    count_gaps(drafts);
    const bool named = !mapping_.organisation.empty();
    Head head{fmt::format("Imported by martech-audit from {}.", file_name(name_)),
              named ? mapping_.organisation : "My organisation", money.organisation, mapping_.rates};
    assumptions_.insert(assumptions_.end(), money.assumptions.begin(), money.assumptions.end());
    ImportFacts facts{name_, profile_, mapping_.kind, people, joined_, assumptions_, {}, {}};
    if (!named)
      facts.assumptions.push_back("the organisation is called 'My organisation'; change it to your name");
    facts.declared = declare_references(drafts.list, mapping_.kind);
    if (mapping_.kind == EntityKind::tool) facts.suggested = suggest(drafts.list);
    std::string yaml = write_inventory(head, drafts.list, facts.declared, mapping_.kind, drafts.payments);
    const auto written = read_back(yaml);
    if (!written) return std::nullopt;
    return ImportResult{std::move(yaml), summarise(facts, table_, plans, drafts, *written)};
  }

  // The promise that the result is an inventory is kept by reading it.
  std::optional<Inventory> read_back(const std::string& yaml) {
    Diagnostics faults;
    const auto source = std::make_shared<Source>("imported inventory", yaml);
    auto document = read_document(source, faults);
    std::vector<Document> documents;
    if (document) documents.push_back(*document);
    auto inventory = read_inventory(std::move(documents), faults);
    for (const Diagnostic& fault : faults.all()) {
      if (fault.level != DiagnosticLevel::error) continue;
      diagnostics_.error({source_, 0, 0}, "the imported inventory would not be valid: " + fault.message,
                         fault.hint);
    }
    return inventory;
  }

  std::string name_;  // of the file
  SourcePtr source_;  // that places are in
  const ImportOptions& options_;
  Diagnostics& diagnostics_;
  Mapping mapping_;
  RecordTable table_;
  std::vector<std::string> assumptions_;  // about how the source is to be read
  const Profile* profile_ = nullptr;
  std::size_t joined_ = 0;  // rows of billing data that joined others
};

}  // namespace

std::optional<ImportResult> import_records(const SourcePtr& source, const ImportOptions& options,
                                           Diagnostics& diagnostics) {
  auto result = Importer(source, options, diagnostics).run();
  diagnostics.sort();
  return result;
}

Result<ExchangeRate> parse_rate(std::string_view text) {
  const Error error{fmt::format("'{}' is not an exchange rate; write USD=0.92 or USD=0.92@2026-11-01", text)};
  const std::size_t equals = text.find('=');
  if (equals == text.npos) return error;
  const std::size_t at = std::min(text.find('@', equals), text.size());
  const auto currency = Currency::parse(text.substr(0, equals));
  const auto rate = Decimal::parse(text.substr(equals + 1, at - equals - 1));
  const auto day = at == text.size() ? std::nullopt : parse_date(text.substr(at + 1));
  if (!currency || !rate || rate->mantissa <= 0 || (at != text.size() && !day)) return error;
  return ExchangeRate{*currency, *rate, day};
}

std::vector<ProfileName> profile_names() {
  std::vector<ProfileName> names;
  for (const Profile& profile : profiles()) names.push_back({profile.name, profile.summary});
  return names;
}

}  // namespace martech_audit::import

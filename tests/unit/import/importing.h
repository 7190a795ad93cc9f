// Text to inventory by import, for the tests.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <string>

#include "base/dates.h"
#include "import/import.h"
#include "model/reader.h"
#include "support/catch.h"

namespace martech_audit::import::test {

struct Imported {
  std::optional<ImportResult> result;
  std::string messages;  // rendered at once, as they look into the sources
};

inline Imported import_text(const std::string& name, const std::string& text, ImportOptions options = {},
                            const std::string& mapping = {}) {
  const auto source = std::make_shared<Source>(name, text);
  if (!mapping.empty()) options.mapping = std::make_shared<Source>("map.yaml", mapping);
  Diagnostics diagnostics;
  Imported imported;
  imported.result = import_records(source, options, diagnostics);
  imported.messages = render(diagnostics);
  return imported;
}

inline ImportOptions in(std::string_view currency) { return {.currency = Currency::parse(currency)}; }

// The inventory without what the catalogue suggests behind the ids of its tools.
inline std::string without_suggestions(const std::string& yaml) {
  static const std::regex suggestion("(- id: [a-z0-9-]+)  # [^\n]*");
  return std::regex_replace(yaml, suggestion, "$1");
}

// The list of tools of what was imported.
inline std::string tools_of(const Imported& imported) {
  if (!imported.result) return imported.messages;
  const std::string yaml = without_suggestions(imported.result->yaml);
  return yaml.substr(yaml.find("tools:\n"));
}

inline std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline bool says(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

// The messages of reading an inventory; empty where it is flawless.
inline std::string reading_messages(const std::string& yaml) {
  Diagnostics diagnostics;
  const auto source = std::make_shared<Source>("inventory.yaml", yaml);
  std::vector<Document> documents;
  if (auto document = read_document(source, diagnostics)) documents.push_back(*document);
  read_inventory(std::move(documents), diagnostics);
  return render(diagnostics);
}

// What a profile wrote behind the organisation, or what is wrong. The profile is recognised by the headings.
inline std::string imported_by(std::string_view profile, const std::string& sheet) {
  ImportOptions options{.currency = Currency::parse("EUR"), .measured_on = *parse_date("2026-11-23")};
  options.rates = {*parse_rate("USD=0.5")};
  const auto made = import_text("export.csv", sheet, options);
  if (!made.result) return "\n" + made.messages;
  const std::string named = "profile " + std::string(profile) + ":";
  CHECK(made.result->summary.find(named) != std::string::npos);
  CHECK(reading_messages(made.result->yaml).find("error") == std::string::npos);
  const std::string yaml = without_suggestions(made.result->yaml);
  const std::size_t tools = yaml.find("\ntools:\n");
  return made.messages + yaml.substr(tools == yaml.npos ? yaml.find("\nledger:\n") : tools);
}

}  // namespace martech_audit::import::test

// Text to inventory, for the tests of the model.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "model/dump.h"
#include "model/reader.h"

namespace martech_audit::test {

// What came of reading some texts. Diagnostics are rendered at once, as they look into the sources.
struct Reading {
  std::vector<SourcePtr> sources;
  std::optional<Inventory> inventory;
  std::string messages;
};

inline Reading read_texts(const std::vector<std::pair<std::string, std::string>>& files) {
  Reading reading;
  Diagnostics diagnostics;
  std::vector<Document> documents;
  for (const auto& [name, text] : files) {
    reading.sources.push_back(std::make_shared<Source>(name, text));
    if (auto document = read_document(reading.sources.back(), diagnostics)) documents.push_back(*document);
  }
  reading.inventory = read_inventory(std::move(documents), diagnostics);
  reading.messages = render(diagnostics);
  return reading;
}

inline Reading read_text(const std::string& text) { return read_texts({{"inventory.yaml", text}}); }

// The smallest head of an inventory, for texts that are about something else. Two lines.
inline std::string with_head(const std::string& text) {
  return "martech: 1\norganisation: {name: Acme, currency: EUR}\n" + text;
}

inline std::string messages_of(const std::string& text) { return read_text(with_head(text)).messages; }

// Each diagnostic on a line: "4:10-13 error: what (hint)". For tables of many small faults; the other tests
// look at whole excerpts.
inline std::string brief_of(const std::string& text) {
  const SourcePtr source = std::make_shared<Source>("inventory.yaml", with_head(text));
  Diagnostics diagnostics;
  std::vector<Document> documents;
  if (auto document = read_document(source, diagnostics)) documents.push_back(*document);
  if (!documents.empty()) read_inventory(std::move(documents), diagnostics);
  std::string lines;
  for (const Diagnostic& one : diagnostics.all()) {
    const Position begin = source->position(one.where.begin), end = source->position(one.where.end);
    lines += std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-" +
             std::to_string(end.column) + " " + std::string(name(one.level)) + ": " + one.message +
             (one.hint.empty() ? "" : " (" + one.hint + ")") + "\n";
  }
  if (!lines.empty()) lines.pop_back();
  return lines;
}

}  // namespace martech_audit::test

// Documents as text, for tables of "input → printed form".
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "document/document.h"

namespace martech_audit::test {

inline SourcePtr source(std::string text, std::string name = "t.yaml") {
  return std::make_shared<Source>(std::move(name), std::move(text));
}

// The document, which must read without diagnostics; else what was reported.
struct Reading {
  std::optional<Document> document;
  std::string report;

  Node root() const { return document->root(); }
};

inline Reading read(std::string text, std::string name = "t.yaml") {
  const SourcePtr kept = source(std::move(text), std::move(name));
  Diagnostics diagnostics;
  Reading reading;
  reading.document = read_document(kept, diagnostics);
  reading.report = render(diagnostics);
  return reading;
}

// The tree, then what was reported.
inline std::string printed(std::string text, std::string name = "t.yaml") {
  const Reading reading = read(std::move(text), std::move(name));
  return (reading.document ? dump(*reading.document) : std::string()) + reading.report;
}

// What was reported, where no tree matters.
inline std::string reported(std::string text, std::string name = "t.yaml") {
  return read(std::move(text), std::move(name)).report;
}

// The same nodes at the same bytes.
inline bool same(const Tree& a, const Tree& b) {
  return std::ranges::equal(a.nodes, b.nodes) && std::ranges::equal(a.sides, b.sides) && a.side == b.side;
}

}  // namespace martech_audit::test

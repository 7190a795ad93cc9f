// Inventories in YAML, facts as text.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/dates.h"
#include "document/document.h"
#include "facts/facts.h"
#include "model/reader.h"
#include "support/catch.h"

namespace martech_audit::test {

inline constexpr Date monday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};

inline constexpr std::string_view acme =
    "martech: 1\n"
    "organisation: {name: Acme, currency: EUR, exchange_rates: {USD: {rate: 0.92}, JPY: {rate: 0.0061}}}\n";

inline Arena memory;  // of the facts that tests read

// The lists are appended to `acme`.
inline Inventory inventory_of(std::string_view lists) {
  Diagnostics diagnostics;
  auto source = std::make_shared<Source>("stack.yaml", std::string(acme) + std::string(lists));
  auto document = read_document(source, diagnostics);
  INFO(render(diagnostics));
  REQUIRE(document);
  std::vector<Document> documents{*document};
  auto inventory = read_inventory(std::move(documents), diagnostics);
  INFO(render(diagnostics));
  REQUIRE(inventory);
  return std::move(*inventory);
}

// The lines of the dump that are about one of the facts named: "tool.annual_cost org.total_cost".
inline std::string only(const std::string& dump, std::string_view names) {
  std::istringstream wanted{std::string(names)};
  std::vector<std::string> facts{std::istream_iterator<std::string>(wanted), {}};
  std::string kept;
  std::istringstream lines(dump);
  for (std::string line; std::getline(lines, line);) {
    const std::string head = line.substr(0, line.find(" = "));
    std::string kind = head.substr(0, head.find(' '));
    if (kind == "organisation") kind = "org";
    const std::string fact = kind + "." + head.substr(head.rfind(' ') + 1);
    if (std::find(facts.begin(), facts.end(), fact) != facts.end()) kept += line + "\n";
  }
  return kept;
}

inline std::string facts_in(std::string_view lists, std::string_view names, Date as_of = monday) {
  const Inventory inventory = inventory_of(lists);
  Diagnostics notes;
  return only(dump(inventory, derive_facts(inventory, as_of, notes)), names);
}

inline std::string notes_on(std::string_view lists, Date as_of = monday) {
  const Inventory inventory = inventory_of(lists);
  Diagnostics notes;
  derive_facts(inventory, as_of, notes);
  return render(notes);
}

// One row of a table of tests. `expected` begins with a line break, for the looks of raw strings.
struct Case {
  const char* name;
  std::string_view lists;
  std::string_view facts;
  std::string_view expected;
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& row : cases) {
    INFO(row.name);
    CHECK("\n" + facts_in(row.lists, row.facts) == row.expected);
  }
}

}  // namespace martech_audit::test

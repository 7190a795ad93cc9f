#include <filesystem>
#include <fstream>
#include <regex>

#include "martech_audit/fact.h"
#include "support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

std::string own_sources() {
  std::string text;
  for (const auto& entry :
       std::filesystem::directory_iterator(MARTECH_AUDIT_SOURCE_DIR "/tests/unit/facts")) {
    std::ifstream file(entry.path());
    REQUIRE(file);
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  return text;
}

bool is_type(const std::string& type) {
  static const std::regex pattern(
      R"((bool|int|double|string|timestamp|map\(string, double\)|list\((string|\w+)\)))");
  return std::regex_match(type, pattern);
}

// A fact's name as a word or a text of its own.
bool stands_alone(std::string_view tests, const std::string& name) {
  const auto is_edge = [](char c) { return c == ' ' || c == '"'; };
  for (std::size_t at = tests.find(name, 1); at != tests.npos; at = tests.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (is_edge(tests[at - 1]) && end < tests.size() && is_edge(tests[end])) return true;
  }
  return false;
}

// What a value of the type may look like, beside unknown.
bool fits(const Value& value, std::string_view type) {
  switch (value.kind()) {
    case ValueKind::unknown:
      return !value.missing().empty();
    case ValueKind::boolean:
      return type == "bool";
    case ValueKind::integer:
      return type == "int";
    case ValueKind::real:
    case ValueKind::decimal:
      return type == "double";
    case ValueKind::string:
      return type == "string";
    case ValueKind::date:
      return type == "timestamp" && !value.is_before();
    case ValueKind::list:
      return type.starts_with("list(");
    case ValueKind::map:
      return type.starts_with("map(");
    default:
      return false;
  }
}

}  // namespace

TEST_CASE("every fact has a summary, a type and a test") {
  const std::string tests = own_sources();
  for (const Fact& fact : all_facts()) {
    const std::string kind(fact.of == EntityKind::organisation ? "org" : name(fact.of));
    const std::string full = kind + "." + std::string(fact.name);
    INFO(full);
    CHECK(!fact.summary.empty());
    CHECK(fact.summary.back() != '.');
    CHECK(is_type(std::string(fact.type)));
    CHECK(stands_alone(tests, full));
    CHECK(!shape_of(fact.of).index_of(fact.name));  // a fact must not hide a field
  }
}

TEST_CASE("an inventory that says nothing makes facts that say what is missing") {
  for (const char* lists : {"", "tools: [{id: a, name: A}]\nobjectives: [{id: o}]\nkpis: [{id: k}]\n"}) {
    const Inventory inventory = inventory_of(lists);
    Diagnostics notes;
    const Facts facts = derive_facts(inventory, monday, notes);
    CHECK(notes.empty());
    for (const Fact& fact : all_facts()) {
      for (const Record& entity : inventory.entities(fact.of)) {
        INFO(name(fact.of) << "." << fact.name);
        CHECK(fits(facts.of(entity, fact.name, memory), fact.type));
      }
    }
  }
}

TEST_CASE("facts outlive copies of themselves, and move") {
  const Inventory inventory =
      inventory_of("tools: [{id: a, name: A, capabilities: [x]}, {id: b, name: B, capabilities: [x]}]\n");
  Diagnostics notes;
  std::optional<Facts> facts = derive_facts(inventory, monday, notes);
  const Facts kept = *facts;
  facts.reset();
  const Value peers = kept.of(inventory.entities(EntityKind::tool)[0], "shares_capability_with", memory);
  REQUIRE(peers.as_list().size() == 1);
  CHECK(peers.as_list()[0].as_record() == &inventory.entities(EntityKind::tool)[1]);
}

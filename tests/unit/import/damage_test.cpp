// Sources with bytes that were lost, doubled or changed: read, or refused with a place.
#include <random>

#include "importing.h"
#include "support/catch.h"
#include "support/sample.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::file_text;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::reading_messages;

namespace {

const std::string list =
    R"([{"name": "Mail", "cost": {"amount": 12.5, "currency": "EUR", "per": "month"}, "seats": 5,
  "contracts": [{"ends": "2027-01-31", "notice": 30}, {"endDate": "31/12/2027"}],
  "integrations": [{"to": "Chat", "kind": "api"}]}, {"name": "Chat", "tags": ["a", "b"], "x": null}])";

std::string damaged(std::string text, std::mt19937& random) {
  const std::string_view marks = "\",;:\n{}[]'&*#-\t\r\0\xFF 0aZ";
  for (std::size_t changes = 1 + random() % 4; changes > 0 && !text.empty(); --changes) {
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text.erase(at, 1 + random() % 20);
        break;
      case 1:
        text.insert(at, 1, marks[random() % marks.size()]);
        break;
      case 2:
        text.insert(at, text.substr(random() % text.size(), random() % 60));
        break;
      default:
        text[at] = marks[random() % marks.size()];
    }
  }
  return text;
}

void check_damaged(const std::string& name, const std::string& text, const std::string& mapping) {
  ImportOptions options = in("EUR");
  options.rates.push_back({*Currency::parse("USD"), *Decimal::parse("0.9"), {}});
  std::mt19937 random(5);
  constexpr std::size_t rounds = sample_of(250);
  std::size_t read = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    const std::string source = damaged(text, random);
    const auto imported = import_text(name, source, options, mapping);
    INFO(source << "\n" << imported.messages);
    if (imported.result) {
      CHECK(reading_messages(imported.result->yaml).find("error") == std::string::npos);
      ++read;
    } else {
      CHECK(imported.messages.find("error: ") != std::string::npos);
      CHECK(imported.messages.find("would not be valid") == std::string::npos);
    }
  }
  CHECK(read > rounds / 25);
}

}  // namespace

TEST_CASE("damaged sheets and lists are read or refused") {
  check_damaged("messy.csv", file_text(MARTECH_AUDIT_SOURCE_DIR "/tests/unit/import/data/messy.csv"), {});
  check_damaged("list.json", list, {});
  check_damaged("list.yaml", list, "rows: contracts\n");
}

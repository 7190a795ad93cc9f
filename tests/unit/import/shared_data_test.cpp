// Imports of files that lie beside the project; skipped where they are absent.
#include <fstream>
#include <sstream>

#include "base/placeholder.h"
#include "document/document.h"
#include "import/cells/words.h"
#include "importing.h"
#include "support/catch.h"
#include "support/skip.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::file_text;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::reading_messages;
using martech_audit::import::test::without_suggestions;

namespace {

const std::string shared_data = MARTECH_AUDIT_SHARED_DATA;

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("GitLab's tech stack imports whole") {
  const std::string path = shared_data + "/gitlab-tech-stack/tech_stack.2022-08-12.yml";
  const std::string text = file_text(path);
  if (text.empty()) return tests::skip(path);
  const auto imported = import_text("tech_stack.yml", text);
  INFO(imported.messages);
  REQUIRE(imported.result);
  CHECK(imported.messages.empty());
  CHECK(reading_messages(imported.result->yaml) == "");

  Diagnostics diagnostics;
  const auto source = read_document(std::make_shared<Source>("tech_stack.yml", text), diagnostics);
  const auto result =
      read_document(std::make_shared<Source>("inventory.yaml", imported.result->yaml), diagnostics);
  REQUIRE(source);
  REQUIRE(result);
  const Node tools = result->root().find("tools");
  CHECK(source->root().size() == 220);
  REQUIRE(tools.size() == 220);
  std::size_t blank_owners = 0;
  std::size_t blank_groups = 0;
  auto tool = tools.begin();
  for (const Node entry : source->root()) {
    const Node owner = entry.find("business_owner");
    const Node group = entry.find("group_owner");
    const bool blank = !owner || is_placeholder(owner.text());
    INFO(entry.find("title").text());
    CHECK(bool((*tool).find("owner")) == !blank);
    CHECK(bool((*tool).find("x-group-owner")) == (group && !group.is_null() && !group.text().empty()));
    blank_owners += blank ? 1 : 0;
    blank_groups += group && !group.is_null() && !group.text().empty() ? 0 : 1;
    ++tool;
  }
  CHECK(blank_owners == 2);
  CHECK(blank_groups == 40);
  CHECK(count_of(imported.result->yaml, "\n    status:") == 0);
  CHECK(count_of(imported.result->yaml, "\n      personal: true\n") == 5);
}

TEST_CASE("every export shape that was found is understood or reported") {
  const std::string path = shared_data + "/export-shapes/HEADERS.md";
  std::ifstream file(path);
  if (!file) return tests::skip(path);
  std::size_t headers = 0;
  for (std::string line; std::getline(file, line);) {
    if (count_of(line, ",") < 2 || !line.starts_with("  ") || line.find("(header") != line.npos) continue;
    const std::string header = line.substr(2);
    if (header.starts_with("target fields")) continue;
    ++headers;
    const std::string row = std::string(count_of(header, ","), ',');
    const auto imported = import_text("export.csv", header + "\nx" + row + "\n", in("EUR"));
    INFO(header << "\n" << imported.messages);
    if (imported.result) {
      CHECK(reading_messages(imported.result->yaml).find("error") == std::string::npos);
    } else {
      CHECK(imported.messages.find("hint: ") != std::string::npos);
    }
  }
  CHECK(headers > 10);
}

TEST_CASE("Snipe-IT's sample imports, without its people") {
  const std::string path = shared_data + "/export-shapes/snipeit_MOCK_LICENSES.head.csv";
  const std::string text = file_text(path);
  if (text.empty()) return tests::skip(path);
  const auto imported = import_text("licences.csv", text);
  INFO(imported.messages);
  REQUIRE(imported.result);
  CHECK(count_of(imported.result->yaml, "\n  - id: ") == 5);
  CHECK(imported.result->yaml.find('@') == std::string::npos);
  CHECK(imported.result->yaml.find("purchased_on: 2012-07-13") != std::string::npos);
  CHECK(imported.result->summary.find("cost: 400.55 USD read, same total written") != std::string::npos);
}

TEST_CASE("a subscription tracker's sample imports with its currencies") {
  const std::string path = shared_data + "/export-shapes/saas-cost-analysis_subscriptions.csv";
  const std::string text = file_text(path);
  if (text.empty()) return tests::skip(path);
  ImportOptions options = in("USD");
  options.rates = {*parse_rate("INR=0.012"), *parse_rate("AED=0.27")};
  const auto imported = import_text("subscriptions.csv", text, options);
  INFO(imported.messages);
  REQUIRE(imported.result);
  CHECK(imported.messages.empty());
  CHECK(without_suggestions(imported.result->yaml)
            .find("  - id: notion\n    name: Notion\n    user_teams:\n      - Marketing\n    cost:\n"
                  "      amount: 120\n      currency: INR\n      per: year\n") != std::string::npos);
  CHECK(imported.result->summary.find(
            "cost: 105.00 AED + 372.00 INR + 560.00 USD read, same total written") != std::string::npos);
}

// Sheets as strangers have them: each is imported, validated and scanned, or refused with a place and a
// remedy.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"
#include "support/workbooks.h"

namespace martech_audit::tests::import {
namespace {

const std::string shared = MARTECH_AUDIT_SHARED_DATA;
const std::string header = "Tool,Vendor,Owner,Annual cost,Renewal date,Seats,Notice period,Notes\n";
const std::string row = "Mail,Acme,Kim,100 EUR,2027-01-31,5,30,\n";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

std::string with_delimiter(std::string text, char delimiter) {
  for (char& c : text) c = c == ',' ? delimiter : c;
  return text;
}

Run import_file(const std::string& path, const std::string& output) {
  return martech_audit({"import", path, "--currency", "EUR", "--rate", "USD=0.9", "--output", output});
}

void check_use(const std::string& inventory) {
  const Run valid = martech_audit({"validate", inventory});
  INFO(valid.err);
  CHECK(valid.exit_code == 0);
  const Run scanned = martech_audit({"scan", inventory, "--as-of", "2026-11-23", "--exit-zero"});
  INFO(scanned.err);
  CHECK(scanned.exit_code == 0);
}

}  // namespace

TEST_CASE("messy sheets and lists import, validate and scan") {
  struct Case {
    std::string name;
    std::string text;
    std::vector<std::string> written;    // parts of the inventory
    std::vector<std::string> said = {};  // parts of what standard error says
  };
  const std::vector<Case> cases{
      {"bom.csv", "\xEF\xBB\xBF" + header + row, {"name: Mail", "amount: 100"}},
      {"semicolons.csv",
       with_delimiter(header, ';') + "Mail;Acme;Kim;1.234,56 \u20AC;31.01.2027;5;30;\n",
       {"amount: 1234.56", "ends: 2027-01-31"}},
      {"separator.csv", "sep=;\n" + with_delimiter(header + row, ';'), {"amount: 100"}},
      {"tabs.tsv", with_delimiter(header + row, '\t'), {"amount: 100", "notice_days: 30"}},
      {"carriage-returns.csv", "Tool,Seats\rMail,5\rChat,6\r", {"purchased: 5", "name: Chat"}},
      {"banner.csv",
       "Acme marketing stack,,\nconfidential\n,,,\n" + header + row,
       {"name: Mail"},
       {"left out above the headings: Acme marketing stack", "headings in row 4"}},
      {"total.csv",
       header + row + "TOTAL:,,,\"1,100 EUR\",,,,\n",
       {"name: Mail"},
       {"left out: row 3 is a total", "Annual cost: 1,100 EUR"}},
      {"doubled.csv",
       "Tool,Cost,Cost,Tool,Notes,Notes\nMail,100 EUR,200 EUR,Post,a,b\n",
       {"amount: 100", "x-cost-2: 200 EUR", "x-tool-2: Post", "notes: a", "x-notes-2: b"},
       {"another column is also called 'Cost'"}},
      {"ragged.csv",
       header + "Mail,Acme\nChat,Acme,Kim,100 EUR,2027-01-31,5,30,x,y,z\n",
       {"name: Mail", "x-column-9: \"y\"", "x-column-10: z"},
       {"this row has 2 cells, the header 8", "this row has 10 cells, the header 8"}},
      {"formulas.csv",
       header + "=1+1,+cmd|' /C calc'!A0,@SUM(A1),-1 EUR,=TODAY(),=B2,\t,=HYPERLINK(1)\n",
       {"name: \"=1+1\"", "vendor: +cmd|' /C calc'!A0\n", "x-annual-cost: \"-1 EUR\"",
        "x-renewal-date: \"=TODAY()\""},
       {"a cost cannot be negative"}},
      {"amounts.csv",
       header + "A,,,\"1.234,56 \u20AC\",,,,\nB,,,\"(1,200.00)\",,,,\nC,,,12k,,,,\n"
                "D,,,\"USD 1,200 per user per month\",,,,\nE,,,TBC,Q3 2026,,,\nF,,,1e9,,,,\n"
                "G,,,99999999999999999999,,,,\n",
       {"amount: 1234.56", "x-annual-cost: (1,200.00)", "amount: 12000",
        "x-annual-cost: USD 1,200 per user per month", "x-renewal-date: Q3 2026", "x-annual-cost: \"1e9\"",
        "99999999999999999999"},
       {"this is a price per user, not a total", "'TBC' in Annual cost: row 6", "this is not a date"}},
      {"long.csv",
       header + "Mail,,,,,,,\"" + std::string(100'000, 'x') + "\"\n",
       {std::string(100'000, 'x')}},
      {"escapes.csv",
       "Tool,Notes\nMa\x1B[31mil\u202E,\x07"
       "bell\n",
       {"\"Ma\\x1b[31mil\\u202e\"", "\"\\x07bell\""}},
      {"chinese.csv",
       "Tool,\u8D39\u7528,\u5907\u6CE8\n\u90AE\u4EF6,1,a\n\u804A\u5929,2,b\n",
       {"- id: tool\n", "- id: tool-2\n", "x-column-2: \"1\"", "x-column-3: b"}},
      {"nested.yaml",
       "base: &b {region: EU}\ntools:\n- name: Mail\n  scope: *b\n  contracts: [{ends: 2027-01-31}, {n: [1, "
       "{a: "
       "b}]}]\n- name: Chat\n  scope: *b\n",
       {"x-scope-region: EU", "{ends: 2027-01-31}\n", "{n: [1, {a: b}]}"},
       {"left out next to the list: base: 1 key"}},
      {"list.json",
       R"([{"name": "Mail", "cost": {"amount": 12.5, "currency": "EUR", "per": "month"}}, {"name": "Chat"}])",
       {"amount: 12.5", "per: month", "name: Chat"}},
      {"keyed.json",
       R"({"Mail": {"vendor": "Acme", "owner": "Kim"}, "Chat": {"vendor": "Acme"}})",
       {"- id: mail\n    name: Mail\n    vendor: Acme\n    owner: Kim\n", "name: Chat"}},
      {"names.csv", "Tool\nMail\nChat\n", {"name: Mail", "name: Chat"}},
  };
  for (const Case& test : cases) {
    const TemporaryFolder folder;
    const std::string output = folder.file("inventory.yaml");
    const Run run = import_file(folder.write(test.name, test.text), output);
    INFO(test.name << "\n" << run.err);
    REQUIRE(run.exit_code == 0);
    const std::string inventory = read_text(output);
    for (const std::string& part : test.written) {
      INFO(inventory.substr(0, 2000) << "lacks " << part);
      CHECK(contains(inventory, part));
    }
    for (const std::string& part : test.said) CHECK(contains(run.err, part));
    check_use(output);
  }
}

TEST_CASE("what cannot be imported is refused with a place and a remedy, and nothing is written") {
  struct Case {
    std::string name;
    std::string text;
    std::string message;  // up to the line that is shown
    std::string hint;
  };
  const std::vector<Case> cases{
      {"empty.csv", "", "empty.csv:1:1: error: there is nothing in this file\n",
       "export the sheet again, including its rows"},
      {"headings.csv", header, "headings.csv:1:1: error: there are no rows below the headings\n",
       "export the sheet again, including its rows"},
      {"no-text.csv", header + "Caf\xE9,Acme,Kim,100 \x81,,,,\n",
       "no-text.csv:2:4: error: this byte is not UTF-8\n", "save the sheet as 'CSV UTF-8'"},
      {"nul.csv", header + std::string("Ma\0il,Acme\n", 11),
       "nul.csv:2:3: error: a NUL byte: this is not UTF-8 text\n",
       "save it as 'CSV UTF-8'; it may be UTF-16"},
      {"utf-16.csv", std::string("\xFF\xFET\0o\0o\0l", 9),
       "utf-16.csv:1:9: error: this byte is not UTF-16 (little-endian)\n", "save it again as 'CSV UTF-8'"},
      {"workbook.csv", "PK\x03\x04",
       "workbook.csv: error: this file is damaged or not complete: it cannot be unpacked\n",
       "copy or download it again, or open it in a spreadsheet program and save it again"},
      {"old.xls", "\xD0\xCF\x11\xE0",
       "old.xls: error: this is an old Excel workbook (.xls) or another old Office file\n",
       "open it in a spreadsheet program and save it as .xlsx"},
      {"login.csv", "<!DOCTYPE html><html><body>Sign in</body></html>\n",
       "login.csv:1:1: error: this is a web page, not CSV\n",
       "sign in to the source and export the list again"},
      {"quote.csv", header + "Mail,\"Acme,Kim\nChat,Acme\n",
       "quote.csv:2:6: error: this quote is never closed\n",
       "end the cell with a quote; double quotes inside a cell"},
      {"long.csv", header + "Mail,,,,,,,\"" + std::string(300'000, 'x') + "\"\n",
       "long.csv:2:12: error: this cell has 300000 bytes; the maximum is 262144\n",
       "shorten it, or check for a missing closing quote"},
      {"chinese.csv", "\u5DE5\u5177,\u8D39\u7528\n\u90AE\u4EF6,1\n",
       "chinese.csv:1:1: error: no row has a known heading such as 'Tool', 'Vendor' or 'Annual cost'\n",
       "write a mapping: header_row: 1, columns: {\u5DE5\u5177: name, \u2026}"},
      {"broken.yaml", "- name: Mail\n  owner: \"Kim\n",
       "broken.yaml:2:10: error: quote opened here is never closed\n",
       "close it on the same line; write '' for an apostrophe within single quotes"},
      {"merge.yaml", "base: &b {owner: Kim}\ntools:\n- {name: Mail, <<: *b}\n",
       "merge.yaml:3:16: error: merge keys ('<<') are not supported\n",
       "write the members out, or use an alias for the whole value"},
      {"broken.json", "[{\"name\":\"Mail\",}",
       "broken.json:1:17: error: a comma before the closing bracket\n", "remove it"},
      {"mixed.json", R"([{"name": "Mail"}, "Chat"])",
       "mixed.json:1:20: error: this item of the list is not a record of keys and values\n",
       "write {name: \u2026}, or leave it out"},
      {"inventory.yaml", "martech: 1\ntools: [{id: a, name: A}]\n",
       "inventory.yaml:1:1: error: this is already an inventory\n", "scan or validate it directly"},
  };
  for (const Case& test : cases) {
    const TemporaryFolder folder;
    folder.write(test.name, test.text);
    const Run run =
        martech_audit(Setting{.arguments = {"import", test.name, "--currency", "EUR", "--output", "out.yaml"},
                              .folder = folder.path()});
    INFO(test.name << "\n" << run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with(test.message));
    CHECK(contains(run.err, "\n      hint: " + test.hint + "\n"));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  }
}

TEST_CASE("fifty thousand rows import, validate and scan") {
  std::string sheet = header;
  for (int i = 0; i < 50'000; ++i) {
    const std::string number = std::to_string(i);
    sheet += "Tool " + number + ",Vendor " + std::to_string(i % 97) + ",Owner,5 EUR,2027-01-31,5,30,\n";
  }
  const TemporaryFolder folder;
  const Run run = import_file(folder.write("many.csv", sheet), folder.file("inventory.yaml"));
  CHECK(run.exit_code == 0);
  CHECK(contains(run.err, "wrote 50,000 tools\n"));
  CHECK(martech_audit({"validate", folder.file("inventory.yaml")}).exit_code == 0);
}

std::size_t lines_starting(const std::string& text, const std::string& start) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find("\n" + start, at)) != text.npos; ++at) ++count;
  return count;
}

// Every finding against the source, which is read here line by line.
TEST_CASE("the report on GitLab's tech stack counts what the source has") {
  const std::string path = shared + "/gitlab-tech-stack/tech_stack.2022-08-12.yml";
  std::ifstream source(path);
  if (!source) return skip(path);
  std::vector<std::string> titles;
  std::size_t owners = 0;
  std::size_t groups = 0;
  const auto is_given = [](const std::string& line, std::string_view key) {
    return line.starts_with(key) && line.find_first_not_of(" \"'", key.size()) != line.npos &&
           line.substr(key.size()) != " null";
  };
  std::vector<bool> owned;
  std::size_t personal = 0;
  for (std::string line; std::getline(source, line);) {
    if (line.starts_with("- title:")) {
      titles.push_back(line.substr(9));
      owned.push_back(false);
    }
    if (is_given(line, "  business_owner:")) {
      ++owners;
      owned.back() = true;
    }
    if (is_given(line, "  group_owner:")) ++groups;
    if (line.starts_with("  processing_customer_data: ") &&
        (line.ends_with("Yes") || line.ends_with("true"))) {
      ++personal;
    }
  }
  CHECK(titles.size() == 220);

  const TemporaryFolder folder;
  const std::string inventory = folder.file("inventory.yaml");
  REQUIRE(martech_audit({"import", path, "-o", inventory}).exit_code == 0);
  const std::string yaml = read_text(inventory);
  CHECK(lines_starting(yaml, "    x-group-owner:") == groups);
  check_use(inventory);
  const auto report = nlohmann::json::parse(
      martech_audit({"scan", inventory, "--as-of", "2026-11-23", "--exit-zero", "--format", "json"}).out);
  CHECK(report["summary"]["tools"] == titles.size());
  CHECK(report["summary"]["money"]["tools_without_cost"] == titles.size());
  std::size_t ownerless = 0;
  std::size_t without_basis = 0;
  std::size_t without_backup = 0;
  for (const auto& finding : report["findings"]) {
    const std::string name = finding["entity"]["name"];
    INFO(finding["message"]);
    if (finding["rule"] == "ownerless-tool") {
      const auto at = std::find(titles.begin(), titles.end(), name);
      REQUIRE(at != titles.end());
      CHECK_FALSE(owned[static_cast<std::size_t>(at - titles.begin())]);
      ++ownerless;
    } else if (finding["rule"] == "privacy-basics-missing") {
      ++without_basis;
    } else if (finding["rule"] == "roles-undefined") {
      // The source has no word of stand-ins.
      CHECK((finding["severity"] == "low") ==
            (finding["message"] == name + " is critical but has no current backup owner"));
      ++without_backup;
    } else {
      CHECK((finding["rule"] == "inventory-incomplete" || finding["rule"] == "cost-unknown"));
    }
  }
  CHECK(ownerless == titles.size() - owners);
  CHECK(without_basis == personal);  // the source has no word of a legal basis
  CHECK(without_backup == lines_starting(yaml, "    criticality: critical"));
}

TEST_CASE("a workbook imports, validates and scans; a sheet can be named") {
  const TemporaryFolder folder;
  const std::string list = text_row("Tool|Vendor|Annual cost|Renewal date|Seats");
  const std::string book =
      folder.write("stack.xlsx", xlsx({{"Europe", list + text_row("Mail|Acme|100 EUR|2027-01-31|5") +
                                                      text_row("Chat|Acme|5|2027-01-31|1")},
                                       {"America", list + text_row("Post|Acme|70 EUR|2027-01-31|a few")}}));
  const std::string output = folder.file("inventory.yaml");
  const Run taken = import_file(book, output);
  INFO(taken.err);
  REQUIRE(taken.exit_code == 0);
  CHECK(contains(taken.err, "  sheet 'Europe' of 2; the others: 'America'\n"));
  CHECK(contains(taken.err, book + "!America!A1: warning: this sheet has 1 row below known headings"));
  CHECK(contains(read_text(output), "name: Mail"));
  check_use(output);

  const Run named = martech_audit({"import", book, "--sheet", "America", "--currency", "EUR"});
  CHECK(named.exit_code == 0);
  CHECK(contains(named.out, "name: Post"));
  CHECK(contains(named.err,
                 book + "!America!E2: warning: 'Seats' is kept as text: this is not a whole number"));

  const Run wrong = martech_audit({"import", book, "--sheet", "Amerika"});
  CHECK(wrong.exit_code == 2);
  CHECK(contains(wrong.err,
                 "there is no sheet 'Amerika'; the sheets are 'Europe', 'America'\n      hint: did you mean "
                 "'America'?\n"));
}

}  // namespace martech_audit::tests::import

// Writes, for each fuzz target, a dictionary and inputs to begin with, made of what the program knows of its
// formats: schemas, field tables, packs, profiles, functions. So a new field or function is fuzzed from its
// first day.
//
//   fuzz_seeds FOLDER        FOLDER/<target>.dict and FOLDER/<target>/
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "audit/packs.h"
#include "base/text.h"
#include "cel/cel.h"
#include "cel/function.h"
#include "cli/command.h"
#include "config/config.h"
#include "document/json_copy.h"
#include "findings/baseline.h"
#include "fuzzing.h"
#include "import/profiles.h"
#include "martech_audit/fact.h"
#include "martech_audit/reporter.h"
#include "model/schema.h"
#include "report/json_schema.h"
#include "rules/pack_schema.h"

namespace martech_audit::fuzz {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Texts = std::vector<std::string>;

struct Seeds {
  std::string target;
  std::set<std::string> words;
  Texts inputs;
};

// --- words

// Names of members, with `mark` behind them, and words that a value may be.
void add_schema(std::set<std::string>& words, const Json& schema, std::string_view quote) {
  const std::string q(quote);
  for (const auto& [key, part] : schema.items()) {
    if (key == "properties") {
      for (const auto& [name, value] : part.items()) words.insert(q + name + q + ": ");
    }
    if (key == "enum") {
      for (const Json& word : part) {
        if (word.is_string()) words.insert(q + word.get<std::string>() + q);
      }
    }
    if (part.is_structured()) add_schema(words, part, quote);
  }
}

std::set<std::string> words_of(const std::string& schema, std::string_view quote = "") {
  std::set<std::string> words;
  add_schema(words, Json::parse(schema), quote);
  return words;
}

void add(std::set<std::string>& words, std::initializer_list<const char*> more) {
  words.insert(more.begin(), more.end());
}

void add_functions(std::set<std::string>& words) {
  for (const cel::Function* function : cel::all_functions()) words.insert(std::string(function->name) + "(");
  add(words, {"&&",
              "||",
              "!=",
              "==",
              "<=",
              " in ",
              ".?",
              "[?",
              "?:",
              "true",
              "null",
              "has(",
              ".all(x, ",
              ".exists(x, ",
              ".exists_one(x, ",
              ".filter(x, ",
              ".map(x, ",
              ".transformList(i, v, ",
              ".transformMap(k, v, ",
              ".sortBy(x, ",
              ".reduce(s, x, ",
              "cel.bind(x, ",
              "b'",
              "r'",
              "\"\"\"",
              "0x",
              "1e",
              "u"});
}

std::string escaped(const std::string& word) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= ' ' && byte < 0x7F && c != '"' && c != '\\') {
      text += c;
    } else {
      text += {'\\', 'x', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return text;
}

// --- inputs

// A small inventory that says something of every field, taken from the schema: one entity of each kind, its
// fields line by line, so that lines can be moved.
class Sample {
 public:
  explicit Sample(const std::string& schema) : schema_(Json::parse(schema)) {}

  std::string inventory() { return "martech: 1" + members(schema_, 0); }

 private:
  static constexpr int deepest = 8;

  // How the members at a depth stand to one another.
  static std::string_view before_member(int depth, bool first) {
    if (depth == 0) return "\n";
    if (depth == 1) return first ? "\n  - " : "\n    ";
    return first ? "" : ", ";
  }

  std::string members(const Json& object, int depth) {
    std::string text;
    for (const auto& [name, value] : object.at("properties").items()) {
      if (name == "martech" || depth > deepest) continue;
      const Json& form = longest(value);
      text += before_member(depth, depth > 0 && text.empty());
      text += name + ": ";
      text +=
          depth == 0 && form.contains("items") ? of(form.at("items"), 1) : of(form, std::max(depth + 1, 2));
    }
    return text;
  }

  std::string of(const Json& value, int depth) {
    if (value.contains("$ref")) return named(value.at("$ref"), depth);
    if (value.contains("anyOf")) return of(longest(value), depth);
    if (value.contains("enum")) return value.at("enum")[0].dump();
    if (value.contains("const")) return value.at("const").dump();
    if (value.contains("properties"))
      return depth == 1 ? members(value, 1) : "{" + members(value, depth) + "}";
    if (value.contains("pattern")) return value.at("pattern") == "^[A-Z]{3}$" ? "EUR" : id_;
    const std::string type = type_of(value);
    if (type == "array") return "[" + of(value.at("items"), depth) + "]";
    if (type == "integer" || type == "number") return std::to_string(value.value("minimum", 1));
    return type == "boolean" ? "true" : type == "string" ? "a" : "{EUR: 1}";
  }

  static std::string type_of(const Json& value) {
    const Json type = value.value("type", Json("object"));
    return type.is_array() ? type.front() : type;
  }

  // Of several forms the last that is neither nothing nor a mark that the field does not apply.
  static const Json& longest(const Json& value) {
    if (!value.contains("anyOf")) return value;
    const Json& forms = value.at("anyOf");
    const auto says_nothing = [](const Json& form) {
      return type_of(form) == "null" || form.value("$ref", "") == "#/$defs/not_applicable";
    };
    auto last = forms.end() - 1;
    while (last != forms.begin() && says_nothing(*last)) --last;
    return *last;
  }

  std::string named(const std::string& ref, int depth) {
    const std::string name = ref.substr(ref.rfind('/') + 1);
    if (name == "date") return "2026-06-30";
    if (name != "id") id_ = name == "person" || name == "tool.integration" ? "b" : "a";
    const Json& definition = schema_.at("$defs").at(name);
    return depth > deepest ? "a" : of(definition, depth);
  }

  Json schema_;
  std::string id_;  // of the entity at hand; parties share their ids, and so do integrations
};

std::string json_of(const std::string& yaml) {
  Diagnostics diagnostics;
  const auto document = read_document(source("t.yaml", yaml), diagnostics);
  return json_copy(*document, {}).value_or("");
}

// Each rule of a pack as a pack of its own, below what stands before the first.
void split(Texts& packs, std::string_view text) {
  const std::size_t rules = text.find("\nrules:\n");
  if (rules == text.npos) return;
  constexpr std::string_view start = "\n  - id: ";
  const std::string head(text.substr(0, rules + 7));
  for (std::size_t at = text.find(start, rules); at != text.npos;) {
    const std::size_t next = text.find(start, at + 1);
    packs.push_back(head + std::string(text.substr(at, next - at)) + "\n");
    at = next;
  }
}

Texts expressions() {
  Texts texts;
  for (const PackDocument& pack : built_in_packs()) {
    for (const Node rule : pack.document.root().find("rules")) {
      for (const char* field : {"when", "assert", "degree"}) {
        if (const Node text = rule.find(field)) texts.emplace_back(text.text());
      }
    }
  }
  for (const cel::Function* function : cel::all_functions()) texts.emplace_back(function->example);
  return texts;
}

std::string cell_of(std::string_view heading) {
  const std::string name = lower_ascii(heading);
  const auto says = [&](std::initializer_list<const char*> words) {
    return std::ranges::any_of(words, [&](const char* word) { return name.find(word) != name.npos; });
  };
  if (says({"date", "last", "start", "end", "life", "period"})) return "2026-06-30";
  if (says({"amount", "cost", "price", "count", "licen", "seats", "total"})) return "12.50";
  if (says({"currency"})) return "EUR";
  if (says({"mail", "user", "login", "person"})) return "ana@example.com";
  return "Mail";
}

std::string row(std::span<const std::string> cells) {
  std::string text;
  for (const std::string& cell : cells) text += (text.empty() ? "" : ",") + cell;
  return text + "\n";
}

Texts sheets(std::set<std::string>& words) {
  const std::string csv(1, '0');  // 48 is a multiple of three
  Texts texts{'\0' + csv + file_text("tests/unit/import/data/messy.csv")};
  const auto profiles = import::profiles();
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const Texts headings(profiles[i].headings.begin(), profiles[i].headings.end());
    words.insert(headings.begin(), headings.end());
    Texts cells;
    for (const std::string& heading : headings) cells.push_back(cell_of(heading));
    texts.push_back(static_cast<char>(i + 1) + csv + row(headings) + row(cells) + row(cells));
  }
  return texts;
}

// As parts, whose bytes no checksum protects.
Texts workbooks() {
  const std::string relations =
      "_rels/.rels\n<r><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"b.xml\"/></r>\x1E"
      "_rels/b.xml.rels\n<r><Relationship Id=\"s\" Type=\"x/sharedStrings\" Target=\"s.xml\"/>"
      "<Relationship Id=\"f\" Type=\"x/styles\" Target=\"f.xml\"/>"
      "<Relationship Id=\"1\" Type=\"x/worksheet\" Target=\"1.xml\"/></r>\x1E"
      "b.xml\n<b><workbookPr date1904=\"0\"/><sheets><sheet name=\"S\" id=\"1\"/></sheets></b>\x1E";
  return {relations +
              "s.xml\n<s><si><t>Tool</t></si><si><r><t>Annual</t></r><r><t> cost</t></r></si></s>\x1E"
              "f.xml\n<f><numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;$&quot;0.00\"/></numFmts>"
              "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></f>\x1E"
              "1.xml\n<w><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\">"
              "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\">"
              "<c r=\"A2\" t=\"inlineStr\"><is><t>Mail</t></is></c><c r=\"B2\" s=\"1\"><v>1.5E+3</v></c>"
              "<c s=\"0\"><v>46053.5</v></c></row></sheetData></w>",
          "content.xml\n<o><b><office:spreadsheet><table:table table:name=\"T\"><table:table-row>"
          "<table:table-cell office:value-type=\"string\"><text:p>Tool</text:p></table:table-cell>"
          "</table:table-row><table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
          "office:value-type=\"float\" office:value=\"3\"><text:p>3 months</text:p></table:table-cell>"
          "</table:table-row></table:table></office:spreadsheet></b></o>"};
}

Texts settings(const std::string& baseline) {
  return {R"(0gate: {fail_on: high, max_gap: 60.5, max_waste: 1000}
rules: {shelfware: off, ownerless-tool: low, notice-window: {severity: info, weight: 3}}
params:
  contracts.lead_days: 80
  contracts: {lead_days: {default: 90, cdp: 30}}
waivers: [{rule: shelfware, entity: mail, reason: r, owner: ana, expires: 2026-12-31}]
)",
          "1- {rule: shelfware, entity: tool/mail, reason: r, owner: ana, expires: 2026-12-31, created: "
          "2026-01-01, "
          "approved_by: ben, ticket: T-1}\n",
          "2" + baseline, "3" + file_text("rules/benchmarks.yaml")};
}

AuditReport report_by(const SourcePtr& pack) {
  Diagnostics diagnostics;
  AuditOptions options = fuzz::options();
  options.packs = {pack};
  auto report =
      audit({source("inventory.yaml", file_text("examples/starter/inventory.yaml"))}, options, diagnostics);
  demand(report.has_value(), "an example that cannot be judged", render(diagnostics));
  return *std::move(report);
}

std::string saved(const AuditReport& report) {
  std::string text;
  find_reporter("json")->write(report, {}, [&](std::string_view bytes) { text += bytes; });
  return text;
}

std::vector<Seeds> all_seeds() {
  const std::string inventory = Sample(inventory_schema()).inventory() + "\n";
  const std::string starter = file_text("examples/starter/inventory.yaml");
  const AuditReport report = report_by(source("agency.yaml", file_text("examples/custom-pack/agency.yaml")));
  Seeds cel{"cel", {}, expressions()};
  add_functions(cel.words);
  Seeds yaml{"yaml", {}, {inventory, starter}};
  add(yaml.words,
      {"\n- ", "\n  ", ": ",  "''",       "\\",           ", ",           " # ",      "~",      "null",
       "|",    ">-",   "&x ", "*x",       "!t ",          "? ",           "%YAML",    "---\n",  "...\n",
       "\t",   "\r\n", "<<",  "\xC2\xA0", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xC2\x85", "\\u00e9"});
  Seeds json{"json", {}, {json_of(starter), "[1, -2.5e10, true, null, {\"a\": \"\\u00e9\\n\"}]"}};
  add(json.words,
      {"true", "false", "null", "\\u", "\\ud83d\\ude00", "1E5", "-0.0", "1e400", "[[", "{\"a\":", "\\\""});
  Seeds audit{"audit", words_of(inventory_schema()), {inventory, starter}};
  Seeds pack{"pack", words_of(rules_schema()), {}};
  for (const PackDocument& one : built_in_packs()) split(pack.inputs, one.document.source()->text());
  pack.inputs.push_back("#param agency.limit=3\n#rule agency-long-term=off\n" +
                        file_text("examples/custom-pack/agency.yaml"));
  add_functions(pack.words);
  for (const Fact& fact : all_facts()) pack.words.insert("." + std::string(fact.name));
  cli::Globals globals;
  const options::Command program = cli::whole_program(globals);
  Seeds config{"config", words_of(config_schema(options::Keys(program))),
               settings(baseline_text(report.findings, report.rules, report.currency))};
  config.words.merge(words_of(benchmarks_schema()));
  for (const Rule& rule : report.rules) config.words.insert(rule.id);
  Seeds import{"import", words_of(inventory_schema()), {}};
  import.inputs = sheets(import.words);
  Seeds mapping{"mapping", words_of(inventory_schema()), {}};
  for (const import::Profile& profile : import::profiles()) mapping.inputs.emplace_back(profile.mapping);
  Seeds workbook{"workbook", {}, workbooks()};
  add(workbook.words, {"<row r=\"2\">",
                       "<c r=\"B2\" t=\"s\">",
                       "<c t=\"inlineStr\">",
                       "<v>",
                       "</v></c>",
                       "<is><t>",
                       "</t></is></c>",
                       "</row>",
                       " hidden=\"1\"",
                       " s=\"1\"",
                       "<f>A1</f>",
                       "<numFmt numFmtId=\"164\" formatCode=\"",
                       "yyyy",
                       "[$-409]",
                       "[h]",
                       "#,##0.00",
                       "&quot;",
                       "1E+3",
                       "_x000D_",
                       "<rPh>",
                       "date1904=\"1\"",
                       "<table:table-row>",
                       " table:number-rows-repeated=\"",
                       " table:number-columns-repeated=\"",
                       "<table:covered-table-cell/>",
                       " office:value-type=\"float\" office:value=\"",
                       "<text:p>",
                       "</text:p></table:table-cell>",
                       "\x1E"});
  Seeds report_seeds{"report", words_of(report_schema(), "\""), {saved(report)}};
  return {cel, yaml, json, audit, pack, config, import, mapping, workbook, report_seeds};
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  demand(file.good(), "cannot be written", path.string());
}

void write(const fs::path& folder, const Seeds& seeds) {
  std::string dictionary;
  for (const std::string& word : seeds.words) {
    if (!word.empty()) dictionary += '"' + escaped(word) + "\"\n";
  }
  write(folder / (seeds.target + ".dict"), dictionary);
  fs::create_directories(folder / seeds.target);
  for (std::size_t i = 0; i < seeds.inputs.size(); ++i) {
    write(folder / seeds.target / ("seed-" + std::to_string(i)), seeds.inputs[i]);
  }
}

}  // namespace
}  // namespace martech_audit::fuzz

int main(int count, char** arguments) {
  using namespace martech_audit::fuzz;
  if (count != 2) return 2;
  for (const Seeds& seeds : all_seeds()) write(arguments[1], seeds);
  return 0;
}

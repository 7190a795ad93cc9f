#include "import/workbook/xlsx.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"
#include "document/limits.h"
#include "import/workbook/cell_text.h"
#include "import/workbook/limits.h"
#include "import/workbook/parts.h"

namespace martech_audit::import {
namespace {

struct SheetEntry {
  std::string name;
  std::string id;  // of its relation
  bool hidden = false;
};

// workbook.xml: which sheets there are, and what holds for all of them.
class BookReader : public XmlHandler {
 public:
  BookReader() : XmlHandler(Names::local) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr" && is_true(attributes["date1904"])) dates = DateSystem::from_1904;
    if (name == "calcPr") to_be_calculated = is_true(attributes["fullCalcOnLoad"]);
    if (name != "sheet") return;
    if (Refusal wrong = check_sheet_count(sheets.size() + 1)) return fail(std::move(wrong));
    const std::string_view state = attributes["state"];
    sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                      state == "hidden" || state == "veryHidden"});
  }
  void close(std::string_view) override {}

  std::vector<SheetEntry> sheets;
  DateSystem dates = DateSystem::from_1900;
  bool to_be_calculated = false;  // by whoever opens it: its writer has put 0 where it did not compute
};

struct Book {
  SharedStrings strings;
  std::vector<NumberFormat> styles;
  DateSystem dates = DateSystem::from_1900;
  bool to_be_calculated = false;
};

// "AB12" → row 12, column 28; 0 where it is none or too large to be one.
CellMark parse_cell_name(std::string_view name) {
  CellMark cell{0, 0, 0};
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && cell.column <= workbook_limits::columns;
       ++at)
    cell.column = cell.column * 26 + static_cast<std::uint32_t>(name[at] - 'A' + 1);
  cell.row = whole_attribute(name.substr(at));
  return cell;
}

class SheetReader : public XmlHandler {
 public:
  SheetReader(const Book& book, SheetBuilder& sheet) : XmlHandler(Names::local), book_(book), sheet_(sheet) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (!in_data_) {
      if (name == "sheetData") in_data_ = true;
      if (name == "col" && is_true(attributes["hidden"]))
        sheet_.hide_columns(whole_attribute(attributes["min"]), whole_attribute(attributes["max"]));
    } else if (name == "c") {
      begin_cell(attributes);
    } else if (name == "row") {
      begin_row(attributes);
    } else if (name == "v") {
      in_value_ = has_value_ = true;
    } else if (name == "f") {
      has_formula_ = true;
    } else {
      inline_.open(name);
    }
  }

  void close(std::string_view name) override {
    in_value_ = false;
    if (!in_data_) return;
    if (name == "c") {
      end_cell();
    } else if (name == "sheetData") {
      in_data_ = false;
    } else {
      inline_.close(name);
    }
  }

  void text(std::string_view text) override {
    if (!in_value_) {
      inline_.add(text);
    } else if (value_.size() <= limits::scalar_length) {
      value_ += text;
    }
  }

 private:
  void begin_row(const XmlAttributes& attributes) {
    const std::uint32_t number = whole_attribute(attributes["r"]);
    at_ = {0, number > 0 ? number : at_.row + 1, 0};
    if (is_true(attributes["hidden"])) sheet_.hide_rows(at_.row, at_.row);
  }

  void begin_cell(const XmlAttributes& attributes) {
    const std::string_view name = attributes["r"];
    const CellMark named = parse_cell_name(name);
    if (name.empty()) {
      ++at_.column;
    } else if (named.row > 0 && named.column > 0) {
      at_ = named;
    } else {
      return fail(refusal(fmt::format("'{}' is the name of no cell", shorten(escape_controls(name), 40)),
                          save_again));
    }
    type_ = attributes["t"];
    style_ = whole_attribute(attributes["s"]);
    value_.clear();
    inline_ = {};
    has_formula_ = has_value_ = false;
  }

  void end_cell() {
    const bool is_text = type_ == "str" || type_ == "inlineStr";
    const bool computed = is_text ? has_value_ || type_ == "inlineStr"
                                  : !value_.empty() && !(book_.to_be_calculated && value_ == "0");
    if (has_formula_ && !computed) return sheet_.add_formula_without_value(at_.row, at_.column);
    if (type_ == "inlineStr") return add(inline_.take());
    if (value_.empty()) return;
    if (type_ == "s") return add_shared();
    if (is_text || type_ == "e") return add(without_escapes(std::exchange(value_, {})));
    if (type_ == "b") return add(value_ == "1" || value_ == "true" ? "true" : "false", true);
    if (type_ == "d") return add(day_text(value_));
    static const NumberFormat general;
    const CellText text =
        formatted_text(value_, style_ < book_.styles.size() ? book_.styles[style_] : general, book_.dates);
    add(text.text, text.plain);
  }

  void add_shared() {
    std::size_t number = 0;
    const std::string_view digits = trim(value_);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number >= book_.strings.size()) {
      return fail(sheet_.refusal_at(
          at_.row, at_.column,
          fmt::format("this cell has the text number {}, but the workbook has {}",
                      shorten(escape_controls(digits), 20), counted(book_.strings.size(), "text")),
          save_again));
    }
    add(book_.strings[number]);
  }

  void add(std::string_view text, bool plain = false) {
    if (Refusal wrong = sheet_.add(at_.row, at_.column, text, plain)) fail(std::move(wrong));
  }

  const Book& book_;
  SheetBuilder& sheet_;
  CellMark at_{0, 0, 0};
  std::string type_, value_;
  StringText inline_;
  std::uint32_t style_ = 0;
  bool in_data_ = false, in_value_ = false, has_value_ = false, has_formula_ = false;
};

// The relation that leads to the workbook.
Refusal find_main_part(Archive& archive, std::string& part) {
  part = "xl/workbook.xml";
  Relations relations;
  if (!archive.has("_rels/.rels")) return {};
  if (Refusal wrong = read_relations(archive, "", relations)) return wrong;
  for (const auto& [id, relation] : relations) {
    if (relation.kind == "officeDocument") part = relation.target;
  }
  return {};
}

Refusal read_common_parts(Archive& archive, const Relations& relations, Book& book) {
  for (const auto& [id, relation] : relations) {
    Refusal wrong;
    if (relation.kind == "sharedStrings" && archive.has(relation.target))
      wrong = read_shared_strings(archive, relation.target, book.strings);
    if (relation.kind == "styles" && archive.has(relation.target))
      wrong = read_styles(archive, relation.target, book.styles);
    if (wrong) return wrong;
  }
  return {};
}

}  // namespace

bool is_xlsx(const Archive& archive) { return archive.has_folder("xl/") || archive.has("_rels/.rels"); }

Refusal read_xlsx(Archive& archive, const std::string& file, std::vector<Sheet>& sheets) {
  std::string part;
  if (Refusal wrong = find_main_part(archive, part)) return wrong;
  if (part.ends_with(".bin")) {
    return refusal("this is a binary workbook (.xlsb)",
                   "open it in a spreadsheet program and save it as .xlsx");
  }
  BookReader reader;
  if (Refusal wrong = read_xml(archive, part, reader)) return wrong;
  Relations relations;
  if (Refusal wrong = read_relations(archive, part, relations)) return wrong;
  Book book;
  book.dates = reader.dates;
  book.to_be_calculated = reader.to_be_calculated;
  if (Refusal wrong = read_common_parts(archive, relations, book)) return wrong;
  CellBudget budget(archive.size());
  for (SheetEntry& entry : reader.sheets) {
    const auto relation = relations.find(entry.id);
    // A sheet of its own may be a chart.
    if (relation != relations.end() && relation->second.kind != "worksheet") continue;
    if (relation == relations.end()) {
      return refusal(fmt::format("the sheet '{}' has no part in this workbook",
                                 shorten(escape_controls(entry.name), 40)),
                     save_again);
    }
    SheetBuilder builder(file, std::move(entry.name), budget);
    if (entry.hidden) builder.hide();
    SheetReader cells(book, builder);
    if (Refusal wrong = read_xml(archive, relation->second.target, cells)) return wrong;
    sheets.push_back(builder.finish());
  }
  return {};
}

}  // namespace martech_audit::import

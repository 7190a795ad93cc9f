#include "import/workbook/ods.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "document/limits.h"
#include "import/workbook/cell_text.h"
#include "import/workbook/limits.h"
#include "import/workbook/parts.h"

namespace martech_audit::import {
namespace {

constexpr std::string_view content = "content.xml";
constexpr std::string_view manifest = "META-INF/manifest.xml";

// How often a row or cell stands there: more than a sheet can hold is as good as endless.
std::uint32_t repeated(std::string_view attribute) {
  constexpr std::uint32_t most = 2 * workbook_limits::rows;
  if (attribute.empty() || attribute == "0") return 1;
  const std::uint32_t number = whole_attribute(attribute);
  return number == 0 ? most : std::min(number, most);
}

// The manifest says which parts are encrypted.
class ManifestReader : public XmlHandler {
 public:
  ManifestReader() : XmlHandler(Names::local) {}

  void open(std::string_view name, const XmlAttributes&) override {
    if (name == "encryption-data") fail(password_refusal());
  }
  void close(std::string_view) override {}
};

// The text of a cell: its paragraphs, a line each, without comments, drawings and readings.
class Paragraphs {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) {
    if (ignored_ > 0 || is_ignored(name)) {
      ++ignored_;
    } else if (name == "text:p") {
      if (++count_ > 1) add_text("\n");
      inside_ = true;
    } else if (name == "text:s") {
      const auto blanks = std::min<std::size_t>(repeated(attributes["text:c"]), limits::scalar_length);
      add(std::string(blanks, ' '));
    } else if (name == "text:tab") {
      add("\t");
    } else if (name == "text:line-break") {
      add("\n");
    }
  }

  void close(std::string_view name) {
    if (ignored_ > 0) {
      --ignored_;
    } else if (name == "text:p") {
      inside_ = false;
    }
  }

  void add(std::string_view text) {
    if (inside_ && ignored_ == 0) add_text(text);
  }

  bool empty() const { return count_ == 0; }
  const std::string& text() const { return text_; }

 private:
  static bool is_ignored(std::string_view name) {
    return name.starts_with("office:annotation") || name.starts_with("draw:") || name == "text:ruby-text" ||
           name == "text:note" || name == "table:table";
  }

  void add_text(std::string_view text) {
    if (text_.size() <= limits::scalar_length) text_ += text;
  }

  std::string text_;
  std::size_t count_ = 0;
  std::size_t ignored_ = 0;  // elements that are open and in none of which anything is read
  bool inside_ = false;
};

class ContentReader : public XmlHandler {
 public:
  ContentReader(const std::string& file, CellBudget budget, std::vector<Sheet>& sheets)
      : XmlHandler(Names::prefixed), file_(file), budget_(budget), sheets_(sheets) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    ++depth_;
    if (cell_depth_ > 0) {
      paragraphs_.open(name, attributes);
    } else if (sheet_) {
      open_in_sheet(name, attributes);
    } else if (name == "style:style") {
      style_ = attributes["style:name"];
    } else if (name == "style:table-properties" && attributes["table:display"] == "false") {
      hidden_styles_.insert(style_);
    } else if (name == "table:table" && spreadsheet_ && depth_ == table_depth) {
      open_sheet(attributes);
    } else if (name == "office:spreadsheet") {
      spreadsheet_ = true;
    }
  }

  void close(std::string_view name) override {
    if (cell_depth_ == depth_) {
      end_cell();
    } else if (cell_depth_ > 0) {
      paragraphs_.close(name);
    } else if (name == "table:table-row" && sheet_) {
      end_row();
    } else if (depth_ == table_depth && sheet_) {
      sheets_.push_back(sheet_->finish());
      sheet_.reset();
    }
    --depth_;
  }

  void text(std::string_view text) override {
    if (cell_depth_ > 0) paragraphs_.add(text);
  }

  bool spreadsheet() const { return spreadsheet_; }

 private:
  static constexpr std::size_t table_depth = 4;  // document, body, spreadsheet, table

  struct Item {
    std::uint32_t column = 0;
    std::uint32_t count = 1;
    CellText text = {};
    bool formula = false;  // without a value
  };

  void open_sheet(const XmlAttributes& attributes) {
    if (Refusal wrong = check_sheet_count(sheets_.size() + 1)) return fail(std::move(wrong));
    sheet_.emplace(file_, std::string(attributes["table:name"]), budget_);
    if (hidden_styles_.contains(std::string(attributes["table:style-name"]))) sheet_->hide();
    row_ = column_ = 0;
  }

  static bool is_hidden(const XmlAttributes& attributes) {
    const std::string_view visibility = attributes["table:visibility"];
    return visibility == "collapse" || visibility == "filter";
  }

  void open_in_sheet(std::string_view name, const XmlAttributes& attributes) {
    if (name == "table:table-cell") {
      begin_cell(attributes);
    } else if (name == "table:covered-table-cell") {
      item_.column += repeated(attributes["table:number-columns-repeated"]);
      item_.column = std::min(item_.column, 2 * workbook_limits::rows);
    } else if (name == "table:table-row") {
      rows_ = repeated(attributes["table:number-rows-repeated"]);
      if (is_hidden(attributes)) sheet_->hide_rows(row_ + 1, row_ + rows_);
      items_.clear();
      item_ = {.column = 1};
    } else if (name == "table:table-column") {
      const std::uint32_t count = repeated(attributes["table:number-columns-repeated"]);
      if (is_hidden(attributes)) sheet_->hide_columns(column_ + 1, column_ + count);
      column_ = std::min(column_ + count, workbook_limits::rows);
    }
  }

  void begin_cell(const XmlAttributes& attributes) {
    cell_depth_ = depth_;
    paragraphs_ = {};
    item_.count = repeated(attributes["table:number-columns-repeated"]);
    item_.text = value_of(attributes);
    item_.formula = attributes.has("table:formula") && !attributes.has("office:value-type");
    number_ = attributes["office:value-type"] == "float" ? attributes["office:value"] : "";
    is_text_ = item_.text.text.empty();
  }

  // Empty where the paragraphs say it.
  static CellText value_of(const XmlAttributes& attributes) {
    const std::string_view type = attributes["office:value-type"];
    const std::string_view value = attributes["office:value"];
    if (type == "float") return number_text(value);
    if (type == "percentage") return {percent_text(value)};
    if (type == "currency") {
      NumberFormat format{.after = std::string(attributes["office:currency"])};
      if (!format.after.empty()) format.decimals = 2;
      return formatted_text(value, format, DateSystem::from_1900);
    }
    if (type == "date") return {day_text(attributes["office:date-value"])};
    if (type == "time") return {duration_text(attributes["office:time-value"])};
    if (type == "boolean") return {attributes["office:boolean-value"] == "true" ? "true" : "false", true};
    return {};
  }

  void end_cell() {
    cell_depth_ = 0;
    if (is_text_) {
      item_.text.text = paragraphs_.text();
    } else if (item_.text.plain && !number_.empty()) {
      item_.text =
          formatted_text(number_, shown_format(paragraphs_.text(), item_.text.text), DateSystem::from_1900);
    }
    item_.formula = item_.formula && paragraphs_.empty();
    if (item_.formula || !item_.text.text.empty()) items_.push_back(item_);
    item_.column = std::min(item_.column + item_.count, 2 * workbook_limits::rows);
  }

  void end_row() {
    for (std::uint32_t i = 1; i <= rows_ && !items_.empty() && !failure(); ++i) add_row(row_ + i);
    row_ = std::min(row_ + rows_, 2 * workbook_limits::rows);
  }

  void add_row(std::uint32_t row) {
    for (const Item& item : items_) {
      if (item.formula) sheet_->add_formula_without_value(row, item.column);
      for (std::uint32_t i = 0; i < item.count && !item.formula && !failure(); ++i) {
        if (Refusal wrong = sheet_->add(row, item.column + i, item.text.text, item.text.plain)) fail(wrong);
      }
    }
  }

  const std::string& file_;
  CellBudget budget_;
  std::vector<Sheet>& sheets_;
  std::string style_;
  std::string number_;  // of the cell at hand, where a format may say more of it
  std::set<std::string> hidden_styles_;
  std::optional<SheetBuilder> sheet_;
  std::vector<Item> items_;  // of the row at hand, those that say something
  Item item_;
  Paragraphs paragraphs_;
  std::size_t depth_ = 0;
  std::size_t cell_depth_ = 0;  // 0: in no cell
  std::uint32_t row_ = 0, rows_ = 0, column_ = 0;
  bool spreadsheet_ = false, is_text_ = false;
};

}  // namespace

bool is_ods(const Archive& archive) { return archive.has(content); }

Refusal read_ods(Archive& archive, const std::string& file, std::vector<Sheet>& sheets) {
  if (archive.has(manifest)) {
    ManifestReader reader;
    if (Refusal wrong = read_xml(archive, manifest, reader)) return wrong;
  }
  ContentReader reader(file, CellBudget(archive.size()), sheets);
  if (Refusal wrong = read_xml(archive, content, reader)) return wrong;
  if (!reader.spreadsheet()) {
    return refusal("this is an OpenDocument file, but no spreadsheet",
                   "copy the list into a spreadsheet program, and save it as .ods or .xlsx");
  }
  return {};
}

}  // namespace martech_audit::import

#include "base/text.h"
#include "report/html/html_page.h"

namespace martech_audit::report {
namespace {

bool is_sortable(const Table& block, const Column& column) {
  return block.sortable && !block.matrix && column.kind != ColumnKind::bar &&
         column.kind != ColumnKind::picture;
}

std::string_view table_class(const Table& block) {
  if (block.matrix) return "matrix";
  if (block.stacks) return "stacks";
  const bool has_bars = std::ranges::any_of(block.columns, [](const Column& column) {
    return column.kind == ColumnKind::bar && (column.in & on::page) != 0;
  });
  return has_bars ? block.sortable ? "bars sortable" : "bars" : block.sortable ? "sortable" : "";
}

}  // namespace

void HtmlPage::put_titles(const Table& block) {
  out_.put("<thead><tr>");
  for (const Column& column : block.columns) {
    if (!is(column.in)) continue;
    if (column.upright) {
      out_.put("<th scope=\"col\" class=\"upright\"><span><bdi>{}</bdi></span></th>", column.title);
      continue;
    }
    out_.put("<th scope=\"col\"");
    if (column.kind == ColumnKind::number) out_.put(" class=\"number\"");
    if (block.sortable && !block.matrix && !is_sortable(block, column)) out_.put(" data-plain");
    out_.put(">{}</th>", column.title);
  }
  out_.put("</tr></thead>");
}

void HtmlPage::put_cell_content(const Cell& cell) {
  if (!cell.symbol.empty()) {
    std::string words;
    for (const Span& span : cell.text) words += span.text;
    out_.put(
        "<svg class=\"glyph\" role=\"img\" aria-label=\"{}\"><title>{}</title><use href=\"#{}\"/></svg>{}",
        words, words, cell.symbol, cell.count);
    return;
  }
  if (cell.drawing) cell.drawing(out_);
  put_text(cell.text);
}

void HtmlPage::put_cell(const Column& column, const Cell& cell, bool labelled) {
  if (column.kind == ColumnKind::name) {
    out_.put("<th scope=\"row\">");
    put_cell_content(cell);
    return out_.put("</th>");
  }
  const bool has_small_bar = cell.bar && column.kind != ColumnKind::bar;
  const std::string_view shape = column.kind == ColumnKind::number ? "number"
                                 : column.kind == ColumnKind::date ? "date"
                                 : has_small_bar                   ? "used"
                                                                   : "";
  out_.put("<td");
  if (!shape.empty()) out_.put(" class=\"{}\"", shape);
  if (labelled) out_.put(" data-label=\"{}\"", column.title);
  if (!cell.sort.empty()) out_.put(" data-v=\"{}\"", cell.sort);
  out_.put(">");
  if (cell.bar) put_bar(*cell.bar, has_small_bar ? "small" : "bar");
  if (has_small_bar) out_.put(" ");
  put_cell_content(cell);
  out_.put("</td>");
}

void HtmlPage::put_row(const Table& block, const std::vector<Cell>& cells) {
  out_.put("<tr>");
  for (std::size_t i = 0; i < cells.size() && i < block.columns.size(); ++i) {
    if (is(block.columns[i].in)) put_cell(block.columns[i], cells[i], block.stacks);
  }
  out_.put("</tr>\n");
}

void HtmlPage::write(const Table& block) {
  const bool folded = open_fold(block.fold);
  out_.put("<div class=\"scroll\"");
  if (!block.filter.empty()) out_.put(" data-filter=\"{}\"", block.filter);
  out_.put(" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table class=\"{}\">", block.label,
           table_class(block));
  if (!block.caption.empty()) out_.put("<caption>{}</caption>", block.caption);
  put_titles(block);
  out_.put("<tbody>\n");
  const std::size_t count = shown(block.most, block.size);
  for (std::size_t i = 0; i < count; ++i) put_row(block, block.row(i));
  out_.put("</tbody></table></div>\n");
  put_rest(block.size - count, block.noun);
  if (folded) out_.put("</details>\n");
}

}  // namespace martech_audit::report

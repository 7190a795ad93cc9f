// A page as HTML that needs nothing else: no network; its only style and its only script are named by their
// hashes, and without the script it says the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/html/markup.h"
#include "report/page/page.h"

namespace martech_audit::report {

// How a page looks, and what belongs to it beside its words.
struct HtmlDress {
  std::string_view (*style)();
  std::string_view (*script)();           // null: there is nothing to do but read
  std::string accent = {};                // a colour that takes the place of the style's own
  std::string logo = {};                  // address of an image
  std::optional<std::string> links = "";  // address of the page that links lead to; none: they lead nowhere
};
HtmlDress full_dress();  // with all that pages of a report need

struct EntityFindings;

class HtmlPage : public Page {
 public:
  // `generator` is the program, with its version.
  HtmlPage(std::string generator, const Sink& sink, HtmlDress dress = full_dress())
      : Page(on::page), generator_(std::move(generator)), dress_(std::move(dress)), out_(sink) {}

  void begin(const Masthead& masthead, std::span<const Link> contents) override;
  void begin_section(std::string_view id) override { section_ = id; }
  void end_section() override;
  void end() override;

 private:
  void write(const Heading& block) override;
  void write(const Paragraph& block) override;
  void write(const Measure& block) override;
  void write(const Facts& block) override;
  void write(const Table& block) override;
  void write(const List& block) override;
  void write(const Tree& block) override;
  void write(const Findings& block) override;
  void write(const FindingList& block) override;
  void write(const Symbols& block) override;
  void write(const Figure& block) override;

  void put_head(const std::string& title);
  void put_masthead(const Masthead& masthead);
  bool open_link(const Span& span);
  void open_section(std::string_view title, std::string_view scale = {});
  void put_key(const std::vector<Key>& key);
  void put_text(const Text& text);
  void put_foreign(std::string_view text);  // of the inventory, wherever it is written from right to left
  void put_bar(const Bar& bar, std::string_view shape);
  void put_titles(const Table& block);
  void put_row(const Table& block, const std::vector<Cell>& cells);
  void put_cell(const Column& column, const Cell& cell, bool labelled);
  void put_cell_content(const Cell& cell);
  bool open_fold(const Fold& fold);
  void put_rest(std::size_t count, std::string_view noun);
  void put_item(const Item& item);
  void put_items(const List& block, std::size_t from, std::size_t end);
  void put_branches(const std::vector<Branch>& branches);
  void put_severity(Severity severity);
  void put_finding(const FindingWords& words);
  void put_entity(const EntityFindings& entity, const AuditReport& report, bool open);
  void put_rule(std::uint32_t number, const Rule& rule);
  void put_snippet(const Place& place);

  std::string generator_;
  HtmlDress dress_;
  Markup out_;
  std::string_view section_;
  bool in_section_ = false;
};

}  // namespace martech_audit::report

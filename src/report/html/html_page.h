// A page as HTML that needs nothing else: no network; its only style and its only script are named by their
// hashes, and without the script it says the same.
#pragma once

#include <string>

#include "report/html/markup.h"
#include "report/page/page.h"

namespace martech_audit::report {

class HtmlPage : public Page {
 public:
  // `generator` is the program, with its version.
  HtmlPage(std::string generator, const Sink& sink)
      : Page(on::page), generator_(std::move(generator)), out_(sink) {}

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
  void write(const Findings& block) override;
  void write(const FindingList& block) override;
  void write(const Symbols& block) override;
  void write(const Figure& block) override;

  void open_section(std::string_view title, std::string_view scale = {});
  void put_key(const std::vector<Key>& key);
  void put_text(const Text& text);
  void put_foreign(std::string_view text);  // of the inventory, wherever it is written from right to left
  void put_bar(const Bar& bar, std::string_view shape);
  void put_head(const Table& block);
  void put_row(const Table& block, const std::vector<Cell>& cells);
  void put_cell(const Column& column, const Cell& cell);
  void put_cell_content(const Cell& cell);
  bool open_fold(const Fold& fold);
  void put_rest(std::size_t count, std::string_view noun);
  void put_finding(const FindingWords& words, bool named);
  void put_marks(const FindingWords& words);
  void put_snippet(const Place& place);

  std::string generator_;
  Markup out_;
  std::string_view section_;
  bool in_section_ = false;
};

}  // namespace martech_audit::report

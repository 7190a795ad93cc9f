// What a report says: a page of blocks (blocks.h). Sections make them (sections.h), once for all formats;
// text, Markdown and HTML write them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "report/page/blocks.h"

namespace martech_audit::report {

// Writes blocks in the order in which they are added.
class Page {
 public:
  explicit Page(Media medium, bool verbose = false) : medium_(medium), verbose_(verbose) {}
  virtual ~Page() = default;
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  bool is(Media media) const { return (media & medium_) != 0; }

  virtual void begin(const Masthead&, std::span<const Link>) {}
  virtual void begin_section(std::string_view) {}  // its id
  virtual void end_section() {}
  virtual void end() {}

  template <class Block>
  void add(const Block& block) {
    if (is(block.in)) write(block);
  }

 protected:
  virtual void write(const Heading&) = 0;
  virtual void write(const Paragraph&) = 0;
  virtual void write(const Measure&) = 0;
  virtual void write(const Facts&) = 0;
  virtual void write(const Table&) = 0;
  virtual void write(const List&) = 0;
  virtual void write(const Tree&) = 0;
  virtual void write(const Findings&) = 0;
  virtual void write(const FindingList&) = 0;
  // What only pictures show is not for every medium.
  virtual void write(const Symbols&) {}
  virtual void write(const Figure&) {}

  bool verbose() const { return verbose_; }
  // How many of `size` rows are shown.
  std::size_t shown(const Most& most, std::size_t size) const {
    const std::size_t limit = verbose_             ? no_limit
                              : is(on::first_look) ? most.first_look
                              : is(on::terminal)   ? most.terminal
                              : is(on::comment)    ? most.comment
                                                   : most.page;
    return std::min(size, limit);
  }

 private:
  Media medium_;
  bool verbose_;
};

// A section of pages about an `Input`: the one place where it says in which it stands.
template <class Input>
struct Section {
  std::string_view id;     // of its heading
  std::string_view title;  // in a list of contents; none where empty
  void (*write)(const Input&, Page&);
  Media in = on::everywhere;
  bool (*has_any)(const Input&) = nullptr;  // null: there is always something to say
};

template <class Input>
void write_page(const Masthead& masthead, std::span<const Section<Input>> sections, const Input& input,
                Page& page) {
  std::vector<const Section<Input>*> parts;
  std::vector<Link> contents;
  for (const Section<Input>& section : sections) {
    if (!page.is(section.in) || (section.has_any != nullptr && !section.has_any(input))) continue;
    parts.push_back(&section);
    if (!section.title.empty()) contents.push_back({section.id, section.title});
  }
  page.begin(masthead, contents);
  for (const Section<Input>* section : parts) {
    page.begin_section(section->id);
    section->write(input, page);
    page.end_section();
  }
  page.end();
}

}  // namespace martech_audit::report

// A page as Markdown: a comment on a pull request or a job's summary, below what services take.
#pragma once

#include <optional>
#include <string>

#include "martech_audit/sink.h"
#include "report/page/page.h"

namespace martech_audit::report {

class MarkdownPage : public Page {
 public:
  // `marker` is how a bot finds its comment, to put a new one in its place; `links` the address of the page
  // that links lead to, if any.
  MarkdownPage(std::string marker, const Sink& sink, std::optional<std::string> links = {})
      : Page(on::comment), marker_(std::move(marker)), links_(std::move(links)), sink_(sink) {}

  void begin(const Masthead& masthead, std::span<const Link> contents) override;

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

  void put(std::string_view text);
  std::string in_markdown(const Text& text) const;
  // Where it fits and leaves `room` for what comes after.
  bool put_row(const std::string& text, std::size_t room);
  void open(const Fold& fold);
  void close(const Fold& fold);
  void put_rest(std::size_t count, std::string_view noun);
  // Whether all of it fitted.
  bool put_branches(const std::vector<Branch>& branches, std::size_t indent);
  void put_finding_head(std::string_view about);
  // Writes findings from `from` to `end` and returns where it stopped for want of room.
  std::size_t put_findings(const std::vector<const Finding*>& findings, std::size_t from, std::size_t end,
                           const AuditReport& report);

  std::string marker_;
  std::optional<std::string> links_;
  const Sink& sink_;
  std::size_t written_ = 0;  // bytes
};

}  // namespace martech_audit::report

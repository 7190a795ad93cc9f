// Turns yaml-cpp's events into a Tree, and notices what its parser lets pass: limits, tags, keys that are no
// text.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <string>
#include <vector>

#include "document/tree_builder.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit {

class TreeEventHandler final : public YAML::EventHandler {
 public:
  // Thrown through the parser to end it; the reason has been reported.
  struct Stop {};

  // `start` is the byte of the source that the parser calls 0.
  TreeEventHandler(const SourcePtr& source, std::uint32_t start, Diagnostics& diagnostics);

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  std::uint32_t offset(const YAML::Mark& mark) const;
  std::uint32_t resume() const { return resume_; }
  TreeBuilder& builder() { return builder_; }

 private:
  // What an alias to the anchor would add to a walk of the tree.
  struct Anchor {
    std::uint32_t node = 0;
    std::uint64_t nodes = 0;
    std::uint32_t height = 0;
    bool done = false;
  };
  struct Open {
    YAML::anchor_t anchor = YAML::NullAnchor;
    std::uint64_t expanded_before = 0;
    std::uint32_t height = 1;
    bool flow = false;
  };

  [[noreturn]] void stop(Location where, std::string message, std::string hint);
  [[noreturn]] void stop(Diagnostic error);
  Location at(std::size_t begin, std::size_t end) const;
  void check_room(std::uint32_t begin);
  void check_tag(std::uint32_t begin, const std::string& tag, RecordKind kind);
  std::uint32_t content(const YAML::Mark& mark) const;
  bool in_flow() const { return !open_.empty() && open_.back().flow; }

  void open(RecordKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void close();
  void leaf(YAML::anchor_t anchor);
  void tagged_scalar(std::uint32_t mark, std::uint32_t begin, std::string_view tag, const std::string& value);
  void scalar(std::uint32_t begin, const std::string& value, bool plain);
  Anchor& anchored(YAML::anchor_t anchor);

  bool is_written_null(std::uint32_t begin, std::size_t length) const;
  std::uint32_t place_of_missing(const YAML::Mark& mark) const;

  SourcePtr source_;
  std::string_view text_;
  std::uint32_t start_;
  Diagnostics& diagnostics_;
  TreeBuilder builder_;
  std::vector<Open> open_;
  std::vector<Anchor> anchors_;
  std::uint64_t expanded_ = 0;  // nodes that the aliases so far stand for
  std::uint32_t resume_ = 0;    // the end of what was read last
  bool started_ = false;
};

}  // namespace martech_audit

#include "document/block_reader.h"

#include <vector>

#include "document/limits.h"
#include "document/line_scanner.h"
#include "document/tree.h"
#include "document/tree_builder.h"

namespace martech_audit {
namespace {

// Both well below what yaml-cpp allows.
constexpr std::size_t longest_block_key = 1000;
constexpr std::size_t longest_bracket = 4000;

class BlockReader {
 public:
  explicit BlockReader(const SourcePtr& source)
      : text_(source->text()), builder_(source), line_(text_, builder_) {}

  bool read() {
    if (text_.starts_with("\xEF\xBB\xBF") || text_.find('\t') != text_.npos) return false;
    std::size_t begin = 0;
    for (; begin < text_.size(); begin = line_.next_line()) {
      line_.start_line(begin);
      line_.skip_blanks();
      if (line_.at_end() || line_.peek() == '#') continue;
      if (!read_line(line_.at() - begin) || builder_.size() >= limits::nodes) return false;
    }
    return finish();
  }

  std::shared_ptr<const Tree> tree() { return builder_.finish(); }

 private:
  struct Level {
    std::size_t indent;
    bool mapping;
  };

  bool read_line(std::size_t indent) {
    if (indent == 0 && is_marker()) return skip_document_start();
    if (!find_level(indent)) return false;
    return levels_.back().mapping ? read_member() : read_item();
  }

  bool is_marker() const {
    const std::string_view rest = text_.substr(line_.at());
    return rest.starts_with("---") || rest.starts_with("...") || rest.starts_with("%");
  }

  bool skip_document_start() {
    const bool first = builder_.size() == 0 && !document_started_;
    document_started_ = true;
    const bool is_start = line_.peek() == '-';
    line_.skip(3);
    return first && is_start && line_.at_end();
  }

  // Closes what the line's indentation ends, and opens what it starts below a key or dash without a value.
  bool find_level(std::size_t indent) {
    const bool dash = line_.at_dash();
    if (levels_.empty()) return builder_.size() == 0 && open(indent, !dash);
    if (pending_) {
      const Level& parent = levels_.back();
      if (indent > parent.indent) return open(indent, !dash);
      if (indent == parent.indent && parent.mapping && dash) return open(indent, false);
      add_missing();
    }
    while (!levels_.empty() && is_over(levels_.back(), indent, dash)) close();
    return !levels_.empty() && levels_.back().indent == indent && levels_.back().mapping != dash;
  }

  // A list may stand at the indentation of its key: the first line there without a dash ends it.
  static bool is_over(const Level& level, std::size_t indent, bool dash) {
    return level.indent > indent || (level.indent == indent && !level.mapping && !dash);
  }

  bool open(std::size_t indent, bool mapping) {
    if (builder_.depth() >= limits::depth) return false;
    builder_.open(mapping ? RecordKind::mapping : RecordKind::sequence, narrow(line_.at()));
    levels_.push_back({indent, mapping});
    pending_ = false;
    return true;
  }

  void close() {
    builder_.close();
    levels_.pop_back();
  }

  void add_missing() {
    builder_.null(narrow(missing_at_), 0);
    pending_ = false;
  }

  // "- value", "- key: value" or "-".
  bool read_item() {
    const std::size_t dash = line_.at();
    const std::size_t indent = levels_.back().indent;
    line_.skip(1);
    if (expect_value()) return true;
    if (line_.at_dash() || line_.peek() == '#') return false;
    const std::size_t inner = indent + (line_.at() - dash);
    if (line_.peek() == '[' || line_.peek() == '{') return read_brackets() && ends_line();
    return line_.at_quote() ? read_quoted_item(inner) : read_plain_item(inner);
  }

  bool read_plain_item(std::size_t indent) {
    LineScanner::Span span;
    const std::size_t begin = line_.at();
    if (!line_.plain_in_block(span)) return false;
    if (line_.peek() != ':') return line_.add_plain(span);
    return open_compact(indent, begin) && line_.add_plain(span) && read_value(begin);
  }

  bool read_quoted_item(std::size_t indent) {
    const std::size_t begin = line_.at();
    if (line_.behind_quoted() != ':') return line_.add_quoted() && ends_line();
    return open_compact(indent, begin) && line_.add_quoted() && read_value(begin);
  }

  bool open_compact(std::size_t indent, std::size_t begin) {
    if (builder_.depth() >= limits::depth) return false;
    builder_.open(RecordKind::mapping, narrow(begin));
    levels_.push_back({indent, true});
    return true;
  }

  // "key: value" or "key:".
  bool read_member() {
    const std::size_t begin = line_.at();
    if (line_.at_quote()) return line_.add_quoted() && read_value(begin);
    LineScanner::Span span;
    return line_.plain_in_block(span) && line_.peek() == ':' && line_.add_plain(span) && read_value(begin);
  }

  // From the colon on, behind the key that starts at `key`.
  bool read_value(std::size_t key) {
    if (line_.peek() != ':' || line_.at() - key > longest_block_key) return false;
    line_.skip(1);
    if (!line_.at_end() && line_.peek() != ' ') return false;
    if (expect_value()) return true;
    if (line_.peek() == '[' || line_.peek() == '{') return read_brackets() && ends_line();
    if (line_.at_quote()) return line_.add_quoted() && ends_line();
    LineScanner::Span span;
    return line_.plain_in_block(span) && line_.peek() != ':' && line_.add_plain(span);
  }

  // True, and remembered, where nothing but a comment follows: the value is on the next lines or missing.
  bool expect_value() {
    missing_at_ = line_.at();
    pending_ = line_.at_end_or_comment();
    return pending_;
  }

  bool ends_line() { return line_.at_end_or_comment(); }

  bool read_brackets() {
    if (line_.eol() - line_.at() > longest_bracket || builder_.depth() >= limits::depth) return false;
    return line_.peek() == '[' ? read_bracket_list() : read_bracket_mapping();
  }

  bool read_bracket_list() {
    builder_.open(RecordKind::sequence, narrow(line_.at()));
    return read_bracket_items(']', [this] { return read_bracket_value(); });
  }

  bool read_bracket_mapping() {
    builder_.open(RecordKind::mapping, narrow(line_.at()));
    return read_bracket_items('}', [this] { return read_bracket_member(); });
  }

  template <class ReadItem>
  bool read_bracket_items(char closing, ReadItem read_item) {
    line_.skip(1);
    line_.skip_blanks();
    while (line_.peek() != closing) {
      if (!read_item()) return false;
      line_.skip_blanks();
      if (line_.peek() == closing) break;
      if (line_.peek() != ',') return false;
      line_.skip(1);
      line_.skip_blanks();
      if (line_.peek() == closing) return false;
    }
    line_.skip(1);
    builder_.close();
    return true;
  }

  bool read_bracket_value() {
    if (line_.peek() == '[' || line_.peek() == '{') return read_brackets() && follows_value();
    if (line_.at_quote()) return line_.add_quoted() && follows_value();
    LineScanner::Span span;
    return line_.plain_in_brackets(span) && line_.add_plain(span) && follows_value();
  }

  bool follows_value() const {
    return line_.peek() == ',' || line_.peek() == ']' || line_.peek() == '}' || line_.peek() == ' ';
  }

  bool read_bracket_member() {
    LineScanner::Span span;
    const bool has_key =
        line_.at_quote() ? line_.add_quoted() : line_.plain_in_brackets(span) && line_.add_plain(span);
    if (!has_key || line_.peek() != ':' || line_.peek_behind() != ' ') return false;
    line_.skip(1);
    line_.skip_blanks();
    return read_bracket_value();
  }

  bool finish() {
    if (pending_) add_missing();
    while (!levels_.empty()) close();
    return builder_.size() > 0;
  }

  std::string_view text_;
  TreeBuilder builder_;
  LineScanner line_;
  std::vector<Level> levels_;
  bool pending_ = false;  // a key or dash without a value so far
  std::size_t missing_at_ = 0;
  bool document_started_ = false;
};

}  // namespace

std::shared_ptr<const Tree> read_block_style(const SourcePtr& source) {
  BlockReader reader(source);
  return reader.read() ? reader.tree() : nullptr;
}

}  // namespace martech_audit

#include "document/event_handler.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "document/limits.h"
#include "document/scalar.h"
#include "document/scalar_source.h"
#include "document/source_cursor.h"
#include "document/tree.h"
#include "document/yaml_errors.h"

namespace martech_audit {
namespace {

// yaml-cpp's names for "no tag" on a plain and on another scalar.
constexpr std::string_view untagged_plain = "?";
constexpr std::string_view untagged_quoted = "!";
constexpr std::string_view standard = "tag:yaml.org,2002:";

bool is_untagged(std::string_view tag) {
  return tag.empty() || tag == untagged_plain || tag == untagged_quoted;
}

// Of the tags that the core schema knows, those that suit the kind of node.
bool fits(std::string_view tag, RecordKind kind) {
  if (!tag.starts_with(standard)) return false;
  tag.remove_prefix(standard.size());
  if (kind == RecordKind::sequence) return tag == "seq";
  if (kind == RecordKind::mapping) return tag == "map";
  return tag == "str" || tag == "int" || tag == "float" || tag == "bool" || tag == "null";
}

bool is_known(std::string_view tag) {
  return fits(tag, RecordKind::scalar) || fits(tag, RecordKind::sequence) || fits(tag, RecordKind::mapping);
}

std::string_view kind_text(RecordKind kind) {
  if (kind == RecordKind::sequence) return "a list";
  return kind == RecordKind::mapping ? "a mapping" : "a single value";
}

bool starts_quoted(std::string_view text, std::uint32_t begin) {
  const char first = SourceCursor(text, begin).peek();
  return Tree::is_quote(first) || first == '|' || first == '>';
}

// The source spells the value out between its quotes, if it has any.
bool spells_out(std::string_view text, std::uint32_t begin, std::string_view value) {
  const char first = begin < text.size() ? text[begin] : '\0';
  if (first == '|' || first == '>') return false;
  if (!Tree::is_quote(first)) return text.substr(begin).starts_with(value);
  if (value.find(first) != value.npos || (first == '"' && value.find('\\') != value.npos)) return false;
  const std::string_view inside = text.substr(begin + 1);
  return inside.starts_with(value) && inside.substr(value.size()).starts_with(first);
}

// yaml-cpp gives \_ and \N as one byte of Latin-1, where the text is UTF-8.
std::string as_utf8(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(value, at);
    const bool is_byte = c == 0xFFFD && at - before == 1;
    append_utf8(out, is_byte ? static_cast<unsigned char>(value[before]) : c);
  }
  return out;
}

}  // namespace

TreeEventHandler::TreeEventHandler(const SourcePtr& source, std::uint32_t start, Diagnostics& diagnostics)
    : source_(source), text_(source->text()), start_(start), diagnostics_(diagnostics), builder_(source) {}

std::uint32_t TreeEventHandler::offset(const YAML::Mark& mark) const {
  if (mark.pos < 0) return resume_;
  return narrow(std::min<std::size_t>(static_cast<std::size_t>(mark.pos) + start_, text_.size()));
}

Location TreeEventHandler::at(std::size_t begin, std::size_t end) const {
  return {source_, narrow(begin), narrow(end)};
}

void TreeEventHandler::stop(Location where, std::string message, std::string hint) {
  stop({DiagnosticLevel::error, std::move(where), std::move(message), std::move(hint)});
}

void TreeEventHandler::stop(Diagnostic error) {
  diagnostics_.add(std::move(error));
  throw Stop{};
}

void TreeEventHandler::OnDocumentStart(const YAML::Mark& mark) {
  const std::uint32_t begin = offset(mark);
  if (started_ && text_.substr(begin).starts_with("---")) {
    stop(at(begin, begin + 3), "a second document starts here", "keep one document per file");
  }
  if (started_) {
    stop(at(begin, begin + 1), "text after the end of the document",
         "align it with the value it belongs to, or remove it");
  }
  started_ = true;
  resume_ = start_;
}

void TreeEventHandler::check_room(std::uint32_t begin) {
  if (builder_.size() < limits::nodes) return;
  stop(at(begin, begin + 1), fmt::format("more than {} values in one file", limits::nodes),
       "split it into several files");
}

std::uint32_t TreeEventHandler::content(const YAML::Mark& mark) const {
  SourceCursor cursor(text_, offset(mark));
  while (cursor.skip_property()) cursor.skip_space();
  return narrow(cursor.at());
}

void TreeEventHandler::check_tag(std::uint32_t begin, const std::string& tag, RecordKind kind) {
  if (is_untagged(tag) || fits(tag, kind)) return;
  SourceCursor cursor(text_, begin);
  while (cursor.peek() == '&' && cursor.skip_property()) cursor.skip_space();
  const std::size_t tag_begin = cursor.at();
  cursor.skip_property();
  const std::string_view written = text_.substr(tag_begin, cursor.at() - tag_begin);
  if (is_known(tag)) {
    diagnostics_.error(at(tag_begin, cursor.at()), fmt::format("tag '{}' on {}", written, kind_text(kind)),
                       "leave the tag out");
  } else {
    diagnostics_.error(at(tag_begin, cursor.at()), fmt::format("tag '{}' is not supported", written),
                       "leave the tag out; put quotes around a text that starts with '!'");
  }
}

TreeEventHandler::Anchor& TreeEventHandler::anchored(YAML::anchor_t anchor) {
  if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
  return anchors_[anchor];
}

void TreeEventHandler::leaf(YAML::anchor_t anchor) {
  if (anchor == YAML::NullAnchor) return;
  anchored(anchor) = {builder_.size() - 1, 1, 0, true};
  builder_.protect(builder_.size() - 1);
}

void TreeEventHandler::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                const std::string& value) {
  const std::uint32_t begin = content(mark);
  check_room(begin);
  check_tag(offset(mark), tag, RecordKind::scalar);
  if (value.size() > limits::scalar_length) {
    stop(at(begin, begin + 1), fmt::format("a text of more than {} bytes", limits::scalar_length),
         "shorten it, or store it elsewhere and link to it here");
  }
  if (is_untagged(tag) && (!value.empty() || starts_quoted(text_, begin))) {
    scalar(begin, value, tag != untagged_quoted);
  } else {
    tagged_scalar(offset(mark), begin, tag, value);
  }
  leaf(anchor);
}

void TreeEventHandler::tagged_scalar(std::uint32_t mark, std::uint32_t begin, std::string_view tag,
                                     const std::string& value) {
  const bool plain = !tag.ends_with(":str") && tag != untagged_quoted;
  if (tag.ends_with(":null") && is_null(value, true)) {
    builder_.null(begin, 0);
    resume_ = scalar_end(text_, begin, value);
  } else if (value.empty() && !starts_quoted(text_, begin)) {
    SourceCursor cursor(text_, mark);  // a tag with nothing behind it
    cursor.skip_property();
    resume_ = narrow(cursor.at());
    builder_.side(resume_, value, plain);
  } else {
    scalar(begin, value, plain);
  }
}

void TreeEventHandler::scalar(std::uint32_t begin, const std::string& value, bool plain) {
  if (spells_out(text_, begin, value)) {
    builder_.slice(begin, narrow(value.size()), plain);
    resume_ = begin + narrow(value.size()) + (Tree::is_quote(text_[begin]) ? 2 : 0);
  } else {
    const std::string utf8 = text_[begin] == '"' ? as_utf8(value) : value;
    builder_.side(begin, utf8, plain);
    resume_ = scalar_end(text_, begin, utf8);
    // The parser accepts a quote that the end of a line at the end of the file cuts off.
    if (Tree::is_quote(text_[begin]) && text_[resume_ - 1] != text_[begin])
      stop(unclosed_quote_error(source_, begin));
  }
}

// A null word here may also be the next key, the value before it being left out.
bool TreeEventHandler::is_written_null(std::uint32_t begin, std::size_t length) const {
  const std::string_view behind = text_.substr(begin + length, 1);
  if (length == 0 || (!behind.empty() && std::string_view(" \t\r\n,]}:").find(behind[0]) == behind.npos))
    return false;
  if (builder_.depth() == 0 || builder_.expects_key() || in_flow()) return true;
  const std::string_view between = text_.substr(resume_, begin - std::min(begin, resume_));
  if (between.find('\n') == between.npos) return true;
  return SourceCursor(text_, begin).column() > SourceCursor(text_, builder_.innermost().begin).column();
}

// Behind the colon or dash that promised a value.
std::uint32_t TreeEventHandler::place_of_missing(const YAML::Mark& mark) const {
  SourceCursor cursor(text_, resume_);
  if (text_.substr(offset(mark)).starts_with('&')) {
    cursor.skip_to(offset(mark));
    cursor.skip_property();
    return narrow(cursor.at());
  }
  cursor.skip_space();
  const bool in_sequence = builder_.depth() > 0 && builder_.innermost().kind() == RecordKind::sequence;
  const bool promised = in_sequence ? cursor.peek() == '-' || cursor.peek() == ',' : cursor.peek() == ':';
  return promised ? narrow(cursor.at() + 1) : resume_;
}

void TreeEventHandler::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::uint32_t begin = content(mark);
  check_room(begin);
  std::size_t length = 0;
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text_.substr(begin).starts_with(word)) length = word.size();
  }
  if (is_written_null(begin, length)) {
    builder_.null(begin, narrow(length));
    resume_ = narrow(begin + length);
  } else if (builder_.expects_key()) {
    stop(at(begin, begin + 1), "a key is missing here", "write 'key: value'");
  } else {
    resume_ = place_of_missing(mark);
    builder_.null(resume_, 0);
  }
  leaf(anchor);
}

void TreeEventHandler::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  SourceCursor cursor(text_, offset(mark));
  cursor.skip(1);
  cursor.skip_until(" \t\r\n,[]{}");
  const Location where = at(offset(mark), cursor.at());
  const std::string_view written = text_.substr(where.begin, where.end - where.begin);
  check_room(where.begin);
  if (builder_.expects_key()) stop(where, "an alias as a key", "write the key itself");
  const Anchor target = anchored(anchor);
  if (!target.done) {
    stop(where, fmt::format("'{}' is inside the value it refers to", written), "write the value out");
  }
  expanded_ += target.nodes;
  if (expanded_ > limits::alias_expansion) {
    stop(where, fmt::format("aliases up to here expand to more than {} values", limits::alias_expansion),
         "use fewer aliases, or none inside values that aliases repeat");
  }
  if (builder_.depth() + target.height > limits::depth) {
    stop(where, fmt::format("with '{}', values are nested more than {} deep", written, limits::depth),
         "nest less deeply");
  }
  if (!open_.empty()) open_.back().height = std::max(open_.back().height, target.height + 1);
  builder_.alias(where.begin, target.node);
  resume_ = where.end;
}

void TreeEventHandler::open(RecordKind kind, const YAML::Mark& mark, const std::string& tag,
                            YAML::anchor_t anchor) {
  const std::uint32_t begin = content(mark);
  check_room(begin);
  check_tag(offset(mark), tag, kind);
  if (builder_.expects_key()) stop(structured_key_error(source_, begin, kind_text(kind)));
  if (builder_.depth() >= limits::depth) stop(too_deep_error(source_, begin));
  const bool bracket = begin < text_.size() && (text_[begin] == '[' || text_[begin] == '{');
  if (anchor != YAML::NullAnchor) anchored(anchor) = {builder_.size(), 0, 0, false};
  open_.push_back({anchor, expanded_, 1, in_flow() || bracket});
  builder_.open(kind, begin);
  if (anchor != YAML::NullAnchor) builder_.protect(anchored(anchor).node);
  resume_ = begin + (bracket ? 1 : 0);
}

void TreeEventHandler::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                       YAML::EmitterStyle::value /*style*/) {
  open(RecordKind::sequence, mark, tag, anchor);
}

void TreeEventHandler::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value /*style*/) {
  open(RecordKind::mapping, mark, tag, anchor);
}

void TreeEventHandler::close() {
  const Open closed = open_.back();
  open_.pop_back();
  if (!open_.empty()) open_.back().height = std::max(open_.back().height, closed.height + 1);
  const NodeRecord record = builder_.innermost();
  if (const char first = text_[record.begin]; first == '[' || first == '{') {
    SourceCursor cursor(text_, resume_);
    for (cursor.skip_space(); cursor.peek() == ','; cursor.skip_space()) cursor.skip(1);
    if (cursor.at_closing_bracket()) resume_ = narrow(cursor.at() + 1);
  }
  builder_.close();
  if (closed.anchor == YAML::NullAnchor) return;
  Anchor& anchor = anchored(closed.anchor);
  anchor.nodes = builder_.size() - anchor.node + (expanded_ - closed.expanded_before);
  anchor.height = closed.height;
  anchor.done = true;
}

}  // namespace martech_audit

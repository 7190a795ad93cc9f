#include "document/yaml_reader.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>

#include "document/event_handler.h"
#include "document/file.h"
#include "document/limits.h"
#include "document/source_cursor.h"
#include "document/yaml_errors.h"

namespace martech_audit {
namespace {

// Brackets opened and not closed, as far as that can be told without knowing what is quoted.
class OpenBrackets {
 public:
  explicit OpenBrackets(std::size_t most = limits::depth) : most_(static_cast<std::ptrdiff_t>(most)) {}

  // How much of `text`, which stands at `at`, there is until more are open than may be.
  std::size_t length_within_limit(std::string_view text, std::size_t at) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((text[i] == '[' || text[i] == '{') && open_++ == 0) first_ = at + i;
      if (text[i] == ']' || text[i] == '}') --open_;
      if (open_ > most_) return i + 1;
    }
    return text.size();
  }
  // Where the outermost of them stands.
  std::size_t first() const { return first_; }

 private:
  std::ptrdiff_t most_;
  std::ptrdiff_t open_ = 0;  // below nothing where some open before are closed
  std::size_t first_ = 0;
};

// A stream over text that stays where it is, which ends early when the parser reads on and on without an
// event, and, where `watched`, when it meets more open brackets than can be right.
class TextBuffer : public std::streambuf {
 public:
  TextBuffer(std::string_view text, std::uint32_t start, const TreeEventHandler& handler, bool watched)
      : rest_(text.substr(start)), given_(start), handler_(handler), watched_(watched) {}

  bool ran_ahead() const { return ran_ahead_; }
  bool too_deep() const { return too_deep_; }
  // Whether an error at `place` may have come of the end for too many brackets.
  bool ended_before(std::size_t place) const { return too_deep_ && place >= brackets_.first(); }

 protected:
  int_type underflow() override {
    ran_ahead_ = ran_ahead_ || given_ > handler_.resume() + limits::read_ahead;
    if (rest_.empty() || ran_ahead_ || too_deep_) return traits_type::eof();
    const std::string_view next = rest_.substr(0, watched_ ? within_depth() : chunk);
    rest_.remove_prefix(next.size());
    given_ += next.size();
    char* begin = const_cast<char*>(next.data());  // streambuf has no read-only form; nothing writes
    setg(begin, begin, begin + next.size());
    return traits_type::to_int_type(*begin);
  }

 private:
  static constexpr std::size_t chunk = std::size_t{16} << 10;

  // An event says that what was open has been told: the count begins anew.
  std::size_t within_depth() {
    if (handler_.resume() != told_) brackets_ = OpenBrackets();
    told_ = handler_.resume();
    const std::string_view next = rest_.substr(0, chunk);
    const std::size_t length = brackets_.length_within_limit(next, given_);
    too_deep_ = length < next.size();
    return length;
  }

  std::string_view rest_;
  std::size_t given_;
  const TreeEventHandler& handler_;
  OpenBrackets brackets_;
  std::size_t told_ = 0;
  bool watched_;
  bool ran_ahead_ = false;
  bool too_deep_ = false;
};

Diagnostic ran_ahead_error(const SourcePtr& source, std::uint32_t resume) {
  SourceCursor cursor(source->text(), resume);
  cursor.skip_space();
  if (cursor.done()) cursor = SourceCursor(source->text(), resume);
  const auto at = static_cast<std::uint32_t>(cursor.at());
  return {DiagnosticLevel::error,
          {source, at, at + 1},
          fmt::format("more than {} KiB from here without a complete value", limits::read_ahead >> 10),
          "write long lists line by line with '- ', or write the file as JSON"};
}

bool has_value(const TreeBuilder& builder) {
  if (builder.size() == 0) return false;
  const NodeRecord& last = builder.last();
  return builder.size() > 1 || last.kind() != RecordKind::null || last.tail > 0;
}

// What the parser had to say, if anything; a Stop has been reported already.
struct Outcome {
  bool complete = false;
  bool in_scalar = false;  // the text ended within quotes
  std::optional<Diagnostic> error;
};

Outcome run(YAML::Parser&& parser, TreeEventHandler& handler, const SourcePtr& source) {
  try {
    while (parser.HandleNextDocument(handler)) continue;
    return {true, false, {}};
  } catch (const TreeEventHandler::Stop&) {
    return {};
  } catch (const YAML::Exception& error) {
    return {false, error.msg == YAML::ErrorMsg::EOF_IN_SCALAR,
            explain_yaml_error(source, error.msg, handler.offset(error.mark), handler.builder(),
                               handler.resume())};
  }
}

// One run over the text: the tree as far as it came, and what was found.
struct Run {
  Diagnostics found;
  TreeEventHandler handler;
  bool complete = false;
  bool doubtful = false;  // ended for the number of its brackets, which turn out to be text

  Run(const SourcePtr& source, std::uint32_t start, bool watched) : handler(source, start, found) {
    TextBuffer buffer(source->text(), start, handler, watched);
    std::istream stream(&buffer);
    const Outcome outcome = run(YAML::Parser(stream), handler, source);
    complete = outcome.complete && !buffer.ran_ahead();
    doubtful = buffer.too_deep() && (outcome.complete || outcome.in_scalar);
    if (outcome.error) found.add(*outcome.error);
    // Whatever else went wrong came of the text's early end.
    if (buffer.ran_ahead()) replace(ran_ahead_error(source, handler.resume()));
    if (!doubtful && !found.empty() && buffer.ended_before(found.all().back().where.begin)) {
      replace(too_deep_error(source, first_too_deep(source->text())));
    }
  }
  Run(const Run&) = delete;  // the handler refers to what was found
  Run& operator=(const Run&) = delete;

 private:
  std::size_t first_too_deep(std::string_view text) {
    const std::size_t from = handler.resume();
    OpenBrackets beyond(limits::depth - handler.builder().depth());
    return from + beyond.length_within_limit(text.substr(from), from) - 1;
  }

  void replace(const Diagnostic& error) {
    found = {};
    found.add(error);
  }
};

}  // namespace

std::shared_ptr<const Tree> read_yaml(const SourcePtr& source, Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  const std::uint32_t start = text.starts_with(byte_order_mark) ? 3 : 0;
  auto attempt = std::make_unique<Run>(source, start, true);
  if (attempt->doubtful) attempt = std::make_unique<Run>(source, start, false);
  diagnostics.append(attempt->found);
  if (!attempt->complete) return nullptr;
  if (has_value(attempt->handler.builder())) return attempt->handler.builder().finish();
  const bool blank = text.substr(start).find_first_not_of(" \t\r\n") == text.npos;
  diagnostics.error(
      {source, start, start},
      blank ? "the file is empty" : "the file holds no value, only comments or a document marker",
      "write 'key: value' lines");
  return nullptr;
}

}  // namespace martech_audit

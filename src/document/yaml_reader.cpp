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

// A stream over text that stays where it is, which ends early when the parser reads on and on without an
// event.
class TextBuffer : public std::streambuf {
 public:
  TextBuffer(std::string_view text, std::uint32_t start, const TreeEventHandler& handler)
      : rest_(text.substr(start)), given_(start), handler_(handler) {}

  bool ran_ahead() const { return ran_ahead_; }

 protected:
  int_type underflow() override {
    ran_ahead_ = ran_ahead_ || given_ > handler_.resume() + limits::read_ahead;
    if (rest_.empty() || ran_ahead_) return traits_type::eof();
    const std::string_view next = rest_.substr(0, chunk);
    rest_.remove_prefix(next.size());
    given_ += next.size();
    char* begin = const_cast<char*>(next.data());  // streambuf has no read-only form; nothing writes
    setg(begin, begin, begin + next.size());
    return traits_type::to_int_type(*begin);
  }

 private:
  static constexpr std::size_t chunk = std::size_t{16} << 10;

  std::string_view rest_;
  std::size_t given_;
  const TreeEventHandler& handler_;
  bool ran_ahead_ = false;
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
  std::optional<Diagnostic> error;
};

Outcome run(YAML::Parser&& parser, TreeEventHandler& handler, const SourcePtr& source) {
  try {
    while (parser.HandleNextDocument(handler)) continue;
    return {true, {}};
  } catch (const TreeEventHandler::Stop&) {
    return {};
  } catch (const YAML::Exception& error) {
    return {false, explain_yaml_error(source, error.msg, handler.offset(error.mark), handler.builder(),
                                      handler.resume())};
  }
}

bool parse(const SourcePtr& source, std::uint32_t start, TreeEventHandler& handler,
           Diagnostics& diagnostics) {
  TextBuffer buffer(source->text(), start, handler);
  std::istream stream(&buffer);
  const Outcome outcome = run(YAML::Parser(stream), handler, source);
  if (outcome.error) diagnostics.add(*outcome.error);
  if (buffer.ran_ahead()) {
    // Whatever else went wrong came of the text's early end.
    diagnostics = {};
    diagnostics.add(ran_ahead_error(source, handler.resume()));
    return false;
  }
  return outcome.complete;
}

}  // namespace

std::shared_ptr<const Tree> read_yaml(const SourcePtr& source, Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  const std::uint32_t start = text.starts_with(byte_order_mark) ? 3 : 0;
  Diagnostics found;
  TreeEventHandler handler(source, start, found);
  const bool complete = parse(source, start, handler, found);
  diagnostics.append(found);
  if (!complete) return nullptr;
  if (has_value(handler.builder())) return handler.builder().finish();
  const bool blank = text.substr(start).find_first_not_of(" \t\r\n") == text.npos;
  diagnostics.error(
      {source, start, start},
      blank ? "the file is empty" : "the file holds no value, only comments or a document marker",
      "write 'key: value' lines");
  return nullptr;
}

}  // namespace martech_audit

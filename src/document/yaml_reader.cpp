#include "document/yaml_reader.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

#include "document/event_handler.h"
#include "document/yaml_errors.h"

namespace martech_audit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A stream over text that stays where it is.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // streambuf has no read-only form; nothing writes
    setg(begin, begin, begin + text.size());
  }
};

bool has_value(const TreeBuilder& builder) {
  if (builder.size() == 0) return false;
  const NodeRecord& last = builder.last();
  return builder.size() > 1 || last.kind() != RecordKind::null || last.tail > 0;
}

bool parse(std::string_view text, TreeEventHandler& handler, const Source& source, Diagnostics& diagnostics) {
  TextBuffer buffer(text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(handler)) continue;
    return true;
  } catch (const TreeEventHandler::Stop&) {
    return false;
  } catch (const YAML::Exception& error) {
    diagnostics.add(explain_yaml_error(source, error.msg, handler.offset(error.mark), handler.builder(),
                                       handler.resume()));
    return false;
  }
}

}  // namespace

std::shared_ptr<const Tree> read_yaml(const SourcePtr& source, Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  const std::uint32_t start = text.starts_with(byte_order_mark) ? 3 : 0;
  TreeEventHandler handler(source, start, diagnostics);
  if (!parse(text.substr(start), handler, *source, diagnostics)) return nullptr;
  if (has_value(handler.builder())) return handler.builder().finish();
  const bool blank = text.substr(start).find_first_not_of(" \t\r\n") == text.npos;
  diagnostics.error(
      {source.get(), start, start},
      blank ? "the file is empty" : "the file holds no value, only comments or a document marker",
      "write 'key: value' lines");
  return nullptr;
}

}  // namespace martech_audit

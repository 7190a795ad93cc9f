#include "import/workbook/xml.h"

#include <expat.h>
#include <fmt/format.h>

#include <memory>
#include <type_traits>

#include "base/text.h"
#include "document/limits.h"
#include "import/workbook/limits.h"

namespace martech_audit::import {
namespace {

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

class XmlReader {
 public:
  XmlReader(std::string_view part, XmlHandler& handler)
      : part_(part),
        handler_(handler),
        prefixes_(handler.names() == XmlHandler::Names::prefixed),
        parser_(XML_ParserCreate(nullptr)) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &opened, &closed);
    XML_SetCharacterDataHandler(parser_.get(), &read_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &declared);
  }

  // Whether to go on.
  bool feed(std::string_view bytes, bool last = false) {
    if (XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0) ==
        XML_STATUS_ERROR) {
      if (!failure_) fail(not_xml());
      return false;
    }
    fed_ += bytes.size();
    const auto read = XML_GetCurrentByteIndex(parser_.get());
    // A tag that does not end is looked through again with every piece.
    if (!last && fed_ - static_cast<std::uint64_t>(read) > workbook_limits::token_length) {
      fail(refusal(
          fmt::format("a tag in '{}' is longer than {} MiB", shown(), workbook_limits::token_length >> 20U),
          save_again));
    }
    return !failure_;
  }

  Refusal failure() const { return failure_; }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  static XmlReader& self(void* data) { return *static_cast<XmlReader*>(data); }

  std::string_view name_of(const char* name) const { return prefixes_ ? name : local_name(name); }

  static void opened(void* data, const char* name, const char** attributes) {
    XmlReader& reader = self(data);
    if (++reader.depth_ > limits::depth) {
      return reader.fail(refusal(
          fmt::format("elements in '{}' are nested deeper than {} levels", reader.shown(), limits::depth),
          save_again));
    }
    reader.handler_.open(reader.name_of(name), {attributes, reader.prefixes_});
    reader.take_failure();
  }

  static void closed(void* data, const char* name) {
    XmlReader& reader = self(data);
    --reader.depth_;
    reader.handler_.close(reader.name_of(name));
    reader.take_failure();
  }

  static void read_text(void* data, const char* text, int size) {
    self(data).handler_.text({text, static_cast<std::size_t>(size)});
    self(data).take_failure();
  }

  static void declared(void* data, const char*, const char*, const char*, int) {
    XmlReader& reader = self(data);
    reader.fail(refusal(fmt::format("'{}' declares a DOCTYPE, which may define entities; workbooks have none",
                                    reader.shown()),
                        save_again));
  }

  void take_failure() {
    if (handler_.failure()) fail(handler_.failure());
  }

  void fail(Refusal failure) {
    if (failure_) return;
    failure_ = std::move(failure);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  Refusal not_xml() const {
    return refusal(fmt::format("'{}' is not readable XML: {} in line {}", shown(),
                               XML_ErrorString(XML_GetErrorCode(parser_.get())),
                               XML_GetCurrentLineNumber(parser_.get())),
                   save_again);
  }

  std::string shown() const { return shorten(escape_controls(part_), 60); }

  std::string_view part_;
  XmlHandler& handler_;
  bool prefixes_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::size_t depth_ = 0;
  std::uint64_t fed_ = 0;
  Refusal failure_;
};

}  // namespace

const char* XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if ((prefixes_ ? std::string_view(pair[0]) : local_name(pair[0])) == name) return pair[1];
  }
  return nullptr;
}

std::string_view XmlAttributes::operator[](std::string_view name) const {
  const char* value = find(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool XmlAttributes::has(std::string_view name) const { return find(name) != nullptr; }

Refusal read_xml(Archive& archive, std::string_view name, XmlHandler& handler) {
  XmlReader reader(name, handler);
  Refusal unpacked = archive.read(name, [&](std::string_view bytes) { return reader.feed(bytes); });
  if (unpacked) return unpacked;
  if (!reader.failure()) reader.feed({}, true);
  return reader.failure();
}

}  // namespace martech_audit::import

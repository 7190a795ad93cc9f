// JSON, written piece by piece: nothing of a report is held but one buffer.
//
// Objects and arrays are laid out either on lines of their own or within the line they began on, so that a
// report reads as one finding a line. Strings may hold any bytes: what is not UTF-8 becomes U+FFFD, and
// control characters, bidirectional overrides and other invisible characters are written as \u escapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/sink.h"

namespace martech_audit::record {

class JsonWriter {
 public:
  // The widest first; compact is inlined without any space.
  enum class Layout : std::uint8_t { lines, inlined, compact };

  // `widest` inlined or compact: everything on one line, whatever layouts are asked for.
  explicit JsonWriter(const Sink& sink, Layout widest = Layout::lines) : sink_(sink), widest_(widest) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object(Layout layout = Layout::inlined) { begin('{', layout); }
  void end_object() { end('}'); }
  void begin_array(Layout layout = Layout::inlined) { begin('[', layout); }
  void end_array() { end(']'); }
  void key(std::string_view name);      // of the next value; has nothing to escape
  void any_key(std::string_view text);  // the same of any text

  void null() { put("null"); }
  void boolean(bool value) { put(value ? "true" : "false"); }
  void integer(std::int64_t value);
  void unsigned_integer(std::uint64_t value);
  void real(double value);  // the shortest text that reads back as the same number; null where it is none
  void billionths(std::int64_t value);  // 12345678901 is 12.345678901: every digit, no rounding
  void number(std::string_view digits) { put(digits); }  // already JSON
  void string(std::string_view text);

  void flush();   // hands what there is to the sink
  void finish();  // ends the line and hands the rest to the sink

 private:
  struct Level {
    Layout layout;
    bool empty = true;
  };

  void end_key();
  void begin(char bracket, Layout layout);
  void end(char bracket);
  void put(std::string_view text);
  void separate();
  void new_line();
  void flush_when_full();

  const Sink& sink_;
  Layout widest_;
  std::string buffer_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

// What `write(json)` puts down: one value, on a line that ends.
template <class Write>
std::string json_text(Write write, JsonWriter::Layout widest = JsonWriter::Layout::lines) {
  std::string text;
  const Sink sink = [&](std::string_view bytes) { text += bytes; };
  JsonWriter json(sink, widest);
  write(json);
  json.finish();
  return text;
}

// Writes `text` as a JSON string, quotes included, that starts no command of a CI service.
void append_json_string(std::string& out, std::string_view text);

}  // namespace martech_audit::record

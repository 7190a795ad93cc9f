// Writes HTML and SVG. Markup is what the program was compiled with; whatever is put into it is escaped, so
// that no text of an inventory can become markup.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "martech_audit/sink.h"

namespace martech_audit::report {

// Control characters shown, &, <, > and quotes as entities: for text and for values of attributes.
std::string html_text(std::string_view text);

template <class Value>
auto as_html(const Value& value) {
  if constexpr (std::is_integral_v<Value>) {
    return value;
  } else {
    return html_text(value);
  }
}

class Markup {
 public:
  explicit Markup(const Sink& sink) : sink_(sink) {}
  Markup(const Markup&) = delete;
  Markup& operator=(const Markup&) = delete;

  // A pattern of fmt, known when the program is compiled, with texts and whole numbers for its places.
  template <class... Args>
  void put(fmt::format_string<decltype(as_html(std::declval<const Args&>()))...> pattern,
           const Args&... args) {
    sink_(fmt::format(pattern, as_html(args)...));
  }

  // Between tags, where quotes are what they are: a third less of quoted JSON.
  void put_between(std::string_view text);

  // Files that are compiled in: style, script and shapes.
  void put_embedded(std::string_view (*file)()) { sink_(file()); }

 private:
  const Sink& sink_;
};

// Lengths in the units of a picture, to a tenth.
std::string length(double units);

}  // namespace martech_audit::report

// The XML of a part of a workbook, as it is unpacked: no tree is built. Document types and with them
// entities, deep nesting and endless tags are refused.
#pragma once

#include <string_view>

#include "import/workbook/archive.h"

namespace martech_audit::import {

// The attributes of an element, by name without or with its prefix.
class XmlAttributes {
 public:
  XmlAttributes(const char** pairs, bool prefixes) : pairs_(pairs), prefixes_(prefixes) {}

  // Empty where there is none; whether there is one is has()'s to say.
  std::string_view operator[](std::string_view name) const;
  bool has(std::string_view name) const;

 private:
  const char* find(std::string_view name) const;

  const char** pairs_;  // name, value, …, null
  bool prefixes_;
};

// What makes something of the elements. The first refusal ends the reading.
class XmlHandler {
 public:
  // OOXML is read by local names, since its writers choose prefixes freely; ODF by the prefixes that all of
  // its writers use, since attributes of two kinds have one local name.
  enum class Names : bool { local, prefixed };

  explicit XmlHandler(Names names) : names_(names) {}
  virtual ~XmlHandler() = default;

  virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view) {}

  Names names() const { return names_; }
  const Refusal& failure() const { return failure_; }

 protected:
  void fail(Refusal failure) {
    if (!failure_) failure_ = std::move(failure);
  }

 private:
  Names names_;
  Refusal failure_;
};

// Puts the elements of an entry to the handler.
Refusal read_xml(Archive& archive, std::string_view name, XmlHandler& handler);

}  // namespace martech_audit::import

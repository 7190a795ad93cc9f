// Reading the catalogue's own files, of which the tests see that they are whole.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace martech_audit::catalogue {

// Empty where there is none.
inline std::string_view text_at(Node node, std::string_view key) {
  const Node value = node.find(key);
  return value ? value.text() : std::string_view();
}

inline std::vector<std::string_view> texts_at(Node node, std::string_view key) {
  std::vector<std::string_view> texts;
  const Node list = node.find(key);
  if (!list) return texts;
  for (const Node item : list) texts.push_back(item.text());
  return texts;
}

}  // namespace martech_audit::catalogue

// Reading the catalogue's own files, which the program carries: a fault in one is a fault of the program.
#pragma once

#include <stdexcept>

#include "document/document.h"
#include "record/hand_forms.h"

namespace martech_audit::catalogue {

template <class File>
File read_whole_file(const Document& document) {
  Diagnostics diagnostics;
  auto file = record::read_by_hand<File>(document.root(), diagnostics);
  if (!diagnostics.empty()) throw std::logic_error(render(diagnostics));
  return file;
}

}  // namespace martech_audit::catalogue

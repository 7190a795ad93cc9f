// A fast reader of the plain block style that inventories are written in.
//
// It reads block mappings and lists, plain and quoted scalars of one line, bracketed values of one line, and
// comments, into the same tree as yaml_reader.h, byte for byte. The moment it meets anything else, or
// anything doubtful, it gives up, and yaml-cpp reads the whole text and says what is wrong with it. So it
// must never accept what yaml-cpp refuses; tests compare the two on generated and damaged documents.
#pragma once

#include <memory>

#include "document/tree.h"

namespace martech_audit {

// Nothing where it gave up. The text must have passed check_text().
std::shared_ptr<const Tree> read_block_style(const SourcePtr& source);

}  // namespace martech_audit

// What several files say about the whole: one organisation, one strategy, one block of defaults.
#pragma once

#include "model/storage.h"

namespace martech_audit::model {

// Fills the organisation's record, but its lists, from the records of the files (of file_shape, without slots
// where a file could not be read). Values that disagree are errors that show both places.
void merge_files(Building& building, std::span<const Record> files);

}  // namespace martech_audit::model

// Sink: where what is written goes, piece by piece.
#pragma once

#include <functional>
#include <string_view>

namespace martech_audit {

// Takes the next piece of a report. Called with pieces of any size, in order, by the thread that writes; the
// bytes last until it returns. What it throws ends the writing and reaches the caller.
using Sink = std::function<void(std::string_view)>;

}  // namespace martech_audit

#include "report/page/words.h"

namespace martech_audit::report {

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::critical:
      return Ink::critical;
    case Severity::high:
      return Ink::high;
    case Severity::medium:
      return Ink::medium;
    case Severity::low:
      return Ink::low;
    case Severity::info:
      break;
  }
  return Ink::info;
}

}  // namespace martech_audit::report

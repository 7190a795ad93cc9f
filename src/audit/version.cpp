#include "martech_audit/audit.h"

namespace martech_audit {

std::string_view version() { return MARTECH_AUDIT_VERSION; }

}  // namespace martech_audit

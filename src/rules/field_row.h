// See rules/read_value.h.
#pragma once

#include "rules/read_value.h"

// HD008, which is found where harden.toml is read.
#pragma once

#include "base/rules/rule.h"

namespace harden::rule {

extern const RuleInfo expired_ignore;

}  // namespace harden::rule

// HD103, which is found of images and of containers.
#pragma once

#include "base/rules/rule.h"

namespace harden::rule {

extern const RuleInfo user_cannot_start;

}  // namespace harden::rule

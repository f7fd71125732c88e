// Policies as they come out of typical images, and some that nobody wants.
#pragma once

#include <vector>

#include "runtime/policy.h"

namespace harden::test {

// nginx that the engine starts as its own user, on port 80.
Policy web_server();
// redis whose start script steps down.
Policy database();
// The image's user has a name and no known number.
Policy nameless_user();
// Every field is set.
Policy everything();
// Quotes, line ends, `$`, commas and colons wherever text may stand.
Policy hostile();
// The service keeps root.
Policy unsafe();
// All of these.
std::vector<Policy> all_policies();

}  // namespace harden::test

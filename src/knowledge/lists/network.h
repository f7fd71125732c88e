// Ports, and what gets files from the network: templates/lists/network.json.
#pragma once

#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

// Services that administer a machine.
struct AdminPort {
  unsigned number = 0;
  std::string_view service;
};
extern const std::span<const AdminPort> admin_ports;

extern const SortedWords downloaders;  // programs: curl
// Programs that compare what they read with something that is known.
extern const SortedWords input_checkers;
// Ends of addresses of signatures and lists of checksums.
extern const SortedWords signature_endings;

}  // namespace harden::lists

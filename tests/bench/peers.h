// Programs of others that do something like `harden check`.
#pragma once

#include <string>
#include <vector>

namespace harden::bench {

struct Peer {
  std::string name;
  std::vector<std::string> words;  // files follow
};

// Those that are installed in a folder by npm; `scripts` holds what calls them.
std::vector<Peer> peers_in(const std::string& folder,
                           const std::string& scripts);

}  // namespace harden::bench

#include "peers.h"

#include <filesystem>
#include <initializer_list>

namespace harden::bench {
namespace {

namespace fs = std::filesystem;

std::string first_there(std::initializer_list<const char*> paths) {
  for (const char* it : paths) {
    if (fs::exists(it)) return it;
  }
  return {};
}

}  // namespace

std::vector<Peer> peers_in(const std::string& folder,
                           const std::string& scripts) {
  std::vector<Peer> result;
  const std::string node =
      first_there({"/usr/bin/node", "/usr/local/bin/node"});
  if (node.empty()) return result;
  const std::string modules = folder + "/node_modules/";
  // Modules are looked for beside a script: it is copied there.
  if (fs::exists(modules + "dockerfile-utils")) {
    const std::string script = folder + "/dockerfile_utils.js";
    fs::copy_file(scripts + "/dockerfile_utils.js", script,
                  fs::copy_options::overwrite_existing);
    result.push_back({"dockerfile-utils", {node, script}});
  }
  const std::string lint = modules + "dockerfilelint/bin/dockerfilelint";
  if (fs::exists(lint)) result.push_back({"dockerfilelint", {node, lint}});
  return result;
}

}  // namespace harden::bench

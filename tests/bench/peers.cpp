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
  const auto add = [&](const std::string& module, const std::string& name) {
    if (!fs::exists(modules + module)) return;
    // Modules are looked for beside a script: it is copied there.
    const std::string script = folder + "/" + name;
    fs::copy_file(scripts + "/" + name, script,
                  fs::copy_options::overwrite_existing);
    result.push_back({module, {node, script}});
  };
  add("dockerfile-utils", "dockerfile_utils.js");
  add("dockerfilelint", "dockerfilelint.js");
  return result;
}

}  // namespace harden::bench

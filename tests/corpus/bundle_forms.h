// What the settings for different runtimes say about one container, read back
// from their text.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "findings/driver.h"

namespace harden::test {

struct BundleForm {
  std::string name;  // "run.sh"
  std::string user;  // "10001:10001"; empty: the image's own
  std::set<std::string> writable;
  std::set<std::string> ports;  // "80/tcp"
  std::set<std::string> capabilities;
  bool drops_all = false;
  bool read_only = false;
  bool no_new_privileges = false;
};

struct BundleForms {
  std::vector<BundleForm> forms;  // run.sh, compose.yaml, kubernetes.yaml
  std::vector<std::string> differences;  // that are named for the last
};

// Empty for a policy for which nothing is written.
BundleForms bundle_forms(const Policy& policy);

// One sentence for each point in which the image and the forms disagree and
// nobody says so; `after` is what was said about the image.
std::vector<std::string> contradictions(const Hardened& hardened,
                                        const Policy& policy);

}  // namespace harden::test

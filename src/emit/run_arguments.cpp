// The options of run.sh, for a program that starts no shell.
#include "emit/run_options.h"
#include "harden/emit.h"

namespace harden {

std::vector<std::string> run_arguments(const Policy& policy, Engine engine) {
  std::vector<std::string> words;
  for (const RunOption& it : run_options(policy, engine)) {
    if (it.flag.empty()) continue;
    words.push_back(it.flag);
    if (it.value) words.push_back(*it.value + it.file);
  }
  return words;
}

}  // namespace harden

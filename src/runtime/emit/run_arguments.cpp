// The options of run.sh, for a program that starts no shell.
#include "runtime/emit/emit.h"
#include "runtime/emit/run_options.h"

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

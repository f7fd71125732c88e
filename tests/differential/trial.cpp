#include "trial.h"

#include <algorithm>
#include <string_view>

namespace harden::differential {
namespace {

const std::vector<std::string>& arguments() {
  static const std::vector<std::string> result{"server", "--flag"};
  return result;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Situation {
  Pairs environment;
  Pairs files;
};

// Variables that may name the account are left as they are, or name another
// one: who sets such a variable to root wants that.
const std::vector<Situation>& situations() {
  static const std::vector<Situation> result{
      {{}, {}},
      {{{"DEBUG", "1"}, {"MODE", "b"}, {"APP_USER", "app"}},
       {{"name", "root\n"},
        {"settings", "RUN_AS=root\nn=0\nx=root\nu=root\nprefix=\n"},
        {"list", "a\nroot\n0\n"},
        {"hook.sh", "gosu() { shift; \"$@\"; }\nu=root\n"},
        {"env", "RUN_AS=root\nn=0\nx=a\nu=root\nmode=root\nprefix=\n"},
        {"ends", "0"}}},
      {{{"DEBUG", ""}, {"MODE", "app"}, {"MIGRATION_FAILS", "1"}},
       {{"name", "app\n"},
        {"settings", "server &\n"},
        {"list", "app\n"},
        {"hook.sh", "RUN_AS=root\nset -- server x\n"},
        {"env", "n=1\nx=root\ncd /tmp\n"},
        {"ends", "1"}}},
      {{{"MODE", "server"}, {"APP_USER", "www-data"}},
       {{"name", "0\n"},
        {"settings", "exec server\n"},
        {"list", ""},
        {"hook.sh", "f() { exec server; }\nn=0\ncd /tmp\nx=env\n"},
        {"env", "u=0\nRUN_AS=0\nmode=root\nprefix=env\n"}}},
  };
  return result;
}

// Somebody who sets everything there is to the worst.
const std::vector<Situation>& worst() {
  static const std::vector<Situation> result = [] {
    std::vector<Situation> all;
    for (const std::string value :
         {"root", "0", "1", "a", "b", "x", "app", "server", ""}) {
      Situation it = situations()[1];
      it.environment = {{"DEBUG", value},
                        {"MODE", "root"},
                        {"APP_USER", "root"},
                        {"RUN_AS", "root"},
                        {"UNKNOWN", "root"}};
      for (const char* name : {"n", "x", "u", "mode", "prefix"}) {
        it.environment.emplace_back(name, value);
      }
      all.push_back(std::move(it));
    }
    return all;
  }();
  return result;
}

std::string described(const std::string& shell, const Situation& situation,
                      const Started& started) {
  std::string text = shell;
  for (const auto& [name, value] : situation.environment) {
    text += ", " + name + "=" + value;
  }
  text += ": " + started.command + " as " + std::to_string(started.uid);
  return text + (started.capabilities ? " with capabilities" : "");
}

// Whether the script may notice what this one has beside the first.
bool differs(const Situation& situation, const std::string& script) {
  const auto has = [&](std::string_view word) {
    return script.find(word) != std::string::npos;
  };
  // Some texts name neither.
  if (has("myapp") || has("${!") || has("declare -n") || has("local -n") ||
      has("printenv") || has("$(env")) {
    return true;
  }
  return std::ranges::any_of(situation.environment, [&](const auto& it) {
    return has(it.first == "MIGRATION_FAILS" ? "migrate" : it.first);
  });
}

bool servers_end(const Situation& situation) {
  return std::ranges::any_of(situation.files,
                             [](const auto& it) { return it.first == "ends"; });
}

Seen seen_with(const std::vector<Situation>& all, const std::string& shell,
               const std::string& script) {
  Seen seen;
  for (const Situation& it : all) {
    const bool first = &it == &all.front();
    if (!first && !differs(it, script) && !(servers_end(it) && seen.started)) {
      continue;
    }
    const Outcome outcome =
        Sandbox::run({shell, script, arguments(), it.environment, it.files});
    for (const Started& started : outcome.started) {
      if (started.missing) {
        seen.missing = seen.missing || started.has_root();
        continue;
      }
      seen.started = true;
      if (!started.has_root()) continue;
      seen.root = true;
      seen.what = described(shell, it, started);
      return seen;
    }
  }
  return seen;
}

}  // namespace

std::vector<std::string> shells_of(const std::string& script) {
  const std::string line = script.substr(0, script.find('\n'));
  if (line.find("bash") != std::string::npos) return {"bash"};
  if (line.find("busybox") != std::string::npos) return {"busybox"};
  return {"dash", "bash", "busybox"};
}

Seen seen_in(const std::string& shell, const std::string& script) {
  return seen_with(situations(), shell, script);
}

bool may_be_root(const std::string& shell, const std::string& script) {
  const Seen seen = seen_with(worst(), shell, script);
  return seen.root || seen.missing;
}

Claimed claim_of(const std::string& script) {
  return claim_of(script, arguments());
}

}  // namespace harden::differential

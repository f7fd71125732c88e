#include "trial.h"

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
        {"env",
         "RUN_AS=root\nn=0\nx=a\nu=root\nmode=root\nprefix=\n"
         "set -- server\n"}}},
      {{{"DEBUG", ""}, {"MODE", "app"}, {"MIGRATION_FAILS", "1"}},
       {{"name", "app\n"},
        {"settings", "server &\n"},
        {"list", "app\n"},
        {"env", "gosu() { shift; \"$@\"; }\nn=1\nx=root\ncd /tmp\n"}}},
      {{{"MODE", "server"}, {"APP_USER", "www-data"}},
       {{"name", "0\n"},
        {"settings", "exec server\n"},
        {"list", ""},
        {"env", "PATH=/tmp:$PATH\nexec server\n"}}},
  };
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

}  // namespace

std::vector<std::string> shells_of(const std::string& script) {
  const std::string line = script.substr(0, script.find('\n'));
  if (line.find("bash") != std::string::npos) return {"bash"};
  if (line.find("busybox") != std::string::npos) return {"busybox"};
  return {"dash", "bash", "busybox"};
}

Seen seen_in(const std::string& shell, const std::string& script) {
  Seen seen;
  for (const Situation& it : situations()) {
    const Outcome outcome =
        Sandbox::run({shell, script, arguments(), it.environment, it.files});
    for (const Started& started : outcome.started) {
      seen.started = true;
      if (!started.has_root()) continue;
      seen.root = true;
      seen.what = described(shell, it, started);
      return seen;
    }
  }
  return seen;
}

Claimed claim_of(const std::string& script) {
  return claim_of(script, arguments());
}

}  // namespace harden::differential

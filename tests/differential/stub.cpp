// All the programs of the sandbox that are no shell and no tool of busybox: the
// server, its helpers, and the tools that change who runs. Which one it is, is
// the name it is called by.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "tag.h"

namespace harden::differential {
namespace {

using Words = std::vector<std::string>;

[[noreturn]] void fail(int status) { _exit(status); }

std::string read_file(const char* path) {
  std::string text;
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  char buffer[4096];
  for (ssize_t n = 0; (n = read(file, buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(n));
  }
  if (file >= 0) close(file);
  return text;
}

// The file that was started, whatever its first word says (`exec -a NAME`).
std::string own_name() {
  char path[256];
  const ssize_t size = readlink("/.proc/self/exe", path, sizeof path);
  const std::string file(path, size > 0 ? static_cast<std::size_t>(size) : 0);
  // Elsewhere than in its folder it is a copy of the server.
  return file.starts_with("/usr/bin/") ? file.substr(9) : "server";
}

// -1 when there is none.
long uid_of(std::string_view account) {
  const std::string name(account.substr(0, account.find(':')));
  if (name.empty()) return -1;
  if (name.find_first_not_of("0123456789") == std::string::npos) {
    return std::atol(name.c_str());
  }
  long uid = name == "root"       ? 0
             : name == "app"      ? 1000
             : name == "www-data" ? 33
                                  : -1;
  const std::string made = read_file(accounts_file);
  const std::string line = "\n" + name + " ";
  const std::size_t at = ("\n" + made).rfind(line);
  if (at != std::string::npos) {
    uid = std::atol(made.c_str() + at + line.size() - 1);
  }
  return uid;
}

bool group_exists(std::string_view account) {
  const std::size_t colon = account.find(':');
  if (colon == std::string_view::npos) return true;
  const std::string group(account.substr(colon + 1));
  return group.empty() || uid_of(group) >= 0;
}

[[noreturn]] void run(const Words& words, std::size_t from) {
  if (from >= words.size()) fail(125);
  std::vector<char*> argv;
  for (std::size_t i = from; i < words.size(); ++i) {
    argv.push_back(const_cast<char*>(words[i].c_str()));
  }
  argv.push_back(nullptr);
  execvp(argv[0], argv.data());
  fail(127);
}

// Only root may become somebody else.
void become(std::string_view account, bool capabilities = false) {
  const long uid = uid_of(account);
  if (uid < 0 || !group_exists(account) || read_tag().uid != 0) fail(1);
  write_tag({static_cast<std::uint32_t>(uid), capabilities});
}

[[noreturn]] void user_first(const Words& words) {
  std::size_t at = 1;
  if (at < words.size() && words[at] == "--") ++at;
  if (words.size() < at + 2) fail(1);
  become(words[at]);
  run(words, at + 1);
}

[[noreturn]] void setpriv(const Words& words) {
  std::string user;
  bool keeps = false;
  std::size_t at = 1;
  for (; at < words.size() && words[at].starts_with("--"); ++at) {
    std::string name = words[at];
    if (name == "--") {
      ++at;
      break;
    }
    std::string value;
    const std::size_t equals = name.find('=');
    if (equals != std::string::npos) {
      value = name.substr(equals + 1);
      name.resize(equals);
    } else if (name != "--clear-groups" && name != "--init-groups" &&
               name != "--keep-groups" && name != "--no-new-privs" &&
               name != "--reset-env" && ++at < words.size()) {
      value = words[at];
    }
    // --ruid alone leaves the effective uid, which counts.
    if (name == "--reuid") user = value;
    if (name == "--ambient-caps") {
      keeps = value.find('+') != std::string::npos;
    }
  }
  if (!user.empty()) become(user, keeps);
  run(words, at);
}

[[noreturn]] void shell_as(const std::string& account, const std::string& shell,
                           const std::string* line, const Words& rest) {
  become(account);
  Words words{shell};
  if (line != nullptr) {
    words.emplace_back("-c");
    words.push_back(*line);
  }
  words.insert(words.end(), rest.begin(), rest.end());
  run(words, 0);
}

// su [OPTIONS] [-] [USER [ARGUMENTS]]; runuser too.
[[noreturn]] void su(const Words& words) {
  const bool runuser = own_name() == "runuser";
  std::string shell = "/bin/sh";
  std::string line;
  std::string user;
  bool has_line = false;
  std::size_t at = 1;
  Words operands;
  for (; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (word == "--") {
      operands.insert(operands.end(), words.begin() + static_cast<long>(at) + 1,
                      words.end());
      break;
    }
    const bool last = at + 1 >= words.size();
    if ((word == "-c" || word == "--command") && !last) {
      line = words[++at];
      has_line = true;
    } else if (word == "-s" && !last) {
      shell = words[++at];
    } else if (word == "-g" && !last) {
      ++at;
    } else if (word == "-u" && runuser && !last) {
      user = words[++at];
    } else if (word != "-" && word != "-l" && word != "-m" && word != "-p") {
      operands.push_back(word);
    }
  }
  if (!user.empty()) {
    become(user);
    run(operands, 0);
  }
  user = "root";
  if (!operands.empty()) {
    user = operands.front();
    operands.erase(operands.begin());
  }
  shell_as(user, shell, has_line ? &line : nullptr, operands);
}

[[noreturn]] void sudo(const Words& words) {
  std::string user = "root";
  std::size_t at = 1;
  for (; at < words.size() && words[at].starts_with("-"); ++at) {
    if (words[at] == "--") {
      ++at;
      break;
    }
    if (words[at] == "-u" && at + 1 < words.size()) user = words[++at];
  }
  const long uid = uid_of(user);
  if (uid < 0) fail(1);
  // Whoever may call it becomes anybody.
  write_tag({static_cast<std::uint32_t>(uid), false});
  run(words, at);
}

[[noreturn]] void chpst(const Words& words) {
  if (words.size() < 4 || words[1] != "-u") fail(100);
  become(words[2]);
  run(words, 3);
}

[[noreturn]] void change_root(const Words& words) {
  std::size_t at = 1;
  if (at < words.size() && words[at].starts_with("--userspec=")) {
    become(words[at++].substr(11));
  }
  run(words, at + 1);
}

[[noreturn]] void start_stop_daemon(const Words& words) {
  std::string program;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] == "--chuid") become(words[i + 1]);
    if (words[i] == "--exec") program = words[i + 1];
  }
  run({program}, 0);
}

[[noreturn]] void init(const Words& words) {
  std::size_t at = 1;
  while (at < words.size() && words[at].starts_with("-")) ++at;
  run(words, at);
}

[[noreturn]] void id(const Words& words) {
  const bool name =
      own_name() == "whoami" || (words.size() > 1 && words[1] == "-un");
  const std::uint32_t uid = read_tag().uid;
  if (name) {
    std::puts(uid == 0 ? "root" : "app");
  } else {
    std::printf("%u\n", uid);
  }
  std::fflush(stdout);
  fail(0);
}

void add_account(const std::string& name, const std::string& uid) {
  const int file =
      open(accounts_file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const std::string line = name + " " + uid + "\n";
  if (write(file, line.data(), line.size()) < 0) fail(1);
  fail(0);
}

[[noreturn]] void account_tool(const Words& words) {
  const Tag caller = read_tag();
  if (caller.uid != 0 && !caller.capabilities) fail(1);  // cannot lock the file
  std::string uid;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] == "-u" || words[i] == "--uid") uid = words[i + 1];
  }
  // Of those that are taken there may be no second one without being asked for.
  const bool asked = std::find_if(words.begin(), words.end(), [](auto& it) {
                       return it == "-o" || it == "--non-unique";
                     }) != words.end();
  const bool number = !uid.empty() &&
                      uid.find_first_not_of("0123456789") == uid.npos &&
                      (asked || std::atol(uid.c_str()) != 0);
  if (number) add_account(words.back(), uid);
  fail(0);
}

void record(const Words& words, Tag tag, std::string line) {
  line += std::to_string(tag.uid) + (tag.capabilities ? "+" : "");
  for (const std::string& it : words) line += " " + it.substr(0, 60);
  for (char& c : line) {
    if (c == '\n') c = ' ';
  }
  line = line.substr(0, 300) + "\n";
  const int fifo = open(record_fifo, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
  if (write(fifo, line.data(), line.size()) < 0) fail(1);
}

// A word that a script takes for a program: it is told, and not there.
[[noreturn]] void be_missing(const Words& words) {
  record(words, read_tag(), "?");
  fail(127);
}

// Tells that it runs and goes on for ever, as servers do.
[[noreturn]] void serve(const Words& words) {
  if (words.size() > 1 && (words[1] == "--check" || words[1] == "--version")) {
    fail(0);
  }
  const Tag tag = read_tag();
  record(words, tag, "");
  // Servers end, too; as root there is nothing more to see.
  const std::string ends = read_file(server_ends_file);
  if (!ends.empty() && tag.uid != 0) fail(ends[0] - '0');
  for (;;) pause();
}

// `nice -n 5 server`
[[noreturn]] void nice(const Words& words) {
  std::size_t at = 1;
  while (at < words.size() && words[at].starts_with("-")) {
    at += words[at] == "-n" ? 2 : 1;
  }
  run(words, at);
}

[[noreturn]] void play(const Words& words) {
  const std::string name = own_name();
  struct Part {
    std::string_view name;
    void (*play)(const Words&);
  };
  constexpr Part parts[] = {
      {"gosu", user_first},
      {"su-exec", user_first},
      {"setuidgid", user_first},
      {"setpriv", setpriv},
      {"su", su},
      {"runuser", su},
      {"sudo", sudo},
      {"chpst", chpst},
      {"chroot", change_root},
      {"start-stop-daemon", start_stop_daemon},
      {"tini", init},
      {"dumb-init", init},
      {"id", id},
      {"nice", nice},
      {"whoami", id},
      {"nice", nice},
      {"useradd", account_tool},
      {"usermod", account_tool},
  };
  for (const Part& it : parts) {
    if (it.name == name) it.play(words);
  }
  if (name == "migrate") {
    const char* fails = std::getenv("MIGRATION_FAILS");
    fail(fails != nullptr && *fails != '\0' ? 1 : 0);
  }
  if (name == "chown" || name == "sleep") fail(0);
  for (const std::string_view it : missing_programs) {
    if (name == it) be_missing(words);
  }
  serve(words);  // by whatever name
}

}  // namespace
}  // namespace harden::differential

int main(int argc, char** argv) {
  harden::differential::play({argv, argv + argc});
}

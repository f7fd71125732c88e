// One run of a script, as the first process of a container would run it.
#include "sandbox.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "tag.h"

namespace harden::differential {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds longest{1500};
constexpr std::size_t most_records = 16 * 1024;

// What the processes of a run leave for the one that asked.
struct Board {
  std::size_t size;
  bool timed_out;
  char broken[160];  // what failed; empty when nothing did
  char records[most_records];
};

Board* board() {
  static Board* const result =
      static_cast<Board*>(mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  return result;
}

[[noreturn]] void broken(const std::string& what) {
  std::snprintf(board()->broken, sizeof Board::broken, "%s: %s", what.c_str(),
                std::strerror(errno));
  _exit(1);
}

void write_new(const std::string& path, const std::string& bytes, int mode) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, mode);
  if (file < 0 || write(file, bytes.data(), bytes.size()) < 0) {
    broken(path);
  }
  close(file);
}

// The files of one run, which vanish with it.
void set_up(const Run& run) {
  const std::string shell = "/usr/bin/" + run.shell;
  const auto expect = [](int status, const char* what) {
    if (status != 0) broken(what);
  };
  expect(mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr), "/");
  expect(mount("run", "/w", "tmpfs", 0, "size=8m,mode=755"), "/w");
  expect(mount("proc", "/.proc", "proc", 0, nullptr), "/proc");
  expect(mount(shell.c_str(), "/usr/bin/sh", nullptr, MS_BIND, nullptr),
         "/bin/sh");
  for (const char* it : {"/w/tmp", "/w/data", "/w/myapp", "/w/bin"}) {
    expect(mkdir(it, 0777), it);
  }
  expect(mkfifo(record_fifo, 0666), record_fifo);
  write_new("/w/entry.sh", run.script, 0755);
  for (const auto& [name, text] : run.files) {
    write_new("/w/myapp/" + name, text, 0644);
  }
}

void limit(int what, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(static_cast<__rlimit_resource>(what), &both);
}

[[noreturn]] void start(const Run& run) {
  limit(RLIMIT_CPU, 1);
  limit(RLIMIT_FSIZE, 1 << 20);
  limit(RLIMIT_AS, 512 << 20);
  limit(RLIMIT_CORE, 0);
  write_tag({});
  const int null = open("/dev/null", O_RDWR);
  for (int i = 0; i < 3; ++i) dup2(null, i);
  close_range(3, ~0U, 0);
  signal(SIGPIPE, SIG_DFL);
  std::vector<std::string> environment{"PATH=/usr/local/bin:/usr/bin:/bin",
                                       "HOME=/root", "HOSTNAME=sandbox"};
  for (const auto& [name, value] : run.environment) {
    environment.push_back(name + "=" + value);
  }
  std::vector<char*> argv{const_cast<char*>("/entry.sh")};
  for (const std::string& it : run.arguments) {
    argv.push_back(const_cast<char*>(it.c_str()));
  }
  argv.push_back(nullptr);
  std::vector<char*> envp;
  for (std::string& it : environment) envp.push_back(it.data());
  envp.push_back(nullptr);
  execve("/entry.sh", argv.data(), envp.data());
  _exit(127);
}

char state_of(const char* process) {
  char path[64];
  std::snprintf(path, sizeof path, "/.proc/%s/stat", process);
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  char text[256];
  const ssize_t size = read(file, text, sizeof text - 1);
  if (file >= 0) close(file);
  if (size <= 0) return 'X';
  text[size] = '\0';
  const char* end = std::strrchr(text, ')');
  return end != nullptr && end[1] != '\0' ? end[2] : 'X';
}

// Nobody but this process has anything to do any more.
bool all_sleep() {
  DIR* folder = opendir("/.proc");
  if (folder == nullptr) return true;
  bool result = true;
  while (const dirent* it = readdir(folder)) {
    const char first = it->d_name[0];
    if (first < '0' || first > '9' || std::strcmp(it->d_name, "1") == 0) {
      continue;
    }
    const char state = state_of(it->d_name);
    if (state != 'S' && state != 'Z' && state != 'T') result = false;
  }
  closedir(folder);
  return result;
}

void take_records(int fifo) {
  Board& to = *board();
  for (ssize_t n = 1; n > 0 && to.size < most_records;) {
    n = read(fifo, to.records + to.size, most_records - to.size);
    if (n > 0) to.size += static_cast<std::size_t>(n);
  }
}

// The first process of the run's own namespace: all others end with it.
[[noreturn]] void watch(const Run& run) {
  set_up(run);
  const int fifo = open(record_fifo, O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (fifo < 0) broken(record_fifo);
  if (fork() == 0) start(run);
  const auto begin = Clock::now();
  int quiet = 0;
  for (;;) {
    pid_t ended = 0;
    while ((ended = waitpid(-1, nullptr, WNOHANG)) > 0) quiet = 0;
    if (ended < 0) break;  // nobody is left
    pollfd waiting{fifo, POLLIN, 0};
    if (poll(&waiting, 1, 1) > 0) {
      take_records(fifo);
      quiet = 0;
    }
    quiet = all_sleep() ? quiet + 1 : 0;
    if (quiet >= 3) break;
    if (Clock::now() - begin > longest) {
      board()->timed_out = true;
      break;
    }
  }
  take_records(fifo);
  _exit(0);
}

Started read_record(const std::string& line) {
  Started result;
  char* end = nullptr;
  result.uid = static_cast<unsigned>(std::strtoul(line.c_str(), &end, 10));
  result.capabilities = *end == '+';
  result.command = line.substr(line.find(' ') + 1);
  return result;
}

}  // namespace

Outcome Sandbox::run(const Run& run) {
  Board& shared = *board();
  shared.size = 0;
  shared.timed_out = false;
  shared.broken[0] = '\0';
  const auto child = static_cast<pid_t>(
      syscall(SYS_clone, CLONE_NEWPID | CLONE_NEWNS | SIGCHLD, 0, 0, 0, 0));
  if (child == 0) watch(run);
  if (child < 0) throw std::runtime_error("the sandbox has no process");
  waitpid(child, nullptr, 0);
  if (shared.broken[0] != '\0') {
    throw std::runtime_error(std::string("the sandbox is broken: ") +
                             shared.broken);
  }
  Outcome result;
  result.timed_out = shared.timed_out;
  std::string text(shared.records, shared.size);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    result.started.push_back(read_record(text.substr(at, end - at)));
    at = end + 1;
  }
  return result;
}

}  // namespace harden::differential

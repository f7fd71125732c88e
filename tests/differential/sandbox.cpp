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
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "tag.h"

namespace harden::differential {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds longest{1500};
// What only a script needs that never comes to an end.
constexpr int most_processes = 300;
constexpr std::int64_t most_nanoseconds = 200'000'000;  // of the processor
constexpr std::size_t most_records = 16 * 1024;

// What the processes of a run leave for the one that asked.
struct Board {
  std::size_t size;
  bool timed_out;
  bool broken;
  char records[most_records];
};

Board* board() {
  static Board* const result =
      static_cast<Board*>(mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  return result;
}

void expect(bool done, const std::string& what) {
  if (done) return;
  throw std::runtime_error("the sandbox is broken: " + what + ": " +
                           std::strerror(errno));
}

void write_new(const std::string& path, const std::string& bytes, int mode) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, mode);
  expect(file >= 0 && write(file, bytes.data(), bytes.size()) >= 0, path);
  close(file);
}

// What /bin/sh is stays from run to run.
void set_shell(const std::string& shell) {
  static std::string now;
  if (now == shell) return;
  if (!now.empty()) expect(umount2("/usr/bin/sh", MNT_DETACH) == 0, "/bin/sh");
  const std::string path = "/usr/bin/" + shell;
  expect(mount(path.c_str(), "/usr/bin/sh", nullptr, MS_BIND, nullptr) == 0,
         "/bin/sh");
  now = shell;
}

void add_program(const std::string& name, const char* program) {
  const std::string path =
      name.starts_with('/') ? "/w" + name : "/w/bin/" + name;
  std::filesystem::create_directories(
      std::filesystem::path(path).parent_path());
  expect(symlink(program, path.c_str()) == 0, path);
}

// What a script needs that was made for one image.
void add_programs(const Run& run) {
  for (const std::string& it : run.programs) {
    add_program(it, "/usr/bin/server");
  }
  for (const std::string& it : run.tools) add_program(it, "/usr/bin/migrate");
  std::string accounts;
  for (const auto& [name, uid] : run.accounts) {
    accounts += name + " " + std::to_string(uid) + "\n";
  }
  if (!accounts.empty()) write_new(accounts_file, accounts, 0600);
}

// The files of one run.
void set_up(const Run& run) {
  set_shell(run.shell);
  expect(mount("run", "/w", "tmpfs", 0, "size=8m,mode=755") == 0, "/w");
  for (const char* it : {"/w/tmp", "/w/data", "/w/myapp", "/w/bin", "/w/opt"}) {
    expect(mkdir(it, 0777) == 0, it);
  }
  expect(mkfifo(record_fifo, 0666) == 0, record_fifo);
  write_new("/w/entry.sh", run.script, 0755);
  for (const auto& [name, text] : run.files) {
    write_new("/w/myapp/" + name, text, 0644);
  }
  add_programs(run);
}

void limit(int what, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(static_cast<__rlimit_resource>(what), &both);
}

[[noreturn]] void start(const Run& run) {
  limit(RLIMIT_CPU, static_cast<rlim_t>(run.patience));
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

char state_of(const std::string& process) {
  const std::string path = "/.proc/" + process + "/stat";
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  char text[256];
  const ssize_t size = file < 0 ? -1 : read(file, text, sizeof text - 1);
  if (file >= 0) close(file);
  if (size <= 0) return 'X';
  text[size] = '\0';
  const char* end = std::strrchr(text, ')');
  return end != nullptr && end[1] != '\0' ? end[2] : 'X';
}

std::string own_process() {
  char text[32];
  const ssize_t size = readlink("/.proc/self", text, sizeof text);
  return {text, size > 0 ? static_cast<std::size_t>(size) : 0};
}

// Nobody has anything to do any more but this process, and the one that waits
// for it.
bool all_sleep(const std::string& own) {
  DIR* folder = opendir("/.proc");
  if (folder == nullptr) return true;
  bool result = true;
  while (const dirent* it = readdir(folder)) {
    const std::string name = it->d_name;
    if (name[0] < '0' || name[0] > '9' || name == "1" || name == own) continue;
    const char state = state_of(name);
    if (state != 'S' && state != 'Z' && state != 'T') result = false;
    if (!result) break;
  }
  closedir(folder);
  return result;
}

// How many processes there were in this namespace.
int processes() {
  const int file = open("/.proc/loadavg", O_RDONLY | O_CLOEXEC);
  char text[128];
  const ssize_t size = file < 0 ? -1 : read(file, text, sizeof text - 1);
  if (file >= 0) close(file);
  if (size <= 0) return 0;
  text[size] = '\0';
  const char* last = std::strrchr(text, ' ');
  return last == nullptr ? 0 : std::atoi(last);
}

bool goes_round(pid_t script, int patience) {
  clockid_t clock = 0;
  timespec spent = {};
  const bool told = clock_getcpuclockid(script, &clock) == 0 &&
                    clock_gettime(clock, &spent) == 0;
  const std::int64_t nanoseconds = spent.tv_sec * 1'000'000'000 + spent.tv_nsec;
  return (told && nanoseconds > patience * most_nanoseconds) ||
         processes() > most_processes;
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
  const std::string own = own_process();
  const int fifo = open(record_fifo, O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (fifo < 0 || own.empty()) {
    board()->broken = true;
    _exit(1);
  }
  const pid_t script = fork();
  if (script == 0) start(run);
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
    quiet = all_sleep(own) ? quiet + 1 : 0;
    if (quiet >= 3) break;
    if (Clock::now() - begin > run.patience * longest ||
        goes_round(script, run.patience)) {
      board()->timed_out = true;
      break;
    }
  }
  take_records(fifo);
  _exit(0);
}

Started read_record(std::string line) {
  Started result;
  result.missing = line.starts_with('?');
  if (result.missing) line.erase(0, 1);
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
  shared.broken = false;
  set_up(run);
  const auto child = static_cast<pid_t>(
      syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, 0, 0, 0, 0));
  if (child == 0) watch(run);
  expect(child > 0, "no process");
  waitpid(child, nullptr, 0);
  expect(umount2("/w", MNT_DETACH) == 0, "/w");
  expect(!shared.broken, record_fifo);
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

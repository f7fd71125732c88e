// The root file system of the sandbox.
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "sandbox.h"
#include "tag.h"

namespace harden::differential {
namespace {

[[noreturn]] void give_up(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

void expect(bool done, const std::string& what) {
  if (!done) give_up(what);
}

std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) give_up(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_whole(const std::string& path, std::string_view bytes, int mode) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, mode);
  expect(file >= 0, path);
  const bool written = write(file, bytes.data(), bytes.size()) ==
                       static_cast<ssize_t>(bytes.size());
  close(file);
  expect(written, path);
}

// Shells of Debian's busybox prefer its own tools to those of PATH. Their names
// are changed in place, to names of the same size that keep the order.
std::string without_own_tools(std::string busybox) {
  struct Tool {
    std::string_view name;
    std::string_view instead;
  };
  using namespace std::string_view_literals;
  const std::size_t table = busybox.find("\0[\0[[\0a"sv);
  if (table == std::string::npos) throw std::runtime_error("busybox: no names");
  for (const auto& [name, instead] : {
           Tool{"\0chown\0"sv, "\0chowo\0"sv},
           Tool{"\0chroot\0"sv, "\0chroou\0"sv},
           Tool{"\0chpst\0"sv, "\0chpsu\0"sv},
           Tool{"\0id\0"sv, "\0ie\0"sv},
           Tool{"\0setpriv\0"sv, "\0setpriw\0"sv},
           Tool{"\0setuidgid\0"sv, "\0setuidgie\0"sv},
           Tool{"\0sleep\0"sv, "\0sleeq\0"sv},
           Tool{"\0start-stop-daemon\0"sv, "\0start-stop-daemoo\0"sv},
           Tool{"\0whoami\0"sv, "\0whoamj\0"sv},
       }) {
    const std::size_t at = busybox.find(name, table);
    if (at != std::string::npos && at < table + 8192) {
      busybox.replace(at, name.size(), instead);
    }
  }
  return busybox;
}

void map_root(uid_t uid, gid_t gid) {
  write_whole("/proc/self/setgroups", "deny", 0);
  write_whole("/proc/self/uid_map", "0 " + std::to_string(uid) + " 1", 0);
  write_whole("/proc/self/gid_map", "0 " + std::to_string(gid) + " 1", 0);
}

void bind_read_only(const std::string& from, const std::string& to) {
  expect(mkdir(to.c_str(), 0755) == 0, to);
  expect(mount(from.c_str(), to.c_str(), nullptr, MS_BIND, nullptr) == 0, to);
  struct statvfs status = {};
  expect(statvfs(to.c_str(), &status) == 0, to);
  unsigned long flags = MS_BIND | MS_REMOUNT | MS_RDONLY;
  if (status.f_flag & ST_NOSUID) flags |= MS_NOSUID;
  if (status.f_flag & ST_NODEV) flags |= MS_NODEV;
  if (status.f_flag & ST_NOATIME) flags |= MS_NOATIME;
  if (status.f_flag & ST_RELATIME) flags |= MS_RELATIME;
  expect(mount(nullptr, to.c_str(), nullptr, flags, nullptr) == 0, to);
}

constexpr std::string_view stubs[] = {
    "gosu",    "su-exec",   "setuidgid", "setpriv", "su",
    "runuser", "sudo",      "chpst",     "chroot",  "start-stop-daemon",
    "tini",    "dumb-init", "id",        "whoami",  "useradd",
    "usermod", "migrate",   "chown",     "sleep",   "server"};

constexpr std::string_view tools[] = {
    "basename", "cat",      "chmod", "cp",       "cut",   "date",    "dirname",
    "env",      "expr",     "false", "find",     "grep",  "head",    "kill",
    "ln",       "ls",       "mkdir", "mktemp",   "mv",    "nice",    "nohup",
    "printf",   "printenv", "pwd",   "readlink", "rm",    "sed",     "seq",
    "setsid",   "sort",     "tail",  "tee",      "test",  "timeout", "touch",
    "tr",       "true",     "uname", "wc",       "xargs", "echo",    "["};

void make_programs(const std::string& root, const std::string& stub) {
  write_whole(root + "/usr/bin/.stub", read_whole(stub), 0755);
  for (const std::string_view it : stubs) {
    const std::string to = root + "/usr/bin/" + std::string(it);
    expect(link((root + "/usr/bin/.stub").c_str(), to.c_str()) == 0, to);
  }
  for (const std::string_view it : missing_programs) {
    const std::string to = root + "/usr/bin/" + std::string(it);
    expect(link((root + "/usr/bin/.stub").c_str(), to.c_str()) == 0, to);
  }
  write_whole(root + "/usr/bin/busybox",
              without_own_tools(read_whole("/usr/bin/busybox")), 0755);
  write_whole(root + "/usr/bin/.tools", read_whole("/usr/bin/busybox"), 0755);
  for (const std::string_view it : tools) {
    const std::string to = root + "/usr/bin/" + std::string(it);
    expect(symlink("/usr/bin/.tools", to.c_str()) == 0, to);
  }
  for (const std::string shell : {"dash", "bash"}) {
    write_whole(root + "/usr/bin/" + shell, read_whole("/usr/bin/" + shell),
                0755);
  }
  write_whole(root + "/usr/bin/sh", "", 0755);  // the shell is mounted on it
}

void make_devices(const std::string& root) {
  expect(mkdir((root + "/dev").c_str(), 0755) == 0, "/dev");
  for (const std::string it : {"/dev/null", "/dev/zero"}) {
    write_whole(root + it, "", 0666);
    expect(
        mount(it.c_str(), (root + it).c_str(), nullptr, MS_BIND, nullptr) == 0,
        it);
  }
  symlink("/.proc/self/fd", (root + "/dev/fd").c_str());
  symlink("/.proc/self/fd/1", (root + "/dev/stdout").c_str());
  symlink("/.proc/self/fd/2", (root + "/dev/stderr").c_str());
  symlink("/.proc/self/fd/0", (root + "/dev/stdin").c_str());
}

void make_files(const std::string& root) {
  for (const std::string it : {"", "/usr", "/usr/bin", "/usr/local", "/etc",
                               "/w", "/.proc", "/root"}) {
    if (!it.empty()) expect(mkdir((root + it).c_str(), 0755) == 0, it);
  }
  write_whole(root + "/etc/passwd",
              "root:x:0:0:root:/root:/bin/sh\n"
              "www-data:x:33:33::/var/www:/usr/sbin/nologin\n"
              "app:x:1000:1000::/home/app:/bin/sh\n",
              0644);
  write_whole(root + "/etc/profile", "PATH=$PATH\n", 0644);
  for (const auto& [to, from] :
       {std::pair{"/bin", "usr/bin"}, std::pair{"/lib", "usr/lib"},
        std::pair{"/lib64", "usr/lib64"}, std::pair{"/tmp", "w/tmp"},
        std::pair{"/data", "w/data"}, std::pair{"/opt", "w/opt"},
        std::pair{"/etc/cassandra", "/w/etc/cassandra"},
        std::pair{"/entry.sh", "w/entry.sh"},
        std::pair{"/etc/myapp", "/w/myapp"},
        std::pair{"/usr/local/bin", "/w/bin"}}) {
    expect(symlink(from, (root + to).c_str()) == 0, to);
  }
  bind_read_only("/usr/lib", root + "/usr/lib");
  bind_read_only("/usr/lib64", root + "/usr/lib64");
  // Of the processes of all runs.
  const std::string proc = root + "/.proc";
  expect(mount("proc", proc.c_str(), "proc", 0, nullptr) == 0, proc);
}

// Processes are counted anew from the next one on: it goes on here, and this
// one ends with it.
void become_first_process() {
  const pid_t child = fork();
  expect(child >= 0, "fork");
  if (child == 0) return;
  int status = 0;
  waitpid(child, &status, 0);
  _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
}

}  // namespace

void Sandbox::enter(const std::string& stub) {
  const uid_t uid = geteuid();
  const gid_t gid = getegid();
  expect(unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC |
                 CLONE_NEWUTS | CLONE_NEWPID) == 0,
         "namespaces");
  map_root(uid, gid);
  become_first_process();
  expect(mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0, "/");
  const std::string root = "/tmp";
  const std::string bytes = read_whole(stub);  // it may lie below /tmp
  expect(mount("sandbox", root.c_str(), "tmpfs", 0, "size=64m,mode=755") == 0,
         "tmpfs");
  write_whole(root + "/.stub", bytes, 0755);
  make_files(root);
  make_programs(root, root + "/.stub");
  make_devices(root);
  expect(chdir(root.c_str()) == 0, root);
  expect(syscall(SYS_pivot_root, ".", ".") == 0, "pivot_root");
  expect(umount2(".", MNT_DETACH) == 0, "umount");
  expect(chdir("/") == 0, "/");
  expect(mount(nullptr, "/", nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0,
         "read-only");
}

}  // namespace harden::differential

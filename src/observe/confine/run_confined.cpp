#include "observe/confine/run_confined.h"

#include <fmt/format.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

#include "base/process/process.h"
#include "observe/confine/compile_profile.h"
#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/resolve.h"

namespace harden::confine {
namespace {

// What parent and child tell each other through shared memory: behind the
// filter the child must not need a system call for it.
struct SharedState {
  std::atomic<int> listener = -1;
  std::atomic<int> error = 0;  // of the child, before the program ran
};

// Those that are in effect; an ordinary user has none, though his bounding set
// is full.
std::vector<std::string> own_capabilities() {
  std::vector<std::string> names;
  __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> sets = {};
  if (syscall(SYS_capget, &header, sets.data()) != 0) return names;
  // Those that rules of the default profile ask for.
  constexpr std::pair<unsigned, const char*> all[] = {
      {CAP_DAC_READ_SEARCH, "DAC_READ_SEARCH"},
      {CAP_SYS_MODULE, "SYS_MODULE"},
      {CAP_SYS_RAWIO, "SYS_RAWIO"},
      {CAP_SYS_CHROOT, "SYS_CHROOT"},
      {CAP_SYS_PTRACE, "SYS_PTRACE"},
      {CAP_SYS_PACCT, "SYS_PACCT"},
      {CAP_SYS_ADMIN, "SYS_ADMIN"},
      {CAP_SYS_BOOT, "SYS_BOOT"},
      {CAP_SYS_NICE, "SYS_NICE"},
      {CAP_SYS_TIME, "SYS_TIME"},
      {CAP_SYS_TTY_CONFIG, "SYS_TTY_CONFIG"},
      {CAP_SYSLOG, "SYSLOG"},
      {CAP_PERFMON, "PERFMON"},
      {CAP_BPF, "BPF"}};
  for (const auto& [number, name] : all) {
    const unsigned set = sets[number / 32].effective;
    if ((set >> (number % 32) & 1U) != 0) names.emplace_back(name);
  }
  return names;
}

// A question of the kernel's and its answer, as large as this kernel has them.
// For one question: the kernel takes an empty one only.
class Notification {
 public:
  Notification() {
    if (seccomp_notify_alloc(&question_, &answer_) != 0) throw std::bad_alloc();
  }
  ~Notification() { seccomp_notify_free(question_, answer_); }
  Notification(const Notification&) = delete;
  Notification& operator=(const Notification&) = delete;

  // Whether there is one, from a process that still waits for the answer. The
  // number of one that has ended may be another's by now.
  bool receive(int listener) {
    if (seccomp_notify_receive(listener, question_) != 0) return false;
    answer_->id = question_->id;
    return seccomp_notify_id_valid(listener, question_->id) == 0;
  }
  void respond(int listener) { seccomp_notify_respond(listener, answer_); }

  const seccomp_notif& question() const { return *question_; }
  seccomp_notif_resp& answer() { return *answer_; }

 private:
  seccomp_notif* question_ = nullptr;
  seccomp_notif_resp* answer_ = nullptr;
};

bool is_refusal(SeccompAction action) {
  return action != SeccompAction::allow && action != SeccompAction::log;
}

// Every refusal becomes a question to the parent.
SeccompProfile asking(SeccompProfile profile) {
  const auto ask = [](SeccompAction& action) {
    if (is_refusal(action)) action = SeccompAction::notify;
  };
  ask(profile.default_action);
  for (SeccompRule& it : profile.rules) ask(it.action);
  return profile;
}

// Found before the filter is there because the search makes calls of its own.
std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  const char* variable = std::getenv("PATH");
  std::string_view path = variable == nullptr ? "/usr/bin:/bin" : variable;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(':'), path.size());
    const std::string file =
        fmt::format("{}/{}", end == 0 ? "." : path.substr(0, end), name);
    if (access(file.c_str(), X_OK) == 0) return file;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  throw ConfineError(fmt::format("{}: no such program", name));
}

class ConfinedProgram {
 public:
  ConfinedProgram(const SeccompProfile& profile, Denial denial,
                  const std::vector<std::string>& argv)
      : profile_(profile),
        denial_(denial),
        situation_{std::string(seccomp::native_architecture()),
                   own_capabilities(),
                   {}},
        filter_(compile_profile(asking(profile), situation_)),
        rules_(seccomp::resolved_rules(profile, situation_)),
        program_(find_program(argv.front())) {
    for (const std::string& it : argv) {
      words_.push_back(const_cast<char*>(it.c_str()));
    }
    words_.push_back(nullptr);
  }
  ConfinedProgram(const ConfinedProgram&) = delete;
  ConfinedProgram& operator=(const ConfinedProgram&) = delete;
  ~ConfinedProgram() {
    if (child_ > 0 && !has_ended()) {
      kill(child_, SIGKILL);
      wait_for_child(child_);
    }
    if (shared_ == nullptr) return;
    if (shared_->listener >= 0) close(shared_->listener);
    munmap(shared_, sizeof(SharedState));
  }

  Outcome run() {
    make_shared();
    start();
    const int listener = wait_for_listener();
    while (!has_ended()) answer(listener);
    if (shared_->error != 0) {
      throw ConfineError(fmt::format("{} cannot be started: {}", program_,
                                     std::strerror(shared_->error)));
    }
    outcome_.status = end_->status;
    return std::move(outcome_);
  }

 private:
  void make_shared() {
    void* memory = mmap(nullptr, sizeof(SharedState), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw ConfineError("no memory");
    shared_ = new (memory) SharedState;
  }

  // The child shares the table of descriptors until it becomes the program, so
  // that the listener is the parent's without a call to hand it over.
  void start() {
    const long child = syscall(SYS_clone, CLONE_FILES | SIGCHLD, nullptr,
                               nullptr, nullptr, nullptr);
    if (child < 0) throw ConfineError("no process can be made");
    if (child == 0) become_program();
    child_ = static_cast<pid_t>(child);
  }

  [[noreturn]] void become_program() {
    sock_fprog program{static_cast<unsigned short>(filter_.size()),
                       filter_.data()};
    long listener = -1;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
      listener = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                         SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    }
    if (listener < 0) {
      shared_->error = errno;
    } else {
      shared_->listener = static_cast<int>(listener);
      execve(program_.c_str(), words_.data(), environ);
      shared_->error = errno;
    }
    // exit may be refused, too; the parent then ends this process.
    while (true) _exit(127);
  }

  int wait_for_listener() {
    while (shared_->listener < 0 && shared_->error == 0 && !has_ended()) {
      usleep(200);
    }
    return shared_->listener;
  }

  bool has_ended() {
    if (end_) return true;
    end_ = look_at_child(child_);
    if (!end_ && shared_->error != 0) kill(child_, SIGKILL);
    return end_.has_value();
  }

  // The next question, or a short while without any.
  void answer(int listener) {
    pollfd waiting{listener, POLLIN, 0};
    constexpr int short_while = 20;  // milliseconds
    if (listener < 0 || poll(&waiting, 1, short_while) <= 0 ||
        (waiting.revents & POLLIN) == 0) {
      if ((waiting.revents & POLLHUP) != 0) usleep(200);
      return;
    }
    Notification notification;
    if (!notification.receive(listener)) return;
    decide(notification.question(), notification.answer());
    notification.respond(listener);
  }

  // The rule that refuses the call; null: the default does.
  const SeccompRule* rule_of(const std::string& name,
                             const seccomp_data& data) const {
    for (const SeccompRule& it : rules_) {
      if (!is_refusal(it.action) ||
          std::ranges::find(it.names, name) == it.names.end()) {
        continue;
      }
      const auto holds = [&](const SeccompArgument& argument) {
        return seccomp::fits(argument, data.args[argument.index]);
      };
      if (std::ranges::all_of(it.arguments, holds)) return &it;
    }
    return nullptr;
  }

  void decide(const seccomp_notif& question, seccomp_notif_resp& response) {
    const std::string name =
        seccomp::name_of(question.data.nr, question.data.arch == AUDIT_ARCH_I386
                                               ? "x86"
                                               : situation_.architecture);
    const SeccompRule* rule = rule_of(name, question.data);
    const auto error = rule == nullptr ? profile_.default_error : rule->error;
    response.error = -static_cast<int>(error.value_or(EPERM));
    // An error of a rule's own is an answer and no refusal: ENOSYS of clone3.
    if (rule != nullptr && rule->action == SeccompAction::error &&
        response.error != -EPERM) {
      return;
    }
    const SeccompAction written =
        rule == nullptr ? profile_.default_action : rule->action;
    std::string said = refuse(question, action_for(written), response);
    ++outcome_.refused[{name, std::move(said)}];
  }

  SeccompAction action_for(SeccompAction written) const {
    switch (denial_) {
      case Denial::as_written:
        return written;
      case Denial::kill:
        return SeccompAction::kill_process;
      case Denial::error:
        return SeccompAction::error;
      case Denial::log:
        break;
    }
    return SeccompAction::log;
  }

  std::string refuse(const seccomp_notif& question, SeccompAction action,
                     seccomp_notif_resp& response) const {
    switch (action) {
      case SeccompAction::log:
      case SeccompAction::allow:
        response.error = 0;
        response.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
        return "went through";
      case SeccompAction::error:
        if (denial_ == Denial::error) response.error = -EPERM;
        break;
      case SeccompAction::trace:  // by nobody
      case SeccompAction::notify:
        response.error = -ENOSYS;
        break;
      default:
        // One of another pid namespace has no number here; 0 would be ours.
        if (question.pid == 0) break;
        kill(static_cast<pid_t>(question.pid), SIGKILL);
        return "killed";
    }
    return fmt::format("error {}", -response.error);
  }

  const SeccompProfile& profile_;
  Denial denial_;
  seccomp::Situation situation_;
  std::vector<sock_filter> filter_;
  std::vector<SeccompRule> rules_;
  std::string program_;
  std::vector<char*> words_;
  SharedState* shared_ = nullptr;
  pid_t child_ = 0;
  std::optional<ChildEnd> end_;
  Outcome outcome_;
};

}  // namespace

Outcome run_confined(const SeccompProfile& profile, Denial denial,
                     const std::vector<std::string>& argv) {
  return ConfinedProgram(profile, denial, argv).run();
}

SeccompProfile strict_profile() {
  SeccompProfile profile;
  profile.default_action = SeccompAction::kill_process;
  profile.default_error.reset();
  SeccompRule rule;
  rule.names = {"execve", "exit", "read", "rt_sigreturn", "write"};
  profile.rules.push_back(std::move(rule));
  return profile;
}

}  // namespace harden::confine

#include "runtime/seccomp/needed_calls.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "runtime/seccomp/default_profile.h"

namespace harden::seccomp {
namespace {

const SetRow& find_set(std::string_view id) {
  for (const SetRow& it : tables.sets) {
    if (it.id == id) return it;
  }
  throw std::logic_error("no set of system calls is called " + std::string(id));
}

const RuntimeRow* runtime_of(const Policy& policy) {
  for (const RuntimeRow& it : tables.runtimes) {
    if (it.id == policy.syscall_class.value) return &it;
  }
  return nullptr;
}

class NeededCallCollector {
 public:
  NeededCallCollector(const Policy& policy, const SeccompRequest& request)
      : policy_(policy), request_(request), runtime_(runtime_of(policy)) {}

  std::vector<NeededCalls> run() {
    add_set(policy_.no_new_privileges.value ? "engine-start-no-new-privileges"
                                            : "engine-start");
    add_set("interrupted");
    add_program();
    if (policy_.init.value) add_set("init");
    // The engine starts the test's program in the container.
    if (!policy_.health.value.none && !policy_.health.value.test.empty()) {
      add_set("shell");
    }
    return std::move(needed_);
  }

 private:
  void add_program() {
    add_start();
    if (request_.seen) {
      add("seen when the program ran",
          {request_.seen->begin(), request_.seen->end()});
      return;
    }
    if (runtime_ == nullptr) {
      add_default();
    } else {
      for (const std::string_view it : runtime_->sets) add_set(it);
      if (policy_.has_shell) add_set("shell");
    }
    if (policy_.start.value == StartsAs::root) add_set("step-down");
    add_capabilities();
  }

  // A log that begins with the program's execve shows how it starts, but not
  // what the threads of its runtime do only now and then.
  void add_start() {
    const bool start_seen = request_.seen && request_.seen->contains("execve");
    if (runtime_ == nullptr) {
      if (start_seen) return;
      add_set("start-glibc");
      add_set("start-musl");
      return;
    }
    const bool narrow = start_seen && runtime_->seldom.size() > 0;
    for (const std::string_view it :
         narrow ? runtime_->seldom : runtime_->start) {
      add_set(it);
    }
  }

  // Nobody knows what the program does: it is unknown, or runs code of the
  // user's. Only a trace can tell more.
  void add_default() {
    for (const GroupRow& it : tables.groups) {
      if (!is_unconditional(it) || it.action != SeccompAction::allow) continue;
      add(std::string(it.reason), {it.names.begin(), it.names.end()});
    }
  }

  void add_capabilities() {
    for (const RelatedRow& it : tables.capabilities) {
      if (!holds(policy_.capabilities, it.name)) continue;
      add("the container has " + std::string(it.name),
          {it.names.begin(), it.names.end()});
    }
    for (const GroupRow& it : tables.groups) {
      const auto& names = it.includes.capabilities;
      const bool held =
          !names.empty() && std::ranges::all_of(names, [&](auto name) {
            return holds(policy_.capabilities, name);
          });
      if (!held || it.action != SeccompAction::allow) continue;
      add("the container has " + std::string(names.front().substr(4)) + ": " +
              std::string(it.reason),
          {it.names.begin(), it.names.end()});
    }
  }

  void add_set(std::string_view id) {
    if (id == "default") return add_default();
    const SetRow& set = find_set(id);
    for (const std::string_view it : set.takes) add_set(it);
    add(std::string(set.reason), {set.names.begin(), set.names.end()});
  }

  void add(std::string reason, Names names) {
    if (!names.empty())
      needed_.push_back({std::move(reason), std::move(names)});
  }

  const Policy& policy_;
  const SeccompRequest& request_;
  const RuntimeRow* runtime_;
  std::vector<NeededCalls> needed_;
};

}  // namespace

Texts set_calls(std::string_view id) { return find_set(id).names; }

std::vector<NeededCalls> needed_calls(const Policy& policy,
                                      const SeccompRequest& request) {
  return NeededCallCollector(policy, request).run();
}

}  // namespace harden::seccomp

#include "runtime/policy/derive_policy.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/append.h"
#include "base/text/paths.h"
#include "image/files/image_tools.h"
#include "image/start/program_kinds.h"
#include "knowledge/programs.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/policy/policy_questions.h"
#include "runtime/policy/policy_subject.h"

namespace harden {
namespace {

class PolicyDeriver {
 public:
  explicit PolicyDeriver(const PolicySubject& subject)
      : subject_(subject), wishes_(subject.wishes) {}

  // The order matters where one answer rests on another: paths on the user,
  // capabilities on the paths. What is asked for is taken where the question
  // comes up, so that the answers behind it know.
  Policy run() {
    names();
    user();
    ports();
    paths();
    policy_.capabilities = wishes_.capabilities
                               ? *wishes_.capabilities
                               : capability_needs(subject_, policy_);
    confinement();
    programs();
    limits();
    namespaces();
    init();
    health();
    add_program_files(subject_, policy_);
    policy_.restart = asked(
        wishes_.restart, {"on-failure:5",
                          {standard("a service that cannot start does not try "
                                    "for ever (CIS Docker Benchmark 5.15)")}});
    host_access();
    tasks();
    return std::move(policy_);
  }

 private:
  void names() {
    policy_.dockerfile = subject_.file_name();
    const std::string& service = wishes_.service;
    policy_.name = asked(
        wishes_.name, {service.empty() ? "app" : service,
                       {standard("the name of the build context's folder")}});
    policy_.image = asked(
        wishes_.image, {policy_.name.value + ":secure",
                        {standard("the tag that `docker build -t` is given")}});
    policy_.container_name = asked(wishes_.container_name, {});
  }

  void user() {
    if (wishes_.user) {
      policy_.user = *wishes_.user;
      policy_.start = {StartsAs::user, policy_.user.reasons};
    } else {
      user_of_file();
    }
    if (wishes_.groups) policy_.user.value.groups = *wishes_.groups;
  }

  void user_of_file() {
    const EffectiveUser& user = subject_.user;
    policy_.user.value.name = user.name;
    policy_.user.value.uid = user.uid;
    policy_.user.value.gid = user.gid;
    policy_.user.reasons.push_back({Reason::Source::file, user.message,
                                    subject_.place(subject_.user.span)});
    switch (user.privilege) {
      case Privilege::unprivileged:
        policy_.start = {StartsAs::user, policy_.user.reasons};
        return groups();
      case Privilege::steps_down:
        policy_.start = {StartsAs::root, policy_.user.reasons};
        policy_.steps_down_in = user.stepped_down_in;
        return;
      default:
        policy_.start = {StartsAs::unknown, policy_.user.reasons};
        policy_.unsafe_because = user.message;
    }
  }

  // `--user U:G` drops the groups that the name brings.
  void groups() {
    for (const KnownAccount& it : subject_.state().accounts) {
      if (it.name != policy_.user.value.name) continue;
      for (const std::string& group : it.groups) add_group(group);
    }
  }

  void add_group(const std::string& name) {
    for (const KnownGroup& it : subject_.state().groups) {
      if (it.name != name || !it.gid || *it.gid == 0) continue;
      policy_.user.value.groups.push_back(*it.gid);
    }
  }

  // Ports belong to the network's owner, or to nobody.
  bool takes_no_ports() const {
    return wishes_.network &&
           (wishes_.network->value == "none" ||
            wishes_.network->value.starts_with("container:"));
  }

  void ports() {
    if (takes_no_ports()) return;
    if (wishes_.ports) {
      policy_.ports = *wishes_.ports;
    } else {
      ports_of_file();
    }
    if (!wishes_.publish_address) return;
    for (PortNeed& it : policy_.ports) {
      it.host_address = wishes_.publish_address->value;
      append(it.reasons, wishes_.publish_address->reasons);
    }
  }

  void ports_of_file() {
    PortNeeds needs = port_needs(subject_);
    policy_.ports = std::move(needs.ports);
    for (const std::string& it : needs.unknown) {
      policy_.tasks.push_back(
          it + " does not tell a port; publish it with `[policy] ports`");
    }
    if (policy_.ports.empty() && needs.unknown.empty()) {
      policy_.assumptions.emplace_back(
          "no port is published because there is no `EXPOSE`");
    }
  }

  void paths() {
    WritablePaths found = writable_paths(subject_, policy_);
    policy_.writable = std::move(found.paths);
    for (std::string& it : found.notes) policy_.tasks.push_back(std::move(it));
    take_paths();
    root_file_system(found.elsewhere);
  }

  void take_paths() {
    std::erase_if(policy_.writable, [&](const WritablePath& it) {
      return wishes_.not_writable.contains(it.path) ||
             wishes_.writable.contains(it.path);
    });
    for (const auto& [path, wish] : wishes_.writable) {
      if (!is_withdrawn(wish)) policy_.writable.push_back(completed(wish));
    }
    std::ranges::sort(policy_.writable, {}, &WritablePath::path);
  }

  // The command line may take back what harden.toml asks for.
  bool is_withdrawn(const WritablePath& wish) const {
    const auto found = wishes_.not_writable.find(wish.path);
    return found != wishes_.not_writable.end() &&
           found->second.source == Reason::Source::option &&
           wish.reasons.front().source == Reason::Source::config;
  }

  WritablePath completed(WritablePath wish) const {
    wish.uid = policy_.user.value.uid;
    wish.gid = policy_.user.value.gid;
    if (wish.kind == WritablePath::Kind::volume && wish.volume.empty()) {
      wish.volume = volume_name(policy_.name.value, wish.path);
    }
    return wish;
  }

  void root_file_system(const std::vector<Reason>& written) {
    if (wishes_.read_only_root) {
      policy_.read_only_root = *wishes_.read_only_root;
    } else if (written.empty()) {
      policy_.read_only_root = {
          true, {standard("the service writes to the paths below only")}};
    } else {
      leave_root_writable(written.front());
    }
    if (policy_.read_only_root.value && written.empty()) {
      policy_.assumptions.emplace_back(
          "the service writes to no other path: where it fails with "
          "\"Read-only file system\", name the path in `[policy] writable`");
    }
  }

  void leave_root_writable(const Reason& first) {
    policy_.tasks.push_back(
        "the root file system stays writable because " + first.place +
        " runs " + first.text +
        ": let it write below /tmp or /run, or to a path of "
        "`[policy] writable`, and set `[policy] read_only = true`");
    policy_.read_only_root = {
        false,
        {{first.source, "it writes where no mount fits: " + first.text,
          first.place}}};
  }

  void confinement() {
    policy_.no_new_privileges =
        asked(wishes_.no_new_privileges,
              {true,
               {standard("set-uid programs and file capabilities give nothing; "
                         "a step-down needs neither")}});
    policy_.has_shell = subject_.state().base_reference != "scratch" &&
                        image_tools(subject_).has_shell;
  }

  void programs() {
    for (const std::string& it : subject_.programs) {
      policy_.executables.push_back({it, start_reason()});
    }
    if (subject_.runtime != nullptr) {
      policy_.syscall_class = {subject_.runtime->id, {runtime_reason()}};
    } else if (!subject_.compiled_from.empty()) {
      policy_.syscall_class = {
          std::string(subject_.compiled_from),
          {{Reason::Source::file,
            "a line of the file compiles the program that starts",
            {}}}};
    }
    seccomp();
  }

  void seccomp() {
    const std::string& file = wishes_.seccomp_file;
    if (wishes_.seccomp) {
      policy_.seccomp = *wishes_.seccomp;
      return;
    }
    if (file.empty()) return;
    const std::string& id = policy_.syscall_class.value;
    if (id.empty()) {
      policy_.seccomp = {
          file,
          {standard("the engine's default profile without what only other "
                    "capabilities and other sockets need")}};
      return;
    }
    policy_.seccomp = {file,
                       {known("seccomp/sets.json: " + id,
                              "the system calls that " + id + " needs")}};
  }

  std::vector<Reason> start_reason() const {
    if (subject_.start.instruction) {
      const std::size_t i = *subject_.start.instruction;
      return {subject_.from_file(i, "it starts in " + subject_.line_of(i))};
    }
    const auto& base = subject_.state().base;
    return {known("base_images.json" + (base ? ": " + base->id : ""),
                  "the base image starts it")};
  }

  Reason runtime_reason() const {
    return known("runtimes.json: " + subject_.runtime->id,
                 "`" + subject_.runtime->id + "` is what starts");
  }

  void limits() {
    policy_.limits = limits_of(subject_);
    const LimitWishes& wishes = wishes_.limits;
    if (wishes.memory && wishes.pids && wishes.cpus) return;
    policy_.assumptions.push_back(in_words(policy_.limits) +
                                  " are enough; measure, and set "
                                  "`[policy.limits]`");
  }

  void namespaces() {
    Namespaces& spaces = policy_.namespaces;
    spaces.ipc = asked(wishes_.ipc,
                       {"private", {standard("no shared memory with others")}});
    spaces.cgroup = {"private",
                     {standard("the host's tree of control groups "
                               "stays out of sight")}};
    spaces.network =
        asked(wishes_.network,
              {policy_.name.value + "-net",
               {standard("a network of its own: no unasked neighbours, "
                         "names resolve")}});
    spaces.pid = asked(wishes_.pid, {});
  }

  // An init of root's could not pass signals on to the service's user without
  // CAP_KILL, so a step-down goes without.
  void init() {
    if (wishes_.init) {
      policy_.init = *wishes_.init;
    } else if (policy_.start.value == StartsAs::root) {
      policy_.init = {false,
                      {standard("an init would stay root in front of "
                                "the service")}};
    } else if (starts_with_init()) {
      policy_.init = {false, {standard("the image brings its own init")}};
    } else if (subject_.runtime != nullptr && subject_.runtime->reaps) {
      policy_.init = {false,
                      {known("runtimes.json: " + subject_.runtime->id,
                             "it waits for its children itself")}};
    } else {
      policy_.init = {true,
                      {standard("the first process must take signals and reap "
                                "what its children leave, which this one may "
                                "not do")}};
    }
  }

  bool starts_with_init() const {
    const std::string& line = subject_.start.text;
    return is_init(std::string_view(line).substr(0, line.find(' ')));
  }

  void health() {
    policy_.health = health_check(subject_);
    const HealthWishes& wishes = wishes_.health;
    Health& health = policy_.health.value;
    take_part(wishes.interval, health.interval);
    take_part(wishes.retries, health.retries);
    take_part(wishes.start_period, health.start_period);
    take_part(wishes.test, health.test);
    if (wishes.test) health.none = wishes.test->value.empty();
    take_part(wishes.timeout, health.timeout);
  }

  template <typename T>
  void take_part(const Wish<T>& wish, T& part) {
    if (!wish) return;
    part = wish->value;
    append(policy_.health.reasons, wish->reasons);
  }

  // What nothing but a wish gives.
  void host_access() {
    policy_.devices = wishes_.devices.value_or(policy_.devices);
    policy_.device_cgroup_rules =
        wishes_.device_cgroup_rules.value_or(policy_.device_cgroup_rules);
    policy_.selinux = wishes_.selinux.value_or(policy_.selinux);
    for (const auto& [name, wish] : wishes_.sysctls) {
      policy_.sysctls.push_back({{name, wish.value}, wish.reasons});
    }
    if (wishes_.apparmor) apparmor(*wishes_.apparmor);
  }

  // "container" and "strict" are harden's own profile, whose name follows from
  // the service's.
  void apparmor(const Reasoned<std::string>& wish) {
    policy_.apparmor = wish;
    const bool strict = wish.value == "strict";
    if (!strict && wish.value != "container") return;
    policy_.apparmor.value = apparmor_profile_name(policy_);
    policy_.apparmor_strength =
        strict ? AppArmorStrength::strict : AppArmorStrength::container;
  }

  void tasks() {
    for (const WritablePath& it : policy_.writable) {
      if (it.kind != WritablePath::Kind::volume || !it.seeded) continue;
      policy_.tasks.push_back(
          it.path + " is filled from the image when the volume " + it.volume +
          " is new, and keeps that content: remove the volume when an update "
          "of the image must change it");
    }
  }

  const PolicySubject& subject_;
  const PolicyWishes& wishes_;
  Policy policy_;
};

}  // namespace

Policy derive_policy(const Revision& file, const PolicyWishes& wishes) {
  if (file.evaluation().stages.empty()) return {};
  return PolicyDeriver(PolicySubject(file, wishes)).run();
}

}  // namespace harden

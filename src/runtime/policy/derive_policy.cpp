#include "runtime/policy/derive_policy.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "image/files/image_tools.h"
#include "runtime/policy/capability_needs.h"
#include "runtime/policy/health_check.h"
#include "runtime/policy/policy_subject.h"
#include "runtime/policy/port_needs.h"
#include "runtime/policy/program_files.h"
#include "runtime/policy/writable_paths.h"

namespace harden {
namespace {

constexpr std::uint64_t default_memory = std::uint64_t{512} << 20;
constexpr std::uint32_t default_pids = 200;
constexpr std::uint32_t one_cpu = 1000;  // thousandths

class PolicyDeriver {
 public:
  explicit PolicyDeriver(const PolicySubject& subject) : subject_(subject) {}

  // The order matters where one answer rests on another: paths on the user,
  // capabilities on the paths.
  Policy run() {
    names();
    user();
    ports();
    paths();
    policy_.capabilities = capability_needs(subject_, policy_);
    confinement();
    programs();
    limits();
    namespaces();
    init();
    policy_.health = health_check(subject_);
    add_program_files(subject_, policy_);
    policy_.restart = {"on-failure:5",
                       {standard("a service that cannot start does not try "
                                 "for ever (CIS Docker Benchmark 5.15)")}};
    tasks();
    return std::move(policy_);
  }

 private:
  void names() {
    policy_.dockerfile = subject_.file_name();
    const std::string& service = subject_.options.service;
    policy_.name = {service.empty() ? "app" : service,
                    {standard("the name of the build context's folder")}};
    policy_.image = {policy_.name.value + ":secure",
                     {standard("the tag that `docker build -t` is given")}};
  }

  void user() {
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

  // `--user U:G` drops the groups that the name brings (FACTS G).
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

  void ports() {
    PortNeeds needs = port_needs(subject_);
    policy_.ports = std::move(needs.ports);
    for (const std::string& it : needs.unknown) {
      policy_.tasks.push_back(
          it + " does not tell a port; publish it with `[policy] ports`");
    }
    if (policy_.ports.empty() && needs.unknown.empty()) {
      policy_.assumptions.emplace_back(
          "no port is published, for there is no `EXPOSE`");
    }
  }

  void paths() {
    WritablePaths found = writable_paths(subject_, policy_);
    policy_.writable = std::move(found.paths);
    for (std::string& it : found.notes) policy_.tasks.push_back(std::move(it));
    policy_.read_only_root = {
        true, {standard("the service writes to the paths below only")}};
    if (found.elsewhere.empty()) {
      policy_.assumptions.emplace_back(
          "the service writes to no other path: where it fails with "
          "\"Read-only file system\", name the path in `[policy] writable`");
      return;
    }
    const Reason& first = found.elsewhere.front();
    policy_.tasks.push_back(
        "the root file system stays writable, for " + first.place + " runs " +
        first.text +
        ": let it write below /tmp or /run, or to a path of "
        "`[policy] writable`, and set `[policy] read_only = true`");
    policy_.read_only_root = {
        false,
        {{first.source, "it writes where no mount fits: " + first.text,
          first.place}}};
  }

  void confinement() {
    policy_.no_new_privileges = {
        true,
        {standard("set-uid programs and file capabilities give nothing; "
                  "a step-down needs neither")}};
    policy_.has_shell =
        subject_.state().base_reference != "scratch" &&
        image_tools(subject_.document, subject_.evaluation, subject_.stage)
            .has_shell;
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
    const std::string& file = subject_.options.seccomp_file;
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
    const Runtime* runtime = subject_.runtime;
    const bool told = runtime != nullptr && runtime->memory != 0;
    const Reason reason =
        told ? known("runtimes.json: " + runtime->id,
                     "room for a small " + runtime->id + " service")
             : standard("room for a small service");
    Limits& limits = policy_.limits;
    limits.memory = {told ? runtime->memory : default_memory, {reason}};
    limits.memory_swap = {limits.memory.value,
                          {standard("no swap: a leak ends the container, not "
                                    "the host")}};
    limits.pids = {told ? runtime->pids : default_pids, {reason}};
    limits.cpus = {one_cpu, {standard("one processor")}};
    limits.ulimits.push_back(
        {{"nofile", 1024, 16384},
         {standard("open files and sockets; an engine whose own hard limit is "
                   "lower refuses it")}});
    limits.ulimits.push_back(
        {{"core", 0, 0}, {standard("no core dumps with secrets in them")}});
    policy_.assumptions.push_back(
        "memory " + size_text(limits.memory.value) + ", " +
        std::to_string(limits.pids.value) +
        " processes and one processor are enough; measure, and set "
        "`[policy.limits]`");
  }

  void namespaces() {
    Namespaces& spaces = policy_.namespaces;
    spaces.ipc = {"private", {standard("no shared memory with others")}};
    spaces.cgroup = {"private",
                     {standard("the host's tree of control groups "
                               "stays out of sight")}};
    spaces.network = {policy_.name.value + "-net",
                      {standard("a network of its own: no unasked neighbours, "
                                "names resolve")}};
  }

  // An init of root's could not pass signals on to the service's user without
  // CAP_KILL, so a step-down goes without.
  void init() {
    if (policy_.start.value == StartsAs::root) {
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
    static constexpr std::array<std::string_view, 5> inits = {
        "tini", "tini-static", "dumb-init", "catatonit", "docker-init"};
    const std::string& line = subject_.start.text;
    const std::string_view first =
        base_name(std::string_view(line).substr(0, line.find(' ')));
    return std::find(inits.begin(), inits.end(), first) != inits.end();
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
  Policy policy_;
};

}  // namespace

Policy derive_policy(const Document& document, const Evaluation& evaluation,
                     const EffectiveUser& user, const ImageStart& start,
                     const Options& options) {
  if (evaluation.stages.empty()) return {};
  Policy policy =
      PolicyDeriver(PolicySubject(document, evaluation, user, start, options))
          .run();
  for (const PolicySetting& set : options.policy) set(policy);
  return policy;
}

}  // namespace harden

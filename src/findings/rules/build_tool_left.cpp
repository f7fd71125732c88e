#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/glob/glob.h"
#include "findings/packages/package_command.h"
#include "findings/packages/run_packages.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo build_tool_left = {
    .code = "HD443",
    .name = "build-tool-left",
    .summary = "Compilers, debuggers or login servers stay in the image",
    .what =
        "Package managers install compilers and headers (gcc, make, `*-dev` "
        "…), debuggers (gdb, strace, tcpdump …) or servers for logins "
        "(openssh-server) in the final image, and no later command removes "
        "them (`apt-get purge`, `apk del` of a `--virtual` group …). Images "
        "that are there to build programs (golang, rust, …) may have "
        "compilers. One finding a command and kind; login servers are a "
        "warning.",
    .why =
        "They have errors of their own, and whoever gets into the container "
        "can build and look around with them. A login server is another door.",
    .remedy =
        "Build in a stage of its own and copy the result, or remove the tools "
        "in the RUN that brought them. `docker exec`, `docker debug` and "
        "`kubectl debug` need nothing in the image.",
    .before =
        "FROM debian:12\n"
        "RUN apt-get update && apt-get install -y --no-install-recommends "
        "gcc libpq-dev && rm -rf /var/lib/apt/lists/*\n"
        "USER 1000:1000\n",
    .references = {"https://docs.docker.com/build/building/multi-stage/",
                   "https://docs.docker.com/build/building/best-practices/"
                   "#dont-install-unnecessary-packages"},
    .severity = Severity::info,
};

namespace {

// Names that are listed in a message; the rest is counted.
constexpr std::size_t most_names = 4;
// More than anybody installs; each removal looks through them.
constexpr std::size_t most_tools = 200;

struct BuildTool {
  const Call* call;
  std::string package;
  ToolKind kind;
};

// `apk add --virtual .build-deps`: the name under which they go again.
std::string virtual_name(const PackageCommand& it) {
  if (it.manager != PackageManager::apk) return {};
  const ArgumentOptions read = it.options();
  const CommandWord* name = read.value({"-t", "--virtual"});
  if (name == nullptr) return {};
  return name->known ? std::string(name->text) : "?";
}

class BuildToolCheck : public SubjectCheck {
 public:
  BuildToolCheck(const Subject& subject, Findings& findings)
      : SubjectCheck(subject, findings),
        for_building_(subject.image != nullptr &&
                      is_for_building(subject.image->base_reference)) {}

  void run() {
    for (const std::size_t i : subject_.image_instructions()) {
      for (const Call& call : subject_.calls_of(i)) look(call);
    }
    for (const BuildTools& it : by_run()) say(it);
  }

 private:
  using BuildTools = std::vector<const BuildTool*>;

  void look(const Call& call) {
    // `apt-mark auto '.*'`: a purge then takes whatever was not marked.
    marked_ |= call.program == "apt-mark" && call.argv.size() > 1 &&
               call.argv[1].value == "auto";
    const auto it = package_command(call);
    if (!it) return;
    if (it->removes()) return remove(*it);
    const bool undoes =
        it->manager == PackageManager::dnf && it->verb() == "history";
    if (undoes) return tools_.clear();
    if (it->installs()) install(*it);
  }

  void install(const PackageCommand& it) {
    if (it.manager == PackageManager::pip ||
        it.manager == PackageManager::npm ||
        it.manager == PackageManager::yarn) {
      return;
    }
    const std::string group = virtual_name(it);
    for (std::string& package : it.packages()) {
      const auto kind = tool_kind(package);
      if (!kind || tools_.size() >= most_tools ||
          (for_building_ && *kind == ToolKind::build))
        continue;
      groups_[package] = group;
      tools_.push_back({it.call, std::move(package), *kind});
    }
  }

  void remove(const PackageCommand& it) {
    // Which ones nobody can tell: perhaps all.
    const bool all =
        it.has_unknown_packages() ||
        (marked_ && it.options().has({"--auto-remove", "--autoremove", "-y"}));
    if (all) return tools_.clear();
    const auto gone = it.packages();
    std::erase_if(tools_, [&](const BuildTool& tool) {
      const std::string& group = groups_[tool.package];
      return group == "?" || is_gone(gone, tool.package) ||
             (!group.empty() && is_gone(gone, group));
    });
  }

  static bool is_gone(const std::vector<std::string>& gone,
                      const std::string& name) {
    return std::ranges::any_of(gone, [&](const std::string& it) {
      return matches_wildcard(it, name);  // `'*-dev'`, `gcc*`
    });
  }

  std::vector<BuildTools> by_run() const {
    std::vector<BuildTools> result;
    for (const BuildTool& it : tools_) {
      const bool same =
          !result.empty() &&
          result.back().back()->call->instruction == it.call->instruction;
      if (!same) result.emplace_back();
      result.back().push_back(&it);
    }
    return result;
  }

  // Each package once.
  static BuildTools of_kind(const BuildTools& tools, ToolKind kind) {
    BuildTools result;
    for (const BuildTool* it : tools) {
      const bool there =
          std::ranges::any_of(result, [&](const BuildTool* other) {
            return other->package == it->package;
          });
      if (it->kind == kind && !there) result.push_back(it);
    }
    return result;
  }

  static std::string listed(const BuildTools& tools) {
    std::string text;
    for (std::size_t i = 0; i < std::min(tools.size(), most_names); ++i) {
      text += (i == 0 ? "`" : ", `") + tools[i]->package + "`";
    }
    if (tools.size() > most_names) {
      text += fmt::format(" and {} more", tools.size() - most_names);
    }
    return text;
  }

  void say(const BuildTools& tools) {
    say(of_kind(tools, ToolKind::login),
        "for logins to the container: one more service to attack, with keys "
        "and passwords of its own",
        "`docker exec` and `kubectl exec` need nothing in the image");
    say(of_kind(tools, ToolKind::debugger),
        "with which an attacker can look around",
        "bring them when they are needed: `docker debug`, `kubectl debug`");
    say(of_kind(tools, ToolKind::build),
        "which programs mostly need for their build only, and attackers for "
        "theirs",
        "build in a stage of its own and copy the result, or remove them in "
        "the same `RUN`");
  }

  void say(const BuildTools& tools, std::string_view risk, std::string help) {
    if (tools.empty()) return;
    Diagnostic& said =
        report(build_tool_left, subject_.place(*tools.front()->call),
               fmt::format("the image keeps {}, {}", listed(tools), risk),
               std::move(help));
    // It listens; the others only lie there.
    if (tools.front()->kind == ToolKind::login) {
      said.severity = Severity::warning;
    }
  }

  bool for_building_;
  bool marked_ = false;
  std::vector<BuildTool> tools_;
  std::map<std::string, std::string, std::less<>> groups_;
};

}  // namespace

void check_build_tool_left(const Subject& subject, Findings& findings) {
  BuildToolCheck(subject, findings).run();
}

}  // namespace harden::rule

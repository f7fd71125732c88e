// HD443: compilers, debuggers and login servers in the final image.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/lint_rules.h"
#include "lint/package_command.h"
#include "lint/tool_packages.h"

namespace harden::lint_rules {
namespace {

// Names that are listed in a message; the rest is counted.
constexpr std::size_t most_names = 4;
// More than anybody installs; each removal looks through them.
constexpr std::size_t most_tools = 200;

struct Tool {
  const CalledCommand* call;
  std::string package;
  ToolKind kind;
};

// `apk add --virtual .build-deps`: the name under which they go again.
std::string virtual_name(const PackageCommand& it) {
  if (it.manager != PackageManager::apk) return {};
  const script::Field* name = it.options.value({"-t", "--virtual"});
  if (name == nullptr) return {};
  return name->known ? name->value : "?";
}

class Looker {
 public:
  Looker(const Subject& subject, Findings& findings)
      : subject_(subject),
        findings_(findings),
        for_building_(subject.image != nullptr &&
                      is_for_building(subject.image->base_reference)) {}

  void run() {
    for (const std::size_t i : subject_.image_instructions()) {
      for (const CalledCommand& call : subject_.calls_of(i)) look(call);
    }
    for (const auto& [call, names] : by_call()) say(*call, names);
  }

 private:
  using Tools = std::vector<const Tool*>;

  void look(const CalledCommand& call) {
    // `apt-mark auto '.*'`: a purge then takes whatever was not marked.
    if (call.program() == "apt-mark") marked_ = true;
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
        (marked_ && it.options.has({"--auto-remove", "--autoremove", "-y"}));
    if (all) return tools_.clear();
    const auto gone = it.packages();
    std::erase_if(tools_, [&](const Tool& tool) {
      const std::string& group = groups_[tool.package];
      return group == "?" || is_gone(gone, tool.package) ||
             (!group.empty() && is_gone(gone, group));
    });
  }

  static bool is_gone(const std::vector<std::string>& gone,
                      const std::string& name) {
    return std::ranges::any_of(gone, [&](const std::string& it) {
      // `'*-dev'`, `gcc*`
      const std::size_t star = it.find('*');
      if (star == std::string::npos) return it == name;
      return name.starts_with(it.substr(0, star)) &&
             name.ends_with(it.substr(star + 1));
    });
  }

  std::vector<std::pair<const CalledCommand*, Tools>> by_call() const {
    std::vector<std::pair<const CalledCommand*, Tools>> result;
    for (const Tool& it : tools_) {
      if (result.empty() || result.back().first != it.call) {
        result.push_back({it.call, {}});
      }
      result.back().second.push_back(&it);
    }
    return result;
  }

  static Tools of_kind(const Tools& tools, ToolKind kind) {
    Tools result;
    std::ranges::copy_if(tools, std::back_inserter(result),
                         [&](const Tool* it) { return it->kind == kind; });
    return result;
  }

  static std::string listed(const Tools& tools) {
    std::string text;
    for (std::size_t i = 0; i < std::min(tools.size(), most_names); ++i) {
      text += (i == 0 ? "`" : ", `") + tools[i]->package + "`";
    }
    if (tools.size() > most_names) {
      text += fmt::format(" and {} more", tools.size() - most_names);
    }
    return text;
  }

  void say(const CalledCommand& call, const Tools& tools) {
    if (const Tools found = of_kind(tools, ToolKind::login); !found.empty()) {
      Diagnostic said = finding(
          "HD443", subject_.place(call),
          listed(found) +
              " lets users log in to the container: one more service to "
              "attack, with keys and passwords of its own",
          "use `docker exec` or `kubectl exec`, which need nothing in the "
          "image");
      said.severity = Severity::warning;
      findings_.push_back(std::move(said));
    }
    if (const Tools found = of_kind(tools, ToolKind::debugger);
        !found.empty()) {
      findings_.push_back(finding(
          "HD443", subject_.place(call),
          listed(found) + " stays in the image, where it helps an attacker to "
                          "look around",
          "attach it from another image: `docker debug`, `kubectl debug`"));
    }
    if (const Tools found = of_kind(tools, ToolKind::build); !found.empty()) {
      findings_.push_back(finding(
          "HD443", subject_.place(call),
          listed(found) + " stays in the image, though the program needs it "
                          "for its build only",
          "build in a stage of its own and copy the result, or remove it in "
          "the same `RUN`"));
    }
  }

  const Subject& subject_;
  Findings& findings_;
  bool for_building_;
  bool marked_ = false;
  std::vector<Tool> tools_;
  std::map<std::string, std::string, std::less<>> groups_;
};

}  // namespace

void build_tool_left(const Subject& subject, Findings& findings) {
  Looker(subject, findings).run();
}

}  // namespace harden::lint_rules

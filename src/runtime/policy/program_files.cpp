#include <algorithm>
#include <array>
#include <string_view>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "image/files/resolved_transfer.h"
#include "image/start/program_kinds.h"
#include "runtime/policy/policy_questions.h"

namespace harden {
namespace {

// Where programs lie and what is read in any image; nothing new.
bool is_usual(std::string_view path) {
  static constexpr std::array<std::string_view, 8> usual = {
      "/bin", "/etc", "/lib", "/lib64", "/sbin", "/usr", "/var", "/opt"};
  return std::ranges::any_of(
      usual, [&](std::string_view it) { return is_below(path, it); });
}

class ProgramFileFinder {
 public:
  ProgramFileFinder(const PolicySubject& subject, Policy& policy)
      : subject_(subject), policy_(policy) {}

  void run() {
    add_launch(subject_.state().entrypoint);
    add_launch(subject_.state().cmd);
    for (const std::string& it : subject_.start.programs) add_starter(it);
    if (!subject_.start.script.empty()) add_starter(subject_.start.script);
    for (const std::string& it : subject_.programs) add_from_path(it);
    policy_.runs_scripts = runs_scripts();
    add_folder(subject_.state().workdir);
    add_copies(subject_);
    if (subject_.contents.index != subject_.index) {
      add_copies(subject_.contents);
    }
    std::sort(policy_.folders.begin(), policy_.folders.end());
  }

 private:
  // A base's own start script is one that nobody has read. Wrappers such as
  // tini and gosu are words of the command line.
  bool runs_scripts() const {
    const StartKind kind = subject_.start.kind;
    const Health& health = policy_.health.value;
    const bool shell_check = !health.none && !health.test.empty() &&
                             health.test.front() == "/bin/sh";
    return kind == StartKind::script || kind == StartKind::shell_line ||
           kind == StartKind::base_unknown || subject_.start.base_entrypoint ||
           subject_.script.has_value() || shell_check;
  }

  void add_launch(const std::optional<Launch>& launch) {
    if (!launch) return;
    if (!launch->exec_form) return add_starter("/bin/sh");
    if (launch->argv.empty()) return;
    add_starter(launch->argv.front());
    for (const std::string& it : launch->argv) {
      if (steps_down(it)) add_starter(it);
    }
  }

  void add_starter(const std::string& program) {
    if (program.empty()) return;
    if (program.find('/') == program.npos) {
      put(policy_.starters, program);
      return add_from_path(program);
    }
    put(policy_.starters, absolute_path(subject_.state().workdir, program));
  }

  // PATH of the image may name folders of its own.
  void add_from_path(const std::string& program) {
    const auto path = subject_.state().env.find("PATH");
    if (program.find('/') != program.npos ||
        path == subject_.state().env.end() || !path->second.value) {
      return;
    }
    std::string_view rest = *path->second.value;
    for (int i = 0; i < 32 && !rest.empty(); ++i) {
      const std::size_t colon = std::min(rest.find(':'), rest.size());
      const std::string_view folder = rest.substr(0, colon);
      if (folder.starts_with('/') && !is_bin(folder)) {
        put(policy_.starters, std::string(folder) + "/" + program);
      }
      rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
  }

  static bool is_bin(std::string_view folder) {
    return folder.ends_with("bin") &&
           (folder.starts_with("/usr/local/") ||
            folder.starts_with("/usr/bin") || folder.starts_with("/usr/sbin") ||
            folder == "/bin" || folder == "/sbin");
  }

  void add_copies(const StageView& stage) {
    for (const std::size_t i : stage.chain()) {
      const auto copy = resolve_transfer(subject_, i);
      if (copy) add_folder(copy->destination);
    }
  }

  // What lies directly in / is readable in any case.
  void add_folder(const std::string& path) {
    if (path.size() < 2 || !path.starts_with('/') || is_usual(path)) return;
    if (policy_.folders.size() < 200) put(policy_.folders, path);
  }

  static void put(std::vector<std::string>& list, const std::string& text) {
    if (!is_one_of(text, list)) {
      list.push_back(text);
    }
  }

  const PolicySubject& subject_;
  Policy& policy_;
};

}  // namespace

void add_program_files(const PolicySubject& subject, Policy& policy) {
  ProgramFileFinder(subject, policy).run();
}

}  // namespace harden

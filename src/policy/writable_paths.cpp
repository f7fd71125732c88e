#include "policy/writable_paths.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "analysis/folder_kinds.h"
#include "analysis/path_below.h"
#include "analysis/resolved_transfer.h"
#include "analysis/root_programs.h"
#include "analysis/stage_chain.h"
#include "analysis/written_paths.h"
#include "model/paths.h"

namespace harden {
namespace {

constexpr std::uint64_t tmpfs_size = std::uint64_t{64} << 20;

// /var/run and /var/lock are links in every distribution; mounted under both
// names one of the two would hide the other.
std::string without_links(std::string path) {
  for (const std::string_view name : {"/run", "/lock"}) {
    const std::string link = "/var" + std::string(name);
    if (!is_below(path, link)) continue;
    const std::string target = name == "/run" ? "/run" : "/run/lock";
    return target + path.substr(link.size());
  }
  return path;
}

// What may vanish with the container.
bool is_short_lived(std::string_view path) {
  constexpr std::array<std::string_view, 13> names = {
      "cache", "caches", ".cache",  "log", "logs", "pid", "pids",
      "run",   "socket", "sockets", "tmp", "temp", ".npm"};
  if (is_below(path, "/run") || is_below(path, "/tmp") ||
      is_below(path, "/var/cache") || is_below(path, "/var/log") ||
      is_below(path, "/home")) {
    return true;
  }
  const std::string_view last = base_name(path);
  return std::find(names.begin(), names.end(), last) != names.end();
}

class Collector {
 public:
  Collector(const PolicySubject& subject, const Policy& policy)
      : subject_(subject), policy_(policy) {}

  std::vector<WritablePath> run() {
    add_volumes();
    for (const PathNeed& it :
         written_paths(subject_.document, subject_.evaluation,
                       subject_.contents, subject_.start, "")) {
      add_need(it);
    }
    add_standard("/tmp", "programs put temporary files there");
    add_standard("/run", "programs put sockets and process ids there");
    return finished();
  }

 private:
  Reason reason_of(const std::optional<std::size_t>& instruction,
                   std::string text) const {
    if (instruction) return subject_.from_file(*instruction, std::move(text));
    const auto& base = subject_.evaluation.stages[subject_.contents].base;
    if (base != nullptr && text.find("base image") != std::string::npos) {
      return known("base_images.json: " + base->id, std::move(text));
    }
    const std::string entry =
        subject_.runtime == nullptr ? "" : ": " + subject_.runtime->id;
    return known("runtimes.json" + entry, std::move(text));
  }

  void add_volumes() {
    for (const PathSetting& it : subject_.state().volumes) {
      if (it.path.find('$') != std::string::npos) continue;
      add(WritablePath::Kind::volume, model::absolute_path("/", it.path),
          reason_of(it.instruction,
                    it.instruction
                        ? "`VOLUME` in " + subject_.line_of(*it.instruction)
                        : "the base image declares it a volume"));
    }
  }

  void add_need(const PathNeed& need) {
    const std::string path = without_links(need.path);
    const bool keep = need.volume || !is_short_lived(path);
    add(keep ? WritablePath::Kind::volume : WritablePath::Kind::tmpfs, path,
        reason_of(need.instruction, need.because));
  }

  void add_standard(const std::string& path, const std::string& text) {
    add(WritablePath::Kind::tmpfs, path, standard(text));
  }

  void add(WritablePath::Kind kind, const std::string& given, Reason reason) {
    const std::string path = without_links(given);
    const auto same =
        std::find_if(paths_.begin(), paths_.end(),
                     [&](const WritablePath& it) { return it.path == path; });
    if (same != paths_.end()) {
      if (kind == WritablePath::Kind::volume) same->kind = kind;
      return;
    }
    WritablePath result;
    result.path = path;
    result.kind = kind;
    result.seeded = is_seeded(path);
    if (result.seeded) result.kind = WritablePath::Kind::volume;
    result.reasons.push_back(std::move(reason));
    paths_.push_back(std::move(result));
  }

  // Whether the image has files there that the program may want to read.
  bool is_seeded(const std::string& path) const {
    return is_seeded_by_base(path) || is_seeded_by_copy(path);
  }

  bool is_seeded_by_base(const std::string& path) const {
    const auto& base = subject_.evaluation.stages[subject_.contents].base;
    if (base == nullptr) return false;
    return std::any_of(base->writes.begin(), base->writes.end(),
                       [&](const WrittenPath& it) {
                         return it.seeded && without_links(it.path) == path;
                       });
  }

  bool is_seeded_by_copy(const std::string& path) const {
    if (path == "/tmp" || path == "/run") return false;
    for (const std::size_t i : stage_chain(
             subject_.document, subject_.evaluation, subject_.contents)) {
      const std::size_t stage = stage_of(subject_.document, i);
      const auto copy =
          resolve_transfer(subject_.document, subject_.evaluation, stage, i);
      if (!copy) continue;
      const std::string to = without_links(copy->destination);
      if (is_below(to, path)) return true;
    }
    return false;
  }

  void finish(WritablePath& it) const {
    if (it.kind == WritablePath::Kind::volume) {
      it.volume = volume_name(policy_.name.value, it.path);
      return;
    }
    it.size = tmpfs_size;
    it.uid = policy_.user.value.uid;
    it.gid = policy_.user.value.gid;
    it.mode = mode_of(it);
    it.exec = it.path == "/tmp" && subject_.runtime != nullptr &&
              subject_.runtime->maps_tmp;
    if (it.exec) {
      it.reasons.push_back(
          known("runtimes.json: " + subject_.runtime->id,
                "with `exec`: it maps code from files that it writes there"));
    }
  }

  // A start script is root without DAC_OVERRIDE: it must get into folders that
  // are the service's.
  std::uint32_t mode_of(const WritablePath& it) const {
    const bool root_too = policy_.start.value == StartsAs::root;
    if (it.path == "/tmp" || (it.path == "/run" && root_too)) return 01777;
    if (!policy_.user.value.known()) return 01777;
    return root_too ? 0755 : 0700;
  }

  // A tmpfs inside another writable path would hide what the image has there
  // for nothing; one path is enough.
  bool is_covered(const WritablePath& it) const {
    return std::any_of(paths_.begin(), paths_.end(), [&](const auto& other) {
      return other.path != it.path && is_below(it.path, other.path) &&
             it.kind == WritablePath::Kind::tmpfs && !is_in_run(it, other);
    });
  }

  // The program may rely on its folder in /run being there.
  static bool is_in_run(const WritablePath& it, const WritablePath& other) {
    return other.path == "/run" && it.path != "/run";
  }

  std::vector<WritablePath> finished() {
    std::vector<WritablePath> result;
    for (const WritablePath& it : paths_) {
      if (!is_covered(it)) result.push_back(it);
    }
    for (WritablePath& it : result) finish(it);
    std::sort(result.begin(), result.end(),
              [](const WritablePath& left, const WritablePath& right) {
                return left.path < right.path;
              });
    return result;
  }

  const PolicySubject& subject_;
  const Policy& policy_;
  std::vector<WritablePath> paths_;
};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

}  // namespace

std::vector<WritablePath> writable_paths(const PolicySubject& subject,
                                         const Policy& policy) {
  return Collector(subject, policy).run();
}

std::string volume_name(const std::string& service, const std::string& path) {
  std::string result = service;
  for (const char c : path) {
    if (c == '/') {
      result += '-';
    } else {
      result += is_name_character(c) ? c : '_';
    }
  }
  return result;
}

}  // namespace harden

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "image/files/code_folders.h"
#include "image/files/image_paths.h"
#include "image/files/written_paths.h"
#include "image/start/temporary_folder.h"
#include "runtime/policy/policy_questions.h"

namespace harden {
namespace {

constexpr std::uint64_t tmpfs_size = std::uint64_t{64} << 20;

class WritablePathCollector {
 public:
  WritablePathCollector(const PolicySubject& subject, const Policy& policy)
      : subject_(subject),
        policy_(policy),
        code_(code_folders(subject.contents)),
        kinds_(subject) {}

  WritablePaths run() {
    add_volumes();
    for (const PathNeed& it :
         written_paths(subject_.contents, subject_.start, "")) {
      add_need(it);
    }
    add(Kind::tmpfs, "/tmp", standard("programs put temporary files there"));
    add(Kind::tmpfs, "/run",
        standard("programs put sockets and process ids there"));
    add_named_temporary();
    for (ScriptWrite& it : script_writes(subject_)) add_script(std::move(it));
    for (const PathNeed& it : single_files_) add_single_file(it);
    return {finished(), std::move(files_), std::move(elsewhere_)};
  }

 private:
  using Kind = WritablePath::Kind;

  Reason reason_of(const PathNeed& need) const {
    if (need.server.empty()) return reason_of(need.instruction, need.because);
    return known("servers.json: " + std::string(need.server), need.because);
  }

  Reason reason_of(const std::optional<std::size_t>& instruction,
                   std::string text) const {
    if (instruction) return subject_.from_file(*instruction, std::move(text));
    const auto& base = subject_.contents.state().base;
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
      const std::string path = without_links(absolute_path("/", it.path));
      // `VOLUME /tmp` asks for a place to write, not for one to keep.
      const bool keep = !is_below(path, "/tmp") && !is_below(path, "/run");
      add(keep ? Kind::volume : Kind::tmpfs, path,
          reason_of(it.instruction,
                    it.instruction
                        ? "`VOLUME` in " + subject_.line_of(*it.instruction)
                        : "the base image declares it a volume"));
      if (keep) declared_.insert(path);
    }
  }

  void add_need(const PathNeed& need) {
    const std::string path = without_links(need.path);
    if (need.to_read || is_read_only_by_nature(path)) return;
    if (need.file) return single_files_.push_back(need);
    if (kinds_.is_file(path)) return note_file(path, need);
    // A program's own habits are known: below /etc they are not configuration.
    const bool told = need.instruction || !is_below(path, "/etc");
    if (!need.volume && told && hides_files(path)) {
      return elsewhere_.push_back(reason_of(need));
    }
    const bool keep = need.volume || is_to_be_kept(path, need);
    add(keep ? Kind::volume : Kind::tmpfs, path, reason_of(need));
  }

  // A volume there would keep the code or the configuration of today's image
  // when a new image brings other.
  bool hides_files(const std::string& path) const {
    return hides_code(path) || (is_below(path, "/etc") && !is_of_base(path));
  }

  bool is_of_base(const std::string& path) const {
    const auto& base = subject_.contents.state().base;
    return base != nullptr &&
           (path == base->templates_fill ||
            std::ranges::any_of(base->writes, [&](const WrittenPath& it) {
              return without_links(it.path) == path;
            }));
  }

  // What the file puts there, by itself or with the folder around it.
  bool hides_code(const std::string& path) const {
    return std::ranges::any_of(
               code_,
               [&](const std::string& code) { return is_below(code, path); }) ||
           (!is_data_folder(path) && is_brought(subject_.contents, path));
  }

  // What the start opens itself: read-only, it would stop it.
  void add_single_file(const PathNeed& need) {
    if (is_writable(without_links(need.path))) return;
    elsewhere_.push_back(reason_of(need));
  }

  // /tmp is there anyway; who names another such folder uses it.
  void add_named_temporary() {
    const auto named = temporary_folder_use(subject_.contents, subject_.start);
    if (!named) return;
    add(Kind::tmpfs, named->path,
        reason_of(named->instruction, named->because));
  }

  // The program's own habits are known; of a line of the file only its path is.
  static bool is_to_be_kept(const std::string& path, const PathNeed& need) {
    if (is_short_lived(path)) return false;
    return need.instruction || is_data_folder(path);
  }

  bool is_writable(const std::string& path) const {
    return kind_of_.contains(path) ||
           any_folder_above(path, [&](const std::string& it) {
             return kind_of_.contains(it);
           });
  }

  template <typename Test>
  static bool any_folder_above(std::string path, Test test) {
    while (path.size() > 1) {
      path = parent_folder(path);
      if (test(path)) return true;
    }
    return false;
  }

  void add_script(ScriptWrite write) {
    const std::string path = without_links(write.path);
    if (!path.empty() && is_writable(path)) return;
    const bool folder =
        write.kind == ScriptWrite::Kind::folder && !kinds_.is_file(path);
    const std::string place = folder ? path : parent_of(path);
    if (write.kind == ScriptWrite::Kind::system || !may_be_mounted(place) ||
        (!folder && kinds_.is_seeded(place)) || hides_code(place) ||
        (hides_files(place) && !is_made(write))) {
      if (elsewhere_.empty()) elsewhere_.push_back(std::move(write.reason));
      return;
    }
    const bool made = is_made(write);
    const bool keep = !is_short_lived(place) && !is_below(place, "/etc");
    add(keep ? Kind::volume : Kind::tmpfs, place, std::move(write.reason));
    // What packages put there nobody knows; a volume is filled with it.
    if (keep && !made) paths_.back().seeded = true;
  }

  static bool is_made(const ScriptWrite& write) {
    return write.reason.text.starts_with("`mkdir ");
  }

  static bool may_be_mounted(const std::string& path) {
    return !path.empty() && path != "/" && !is_system_folder(path) &&
           !is_read_only_by_nature(path);
  }

  static std::string parent_of(const std::string& path) {
    return path.substr(0, path.find_last_of('/') + (path.rfind('/') == 0));
  }

  void note_file(const std::string& path, const PathNeed& need) {
    files_.push_back(path + " is a file that the image gives to the user (" +
                     need.because +
                     "), and stays read-only; mount it where the service "
                     "writes it");
  }

  void add(Kind kind, const std::string& path, Reason reason) {
    if (kind_of_.contains(path)) return;
    WritablePath result;
    result.path = path;
    result.kind = kind;
    result.seeded = kinds_.is_seeded(path);
    if (result.seeded) result.kind = Kind::volume;
    result.reasons.push_back(std::move(reason));
    kind_of_.emplace(path, result.kind);
    paths_.push_back(std::move(result));
  }

  void finish(WritablePath& it) const {
    if (it.kind == Kind::volume) {
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
    if (is_open_to_all(it.path) || (it.path == "/run" && root_too))
      return 01777;
    if (!policy_.user.value.known()) return 01777;
    return root_too ? 0755 : 0700;
  }

  // A volume is filled with all that the image has below it. A tmpfs is not:
  // what the program expects in it is a mount of its own.
  bool is_covered(const WritablePath& it) const {
    if (declared_.contains(it.path)) return false;
    return any_folder_above(it.path, [&](const std::string& above) {
      const auto found = kind_of_.find(above);
      return found != kind_of_.end() && found->second == Kind::volume;
    });
  }

  std::vector<WritablePath> finished() {
    std::vector<WritablePath> result;
    for (const WritablePath& it : paths_) {
      if (!is_covered(it)) result.push_back(it);
    }
    for (WritablePath& it : result) finish(it);
    std::ranges::sort(result, {}, &WritablePath::path);
    return result;
  }

  const PolicySubject& subject_;
  const Policy& policy_;
  std::vector<std::string> code_;
  PathKinds kinds_;
  std::vector<WritablePath> paths_;
  std::unordered_map<std::string, Kind> kind_of_;  // of `paths_`
  std::unordered_set<std::string> declared_;       // with VOLUME
  std::vector<std::string> files_;
  std::vector<PathNeed> single_files_;  // that the start writes
  std::vector<Reason> elsewhere_;
};

bool is_name_character(char c) { return is_word(c) || c == '.' || c == '-'; }

}  // namespace

WritablePaths writable_paths(const PolicySubject& subject,
                             const Policy& policy) {
  return WritablePathCollector(subject, policy).run();
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

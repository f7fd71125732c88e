#include "image/files/write_doubts.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/glob/glob.h"
#include "base/text/paths.h"
#include "base/text/word_text.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"
#include "image/start/installed_server.h"
#include "image/start/launchers.h"
#include "image/start/named_writes.h"
#include "image/start/option_value.h"
#include "image/start/package_scripts.h"
#include "knowledge/lists/start_writes.h"

namespace harden {
namespace {

// Bounds, so that a large context costs no more than a small one.
constexpr std::size_t most_listed = 2'000;
constexpr std::size_t most_files = 200;
constexpr std::size_t most_bytes = std::size_t{64} << 10;
constexpr std::size_t most_doubts = 3;

bool ends_with_any(std::string_view path, std::string_view endings) {
  return any_word(endings,
                  [&](std::string_view it) { return path.ends_with(it); });
}

bool is_source(std::string_view path) {
  if (path.find(".config.") != path.npos || path.find(".test.") != path.npos ||
      path.find(".spec.") != path.npos) {
    return false;
  }
  return std::ranges::any_of(lists::writing_signs, [&](const auto& it) {
    return ends_with_any(path, it.files);
  });
}

bool is_beside(std::string_view path) {
  const bool is_side_file =
      std::ranges::any_of(lists::side_files, [&](std::string_view it) {
        return matches_wildcard(it, base_name(path));
      });
  if (is_side_file) return true;
  for (std::size_t end = path.find('/'); end != path.npos;
       end = path.find('/')) {
    if (lists::side_folders.contains(path.substr(0, end))) return true;
    path.remove_prefix(end + 1);
  }
  return false;
}

class WriteDoubtCollector {
 public:
  WriteDoubtCollector(const StageView& stage, const StartProgram& start,
                      const OwnedPaths& owned)
      : stage_(stage),
        start_(start),
        owned_(owned),
        server_(installed_server(stage, start)) {}

  std::vector<WriteDoubt> run() {
    of_names();
    for (const auto& it : with_package_scripts(stage_, start_)) of_habits(it);
    of_server();
    of_sources();
    if (result_.size() > most_doubts) result_.resize(most_doubts);
    return std::move(result_);
  }

 private:
  bool is_given(const std::string& path) const {
    return is_open_to_all(path) || owned_.given.is_given(path) ||
           std::ranges::any_of(owned_.added,
                               [&](const PathNeed& it) {
                                 return !it.file && is_below(path, it.path);
                               }) ||
           std::ranges::any_of(owned_.mounted, [&](const std::string& it) {
             return is_below(path, it);
           });
  }

  // A database has others beside it, and a file that is made anew each time is
  // renamed: both need the folder.
  void of_names() {
    for (const NamedWrite& it : named_writes(stage_, start_)) {
      if (it.kind == NamedWrite::Kind::folder) of_folder(it);
      if (it.kind != NamedWrite::Kind::database) continue;
      const std::string folder = parent_folder(it.path);
      if (is_given(folder)) continue;
      result_.push_back(
          {it.because + " needs to make files in " + folder +
               ", which stays root's",
           "keep it in a folder of its own, which the user owns"});
    }
  }

  // Nobody gives all of /var/log away.
  void of_folder(const NamedWrite& it) {
    if (!it.file.empty() || is_given(it.path) || !is_system_folder(it.path)) {
      return;
    }
    result_.push_back(
        {it.because + " needs to make files in " + it.path +
             ", which stays root's",
         "name a folder of its own, such as " +
             absolute_path(it.path, start_.programs.empty()
                                        ? "app"
                                        : base_name(start_.programs.back()))});
  }

  // Its data where it starts, and no WORKDIR can be added.
  void of_server() {
    if (!server_ || server_->facts->starts_in.empty() ||
        server_->folder.empty() || server_->folder == "/" ||
        is_given(server_->folder) ||
        has_argument(server_->facts->starts_in_unless, server_->argv)) {
      return;
    }
    result_.push_back({"`" + std::string(server_->name()) +
                           "` keeps its data in " + server_->folder +
                           ", which stays root's",
                       "`WORKDIR " + std::string(server_->facts->starts_in) +
                           "`, or name a folder that the user owns"});
  }

  void of_habits(const StartCommand& command) {
    if (command.argv.empty() || command.folder.empty()) return;
    const auto words = behind_launchers(command.argv);
    const std::string_view program = tool_name(words.front());
    // What its package changes is known.
    if (server_ && server_->name() == program) return;
    for (const lists::DefaultWrite& it : lists::default_writes) {
      if (it.program != program || !has_operand(command, it.arguments) ||
          has_option(command, it.unless) || is_given(command.folder)) {
        continue;
      }
      result_.push_back({"`" + std::string(program) + "` writes " +
                             std::string(it.writes) + " into " +
                             command.folder + ", which stays root's",
                         std::string(it.remedy)});
    }
  }

  static bool has_operand(const StartCommand& command,
                          std::string_view arguments) {
    return arguments.empty() || any_word(arguments, [&](std::string_view it) {
             return std::ranges::find(command.argv, it) != command.argv.end();
           });
  }

  static bool has_option(const StartCommand& command,
                         std::string_view options) {
    return any_word(options, [&](std::string_view option) {
      return std::ranges::any_of(command.argv, [&](const std::string& it) {
        return it.starts_with(option) &&
               (it.size() == option.size() || it[option.size()] == '=' ||
                option.size() == 2);
      });
    });
  }

  // The files of the context that the image gets.
  void of_sources() {
    if (stage_.context == nullptr) return;
    std::size_t left = most_files;
    for (const std::size_t i : stage_.chain()) {
      const auto copy = resolve_transfer(stage_, i);
      if (!copy || copy->from || is_given(copy->destination)) continue;
      for (const auto& source : copy->sources) {
        if (!source.heredoc && !source.is_address) of_source(source.path, left);
      }
    }
  }

  void of_source(const std::string& path, std::size_t& left) {
    const auto entry = stage_.context->find(path);
    if (!entry) return;
    if (!entry->directory) return of_file(entry->path, left);
    for (const auto& it : stage_.context->list(path, most_listed)) {
      if (left == 0 || result_.size() > most_doubts) return;
      if (!it.directory) of_file(it.path, left);
    }
  }

  void of_file(const std::string& path, std::size_t& left) {
    if (left == 0 || !is_source(path) || is_beside(path)) return;
    const bool seen = std::ranges::find(read_, path) != read_.end();
    if (seen) return;
    --left;
    read_.push_back(path);
    const auto text = stage_.context->read(path, most_bytes);
    if (text) of_text(path, *text);
  }

  void of_text(const std::string& path, std::string_view text) {
    const lists::WritingSign* sign = nullptr;
    std::size_t first = text.size();
    for (const lists::WritingSign& it : lists::writing_signs) {
      if (!ends_with_any(path, it.files)) continue;
      const std::size_t at = place_of(it, text);
      if (at >= first) continue;
      first = at;
      sign = &it;
    }
    if (sign == nullptr) return;
    const auto line = std::ranges::count(text.substr(0, first), '\n') + 1;
    result_.push_back(
        {"read in " + path + ":" + std::to_string(line) + ": it " +
             std::string(sign->means) + ", which stays root's",
         "let it write to a folder of its own, and give that to the user: "
         "`RUN mkdir -p DATA && chown USER DATA`"});
  }

  // Where the first line is that shows it; npos: none does.
  std::size_t place_of(const lists::WritingSign& sign,
                       std::string_view text) const {
    std::size_t at = text.find(sign.text);
    while (at != text.npos) {
      const std::size_t begin = text.rfind('\n', at) + 1;
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      if (shows(sign, line) && !is_configured(text, begin, end)) return at;
      at = text.find(sign.text, end);
    }
    return at;
  }

  bool shows(const lists::WritingSign& sign, std::string_view line) const {
    if (is_comment(line) || names_given(line)) return false;
    return sign.with.empty() || any_word(sign.with, [&](std::string_view word) {
             return line.find(word) != line.npos;
           });
  }

  // In the line, or the two behind it: the statement may go on.
  static bool is_configured(std::string_view text, std::size_t begin,
                            std::size_t end) {
    for (int i = 0; i < 2 && end < text.size(); ++i) {
      end = std::min(text.find('\n', end + 1), text.size());
    }
    return !lists::configured_signs.part_of(text.substr(begin, end - begin))
                .empty();
  }

  static bool is_comment(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return line.starts_with('#') || line.starts_with("//") ||
           line.starts_with('*');
  }

  // `path.join(__dirname, 'uploads', name)` where /app/uploads is the user's.
  bool names_given(std::string_view line) const {
    return std::ranges::any_of(owned_.added,
                               [&](const PathNeed& it) {
                                 return line.find(base_name(it.path)) !=
                                        line.npos;
                               }) ||
           std::ranges::any_of(owned_.mounted, [&](const std::string& it) {
             return line.find(base_name(it)) != line.npos;
           });
  }

  const StageView stage_;
  const StartProgram& start_;
  const OwnedPaths& owned_;
  const std::optional<InstalledServer> server_;
  std::vector<std::string> read_;
  std::vector<WriteDoubt> result_;
};

}  // namespace

std::vector<WriteDoubt> write_doubts(const StageView& stage,
                                     const StartProgram& start,
                                     const OwnedPaths& owned) {
  return WriteDoubtCollector(stage, start, owned).run();
}

}  // namespace harden

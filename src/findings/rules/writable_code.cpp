#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/paths.h"
#include "command/field.h"
#include "command/shell_commands.h"
#include "command/wrappers.h"
#include "dockerfile/accounts/account_table.h"
#include "dockerfile/image_state.h"
#include "findings/subject.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"
#include "image/start/program_kinds.h"
#include "knowledge/lists/programs.h"
#include "knowledge/programs.h"

namespace harden::rule {

extern constexpr RuleInfo writable_code = {
    .code = "HD460",
    .name = "writable-code",
    .summary = "The program belongs to the user that it runs as",
    .what =
        "ENTRYPOINT or CMD name a file (`/app/server`, `node server.js`) that "
        "`COPY --chown` or `chown -R` gives to the image's user. Programs that "
        "are found through PATH or started by tools such as npm are not looked "
        "at.",
    .why =
        "Whoever gets into the program can replace it, and stays: also after "
        "the process is restarted. A program of root's cannot be changed by "
        "the user that runs it.",
    .remedy =
        "Leave the program to root, readable for all, and give the user the "
        "folders that it writes. A read-only root file system has the same "
        "effect.",
    .before =
        "FROM debian:12\nRUN useradd --uid 1000 app\n"
        "COPY --chown=app server /app/server\nUSER app\n"
        "CMD [\"/app/server\"]\n",
    .references = {"https://docs.docker.com/reference/dockerfile/"
                   "#copy---chown---chmod",
                   "https://cwe.mitre.org/data/definitions/732.html"},
    .severity = Severity::info,
};

namespace {

using Argv = std::vector<Field>;

bool is_interpreter(std::string_view program) {
  const std::string_view name = base_name(program);
  return lists::interpreters.contains(name) || name.starts_with("python") ||
         may_be_shell(name);
}

// What stands behind the options of an interpreter. Options with a value of
// their own end the search: nothing is guessed.
std::optional<std::string> code_of(const Argv& argv, std::size_t at) {
  const std::string_view name = base_name(argv[at].value);
  for (std::size_t i = at + 1; i < argv.size(); ++i) {
    const std::string& word = argv[i].value;
    if (!argv[i].known) return std::nullopt;
    if (!word.starts_with('-')) {
      // A class of Java is not a file.
      const bool is_file = name != "java" || argv[i - 1].value == "-jar";
      return is_file ? std::optional(word) : std::nullopt;
    }
    if (word == "-c" || word == "-m" || word == "-e" || word == "-cp" ||
        word == "-r" || word == "-classpath") {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

void add_started_file(const Argv& argv, const ImageState& image,
                      std::vector<std::string>& files) {
  const std::size_t at = behind_wrappers(argv);
  if (at >= argv.size() || !argv[at].known) return;
  const std::string& program = argv[at].value;
  std::optional<std::string> file;
  if (is_interpreter(program)) {
    file = code_of(argv, at);
  } else if (program.find('/') != std::string::npos) {
    file = program;
  }
  if (!file || file->find('$') != std::string::npos) return;
  const bool relative = !file->starts_with('/');
  if (relative && image.workdir_unknown) return;
  files.push_back(absolute_path(image.workdir, *file));
}

Argv fields(const std::vector<std::string>& words) {
  Argv result;
  for (const std::string& it : words) result.push_back({it});
  return result;
}

void add_line(const std::string& line, const ImageState& image,
              std::vector<std::string>& files) {
  for (const SimpleCommand& it : shell_commands(line)) {
    Argv argv;
    for (const ShellWord& word : it.words) {
      argv.push_back({word.value, word.known, false, word.span});
    }
    if (!argv.empty()) add_started_file(argv, image, files);
  }
}

// Absolute: `/app/server`, and of `node server.js` or `java -jar app.jar` the
// file that the interpreter runs. Programs that are looked up in PATH, and what
// tools like npm start, are left out.
std::vector<std::string> started_files(const ImageState& image) {
  std::vector<std::string> files;
  const auto& entrypoint = image.entrypoint;
  const auto& cmd = image.cmd;
  if (entrypoint && !entrypoint->exec_form) {
    add_line(entrypoint->text, image, files);
    return files;
  }
  Argv argv = entrypoint ? fields(entrypoint->argv) : Argv();
  const std::size_t first = argv.size();
  if (cmd && cmd->exec_form) {
    for (auto& it : fields(cmd->argv)) argv.push_back(std::move(it));
  }
  if (!argv.empty()) add_started_file(argv, image, files);
  // A start script is given the program to start.
  if (first > 0 && first < argv.size()) {
    add_started_file(
        Argv(argv.begin() + static_cast<std::ptrdiff_t>(first), argv.end()),
        image, files);
  }
  if (!entrypoint && cmd && !cmd->exec_form) add_line(cmd->text, image, files);
  return files;
}

bool lies_below(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() + 1 && path.starts_with(folder) &&
         (folder == "/" || path[folder.size()] == '/');
}

// A source whose contents are copied, not itself, as far as names tell.
bool may_be_folder(std::string_view source) {
  return source == "." || source.ends_with('/') ||
         base_name(source).find('.') == std::string_view::npos;
}

// Whether the COPY or ADD may bring the file.
bool may_bring(const ResolvedTransfer& it, const std::string& path) {
  if (it.destination == path && !it.into_folder) return true;
  if (!lies_below(path, it.destination)) return false;
  std::string_view rest(path);
  rest.remove_prefix(it.destination == "/" ? 1 : it.destination.size() + 1);
  return std::ranges::any_of(it.sources, [&](const auto& source) {
    return base_name(source.path) == rest || may_be_folder(source.path);
  });
}

// A shell line may start many; the first ones tell enough.
constexpr std::size_t most_files = 4;

class WritableCodeCheck : public SubjectCheck {
 public:
  WritableCodeCheck(const Subject& subject, Findings& findings)
      : SubjectCheck(subject, findings), user_(subject.user) {}

  void run() {
    auto files = started_files(*subject_.image);
    if (files.empty()) return;
    files.resize(std::min(files.size(), most_files));
    changes_ = run_paths(subject_);
    for (const std::string& it : files) {
      if (const auto place = given_at(it)) return say(*place, it);
    }
  }

 private:
  // "app:app", "1000"
  bool is_user(std::string_view owner) const {
    owner = owner.substr(0, owner.find(':'));
    if (owner.empty()) return false;
    if (const auto uid = parse_id(owner)) return uid == user_.uid;
    return owner == user_.name;
  }

  // Where the file is given to the user for the last time.
  std::optional<Span> given_at(const std::string& path) const {
    std::optional<Span> place;
    std::size_t brought = 0;
    for (const std::size_t i : subject_.image_instructions()) {
      const Instruction& it = subject_.instruction(i);
      if (it.as<Transfer>() == nullptr) continue;
      const auto transfer = resolve_transfer(subject_, i);
      if (!transfer || !may_bring(*transfer, path)) continue;
      const Flag* chown = it.flag("chown");
      const bool given =
          chown != nullptr && chown->value && is_user(chown->value->value);
      place = given ? std::optional(chown->span) : std::nullopt;
      brought = i;
    }
    return brought == 0 ? std::nullopt : after_chown(path, brought, place);
  }

  std::optional<Span> after_chown(const std::string& path, std::size_t brought,
                                  std::optional<Span> place) const {
    for (const PathChange& it : changes_) {
      if (it.kind != PathChange::Kind::owned || it.maybe ||
          it.instruction < brought) {
        continue;
      }
      const bool concerns =
          it.path == path || (it.recursive && lies_below(path, it.path));
      if (!concerns) continue;
      place = is_user(it.owner) ? std::optional(place_of_chown(it.instruction))
                                : std::nullopt;
    }
    return place;
  }

  Span place_of_chown(std::size_t instruction) const {
    for (const Call& it : subject_.calls_of(instruction)) {
      if (it.program == "chown") return subject_.place(it);
    }
    return subject_.instruction(instruction).span;
  }

  void say(Span place, const std::string& path) {
    report(
        writable_code, place,
        fmt::format("`{}` belongs to the user that runs it: whoever gets into "
                    "the program can replace it for good",
                    path),
        "leave the program to root, and give the user only the folders that "
        "it writes");
  }

  const EffectiveUser& user_;
  std::vector<PathChange> changes_;
};

}  // namespace

void check_writable_code(const Subject& subject, Findings& findings) {
  if (subject.image == nullptr ||
      subject.user.privilege != Privilege::unprivileged) {
    return;
  }
  WritableCodeCheck(subject, findings).run();
}

}  // namespace harden::rule

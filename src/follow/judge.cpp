// What the script's own commands may have become: programs that it writes
// before it starts them, and its program where it runs as root as well.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "follow/follower.h"
#include "knowledge/lists/programs.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

// `server --version` and `server --initialize` end by themselves.
bool ends_by_itself(const std::vector<Field>& argv) {
  return std::ranges::any_of(argv, [](const Field& it) {
    const std::string_view word = it.value;
    return it.known &&
           lists::ending_options.contains(word.substr(0, word.find('=')));
  });
}

// `"$FOLDER/server"` is called so wherever it lies.
std::string_view name_of(const Field& word) {
  std::string_view text = word.value;
  if (!word.known && text.ends_with('"')) text.remove_suffix(1);
  return word.known || text.find('/') != text.npos ? base_name(text)
                                                   : std::string_view();
}

// `${1+"$@"}`: what the container starts, where that was not worked out.
bool holds_arguments(const Field& word) {
  if (word.known) return false;
  const std::string_view text = word.value;
  for (std::size_t at = text.find('$'); at != text.npos;
       at = text.find('$', at + 1)) {
    std::size_t name = at + 1;
    if (name < text.size() && text[name] == '{') ++name;
    if (name < text.size() &&
        (text[name] == '@' || text[name] == '*' || is_digit(text[name]))) {
      return true;
    }
  }
  return false;
}

// A line for a shell: `setpriv --no-new-privs sh -c "server --flag"`.
bool line_names(const std::vector<Field>& argv,
                const std::set<std::string, std::less<>>& programs) {
  for (std::size_t i = 2; i < argv.size(); ++i) {
    if (argv[i - 1].value != "-c") continue;
    const std::string_view line = argv[i].value;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end =
          std::min(line.find_first_of(" \t\n;&|()\"'", at), line.size());
      if (programs.contains(base_name(line.substr(at, end - at)))) return true;
      at = end + 1;
    }
  }
  return false;
}

// Where programs are looked for.
bool is_program_folder(std::string_view path) {
  return is_one_of(path, {"/bin", "/sbin", "/usr/bin", "/usr/sbin",
                          "/usr/local/bin", "/usr/local/sbin"});
}

// What a script writes, to be asked for programs.
class Written {
 public:
  void add(const std::vector<RootAct>& acts) {
    for (const RootAct& it : acts) {
      const Act& act = it.act;
      if (act.kind != Act::Kind::write || act.path.empty()) continue;
      paths_.insert(act.path);
      names_.emplace(base_name(act.path));
      if (act.recursive) trees_.insert(act.path);
      folder_ = folder_ || is_program_folder(act.path);
    }
  }

  bool holds(std::string_view program) const {
    if (paths_.contains(program)) return true;
    const std::size_t slash = program.rfind('/');
    if (slash == std::string_view::npos) {
      return folder_ || names_.contains(program);
    }
    for (std::size_t end = slash; end != program.npos && end > 0;
         end = program.rfind('/', end - 1)) {
      if (trees_.contains(program.substr(0, end))) return true;
    }
    return trees_.contains("/");
  }

  // Something in one of these folders.
  bool lies_in(const std::set<std::string, std::less<>>& folders) const {
    return std::ranges::any_of(paths_, [&](const std::string& path) {
      return std::ranges::any_of(folders, [&](const std::string& folder) {
        return is_below(path, folder) || is_below(folder, path);
      });
    });
  }

 private:
  using Set = std::set<std::string, std::less<>>;
  Set paths_;
  Set names_;
  Set trees_;
  bool folder_ = false;  // one where programs are looked for
};

}  // namespace

// The program, as root, beside the one that steps down.
void Follower::judge_ran() {
  std::set<std::string, std::less<>> programs;
  for (const HandOver& it : result_.hand_overs) {
    if (it.argv.empty() || !it.argv[0].known || it.again) continue;
    programs.emplace(base_name(it.argv[0].value));
  }
  if (input_.arguments && !input_.arguments->empty()) {
    programs.emplace(base_name(input_.arguments->front()));
  }
  for (const Ran& it : ran_) {
    if (ends_by_itself(it.argv)) continue;
    const bool same = std::ranges::any_of(it.argv, [&](const Field& word) {
      // A shell is what it runs.
      return holds_arguments(word) ||
             (!may_be_shell(word.value) && programs.contains(name_of(word)));
    });
    if (!same && !line_names(it.argv, programs)) continue;
    const bool known =
        std::ranges::any_of(result_.untold, [&](const Untold& other) {
          return other.place.file == it.place.file &&
                 other.place.span == it.place.span;
        });
    if (!known && surroundings_.root) {
      result_.untold.push_back(
          {it.place, "starts the program as root as well"});
    }
  }
}

// A file that the script makes is whatever it has written there.
void Follower::judge_written() {
  for (const RootAct& it : result_.acts) {
    if (it.act.kind != Act::Kind::write || it.act.path != "/etc/passwd") {
      continue;
    }
    // What is appended comes behind the lines that count.
    if (text_of(result_, it.place).find(">>") != std::string::npos) continue;
    result_.untold.push_back({it.place, "changes who the accounts are"});
  }
  Written written;
  written.add(result_.acts);
  written.add(accounts_wrote_);
  for (const Place& it : listed_run_) {
    if (!written.lies_in(expander_.listed())) break;
    result_.untold.push_back(
        {it, "runs a program that the script itself may have written"});
  }
  for (const Ran& it : files_run_) {
    if (!surroundings_.root) break;
    if (!written.holds(it.argv.front().value)) continue;
    result_.untold.push_back(
        {it.place, "runs a program that the script itself may have written"});
  }
}

}  // namespace harden

#include "findings/runs/downloads.h"

#include <algorithm>

#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/shell_call.h"
#include "knowledge/lists/network.h"
#include "knowledge/lists/programs.h"

namespace harden::rule {
namespace {

bool shell_runs_input(const Call& call) {
  const ShellCall shell = shell_call(call.argv);
  if (shell.takes_line || shell.only_checks) return false;
  const auto file = shell.file();
  return !file || call.argv[*file].value == "/dev/stdin";
}

bool interpreter_runs_input(const Call& call) {
  // Programs given otherwise; what they read then is data.
  constexpr std::string_view others[] = {"-c", "-m", "-e", "-n",
                                         "-p", "-r", "-x", "-E"};
  for (std::size_t i = 1; i < call.argv.size(); ++i) {
    const std::string_view word = call.argv[i].value;
    if (word == "-" || word == "--") return true;
    if (!word.starts_with('-')) return false;
    if (is_one_of(word.substr(0, 2), others) || word.starts_with("--eval")) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool is_downloader(const Call& call) {
  return lists::downloaders.contains(call.program);
}

bool runs_input(const Call& call) {
  const std::string_view program = call.program;
  if (call.may_be_shell) return shell_runs_input(call);
  return lists::stdin_interpreters.contains(unversioned(program)) &&
         interpreter_runs_input(call);
}

bool checks_input(const Call& call) {
  return lists::input_checkers.contains(call.program);
}

namespace {

constexpr std::string_view file_checkers[] = {
    "b2sum",     "cosign",    "gpg",       "gpg2",    "gpgv",
    "md5sum",    "minisign",  "rpm",       "rpmkeys", "sha1sum",
    "sha256sum", "sha384sum", "sha512sum", "shasum"};
constexpr auto file_checker_slots = index_words(file_checkers);
constexpr SortedWords checker_names(file_checkers, file_checker_slots);

}  // namespace

bool checks_files(const Call& call) {
  const std::string_view program = call.program;
  if (!checker_names.contains(program)) return false;
  const auto has = [&](std::string_view word) {
    return std::ranges::find(call.argv, word, &ShellWord::value) !=
           call.argv.end();
  };
  if (program.ends_with("sum")) {
    const ArgumentOptions read(call.argv, {.letters_with_value = "a"});
    return read.has({"-c", "--check"});
  }
  if (program == "gpg" || program == "gpg2") return has("--verify");
  if (program == "rpm" || program == "rpmkeys") {
    return has("-K") || has("--checksig");
  }
  return program == "gpgv" || program == "cosign" || program == "minisign";
}

}  // namespace harden::rule

#include "entrypoints.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>

#include "trial.h"

namespace harden::differential {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_variables = 5;

fs::path corpus_folder() {
  if (const char* folder = std::getenv("HARDEN_CORPUS")) return folder;
  const char* const xdg = std::getenv("XDG_CACHE_HOME");
  const char* const home = std::getenv("HOME");
  const fs::path cache = xdg != nullptr    ? fs::path(xdg)
                         : home != nullptr ? fs::path(home) / ".cache"
                                           : fs::path();
  return cache / "harden/corpus";
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
  if (words.size() == 1 && words[0] == "-") words.clear();
  return words;
}

Entrypoint read_row(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '|') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  if (fields.size() != 6) throw std::runtime_error("not a row: " + line);
  Entrypoint result;
  result.path = words_of(fields[0]).at(0);
  const std::string account = words_of(fields[1]).at(0);
  const std::size_t colon = account.find(':');
  result.account = account.substr(0, colon);
  result.uid = static_cast<unsigned>(std::stoul(account.substr(colon + 1)));
  result.programs = words_of(fields[2]);
  result.arguments = words_of(fields[3]);
  result.tools = words_of(fields[4]);
  for (const std::string& it : words_of(fields[5])) {
    const std::size_t equals = it.find('=');
    result.variables.emplace_back(it.substr(0, equals), it.substr(equals + 1));
  }
  return result;
}

// Names in capitals that stand where something is tested.
std::vector<std::string> tested_variables(const Entrypoint& it) {
  std::set<std::string> seen;
  std::vector<std::string> result;
  std::istringstream in(it.text);
  for (std::string line; std::getline(in, line);) {
    if (line.find("if ") == std::string::npos &&
        line.find("[ ") == std::string::npos &&
        line.find("case ") == std::string::npos) {
      continue;
    }
    for (std::size_t at = line.find('$'); at != std::string::npos;
         at = line.find('$', at + 1)) {
      std::size_t begin = at + 1;
      if (begin < line.size() && line[begin] == '{') ++begin;
      std::size_t end = begin;
      while (end < line.size() &&
             (std::isupper(static_cast<unsigned char>(line[end])) != 0 ||
              std::isdigit(static_cast<unsigned char>(line[end])) != 0 ||
              line[end] == '_')) {
        ++end;
      }
      const std::string name = line.substr(begin, end - begin);
      const bool set = std::ranges::any_of(
          it.variables, [&](const auto& other) { return other.first == name; });
      if (name.size() > 2 && !set && !name.starts_with("BASH") &&
          seen.insert(name).second && result.size() < most_variables) {
        result.push_back(name);
      }
    }
  }
  return result;
}

struct Sighting {
  std::set<unsigned> uids;
  bool root = false;
};

void run(const Entrypoint& it, const std::string& shell, std::size_t choice,
         const std::vector<std::string>& tested, int patience, Sighting& seen) {
  Run run;
  run.patience = patience;
  run.shell = shell;
  run.script = it.text;
  run.arguments = it.arguments;
  run.environment = it.variables;
  run.programs = it.programs;
  run.tools = it.tools;
  run.accounts = {{it.account, it.uid}};
  for (std::size_t i = 0; i < tested.size(); ++i) {
    if ((choice >> i & 1) != 0) run.environment.emplace_back(tested[i], "1");
  }
  if ((choice >> tested.size() & 1) != 0) {
    run.environment.emplace_back("MIGRATION_FAILS", "1");
  }
  for (const Started& started : Sandbox::run(run).started) {
    if (started.missing) continue;
    seen.uids.insert(started.uid);
    seen.root = seen.root || started.has_root();
  }
}

Sighting all_runs(const Entrypoint& it, int patience) {
  const std::vector<std::string> tested = tested_variables(it);
  Sighting seen;
  for (const std::string& shell : shells_of(it.text)) {
    for (std::size_t i = 0; i < std::size_t{2} << tested.size(); ++i) {
      run(it, shell, i, tested, patience, seen);
    }
  }
  return seen;
}

}  // namespace

std::vector<Entrypoint> entrypoints(const std::string& table) {
  std::ifstream in(table);
  if (!in) throw std::runtime_error(table + " cannot be read");
  std::vector<Entrypoint> result;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    Entrypoint row = read_row(line);
    std::ifstream script(corpus_folder() / "dockerfiles" / row.path,
                         std::ios::binary);
    if (!script) continue;
    row.text.assign(std::istreambuf_iterator<char>(script), {});
    result.push_back(std::move(row));
  }
  return result;
}

Agreement compare(const Entrypoint& it) {
  const Claimed claimed = claim_of_entrypoint(it.text, it.arguments, it.account,
                                              it.uid, it.variables);
  Sighting seen = all_runs(it, 1);
  // On a busy machine a long script may not have come to its end.
  if (seen.uids.empty()) seen = all_runs(it, 5);
  Agreement result;
  result.text = it.path + ": " + claimed.message + "; seen as";
  for (const unsigned uid : seen.uids) result.text += " " + std::to_string(uid);
  switch (claimed.claim) {
    case Claim::unprivileged:
      result.agrees = seen.uids == std::set<unsigned>{it.uid} && !seen.root;
      break;
    case Claim::root:
      result.agrees = seen.root;
      break;
    case Claim::unknown:
      // No answer is none that is wrong.
      result.agrees = true;
      result.text += " (no answer)";
  }
  return result;
}

}  // namespace harden::differential

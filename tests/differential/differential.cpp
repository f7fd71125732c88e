// Compares what harden says of start scripts with what real shells do. Scripts
// come from a grammar; the same seeds give the same scripts.
//
//   differential [--seed N] [--count N | --seconds N] [--jobs N]
//                [--shrink N] [--measure N] [--doubts]
//   differential FILE…    tries these scripts, and prints what was seen
//   differential --entrypoints TABLE
//                         real ones of the corpus, with what their images have
//
// The exit status is 1 when a shell ran something as root that harden calls
// unprivileged, and 77 where there can be no sandbox.
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "entrypoints.h"
#include "grammar.h"
#include "shrink.h"
#include "trial.h"

namespace harden::differential {
namespace {

using Clock = std::chrono::steady_clock;

struct Wishes {
  std::uint64_t seed = 1;
  std::uint64_t count = 0;  // 0: until the time is up
  int seconds = 60;
  // More than there are processors: most of a run is waiting.
  unsigned jobs = 3 * std::max(1U, std::thread::hardware_concurrency());
  int shrink = 150;
  std::uint64_t measure = 4;  // of so many scripts, one tells the precision
  bool doubts = false;        // shows what is never root but not called so
  std::vector<std::string> files;
  std::string entrypoints;
};

struct Counts {
  std::atomic<std::uint64_t> next;
  std::atomic<std::uint64_t> scripts, green, pairs, runs_root, wrong,
      wrong_scripts;
  std::atomic<std::uint64_t> never_root, doubted, started, doubted_started;
  std::atomic<bool> failed;
};

Counts& counts() {
  static Counts* const shared =
      new (mmap(nullptr, sizeof(Counts), PROT_READ | PROT_WRITE,
                MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Counts();
  return *shared;
}

void print(const std::string& text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const ssize_t n = write(1, text.data() + at, text.size() - at);
    if (n <= 0) return;
    at += static_cast<std::size_t>(n);
  }
}

// What a shell shows when it runs as root what harden calls unprivileged.
std::optional<std::string> refuted(const std::string& script) {
  if (claim_of(script).claim != Claim::unprivileged) return std::nullopt;
  for (const std::string& shell : shells_of(script)) {
    Seen seen = seen_in(shell, script);
    if (seen.root) return seen.what;
  }
  return std::nullopt;
}

class Job {
 public:
  Job(const Grammar& grammar, const Wishes& wishes)
      : grammar_(grammar), wishes_(wishes) {}

  void run() {
    const auto end = Clock::now() + std::chrono::seconds(wishes_.seconds);
    for (;;) {
      const std::uint64_t index = counts().next++;
      const bool over =
          wishes_.count > 0 ? index >= wishes_.count : Clock::now() > end;
      if (over) return;
      try_seed(wishes_.seed + index);
    }
  }

 private:
  void try_seed(std::uint64_t seed) {
    const Statement statement = grammar_.script(seed);
    const std::string script = text_of(statement);
    const Claimed claimed = claim_of(script);
    const bool green = claimed.claim == Claim::unprivileged;
    // Who calls a script root cannot be wrong, only less useful: that is
    // measured on some of them.
    const bool measured = seed % wishes_.measure == 0;
    Counts& all = counts();
    ++all.scripts;
    if (green) ++all.green;
    if (!green && !measured) return;
    bool root = false;
    bool missing = false;
    bool started = false;
    bool wrong = false;
    for (const std::string& shell : shells_of(script)) {
      const Seen seen = seen_in(shell, script);
      ++all.pairs;
      root = root || seen.root;
      missing = missing || seen.missing;
      started = started || seen.started;
      if (seen.root) ++all.runs_root;
      if (!seen.root || !green) continue;
      ++all.wrong;
      wrong = true;
    }
    if (wrong) {
      ++all.wrong_scripts;
      return show(seed, statement);
    }
    if (!root && !missing && measured)
      count_doubts(seed, script, claimed, started);
  }

  void count_doubts(std::uint64_t seed, const std::string& script,
                    const Claimed& claimed, bool started) {
    Counts& all = counts();
    // A script that starts nothing is itself what runs, and as root.
    const bool doubted = claimed.claim == Claim::unknown ||
                         (started && claimed.claim == Claim::root);
    for (const std::string& shell : shells_of(script)) {
      if (doubted && may_be_root(shell, script)) return;
    }
    ++all.never_root;
    if (started) ++all.started;
    if (!doubted) return;
    ++all.doubted;
    if (started) ++all.doubted_started;
    if (wishes_.doubts) {
      print(fmt::format("--- doubted, seed {}{}: {}\n{}", seed,
                        started ? "" : ", starts nothing", claimed.message,
                        script));
    }
  }

  void show(std::uint64_t seed, const Statement& statement) {
    const std::string text = shrunk(
        statement,
        [](const std::string& script) { return refuted(script).has_value(); },
        wishes_.shrink);
    const std::string what = refuted(text).value_or("(not always)");
    print("--- seed " + std::to_string(seed) + "; " + what + "\n" + text);
  }

  const Grammar& grammar_;
  const Wishes& wishes_;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

void try_text(const std::string& name, const std::string& script) {
  const Claimed claimed = claim_of(script);
  const bool green = claimed.claim == Claim::unprivileged;
  std::string text = name + ": harden says: " + claimed.message + "\n";
  bool wrong = false;
  for (const std::string& shell : shells_of(script)) {
    const Seen seen = seen_in(shell, script);
    wrong = wrong || (seen.root && green);
    text += "  " + shell +
            (seen.root      ? " root: " + seen.what
             : seen.started ? " unprivileged"
                            : " starts nothing") +
            "\n";
  }
  if (wrong) ++counts().wrong_scripts;
  print(text + (wrong ? "  WRONG\n" : ""));
}

int try_entrypoints(const std::string& table) {
  const std::vector<Entrypoint> all = entrypoints(table);
  if (all.empty()) {
    print("no start script of the corpus is at hand (`./dev corpus`)\n");
    return 77;
  }
  Sandbox::enter(HARDEN_STUB);
  bool agrees = true;
  for (const Entrypoint& it : all) {
    const Agreement found = compare(it);
    agrees = agrees && found.agrees;
    print((found.agrees ? "agrees  " : "DIFFERS ") + found.text + "\n");
  }
  return agrees ? 0 : 1;
}

void work(const Wishes& wishes, const Grammar& grammar,
          const std::vector<std::pair<std::string, std::string>>& scripts) {
  Sandbox::enter(HARDEN_STUB);
  for (const auto& [name, script] : scripts) try_text(name, script);
  if (scripts.empty()) Job(grammar, wishes).run();
}

std::string share(std::uint64_t part, std::uint64_t all) {
  const double percent =
      all == 0 ? 0
               : 100.0 * static_cast<double>(part) / static_cast<double>(all);
  return fmt::format("{:.1f}%", percent);
}

void report(double seconds, std::uint64_t measure) {
  const Counts& it = counts();
  print(fmt::format(
      "{} scripts in {:.0f} s ({:.0f} a minute): {} called unprivileged\n"
      "{} pairs of script and shell ran, {} of them something as root\n"
      "{} pairs of {} scripts were called unprivileged, and ran as root\n"
      "Never root in any shell, of one script in {}: {}; called unknown or "
      "root: {} ({})\n"
      "The same, of those that start something: {}; called unknown or root: "
      "{} ({})\n",
      it.scripts.load(), seconds,
      static_cast<double>(it.scripts) * 60 / seconds, it.green.load(),
      it.pairs.load(), it.runs_root.load(), it.wrong.load(),
      it.wrong_scripts.load(), measure, it.never_root.load(), it.doubted.load(),
      share(it.doubted, it.never_root), it.started.load(),
      it.doubted_started.load(), share(it.doubted_started, it.started)));
}

Wishes read_arguments(int argc, char** argv) {
  Wishes wishes;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--doubts") {
      wishes.doubts = true;
      continue;
    }
    if (!word.starts_with("--")) {
      wishes.files.push_back(word);
      continue;
    }
    if (word == "--entrypoints" && i + 1 < argc) {
      wishes.entrypoints = argv[++i];
      continue;
    }
    if (i + 1 >= argc) throw std::runtime_error(word + " needs a number");
    const std::uint64_t number = std::stoull(argv[++i]);
    if (word == "--seed") {
      wishes.seed = number;
    } else if (word == "--count") {
      wishes.count = number;
    } else if (word == "--seconds") {
      wishes.seconds = static_cast<int>(number);
    } else if (word == "--measure") {
      wishes.measure = std::max<std::uint64_t>(number, 1);
    } else if (word == "--jobs") {
      wishes.jobs = static_cast<unsigned>(number);
    } else if (word == "--shrink") {
      wishes.shrink = static_cast<int>(number);
    } else {
      throw std::runtime_error("no such option: " + word);
    }
  }
  return wishes;
}

// In a process of its own, since nobody comes back from the sandbox.
void start_job(const Wishes& wishes, const Grammar& grammar,
               const std::vector<std::pair<std::string, std::string>>& files) {
  if (fork() != 0) return;
  try {
    work(wishes, grammar, files);
  } catch (const std::exception& failure) {
    print(std::string("differential: ") + failure.what() + "\n");
    counts().failed = true;
  }
  _exit(0);
}

// In a process of its own, too: the sandbox has no /proc in which sanitizers
// could look for leaks at its end.
int entrypoints_agree(const Wishes& wishes) {
  const pid_t child = fork();
  if (child == 0) {
    int status = 2;
    try {
      status = try_entrypoints(wishes.entrypoints);
    } catch (const std::exception& failure) {
      std::cerr << "differential: " << failure.what() << "\n";
    }
    std::cout.flush();
    _exit(status);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}

int run(const Wishes& wishes) {
  if (!wishes.entrypoints.empty()) return entrypoints_agree(wishes);
  const Grammar grammar(HARDEN_GRAMMAR);
  std::vector<std::pair<std::string, std::string>> files;
  for (const std::string& it : wishes.files) {
    files.emplace_back(it, read_file(it));
  }
  counts();
  const auto begin = Clock::now();
  const unsigned jobs = files.empty() ? wishes.jobs : 1;
  for (unsigned i = 0; i < jobs; ++i) start_job(wishes, grammar, files);
  while (wait(nullptr) > 0) {
  }
  const std::chrono::duration<double> took = Clock::now() - begin;
  if (files.empty()) report(took.count(), wishes.measure);
  if (counts().failed) return 77;
  return counts().wrong_scripts == 0 ? 0 : 1;
}

}  // namespace
}  // namespace harden::differential

int main(int argc, char** argv) {
  using namespace harden::differential;
  try {
    return run(read_arguments(argc, argv));
  } catch (const std::exception& failure) {
    std::cerr << "differential: " << failure.what() << "\n";
    return 2;
  }
}

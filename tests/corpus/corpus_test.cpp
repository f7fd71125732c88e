// Real Dockerfiles that nobody on the project wrote (tests/corpus/files.tsv
// lists them; `./dev corpus` fills the cache).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bundle_forms.h"
#include "cli/search/directory_context.h"
#include "corpus_files.h"
#include "dockerfile/document.h"
#include "dockerfile/model/context_glob.h"
#include "findings/driver.h"
#include "image/image_rules.h"
#include "image/user/user_plan.h"
#include "invariants.h"
#include "knowledge/knowledge.h"
#include "runtime/policy/derive_policy.h"
#include "violation.h"

namespace harden {
namespace {

namespace fs = std::filesystem;

// No valid Dockerfile, on purpose: a line of three dots.
constexpr std::string_view invalid = "artifact-dependencies/Dockerfile.app";

using Entry = test::CorpusFile;

const std::vector<Entry>& corpus() {
  static const std::vector<Entry> entries = test::corpus_files("dockerfile");
  return entries;
}

class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    if (corpus().empty()) {
      GTEST_SKIP() << "skipped: no corpus in " << test::corpus_folder()
                   << "; `./dev corpus` fetches it, or set HARDEN_CORPUS";
    }
  }
};

TEST_F(Corpus, IsComplete) { EXPECT_EQ(corpus().size(), 492u); }

TEST_F(Corpus, ParsesWithoutProblems) {
  for (const Entry& entry : corpus()) {
    const Document document = parse(SourceFile(entry.path, entry.bytes));
    if (entry.path.string().ends_with(invalid)) {
      ASSERT_EQ(document.problems.size(), 1u);
      EXPECT_EQ(document.problems[0].rule, "HD002");
      continue;
    }
    for (const Diagnostic& it : document.problems) {
      // One has an exec form in single quotes: a true finding.
      if (it.rule == "HD003") continue;
      ADD_FAILURE() << entry.path << ":"
                    << document.source->position(it.span.begin).line << ": "
                    << it.message;
    }
  }
}

TEST_F(Corpus, KeepsTheInvariants) {
  for (const Entry& entry : corpus()) {
    EXPECT_NO_THROW(test::check_all(entry.bytes)) << entry.path;
  }
}

// The files that COPY and ADD take from the build context, as far as their
// names are plain.
std::vector<std::string> named_sources(const Entry& entry) {
  std::vector<std::string> result;
  const Document document = parse(SourceFile(entry.path, entry.bytes));
  for (const Instruction& it : document.instructions) {
    const auto* transfer = it.as<Transfer>();
    if (transfer == nullptr || it.flag("from") != nullptr) continue;
    for (const Word& source : transfer->sources) {
      const bool elsewhere = source.value.find("://") != std::string::npos ||
                             source.value.find('$') != std::string::npos ||
                             source.value.starts_with("<<");
      if (!elsewhere) result.push_back(source.value);
    }
  }
  return result;
}

std::size_t count_found(const fs::path& folder,
                        const std::vector<std::string>& sources) {
  const cli::DirectoryContext context(folder, "");
  return static_cast<std::size_t>(
      std::count_if(sources.begin(), sources.end(), [&](const auto& source) {
        for (const std::string& it : context_matches(context, source)) {
          if (it != "." && context.find(it)) return true;
        }
        return false;
      }));
}

// Many projects build from the root of their repository, which the file does
// not tell. So a Dockerfile's context is the nearest folder, from its own up to
// the repository, in which most of what it copies is found; the corpus holds
// the start scripts only, so never all of it.
fs::path context_of(const Entry& entry) {
  const std::vector<std::string> sources = named_sources(entry);
  fs::path best = entry.path.parent_path();
  std::size_t most = count_found(best, sources);
  for (fs::path at = best; at != entry.repository && at.has_relative_path();) {
    at = at.parent_path();
    const std::size_t found = count_found(at, sources);
    if (found <= most) continue;
    most = found;
    best = at;
  }
  return best;
}

struct Verdicts {
  std::map<std::string, std::vector<std::string>> files;
  std::size_t of(RefusalKind kind) const {
    auto found = files.find("refused: " + std::string(to_string(kind)));
    return found == files.end() ? 0 : found->second.size();
  }
};

// A file hardened as a user would, scripts and all.
struct HardenedFile {
  explicit HardenedFile(const Entry& entry)
      : context(context_of(entry), entry.path),
        options(options_with(context)),
        result(harden(SourceFile(entry.path, entry.bytes), options)) {}

  static Options options_with(const BuildContext& context) {
    Options options;
    options.evaluate.bases = &builtin_bases();
    options.context = &context;
    options.may_write_files = true;
    return options;
  }

  cli::DirectoryContext context;
  Options options;
  Hardened result;
};

std::string outcome(const Entry& entry) {
  const HardenedFile run(entry);
  const Hardened& result = run.result;
  if (is_safe(result.after().privilege)) {
    if (result.text() != entry.bytes) return "rewritten";
    return result.after().privilege == Privilege::steps_down
               ? "left alone: steps down already"
               : "left alone: unprivileged already";
  }
  if (result.original.document().stages.empty()) return "refused: no stage";
  const Revision& original = result.original;
  const auto plan = plan_user(original.start(), original.user(), run.options);
  const auto* refusal = std::get_if<Refusal>(&plan);
  if (refusal == nullptr) return "rewritten, and still not unprivileged";
  return "refused: " + std::string(to_string(refusal->kind));
}

TEST_F(Corpus, EndsUnprivilegedOrRefusedWithAReason) {
  Verdicts verdicts;
  for (const Entry& entry : corpus()) {
    verdicts.files[outcome(entry)].push_back(entry.path);
  }
  const bool verbose = std::getenv("HARDEN_CORPUS_VERBOSE") != nullptr;
  for (const auto& [name, files] : verdicts.files) {
    std::printf("  %4zu  %5.1f%%  %s\n", files.size(),
                100.0 * static_cast<double>(files.size()) /
                    static_cast<double>(corpus().size()),
                name.c_str());
    if (!verbose) continue;
    for (const std::string& file : files)
      std::printf("          %s\n", file.c_str());
  }
  std::size_t others = 0;
  for (RefusalKind kind : {RefusalKind::unknown_user, RefusalKind::cannot_start,
                           RefusalKind::needs_root, RefusalKind::steps_down,
                           RefusalKind::base_entrypoint, RefusalKind::root_home,
                           RefusalKind::no_shell, RefusalKind::onbuild_run,
                           RefusalKind::too_long, RefusalKind::broken_file}) {
    others += verdicts.of(kind);
  }
  EXPECT_EQ(verdicts.files.count("rewritten, and still not unprivileged"), 0u);
  EXPECT_LE(others * 20, corpus().size()) << "over 5% for other reasons";
  // Five of them run what may be the program as root, or a variable that a file
  // may have set which is not at hand.
  EXPECT_LE(verdicts.of(RefusalKind::script) * 100, corpus().size() * 7)
      << "over 7% for start scripts that are at hand";
}

// A message without what differs from file to file.
std::string kind_of(const std::string& message) {
  std::string result;
  bool quoted = false;
  for (const char c : message) {
    if (c == '`') quoted = !quoted;
    if (!quoted && c != '`') result += c;
  }
  return result.substr(0, result.find(", which is not in"));
}

// What becomes of the final image's file system. The corpus holds Dockerfiles
// and start scripts, not the sources of programs: what needs those is kept.
std::string rootfs_outcome(const Entry& entry, Options options) {
  const cli::DirectoryContext context(context_of(entry), entry.path);
  options.evaluate.bases = &builtin_bases();
  options.context = &context;
  options.may_write_files = true;
  try {
    test::check_scratch(entry.bytes, options);
  } catch (const test::Violation& violation) {
    ADD_FAILURE() << entry.path << ": " << violation.what();
  }
  const Hardened result = harden(SourceFile(entry.path, entry.bytes), options);
  for (const Diagnostic& it : result.diagnostics) {
    if (it.rule == "HD141") return kind_of(it.message);
    if (it.rule == "HD140" && it.fix) return "from scratch";
  }
  const Evaluation& evaluation = result.original.evaluation();
  if (evaluation.stages.empty()) return "no stage";
  return evaluation.stages[evaluation.target].base_reference == "scratch"
             ? "from scratch already"
             : "no static program is built: nothing is said";
}

void print_rootfs_outcomes(const char* title, const Options& options) {
  Verdicts outcomes;
  for (const Entry& entry : corpus()) {
    outcomes.files[rootfs_outcome(entry, options)].push_back(entry.path);
  }
  std::printf("%s\n", title);
  for (const auto& [name, files] : outcomes.files) {
    std::printf("  %4zu  %s\n", files.size(), name.c_str());
    if (std::getenv("HARDEN_CORPUS_VERBOSE") == nullptr) continue;
    for (const std::string& file : files)
      std::printf("          %s\n", file.c_str());
  }
  EXPECT_GT(outcomes.files.size(), 1u);
}

TEST_F(Corpus, IsFromScratchOrHasAReason) {
  Options options;
  print_rootfs_outcomes("--rootfs=auto", options);
  options.rootfs = RootfsMode::scratch;
  print_rootfs_outcomes("--rootfs=scratch", options);
  options.keep = {"/etc/hostname"};
  options.keep_shell = true;
  options.drop_healthcheck = true;
  print_rootfs_outcomes(
      "--rootfs=scratch --keep … --keep-shell --drop-healthcheck", options);
}

// The image and every form of its settings agree, as read back from their text.
TEST_F(Corpus, SettingsOfAllRuntimesAgree) {
  std::size_t written = 0;
  std::size_t step_downs = 0;
  for (const Entry& entry : corpus()) {
    const HardenedFile run(entry);
    const Hardened& result = run.result;
    const Policy policy = derive_policy(result.final, run.options.policy);
    if (!policy.unsafe_because.empty()) continue;
    ++written;
    if (result.after().privilege == Privilege::steps_down) ++step_downs;
    for (const std::string& it : test::contradictions(result, policy)) {
      ADD_FAILURE() << entry.path << ": " << it;
    }
  }
  std::cout << written << " files with settings, " << step_downs
            << " of them start as root and step down\n";
  EXPECT_GT(written, 300u);
}

}  // namespace
}  // namespace harden

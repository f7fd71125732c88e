#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/enum_words.h"
#include "base/text/paths.h"
#include "rewrite/scratch/scratch_questions.h"

namespace harden {
namespace {

// More than any file that a person wrote.
constexpr std::size_t most_stages = 50;

bool is_downloaded(const BuiltProgram& built) {
  return std::ranges::any_of(built.build.inputs, [](const std::string& it) {
    return it.find('@') != std::string::npos;
  });
}

// Why its sources do not show that it needs nothing else; empty when they do.
std::string unseen_because(ScratchSubject& subject, const ScratchPlan& plan,
                           const BuiltProgram& built) {
  if (is_downloaded(built)) {
    return "the sources of `" + built.path +
           "` are downloaded: whether it needs more than itself cannot be seen";
  }
  const CopiedContext& sources = subject.context_of(built.stage);
  if (!sources.incomplete_because.empty()) {
    return "what `" + built.path +
           "` needs cannot be seen: " + sources.incomplete_because;
  }
  const ScratchFacts& facts = *runtime_of(built.build.tool)->scratch;
  const auto [answer, first] = subject.source_answers.try_emplace(
      {built.stage, built.build.tool, plan.closure});
  if (first) {
    answer->second =
        needs_more_because(facts, sources.files, subject.context, plan.closure);
  }
  const std::string& because = answer->second;
  if (because.empty()) return {};
  return "`" + built.path + "` may need more than itself: " + because;
}

// What reaches the image from the context, through earlier stages, too.
std::vector<ContextFile> reaching_files(ScratchSubject& subject,
                                        std::string& incomplete_because) {
  std::vector<ContextFile> files;
  const auto stages = subject.reached_stages();
  if (stages.size() > most_stages) {
    incomplete_because = "it copies from more stages than harden looks at";
    return files;
  }
  for (const std::size_t stage : stages) {
    const CopiedContext& copied = subject.context_of(stage);
    files.insert(files.end(), copied.files.begin(), copied.files.end());
    if (incomplete_because.empty()) {
      incomplete_because = copied.incomplete_because;
    }
  }
  return files;
}

}  // namespace

const Runtime* runtime_of(BuildTool tool) {
  return find_runtime(to_string(tool));
}

Objection check_build(ScratchSubject& subject, ScratchPlan& plan,
                      const BuiltProgram& built) {
  if (!plan.closure && !built.build.not_static_because.empty()) {
    return subject.refuse_at(built.instruction,
                             "`" + built.path + "` is not a static program: " +
                                 built.build.not_static_because);
  }
  std::string because = unseen_because(subject, plan, built);
  if (because.empty()) return std::nullopt;
  std::string help;
  if (!plan.closure) {
    help =
        "if it is static and starts nothing else, say so with "
        "`--artifact " +
        plan.program + "`";
  }
  return vouched(subject, plan,
                 subject.refuse_at(built.instruction, std::move(because),
                                   std::move(help)));
}

Objection check_sources(ScratchSubject& subject, ScratchPlan& plan,
                        const ScratchFacts& facts, const std::string& program) {
  if (facts.source_files.empty()) return std::nullopt;
  std::string because;
  auto files = reaching_files(subject, because);
  for (ContextFile& it : files) it.is_program = it.path == program;
  if (because.empty()) {
    because = needs_more_because(facts, files, subject.context, true);
  }
  if (because.empty()) return std::nullopt;
  const std::size_t at =
      subject.start.instruction.value_or(subject.lines().begin);
  return vouched(subject, plan,
                 subject.refuse_at(
                     at, "`" + plan.program +
                             "` may need more than its runtime: " + because));
}

bool builds_here(const ScratchSubject& subject, const ScratchPlan& plan) {
  return !plan.built.empty() &&
         std::ranges::count(subject.chain(), plan.built.front().instruction) >
             0;
}

namespace {

constexpr std::size_t largest_source = std::size_t{1} << 20;
constexpr std::size_t most_bytes = std::size_t{64} << 20;

bool ends_with_any(std::string_view name,
                   std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(
      ends, [&](std::string_view it) { return name.ends_with(it); });
}

bool counts(SourceSign::Needs needs, bool with_libraries) {
  return needs != SourceSign::Needs::libraries || !with_libraries;
}

std::string_view consequence(SourceSign::Needs needs) {
  using Needs = SourceSign::Needs;
  static constexpr auto words = enum_words<Needs::libraries, Needs::programs>(
      "needs shared libraries", "loads libraries by name",
      "starts other programs");
  return words.of(needs);
}

// Names of modules are the same in either case.
std::string of_modules(const ScratchFacts& facts, const std::string& path,
                       std::string_view text, bool with_libraries) {
  const std::string lower = lower_case(text);
  for (const NeedyModule& module : facts.modules) {
    if (counts(module.needs, with_libraries) &&
        lower.find(lower_case(module.name)) != std::string::npos) {
      return path + " names " + std::string(module.name) + ", which " +
             std::string(consequence(module.needs));
    }
  }
  return {};
}

std::string of_source(const ScratchFacts& facts, const std::string& path,
                      std::string_view text, bool with_libraries) {
  for (const SourceSign& sign : facts.signs) {
    if (counts(sign.needs, with_libraries) &&
        text.find(sign.text) != std::string_view::npos) {
      return path + " " + std::string(sign.means);
    }
  }
  return {};
}

}  // namespace

std::string needs_more_because(const ScratchFacts& facts,
                               const std::vector<ContextFile>& files,
                               const BuildContext* context,
                               bool with_libraries) {
  bool seen = false;
  std::size_t bytes = 0;
  for (const ContextFile& file : files) {
    const bool module = matches_any(facts.module_files, file.path);
    const bool source =
        file.is_program || (matches_any(facts.source_files, file.path) &&
                            !matches_any(facts.not_source_files, file.path));
    if (!module && !source) continue;
    const auto text =
        file.heredoc ? file.heredoc : context->read(file.path, largest_source);
    if (text) bytes += text->size();
    if (!text || bytes > most_bytes) {
      return file.path + " is larger than harden reads";
    }
    seen = seen || source;
    std::string because =
        module ? of_modules(facts, file.path, *text, with_libraries)
               : of_source(facts, file.path, *text, with_libraries);
    if (!because.empty()) return because;
  }
  return seen ? "" : "its sources are not in the build context";
}

bool is_build_input(const std::string& path) {
  const std::string_view name = base_name(path);
  for (const std::string_view folder :
       {"vendor/", "testdata/", ".git/", ".github/", ".vscode/", ".idea/"}) {
    if (path.starts_with(folder) ||
        path.find("/" + std::string(folder)) != std::string::npos) {
      return true;
    }
  }
  if (ends_with_any(name, {".go", ".mod", ".sum", ".work", ".rs", ".c", ".h",
                           ".cc", ".cpp", ".cxx", ".hpp", ".s", ".S", ".md",
                           ".proto", ".mk", ".cmake", ".patch"})) {
    return true;
  }
  for (const std::string_view it :
       {"Dockerfile", "Makefile", "LICENSE", "COPYING", "NOTICE", "README",
        "CHANGELOG", "Cargo.", "rust-toolchain", "CMakeLists.txt",
        "Containerfile", "docker-compose", "compose.", ".git", ".dockerignore",
        ".editorconfig", ".golangci"}) {
    if (name.starts_with(it)) return true;
  }
  return false;
}

}  // namespace harden

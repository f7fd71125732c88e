#include "rewrite/scratch/program_sources.h"

#include <algorithm>
#include <string_view>

#include "base/text/ascii.h"
#include "base/text/paths.h"

namespace harden {
namespace {

constexpr std::size_t largest_source = std::size_t{1} << 20;
constexpr std::size_t most_bytes = std::size_t{64} << 20;

bool ends_with_any(std::string_view name,
                   std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view it) { return name.ends_with(it); });
}

bool counts(SourceSign::Needs needs, bool with_libraries) {
  return needs != SourceSign::Needs::libraries || !with_libraries;
}

std::string_view consequence(SourceSign::Needs needs) {
  switch (needs) {
    case SourceSign::Needs::libraries:
      return "needs shared libraries";
    case SourceSign::Needs::plugins:
      return "loads libraries by name";
    case SourceSign::Needs::programs:
      break;
  }
  return "starts other programs";
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
    if (!text || (bytes += text->size()) > most_bytes) {
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

#include "analysis/program_sources.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "analysis/root_programs.h"

namespace harden {
namespace {

constexpr std::size_t largest_source = std::size_t{1} << 20;
constexpr std::size_t most_bytes = std::size_t{64} << 20;

struct Sign {
  std::string_view text;
  std::string_view means;
};

constexpr Sign go_signs[] = {
    {"import \"C\"", "uses cgo"},
    {"\"os/exec\"", "imports `os/exec`, so it may start other programs"},
    {"syscall.Exec(", "calls `syscall.Exec`, so it may start other programs"},
    {"syscall.ForkExec(", "calls `syscall.ForkExec`"},
    {"unix.Exec(", "calls `unix.Exec`, so it may start other programs"},
    {"os.StartProcess(", "calls `os.StartProcess`"},
    {"\"plugin\"", "imports `plugin`, which loads shared libraries"},
};
constexpr Sign rust_signs[] = {
    {"process::Command", "uses `std::process::Command`"},
    {"dlopen", "loads shared libraries"},
    {"libloading", "loads shared libraries"},
};
constexpr Sign c_signs[] = {
    {"system(", "may call `system`, which needs a shell"},
    {"popen(", "may call `popen`, which needs a shell"},
    {"execv", "may start other programs"},
    {"execl", "may start other programs"},
    {"posix_spawn", "may start other programs"},
    {"dlopen", "loads shared libraries"},
    // getaddrinfo(3) and its like, even in a static program.
    {"getaddrinfo", "looks up hosts, for which glibc loads libraries"},
    {"gethostbyname", "looks up hosts, for which glibc loads libraries"},
    {"getpwnam", "looks up users, for which glibc loads libraries"},
    {"getpwuid", "looks up users, for which glibc loads libraries"},
    {"iconv_open", "converts texts, for which glibc loads libraries"},
};

// Go modules that are nothing without cgo.
constexpr std::string_view cgo_modules[] = {
    "github.com/mattn/go-sqlite3",
    "github.com/confluentinc/confluent-kafka-go",
    "github.com/libgit2/git2go",
    "github.com/h2non/bimg",
    "github.com/davidbyttow/govips",
    "github.com/godror/godror",
    "github.com/go-gl/",
    "github.com/google/gopacket",
    "github.com/tecbot/gorocksdb",
    "github.com/linxGnu/grocksdb",
    "github.com/marcboeker/go-duckdb",
    "github.com/duckdb/duckdb-go",
    "github.com/pebbe/zmq4",
    "github.com/veandco/go-sdl2",
    "gocv.io/x/gocv",
    "rogchap.com/v8go",
};

// Go modules that are there to start other programs.
constexpr std::string_view starting_modules[] = {
    "github.com/hashicorp/terraform-exec",
    "github.com/hashicorp/go-plugin",
    "github.com/chromedp/chromedp",
    "github.com/go-rod/rod",
    "github.com/playwright-community/playwright-go",
    "github.com/u2takey/ffmpeg-go",
    "github.com/bitfield/script",
    "github.com/go-cmd/cmd",
    "github.com/SebastiaanKlippert/go-wkhtmltopdf",
    "mvdan.cc/sh",
};

std::span<const Sign> signs_of(BuildTool tool) {
  switch (tool) {
    case BuildTool::go:
      return go_signs;
    case BuildTool::rust:
      return rust_signs;
    case BuildTool::c:
      break;
  }
  return c_signs;
}

bool ends_with_any(std::string_view name,
                   std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view it) { return name.ends_with(it); });
}

bool is_source(BuildTool tool, std::string_view path) {
  switch (tool) {
    case BuildTool::go:
      return path.ends_with(".go") && !path.ends_with("_test.go") &&
             path.find("vendor/") == path.npos;
    case BuildTool::rust:
      return path.ends_with(".rs");
    case BuildTool::c:
      break;
  }
  return ends_with_any(path, {".c", ".h", ".cc", ".cpp", ".cxx", ".hpp"});
}

// `import "C"` may also stand in a list: a line of its own.
bool has_sign(std::string_view text, const Sign& sign) {
  if (text.find(sign.text) != std::string_view::npos) return true;
  return sign.means == "uses cgo" &&
         text.find("\n\t\"C\"\n") != std::string_view::npos;
}

std::string module_of_more(std::string_view go_mod) {
  for (const std::string_view module : cgo_modules) {
    if (go_mod.find(module) != std::string_view::npos) {
      return "go.mod names " + std::string(module) + ", which needs cgo";
    }
  }
  for (const std::string_view module : starting_modules) {
    if (go_mod.find(module) != std::string_view::npos) {
      return "go.mod names " + std::string(module) +
             ", which starts other programs";
    }
  }
  return {};
}

}  // namespace

std::string needs_more_because(BuildTool tool,
                               const std::vector<ContextFile>& files,
                               const BuildContext* context) {
  bool seen = false;
  std::size_t bytes = 0;
  for (const ContextFile& file : files) {
    const bool module = base_name(file.path) == "go.mod";
    if (!module && !is_source(tool, file.path)) continue;
    const auto text =
        file.heredoc ? file.heredoc : context->read(file.path, largest_source);
    if (!text || (bytes += text->size()) > most_bytes) {
      return file.path + " is larger than harden reads";
    }
    if (module) {
      if (auto because = module_of_more(*text); !because.empty())
        return because;
      continue;
    }
    seen = true;
    for (const Sign& sign : signs_of(tool)) {
      if (has_sign(*text, sign)) {
        return file.path + " " + std::string(sign.means);
      }
    }
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

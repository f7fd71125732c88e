// Commands that compile a program, and what they leave where: `go build`,
// `go install`, `cargo build`, and the C compilers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/document.h"
#include "image/stage_view.h"

namespace harden {

enum class BuildTool : std::uint8_t { go, rust, c };
// As runtimes.json calls what it makes: "go", "rust", "c".
std::string_view to_string(BuildTool tool);

struct BuildCommand {
  BuildTool tool = BuildTool::go;
  std::size_t command = 0;  // index in RunScript::commands
  std::string folder;       // where it runs, absolute
  // What `-o` names, absolute; empty without it.
  std::string output;
  bool output_is_folder = false;
  // The folder where programs land without `-o`.
  std::string output_folder;
  // Packages and files on the command line, as written.
  std::vector<std::string> inputs;
  // Of the words: where `go` (cargo, gcc) stands.
  std::size_t program_word = 0;
  // Set by the command or its environment: "CGO_ENABLED", "RUSTFLAGS", …
  std::map<std::string, std::string, std::less<>> environment;
  // Why what it makes cannot be a static program; empty when it can.
  std::string not_static_because;
};

// Those of a RUN, in their order.
std::vector<BuildCommand> build_commands(const StageView& stage,
                                         std::size_t instruction);

// The name under which `go build` leaves the program of a package: "api" of
// "./cmd/api", "example.org/api/v2" and "example.org/api@v1.4". Empty for what
// names a folder by dots alone.
std::string go_program_name(const std::string& package);

}  // namespace harden

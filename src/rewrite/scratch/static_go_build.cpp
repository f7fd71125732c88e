#include "rewrite/scratch/static_go_build.h"

#include <string>
#include <string_view>

namespace harden {
namespace {

// Writes into the command line of one RUN in shell form.
class GoFlags {
 public:
  GoFlags(const Instruction& run, const Command& command,
          const SimpleCommand& go, const BuildCommand& build)
      : run_(run),
        begin_(command.text_begin),
        line_(shell_text(run, command)),
        go_(go),
        build_(build) {}

  std::vector<Edit> edits() {
    const auto cgo = build_.environment.find("CGO_ENABLED");
    if (cgo == build_.environment.end()) {
      insert(go_.words[0].span.begin, "CGO_ENABLED=0 ");
    }
    std::string flags;
    if (!has("trimpath")) flags += " -trimpath";
    if (const ShellWord* word = ldflags()) {
      merge(*word);
    } else {
      flags += " -ldflags '-s -w'";
    }
    if (!flags.empty()) {
      insert(go_.words[build_.program_word + 1].span.end, flags);
    }
    return std::move(edits_);
  }

 private:
  void insert(std::uint32_t at, std::string text) {
    const std::uint32_t place = run_.arguments.to_source(begin_ + at);
    edits_.push_back({{place, place}, std::move(text)});
  }

  static std::string_view without_dashes(const ShellWord& word) {
    std::string_view value = word.value;
    while (value.starts_with('-')) value.remove_prefix(1);
    return value;
  }
  bool has(std::string_view flag) const {
    for (const ShellWord& word : go_.words) {
      if (word.value.starts_with('-') &&
          (without_dashes(word) == flag ||
           without_dashes(word).starts_with(std::string(flag) + "="))) {
        return true;
      }
    }
    return false;
  }

  // The word that holds the value: `-ldflags=…` itself, or the one behind.
  const ShellWord* ldflags() const {
    for (std::size_t i = build_.program_word + 2; i < go_.words.size(); ++i) {
      const ShellWord& word = go_.words[i];
      if (!word.value.starts_with('-')) continue;
      if (without_dashes(word).starts_with("ldflags=")) return &word;
      if (without_dashes(word) == "ldflags" && i + 1 < go_.words.size()) {
        return &go_.words[i + 1];
      }
    }
    return nullptr;
  }

  // Inside the quotes that are there; flags without quotes are left alone but
  // for a single one.
  void merge(const ShellWord& word) {
    std::string more;
    for (const std::string_view flag : {"-s", "-w"}) {
      if (!holds(word, flag)) more += std::string(flag) + " ";
    }
    if (more.empty()) return;
    const std::string_view raw =
        line_.substr(word.span.begin, word.span.size());
    const std::size_t equals =
        raw.starts_with('-') || raw.starts_with("'-") || raw.starts_with("\"-")
            ? raw.find("ldflags=")
            : raw.npos;
    const std::size_t value =
        equals == raw.npos ? 0 : equals + std::string_view("ldflags=").size();
    const std::size_t quote = raw.find_first_of("\"'");
    const auto at = static_cast<std::uint32_t>(word.span.begin);
    if (quote == raw.npos && !word.known) return;
    if (quote == raw.npos) {
      more.pop_back();
      insert(at + static_cast<std::uint32_t>(value), "'" + more + "'\\ ");
    } else if (quote == value) {
      insert(at + static_cast<std::uint32_t>(quote + 1), more);
    } else {
      // Quoted as a whole: `"-ldflags=…"`.
      insert(at + static_cast<std::uint32_t>(value), more);
    }
  }

  static bool holds(const ShellWord& word, std::string_view flag) {
    std::string_view value = word.value;
    const std::size_t equals = value.find("ldflags=");
    if (equals != value.npos && equals < 3) value.remove_prefix(equals + 8);
    for (std::size_t at = value.find(flag); at != value.npos;
         at = value.find(flag, at + 1)) {
      const std::size_t end = at + flag.size();
      if ((at == 0 || value[at - 1] == ' ') &&
          (end == value.size() || value[end] == ' ')) {
        return true;
      }
    }
    return false;
  }

  const Instruction& run_;
  std::uint32_t begin_;
  std::string_view line_;
  const SimpleCommand& go_;
  const BuildCommand& build_;
  std::vector<Edit> edits_;
};

}  // namespace

std::optional<std::vector<Edit>> static_go_edits(const StageView& stage,
                                                 const BuiltProgram& built) {
  if (built.build.tool != BuildTool::go) return std::vector<Edit>();
  const Instruction& run = stage.instruction(built.instruction);
  const auto* command = run.as<Command>();
  const bool plain = command != nullptr &&
                     command->form == Command::Form::shell &&
                     run.heredocs.empty();
  if (!plain) {
    // Only what must be said; smaller is not a reason to refuse.
    if (built.build.environment.contains("CGO_ENABLED")) {
      return std::vector<Edit>();
    }
    return std::nullopt;
  }
  return GoFlags(run, *command,
                 stage.commands_of(built.instruction)[built.build.command],
                 built.build)
      .edits();
}

}  // namespace harden

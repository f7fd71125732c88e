// The scripts and RUN lines of the corpus are read without a rest, and bash
// reads them too.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus_files.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "dockerfile/model/run_script.h"
#include "knowledge/knowledge.h"
#include "knowledge/programs.h"
#include "script_invariants.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

namespace fs = std::filesystem;

struct Sample {
  std::string name;
  std::string text;
};

std::vector<Sample> scripts() {
  std::vector<Sample> result;
  for (test::CorpusFile& it : test::corpus_files("script")) {
    const std::string program = shell::interpreter_of(it.bytes);
    if (!program.empty() ? may_be_shell(program)
                         : it.path.extension() == ".sh") {
      result.push_back({it.path.string(), std::move(it.bytes)});
    }
  }
  return result;
}

// What the shell gets of a RUN; empty when that is no shell script.
std::string run_body(const Document& document, const Instruction& run) {
  const auto* command = run.as<Command>();
  if (command == nullptr || command->form == Command::Form::exec) return {};
  std::string text(shell_text(run, *command));
  if (run.heredocs.size() == 1 && text.starts_with("<<") &&
      text.find_first_of(" \t") == std::string::npos) {
    return std::string(document.text(run.heredocs[0].body));
  }
  for (const Heredoc& it : run.heredocs) {
    text.append("\n").append(document.text(it.body)).append(it.delimiter);
  }
  return text;
}

std::vector<Sample> run_bodies() {
  std::vector<Sample> result;
  for (const test::CorpusFile& it : test::corpus_files("dockerfile")) {
    const Document document = parse(SourceFile(it.path, it.bytes));
    EvaluateOptions options;
    options.bases = &builtin_bases();
    const Evaluation evaluation = evaluate(document, options);
    for (std::size_t i = 0; i < document.instructions.size(); ++i) {
      const Instruction& run = document.instructions[i];
      if (run.keyword != Keyword::run) continue;
      const auto& script = run_script(evaluation, i);
      // Windows, or written for another program than a shell.
      if (script.unreadable) continue;
      std::string body = run_body(document, run);
      if (body.empty()) continue;
      const auto line = document.source->position(run.span.begin).line;
      result.push_back(
          {it.path.string() + ":" + std::to_string(line), std::move(body)});
    }
  }
  return result;
}

std::size_t count_opaque(const Sample& sample, const shell::Script& script) {
  std::size_t count = 0;
  for (const shell::AndOr& it : script.commands) {
    const auto* opaque = it.pipelines[0].commands[0].as<shell::Opaque>();
    if (opaque == nullptr) continue;
    ++count;
    std::printf("  %s: %s\n", sample.name.c_str(), opaque->because.c_str());
  }
  return count;
}

bool has_bash() {
  return std::system("bash -c : >/dev/null 2>&1") == 0;  // NOLINT
}

// Files that `bash -n` refuses, by one bash.
std::vector<Sample> refused_by_bash(const std::vector<Sample>& samples) {
  const fs::path folder =
      fs::temp_directory_path() /
      ("harden-shell-corpus-" +
       std::to_string(std::hash<std::string>()(samples[0].name) +
                      samples.size()));
  fs::create_directories(folder);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    std::ofstream(folder / std::to_string(i), std::ios::binary)
        << samples[i].text;
  }
  const std::string command =
      "cd '" + folder.string() +
      "' && bash -c 'shopt -s extglob; for f in *; do "
      "bash -O extglob -n \"$f\" 2>/dev/null || echo \"$f\"; done'";
  std::vector<Sample> refused;
  std::FILE* pipe = popen(command.c_str(), "r");
  char line[64];
  while (pipe != nullptr && std::fgets(line, sizeof line, pipe) != nullptr) {
    refused.push_back(samples[std::strtoul(line, nullptr, 10)]);
  }
  if (pipe != nullptr) pclose(pipe);
  fs::remove_all(folder);
  return refused;
}

void expect_read(const std::vector<Sample>& samples, std::string_view what) {
  if (samples.empty()) {
    GTEST_SKIP() << "skipped: no corpus in " << test::corpus_folder();
  }
  std::size_t commands = 0;
  std::size_t opaque = 0;
  std::size_t bytes = 0;
  std::vector<Sample> readable;
  for (const Sample& sample : samples) {
    EXPECT_NO_THROW(test::check_script(sample.text)) << sample.name;
    const shell::Script script = shell::parse_script(sample.text);
    commands += script.commands.size();
    bytes += sample.text.size();
    const std::size_t here = count_opaque(sample, script);
    opaque += here;
    if (here == 0) readable.push_back(sample);
  }
  std::printf("  %zu %s (%zu bytes): %zu of %zu commands are opaque\n",
              samples.size(), std::string(what).c_str(), bytes, opaque,
              commands);
  EXPECT_LT(opaque * 50, commands) << "2% or more are not read";
  if (!has_bash()) GTEST_SKIP() << "without bash nothing to compare with";
  for (const Sample& it : refused_by_bash(readable)) {
    ADD_FAILURE() << "bash refuses " << it.name << "\n" << it.text;
  }
}

TEST(ShellCorpus, ScriptsAreRead) { expect_read(scripts(), "scripts"); }

TEST(ShellCorpus, RunLinesAreRead) {
  expect_read(run_bodies(), "bodies of RUN");
}

}  // namespace
}  // namespace harden

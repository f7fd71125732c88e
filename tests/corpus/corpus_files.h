// The files of the corpus that are at hand (tests/corpus/files.tsv lists them;
// `./dev corpus` fetches them).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace harden::test {

struct CorpusFile {
  std::filesystem::path path;
  std::filesystem::path repository;  // its folder
  std::string bytes;
};

std::filesystem::path corpus_folder();

// Of one kind: "dockerfile", "script".
std::vector<CorpusFile> corpus_files(std::string_view kind);

}  // namespace harden::test

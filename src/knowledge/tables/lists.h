// templates/lists/*.json: lists of words, and tables whose rows are structs of
// src/knowledge/lists/*.h.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "knowledge/tables/cpp_constants.h"
#include "knowledge/tables/template_reader.h"

namespace harden::knowledge {

// A list of one file: of words, or of rows.
struct ListEntry {
  std::string name;
  std::string of;  // what its words are names of: "commands"; may be empty
  std::vector<std::string> words;  // sorted
  std::vector<Json> rows;
};

// By the name of their file, without `.json`.
using ListTemplates = std::map<std::string, std::vector<ListEntry>>;
ListTemplates read_list_templates(const std::string& folder);

// C++ that defines them: SortedWords, and spans of the structs.
std::string write_lists(const ListTemplates& files, CppConstants& constants);
// `#include` lines of the headers that declare them.
std::string include_lists(const ListTemplates& files);

}  // namespace harden::knowledge

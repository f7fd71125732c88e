// What the start of a program names as written:
// templates/lists/start_writes.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

// An option of some programs whose value is written.
struct WrittenOption {
  std::string_view programs;  // blanks between
  // "--pid" and "-p" take the next word, or what follows directly or behind
  // `=`; with `=` or `:` at its end the rest of the word. Empty: the operands.
  std::string_view option;
  enum class Kind : std::uint8_t {
    file,
    folder,
    path,         // one of both: a folder where it is one already
    database,     // a file, with others beside it that come and go, or that is
                  // made anew beside and renamed: gunicorn's pid file
    unified_log,  // `-Xlog:gc:file=PATH:tags`
  };
  Kind kind = Kind::file;
  std::string_view file = {};  // of a folder: the one that is written there
};
extern const std::span<const WrittenOption> written_options;

struct WrittenVariable {
  std::string_view variable;
  enum class Kind : std::uint8_t { file, folder, options };
  Kind kind = Kind::file;
  std::string_view programs;   // whose options they are
  std::string_view file = {};  // as above
};
extern const std::span<const WrittenVariable> written_variables;

// How an address of a database begins that is a file.
struct DatabaseAddress {
  std::string_view prefix;
  std::string_view programs;  // the runtime that reads it so; empty: any
  // The rest is seen from the folder where the program starts, unless it is
  // absolute; otherwise from the root.
  bool from_folder = false;
  std::string_view variable = {};  // "NAME=", which alone is read so
  std::string_view below = {};     // the folder in that one it is seen from
};
extern const std::span<const DatabaseAddress> database_addresses;

// What a program writes into the folder where it starts, unless an option says
// otherwise.
struct DefaultWrite {
  std::string_view program;
  std::string_view arguments = {};  // one of them; empty: always
  std::string_view unless = {};     // with none of these options
  std::string_view writes;
  std::string_view remedy;
};
extern const std::span<const DefaultWrite> default_writes;

// A line of a source that writes files, as far as one line can show.
struct WritingSign {
  std::string_view files;  // endings, blanks between
  std::string_view text;
  std::string_view with = {};  // one of them stands there, too; empty: no need
  std::string_view means;      // "writes beside the code"
};
extern const std::span<const WritingSign> writing_signs;
// In such a line: it is decided elsewhere.
extern const SortedWords configured_signs;
// Folders whose sources the program does not run, and patterns of such files.
extern const SortedWords side_folders;
extern const SortedWords side_files;

}  // namespace harden::lists

// All that lies in a folder and is not ignored by git, in a fixed order.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/search/gitignore.h"

namespace harden::cli {

// What could not be looked through, and why, as one line that names it.
struct SearchFailure {
  std::string path;
  std::string message;
};

class FolderWalk {
 public:
  // Told of each path; of a folder it says whether that is entered.
  using Visit = std::function<bool(const std::string& path, bool is_folder)>;

  // Folders that cannot be read are added to `failures`, one line each.
  FolderWalk(Visit visit, std::vector<SearchFailure>& failures)
      : visit_(std::move(visit)), failures_(failures) {}

  // Hidden folders are entered, `.git` is not. Links to files count as files,
  // links to folders are left alone: they may lead in circles. Paths begin with
  // `folder` as it is written; "." adds nothing.
  void run(const std::string& folder);

 private:
  struct Item {
    std::string name;
    bool is_folder;
  };
  struct Frame {
    std::string prefix;  // "" or "a/b/"
    std::vector<Item> items;
    std::size_t next = 0;
    IgnoreChain::Mark mark;
  };

  std::vector<Item> items_in(const std::string& folder);
  void enter(std::string prefix);
  void look_at(const Item& item, const std::string& prefix);

  Visit visit_;
  std::vector<SearchFailure>& failures_;
  IgnoreChain ignores_;
  std::vector<Frame> frames_;
};

}  // namespace harden::cli

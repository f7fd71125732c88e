// What a build leaves in the home of its user: templates/lists/home_files.json.
#pragma once

#include <span>
#include <string_view>

namespace harden::lists {

// Of all lists of words: blanks between.
struct HomeFiles {
  std::string_view programs;
  // The first operands: "python install".
  std::string_view words = {};
  // Only with one of these options; not with one of those.
  std::string_view only_with = {};
  std::string_view unless = {};
  // Stands somewhere in the words: `python -c "… nltk.download('x')"`.
  std::string_view text = {};
  // … but none of these: where else it is to go.
  std::string_view unless_text = {};
  // It installs what package.json lists, this one among it.
  std::string_view package = {};
  // In the images of this language's compiler it goes elsewhere.
  std::string_view language = {};
  // … nor where one of these packages is there: `python3`, `python3-venv`.
  std::string_view installed = {};
  // Only these programs need it; empty: whatever starts.
  std::string_view started = {};
  std::string_view leaves;  // "installs below /root"
  // Each of them moves it, or makes it needless.
  std::string_view variables = {};
  // What an ENV before the RUN sets, by which the program finds it, too; empty:
  // that would not do.
  std::string_view moves = {};
  std::string_view remedy = {};
};
extern const std::span<const HomeFiles> home_files;

// What COPY brings into a home from another stage or image, by where it lies
// there; the first row that the path is below counts, "." the last for all.
// Without a remedy it is for builds alone.
struct HomeCopy {
  std::string_view path;
  std::string_view remedy;
};
extern const std::span<const HomeCopy> home_copies;

// Programs that start the one behind them: `npx playwright`, `python -m pip`.
struct Launcher {
  std::string_view programs;
  std::string_view word = {};  // that stands first; empty: none has to
};
extern const std::span<const Launcher> launchers;

}  // namespace harden::lists

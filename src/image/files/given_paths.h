// What the file gives to the user that will run the program.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "image/files/run_paths.h"
#include "image/stage_view.h"

namespace harden {

class GivenPaths {
 public:
  // `owner`: an account by name or number; empty for one that is not there yet.
  // `changes` lives as long as this.
  GivenPaths(const StageView& stage, std::string owner,
             const std::vector<PathChange>& changes);

  // Whether a change from `begin` on gives the path to the owner or to all, or
  // takes it away.
  bool covered(const std::string& path, std::size_t begin) const;

  // The same for a VOLUME, which the engine makes (for root) when nothing else
  // did: `chown -R` of a folder above it finds only what is there.
  bool is_given(const std::string& path) const;

  bool is_made_before(const std::string& path,
                      std::optional<std::size_t> instruction) const;
  bool is_owner(const std::string& user) const;
  // As whom an instruction runs, without the group.
  std::string user_of(std::size_t index) const;

 private:
  // What is done below a VOLUME after it, the classic builder and buildah
  // forget. Of the base's own volumes nothing better can be said.
  bool is_forgotten(const PathChange& change, const std::string& path) const;
  bool is_copied_to_owner(const std::string& path) const;

  const StageView stage_;
  std::string owner_;
  const std::vector<PathChange>& changes_;
  // Indices in `changes_`, in their order.
  std::unordered_map<std::string, std::vector<std::size_t>> of_path_;
};

}  // namespace harden

// A folder that harden shares with its user: what harden wrote there, and
// nobody changed, is harden's to replace and to remove.
#pragma once

#include <string>
#include <vector>

#include "cli/output/bundle_manifest.h"
#include "cli/output/write_log.h"
#include "runtime/emit/emit.h"

namespace harden::cli {

class BundleFolder {
 public:
  // Looks at all that is there before anything is written. Throws OutputError
  // that names each file in the way: one that harden did not write, or that
  // was changed since. `files` has to outlive it.
  BundleFolder(std::string folder, const std::vector<EmittedFile>& files);

  // Writes what differs from what is there, removes what harden once wrote and
  // writes no longer, and leaves the manifest. Each file changes at once or not
  // at all; whenever it stops in the middle, the next run can go on. Throws
  // OutputError.
  void write(WriteLog& log) const;

 private:
  void look_at(const EmittedFile& file);
  void look_at_the_rest();
  void refuse_others() const;
  void write_manifest(const FileHashes& replaced) const;

  std::string folder_;
  BundleManifest before_;
  std::string manifest_text_;  // as it is there; empty: there is none
  BundleManifest after_;

  std::vector<const EmittedFile*> changed_;  // or not there yet
  std::vector<std::string> left_over_;       // to be removed
  std::vector<std::string> kept_;            // left over, but changed since
  FileHashes replaced_;                      // what goes away
  std::vector<std::string> foreign_;         // in the way: not harden's
  std::vector<std::string> edited_;          // in the way: changed since
};

// Whether an earlier run wrote into the folder.
bool holds_bundle(const std::string& folder);

}  // namespace harden::cli

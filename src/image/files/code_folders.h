// Which folders hold the program's own files: nobody gives these away or mounts
// something over them.
#pragma once

#include <string>
#include <vector>

#include "image/stage_view.h"

namespace harden {

// The folders into which COPY and ADD put files directly, but for those whose
// names say that data lies there; the folder in which the program starts counts
// in any case. Absolute and clean.
std::vector<std::string> code_folders(const StageView& stage);

// Data of the program by its name, but not only because its code lies below
// such a name: `WORKDIR /data`, `COPY . .`.
bool is_data_beside_code(const std::string& folder,
                         const std::vector<std::string>& code);

// Whether the folder comes with files of the build context, as a part of what
// COPY takes: `COPY . .` and public/ in it.
bool is_brought(const StageView& stage, const std::string& folder);

// The code's, the system's, or where the program starts: never given away for
// one file that is written there.
bool is_shared_folder(const std::string& folder, const StageView& stage,
                      const std::vector<std::string>& code);

}  // namespace harden

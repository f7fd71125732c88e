#pragma once

#include <string>
#include <vector>

#include "knowledge/tables/templates.h"

namespace harden::knowledge {

// The C++ source that defines `tables` (see knowledge/rows.h).
std::string write_tables(const ImageTemplates& images,
                         const std::vector<FamilyEntry>& families,
                         const std::vector<RuntimeEntry>& runtimes,
                         const CommandTemplates& commands,
                         const std::vector<StepDownEntry>& step_downs,
                         const std::vector<ScriptSection>& rootfs);

}  // namespace harden::knowledge

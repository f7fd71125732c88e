// Comments to harden in a YAML file, which yaml-cpp drops.
#pragma once

#include <vector>

#include "base/source/source_file.h"
#include "base/source/span.h"
#include "containers/container_settings.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

// What looks like such a comment inside of a value, as in a script.
std::vector<Span> quoted_comments(const yaml::Document& document);

// In order; `quoted` are the values of the whole file that hold none.
std::vector<SettingsComment> find_comments(const SourceFile& source,
                                           const std::vector<Span>& quoted);

}  // namespace harden::containers

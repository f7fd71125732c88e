// What `harden config` prints.
#pragma once

#include <string>

#include "base/quote/json_line.h"
#include "base/text/enum_words.h"
#include "cli/config/config_files.h"
#include "cli/config/effective_settings.h"
#include "cli/config/path_ignores.h"

namespace harden::cli {

struct ConfigReport {
  const std::string& file;  // "-": none in particular
  const FileSettings& settings;
  const EffectiveSettings& effective;
  const PathIgnores& ignores;

  // A harden.toml with the same meaning; comments tell where each comes from.
  std::string text() const;
  Json json() const;

 private:
  std::string heading() const;
  std::string origin(const EffectiveSetting& setting) const;
  std::string entry(const EffectiveSetting& setting) const;
};

}  // namespace harden::cli

// Findings of one file as SARIF describes them.
#pragma once

#include <string>

#include "base/quote/json_line.h"
#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "base/source/text_places.h"
#include "findings/report/fingerprints.h"

namespace harden {

Json sarif_artifact(const std::string& path);

class SarifFile {
 public:
  // `path` is what reports call the file.
  SarifFile(const SourceFile& source, const std::string& path);

  // Of the findings in their order.
  Json result(const Diagnostic& finding);

 private:
  Json region(Span span) const;
  Json location(Span span) const;
  Json related(const Diagnostic& finding) const;
  Json fix(const Fix& fix) const;

  TextPlaces places_;
  Fingerprints fingerprints_;
  Json artifact_;
};

}  // namespace harden

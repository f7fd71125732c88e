// What is said about suppression comments that do not do what they are for.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "findings/suppressions/suppression_rules.h"

namespace harden {

// The kind of file decides what comments stand above.
enum class SuppressedFile : std::uint8_t { dockerfile, settings };

// What a suppression is said to excuse, for one that excuses nothing.
enum class SuppressionPlace : std::uint8_t { nothing, here, stage, file };

// HD005: neither ignore nor …
Diagnostic unknown_action(const SourceFile& source, Span action,
                          SuppressedFile kind);
// HD005
Diagnostic unknown_code(const SourceFile& source, Span code);
// HD004
Diagnostic unused_suppression(const SourceFile& source, Span code,
                              SuppressionPlace place, SuppressedFile kind);
// HD006
Diagnostic suppression_without_reason(const SourceFile& source, Span code,
                                      const SuppressionRules& rules);
// HD007
Diagnostic forbidden_suppression(const SourceFile& source, Span code,
                                 const SuppressionRules& rules);

}  // namespace harden

// harden check: what its command line says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/command.h"
#include "cli/options/shared_arguments.h"
#include "findings/report/check_report.h"

namespace harden::cli {

struct CheckArguments : ContextArguments,
                        WeightArguments,
                        OutputArguments,
                        TerminalArguments {
  std::vector<std::string> files;  // also folders and patterns
  std::string stdin_filename;      // what standard input is called
  std::string changed_since;       // a revision of git; empty: all files
  std::string run_line;            // "docker run …" instead of a file
  std::uint32_t jobs = 0;          // threads; 0: as many as there are cores
  ReportFormat report_format = ReportFormat::text;
  bool fix = false;              // --diff shows it only
  bool unsafe = false;           // with it, what may change behaviour
  std::vector<RuleId> fix_only;  // empty: all
  bool diff = false;
  std::string baseline;  // empty: none
  // Empty: that one, or one with the usual name.
  std::optional<std::string> write_baseline;

  static const CommandHelp help;
  void declare(OptionSet& options);

 private:
  void declare_report(OptionSet& options);
  void declare_fix(OptionSet& options);
  void declare_baseline(OptionSet& options);
  void require_sense() const;
};

int run(const CheckArguments& arguments);

}  // namespace harden::cli

#include "cli/output/failure.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <stdexcept>

#include "cli/commands/command.h"
#include "cli/options/option_set.h"
#include "cli/options/version.h"
#include "cli/output/console.h"
#include "dockerfile/image_state.h"

namespace harden::cli {

std::string failure_text(const std::exception& error) {
  if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) {
    return "out of memory; give harden more of it, or fewer files at once";
  }
  // All that can go wrong without a bug is a runtime_error.
  if (dynamic_cast<const std::runtime_error*>(&error) != nullptr) {
    return error.what();
  }
  return fmt::format("{}; this is a fault of harden {}, please report it",
                     error.what(), version);
}

std::optional<std::string> failure_in(const std::string& file,
                                      const std::function<void()>& work) {
  try {
    work();
  } catch (const UsageError&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const UnknownTarget& error) {  // which knows of no file
    return file + ": " + error.what();
  } catch (const std::runtime_error& error) {
    return error.what();
  } catch (const std::exception& error) {
    return file + ": " + failure_text(error);
  }
  return std::nullopt;
}

int each_file(const std::vector<std::string>& files, bool no_color,
              const std::function<int(const std::string& file)>& run) {
  int status = done;
  for (const auto& file : files) {
    const auto failure =
        failure_in(file, [&] { status = std::max(status, run(file)); });
    if (!failure) continue;
    report_failure(*failure, no_color);
    status = failed;
  }
  return status;
}

}  // namespace harden::cli

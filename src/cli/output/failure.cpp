#include "cli/output/failure.h"

#include <fmt/format.h>

#include <new>
#include <stdexcept>

#include "cli/options/usage_error.h"
#include "cli/options/version.h"
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

}  // namespace harden::cli

# templates/licenses.json as text: what `harden --license` prints, and the
# copyright file of packages.
set(HARDEN_LICENSES ${CMAKE_CURRENT_LIST_DIR}/../templates/licenses.json)

# harden_each_library(FUNCTION): calls FUNCTION(NAME PACKAGE VERSION LICENSE
# COPYRIGHT SOURCE) for each entry; COPYRIGHT has a holder a line.
function(harden_each_library callback)
  file(READ ${HARDEN_LICENSES} json)
  string(JSON count LENGTH "${json}" libraries)
  math(EXPR last "${count} - 1")
  foreach(i RANGE ${last})
    foreach(key name package version license source)
      string(JSON ${key} GET "${json}" libraries ${i} ${key})
    endforeach()
    string(JSON holders LENGTH "${json}" libraries ${i} copyright)
    math(EXPR last_holder "${holders} - 1")
    set(copyright "")
    foreach(k RANGE ${last_holder})
      string(JSON holder GET "${json}" libraries ${i} copyright ${k})
      string(APPEND copyright "${holder}\n")
    endforeach()
    cmake_language(CALL ${callback}
      "${name}" "${package}" "${version}" "${license}" "${copyright}"
      "${source}")
  endforeach()
endfunction()

function(harden_add_license_row name package version license copyright source)
  string(REGEX REPLACE "([^\n]+)\n" "    \\1\n" holders "${copyright}")
  set_property(GLOBAL APPEND_STRING PROPERTY HARDEN_LICENSE_ROWS
    "  ${name} ${version}: ${license}\n${holders}")
endfunction()

# harden_license_table(OUTPUT): a C++ source with what the program prints.
function(harden_license_table output)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${HARDEN_LICENSES})
  harden_each_library(harden_add_license_row)
  get_property(rows GLOBAL PROPERTY HARDEN_LICENSE_ROWS)
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT
"// Made from templates/licenses.json; do not edit.
#include \"cli/options/version.h\"

namespace harden::cli {

const std::string_view library_licenses = R\"rows(@rows@)rows\";

}  // namespace harden::cli
")
endfunction()

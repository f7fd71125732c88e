# cmake -DOUTPUT=FILE -P copyright.cmake: /usr/share/doc/harden/copyright in
# the machine-readable format of Debian.
#
# The program is linked statically, so that the terms of its libraries go with
# it: those of templates/licenses.json, each with the whole text that the Debian
# package brings which it was built from.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/../cmake/Licenses.cmake)

# A text as the value of a field: its lines indented, empty ones as dots.
function(as_field_text text result)
  string(STRIP "${text}" text)
  string(REGEX REPLACE "[ \t]+\n" "\n" text "${text}")
  string(REPLACE "\n\n" "\n.\n" text "${text}")
  string(REPLACE "\n\n" "\n.\n" text "${text}")
  string(REPLACE "\n" "\n " text "${text}")
  set(${result} " ${text}\n" PARENT_SCOPE)
endfunction()

function(add_library_terms name package version license copyright source)
  if(NOT EXISTS ${source})
    message(FATAL_ERROR "copyright.cmake: ${source} is missing")
  endif()
  file(READ ${source} terms)
  as_field_text("${terms}" terms)
  string(STRIP "${copyright}" copyright)
  string(REPLACE "\n" "\n           " copyright "${copyright}")
  file(APPEND ${OUTPUT}
    "\nFiles: libraries/${package}/*\nCopyright: ${copyright}\n"
    "License: ${package}\n"
    "Comment: ${name} ${version}, ${license}.\n"
    "\nLicense: ${package}\n"
    " The terms of ${name} (${license}), as the package ${package} has them:\n"
    " .\n${terms}")
endfunction()

file(WRITE ${OUTPUT}
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: harden
Comment: libraries/NAME/* is the code of the library in the Debian package NAME
 which is linked statically into /usr/bin/harden.

Files: *
Copyright: 2026 The harden authors
License: Apache-2.0

License: Apache-2.0
 Licensed under the Apache License, Version 2.0 (the \"License\"); you may not
 use this file except in compliance with the License. You may obtain a copy of
 the License at
 .
 http://www.apache.org/licenses/LICENSE-2.0
 .
 Unless required by applicable law or agreed to in writing, software
 distributed under the License is distributed on an \"AS IS\" BASIS, WITHOUT
 WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the
 License for the specific language governing permissions and limitations under
 the License.
 .
 On Debian systems, its text is in /usr/share/common-licenses/Apache-2.0.
")
harden_each_library(add_library_terms)

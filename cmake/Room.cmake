# harden_room(NAME [COLD] [USES ROOM…]): a static library harden_NAME of all
# sources below src/NAME; COLD where no file's check spends its time.
#
# Headers are included as "ROOM/…/file.h", and a room's include path holds
# nothing but links to itself, to the rooms that it uses and to those that they
# use. So who may include whom is said here, and the compiler enforces it.
set(HARDEN_UNITY 0 CACHE STRING
  "How many sources of a target are compiled as one unit; 0: each alone")

# One precompiled header serves all rooms and tests: all are compiled with the
# same flags.
add_library(harden_precompiled OBJECT ${CMAKE_SOURCE_DIR}/cmake/empty.cpp)
target_precompile_headers(harden_precompiled PRIVATE
  <base/libraries/precompiled.h>) # no path of this checkout, for ccache
target_include_directories(harden_precompiled PRIVATE
  ${CMAKE_BINARY_DIR}/rooms/base)
target_link_libraries(harden_precompiled PRIVATE harden_warnings)

# harden_precompile(TARGET): with the header above.
function(harden_precompile target)
  target_precompile_headers(${target} REUSE_FROM harden_precompiled)
endfunction()

# harden_compile_together(TARGET): its sources in few large units, where the
# preset wants that. The larger, the less processor time all of them take, and
# the longer one that was changed.
function(harden_compile_together target)
  if(HARDEN_UNITY)
    set_target_properties(${target} PROPERTIES
      UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${HARDEN_UNITY})
  endif()
endfunction()

# harden_compile_cold(TARGET): a quarter less to compile; the precompiled header
# still fits.
function(harden_compile_cold target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

function(harden_room name)
  cmake_parse_arguments(arg "COLD" "" "USES" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  # Programs that run during the build.
  list(FILTER sources EXCLUDE REGEX "/tables/[^/]*$")
  add_library(harden_${name} STATIC ${sources})

  set(window ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${window})
  file(CREATE_LINK ${folder} ${window}/${name} SYMBOLIC)
  target_include_directories(harden_${name} PUBLIC ${window})

  list(TRANSFORM arg_USES PREPEND harden_)
  target_link_libraries(harden_${name} PUBLIC ${arg_USES}
    PRIVATE harden_warnings)
  harden_precompile(harden_${name})
  harden_compile_together(harden_${name})
  if(arg_COLD)
    harden_compile_cold(harden_${name})
  endif()
endfunction()

# harden_module(NAME [DEPENDS MODULE…]): a static library harden_NAME of all
# sources in src/NAME.
function(harden_module name)
  cmake_parse_arguments(arg "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  if(NOT sources)
    add_library(harden_${name} INTERFACE)
    return()
  endif()
  add_library(harden_${name} STATIC ${sources})
  target_include_directories(harden_${name} PUBLIC
    ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)
  list(TRANSFORM arg_DEPENDS PREPEND harden_)
  target_link_libraries(harden_${name} PUBLIC ${arg_DEPENDS}
    PRIVATE harden_warnings)
  # fmt is used header-only: Debian has no static archive of it.
  target_compile_definitions(harden_${name} PUBLIC FMT_HEADER_ONLY)
endfunction()

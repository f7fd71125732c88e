# Our own code is compiled with these; generated and foreign code is not.
add_library(harden_warnings INTERFACE)
target_compile_options(harden_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these falsely in std::string, std::vector and std::optional
  # (gcc bugs 105329, 105562, 105651), and does so loudly where these come out
  # of a precompiled header.
  target_compile_options(harden_warnings INTERFACE
    -Winvalid-pch -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds
    -Wno-stringop-overflow -Wno-stringop-overread -Wno-missing-field-initializers)
else()
  target_compile_options(harden_warnings INTERFACE
    -Wno-missing-field-initializers)
endif()

if(HARDEN_SANITIZE)
  # A null pointer and an object of another size are AddressSanitizer's to see,
  # and alignment is nothing to the processors that these tests run on; with
  # them a fifth of the time to compile goes to checks of each member.
  add_compile_options(-fsanitize=address,undefined
    -fno-sanitize=null,alignment,object-size -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  # Sanitized programs have millions of addresses: those that lie where they
  # were linked to begin twice as fast.
  add_link_options(-fsanitize=address,undefined -no-pie)
  if(HARDEN_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
  endif()
endif()

# project_warnings: what our own code is compiled with; libraries are not.
# -Wrestrict is off: GCC 12 raises it falsely on std::string concatenation. The
# sanitizer presets turn -Wmaybe-uninitialized off, false with std::regex there.
add_library(project_warnings INTERFACE)
target_compile_options(project_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wno-restrict
  -Werror)
target_include_directories(project_warnings INTERFACE ${CMAKE_SOURCE_DIR})

# fast_loops: for libraries in whose loops the time of indexing and answering
# goes.
add_library(fast_loops INTERFACE)
target_compile_options(fast_loops INTERFACE $<$<CONFIG:Release>:-O3>)

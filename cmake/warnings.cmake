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

# share_headers(target [<json.hpp> ...]): the headers that most files of a target
# include are read once for all of them, which saves a quarter of the time that
# it takes to compile. GCC 12 then warns falsely of the bounds of short strings.
function(share_headers target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU
     AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE
      -Wno-array-bounds -Wno-stringop-overread -Wno-stringop-overflow)
  endif()
  target_precompile_headers(${target} PRIVATE ${ARGN}
    <algorithm> <array> <filesystem> <functional> <map> <memory> <optional>
    <set> <span> <string> <string_view> <tuple> <unordered_map> <utility>
    <variant> <vector>)
endfunction()

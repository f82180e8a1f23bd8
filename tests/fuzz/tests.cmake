# add_fuzz_target(html archive_reading) makes html_fuzz_replay from
# html_fuzz.cc, which ctest runs on corpus/html, and under clang with
# -DLODE_FUZZ=ON the libFuzzer program html_fuzz.
option(LODE_FUZZ "Build the libFuzzer programs (clang)" OFF)

add_library(fuzz_replay OBJECT fuzz/replay.cc)
target_link_libraries(fuzz_replay PRIVATE project_warnings)

function(add_fuzz_target name library)
  set(source fuzz/${name}_fuzz.cc)
  set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
  add_executable(${name}_fuzz_replay ${source})
  target_link_libraries(${name}_fuzz_replay PRIVATE fuzz_replay ${library}
    project_warnings)
  add_test(NAME fuzz_${name} COMMAND ${name}_fuzz_replay ${corpus})
  if(LODE_FUZZ)
    add_executable(${name}_fuzz ${source})
    target_link_libraries(${name}_fuzz PRIVATE ${library} project_warnings)
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  endif()
endfunction()

foreach(name article_line charset feed graph_table graph_triples graph_xml html
    http_response mail markdown news_xml press_date records scraped_text table
    warc)
  add_fuzz_target(${name} archive_reading)
endforeach()
add_fuzz_target(query_parser search)
add_fuzz_target(question graph)
add_fuzz_target(quantities extract)
target_compile_definitions(quantities_fuzz_replay PRIVATE
  LODE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
if(LODE_FUZZ)
  target_compile_definitions(quantities_fuzz PRIVATE
    LODE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endif()
add_fuzz_target(syntax extract)
target_compile_definitions(syntax_fuzz_replay PRIVATE
  LODE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
if(LODE_FUZZ)
  target_compile_definitions(syntax_fuzz PRIVATE
    LODE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endif()

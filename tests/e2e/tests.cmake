# The sample archive, indexed once for every test that asks it.
add_test(NAME sample_data COMMAND lode index --quiet --rebuild
  --data ${CMAKE_BINARY_DIR}/sample-data ${CMAKE_SOURCE_DIR}/corpora/metals)
set_tests_properties(sample_data PROPERTIES FIXTURES_SETUP sample_data)

add_executable(e2e_test
  main.cc
  e2e/bad_input_test.cc
  e2e/command.cc
  e2e/expected_answers.cc
  e2e/expected_test.cc
  e2e/export_test.cc
  e2e/graph_test.cc
  e2e/hard_questions_test.cc
  e2e/index_test.cc
  e2e/judge_test.cc
  e2e/parse_test.cc
  e2e/paths_test.cc
  e2e/questions_test.cc
  e2e/reference_article_test.cc
  e2e/related_test.cc
  e2e/search_test.cc)
target_link_libraries(e2e_test PRIVATE project_warnings doctest::doctest
  nlohmann_json::nlohmann_json)
target_compile_definitions(e2e_test PRIVATE
  LODE_BINARY="$<TARGET_FILE:lode>"
  LODE_SAMPLE_DATA="${CMAKE_BINARY_DIR}/sample-data"
  LODE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME e2e COMMAND e2e_test)
set_tests_properties(e2e PROPERTIES FIXTURES_REQUIRED sample_data)
compile_quickly(e2e_test <nlohmann/json.hpp>)
# GCC 12 raises false warnings on std::string with -O1.
target_compile_options(e2e_test PRIVATE -O0)

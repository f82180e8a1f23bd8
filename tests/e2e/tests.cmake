# The sample archive, indexed once for every test that asks it.
add_test(NAME sample_data COMMAND lode index --quiet --rebuild
  --data ${CMAKE_BINARY_DIR}/sample-data ${CMAKE_SOURCE_DIR}/corpora/metals)
set_tests_properties(sample_data PROPERTIES FIXTURES_SETUP sample_data)

add_executable(e2e_test
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
make_test_program(e2e_test)
target_link_libraries(e2e_test PRIVATE nlohmann_json::nlohmann_json)
target_precompile_headers(e2e_test PRIVATE <nlohmann/json.hpp>)
target_compile_definitions(e2e_test PRIVATE
  LODE_BINARY="$<TARGET_FILE:lode>"
  LODE_SAMPLE_DATA="${CMAKE_BINARY_DIR}/sample-data")
add_test(NAME e2e COMMAND e2e_test)
set_tests_properties(e2e PROPERTIES FIXTURES_REQUIRED sample_data)

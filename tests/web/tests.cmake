# The page: its modules under node, and the whole of it in a browser, against
# the real program. `npm ci` brings what is needed.
find_program(NODE_EXECUTABLE node)

add_test(NAME web_vendor COMMAND ${NODE_EXECUTABLE}
  ${CMAKE_SOURCE_DIR}/scripts/vendor.mjs)
set_tests_properties(web_vendor PROPERTIES FIXTURES_SETUP web_vendor)

add_test(NAME web_types COMMAND ${NODE_EXECUTABLE}
  ${CMAKE_SOURCE_DIR}/node_modules/typescript/bin/tsc
  --project ${CMAKE_SOURCE_DIR}/tsconfig.json)
set_tests_properties(web_types PROPERTIES FIXTURES_REQUIRED web_vendor)

add_test(NAME web COMMAND ${NODE_EXECUTABLE} --test
  ${CMAKE_CURRENT_LIST_DIR}/article_view.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/curation_view.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/entity_view.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/graph.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/html.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/question_view.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/related_view.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/route.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/search_view.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/suggestions.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/text_spans.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/time_views.test.mjs
  ${CMAKE_CURRENT_LIST_DIR}/words.test.mjs)

foreach(test api browser curation)
  add_test(NAME web_${test} COMMAND ${NODE_EXECUTABLE} --test
    ${CMAKE_CURRENT_LIST_DIR}/${test}.test.mjs)
  set_tests_properties(web_${test} PROPERTIES
    FIXTURES_REQUIRED "sample_data;web_vendor"
    ENVIRONMENT "LODE_BINARY=${CMAKE_BINARY_DIR}/lode;LODE_DATA=${CMAKE_BINARY_DIR}/sample-data"
    TIMEOUT 180)
endforeach()
